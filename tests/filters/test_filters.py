"""Selection, thresholds, doubles and order."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace

import pytest

from factcheck.config import Settings
from factcheck.filters import keep, select_rules
from factcheck.filters.findings import drop_doubles, in_order
from factcheck.model import (
    Document,
    DocumentRole,
    FactcheckError,
    Finding,
    Location,
    Scope,
    Severity,
    Span,
)
from factcheck.read import document_from_text
from factcheck.rules.rule import Corpus, Rule


def rule(code: str, name: str, *, default: bool = True) -> Rule:
    return Rule(code, name, "", Severity.ERROR, lambda corpus: (), default=default)


SOME = (
    rule("FC101", "quantity-mismatch"),
    rule("FC102", "duration-mismatch"),
    rule("FC201", "date-mismatch"),
    rule("FC602", "single-source", default=False),
)


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], "FC101 FC102 FC201"),
        (["FC1"], [], "FC101 FC102"),
        (["fc101", "date-mismatch"], [], "FC101 FC201"),
        (["ALL"], [], "FC101 FC102 FC201 FC602"),
        (["single-source"], [], "FC602"),
        ([], ["FC1"], "FC201"),
        (["ALL"], ["FC6", "duration-mismatch"], "FC101 FC201"),
    ],
)
def test_selection(select: list[str], ignore: list[str], codes: str) -> None:
    chosen = select_rules(SOME, select=select, ignore=ignore)
    assert " ".join(one.code for one in chosen) == codes


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("quantity-missmatch", "did you mean quantity-mismatch"),
        ("FC111", "FC1"),
        ("FC", "no rule"),
        ("", "no rule"),
        ("xyzzy", "factcheck rules"),
    ],
)
def test_unknown_words_are_refused(word: str, message: str) -> None:
    for words in ({"select": [word]}, {"ignore": [word]}):
        with pytest.raises(FactcheckError, match=message):
            select_rules(SOME, **words)


def test_nothing_left_is_refused() -> None:
    with pytest.raises(FactcheckError, match="nothing to check"):
        select_rules(SOME, select=["FC101"], ignore=["FC1"])


def finding(
    *places: tuple[str, int, int],
    code: str = "FC101",
    severity: Severity = Severity.ERROR,
    confidence: float = 0.9,
) -> Finding:
    primary, *related = (Location(name, Span(start, end)) for name, start, end in places)
    return Finding(
        code=code,
        rule="quantity-mismatch",
        severity=severity,
        confidence=confidence,
        message="m",
        scope=Scope.ACROSS,
        primary=primary,
        related=tuple(related),
    )


def kept(findings: Iterable[Finding], settings: Settings, *, draft: str = "") -> tuple[int, int]:
    documents = tuple(
        Document(name, "x" * 99, role=DocumentRole.DRAFT if name == draft else DocumentRole.SOURCE)
        for name in "abc"
    )
    shown, hidden = keep(findings, corpus=Corpus(documents, ()), settings=settings)
    return len(shown), hidden


def test_doubtful_findings_are_hidden_and_counted() -> None:
    found = [finding(("a", 0, 3), confidence=0.6), finding(("a", 9, 12), confidence=0.59)]
    assert kept(found, Settings()) == (1, 1)
    assert kept(found, Settings(pedantic=True)) == (2, 0)
    assert kept(found, Settings(min_confidence=0.0)) == (2, 0)
    assert kept(found, Settings(min_confidence=0.95)) == (0, 2)


def test_a_draft_run_keeps_what_touches_the_draft() -> None:
    found = [finding(("a", 0, 3), ("b", 0, 3)), finding(("a", 9, 12), ("c", 0, 3))]
    assert kept(found, Settings(), draft="b") == (1, 0)
    assert kept(found, Settings()) == (2, 0)


def test_the_place_in_the_draft_comes_first_and_the_fingerprint_stays() -> None:
    found = finding(("a", 0, 3), ("c", 4, 5), ("b", 0, 3), ("b", 7, 9))
    roles = {"b": DocumentRole.DRAFT}
    documents = tuple(
        Document(name, "", role=roles.get(name, DocumentRole.SOURCE)) for name in "abc"
    )
    (shown,), _ = keep([found], corpus=Corpus(documents, ()), settings=Settings())
    places = [(place.document, place.span.start) for place in (shown.primary, *shown.related)]
    assert places == [("b", 0), ("a", 0), ("c", 4), ("b", 7)]
    assert shown.fingerprint == found.fingerprint


def test_the_better_of_two_findings_on_one_place_stays() -> None:
    low = finding(("a", 0, 5), ("b", 0, 5), confidence=0.7)
    high = finding(("b", 2, 6), ("a", 3, 9), confidence=0.8)
    assert drop_doubles(in_order([low, high])) == (high,)


@pytest.mark.parametrize(
    "other",
    [
        finding(("a", 0, 5), ("c", 0, 5)),
        finding(("a", 5, 9), ("b", 0, 5)),
        finding(("a", 0, 5), ("b", 0, 5), code="FC102"),
        finding(("a", 0, 5), ("b", 0, 5), ("c", 0, 5), confidence=0.5),
    ],
)
def test_what_only_looks_alike_stays(other: Finding) -> None:
    one = finding(("a", 0, 5), ("b", 0, 5))
    assert len(drop_doubles(in_order([one, other]))) == 2


@pytest.mark.parametrize(
    ("other", "values", "left"),
    [
        (finding(("a", 7, 14), ("b", 0, 3)), ("12 cows",), 1),
        (finding(("a", 7, 14), severity=Severity.WARNING), ("12", "COWS"), 1),
        (finding(("a", 7, 14)), ("12 cows", "9 pigs"), 2),  # the pigs are told by nobody else
        (finding(("a", 7, 14)), (), 2),  # it says nothing that another could say
        (finding(("b", 7, 14)), ("12 cows",), 2),  # another text
        (finding(("a", 7, 14), severity=Severity.INFO), ("12 cows",), 2),
        (finding(("a", 0, 30)), ("12 cows",), 2),  # about more than the claim
        (finding(("a", 7, 14), confidence=0.5), ("12 cows",), 1),  # it isn't shown itself
    ],
)
def test_what_others_tell_in_full_is_not_told_again(
    other: Finding, values: tuple[str, ...], left: int
) -> None:
    text = "It has 12 cows and 9 pigs. It is old."
    documents = tuple(document_from_text(text, name=name) for name in "ab")
    vague = replace(finding(("a", 0, 26), code="FC601"), values=values, confidence=0.7)
    rules = (replace(rule("FC601", "unsupported-claim"), yields=True), rule("FC101", "x"))
    found = [vague, other]
    shown, hidden = keep(found, corpus=Corpus(documents, ()), settings=Settings(), rules=rules)
    assert len(shown) == left
    assert hidden == (other.confidence < 0.6)
    assert (vague in shown) == (left == 2 or other.confidence < 0.6)


@pytest.mark.parametrize(
    ("other", "left"),
    [
        (finding(("a", 0, 9), ("b", 0, 9), code="FC201"), 1),
        (finding(("a", 3, 12), ("b", 3, 12), code="FC201"), 1),
        (finding(("a", 0, 9), code="FC201"), 2),  # one side alone
        (finding(("a", 0, 9), ("c", 0, 9), code="FC201"), 2),
        (finding(("a", 0, 9), ("b", 0, 99), code="FC201"), 2),  # a clause: it says another thing
        (finding(("a", 0, 9), ("b", 0, 9), code="FC201", severity=Severity.INFO), 2),
    ],
)
def test_a_word_that_another_rule_tells_is_not_told_again(other: Finding, left: int) -> None:
    documents = tuple(document_from_text("September. " * 20, name=name) for name in "abc")
    word = finding(("a", 0, 9), ("b", 0, 9), code="FC501", severity=Severity.WARNING)
    rules = (replace(rule("FC501", "opposite-statement"), of_words=True), rule("FC201", "x"))
    shown, _ = keep([word, other], corpus=Corpus(documents, ()), settings=Settings(), rules=rules)
    assert len(shown) == left
    assert other in shown


def test_order_is_by_severity_then_confidence_whatever_came_first() -> None:
    found = [
        finding((name, start, start + 2), severity=severity, confidence=confidence)
        for name in "ab"
        for start in (0, 9)
        for severity in Severity
        for confidence in (0.7, 0.9)
    ]
    expected = in_order(found)
    ranks = [(-one.severity.level, -one.confidence) for one in expected]
    assert ranks == sorted(ranks)
    for seed in range(5):
        shuffled = random.Random(seed).sample(found, len(found))
        assert in_order(shuffled) == expected


@pytest.mark.parametrize("wrong", [{"min_confidence": 1.1}, {"min_confidence": -1.0}, {"jobs": 0}])
def test_settings_out_of_range_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(FactcheckError):
        Settings(**wrong)
