"""One event at two times of the day: "came ashore at 9pm" here, "at 8pm" there.

A clock time is no fact of its own here: what ties two of them together is a statement that both
texts make, each in a sentence that has one time. A bound ("by 9pm") says too little, a round or
vague one ("about 9pm") leaves room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.shadow import shadow_of
from factcheck.model import (
    Claim,
    Fact,
    FactKind,
    Location,
    Match,
    MomentValue,
    Part,
    QuoteValue,
    Relation,
    Span,
    StatementValue,
)
from factcheck.rules.conflicts import from_draft
from factcheck.rules.patterns import compiled
from factcheck.rules.rule import Corpus

_CLOCK = (
    r"(?<![\d.,:£$€-])(?:(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?"
    r"(?P<half>[ap])\.?m\b\.?"
    r"|(?P<day_hour>[01]?\d|2[0-3])(?::|(?<=\bat \d\d)\.|(?<=\bat \d)\.)"
    r"(?P<day_minute>[0-5]\d)(?![\d:]))"
)
_NOT_CLOCK = r"\s?(?:%|per cent|minutes|seconds|hours)"
_VAGUE = r"\b(?:about|around|shortly|soon|just|nearly|almost|roughly|approximately|some time)\b"
_BOUND = (
    r"(?:\b(?:by|until|till|from|since|between|past|to|and|or|than|before|after|as late as"
    r"|as early as)|[-/])\s*$"
)
_BEFORE = 24
_SURE, _LIKELY = 0.95, 0.85
_CONFIDENCE, _LESS = 0.8, 0.7
# Minutes by which two times may differ: as told, on the half hour, on the hour, told as vague.
_EXACT, _HALF, _ROUND, _ROUGH = 4, 9, 14, 35
_DAY = 24 * 60
# Verbs that say too little of what it is that happens.
_PLAIN = frozenset("be have do see say tell".split())


@dataclass(frozen=True, slots=True)
class TwoTimes:
    """The two times of one event, the statement that ties them, and how sure that is."""

    left: Location
    right: Location
    confidence: float
    why: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class _Time:
    minutes: int
    slack: int
    place: Location


def two_times(corpus: Corpus) -> Iterator[TwoTimes]:
    """The times that sentences with one statement give differently; each pair of places once."""
    shadows: dict[str, str] = {}
    known: dict[tuple[str, int], _Time | None] = {}
    seen: set[tuple[Location, Location]] = set()
    for match in corpus.matches:
        if not _is_one_event(corpus, match):
            continue
        for fact in (match.left, match.right):
            if (fact.document, fact.claim) not in known:
                known[fact.document, fact.claim] = _only_time(corpus, shadows, fact)
        left, right = (known[fact.document, fact.claim] for fact in (match.left, match.right))
        if left is None or right is None or (left.place, right.place) in seen:
            continue
        apart = abs(left.minutes - right.minutes)
        if min(apart, _DAY - apart) <= max(left.slack, right.slack):
            continue
        if _has(shadows, right.place.document, left) or _has(shadows, left.place.document, right):
            continue
        seen.add((left.place, right.place))
        sure = match.probability >= _SURE and max(left.slack, right.slack) < _ROUGH
        yield TwoTimes(left.place, right.place, _CONFIDENCE if sure else _LESS, match.parts)


def _is_one_event(corpus: Corpus, match: Match) -> bool:
    """Whether a match is of one statement in two texts, on days that don't differ."""
    if match.left.kind is not FactKind.STATEMENT or match.left.document == match.right.document:
        return False
    if match.comparison.relation is not Relation.EQUAL or match.probability < _LIKELY:
        return False
    if corpus.has_draft and not from_draft(corpus, match):
        return False
    value = match.left.value
    assert isinstance(value, StatementValue)
    if value.predicate in _PLAIN or value.negated:
        return False
    one, two = (corpus.claim_at[fact.document, fact.claim] for fact in (match.left, match.right))
    return one.modality is two.modality and _share_a_day(one, two)


def _share_a_day(one: Claim, two: Claim) -> bool:
    days = [
        [
            fact.value
            for fact in claim.facts
            if isinstance(fact.value, MomentValue) and fact.value.start and fact.value.end
        ]
        for claim in (one, two)
    ]
    if not all(days):
        return True
    return any(
        mine.start <= theirs.end and theirs.start <= mine.end
        for mine in days[0]
        for theirs in days[1]
        if mine.start and mine.end and theirs.start and theirs.end
    )


def _only_time(corpus: Corpus, shadows: dict[str, str], fact: Fact) -> _Time | None:
    """The time of the sentence that holds a statement; None where it has none or several."""
    claim = corpus.claim_at[fact.document, fact.claim]
    if fact.document not in shadows:
        shadows[fact.document] = shadow_of(corpus.by_name[fact.document].text)
    if any(isinstance(one.value, QuoteValue) for one in claim.facts):
        return None
    times = list(_times(shadows[fact.document], claim.span))
    if len(times) != 1 or times[0][1] is None:
        return None
    match, slack = times[0]
    assert slack is not None
    place = Location(fact.document, Span(match.start(), match.end()), match.group().rstrip("."))
    return _Time(_minutes(match), slack, place)


def _times(shadow: str, span: Span) -> Iterator[tuple[re.Match[str], int | None]]:
    """The clock times in a span with their slack, None for a bound."""
    for match in compiled(_CLOCK).finditer(shadow, span.start, span.end):
        if compiled(_NOT_CLOCK).match(shadow, match.end()):
            continue
        before = shadow[max(span.start, match.start() - _BEFORE) : match.start()]
        if compiled(_VAGUE).search(before):
            yield match, _ROUGH
        elif compiled(_BOUND).search(before):
            yield match, None
        else:
            minute = _minutes(match) % 60
            yield match, _ROUND if not minute else _HALF if not minute % 15 else _EXACT


def _minutes(match: re.Match[str]) -> int:
    if match["day_hour"]:
        return int(match["day_hour"]) * 60 + int(match["day_minute"])
    return (int(match["hour"]) % 12 + 12 * (match["half"] == "p")) * 60 + int(match["minute"] or 0)


def _has(shadows: dict[str, str], document: str, time: _Time) -> bool:
    """Whether a text has the time of the other one as well."""
    found = compiled(_CLOCK).finditer(shadows[document])
    return any(_minutes(match) == time.minutes for match in found)
