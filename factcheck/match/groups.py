"""Fact groups: the facts of one slot across documents, and whether their sources agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.facts.kind import Kind
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
    parts = [part for part in (subject, measure) if part]
    if not parts and slot.event:
        parts = [slot.event[0]]
    return ": ".join(parts) or fact.surface


def _phrase(words: tuple[str, ...], names: Sequence[str]) -> str:
    """Head-first slot words in reading order: ("talk", "peace") is "peace talk"."""
    wanted = set(words)
    for name in names:
        if wanted and wanted == set(name.lower().replace("-", " ").split()):
            return name
    return " ".join((*words[1:3], words[0])) if words else ""


def _plural(noun: str) -> str:
    if noun in ("person", "people"):
        return "people"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def voices_of(documents: Sequence[Document], copies: Sequence[Sequence[str]]) -> dict[str, str]:
    """Each document's voice: the first of its group of near-copies, else itself."""
    voice = {document.name: document.name for document in documents}
    for group in copies:
        for name in group:
            voice[name] = group[0]
    return voice
