"""Changes that one text states with their end, and another with their start: "up 2.5 per cent to
36.4" here, 36.4% and 33.9% there.

One text alone can't be reckoned with; the same end, in a passage that names the same thing, says
which figures of the other text belong to the change.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.match.rarity import commonness
from factcheck.model import Claim, DocumentRole, Fact, Hedge, QuantityValue
from factcheck.rules.changes import OTHER_BASE
from factcheck.rules.figure_direction import DOWN, UP
from factcheck.rules.figures import (
    FIGURE,
    Masked,
    Range,
    amount,
    number_of,
    range_of,
)
from factcheck.rules.patterns import compiled
from factcheck.rules.reckoning import (
    ROUNDED,
    SCALES,
    Reckoning,
    alike,
    in_percent,
    plain,
    share_of_change,
    stated_range,
)
from factcheck.rules.rule import Corpus

_C, _B = (FIGURE.replace("(", f"(?P<{name}>", 1) for name in "cb")
_MOVE = rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b"
_GAP = r"[^\ue001.;:()]{0,30}?"
# c: the change, b: its end.
_FORMS = (
    rf"{_MOVE}{_GAP}(?:\bby\s)?{_C},?\s(?:on\sthe\s\w+,?\s)?to\s(?:\w+\s){{0,2}}?{_B}",
    rf"{_B},?\s\(?{_MOVE}\s(?:by\s)?{_C}",
)
_DENIED = re.compile(r"\b(?:not|never|no|without|between|respectively|forecast|expected)\b")
_AROUND = 30
_BARE = ("number", "count")
# Beyond this a passage is a list of figures, of which some pair will fit by accident.
_MOST_FIGURES = 4
# How rare a word has to be that says which thing both passages are about.
_TELLING = 0.5
CONFIDENCE = 0.88
"""Of both kinds: percent for points is house style to some, and a start may be of another year."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change, its end, and +1 or -1."""

    figure: Fact
    end: Fact
    sign: int


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence or a row of a table, with its exact figures."""

    claim: Claim
    figures: tuple[Fact, ...]


def starts_told(corpus: Corpus, sentences: Iterable[Masked]) -> Iterator[Reckoning]:
    """Changes in percent that don't follow from the figures that another text has with their end.

    `sentences` are those of the run. In a run with a draft those of the draft are held against its
    sources.
    """
    changes = [
        change
        for sentence in sentences
        if _may_be_wrong(corpus, sentence)
        for change in _changes(sentence)
    ]
    if not changes:
        return
    passages = _by_number(corpus)
    points = _points(corpus)
    for change in changes:
        reckoned = _reckoned(corpus, change, passages) or _told_in_points(corpus, change, points)
        if reckoned is not None:
            yield reckoned


def _by_number(corpus: Corpus) -> dict[str, list[_Passage]]:
    """Passages with a few figures by the digits of each, which are the same on every scale."""
    found: dict[str, list[_Passage]] = {}
    for claim in corpus.claims:
        role = corpus.by_name[claim.document].role
        if corpus.has_draft and role is not DocumentRole.SOURCE:
            continue
        passage = _Passage(claim, _figures(claim))
        if 1 < len(passage.figures) <= _MOST_FIGURES:
            for digits in {_digits(fact) for fact in passage.figures}:
                found.setdefault(digits, []).append(passage)
    return found


def _points(corpus: Corpus) -> dict[float, list[Fact]]:
    """Changes in percentage points of several digits, by their number; of a draft's sources."""
    found: dict[float, list[Fact]] = {}
    for claim in corpus.claims:
        if corpus.has_draft and corpus.by_name[claim.document].role is not DocumentRole.SOURCE:
            continue
        for fact in _figures(claim):
            number = round(number_of(fact), 6)
            if amount(fact).dimension == "percentage point" and number % 1:
                found.setdefault(number, []).append(fact)
    return found


def _told_in_points(
    corpus: Corpus, change: _Change, points: Mapping[float, Sequence[Fact]]
) -> Reckoning | None:
    """A change whose number another text gives in points, and its end elsewhere."""
    if amount(change.end).dimension != "percent":
        return None
    for fact in points.get(round(number_of(change.figure), 6), ()):
        if fact.document == change.figure.document:
            continue
        ends = (
            other
            for claim in corpus.claims_of[fact.document]
            for other in _figures(claim)
            if amount(other).dimension == "percent" and _is_same(change.end, other)
        )
        end = next(ends, None)
        if end is not None:
            made = f"{plain(number_of(fact))} percentage points"
            return Reckoning(change.figure, (fact, end), made, CONFIDENCE, "change")
    return None


def _digits(fact: Fact) -> str:
    return f"{number_of(fact):.9e}".partition("e")[0]


def _may_be_wrong(corpus: Corpus, sentence: Masked) -> bool:
    role = corpus.by_name[sentence.facts[0].document].role
    return role is DocumentRole.DRAFT or not corpus.has_draft


def _figures(claim: Claim) -> tuple[Fact, ...]:
    """The exact figures of a sentence or a row of a table."""
    return tuple(
        fact
        for fact in claim.facts
        if isinstance(fact.value, QuantityValue)
        and fact.value.low == fact.value.high
        and fact.hedge is Hedge.EXACT
        and fact.value.dimension not in ("ordinal", "label", "identifier", "score", "age")
    )


def _changes(sentence: Masked) -> Iterator[_Change]:
    seen: set[str] = set()
    for form in _FORMS:
        for found in compiled(form).finditer(sentence.text):
            figure, end = (sentence.facts[int(found[name])] for name in "cb")
            percent = amount(figure).dimension == "percent" and amount(figure).per == ""
            exact = all(fact.hedge is Hedge.EXACT for fact in (figure, end))
            around = sentence.text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            if not percent or not exact or found["c"] in seen:
                continue
            if _DENIED.search(around) or OTHER_BASE.search(around):
                continue
            seen.add(found["c"])
            yield _Change(figure, end, 1 if found["up"] else -1)


def _reckoned(
    corpus: Corpus, change: _Change, passages: Mapping[str, Sequence[_Passage]]
) -> Reckoning | None:
    """The change against the start that another text has beside the end; None where it fits."""
    mine = corpus.claim_at[change.figure.document, change.figure.claim]
    wrong: Reckoning | None = None
    for passage in passages.get(_digits(change.end), ()):
        other = passage.claim
        if other.document == mine.document or not _on_one_thing(mine, other):
            continue
        for start, end in _starts_and_ends(change, passage.figures):
            made = _made(change, start, end)
            if made == "":
                return None
            if made is not None and wrong is None:
                wrong = Reckoning(change.figure, (end, start), made, CONFIDENCE, "change")
        points = _in_points(change, passage.figures)
        if points is not None and wrong is None:
            made = f"{plain(number_of(points))} percentage points"
            wrong = Reckoning(change.figure, (points,), made, CONFIDENCE, "change")
    return wrong


def _in_points(change: _Change, figures: Sequence[Fact]) -> Fact | None:
    """The same change to the same end, told in percentage points."""
    if amount(change.end).dimension != "percent":
        return None
    if not any(_is_same(change.end, end) for end in figures):
        return None
    for fact in figures:
        points = amount(fact).dimension == "percentage point"
        if points and math.isclose(number_of(fact), number_of(change.figure), rel_tol=1e-6):
            return fact
    return None


def _starts_and_ends(change: _Change, figures: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The figure of a passage beside the one that is the change's end."""
    for end in figures:
        if _is_same(change.end, end):
            like = [start for start in figures if start is not end and _comparable(start, end)]
            # Of several one will fit by accident.
            yield from ((start, end) for start in like if len(like) == 1)


def _on_one_thing(mine: Claim, other: Claim) -> bool:
    """Whether both passages share a word that tells."""
    shared = {word for word in mine.words if word in other.words and not word[0].isdigit()}
    return any(1.0 - commonness(word) >= _TELLING for word in shared)


def _is_same(end: Fact, other: Fact) -> bool:
    """Whether two figures are one, a unit in the head of a table allowed for."""
    one, two = amount(end), amount(other)
    if alike(end, other) and "number" not in (one.dimension, two.dimension):
        return math.isclose(one.low, two.low, rel_tol=1e-9)
    if two.dimension not in _BARE or two.unit:
        return False
    return any(math.isclose(one.low, two.low * scale, rel_tol=1e-9) for scale in SCALES)


def _comparable(start: Fact, end: Fact) -> bool:
    one, two = amount(start), amount(end)
    units_agree = one.unit == two.unit or not one.unit or not two.unit
    return one.dimension == two.dimension and units_agree and min(one.low, two.low) > 0


def _made(change: _Change, start: Fact, end: Fact) -> str | None:
    """What start and end make of the change: "" where it follows, None where nothing is told."""
    stated = stated_range(change.figure, slack=ROUNDED)
    share = share_of_change(*(range_of(fact, slack=ROUNDED) for fact in (start, end)))
    along, against = (_times(share, sign) for sign in (change.sign, -change.sign))
    if along.meets(stated):
        return ""
    points = (number_of(end) - number_of(start)) * change.sign
    words = in_percent(number_of(start), number_of(end))
    if amount(change.end).dimension == "percent":
        exactly = math.isclose(points, number_of(change.figure), rel_tol=1e-6)
        return f"{plain(points)} percentage points, or {words}" if exactly else None
    if against.meets(stated):
        return f"a {'fall' if change.sign > 0 else 'rise'} of {words}"
    return None


def _times(span: Range, sign: int) -> Range:
    return span if sign > 0 else Range(-span.high, -span.low)
