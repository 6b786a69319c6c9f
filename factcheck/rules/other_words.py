"""A word of a digest where its source, in a sentence that reads the same, has another.

"The shop delivered a reward for any sign of the ring" beside "the shop has offered a reward for any
sign of the ring". A word that may be said for the other, or that a source has in a passage like
this, is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.plain_words import PlainWord
from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.facts.kinds_of_thing import kind_of_thing
from factcheck.match.evidence import word_key
from factcheck.match.passages import Passages, forms_of, is_denied
from factcheck.match.surroundings import Surroundings, akin, tells
from factcheck.model import Location
from factcheck.rules.draft_words import digest_sentences, location_of
from factcheck.rules.nobody_named import MEN, WOMEN
from factcheck.rules.opposite_words import is_possible
from factcheck.rules.read_alike import Replaced, replaced
from factcheck.rules.rule import Corpus

_LONGEST = 2
# How like the words around must be, and by how much more like than where the word itself stands.
_LIKE, _APART = 0.6, 0.5
_CONFIDENCE = 0.75
# Small words that exclude each other: of all or of some, of him or of her, of two sides.
_OPPOSED = (
    ("all every each both", "some few several most half many no"),
    ("he him his himself", "she her hers herself"),
    ("before", "after"),
    ("with", "without"),
    ("for", "against"),
    ("inside", "outside"),
    ("above", "below"),
    ("always", "never"),
)
_SIDES = {
    word: (number, side)
    for number, sides in enumerate(_OPPOSED)
    for side, words in enumerate(sides)
    for word in words.split()
}
# Nouns of general reference (M. A. K. Halliday and R. Hasan, Cohesion in English, 1976, 6.1) and
# verbs with little meaning of their own: they stand for nearly any other.
_GENERAL = frozenset(
    "person people man woman child boy girl thing object creature stuff business affair matter "
    "move place question idea way time part case point area group team side member figure expert "
    "official leader source spokesperson number amount lot "
    "be have do make get take give put set go come bring use let keep hold see show look say tell "
    "ask want need try help work mean seem become happen call carry leave turn run stay start "
    "begin follow include involve provide reach face report claim add note".split()
)


@dataclass(frozen=True, slots=True)
class OtherWord:
    """A word of the draft and the word in its place in a source; `absent` says that no source has
    the draft's."""

    draft: Location
    source: Location
    absent: bool
    confidence: float = _CONFIDENCE


def other_words(corpus: Corpus) -> Iterator[OtherWord]:
    """The words of digests in whose place a source has another; at most one for each sentence."""
    passages = corpus.passages
    if passages is None:
        return
    for told in digest_sentences(corpus):
        found = (_judged(corpus, passages, one) for one in replaced(passages, told))
        yield from list(filter(None, found))[:1]


def _judged(corpus: Corpus, passages: Passages, place: Replaced) -> OtherWord | None:
    """The one word that was put for one other, if they exclude each other."""
    words, (number, start, end) = place.told.words, place.theirs
    theirs = passages.words[number]
    old = [at for at in range(start, end) if _is_looked_at(theirs[at].text)]
    new = [at for at in range(*place.mine) if _is_looked_at(words[at].text)]
    if len(old) != 1 or len(new) != 1 or max(end - start, _length(place.mine)) > _LONGEST:
        return None
    (at,), (index,) = old, new
    source = corpus.by_name[passages.evidence.sentences[number].document]
    if _is_name(source.text, theirs, at) or _is_name(place.told.document.text, words, index):
        return None
    if _is_elsewhere(theirs, words, at, index):
        return None
    if is_denied(words, index) is not is_denied(theirs, at):
        return None
    if is_possible(words, index) and is_possible(theirs, at):
        # Either may be.
        return None
    if not _exclude(theirs[at].text, words[index].text):
        return None
    likeness = passages.alike(place.around, place.theirs)
    supported = _supported(passages, place.around, words[index].text, (number, at))
    if likeness < _LIKE or likeness - supported < _APART:
        return None
    return OtherWord(
        location_of(place.told.document, words, index, index + 1),
        location_of(source, theirs, at, at + 1),
        not any(form in passages.places for form in forms_of(words[index].text)),
    )


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _is_looked_at(word: str) -> bool:
    return tells(word) or word in _SIDES


def _is_name(text: str, words: Sequence[PlainWord], index: int) -> bool:
    return index > 0 and text[words[index].start].isupper()


def _is_elsewhere(
    theirs: Sequence[PlainWord], words: Sequence[PlainWord], at: int, index: int
) -> bool:
    """Whether either word stands elsewhere in the other sentence: then the order differs."""
    old, new = lemma_of(theirs[at].text), lemma_of(words[index].text)
    return any(lemma_of(word.text) == old for word in words) or any(
        lemma_of(word.text) == new for word in theirs
    )


def _exclude(old: str, new: str) -> bool:
    """Whether what one word says, the other doesn't."""
    if old in _SIDES or new in _SIDES:
        one, two = _SIDES.get(old, (-1, 0)), _SIDES.get(new, (-2, 0))
        return one[0] == two[0] and one[1] != two[1]
    if _sex(old) and _sex(new):
        return _sex(old) != _sex(new)
    if {old, new} & CALENDAR_WORDS or {lemma_of(old), lemma_of(new)} & _GENERAL:
        return False
    if akin(word_key(old), word_key(new)):
        return False
    related = _may_be_said_for(old, new)
    if related is None:
        return kind_of_thing(lemma_of(old)) == kind_of_thing(lemma_of(new)) == "person"
    return not related


def _sex(word: str) -> str:
    forms = forms_of(word)
    return "she" if not WOMEN.isdisjoint(forms) else "he" if not MEN.isdisjoint(forms) else ""


def _may_be_said_for(one: str, two: str) -> bool | None:
    from factcheck.facts.families import are_akin

    return are_akin(one, two)


def _supported(passages: Passages, around: Surroundings, word: str, but: tuple[int, int]) -> float:
    """How like a passage is that has the word, or one that may be said for it."""
    return max(
        (
            passages.alike(around, (number, at, at + 1))
            for number in sorted(passages.hold(around, _LIKE - _APART))
            for at, other in enumerate(passages.words[number])
            if (number, at) != but
            and _is_looked_at(other.text)
            and (
                lemma_of(other.text) == lemma_of(word)
                or akin(word_key(other.text), word_key(word))
                or _may_be_said_for(other.text, word)
            )
        ),
        default=0.0,
    )
