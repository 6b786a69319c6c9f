"""Names that share a form with a draft's: a surname, all but a number, the noun behind them.

"Petra Holm" for "Anna Holm", "World War II" for "World War I", "a Hindu temple" for "a Muslim
temple": two such names are mistaken for one another more easily than any two.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import PlainWord
from factcheck.match.evidence import NOWHERE, country_of, word_key
from factcheck.match.mentions import PEOPLE, Mention
from factcheck.match.passages import Passages
from factcheck.match.surroundings import Surroundings, tells
from factcheck.rules.names_of_sources import Rival, SourceNames, parts_of

# Least share of the words around that two people of one surname have in common.
_GIVEN = 0.2
_KIN_REACH = 8
_KIN = frozenset(
    "son daughter brother sister father mother husband wife widow widower uncle aunt cousin nephew "
    "niece grandson granddaughter grandfather grandmother partner fiance fiancee twin twins "
    "parents couple".split()
)
# What one name has and another of the same make has otherwise.
_SERIES = (
    frozenset("i ii iii iv v vi vii viii ix x xi xii one two three four five six".split()),
    frozenset("first second third fourth fifth sixth seventh eighth ninth tenth".split()),
    frozenset("north south east west northern southern eastern western".split()),
)


def rival_of_one_form(
    names: SourceNames,
    words: Sequence[PlainWord],
    mention: Mention,
    around: Surroundings,
    sentences: Sequence[int],
    said: set[str],
) -> Rival | None:
    """The name of a source that a name of the draft was mistaken for, going by the form of both.

    `mention` stands among `words` of the draft with the words `around` it, which `sentences` of the
    sources hold in part; `said` are the parts of the names of its sentence. None where no source
    has such a name, or one has the draft's own.
    """
    namesake = _namesake(names, mention, around, sentences)
    if namesake is not None:
        return namesake
    numbered = _numbered(names, mention)
    if numbered is not None:
        return numbered
    return _described(names, words, mention, said)


def _namesake(
    names: SourceNames, mention: Mention, around: Surroundings, sentences: Sequence[int]
) -> Rival | None:
    """Who bears the surname in a source, in a passage like this, where no source has the given
    name: "Petra Holm" for "Anna Holm"."""
    if len(mention.written) < 2 or _is_named(names, mention.written[0]):
        return None
    for number in sentences:
        for other in names.of(number):
            if len(other.name) < 2 or fold(other.name[-1]) != fold(mention.written[-1]):
                continue
            if name_relation(mention.written, other.name) != "other":
                continue
            if len(parts_of(mention) & parts_of(other)) > 1:
                # "Lee-Hart" is the whole surname, not a given name and a surname.
                continue
            theirs = names.passages.words[number]
            near = theirs[max(0, other.first - _KIN_REACH) : other.last + _KIN_REACH]
            if any(word.text in _KIN for word in near):
                # "Her son Olav Holm": of one name with who is meant.
                continue
            if names.passages.alike(around, (number, other.first, other.last)) >= _GIVEN:
                return Rival(number, other)
    return None


def _numbered(names: SourceNames, mention: Mention) -> Rival | None:
    """The name of a source that has another number or quarter of the compass, and nothing else:
    "World War II" for "World War I", "North Holm" for "South Holm"."""
    passages = names.passages
    written = [word.lower() for word in mention.written]
    if len(written) < 2 or country_of(" ".join(written)) or _stands(passages, mention):
        return None
    if not any(word in series for word in written for series in _SERIES):
        return None
    places = [place for word in written for place in passages.places.get(word, ())]
    for number in dict.fromkeys(place[0] for place in places):
        for other in names.of(number):
            if _are_of_one_series(mention.written, other.written):
                return Rival(number, other)
    return None


def _described(
    names: SourceNames,
    words: Sequence[PlainWord],
    mention: Mention,
    said: set[str],
) -> Rival | None:
    """What people or creed the sources put before the noun behind the draft's: "a Hindu temple" for
    "a Muslim temple"; None where they put several there."""
    if mention.kind != PEOPLE or mention.last >= len(words) or not tells(words[mention.last].text):
        return None
    passages = names.passages
    if (
        len(mention.written) > 1
        or passages.evidence.standing(word_key(*mention.written)) != NOWHERE
    ):
        return None
    noun = words[mention.last].text
    found = {
        " ".join(other.written): Rival(number, other)
        for place in passages.places.get(noun, ())
        for number in place[:1]
        for other in names.of(number)
        if other.last == place[1] and other.kind == PEOPLE
    }
    only = next(iter(found.values()), None)
    return only if len(found) == 1 and only and said.isdisjoint(parts_of(only.mention)) else None


def _is_named(names: SourceNames, word: str) -> bool:
    """Whether a source has a word with a capital."""
    passages = names.passages
    for number, at, _ in passages.places.get(word.lower(), ()):
        text = names.corpus.by_name[passages.evidence.sentences[number].document].text
        if text[passages.words[number][at].start].isupper():
            return True
    return False


def _stands(passages: Passages, mention: Mention) -> bool:
    """Whether a source has the words of a name one after the other."""
    written = [word.lower() for word in mention.written]
    return any(
        [word.text.removesuffix("'s") for word in passages.words[number][at : at + len(written)]]
        == written
        for number, at, _ in passages.places.get(written[0], ())
    )


def _are_of_one_series(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two names differ in one word each, both a number or both a quarter."""
    if len(one) != len(two) or len(one) < 2:
        return False
    differing = [
        (left, right)
        for left, right in zip(map(fold, one), map(fold, two), strict=True)
        if left != right
    ]
    return len(differing) == 1 and any(
        left in series and right in series for series in _SERIES for left, right in differing
    )
