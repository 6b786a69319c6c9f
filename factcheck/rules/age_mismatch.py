"""FC204 age-mismatch: an age that doesn't follow from the years given, or two of one person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from factcheck.model import (
    DocumentRole,
    Finding,
    Hedge,
    Location,
    MomentValue,
    QuantityValue,
    Severity,
)
from factcheck.rules.conflicts import SURE, show
from factcheck.rules.findings import make_finding
from factcheck.rules.lives import Part, Told, people_of
from factcheck.rules.nameless_ages import NamelessAge, nameless_ages
from factcheck.rules.rule import Corpus, Rule

CERTAIN, LIKELY = 0.95, 0.75
"""Confidence where more than a birthday or a stale figure parts the two, and where it may."""
ELSEWHERE = 0.88
"""The most where the date of birth is another article's: two people may have one name."""
# Articles on one story are seldom further apart than this.
MOST_YEARS_BETWEEN = 5
# Within so many days two articles should give one age, a birthday aside.
SAME_DAYS = 7
_YEAR = 365.2425


def check(corpus: Corpus) -> Iterator[Finding]:
    """Ages against dates of birth and death in one article, and against ages in all of them."""
    for told in people_of(corpus).values():
        yield from _against_birth(corpus, told)
        yield from _against_birth_elsewhere(corpus, told)
        yield from _against_ages(corpus, told)
    for nameless in nameless_ages(corpus):
        yield _called_otherwise(corpus, nameless)


def _against_birth(corpus: Corpus, told: Sequence[Told]) -> Iterator[Finding]:
    """Each age against the date of birth in the same article."""
    for birth in told:
        if birth.part is not Part.BORN:
            continue
        mine = [other for other in told if other.fact.document == birth.fact.document]
        seen: set[float] = set()
        for age in mine:
            years = _years(age)
            when = _reckoned_at(corpus, age, mine)
            if years is None or when is None or years in seen or age.fact.hedge is not Hedge.EXACT:
                continue
            least, most = _span(birth.value, when)
            if not least <= years <= most and most >= 0:
                seen.add(years)
                off = min(abs(years - least), abs(years - most))
                yield _finding(corpus, birth, age, (least, most), off)


def _against_birth_elsewhere(corpus: Corpus, told: Sequence[Told]) -> Iterator[Finding]:
    """Each age against the date of birth that only other articles give; one finding an age."""
    births = [one for one in told if one.part is Part.BORN]
    dated = {birth.fact.document for birth in births}
    for age in told:
        name = age.fact.document
        mine = [one for one in told if one.fact.document == name]
        years, when = _years(age), _reckoned_at(corpus, age, mine)
        if years is None or when is None or name in dated or age.fact.hedge is not Hedge.EXACT:
            continue
        others = [one for one in births if _may_differ(corpus, age, one)]
        spans = [_span(birth.value, when) for birth in others]
        off = [min(abs(years - least), abs(years - most)) for least, most in spans]
        if others and all(
            not least - 1 <= years <= most + 1 and most >= 0 for least, most in spans
        ):
            nearest = off.index(min(off))
            yield _finding(corpus, others[nearest], age, spans[nearest], off[nearest], ELSEWHERE)


def _may_differ(corpus: Corpus, one: Told, two: Told) -> bool:
    """Whether two articles are held against each other: the sources of a draft are not."""
    roles = {corpus.by_name[told.fact.document].role for told in (one, two)}
    return roles != {DocumentRole.SOURCE}


def _years(told: Told) -> float | None:
    if told.part not in (Part.AGE, Part.AGE_AT_DEATH) or not isinstance(told.value, QuantityValue):
        return None
    return told.value.low


def _reckoned_at(corpus: Corpus, age: Told, mine: Sequence[Told]) -> tuple[date, date] | None:
    """The days on which an age holds: the day of publication, or that of the death."""
    if age.part is Part.AGE:
        if any(other.part is Part.DIED for other in mine):
            return None
        day = corpus.by_name[age.fact.document].published
        return (day, day) if day else None
    for other in mine:
        value = other.value
        if other.part is not Part.DIED or not isinstance(value, MomentValue):
            continue
        if value.start is not None and value.end is not None:
            return value.start, value.end
    return None


def _span(birth: QuantityValue | MomentValue, when: tuple[date, date]) -> tuple[int, int]:
    """The least and the greatest age in full years that dates of birth and reckoning allow."""
    assert isinstance(birth, MomentValue)
    assert birth.start is not None
    assert birth.end is not None
    return _full_years(birth.end, when[0]), _full_years(birth.start, when[1])


def _full_years(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _finding(
    corpus: Corpus,
    birth: Told,
    age: Told,
    allowed: tuple[int, int],
    off: float,
    most_sure: float = 1.0,
) -> Finding:
    least, most = allowed
    made = f"{least} or {most}" if most > least else f"{most}"
    # An article may have been written before the birthday, or before its date.
    confidence = min(most_sure, CERTAIN if off > 1 else LIKELY)
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity if confidence >= SURE else Severity.WARNING,
        confidence=confidence,
        message=f"{show(age.fact)} here; the dates given make it {made}",
        primary=Location(age.fact.document, age.fact.span, show(age.fact)),
        related=[Location(birth.fact.document, birth.fact.span, f"born {show(birth.fact)}")],
        values=(show(age.fact), f"{made} by the dates"),
        topic=f"{age.person}: {age.part.value}",
    )


def _against_ages(corpus: Corpus, told: Sequence[Told]) -> Iterator[Finding]:
    """Ages of one person that no birthday between the articles explains; one finding each two."""
    for part in (Part.AGE, Part.AGE_AT_DEATH):
        firsts: dict[tuple[str, float], Told] = {}
        for age in told:
            years = _years(age)
            if age.part is part and years is not None and age.fact.hedge is Hedge.EXACT:
                firsts.setdefault((age.fact.document, years), age)
        best: dict[tuple[float, ...], tuple[float, Told, Told]] = {}
        for one, two in combinations(firsts.values(), 2):
            confidence = _differ(corpus, one, two, part)
            pair = tuple(sorted({_years(one) or 0.0, _years(two) or 0.0}))
            if confidence and (pair not in best or confidence > best[pair][0]):
                best[pair] = (confidence, one, two)
        for confidence, one, two in best.values():
            yield _two_ages(corpus, one, two, confidence)


def _differ(corpus: Corpus, one: Told, two: Told, part: Part) -> float:
    """The confidence that two ages of one person exclude each other; 0 where they needn't."""
    documents = [corpus.by_name[told.fact.document] for told in (one, two)]
    roles = {document.role for document in documents}
    if not _may_differ(corpus, one, two):
        return 0.0
    if _of_summary_and_text(corpus, one, two):
        return 0.0
    apart = abs((_years(one) or 0.0) - (_years(two) or 0.0))
    days = [document.published for document in documents]
    if apart == 0:
        return 0.0
    # One text may stand here as two documents: its summary and the rest of it.
    if part is Part.AGE_AT_DEATH or documents[0].text == documents[1].text:
        return CERTAIN
    if days[0] is None or days[1] is None:
        # A draft takes its ages from its sources.
        if DocumentRole.DRAFT in roles and DocumentRole.SOURCE in roles:
            return CERTAIN
        # The years between a dated and an undated article may explain the ages; two articles that
        # both give no day are mostly of one day.
        undated = days[0] is None and days[1] is None
        return LIKELY if undated or apart > MOST_YEARS_BETWEEN else 0.0
    gap = abs((days[0] - days[1]).days)
    if gap == 0:
        return CERTAIN
    # A birthday may lie between the two days, or two of them where they are years apart.
    least, most = gap / _YEAR - 1, gap / _YEAR + 1
    older = (_years(one) or 0.0) > (_years(two) or 0.0)
    later = days[0] > days[1]
    if older is later and least < apart < most:
        return LIKELY if gap <= SAME_DAYS else 0.0
    return CERTAIN if apart > 1 else LIKELY


def _of_summary_and_text(corpus: Corpus, one: Told, two: Told) -> bool:
    """Whether headline-mismatch tells of the two."""
    document = one.fact.document
    if two.fact.document != document:
        return False
    above = corpus.summaries[document]
    return len({corpus.claim_at[document, told.claim].block in above for told in (one, two)}) == 2


def _two_ages(corpus: Corpus, one: Told, two: Told, confidence: float) -> Finding:
    if corpus.by_name[two.fact.document].role is DocumentRole.DRAFT:
        one, two = two, one
    ages = [show(one.fact), show(two.fact)]
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity if confidence >= SURE else Severity.WARNING,
        confidence=confidence,
        message=f"{one.person} is {ages[0]} here and {ages[1]} there",
        primary=Location(one.fact.document, one.fact.span, ages[0]),
        related=[Location(two.fact.document, two.fact.span, ages[1])],
        values=ages,
        topic=f"{one.person}: {one.part.value}",
    )


def _called_otherwise(corpus: Corpus, nameless: NamelessAge) -> Finding:
    here, there = nameless.draft, nameless.source
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=Severity.WARNING,
        confidence=nameless.confidence,
        message=f"the {here.surface} here, the {there.surface} in the source",
        primary=Location(here.document, here.span, show(here)),
        related=[Location(there.document, there.span, show(there))],
        values=(show(here), show(there)),
        topic="someone called by the age",
    )


RULE = Rule(
    code="FC204",
    name="age-mismatch",
    summary="An age that doesn't follow from the dates given, or two ages of one person.",
    severity=Severity.ERROR,
    check=check,
)
