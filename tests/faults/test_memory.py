"""Out of memory: the text is named, the run goes on with the others, the exit code is 2."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import pytest

from factcheck import drafts, extraction
from factcheck.cli import stream
from factcheck.cli.sets import check_line, lost_line
from factcheck.config import Settings
from factcheck.model import Document, OutOfMemoryError
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.timing import Timing
from tests.faults.conftest import Limited, told

check_some = drafts._check_some
TIER_0 = Settings(model="none")
TWO = Settings(model="none", jobs=2)
PLAN = "The harbour plan, published on Monday, runs to {} pages."


def article(name: str, pages: int, *, long: bool = False) -> Document:
    filler = "Ward {n} has {n} lamps and a bench.\n\n"
    least = extraction.LEAST_CHARACTERS
    more = "".join(filler.format(n=n) for n in range(least // len(filler))) if long else ""
    return document_from_text(f"{PLAN.format(pages)}\n\n{more}", name=name)


def extract_or_die(document: Document, *, model: str):
    """As `extraction._timed`, but "killer.txt" is the death of its process."""
    if document.name == "killer.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return extraction.extract(document, model=model), Timing()


def check_or_die(some, *, sources, model, settings):
    """As `drafts._check_some`, but "killer.txt" is the death of its process."""
    if any(draft.name == "killer.txt" for draft in some):
        os.kill(os.getpid(), signal.SIGKILL)
    return check_some(some, sources=sources, model=model, settings=settings)


def set_or_die(item, *, settings):
    """As `stream._check`, but a set that speaks of a killer is the death of its process."""
    if b"killer" in item[1]:
        os.kill(os.getpid(), signal.SIGKILL)
    return check_line(item[1], item[0], settings)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is limited as on Linux")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_real_want_of_memory(limited: Limited, desk: Path, tmp_path: Path, jobs: str) -> None:
    """160 MB are enough for the articles of the desk, and not for one of 1.5 MB."""
    line = "Ward {n} paid $5.{n}bn for 33 pages, said Mayor Ada Holt on Friday.\n\n"
    (desk / "long.txt").write_text("".join(line.format(n=n) for n in range(20_000)))
    command = ("compare", "desk", "--model", "none", "--no-cache", "--jobs", jobs)
    done = limited("-v 160000", *command, "--format", "json=out.json", "--format", "concise")
    assert done.returncode == 2
    assert told(done).startswith("factcheck: left out: desk/long.txt: ")
    assert told(done).count("\n") == 1
    assert b"1 text left out for want of memory" in done.stdout
    report = json.loads((tmp_path / "out.json").read_bytes())
    assert [one["name"] for one in report["documents"]] == ["desk/a.txt", "desk/b.txt"]
    assert [one["name"] for one in report["left_out"]] == ["desk/long.txt"]
    assert [one["code"] for one in report["findings"]] == ["FC101"]


def test_articles_whose_process_is_killed(monkeypatch: pytest.MonkeyPatch, valid_report) -> None:
    from factcheck.report.json import as_dict

    monkeypatch.setattr(extraction, "_timed", extract_or_die)
    documents = [
        article("a.txt", 48, long=True),
        article("b.txt", 52, long=True),
        article("killer.txt", 60, long=True),
        article("z.txt", 48, long=True),
    ]
    report = run(documents, settings=TWO)
    assert report.left_out == {"killer.txt": extraction.DIED}
    others = run([one for one in documents if one.name != "killer.txt"], settings=TIER_0)
    assert report.findings == others.findings
    assert report.documents == others.documents
    valid_report(as_dict(report))


def test_drafts_whose_process_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_check_some", check_or_die)
    texts = [article(f"{n}.txt", 40 + n, long=True) for n in range(9)]
    killer = article("killer.txt", 3, long=True)
    sources = [document_from_text(PLAN.format(48), name="source.txt")]
    report = drafts.run_drafts([*texts, killer], sources, settings=TWO)
    assert list(report.left_out) == ["killer.txt"]
    assert report.findings
    assert report.findings == drafts.run_drafts(texts, sources, settings=TIER_0).findings


def test_sets_whose_process_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "_check", set_or_die)
    names = ("a", "killer", "z")
    sets = [
        json.dumps({"id": name, "documents": [{"name": name, "text": PLAN}]}).encode()
        for name in names
    ]
    left_out: list[str] = []
    rows = [json.loads(row) for row in stream.output_lines(sets, TWO, left_out=left_out)]
    assert [row["id"] for row in rows] == list(names)
    assert [("error" in row) for row in rows] == [False, True, False]
    assert rows[1]["error"]["message"] == left_out[0] == f"line 2: killer: {extraction.DIED}"


def test_a_lost_set_that_is_no_set_is_told_too() -> None:
    assert json.loads(lost_line(b"{", 3).line)["error"]["message"].startswith("line 3: the set: ")


@pytest.fixture
def short_of_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a text called "big…" takes more memory than there is."""
    real = extraction.annotate

    def annotate(document: Document, *, model: object):
        if document.name.startswith("big"):
            raise MemoryError
        return real(document, model=model)

    monkeypatch.setattr(extraction, "annotate", annotate)


@pytest.mark.usefixtures("short_of_memory")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("compare", "a.txt", "big.txt"), 2),
        (("compare", "a.txt", "big.txt", "--exit-zero"), 2),
        (("lint", "a.txt", "big.txt"), 2),
        (("lint", "a.txt", "--against", "big.txt"), 2),
        (("claims", "a.txt", "big.txt"), 2),
        (("baseline", "update", "a.txt", "big.txt"), 2),
        (("compare", "a.txt", "z.txt"), 1),
    ],
)
def test_every_command_names_it_and_goes_on(run_here, tmp_path: Path, command, code: int) -> None:
    for name, pages in (("a.txt", 48), ("big.txt", 52), ("z.txt", 60)):
        (tmp_path / name).write_text(PLAN.format(pages))
    done = run_here(*command, "--model", "none", "--no-cache")
    assert done.returncode == code
    assert ("left out: big.txt: not enough memory" in told(done)) == (code == 2)
    assert done.stdout or command[0] == "baseline"


@pytest.mark.usefixtures("short_of_memory")
def test_when_none_is_left_it_is_one_line(run_here, tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text(PLAN.format(48))
    done = run_here("compare", "big.txt", "--model", "none", "--no-cache")
    assert (done.returncode, done.stdout) == (2, b"")
    assert told(done).startswith("factcheck: big.txt: not enough memory")


@pytest.mark.usefixtures("short_of_memory")
def test_a_set_with_it_is_told_and_the_exit_code_is_2(run_here, tmp_path: Path) -> None:
    sets = [
        {"id": name, "documents": [{"name": name, "text": PLAN.format(48)}]}
        for name in ("big", "small")
    ]
    (tmp_path / "sets.jsonl").write_text("".join(json.dumps(one) + "\n" for one in sets))
    done = run_here("batch", "sets.jsonl", "--model", "none")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [sorted(row) for row in rows] == [["error", "id"], ["id", "report"]]
    assert "line 1: big: not enough memory" in told(done)


@pytest.mark.usefixtures("short_of_memory")
def test_what_no_source_has_is_not_said_when_a_source_was_left_out(tmp_path: Path) -> None:
    """The source that could not be read may have it."""
    text = "The bridge of Oslo cost 47 million pounds. “We are proud of all the lamps,” Ada said."
    draft = document_from_text(text, name="draft.txt")
    small = document_from_text("The weather was fine in March.", name="small.txt")
    big = document_from_text(f"{text} It is so.", name="big.txt")
    cached = Settings(model="none", use_cache=True, cache_dir=tmp_path)
    found = drafts.run_drafts([draft], [small], settings=cached).findings
    assert {"FC403", "FC601"} & {one.code for one in found}
    for settings in (cached, cached):
        report = drafts.run_drafts([draft], [small, big], settings=settings)
        assert list(report.left_out) == ["big.txt"]
        assert not {"FC403", "FC601"} & {one.code for one in report.findings}


@pytest.mark.usefixtures("short_of_memory")
def test_claims_raise_where_nobody_is_told_of_what_is_left_out() -> None:
    with pytest.raises(OutOfMemoryError, match=r"big\.txt: not enough memory"):
        extraction.read_claims([article("big.txt", 1)], model="none", settings=TIER_0)


def test_the_comparison_itself_can_be_too_much(
    run_here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_matches(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("factcheck.pipeline.find_matches", find_matches)
    (tmp_path / "a.txt").write_text(PLAN.format(48))
    done = run_here("compare", "a.txt", "--model", "none", "--no-cache")
    assert done.returncode == 2
    assert told(done) == (
        "factcheck: not enough memory for all of this; give fewer or shorter texts, or fewer "
        "--jobs\n"
    )
