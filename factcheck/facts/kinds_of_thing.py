"""Kinds of thing that exclude each other: what is a song is no town, and who is a singer no dog.

People, animals, vehicles and diseases are reduced from WordNet (Fellbaum 1998) by
tools/wordnet_kinds.py; works and places, whose everyday nouns have too many senses there, are the
common nouns of reference works.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from factcheck.annotate.nouns import Sentence
from factcheck.facts.words import children

_PLAIN = {
    "film": "film movie",
    "series": "series sitcom telenovela miniseries",
    "song": "song ballad",
    "album": "album",
    "book": "novel novella memoir",
    "painting": "painting fresco",
    "periodical": "newspaper magazine",
    "company": "company corporation airline bank manufacturer",
    "party": "party",
    "settlement": "city town village hamlet",
    "county": "county",
    "country": "country",
    "river": "river lake",
    "mountain": "mountain volcano",
}
_WORKS = frozenset("film series song album book painting periodical".split())
_PLACES = frozenset("settlement county country river mountain".split())
# A company may be called a leader, and a party a victim; an airline flies and a bank has branches.
_GROUPS = frozenset("company party".split())
_MOST_JOINED = 6


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    text = resources.files("factcheck.facts.data").joinpath("kinds.txt").read_text("utf-8")
    found: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, _, nouns = line.partition(":")
            found.update(dict.fromkeys(nouns.split(), kind))
    for kind, nouns in _PLAIN.items():
        found.update(dict.fromkeys(nouns.split(), kind))
    return found


def kind_of_thing(lemma: str) -> str:
    """The kind of thing that a noun names, "" where it may be several or is of none listed."""
    return _kinds().get(lemma, "")


def kinds_exclude(left: str, right: str) -> bool:
    """Whether one thing can't be of both kinds."""
    if not left or not right or left == right:
        return False
    pair = {left, right}
    if pair == {"song", "album"}:
        # An album is called after one of its songs.
        return False
    if pair & _GROUPS:
        return bool(pair & (_WORKS | _PLACES | {"animal", "disease"}))
    return True


def kinds_named(sentence: Sentence, noun: int | None) -> tuple[str, ...]:
    """The kinds of the nouns in "is a painter and poet"; empty unless each of them has one."""
    if noun is None or sentence.tokens[noun].dep != "attr":
        return ()
    kinds = tuple(kind_of_thing(sentence.tokens[each].lemma) for each in _joined(sentence, noun))
    return tuple(dict.fromkeys(kinds)) if all(kinds) else ()


def _joined(sentence: Sentence, noun: int) -> list[int]:
    """A noun and those joined to it by "and", at most a few."""
    found = [noun]
    for each in found:
        found += [c for c in children(sentence, each) if sentence.tokens[c].dep == "conj"]
        if len(found) > _MOST_JOINED:
            break
    return found
