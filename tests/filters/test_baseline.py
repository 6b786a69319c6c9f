"""The file of a baseline: what it holds, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.filters.baseline_file import Baseline, dump, parse, read_baseline
from factcheck.model import Accepted, FactcheckError


def test_what_is_written_is_read_again() -> None:
    entries = (
        Accepted("0123456789abcdef", "FC101", "quantity-mismatch", "a.md", "48 here, 52 there"),
        Accepted("ab", "FC203", "x", "ü.md", "“31 April”", ("c.md",), count=2, reason="printed so"),
        Accepted("cd", document="\udcff.md"),
    )
    baseline = Baseline(entries, 0.6)
    assert parse(dump(baseline), Path("b.json")) == baseline


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (None, "factcheck baseline update"),
        ("", "not a baseline"),
        ("[]", "schema"),
        ("{}", "schema"),
        ('{"schema": "factcheck.baseline/v2", "entries": []}', "factcheck.baseline/v1"),
        ('{"schema": "factcheck.baseline/v1"}', "entries"),
        ('{"schema": "factcheck.baseline/v1", "entries": [3]}', "entry 1"),
        ('{"schema": "factcheck.baseline/v1", "entries": [{"code": "FC101"}]}', "fingerprint"),
        (
            '{"schema": "factcheck.baseline/v1", "entries": [{"fingerprint": "a", "count": true}]}',
            "count",
        ),
        (
            '{"schema": "factcheck.baseline/v1", "entries": [{"fingerprint": "a", "others": "b"}]}',
            "others",
        ),
        ("[" * 100_000, "nested"),
    ],
)
def test_what_is_no_baseline_is_refused_in_one_line(
    tmp_path: Path, content: str | None, word: str
) -> None:
    path = tmp_path / "b.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(FactcheckError) as caught:
        read_baseline(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert word in message
    assert "\n" not in message
