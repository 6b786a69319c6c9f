"""The names of the sources that may stand in the place of a draft's, by the words around both."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.geography import place_sort
from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import PlainWord
from factcheck.match.evidence import country_of, word_key
from factcheck.match.mentions import UNKNOWN, Mention
from factcheck.match.surroundings import Surroundings, akin, tells
from factcheck.rules.names_of_sources import Rival, SourceNames, parts_of

_PREPOSITIONS = frozenset(
    "in at on to from of for by with near against over under into onto through via after before "
    "between among around about outside inside off beyond towards toward like as behind beside "
    "without within during than".split()
)
_WHERE = frozenset("in at near".split())
# What may stand between a preposition and its name.
_BETWEEN = frozenset(
    "the a an its his her their our my this that former then new nearby north south east west "
    "northern southern eastern western central late old mr mrs ms dr sir".split()
)
_REACH = 3
_BESIDE = 4


def rivals_of(
    names: SourceNames,
    words: Sequence[PlainWord],
    mention: Mention,
    around: Surroundings,
    sentences: Sequence[int],
    said: set[str],
) -> tuple[list[Rival], float]:
    """The names that may stand in a name's place, and how like the passages with the name are."""
    passages = names.passages
    own = parts_of(mention)
    country = country_of(" ".join(mention.written))
    found: list[Rival] = []
    supported = 0.0
    for number in sentences:
        for other in names.of(number):
            parts = parts_of(other)
            alike = passages.alike(around, (number, other.first, other.last))
            same = country and country == country_of(" ".join(other.written))
            if same or not own.isdisjoint(parts) or _one_name(mention, other):
                supported = max(supported, alike)
                continue
            if not said.isdisjoint(map(fold, other.written)) or not _of_one_sort(mention, other):
                continue
            theirs = passages.words[number]
            found.append(
                Rival(
                    number,
                    other,
                    alike,
                    preposition_before(words, mention.first)
                    == preposition_before(theirs, other.first),
                    _neighbours(words, mention, theirs, other),
                    mention.kind == other.kind != UNKNOWN,
                )
            )
    return found, supported


def _one_name(mention: Mention, other: Mention) -> bool:
    """Whether two names may be of one thing: spelt otherwise, or one the start of the other."""
    if name_relation(mention.written, other.name) in ("same", "transliteration", "slip"):
        return True
    one, two = fold(mention.written[0]), fold(other.written[0])
    return min(len(one), len(two)) > 2 and (one.startswith(two) or two.startswith(one))


def _of_one_sort(mention: Mention, other: Mention) -> bool:
    """Whether neither kind excludes the other, and no wide place may hold a narrow one."""
    if UNKNOWN not in (mention.kind, other.kind) and mention.kind != other.kind:
        return False
    return place_sort(" ".join(mention.written)) == place_sort(" ".join(other.written))


def preposition_before(words: Sequence[PlainWord], first: int) -> str:
    """The preposition before a name, "" for none; those of place count as one."""
    for word in reversed(words[max(0, first - _REACH) : first]):
        if word.text in _PREPOSITIONS:
            return "in" if word.text in _WHERE else word.text
        if word.text not in _BETWEEN:
            return ""
    return ""


def _neighbours(
    words: Sequence[PlainWord], mention: Mention, theirs: Sequence[PlainWord], other: Mention
) -> int:
    """On how many sides the next content word agrees; so do both ends of a sentence."""
    sides = (
        (words[: mention.first][::-1], theirs[: other.first][::-1]),
        (words[mention.last :], theirs[other.last :]),
    )
    agreeing = 0
    for one, two in sides:
        mine, others = _next(one), _next(two)
        agreeing += mine == others if "" in (mine, others) else bool(akin(mine, others))
    return agreeing


def _next(words: Sequence[PlainWord]) -> str:
    return next((word_key(word.text) for word in words[:_BESIDE] if tells(word.text)), "")
