"""`factcheck batch`: a line in, a line out, in order, whatever some of the sets are."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from factcheck.cli.sets import check_line
from factcheck.config import Settings

TIER_0 = Settings(model="none")


def lines(*sets: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in sets)


def one_set(identity: object, *texts: str, **more: str) -> dict[str, Any]:
    documents = [{"name": f"{i}.txt", "text": text, **more} for i, text in enumerate(texts)]
    return {"id": identity, "documents": documents}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_line_a_set_in_input_order(cli, valid_report: Callable[[Any], None], jobs: str) -> None:
    sets = [one_set(i, "The harbour plan has 48 pages. " * (1 + i % 7)) for i in range(30)]
    broken = b'{"id": "half"\n'
    given = lines(*sets[:10]) + broken + b"\n" + lines({"id": [1]}) + lines(*sets[10:])
    done = cli("batch", "-", "--jobs", jobs, "--model", "none", stdin=given)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    ids = [row["id"] for row in rows]
    assert ids == [*range(10), None, [1], *range(10, 30)]
    for row in rows:
        if "report" in row:
            valid_report(row["report"])
        else:
            assert set(row) == {"id", "error"}
            assert row["error"]["message"].startswith("line 1")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (b"nonsense", "not JSON"),
        (b"\xff\xfe", "UTF-8"),
        (b"[1]", "object"),
        (b'{"id": 7}', "documents"),
        (b'{"id": 7, "documents": []}', "documents"),
        (b'{"id": 7, "documents": [3]}', "document 1"),
        (b'{"id": 7, "documents": [{"name": "a"}]}', "text"),
        (b'{"id": 7, "documents": [{"text": "a"}]}', "name"),
        (b'{"id": 7, "documents": [{"name": "a", "text": 3}]}', "text"),
        (b'{"id": 7, "documents": [{"name": "a", "text": "t", "role": "judge"}]}', "role"),
        (b'{"id": 7, "documents": [{"name": "a", "text": "t", "role": ["x"]}]}', "role"),
        (b'{"id": 7, "documents": [{"name": "a", "text": "t", "published": "May"}]}', "published"),
        (
            b'{"id": 7, "documents": [{"name": "a", "text": "t"}, {"name": "a", "text": "u"}]}',
            "two documents",
        ),
        (b"[" * 100_000, "nested"),
    ],
)
def test_a_set_that_cannot_be_read_is_told(line: bytes, word: str) -> None:
    row = json.loads(check_line(line, 12, TIER_0).line)
    assert row["error"]["message"].startswith("line 12: ")
    assert word in row["error"]["message"]


@pytest.mark.parametrize(
    "document",
    [
        {"published": "2025-12-07", "role": "draft"},
        {"published": "2025-12-07T12:35:00Z", "role": "source"},
        {"published": None, "role": None},
        {"published": "", "role": ""},
        {"unknown": {"fields": "are left alone"}},
    ],
)
def test_what_a_document_may_say(document: dict[str, Any], valid_report) -> None:
    record = one_set("x", "The harbour plan has 48 pages.", **document)
    row = json.loads(check_line(json.dumps(record).encode(), 1, TIER_0).line)
    valid_report(row["report"])
    expected = "2025-12-07" if document.get("published") else None
    assert row["report"]["documents"][0]["published"] == expected


def test_half_a_character_survives(valid_report) -> None:
    row = check_line(
        b'{"id": 1, "documents": [{"name": "a", "text": "half \\ud800 x"}]}', 1, TIER_0
    ).line
    valid_report(json.loads(row.encode("utf-8"))["report"])


def test_the_output_is_a_line_to_every_reader_of_lines() -> None:
    record = one_set("x", "One \u2028 two \x85 three has 48 pages.")
    assert len(check_line(json.dumps(record).encode(), 1, TIER_0).line.splitlines()) == 1
