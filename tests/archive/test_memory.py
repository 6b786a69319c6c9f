"""Articles and stories that there is not enough memory for: they are named, the others go on."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from factcheck.archive.build import build
from factcheck.archive.store import open_store
from tests.archive.conftest import story


def test_the_article_that_kills_its_process_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raws = [story(number) for number in range(7)]
    # The environment reaches the spawned processes, a patched function would not.
    monkeypatch.setenv("FACTCHECK_TEST_KILLER", raws[5].name)
    monkeypatch.setattr("factcheck.archive.build.write_partition", write_or_die)
    notes: list[str] = []
    folder = str(tmp_path / "a")
    tally = build(folder, raws, model="none", size=4, jobs=2, note=notes.append)
    assert [line.split(":")[0] for line in tally.failures] == [raws[5].name]
    names = {row["name"] for row in open_store(folder).rows(["name"])}
    assert names == {raw.name for raw in raws} - {raws[5].name}
    assert notes


def write_or_die(batch, *, folder: str, model: str):
    """As write_partition, but one article is the death of its process."""
    from factcheck.archive.partition import write_partition

    if any(raw.name == os.environ["FACTCHECK_TEST_KILLER"] for raw in batch.articles):
        os.kill(os.getpid(), signal.SIGKILL)
    return write_partition(batch, folder=folder, model=model)
