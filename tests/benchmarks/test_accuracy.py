"""The measuring commands on data of our own: kinds of slip, the split, the counts, the page."""

from __future__ import annotations

import importlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"


def module(name: str) -> ModuleType:
    """A module of benchmarks/, which is no package."""
    folder = str(ROOT / "benchmarks")
    if folder not in sys.path:
        sys.path.append(folder)
    return importlib.import_module(name)


def record(name: str, source: str, draft: str, **more: Any) -> dict[str, Any]:
    """A record of a draft and its source, clean unless told otherwise."""
    return {
        "id": name,
        "documents": [{"name": "source", "text": source}, {"name": "draft", "text": draft}],
        "label": 0,
        "spans": [],
        "meta": {"task": "draft_vs_source"},
        **more,
    }


SOURCE = "The council of Merrow will plant 340 trees along the canal, the mayor said on Tuesday."
CLEAN = record("a", SOURCE, "Merrow will plant 340 trees along the canal.")
WRONG = record(
    "b",
    SOURCE,
    "Merrow will plant 740 trees along the canal.",
    label=1,
    spans=[{"doc": 1, "start": 18, "end": 21, "text": "740", "type": "number"}],
    meta={
        "task": "draft_vs_source",
        "changes": [{"old": "340", "new": "740", "kind": "number", "start": 18, "end": 21}],
    },
)


@pytest.mark.parametrize(
    ("old", "new", "told", "kind"),
    [
        ("12", "21", "number", "number"),
        ("twelve", "fifteen", "other", "number"),
        ("last week", "next month", "other", "date"),
        ("Anna Bell", "Carla Holt", "name", "name"),
        ("Norway", "Sweden", "name", "place"),
        ("the treasurer", "the chairman", "other", "role"),
        ("is", "is not", "other", "negation"),
        ("will", "may", "other", "certainty"),
        ("rose", "fell", "other", "predicate"),
        ("painted", "burned", "other", "predicate"),
        ("chair", "lamp", "other", "other word"),
    ],
)
def test_kind_of_change(old: str, new: str, told: str, kind: str) -> None:
    assert module("slips").kind_of_change(old, new, told) == kind


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("The mill opened in 1921.", "The mill opened in 1934.", "date"),
        ("The mill has 12 floors.", "The mill has 14 floors.", "number"),
        ("The mill is open.", "The mill is not open.", "negation"),
        ("A mill owned by Ada Reed.", "A mill owned by Tom Pike.", "name"),
        ("A mill that stands in Norway.", "A mill that stands in Sweden.", "place"),
        ("The mill burned down.", "The mill still stands.", "predicate"),
    ],
)
def test_kind_between_two_sentences(one: str, two: str, kind: str) -> None:
    assert module("slips").kind_between(one, two) == kind


def test_a_slip_between_quotation_marks_is_one_of_a_quote() -> None:
    draft = 'The mayor said: "We are calm."'
    change = {"old": "proud", "new": "calm", "kind": "other", "start": 24, "end": 28}
    wrong = record(
        "q",
        SOURCE,
        draft,
        label=1,
        spans=[{"doc": 1, "start": 24, "end": 28, "text": "calm", "type": "other"}],
        meta={"task": "draft_vs_source", "changes": [change]},
    )
    assert [slip.kind for slip in module("slips").slips_of(wrong)] == ["quote"]


def test_records_of_one_article_are_kept_aside_together() -> None:
    slips = module("slips")
    records = [
        record(f"{article}-{number}", f"Article {article} on the canal.", f"Draft {number}.")
        for article in range(20)
        for number in range(3)
    ]
    aside = slips.held_out(records)
    assert len(aside) == 12
    assert len({name.split("-")[0] for name in aside}) == 4
    assert slips.held_out(records[::-1]) == aside


def test_recorded_asks_once(tmp_path: Path) -> None:
    recorded = module("recorded")
    asked = tmp_path / "asked.txt"
    tool = tmp_path / "tool.py"
    tool.write_text(
        "import json, sys\n"
        f"open({str(asked)!r}, 'a').write('asked\\n')\n"
        "for line in open(sys.argv[2], encoding='utf-8'):\n"
        "    print(json.dumps({'id': json.loads(line)['id'], 'report': {'findings': []}}))\n",
        "utf-8",
    )
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "x"}\n{"id": "y"}\n', "utf-8")
    command = [
        *(sys.executable, recorded.__file__, str(tmp_path / "store.jsonl")),
        *(sys.executable, str(tool), "batch", str(path), "--jobs", "1"),
    ]
    runs = [subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2)]
    assert runs[0] == runs[1]
    assert [json.loads(line)["id"] for line in runs[0].splitlines()] == ["x", "y"]
    assert asked.read_text("utf-8") == "asked\n"


def mention(text: str, words: str, chain: str, kind: str, document: int) -> dict[str, Any]:
    start = text.index(words)
    return {
        "doc": document,
        "start": start,
        "end": start + len(words),
        "text": words,
        "type": kind,
        "chain": chain,
    }


def test_alignment_counts_pairs_that_people_put_in_one_chain() -> None:
    alignment = module("alignment")
    one = "Ada Reed opened the mill in Merrow on Monday."
    two = "The mill in Merrow was opened by Ada Reed."
    cluster = {
        "documents": [{"name": "one", "text": one}, {"name": "two", "text": two}],
        "spans": [
            mention(one, "Ada Reed", "P1", "HUMAN_PART_PER", 0),
            mention(two, "Ada Reed", "P1", "HUMAN_PART_PER", 1),
            mention(one, "opened", "A1", "ACTION_OCCURRENCE", 0),
            mention(two, "opened", "A1", "ACTION_OCCURRENCE", 1),
        ],
    }
    counts = alignment.counts_of(cluster)
    people = {key[2]: count for key, count in counts.items() if key[0] == "people"}
    assert people["person"] >= 1
    assert people["statement"] >= 1
    wrong = [key for key in counts if key[0] == "found" and key[-2:] == ("strict", "False")]
    assert not wrong
    assert any("| across | all | equal |" in line for line in alignment.lines_of(counts))


def test_strict_wants_one_event_and_agreeing_subjects() -> None:
    alignment = module("alignment")
    kind = module("factcheck.model").FactKind

    def marks(event: str, subject: str = "") -> Any:
        subjects = frozenset({subject} - {""})
        return alignment.Marks(frozenset(), frozenset({event}), subjects, frozenset({event}), True)

    assert alignment.strictly_one(kind.STATEMENT, marks("a", "s"), marks("a", "s")) is True
    assert alignment.strictly_one(kind.STATEMENT, marks("a", "s"), marks("a", "t")) is False
    assert alignment.strictly_one(kind.STATEMENT, marks("a"), marks("b")) is False
    assert alignment.strictly_one(kind.PERSON, marks("a"), marks("a")) is None
    assert alignment.leniently_one(marks("a", "s"), marks("a", "t")) is True


@pytest.mark.skipif(
    not (BENCH / "score.py").exists(), reason="score.py lies in ../shared/bench, which isn't here"
)
def test_the_page_is_made_of_what_the_tool_reports(tmp_path: Path) -> None:
    shutil.copy(BENCH / "score.py", tmp_path / "score.py")
    lines = "".join(json.dumps(item) + "\n" for item in (CLEAN, WRONG))
    (tmp_path / "bump.jsonl").write_text(lines, "utf-8")
    out = tmp_path / "page.md"
    subprocess.run(
        [
            *(sys.executable, str(ROOT / "benchmarks" / "accuracy.py")),
            *("--factcheck", f"{sys.executable} -m factcheck", "--bench", str(tmp_path)),
            *("--jobs", "1", "--out", str(out)),
        ],
        check=True,
        capture_output=True,
    )
    page = out.read_text("utf-8")
    assert "| bump | 2 |" in page
    assert "| number | 1 | " in page
    assert "340 trees" not in page.split("## What is missed")[0]
