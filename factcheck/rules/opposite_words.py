"""A word of a draft where its source, in a passage worded alike, has the opposite word.

"Analysts expect demand to weaken in Asia" beside "demand in Asia is expected to strengthen": no
parse need agree, the words around the two places do. A word that some source has itself in
surroundings as like is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.plain_words import PlainWord
from factcheck.facts.lexicon import DOWN, UP, antonyms_of, direction_of
from factcheck.facts.near_words import neighbours
from factcheck.match.evidence import word_key
from factcheck.match.passages import Passages, Place, forms_of, is_denied, surroundings
from factcheck.match.surroundings import Surroundings, akin, family, tells
from factcheck.model import Document, Location
from factcheck.rules.draft_words import digest_sentences, location_of
from factcheck.rules.rule import Corpus

# How like the words around must be, by how much more like than around the word itself in a source,
# and the confidence, set by hand by how many were right on drafts of four sets.
_LIKE = ((0.7, 0.15, 0.85), (0.5, 0.15, 0.8), (0.3, 0.3, 0.7))
_LEAST = _LIKE[-1][0]
_LEAST_AKIN = 0.5
_LEAST_AROUND = 2
# Comparatives, particles and words of amount have too many uses for their opposites to tell.
_NO_OPPOSITE = frozenset(
    "more less fewer most least much many few little some all any up down in out on off over under "
    "back high low here there well then now be have do can will must can't other same "
    "different".split()
)
# One event by two words that look opposite: who beats someone is whom the other lost to. (Converses
# in the sense of J. Lyons, Semantics, 1977, section 9.2.)
_CONVERSES = frozenset(
    "beat lose win defeat victory buy sell borrow lend give take receive send teach learn ask "
    "answer question lead follow come go bring import export".split()
)
# Men and women are other people rather than opposites; who acts is told by names.
_PEOPLE = frozenset(
    "man woman boy girl male female father mother son daughter brother sister husband wife uncle "
    "aunt king queen actor actress adult child lady gentleman parent".split()
)
# Of times and ranks there are several, and the opposite of one is another: the thing that they are
# said of has to be the same.
RANKS = frozenset(
    "first last early late next previous prior old new former current past future primary "
    "secondary long short big small large major minor major large senior junior public private "
    "upper lower front rear left right north south east west domestic foreign".split()
)
# Of the prefixes that deny, those that hardly begin another word; WordNet has pairs of the others.
_PREFIXES = ("un", "non")
_SHORTEST = 4
_POSSIBLY = frozenset("may might could can possibly perhaps maybe".split())
_SHORTLY = 4
_DETERMINERS = frozenset("the a an its his her their our my your this that these those".split())


@dataclass(frozen=True, slots=True)
class Opposed:
    """A word of the draft and the opposite word of a source, in passages worded alike."""

    draft: Location
    source: Location
    confidence: float


def opposed_words(corpus: Corpus) -> Iterator[Opposed]:
    """The words of drafts in whose place a source has the opposite; at most one for each word."""
    passages = corpus.passages
    if passages is None:
        return
    for told in digest_sentences(corpus):
        yield from _in_claim(corpus, passages, told.document, told.words)


def _is_name(text: str, words: Sequence[PlainWord], index: int) -> bool:
    """Whether a word is written as a name, with a capital inside its sentence."""
    return index > 0 and text[words[index].start].isupper()


def _in_claim(
    corpus: Corpus, passages: Passages, document: Document, words: Sequence[PlainWord]
) -> Iterator[Opposed]:
    said = {form for word in words for form in forms_of(word.text)}
    for index, word in enumerate(words):
        opposites = opposites_of(word.text) - said
        if (
            not opposites
            or _is_joined(document.text, word)
            or _is_name(document.text, words, index)
        ):
            continue
        around = surroundings(words, index, index + 1)
        if len(around) < _LEAST_AROUND:
            continue
        found = _best(corpus, passages, words, index, around, opposites)
        if found is None:
            continue
        place, confidence = found
        number, at, _ = place
        source = corpus.by_name[passages.evidence.sentences[number].document]
        yield Opposed(
            location_of(document, words, index, index + 1),
            location_of(source, passages.words[number], at, at + 1),
            confidence,
        )


def _best(
    corpus: Corpus,
    passages: Passages,
    words: Sequence[PlainWord],
    index: int,
    around: Surroundings,
    opposites: frozenset[str],
) -> tuple[Place, float] | None:
    """The place of the opposite word that is worded most alike, if nothing speaks for the word."""
    sentences = passages.hold(around, _LEAST)
    denied = is_denied(words, index)
    against, best = 0.0, None
    supported = 0.0
    for place in _places(passages, opposites, sentences):
        if not _fits(passages, words, index, place) or _names(corpus, passages, place):
            continue
        likeness = passages.alike(around, place)
        if is_denied(passages.words[place[0]], place[1]) is not denied:
            supported = max(supported, likeness)
        elif likeness > against and (
            likeness >= _LEAST_AKIN or _is_direct(words[index], passages, place)
        ):
            against, best = likeness, place
    if best is None or against < _LEAST:
        return None
    for number in sorted(sentences):
        for at, other in enumerate(passages.words[number]):
            if _is_same(words[index].text, other.text):
                supported = max(supported, passages.alike(around, (number, at, at + 1)))
    for least, apart, confidence in _LIKE:
        if against >= least and against - supported >= apart:
            return best, confidence
    return None


def _places(passages: Passages, forms: Iterable[str], sentences: frozenset[int]) -> Iterator[Place]:
    for form in sorted(forms):
        for place in passages.places.get(form, ()):
            if place[0] in sentences:
                yield place


def _fits(passages: Passages, words: Sequence[PlainWord], index: int, place: Place) -> bool:
    """Whether a word of a source can stand in the place of the draft's.

    A rank or a time has to be of the same thing.
    """
    number, at, _ = place
    theirs = passages.words[number]
    if is_possible(words, index) and is_possible(theirs, at):
        # It may be early, and it may be late.
        return False
    mine, other = _object(words, index), _object(theirs, at)
    if mine and other and not akin(word_key(mine), word_key(other)):
        # Who cuts costs may raise a margin.
        return False
    if lemma_of(words[index].text) not in RANKS:
        return True
    if index + 1 >= len(words) or at + 1 >= len(theirs):
        return False
    return akin(word_key(words[index + 1].text), word_key(theirs[at + 1].text)) == 1.0


def is_possible(words: Sequence[PlainWord], index: int) -> bool:
    """Whether a word of possibility stands shortly before word `index`."""
    return any(word.text in _POSSIBLY for word in words[max(0, index - _SHORTLY) : index])


def _object(words: Sequence[PlainWord], index: int) -> str:
    """The content word behind word `index`, nothing but a determiner between; "" for none."""
    for word in words[index + 1 : index + 3]:
        if tells(word.text):
            return word.text
        if word.text not in _DETERMINERS:
            return ""
    return ""


def _is_direct(word: PlainWord, passages: Passages, place: Place) -> bool:
    """Whether the word at a place is an opposite itself, rather than akin to one."""
    theirs = passages.words[place[0]][place[1]].text
    return not direct_opposites(word.text).isdisjoint(forms_of(theirs))


def _names(corpus: Corpus, passages: Passages, place: Place) -> bool:
    """Whether the word at a place of a source is written as a name ("the Liberal leader")."""
    document = corpus.by_name[passages.evidence.sentences[place[0]].document]
    return _is_name(document.text, passages.words[place[0]], place[1])


def _is_same(word: str, other: str) -> bool:
    """Whether a word of a source says what the draft's says: itself, akin, of one direction."""
    if word == other or lemma_of(word) == lemma_of(other):
        return True
    if _direction(word) and _direction(word) == _direction(other):
        return True
    return bool(akin(word_key(word), word_key(other))) and other not in opposites_of(word)


@lru_cache(maxsize=16384)
def opposites_of(word: str) -> frozenset[str]:
    """The opposites of `word` and what is nearly the same as one of them; empty for most words."""
    direct = direct_opposites(word)
    akin_to = {near for other in direct for near in neighbours(other)}
    barred = _NO_OPPOSITE | _CONVERSES | _PEOPLE | family(word_key(word)) | set(neighbours(word))
    return direct | (akin_to - barred - frozenset(forms_of(word)))


@lru_cache(maxsize=16384)
def direct_opposites(word: str) -> frozenset[str]:
    """The words, as lemmas or as written, that are opposite to `word`."""
    forms = frozenset(forms_of(word))
    if forms & (_NO_OPPOSITE | _CONVERSES | _PEOPLE):
        return frozenset()
    found = {other for form in forms for other in antonyms_of(form)}
    direction = _direction(word)
    if direction:
        found |= DOWN if direction > 0 else UP
    for form in forms:
        for prefix in _PREFIXES:
            if form.startswith(prefix) and len(form) - len(prefix) >= _SHORTEST:
                found.add(form.removeprefix(prefix))
            if len(form) >= _SHORTEST:
                found.add(prefix + form)
    return frozenset(found - forms - _NO_OPPOSITE - _CONVERSES - _PEOPLE - family(word_key(word)))


def _direction(word: str) -> int:
    return direction_of(lemma_of(word)) or direction_of(word)


def _is_joined(text: str, word: PlainWord) -> bool:
    """Whether a word is part of a compound ("high-rise")."""
    beside = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    return "-" in beside or "‐" in beside or "‑" in beside
