"""What stands in the place of what in two near-copies: an opposite, another name, another people.

A verb or a common noun put for another says little: most are the same thing in other words. Names
that can't be of one thing, peoples and words of opposite sense exclude each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.data.places import country_table, demonyms, places
from factcheck.annotate.geography import place_sort
from factcheck.annotate.lemma import lemma_of
from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.facts.lexicon import are_antonyms, direction_of
from factcheck.facts.nation import exclude
from factcheck.facts.statement_compare import ONE_MAKER
from factcheck.model import Location, Modality, PersonValue, Span
from factcheck.rules.near_copies import Change, changes_between
from factcheck.rules.rule import Corpus

OPPOSITE_WORD, OTHER_PEOPLE, OTHER_NAME = "opposite word", "another people", "another name"
_LINKS = frozenset("of the de la du von van al bin ibn and der den".split())
# After these a name is one of several, and another may stand there as well.
_LISTED = frozenset("including include includes included like as".split())
_COPULAS = frozenset("is was are were".split())
_APART = frozenset("not never co joint jointly".split())
_NUMBER = re.compile(r"\d")
_SURE_OPPOSITE, _LIKELY, _FAIR = 0.85, 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Swap:
    """One thing in the place of another: both places, what kind of swap, and how sure."""

    left: Location
    right: Location
    reason: str
    confidence: float
    old: str
    new: str


def swaps(corpus: Corpus) -> Iterator[Swap]:
    """The swaps between near-copies of two documents.

    Of two equal articles only those count of which at most one side can hold: opposites, and names
    behind "the author of … is" and "written by".
    """
    for change in changes_between(corpus):
        if not change.old or not change.new:
            continue
        if len({change.left.claim.modality, change.right.claim.modality}) > 1:
            continue
        told = _told(change, draft=corpus.has_draft)
        if told is not None:
            reason, confidence = told
            yield Swap(
                _location(corpus, change.left.claim.document, change.left.spans, change.mine),
                _location(corpus, change.right.claim.document, change.right.spans, change.theirs),
                reason,
                confidence,
                " ".join(change.old),
                " ".join(change.new),
            )


def _location(
    corpus: Corpus, document: str, spans: tuple[Span, ...], words: tuple[int, int]
) -> Location:
    span = Span(spans[words[0]].start, spans[words[1] - 1].end)
    return Location(document, span, corpus.by_name[document].slice(span))


def _told(change: Change, *, draft: bool) -> tuple[str, float] | None:
    if not change.alone and not draft:
        # Another day, another place: two happenings that are told alike.
        return None
    if len(change.old) == len(change.new) == 1 and change.before and change.after:
        old, new = change.old[0], change.new[0]
        if {old, new} <= demonyms():
            apart = _countries_apart(old, new) and not _is_described(change)
            return (OTHER_PEOPLE, _LIKELY) if apart and not _is_elsewhere(change) else None
        if (
            change.alone
            and not _tells_two_apart(change)
            and _are_opposites(change, old.lower(), new.lower())
        ):
            return OPPOSITE_WORD, _SURE_OPPOSITE
    if not _are_rival_names(change) or not change.before or _is_denied_or_shared(change):
        return None
    if _holds_one(change):
        return OTHER_NAME, _LIKELY
    if draft and change.after and not _is_listed(change):
        return OTHER_NAME, _FAIR
    return None


def _is_denied_or_shared(change: Change) -> bool:
    """Whether one side denies what the other says, or tells of one among several: "not directed
    by", "co-directed by" another goes together with "directed by"."""
    sides = [{word.lower() for word in side.words} for side in (change.left, change.right)]
    differing = sides[0] ^ sides[1]
    denied = change.left.claim.negated is not change.right.claim.negated
    return denied or not _APART.isdisjoint(differing)


def _is_described(change: Change) -> bool:
    """Whether it is said what something is ("is a Danish …"), which place-mismatch tells."""
    first = change.theirs[0]
    return not _COPULAS.isdisjoint(change.right.words[max(0, first - 2) : first])


def _tells_two_apart(change: Change) -> bool:
    """Whether the word narrows the subject: the north gate and the south gate are two."""
    return all(
        [word.lower() for word in side.words[:first]] == ["the"]
        for side, (first, _) in ((change.left, change.mine), (change.right, change.theirs))
    )


def _countries_apart(old: str, new: str) -> bool:
    one, two = country_table().get(old), country_table().get(new)
    return bool(one and two) and exclude((one or "",), (two or "",))


def _are_opposites(change: Change, old: str, new: str) -> bool:
    """Whether two words are opposites, with at least two words that agree on one side of each.

    Words of direction before a figure are left to the rules on figures ("more than 50").
    """
    if max(change.before, change.after) < 2 or change.left.claim.modality is Modality.POSSIBILITY:
        return False
    one, two = lemma_of(old), lemma_of(new)
    if not are_antonyms(one, two) and not are_antonyms(old, new):
        return False
    if direction_of(one) or direction_of(two):
        behind = change.right.words[change.theirs[1] : change.theirs[1] + 2]
        return not any(_NUMBER.search(word) for word in behind)
    return True


def _are_rival_names(change: Change) -> bool:
    """Whether names of two things of one sort stand there, neither of them elsewhere too."""
    old, new = _full_name(change, 0), _full_name(change, 1)
    if not old or not new or _is_elsewhere(change):
        return False
    one, two = (
        _sort(side.claim.facts, words) for side, words in ((change.left, old), (change.right, new))
    )
    if "unknown" not in (one, two) and one != two:
        return False
    if _is_fuller(old, new) or _is_fuller(new, old):
        return False
    mine, theirs = " ".join(old), " ".join(new)
    if mine in places() or theirs in places():
        return _are_places_apart(mine, theirs)
    return name_relation(old, new) == "other"


# Beginnings of names of places that are cut short in headlines and tables (AP Stylebook,
# "abbreviations and acronyms").
_SHORT_FOR = {"Mt": "Mount", "St": "Saint", "Ft": "Fort", "Pt": "Point"}


def _is_fuller(full: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a name of two words or more is another's end: "Aoraki Mount Cook", "Mt Cook"."""
    one, two = (
        tuple(_SHORT_FOR.get(word.rstrip("."), word.rstrip(".")) for word in words)
        for words in (full, name)
    )
    return 2 <= len(two) <= len(one) and one[-len(two) :] == two


def _are_places_apart(mine: str, theirs: str) -> bool:
    """Whether neither place can lie in the other: two of one sort, or in two countries."""
    one, two = place_sort(mine), place_sort(theirs)
    here, there = (
        country_table().get(name) or ("United States" if sort == "state" else "")
        for name, sort in ((mine, one), (theirs, two))
    )
    if here and there and {one, two} != {"state"}:
        return exclude((here,), (there,))
    return bool(one) and one == two


def _full_name(change: Change, number: int) -> tuple[str, ...]:
    """The name that the changed words belong to, in full; empty where they are no name."""
    side = (change.left, change.right)[number]
    first, last = (change.mine, change.theirs)[number]
    while first < last and side.words[first].lower() == "the":
        first += 1
    words = side.words[first:last]
    named = {word for name in side.claim.names for word in re.split(r"[\s.]+", name)}
    if not words or not all(word[0].isupper() or word.lower() in _LINKS for word in words):
        return ()
    if CALENDAR_WORDS.intersection(word.lower() for word in words) or named.isdisjoint(words):
        return ()
    while first and side.words[first - 1] in named and side.words[first - 1][0].isupper():
        first -= 1
    while last < len(side.words) and side.words[last] in named and side.words[last][0].isupper():
        last += 1
    return side.words[first:last]


def _sort(facts: tuple[object, ...], words: tuple[str, ...]) -> str:
    """The sort of a name as the article knows it, "unknown" where it doesn't."""
    for fact in facts:
        value = getattr(fact, "value", None)
        if isinstance(value, PersonValue) and not set(words).isdisjoint(value.words):
            return value.entity_kind
    return "unknown"


def _is_elsewhere(change: Change) -> bool:
    """Whether what differs stands in another place of the other sentence."""
    old = {word.lower() for word in change.old} - _LINKS
    new = {word.lower() for word in change.new} - _LINKS
    mine = {word.lower() for word in change.left.words}
    theirs = {word.lower() for word in change.right.words}
    return bool(old & theirs) or bool(new & mine)


def _is_listed(change: Change) -> bool:
    """Whether the name is an example of several."""
    for side, (first, _) in ((change.left, change.mine), (change.right, change.theirs)):
        if not _LISTED.isdisjoint(word.lower() for word in side.words[max(0, first - 8) : first]):
            return True
    return False


def _holds_one(change: Change) -> bool:
    """Whether only one name can stand there: a definite copula, a maker."""
    words = [word.lower() for word in change.right.words[: change.theirs[0]]]
    while words and words[-1] not in _COPULAS and words[-1] != "by":
        # The name's own first words.
        if not change.right.words[len(words) - 1][0].isupper():
            return False
        words.pop()
    if len(words) < 2:
        return False
    if words[-1] in _COPULAS:
        return words[0] == "the" and not set(words) & _LISTED
    return words[-2] in _PAST_MAKERS or lemma_of(words[-2]) in ONE_MAKER


_PAST_MAKERS = frozenset("written won built made drawn".split())
