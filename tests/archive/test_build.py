"""Building, adding, removing: what is in the archive, whatever happens on the way."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from factcheck.archive.build import add, build
from factcheck.archive.change import remove
from factcheck.archive.manifest import open_manifest, read_manifest, write_manifest
from factcheck.archive.records import Raw
from factcheck.archive.store import open_store
from factcheck.model import DocumentRole, FactcheckError
from tests.archive.conftest import story

ROOT = Path(__file__).resolve().parents[2]


def texts(folder: str) -> dict[str, str]:
    return {row["name"]: row["text"] for row in open_store(folder).rows(["name", "text"])}


def given(raws: list[Raw]) -> dict[str, str]:
    return {raw.name: str(raw.data) for raw in raws}


def test_articles_come_back_as_they_were_read(archive) -> None:
    from factcheck.extraction import extract
    from factcheck.read import document_from_text

    raws = [story(number) for number in range(9)]
    store = open_store(archive(raws))
    found = store.load(store.places(), role=DocumentRole.ARTICLE)
    expected = [document_from_text(str(raw.data), name=raw.name) for raw in raws]
    expected.sort(key=lambda document: document.name)
    assert [document for document, _ in found] == expected
    assert [claims for _, claims in found] == [extract(one, model="none") for one in expected]
    assert len(store.manifest.partitions) == 3


def test_two_processes_write_the_same_files_as_one(tmp_path: Path) -> None:
    raws = [story(number) for number in range(10)]
    for jobs in (1, 2):
        build(str(tmp_path / str(jobs)), raws, model="none", size=3, jobs=jobs)
    files = sorted(path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*.*"))
    assert len(files) == 1 + 4 * 3  # the manifest, and three tables a partition
    for file in files:
        assert (tmp_path / "1" / file).read_bytes() == (tmp_path / "2" / file).read_bytes()


def test_a_finished_archive_is_not_built_over(archive) -> None:
    folder = archive([story(1)])
    with pytest.raises(FactcheckError, match="archive add"):
        build(folder, [story(2)], model="none")


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    with pytest.raises(FactcheckError, match="holds other files"):
        build(str(tmp_path), [story(1)], model="none")
    assert os.listdir(tmp_path) == ["thesis.doc"]  # noqa: PTH208


def test_add_replaces_and_skips(archive) -> None:
    folder = archive([story(number) for number in range(6)])
    changed = story(2, pages=99)
    tally = add(folder, [story(1), changed, story(7)], model="none")
    assert (tally.added, tally.replaced, tally.known) == (1, 1, 1)
    expected = [*(story(number) for number in (0, 1, 3, 4, 5, 7)), changed]
    assert texts(folder) == given(expected)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_last_of_one_name_stays_when_added(archive, jobs: int) -> None:
    folder = archive([story(0)])
    versions = [story(3, pages=pages) for pages in (50, 51, 52)]
    for size in (1, 10):
        add(folder, versions, model="none", size=size, jobs=jobs)
        assert texts(folder) == given([story(0), versions[-1]])


def test_another_text_of_one_name_is_left_out_of_a_build(tmp_path: Path) -> None:
    tally = build(str(tmp_path / "a"), [story(3), story(3, pages=9)], model="none")
    assert tally.added == 1
    assert len(tally.failures) == 1
    assert story(3).name in tally.failures[0]


def test_an_article_that_is_no_text_is_named_and_left_out(tmp_path: Path) -> None:
    bad = [Raw("bytes.txt", b"\x00\x01\x02" * 50), Raw("half.txt", "The plan \ud800 has 12 pages.")]
    tally = build(str(tmp_path / "a"), [story(0), *bad, story(1)], model="none")
    assert [line.split(":")[0] for line in tally.failures] == ["bytes.txt", "half.txt"]
    assert texts(str(tmp_path / "a")) == given([story(0), story(1)])


def test_remove_takes_all_or_none(archive) -> None:
    raws = [story(number) for number in range(6)]
    folder = archive(raws)
    with pytest.raises(FactcheckError, match="no article is called 'nobody'"):
        remove(folder, [raws[0].name, "nobody"])
    assert texts(folder) == given(raws)
    assert remove(folder, [raw.name for raw in raws[:4]] + [raws[5].name]) == 5
    assert texts(folder) == given([raws[4]])
    assert len(open_store(folder).manifest.partitions) == 1
    assert add(folder, raws[:1], model="none").added == 1


def test_one_writer_at_a_time(archive) -> None:
    from factcheck.archive.lock import locked

    folder = archive([story(0)])
    with locked(Path(folder)), pytest.raises(FactcheckError, match="another process is writing"):
        add(folder, [story(1)], model="none")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda data: data[: len(data) // 2], "damaged"),
        (lambda data: b"[1, 2]", "not one of an archive"),
        (
            lambda data: data.replace(b'"format":1', b'"format":7'),
            r"made by factcheck \S+ \(format 7\)",
        ),
        (lambda data: data.replace(b"documents.parquet", b"../../etc/parquet"), "damaged"),
        (lambda data: data.replace(b'"000000-', b'"../../x-'), "damaged"),
    ],
)
def test_a_manifest_that_is_not_ours_is_one_clear_line(archive, change, message: str) -> None:
    folder = archive([story(0)])
    path = Path(folder) / "manifest.json"
    path.write_bytes(change(path.read_bytes()))
    with pytest.raises(FactcheckError, match=message) as told:
        open_store(folder)
    assert "\n" not in str(told.value)


def test_a_missing_or_short_file_is_told(archive) -> None:
    folder = archive([story(0)])
    file = next(Path(folder).rglob("keys.parquet"))
    file.write_bytes(file.read_bytes()[:-1])
    with pytest.raises(FactcheckError, match=r"keys\.parquet has \d+ bytes"):
        open_store(folder)
    file.unlink()
    with pytest.raises(FactcheckError, match="is missing"):
        open_store(folder)


def test_an_archive_of_another_model_is_refused(archive) -> None:
    folder = archive([story(0)])
    with pytest.raises(FactcheckError, match="read with the model none"):
        add(folder, [story(1)], model="en_core_web_sm 3.8.0")


RUN = """
import sys
sys.path.insert(0, {root!r})
from factcheck.archive.build import add, build
from tests.archive.conftest import story
if __name__ == "__main__":
    raws = [story(number) for number in range(60)]
    {call}(sys.argv[1], raws, model="none", size=4, jobs=int(sys.argv[2]))
"""


def killed_after(script: Path, folder: str, jobs: int, seconds: float) -> bool:
    """Run `script` and kill it after `seconds`; whether it was still running."""
    process = subprocess.Popen([sys.executable, str(script), folder, str(jobs)], cwd=ROOT)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def finished(script: Path, folder: str, jobs: int) -> bool:
    """Whether `script` runs to its end when nobody kills it."""
    done = subprocess.run([sys.executable, str(script), folder, str(jobs)], cwd=ROOT, check=False)
    return done.returncode == 0


@pytest.mark.parametrize(("call", "jobs"), [("build", 1), ("add", 2)])
def test_killed_at_any_moment_it_opens_and_goes_on(tmp_path: Path, call: str, jobs: int) -> None:
    script = tmp_path / "run.py"
    script.write_text(RUN.format(root=str(ROOT), call=call))
    folder = str(tmp_path / "a.archive")
    expected = given([story(number) for number in range(60)])
    if call == "add":
        build(folder, [story(0), story(1, pages=3)], model="none")
    # How long it takes depends on the machine, and so do the moments.
    begun = time.monotonic()
    whole = str(tmp_path / "whole.archive")
    if call == "add":
        build(whole, [], model="none")
    assert finished(script, whole, jobs)
    took = time.monotonic() - begun
    moments = random.Random(5)
    kills = 0
    for _ in range(4):
        manifest = read_manifest(Path(folder))
        if call == "build" and manifest is not None and manifest.complete:
            break
        kills += killed_after(script, folder, jobs, took * moments.uniform(0.4, 0.9))
    manifest = read_manifest(Path(folder))
    if manifest is not None:
        found = texts(folder)
        assert all(found[name] in (text, str(story(1, pages=3).data)) for name, text in
                   expected.items() if name in found)  # fmt: skip
    if call == "add" or manifest is None or not manifest.complete:
        assert finished(script, folder, jobs)
    assert kills
    assert texts(folder) == expected
    assert open_manifest(Path(folder)).complete
    named = {one.name for one in open_manifest(Path(folder)).partitions}
    # What replaced partitions left is swept by the writer after.
    add(folder, [], model="none")
    assert {path.name for path in (Path(folder) / "partitions").iterdir()} == named


def test_what_killed_writers_left_is_not_taken_for_a_part(archive) -> None:
    folder = Path(archive([story(number) for number in range(6)]))
    manifest = open_manifest(folder)
    before = msgspec.structs.replace(manifest, partitions=manifest.partitions[:1], complete=False)
    write_manifest(folder, before)
    assert len(texts(str(folder))) == 4
    build(str(folder), [story(number) for number in range(6)], model="none", size=4)
    assert texts(str(folder)) == given([story(number) for number in range(6)])
    assert not (folder / "unfinished").exists()
