"""FC201 date-mismatch: one event on different dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck.facts.moment_compare import END
from factcheck.match.dimensions import SLIP
from factcheck.match.levels import HEAD, SAME, SYNONYM, words_level
from factcheck.match.slips import YEAR_SWAPPED
from factcheck.model import (
    Claim,
    Fact,
    FactKind,
    Finding,
    Match,
    MomentValue,
    Severity,
    Span,
    StatementValue,
)
from factcheck.rules.clock_times import two_times
from factcheck.rules.conflicts import conflicts, differing, from_draft
from factcheck.rules.findings import of_two
from factcheck.rules.other_figures import other_figures
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.short_findings import date_findings, surest

LEAST = 0.6
# Inside one article two dates of one verb are mostly two events.
LEAST_WITHIN = 0.8
# Times read from two datelines may be a day apart by time zone or by the hour of going to press.
ONE_DAY_APART = 0.85

_COARSE = frozenset({"quarter", "season", "year", "decade", "century"})
# What happens again and again: two days of saying are two sayings.
_REPEATED = frozenset(
    "say tell add speak ask write be become have do make get go come take give see know think "
    "believe want need talk comment tweet post warn insist argue describe note continue remain "
    "keep".split()
)
# What may well happen on two days running; only a very likely pair counts.
_RECURRING = frozenset(
    "meet visit call play attack strike shell fight protest travel return discuss fall rise trade "
    "vote rain pay score win lose beat sing perform appear".split()
)
LEAST_RECURRING = 0.9
# What tells one event from another of its sort.
_TELLING = ("subject", "measure", "event", "place")
_EVENT_LEVELS = (SAME, HEAD, SYNONYM)


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each pair of moments of one event that have no day in common."""
    quoted = _quoted_spans(corpus)
    chosen = []
    for match in differing(corpus, FactKind.MOMENT):
        if any(_is_loose(fact, quoted) for fact in (match.left, match.right)):
            continue
        one, two = (
            corpus.claim_at[fact.document, fact.claim] for fact in (match.left, match.right)
        )
        sure = match.probability
        if not from_draft(corpus, match):
            ahead = all(_lies_ahead(corpus, fact) for fact in (match.left, match.right))
            sure = _confidence(match, one, two, ahead=ahead)
        if sure >= LEAST:
            chosen.append(replace(match, probability=sure))
    message = "{left} here, {right} there, for what seems to be one event"
    found = surest(conflicts(corpus, RULE, message, chosen), date_findings(corpus, RULE))
    yield from surest(found, other_figures(corpus, RULE, FactKind.MOMENT))
    for times in two_times(corpus):
        yield of_two(
            corpus,
            RULE,
            (times.left, times.right),
            message="{here} here, {there} there, for what seems to be one event",
            confidence=times.confidence,
            why=times.why,
        )


def _quoted_spans(corpus: Corpus) -> dict[str, list[Span]]:
    """Spans of quotations by document."""
    found: dict[str, list[Span]] = {}
    for claim in corpus.claims:
        for fact in claim.facts:
            if fact.kind is FactKind.QUOTE:
                found.setdefault(fact.document, []).append(fact.span)
    return found


def _is_loose(fact: Fact, quoted: dict[str, list[Span]]) -> bool:
    """Whether a relative time need not count from the dateline.

    A speaker counts from the day of speaking, and "today" without a past tense may mean nowadays.
    """
    value = fact.value
    assert isinstance(value, MomentValue)
    if not value.relative:
        return False
    if value.expression == "today" and value.tense != "past":
        return True
    return any(span.contains(fact.span) for span in quoted.get(fact.document, ()))


def _lies_ahead(corpus: Corpus, fact: Fact) -> bool:
    """Whether a time is later than its text: "vote on 17 December" plans like "are to vote"."""
    value, published = fact.value, corpus.by_name[fact.document].published
    assert isinstance(value, MomentValue)
    return bool(value.start and published and value.start > published)


def _confidence(match: Match, one: Claim, two: Claim, *, ahead: bool) -> float:
    """The match's probability, lowered or made 0 where the times need not clash."""
    left, right = match.left, match.right
    within = left.document == right.document
    if match.probability < (LEAST_WITHIN if within else LEAST):
        return 0.0
    if one.negated is not two.negated:
        # What didn't happen then may have happened on the other day.
        return 0.0
    if _is_slip(match):
        return match.probability
    one_event = match.comparison.reason == END or _one_event(left, right)
    if not one_event or (one.modality is not two.modality and not ahead):
        return 0.0
    several = all(_is_one_of_several(*each) for each in ((left, one), (right, two)))
    if several and not _but_for_figures(one, two):
        return 0.0
    early, late = left.value, right.value
    assert isinstance(early, MomentValue)
    assert isinstance(late, MomentValue)
    if early.tense and late.tense and early.tense != late.tense:
        return 0.0
    if _COARSE & {early.granularity, late.granularity} and not _same_words(left, right):
        return 0.0
    if _another_week(early, late):
        return 0.0
    heads = {left.slot.event[0], right.slot.event[0]}
    if heads & _RECURRING:
        longer = {early.granularity, late.granularity} - {"day", "hour"}
        if match.probability < LEAST_RECURRING or longer:
            return 0.0
        return min(match.probability, ONE_DAY_APART)
    if sum(part.level == SAME for part in match.parts if part.dimension in _TELLING) < 2:
        # The event alone may come more than once: two semi-finals, two hearings.
        return round(match.probability * ONE_DAY_APART, 6)
    if early.relative and late.relative and not within and _days_apart(early, late) <= 1:
        return round(match.probability * ONE_DAY_APART, 6)
    return match.probability


def _is_slip(match: Match) -> bool:
    """Whether two years are the same digits in sentences alike: "made in 1786", "of 1768"."""
    levels = {part.dimension: part.level for part in match.parts}
    return levels.get(SLIP) == YEAR_SWAPPED and levels.get("words") in ("half", "most")


def _is_one_of_several(fact: Fact, claim: Claim) -> bool:
    """Whether the event is told as one of its sort: "a boat sank"."""
    return any(
        told.value.indefinite
        for told in claim.facts
        if isinstance(told.value, StatementValue) and told.slot.event[:1] == fact.slot.event[:1]
    )


def _but_for_figures(one: Claim, two: Claim) -> bool:
    """Whether two sentences have the same words, figures aside: one was made of the other."""
    return all(any(char.isdigit() for char in word) for word in {*one.words} ^ {*two.words})


def _another_week(early: MomentValue, late: MomentValue) -> bool:
    """Whether the same weekday is read into two weeks: the dateline may be that of an update."""
    if not (early.relative or late.relative) or early.start is None or late.start is None:
        return False
    if early.day is not None and late.day is not None:
        # "Wednesday, December 10" leaves nothing to be read.
        return False
    return early.start != late.start and (early.start - late.start).days % 7 == 0


def _one_event(left: Fact, right: Fact) -> bool:
    """Whether both times are the direct times of events that can be one, and that happen once."""
    if not left.slot.event or not right.slot.event:
        return False
    head, other = left.slot.event[0], right.slot.event[0]
    if words_level((head,), (other,)) not in _EVENT_LEVELS:
        return False
    return head not in _REPEATED and other not in _REPEATED


def _same_words(left: Fact, right: Fact) -> bool:
    """Whether the event itself, and what is known of its subject, is worded alike."""
    if left.slot.event[0] != right.slot.event[0]:
        return False
    for one, two in (
        (left.slot.subject, right.slot.subject),
        (left.slot.measure, right.slot.measure),
    ):
        if one and two and one[0] != two[0]:
            return False
    return True


def _days_apart(early: MomentValue, late: MomentValue) -> int:
    if early.start is None or late.start is None:
        return 99
    return abs((early.start - late.start).days)


RULE = Rule(
    code="FC201",
    name="date-mismatch",
    summary="One event on different dates.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
)
