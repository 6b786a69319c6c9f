"""The cases in `cases/`: what each rule must flag and must not flag, whatever the file names.

`conftest.py` reads them; the file of a rule has its name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from factcheck.model import Document, Finding

Check = Callable[[Sequence[Document], str], tuple[Finding, ...]]


def test_flags(rule: str, flagged: tuple[Document, ...], check: Check) -> None:
    found = check(flagged, rule)
    assert found
    assert all(finding.rule == rule for finding in found)


def test_leaves_alone(rule: str, left_alone: tuple[Document, ...], check: Check) -> None:
    assert [finding.message for finding in check(left_alone, rule)] == []


def test_the_names_of_the_articles_do_not_change_what_is_found(
    rule: str, settled: tuple[Document, ...], check: Check
) -> None:
    names = [document.name for document in settled]
    turned = [replace(one, name=name) for one, name in zip(settled, reversed(names), strict=True)]
    before = {finding.fingerprint for finding in check(settled, rule)}
    assert before == {finding.fingerprint for finding in check(turned, rule)}


def test_severity_follows_confidence(
    rule: str, settled: tuple[Document, ...], check: Check
) -> None:
    for finding in check(settled, rule):
        assert (finding.severity == "error") == (round(finding.confidence, 2) >= 0.9)
