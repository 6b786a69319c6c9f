"""Who made, led or bore what a short text is about, and where and on what it is: one filler each.

A relation that holds of one filler makes two fillers exclude each other (functional relations:
Ritter et al., It's a Contradiction - No, It's Not, EMNLP 2008). Read off the wording, so that
"directed by Ada Pike", "Ada Pike directed it" and "its director was Ada Pike" are one relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.model import Location
from factcheck.rules.names_in_text import NAME, are_apart, one_of
from factcheck.rules.short_openings import WORD, small
from factcheck.rules.short_texts import Side
from factcheck.rules.short_works import Related, of_one_team, related, works

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
_MAKER = re.compile(rf"({NAME}(?:\s\d+\s{NAME})?)\s(?:also\s|originally\s)?$")
_OF = re.compile(
    rf"\b({'|'.join(_NOUNS)})s?\s(?:of|for|behind)\s[^.;]{{2,70}}?\s(?:is|was|are|were)\s"
)
_POSSESSIVE = re.compile(
    rf"(?:'s|s'|\bits|\bhis|\bher)\s(?:[a-z]+\s)?({'|'.join(_NOUNS)})s?\s(?:is|was|are|were)\s"
)
_OBJECT = re.compile(rf"\b({'|'.join(re.escape(words) for words in _BEHIND)})\s(?:the\s)?")
_TEAM = re.compile(
    r"\bplays?\s(?:(?:foot|basket|base|hand|volley)ball\s|cricket\s|rugby\s|hockey\s)?(?:as\s(?:an?\s|the\s)?(?:[\w-]+\s){1,2})?for\s(?:the\s)?"
)
_WORK_BY = re.compile(r"\b(?:album|song|single|novel|book|poem|painting|film|play)\sby\s")
_SURE, _LIKELY, _FAIR = 0.93, 0.85, 0.75


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
    ours, others = list(relations(one, two)), list(relations(two, one))
    for mine in ours:
        for theirs in others:
            if mine.relation != theirs.relation or mine.relation in told:
                continue
            if mine.partly or theirs.partly:
                continue
            if not _exclude(_names(ours, mine.relation), _names(others, mine.relation)):
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


def _names(found: Iterable[Related], relation: str) -> tuple[str, ...]:
    """All that a sentence says to stand in a relation, in however many places."""
    return tuple(name for each in found if each.relation == relation for name in each.names)


def _exclude(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the shorter list holds nobody of the other, and neither is a place in the other."""
    return not any(one_of(name, list(theirs)) for name in mine)


def relations(side: Side, other: Side) -> Iterator[Related]:
    """The relations that a sentence states of the subject it shares with `other`."""
    text = side.text
    for match in () if side.of_another else _BY.finditer(text):
        for word in filter(None, match.groups()):
            yield from related(side, _MAKING[word], match.end(), match.start())
    for match in _WORK_BY.finditer(text):
        yield from related(side, "performer", match.end(), match.start())
    for match in (*_OF.finditer(text), *_POSSESSIVE.finditer(text)):
        yield from related(side, _NOUNS[match.group(1)], match.end(), match.start())
    for match in _OBJECT.finditer(text):
        yield from related(side, _BEHIND[match.group(1)], match.end(), match.start())
    for match in _TEAM.finditer(text):
        yield from of_one_team(related(side, "team", match.end(), match.start()))
    yield from works(side, other)
    yield from _made(side, other)


def _made(side: Side, other: Side) -> Iterator[Related]:
    """ "Ada Pike directed The Grey Dog", where the other text is about the dog."""
    match = _ACTIVE.search(side.text)
    if match is None:
        return
    maker = re.compile(rf"({NAME}(?:\s\d+\s{NAME})?)\s(?:also\s|originally\s)?$").search(
        side.text, 0, match.start()
    )
    if maker is None or maker.start() > 2:
        return
    rest = {small(word) for word in WORD.findall(side.text[match.end() :])}
    named = [word for word in other.opening if len(word) > 2]
    if not named or not set(named) <= rest:
        return
    yield Related(
        _PAST[match.group(1)], (maker.group(1),), side.place(maker.start(1), maker.end(1)), False
    )


__all__ = ["Clash", "are_apart", "relation_clashes", "relations"]
