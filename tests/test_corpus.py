"""The demo corpus: its gold file is sound, and the tool finds what was planted and nothing in the traps."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
EVENTS = sorted(path.parent for path in CORPUS.glob("*/expected.toml"))
SEVERITIES = ("info", "warning", "error")
PLANTED = (
    "FC101 FC102 FC103 FC201 FC202 FC203 FC205 FC301 FC302 FC304 FC401 FC402 FC501 FC603 "
    "FC701 FC702 FC703 FC704 FC705"
).split()


@dataclass(frozen=True)
class Expected:
    """One entry of an `expected.toml`; `code` is empty for a trap."""

    event: str
    files: tuple[str, ...]
    evidence: tuple[str, ...]
    why: str
    code: str = ""
    severity: str = ""

    def __str__(self) -> str:
        return f"{self.event}-{self.code or 'trap'}-{self.why[:40]}"


def entries(kind: str) -> Iterator[Expected]:
    for event in EVENTS:
        table = tomllib.loads((event / "expected.toml").read_text(encoding="utf-8"))
        for row in table.get(kind, []):
            yield Expected(
                event=event.name,
                files=tuple(row["files"]),
                evidence=tuple(row["evidence"]),
                why=row["why"],
                code=row.get("code", ""),
                severity=row.get("severity", ""),
            )


FINDINGS = tuple(entries("finding"))
TRAPS = tuple(entries("trap"))


@pytest.mark.parametrize("entry", [*FINDINGS, *TRAPS], ids=str)
def test_each_quote_stands_in_its_file(entry: Expected) -> None:
    assert len(entry.files) == len(entry.evidence)
    for file, quote in zip(entry.files, entry.evidence, strict=True):
        assert quote in (CORPUS / entry.event / file).read_text(encoding="utf-8")


def test_each_event_has_articles_of_several_sources() -> None:
    assert len(EVENTS) >= 3
    for event in EVENTS:
        assert len([*event.glob("*.txt"), *event.glob("*.md")]) >= 3


def test_each_rule_has_a_planted_discrepancy() -> None:
    assert {entry.code for entry in FINDINGS} >= set(PLANTED)
    assert {entry.severity for entry in FINDINGS} <= set(SEVERITIES)
