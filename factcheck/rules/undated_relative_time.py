"""FC205 undated-relative-time: one event in relative times that a missing dateline leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.facts.moment import KIND
from factcheck.match.context import Context, context_of
from factcheck.match.levels import HEAD, SAME, SYNONYM, words_level
from factcheck.match.synonyms import same_class
from factcheck.model import (
    Claim,
    Fact,
    FactKind,
    Finding,
    Hedge,
    Location,
    MomentValue,
    Part,
    Relation,
    Severity,
)
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

# Events that happen to a thing once, so that two times of them can be held side by side.
_PUBLISHING = "publish"
_ONCE = frozenset(
    "publish release unveil announce reveal issue launch open close die kill bear sign resign "
    "retire marry appoint elect inaugurate arrest convict sentence acquire merge adopt approve "
    "ratify found collapse sink".split()
)
# "made public", "came out", "went on sale": the verb says little, the words beside it say it.
_LIGHT = frozenset({"make", "go", "come"})
_LIGHT_PARTNERS = frozenset({"public", "publicly"})

_UNITS = frozenset({"day", "hour", "week", "weekend", "month"})
_AGREE = (SAME, HEAD, SYNONYM)


@dataclass(frozen=True, slots=True)
class _Placing:
    """One event placed in time: the fact, its event word and the words for what it happened to."""

    fact: Fact
    event: str
    things: tuple[str, ...]


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each event with two relative times that can't be set against each other."""
    placings = [
        placing
        for claim in corpus.claims
        for fact in claim.facts
        if (placing := _placing(fact, claim)) is not None
    ]
    if len({placing.fact.document for placing in placings}) < 2:
        return
    context = context_of(corpus.documents, corpus.claims)
    for group in _groups(placings, context):
        yield _finding(corpus, group)


def _placing(fact: Fact, claim: Claim) -> _Placing | None:
    value = fact.value
    if fact.kind is not FactKind.MOMENT or not isinstance(value, MomentValue):
        return None
    if not value.relative or value.granularity not in _UNITS or fact.hedge is not Hedge.EXACT:
        return None
    if not _is_told_from_dateline(value) or value.tense == "future" or not fact.slot.event:
        return None
    event = fact.slot.event[0]
    if event in _LIGHT and not _LIGHT_PARTNERS.isdisjoint(claim.words):
        event = _PUBLISHING
    if not any(same_class(event, word) for word in sorted(_ONCE)):
        return None
    return _Placing(fact, event, _things(fact))


def _is_told_from_dateline(value: MomentValue) -> bool:
    """Whether the words count from the day of writing: "last week", "Friday", "two days ago"."""
    words = value.expression.split()
    if value.month is not None or not words:
        return False
    if words[-1] in {"earlier", "later", "before", "previously"} or words[0] in {"the", "that"}:
        return "yesterday" in words or "tomorrow" in words
    return True


def _things(fact: Fact) -> tuple[str, ...]:
    """Heads of what the event happened to, or of who it happened to if nothing is acted on."""
    return (fact.slot.measure or fact.slot.subject)[:1]


def _groups(placings: list[_Placing], context: Context) -> Iterator[list[_Placing]]:
    """Placings joined by pairs that are one event, each with a pair that can't be reconciled."""
    parent = list(range(len(placings)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    open_pairs: list[int] = []
    for index, one in enumerate(placings):
        for number in range(index + 1, len(placings)):
            two = placings[number]
            if _is_one_event(one, two, context):
                low, high = sorted((root(index), root(number)))
                parent[high] = low
                if _cannot_be_reconciled(one.fact, two.fact, context):
                    open_pairs.append(index)
    for start in sorted({root(index) for index in open_pairs}):
        yield [placing for index, placing in enumerate(placings) if root(index) == start]


def _is_one_event(one: _Placing, two: _Placing, context: Context) -> bool:
    if one.fact.document == two.fact.document:
        return False
    if context.standing(one.fact.document, two.fact.document) == "unrelated":
        return False
    if not same_class(one.event, two.event):
        return False
    return any(
        words_level((left,), (right,)) in _AGREE for left in one.things for right in two.things
    )


def _cannot_be_reconciled(left: Fact, right: Fact, context: Context) -> bool:
    one, two = left.value, right.value
    assert isinstance(one, MomentValue)
    assert isinstance(two, MomentValue)
    undated = any(context.documents[fact.document].published is None for fact in (left, right))
    if not undated or _wording(one) == _wording(two):
        return False
    return KIND.compare(left, right).relation is Relation.INCOMPARABLE


def _wording(value: MomentValue) -> str:
    return value.expression.removeprefix("on ").removeprefix("over ").removeprefix("the ")


def _finding(corpus: Corpus, group: list[_Placing]) -> Finding:
    undated = [item for item in group if corpus.by_name[item.fact.document].published is None]
    first = undated[0]
    rest = [item for item in group if item is not first]
    one_thing = len({word for item in group for word in item.things[:1]}) == 1
    missing = sorted({item.fact.document for item in undated})
    wordings = list(dict.fromkeys(" ".join(item.fact.surface.split()) for item in [first, *rest]))
    return make_finding(
        corpus,
        code=RULE.code,
        rule=RULE.name,
        severity=RULE.severity,
        confidence=0.8 if one_thing else 0.7,
        message=f"{_listed(wordings)}: without a dateline these can't be reconciled",
        primary=_place(first.fact),
        related=[_place(item.fact) for item in rest],
        values=wordings,
        why=(
            Part("event", "synonym", 0.0),
            Part("subject", "same" if one_thing else "synonym", 0.0),
        ),
        topic=f"{' '.join(first.things) or first.event}: when",
        notes=(f"no dateline in {', '.join(missing)}",),
    )


def _listed(wordings: list[str]) -> str:
    quoted = [f"“{wording}”" for wording in wordings]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _place(fact: Fact) -> Location:
    return Location(fact.document, fact.span, KIND.show(fact))


RULE = Rule(
    code="FC205",
    name="undated-relative-time",
    summary="Relative times of one event that can't be reconciled because a dateline is missing.",
    severity=Severity.INFO,
    check=check,
    tier=1,
)
