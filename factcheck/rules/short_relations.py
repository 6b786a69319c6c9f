"""Who made, led or bore what a short text is about, and where and on what it is: one filler each.

A relation that holds of one filler makes two fillers exclude each other (functional relations:
Ritter et al., It's a Contradiction - No, It's Not, EMNLP 2008). Read off the wording, so that
"directed by Ada Pike", "Ada Pike directed it" and "its director was Ada Pike" are one relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.model import Location
from factcheck.rules.names_in_text import NAME, are_apart, names_from, one_of
from factcheck.rules.short_texts import Side

# participle: relation. Makers that a work has, as a rule, few of.
_MAKING = {
    "directed": "director",
    "written": "writer",
    "composed": "composer",
    "produced": "producer",
    "created": "creator",
    "founded": "founder",
    "established": "founder",
    "invented": "inventor",
    "discovered": "discoverer",
    "designed": "designer",
    "painted": "painter",
    "developed": "developer",
    "published": "publisher",
    "released": "publisher",
    "distributed": "distributor",
    "owned": "owner",
    "led": "leader",
    "edited": "editor",
    "narrated": "narrator",
    "presented": "presenter",
    "hosted": "presenter",
    "voiced": "actor",
    "played": "actor",
    "portrayed": "actor",
    "won": "winner",
    "sung": "performer",
    "performed": "performer",
    "recorded": "performer",
    "conducted": "conductor",
    "coached": "coach",
    "managed": "manager",
    "built": "builder",
}
_PAST = {
    "directed": "director",
    "wrote": "writer",
    "composed": "composer",
    "produced": "producer",
    "created": "creator",
    "founded": "founder",
    "invented": "inventor",
    "discovered": "discoverer",
    "designed": "designer",
    "painted": "painter",
    "developed": "developer",
    "published": "publisher",
    "released": "publisher",
}
_NOUNS = {
    "director": "director",
    "screenwriter": "writer",
    "writer": "writer",
    "author": "writer",
    "composer": "composer",
    "producer": "producer",
    "creator": "creator",
    "founder": "founder",
    "inventor": "inventor",
    "designer": "designer",
    "publisher": "publisher",
    "developer": "developer",
    "owner": "owner",
    "leader": "leader",
    "father": "father",
    "mother": "mother",
    "wife": "wife",
    "husband": "husband",
    "capital": "capital",
    "editor": "editor",
    "architect": "designer",
    "winner": "winner",
    "captain": "captain",
    "coach": "coach",
    "manager": "manager",
    "narrator": "narrator",
    "nickname": "nickname",
}
# Verbs with a preposition whose object is one at a time.
_BEHIND = {
    "graduated from": "where one graduated",
    "graduate of": "where one graduated",
    "plays for": "team",
    "play for": "team",
    "named after": "namesake",
    "set in": "setting",
    "based on": "model",
    "headquartered in": "seat",
    "married to": "spouse",
    "signed with": "label",
    "home to": "home team",
}
# One at most, however many may share in the making: another name is an error elsewhere too.
_STRICT = frozenset("father mother capital director winner".split())
_PARTICIPLES = "|".join(_MAKING)
_BY = re.compile(
    rf"\b(?:co-)?({_PARTICIPLES})(?:(?:,| and|, and)\s(?:co-)?({_PARTICIPLES}))?\sby\s"
)
_ACTIVE = re.compile(rf"\b({'|'.join(_PAST)})\s")
_OF = re.compile(
    rf"\b({'|'.join(_NOUNS)})s?\s(?:of|for|behind)\s[^.;]{{2,70}}?\s(?:is|was|are|were)\s"
)
_POSSESSIVE = re.compile(
    rf"(?:'s|s'|\bits|\bhis|\bher)\s(?:[a-z]+\s)?({'|'.join(_NOUNS)})s?\s(?:is|was|are|were)\s"
)
_OBJECT = re.compile(rf"\b({'|'.join(re.escape(words) for words in _BEHIND)})\s(?:the\s)?")
_CHANNEL = re.compile(
    r"\b(?:aired|airs|ran|runs|broadcast|premiered|shown)\b[^.;()]{0,80}?\son\s(?:the\s)?(?=[A-Z])"
)
_NETWORK = re.compile(
    rf"(?:^|\bthe\s)({NAME})\s(?:is|was)\s(?:the|a)\s(?:\w+\s)?(?:network|channel|station|broadcaster)\s"
    r"(?:that|which)\s(?:aired|ran|broadcast|showed|airs)\b"
)
_LATER = re.compile(r"\b(?:later|then|also|formerly|previously|once|originally|first|re-?)\b")
_WORK_BY = re.compile(r"\b(?:album|song|single|novel|book|poem|painting|film|play)\sby\s")
_SURE, _LIKELY, _FAIR = 0.93, 0.85, 0.75
_PART = re.compile(
    r"\b(?:include|includes|including|examples|such as|among|one of|part of|along with|co-)"
)


@dataclass(frozen=True, slots=True)
class Related:
    """A relation of the subject to some names, and where they stand."""

    relation: str
    names: tuple[str, ...]
    place: Location
    partly: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """Two fillers of a relation that has one."""

    relation: str
    left: Location
    right: Location
    old: str
    new: str
    confidence: float


def relation_clashes(one: Side, two: Side) -> Iterator[Clash]:
    """The relations for which two sentences on one subject name others; one clash a relation."""
    if _is_hedged(one) or _is_hedged(two):
        return
    told: set[str] = set()
    for mine in relations(one, two):
        for theirs in relations(two, one):
            if mine.relation != theirs.relation or mine.relation in told:
                continue
            if mine.partly or theirs.partly or not _exclude(mine.names, theirs.names):
                continue
            told.add(mine.relation)
            yield Clash(
                mine.relation,
                mine.place,
                theirs.place,
                ", ".join(mine.names),
                ", ".join(theirs.names),
                _confidence(mine, theirs),
            )


def _is_hedged(side: Side) -> bool:
    return not side.lower.isdisjoint(("not", "never", "n't", "may", "might", "could"))


def _confidence(mine: Related, theirs: Related) -> float:
    if len(mine.names) > 1 or len(theirs.names) > 1:
        return _LIKELY if len(mine.names) > 1 and len(theirs.names) > 1 else _FAIR
    return _SURE if mine.relation in _STRICT else _LIKELY


def _exclude(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the shorter list holds nobody of the other, and neither is a place in the other."""
    return not any(one_of(name, list(theirs)) for name in mine)


def relations(side: Side, other: Side) -> Iterator[Related]:
    """The relations that a sentence states of the subject it shares with `other`."""
    text = side.text
    for match in () if side.of_another else _BY.finditer(text):
        for word in filter(None, match.groups()):
            yield from _related(side, _MAKING[word], match.end(), match.start())
    for match in _WORK_BY.finditer(text):
        yield from _related(side, "performer", match.end(), match.start())
    for match in (*_OF.finditer(text), *_POSSESSIVE.finditer(text)):
        yield from _related(side, _NOUNS[match.group(1)], match.end(), match.start())
    for match in _OBJECT.finditer(text):
        yield from _related(side, _BEHIND[match.group(1)], match.end(), match.start())
    for match in _CHANNEL.finditer(text):
        yield from _related(side, "channel", match.end(), match.start())
    network = _NETWORK.search(text)
    if network:
        yield Related("channel", (network[1],), side.place(*network.span(1)), False)
    yield from _made(side, other)


def _related(side: Side, relation: str, start: int, head: int) -> Iterator[Related]:
    found = names_from(side.text, start)
    if not found:
        return
    partly = bool(_PART.search(side.text[:head])) or side.text[head : head + 3] == "co-"
    names = tuple(name for name, _, _ in found)
    place = side.place(found[0][1], found[-1][2])
    yield Related(relation, names, place, partly)


def _made(side: Side, other: Side) -> Iterator[Related]:
    """ "Ada Pike directed The Grey Dog", where the other text is about the dog."""
    match = _ACTIVE.search(side.text)
    if match is None:
        return
    maker = re.compile(rf"({NAME})\s(?:also\s|originally\s)?$").search(side.text, 0, match.start())
    if maker is None or maker.start() > 2:
        return
    rest = {word.lower() for word in re.findall(r"[^\W_]+", side.text[match.end() :])}
    named = [word for word in other.opening if len(word) > 2]
    if not named or not set(named) <= rest:
        return
    yield Related(
        _PAST[match.group(1)], (maker.group(1),), side.place(maker.start(1), maker.end(1)), False
    )


__all__ = ["Clash", "are_apart", "relation_clashes", "relations"]
