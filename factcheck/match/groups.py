"""Fact groups: the facts of one slot across documents, and whether their sources agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.facts.kind import Kind
from factcheck.facts.quantity_text import plural
from factcheck.facts.units import is_unit
from factcheck.model import (
    Document,
    DurationValue,
    Fact,
    FactGroup,
    FactKind,
    Match,
    MomentValue,
    PersonValue,
    QuantityValue,
    Relation,
    RoleValue,
    Slot,
    Status,
)

# Facts are put in one group only when they more likely than not have one slot.
TOGETHER = 0.5


def group_matches(
    facts: Sequence[Fact],
    matches: Sequence[Match],
    kinds: Mapping[FactKind, Kind],
    voices: Mapping[str, str],
    names: Mapping[tuple[str, int], Sequence[str]],
) -> tuple[FactGroup, ...]:
    """Groups of facts joined by matches, ordered by their first fact.

    `voices` maps a document to the voice it counts as: near-copies of one text are one voice.
    `names` are the names in each claim, by document and index, for the labels.
    """
    parent = list(range(len(facts)))
    # By identity: hashing a fact means hashing its slot and value each time.
    number = {id(fact): index for index, fact in enumerate(facts)}

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    disputed: set[int] = set()
    for match in matches:
        if match.probability < TOGETHER:
            continue
        left, right = root(number[id(match.left)]), root(number[id(match.right)])
        parent[max(left, right)] = min(left, right)
        if match.comparison.relation is Relation.DIFFERENT:
            disputed.add(number[id(match.left)])
    members: dict[int, list[Fact]] = {}
    for index, fact in enumerate(facts):
        members.setdefault(root(index), []).append(fact)
    roots = {root(index) for index in disputed}
    return tuple(
        FactGroup(
            group[0].kind,
            _label(group, names),
            _status(group, index in roots, voices),
            tuple(group),
        )
        for index, group in sorted(members.items())
    )


def _status(group: Sequence[Fact], disputed: bool, voices: Mapping[str, str]) -> Status:
    if disputed:
        return Status.DISPUTED
    speakers = {voices.get(fact.document, fact.document) for fact in group}
    return Status.CORROBORATED if len(speakers) > 1 else Status.SINGLE


def _label(group: Sequence[Fact], names: Mapping[tuple[str, int], Sequence[str]]) -> str:
    """The slot in words, from the first fact that knows most of it."""
    fullest = max(group, key=_known)
    return slot_label(fullest, names.get((fullest.document, fullest.claim), ()))


def _known(fact: Fact) -> int:
    slot = fact.slot
    return sum(bool(part) for part in (slot.subject, slot.measure, slot.event, slot.place))


def slot_label(fact: Fact, names: Sequence[str] = ()) -> str:
    """A fact's slot in words: "document: number of pages", "talks: length", "Ann Holt: office".

    `names` are those of the fact's sentence; a subject that is one of them is shown as written.
    """
    slot, value = fact.slot, fact.value
    if isinstance(value, PersonValue):
        return value.name
    if isinstance(value, RoleValue):
        return f"{value.person}: office"
    subject = _phrase(slot.subject, names)
    measure = slot.measure[0] if slot.measure else ""
    if isinstance(value, DurationValue):
        about = subject or (slot.event[0] if slot.event else "")
        return f"{about}: length" if about else fact.surface
    if isinstance(value, QuantityValue) and value.dimension == "count" and value.unit:
        counted = f"number of {_plural(value.unit)}"
        return f"{subject}: {counted}" if subject else counted
    if isinstance(value, MomentValue) and slot.event:
        thing = " ".join((slot.measure or slot.subject)[:2])
        return f"{thing}: {slot.event[0]}, when" if thing else f"{slot.event[0]}: when"
    if isinstance(value, QuantityValue):
        subject, measure = _measured(slot, value, subject)
    parts = [part for part in (subject, measure) if part]
    if not parts and slot.event:
        parts = [slot.event[0]]
    return ": ".join(parts) or fact.surface


# What is measured, where a slot gives no more than the unit.
_DIMENSIONS = frozenset("age speed temperature magnitude percent".split())
# Height and width are lengths, load and yield are masses: there the unit says more.
_BROAD = frozenset("length area mass volume".split())


def _measured(slot: Slot, value: QuantityValue, subject: str) -> tuple[str, str]:
    """Subject and measure without words of the unit: "speed", not "speed: kilometre"."""
    words = tuple(word for word in slot.subject if not _is_of_unit(word))
    if words != slot.subject:
        subject = _phrase(words, ())
    telling = (word for word in slot.measure if word not in CALENDAR_WORDS)
    measure = next((word for word in telling if not _is_of_unit(word)), "")
    if not measure and value.dimension in _DIMENSIONS:
        measure = "percentage" if value.dimension == "percent" else value.dimension
    elif not measure and value.dimension in _BROAD:
        measure = plural(value.unit, 2)
    return subject, "" if measure == subject else measure


def _is_of_unit(word: str) -> bool:
    return word in ("%", "old") or is_unit(word)


def _phrase(words: tuple[str, ...], names: Sequence[str]) -> str:
    """Head-first slot words in reading order: ("talk", "peace") is "peace talk"."""
    wanted = set(words)
    for name in names:
        if wanted and wanted == set(name.lower().replace("-", " ").split()):
            return name
    return " ".join((*words[1:3], words[0])) if words else ""


def _plural(noun: str) -> str:
    return "people" if noun == "person" else plural(noun, 2)


def voices_of(documents: Sequence[Document], copies: Sequence[Sequence[str]]) -> dict[str, str]:
    """Each document's voice: the first of its group of near-copies, else itself."""
    voice = {document.name: document.name for document in documents}
    for group in copies:
        for name in group:
            voice[name] = group[0]
    return voice
