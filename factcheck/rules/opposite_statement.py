"""FC501 opposite-statement: affirmed and denied, opposite direction, actor and target swapped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factcheck.facts.statement_compare import (
    DENIED,
    DIRECTION,
    NOBODY,
    OPPOSITE,
    OTHER_AGENT,
    OTHER_KIND,
    OTHER_PATIENT,
    SWAPPED,
    functional,
)
from factcheck.model import (
    Fact,
    FactKind,
    Finding,
    Location,
    Match,
    Part,
    Severity,
    Span,
    StatementValue,
)
from factcheck.rules.conflicts import SURE, conflicts, differing, from_draft, show
from factcheck.rules.denied_words import denied_words
from factcheck.rules.figure_direction import turned_figures
from factcheck.rules.findings import make_finding
from factcheck.rules.name_lists import other_names_listed
from factcheck.rules.opposite_words import opposed_words
from factcheck.rules.other_days import other_days
from factcheck.rules.other_names import other_names
from factcheck.rules.other_words import other_words
from factcheck.rules.restated import restatements
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.short_findings import statement_findings, surest, untold
from factcheck.rules.swapped_words import OTHER_NAME, swaps

_OTHER_DAY = "another day or span of time"
_OTHER_WORD = "another word"
_ALIKE = "in passages worded alike: “{here}” – “{there}”"
_DENIED_HERE = "denied here, affirmed there"
_ABSENT = "no source has “{here}”; a passage worded alike has “{there}”"
# How far behind a clause its question mark may stand, over quotation marks and emphasis.
_MARKS = 5
_REASONS = (
    DENIED,
    NOBODY,
    OPPOSITE,
    DIRECTION,
    SWAPPED,
    OTHER_AGENT,
    OTHER_PATIENT,
    OTHER_KIND,
)


# Who denies a charge may admit it later, and who is held may be bailed.
_PASSING = ({"admit"}, {"admit", "deny"}, {"bail", "remand"})
_PASSED = 0.85


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each set of statements of which at most one can hold."""
    told: list[Location] = []
    found = (*_statements(corpus), *_turned(corpus))
    for finding in surest(found, statement_findings(corpus, RULE)):
        told += (finding.primary, *finding.related)
        yield finding
    for finding in untold(_restated(corpus), told):
        told += (finding.primary, *finding.related)
        yield finding
    yield from _swapped(corpus, told)
    yield from _alike(corpus, told)


def _statements(corpus: Corpus) -> Iterator[Finding]:
    """The statements of the clauses that were parsed."""
    matches = [
        _doubted(match)
        for match in differing(corpus, FactKind.STATEMENT)
        if _exclusive(corpus, match)
    ]
    for reason in _REASONS:
        yield from conflicts(
            corpus,
            RULE,
            f"{reason}: “{{left}}” – “{{right}}”",
            [match for match in matches if match.comparison.reason == reason],
        )


def _doubted(match: Match) -> Match:
    """The match, less sure where the one may have come after the other: a plea, bail."""
    values = (match.left.value, match.right.value)
    deeds = {value.predicate for value in values if isinstance(value, StatementValue)}
    if deeds not in _PASSING:
        return match
    return replace(match, probability=min(match.probability, _PASSED))


def _turned(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each figure that goes up here and down there."""
    for turned in turned_figures(corpus):
        figure = show(turned.figure)
        yield make_finding(
            corpus,
            code=RULE.code,
            rule=RULE.name,
            severity=Severity.ERROR if turned.confidence >= SURE else Severity.WARNING,
            confidence=turned.confidence,
            message=f"{DIRECTION}: {figure} up in one, down in the other",
            primary=turned.here,
            related=[turned.there],
            values=(figure, DIRECTION),
            why=turned.why,
            topic=figure,
        )


def _restated(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each sentence that changes what its own article says elsewhere."""
    for restatement in restatements(corpus):
        here, there = _folded(restatement.left), _folded(restatement.right)
        yield make_finding(
            corpus,
            code=RULE.code,
            rule=RULE.name,
            severity=Severity.WARNING,
            confidence=restatement.confidence,
            message=restatement.reason,
            primary=here,
            related=[there],
            values=(here.label, there.label),
            why=(Part("words", "most", 4.0),),
            topic=restatement.reason,
        )


def _folded(place: Location) -> Location:
    """A place with the white space of its label folded."""
    return replace(place, label=" ".join(place.label.split()))


def _swapped(corpus: Corpus, told: list[Location]) -> Iterator[Finding]:
    """One finding for each word of a near-copy, or of a list, that was not told as a statement."""
    sources = (("sentence", swaps(corpus)), ("list", other_names_listed(corpus)))
    for where, swap in ((where, swap) for where, found in sources for swap in found):
        if _is_told(swap.right, told):
            continue
        told.append(swap.right)
        yield make_finding(
            corpus,
            code=RULE.code,
            rule=RULE.name,
            severity=Severity.WARNING,
            confidence=swap.confidence,
            message=f"{swap.reason} in a {where} that is else the same: "
            f"“{swap.old}” – “{swap.new}”",
            primary=swap.right,
            related=[swap.left],
            values=(swap.old, swap.new),
            why=(Part("words", "most", 4.0),),
            topic=f"{swap.old} / {swap.new}",
        )


def _alike(corpus: Corpus, told: list[Location]) -> Iterator[Finding]:
    """One finding for each opposite or other word or name of a draft in passages worded alike."""
    found = [
        *(
            (f"{OPPOSITE} {_ALIKE}", one.draft, one.source, one.confidence)
            for one in opposed_words(corpus)
        ),
        *(
            (
                _ABSENT if one.absent else f"{OTHER_NAME} {_ALIKE}",
                one.draft,
                one.source,
                one.confidence,
            )
            for one in other_names(corpus)
        ),
        *(
            (f"{_OTHER_DAY} {_ALIKE}", one.draft, one.source, one.confidence)
            for one in other_days(corpus)
        ),
        *(
            (
                f"{_DENIED_HERE if one.here else DENIED} {_ALIKE}",
                one.draft,
                one.source,
                one.confidence,
            )
            for one in denied_words(corpus)
            if not _is_told(one.sentence, told)
        ),
        *(
            (
                _ABSENT if one.absent else f"{_OTHER_WORD} {_ALIKE}",
                one.draft,
                one.source,
                one.confidence,
            )
            for one in other_words(corpus)
        ),
    ]
    for message, here, there, confidence in found:
        if _is_told(here, told):
            continue
        told.append(here)
        yield make_finding(
            corpus,
            code=RULE.code,
            rule=RULE.name,
            severity=Severity.WARNING,
            confidence=confidence,
            message=message.format(here=here.label, there=there.label),
            primary=here,
            related=[there],
            values=tuple(place.label for place in (here, there) if place.label),
            why=(Part("words around", "alike", 3.0),),
            topic=" / ".join(place.label for place in (there, here) if place.label),
        )


def _is_told(place: Location, told: Iterable[Location]) -> bool:
    """Whether a finding points at a part of a place."""
    return any(one.document == place.document and one.span.overlaps(place.span) for one in told)


def _exclusive(corpus: Corpus, match: Match) -> bool:
    """Whether at most one side can hold.

    Two people may both have welcomed a plan, and what one says another may deny. Another actor or
    object is a conflict only where the statement allows one, or where a draft puts a name in the
    place of its source's.
    """
    reason = match.comparison.reason
    if any(_is_asked(corpus, fact) for fact in (match.left, match.right)):
        return False
    if reason in (DENIED, NOBODY) and _of_two_speakers(corpus, match):
        return False
    if reason not in (OTHER_AGENT, OTHER_PATIENT):
        return True
    values = (match.left.value, match.right.value)
    if all(isinstance(value, StatementValue) and functional(value, reason) for value in values):
        return True
    return from_draft(corpus, match)


def _is_asked(corpus: Corpus, fact: Fact) -> bool:
    """Whether a clause is a question, which affirms nothing."""
    behind = Span(fact.span.end, fact.span.end + _MARKS)
    return corpus.by_name[fact.document].slice(behind).lstrip("\"'”’)*_.").startswith("?")


def _of_two_speakers(corpus: Corpus, match: Match) -> bool:
    """Whether both sides are what someone says, and not the same one."""
    if from_draft(corpus, match):
        return False
    speakers = [
        corpus.claim_at[fact.document, fact.claim].attribution for fact in (match.left, match.right)
    ]
    return all(speakers) and speakers[0] != speakers[1]


RULE = Rule(
    code="FC501",
    name="opposite-statement",
    summary="Affirmed here and denied there, opposite direction, or actor and target swapped.",
    severity=Severity.ERROR,
    check=check,
    tier=1,
    of_words=True,
)
