"""One figure with two directions: "up 40.6%" here and "down 40.6%" there.

A figure with several digits ties two passages together more surely than their wording does, so the
words around it may differ as they like; what is compared is only which way it is said to go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factcheck.annotate.shadow import shadow_of
from factcheck.model import (
    Claim,
    DocumentRole,
    Fact,
    Location,
    Part,
    QuantityValue,
    Relation,
    Span,
)
from factcheck.rules.rule import Corpus

UP = (
    r"up|rises?|rose|risen|rising|increas(?:es?|ed|ing)|grows?|grew|grown|growing|growth"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed|ing)?|soar(?:s|ed|ing)?"
    r"|surg(?:es?|ed|ing)|higher|improv(?:es?|ed|ing|ements?)|expand(?:s|ed|ing)?|expansion"
    r"|widen(?:s|ed|ing)?|swell(?:s|ed|ing)?|swollen|rais(?:es?|ed|ing)|upturn|advanc(?:es?|ed|ing)|rall(?:y|ies|ied)|boost(?:s|ed|ing)?"
)
DOWN = (
    r"down|falls?|fell|fallen|falling|decreas(?:es?|ed|ing)|drop(?:s|ped|ping)?"
    r"|declin(?:es?|ed|ing)|shrinks?|shrank|shrunk|shrinking|reduc(?:es?|ed|ing|tions?)"
    r"|slump(?:s|ed|ing)?|plung(?:es?|ed|ing)|tumbl(?:es?|ed|ing)|lower|contract(?:ed|ing|ion)"
    r"|slid|slides?|sliding|slip(?:s|ped|ping)?|dip(?:s|ped)?|sank|sinks?|cut(?:s|ting)?"
    r"|downturn|los(?:es?|t|ing)|shed(?:s|ding)?|narrow(?:s|ed|ing)?"
)
_GAIN = r"earn(?:s|ed|ing|ings)?|profits?|incomes?"
_LOSS = r"loss(?:es)?|los(?:es?|t|ing)"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Words of two directions: as a whole, and right behind a figure ("12% higher")."""

    within: re.Pattern[str]
    behind: re.Pattern[str]


def _pair(up: str, down: str) -> _Pair:
    words = rf"(?:(?P<up>{up})|(?P<down>{down}))\b"
    return _Pair(
        re.compile(rf"\b{words}"),
        re.compile(rf"\s?(?:,\s(?:which (?:is|was)\s)?(?:an?\s)?)?{words}"),
    )


@cache
def _pairs() -> tuple[_Pair, ...]:
    """The pairs; few runs have one figure in two texts and need them."""
    return (_pair(UP, DOWN), _pair(_GAIN, _LOSS))


# What ends the stretch in which a word of direction belongs to the figure.
_BREAK = re.compile(
    r"[.;:()]|,\s(?:and|but|while|as|with|despite|although)\b"
    r"|\b(?:while|whereas|despite|although|from|than|against|offset|partly)\b"
)
_DENIAL = re.compile(r"\b(?:not|no|never|without|neither|nor)\b|n't\b")
_BEFORE, _BEHIND = 70, 30
_DIMENSIONS = frozenset("money percent count length area volume mass".split()) | {
    "percentage point"
}
_DIGITS = re.compile(r"\d")
# Digits from which a figure is rarely that of two things in two texts on one matter.
_TELLING = 2
_CERTAIN = 3
# Words that say nothing of what it is that moves.
_COUNTED_IN = frozenset(
    "percent per cent percentage point million billion thousand dollar pound euro year quarter "
    "month".split()
)
# Probability of one slot from which two articles, or two sentences of one, count as of one thing.
_ACROSS, _WITHIN = 0.6, 0.85
_SURE, _LIKELY = 0.95, 0.8
_WHY = (Part("value", Relation.EQUAL.value, 3.0),)


@dataclass(frozen=True, slots=True)
class _Direction:
    """+1 or -1, and where the word stands that says so."""

    sign: int
    start: int
    end: int


_Sides = tuple[Location, Location]


@dataclass(frozen=True, slots=True)
class Turned:
    """One figure with opposite directions: both passages, a confidence, and the reasons."""

    figure: Fact
    here: Location
    there: Location
    confidence: float
    why: tuple[Part, ...]


def turned_figures(corpus: Corpus) -> Iterator[Turned]:
    """The figures that go up in one passage and down in another.

    A draft's figure is reported once, and only where no source gives it the draft's direction.
    """
    shadows = {document.name: shadow_of(document.text) for document in corpus.documents}
    if corpus.has_draft:
        yield from _of_draft(corpus, shadows)
        return
    for match in corpus.matches:
        if match.comparison.relation is not Relation.EQUAL:
            continue
        least = _WITHIN if match.left.document == match.right.document else _ACROSS
        left, right = match.left, match.right
        sides = _opposed(corpus, left, right, shadows) if match.probability >= least else None
        if sides is not None:
            yield Turned(left, *sides, min(match.probability, _SURE), match.parts)


def _of_draft(corpus: Corpus, shadows: dict[str, str]) -> Iterator[Turned]:
    sources: dict[tuple[object, ...], list[Fact]] = {}
    drafts: list[Fact] = []
    for claim in corpus.claims:
        for fact in claim.facts:
            role = corpus.by_name[fact.document].role
            if not _is_figure(fact):
                continue
            if role is DocumentRole.SOURCE:
                sources.setdefault(_key(fact), []).append(fact)
            elif role is DocumentRole.DRAFT:
                drafts.append(fact)
    for fact in drafts:
        same = sources.get(_key(fact), [])
        digits = len(_DIGITS.findall(fact.surface.strip("0")))
        if digits < _TELLING or any(_agree(corpus, fact, other, shadows) for other in same):
            continue
        related = [other for other in same if _common(corpus, fact, other)]
        for other in sorted(related, key=lambda other: -len(_common(corpus, fact, other))):
            sides = _opposed(corpus, fact, other, shadows)
            if sides is not None:
                confidence = _SURE if digits >= _CERTAIN else _LIKELY
                yield Turned(fact, *sides, confidence, _WHY)
                break


def _is_figure(fact: Fact) -> bool:
    return isinstance(fact.value, QuantityValue) and fact.value.dimension in _DIMENSIONS


def _key(fact: Fact) -> tuple[object, ...]:
    value = fact.value
    assert isinstance(value, QuantityValue)
    return value.dimension, value.unit, value.low, value.high


def _common(corpus: Corpus, left: Fact, right: Fact) -> set[str]:
    """Content words that both sentences share, besides figures, what they are counted in and
    names: a firm has sales and costs."""
    one, two = (corpus.claim_at[fact.document, fact.claim] for fact in (left, right))
    names = {part.lower() for name in (*one.names, *two.names) for part in name.split()}
    shared = {word for word in set(one.words) & set(two.words) if word.isalpha()}
    return shared - _COUNTED_IN - names


def _opposed(corpus: Corpus, left: Fact, right: Fact, shadows: dict[str, str]) -> _Sides | None:
    """The two passages, from the word of direction to the figure, where the directions differ."""
    for one, two in _directions(corpus, left, right, shadows):
        if one.sign * two.sign < 0:
            return _location(left, one), _location(right, two)
    return None


def _agree(corpus: Corpus, left: Fact, right: Fact, shadows: dict[str, str]) -> bool:
    return any(one.sign * two.sign > 0 for one, two in _directions(corpus, left, right, shadows))


def _location(fact: Fact, direction: _Direction) -> Location:
    start, end = min(fact.span.start, direction.start), max(fact.span.end, direction.end)
    return Location(fact.document, Span(start, end))


def _directions(
    corpus: Corpus, left: Fact, right: Fact, shadows: dict[str, str]
) -> Iterator[tuple[_Direction, _Direction]]:
    """The directions of both figures by each pair of words."""
    if not _is_figure(left) or not _is_figure(right):
        return
    one, two = (corpus.claim_at[fact.document, fact.claim] for fact in (left, right))
    for pair in _pairs():
        here = _direction(shadows[left.document], left, one, pair)
        there = _direction(shadows[right.document], right, two, pair)
        if here is not None and there is not None:
            yield here, there


def _direction(shadow: str, fact: Fact, claim: Claim, pair: _Pair) -> _Direction | None:
    """Which way a figure is said to go, and by which word; None where that isn't clear."""
    others = [other.span for other in claim.facts if isinstance(other.value, QuantityValue)]
    start = max(claim.span.start, fact.span.start - _BEFORE)
    start = max([start, *(span.end for span in others if span.end <= fact.span.start)])
    end = min(claim.span.end, fact.span.end + _BEHIND)
    end = min([end, *(span.start for span in others if span.start >= fact.span.end)])
    before = shadow[start : fact.span.start].lower()
    for stop in _BREAK.finditer(before):
        before = " " * stop.end() + before[stop.end() :]
    if _DENIAL.search(before):
        return None
    found = [_told(hit, start) for hit in pair.within.finditer(before)]
    behind = pair.behind.match(shadow[fact.span.end : end].lower())
    if behind is not None and not (found and "," in behind.group()):
        return _told(behind, fact.span.end)
    return found[0] if len({hit.sign for hit in found}) == 1 else None


def _told(hit: re.Match[str], start: int) -> _Direction:
    name = "up" if hit["up"] else "down"
    return _Direction(1 if hit["up"] else -1, start + hit.start(name), start + hit.end(name))
