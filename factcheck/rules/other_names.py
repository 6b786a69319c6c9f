"""A name of a draft where its source, in a passage worded alike, has another name of its sort.

"Marta Ivers will open the fair" beside "Anna Holm will open the fair on Monday": the words around
both names agree, so do their places in the sentence, and no source has the draft's name there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.geography import place_sort
from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.match.evidence import AKIN, NOWHERE, country_of, word_key
from factcheck.match.mentions import PEOPLE, PLACE, UNKNOWN, Mention, mentions_of
from factcheck.match.passages import Passages, surroundings
from factcheck.match.surroundings import Surroundings, akin, tells
from factcheck.model import BlockKind, Document, Location, Span
from factcheck.rules.rule import Corpus

# Least share of the words around a name that have to stand around the other: for a name that no
# source has, one in another's place by its neighbours, and one that stands elsewhere.
_LEAST, _CLOSE, _KNOWN = 0.2, 0.4, 0.3
# By how much less the sources have the words around a name where they have the name itself.
_APART, _FAR_APART = 0.3, 0.5
_GIVEN = 0.3
_LEAST_AROUND, _LEAST_WORDS = 2, 4
_SURE, _LIKELY, _FAIR = 0.8, 0.75, 0.7
# What a rival's place in its sentence is worth beside its surroundings.
_OTHER_SLOT, _NEIGHBOUR, _ONE_SORT = -0.3, 0.15, 0.1
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
_EXAMPLES = frozenset("including includes include among like such".split())
_BESIDE = 4
_NO_CLAIM = (BlockKind.CODE, BlockKind.FURNITURE)


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name of the draft, the name in its place in a source, and how likely that is a slip."""

    draft: Location
    source: Location
    confidence: float


@dataclass(frozen=True, slots=True)
class _Rival:
    """A name of sentence `number` of the sources that may stand in the place of a draft's.

    `alike` is the share of the words around, `one_slot` says that the same preposition, or none,
    stands before both, `neighbours` how many of the next words on both sides agree.
    """

    number: int
    mention: Mention
    alike: float
    one_slot: bool
    neighbours: int
    one_sort: bool

    @property
    def rank(self) -> float:
        slot = _NEIGHBOUR * self.neighbours if self.one_slot else _OTHER_SLOT
        return self.alike + slot + (_ONE_SORT if self.one_sort else 0.0)


@dataclass(frozen=True)
class _Names:
    """The names of the sources' sentences, looked up once for each sentence."""

    corpus: Corpus
    passages: Passages
    known: dict[int, tuple[Mention, ...]] = field(default_factory=dict)

    def of(self, number: int) -> tuple[Mention, ...]:
        """The names of one sentence."""
        found = self.known.get(number)
        if found is None:
            claim = self.passages.evidence.sentences[number]
            text = shadow_of(self.corpus.by_name[claim.document].text)
            found = self.known[number] = mentions_of(claim, self.passages.words[number], text)
        return found

    def only_place(self, mention: Mention) -> _Rival | None:
        """The one country, state or city that the sources speak of, first mentioned, for a name of
        another; None where they have several or none."""
        sort, place = _place(mention)
        found = self.places.get(sort, {}) if sort else {}
        if len(found) != 1 or place in found:
            return None
        number, other = next(iter(found.values()))
        return _Rival(number, other, 0.0, True, 0, True)

    @cached_property
    def places(self) -> dict[str, dict[str, tuple[int, Mention]]]:
        """By sort, the places that the sources speak of, each with its first mention."""
        found: dict[str, dict[str, tuple[int, Mention]]] = {}
        for number in range(len(self.passages.words)):
            for mention in self.of(number):
                sort, place = _place(mention)
                if sort:
                    found.setdefault(sort, {}).setdefault(place, (number, mention))
        return found


def _place(mention: Mention) -> tuple[str, str]:
    """The sort of a place and the place itself, a people standing for its country."""
    written = " ".join(mention.written)
    country = country_of(written)
    if mention.kind == PEOPLE:
        return "country", country
    return place_sort(written), (country if place_sort(written) == "country" else fold(written))


def other_names(corpus: Corpus) -> Iterator[OtherName]:
    """The names of drafts in whose place a source has another; at most one for each mention."""
    passages = corpus.passages
    if passages is None:
        return
    names = _Names(corpus, passages)
    for document in corpus.documents:
        if document.name in corpus.digests:
            yield from _in_draft(corpus, names, document)


def _in_draft(corpus: Corpus, names: _Names, document: Document) -> Iterator[OtherName]:
    shadow = shadow_of(document.text)
    sentences = []
    for claim in corpus.claims_of[document.name]:
        words = plain_words(shadow, claim.span)
        if claim.block_kind not in _NO_CLAIM and len(words) >= _LEAST_WORDS:
            sentences.append((words, mentions_of(claim, words, shadow)))
    told = {part for _, some in sentences for one in some for part in _parts(one)}
    for words, mentions in sentences:
        said = {part for one in mentions for part in _parts(one)}
        for mention in mentions:
            around = surroundings(words, mention.first, mention.last)
            if len(around) < _LEAST_AROUND:
                continue
            found = _judged(names, words, mention, around, said, told)
            if found is not None:
                rival, confidence = found
                yield OtherName(
                    _location(document, words, mention),
                    _source_location(corpus, names.passages, rival),
                    confidence,
                )


def _judged(
    names: _Names,
    words: Sequence[PlainWord],
    mention: Mention,
    around: Surroundings,
    said: set[str],
    told: set[str],
) -> tuple[_Rival, float] | None:
    """The rival of a name and how likely the name is wrong; None where it may be right."""
    passages = names.passages
    keys = [word_key(word) for word in mention.written]
    standing = [passages.evidence.standing(key) for key in keys]
    if any(country_of(key) and one == AKIN for key, one in zip(keys, standing, strict=True)):
        # "British" where the source has "UK".
        return None
    sentences = sorted(passages.hold(around, _LEAST))
    namesake = _namesake(names, mention, around, sentences, standing)
    if namesake is not None:
        return namesake, _FAIR
    if NOWHERE in standing and set(standing) != {NOWHERE}:
        # A part that no source has added to a name that one has contradicts nothing.
        return None
    alone = names.only_place(mention) if standing[0] == NOWHERE else None
    untold = alone is not None and told.isdisjoint(_parts(alone.mention))
    if alone is not None and untold and passages.hold(around, _CLOSE):
        return alone, _FAIR
    rivals, supported = _rivals(names, words, mention, around, sentences, said)
    rival = max(rivals, key=lambda one: one.rank, default=None)
    if rival is None or not rival.one_slot or rival.alike < _LEAST:
        return None
    if (
        mention.kind in (PLACE, PEOPLE)
        and not rival.one_sort
        and not _preposition(words, mention.first)
    ):
        # "A US actor": where something comes from, beside what it is called.
        return None
    if _is_example(words, mention):
        return None
    if standing[0] == NOWHERE:
        if supported >= rival.alike:
            # The name in another form stands there as well.
            return None
        absent = told.isdisjoint(_parts(rival.mention))
        if rival.neighbours and rival.one_sort:
            return rival, _SURE
        if rival.neighbours or rival.one_sort or absent or rival.alike >= _CLOSE:
            return rival, _FAIR
        return None
    if _is_listed(words, mention) or _led_in_alike(passages, words, mention, keys):
        return None
    apart = rival.alike - max(supported, _itself(passages, keys, around, sentences))
    far = apart >= (_APART if rival.neighbours else _FAR_APART)
    return (rival, _LIKELY) if far and rival.one_sort and rival.alike >= _KNOWN else None


def _namesake(
    names: _Names,
    mention: Mention,
    around: Surroundings,
    sentences: Sequence[int],
    standing: Sequence[str],
) -> _Rival | None:
    """Who bears the surname in a source, in a passage like this, where no source has the given
    name: "Petra Holm" for "Anna Holm"."""
    if len(mention.written) < 2 or standing[0] != NOWHERE or standing[-1] == NOWHERE:
        return None
    for number in sentences:
        for other in names.of(number):
            if len(other.name) < 2 or fold(other.name[-1]) != fold(mention.written[-1]):
                continue
            if name_relation(mention.written, other.name) != "other":
                continue
            if len(_parts(mention) & _parts(other)) > 1:
                # "Lee-Hart" is the whole surname, not a given name and a surname.
                continue
            alike = names.passages.alike(around, (number, other.first, other.last))
            if alike >= _GIVEN:
                return _Rival(number, other, alike, True, 0, True)
    return None


def _rivals(
    names: _Names,
    words: Sequence[PlainWord],
    mention: Mention,
    around: Surroundings,
    sentences: Sequence[int],
    said: set[str],
) -> tuple[list[_Rival], float]:
    """The names that may stand in a name's place, and how like the passages with the name are."""
    passages = names.passages
    own = _parts(mention)
    country = country_of(" ".join(mention.written))
    found: list[_Rival] = []
    supported = 0.0
    for number in sentences:
        for other in names.of(number):
            parts = _parts(other)
            alike = passages.alike(around, (number, other.first, other.last))
            same = country and country == country_of(" ".join(other.written))
            if same or not own.isdisjoint(parts) or _one_name(mention, other):
                supported = max(supported, alike)
                continue
            if not said.isdisjoint(map(fold, other.written)) or not _of_one_sort(mention, other):
                continue
            theirs = passages.words[number]
            found.append(
                _Rival(
                    number,
                    other,
                    alike,
                    _preposition(words, mention.first) == _preposition(theirs, other.first),
                    _neighbours(words, mention, theirs, other),
                    mention.kind == other.kind != UNKNOWN,
                )
            )
    return found, supported


def _itself(
    passages: Passages, keys: Sequence[str], around: Surroundings, sentences: Sequence[int]
) -> float:
    """How like the passages are in which a word of the name stands, as a name or not."""
    return max(
        (
            passages.alike(around, (number, at, at + 1))
            for number in sentences
            for at, word in enumerate(passages.words[number])
            if word_key(word.text) in keys
        ),
        default=0.0,
    )


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


def _parts(mention: Mention) -> set[str]:
    return {fold(part) for part in (*mention.written, *mention.name)}


def _is_example(words: Sequence[PlainWord], mention: Mention) -> bool:
    """Whether a name is one of several that are given as examples: of those a source has others."""
    return any(word.text in _EXAMPLES for word in words[: mention.first])


def _led_in_alike(
    passages: Passages, words: Sequence[PlainWord], mention: Mention, keys: Sequence[str]
) -> bool:
    """Whether a source leads in the name by the same two words: "shares in Norvik"."""
    lead = [word.text for word in words[max(0, mention.first - 2) : mention.first]]
    if len(lead) < 2 or not any(map(tells, lead)):
        return False
    return any(
        [word.text for word in passages.words[number][max(0, at - 2) : at]] == lead
        for number, at, _ in passages.places.get(keys[0], ())
    )


def _is_listed(words: Sequence[PlainWord], mention: Mention) -> bool:
    """Whether a name is joined to the word before it: of a list others may be told."""
    return mention.first > 0 and words[mention.first - 1].text in ("and", "or")


def _preposition(words: Sequence[PlainWord], first: int) -> str:
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


def _location(document: Document, words: Sequence[PlainWord], mention: Mention) -> Location:
    span = Span(words[mention.first].start, words[mention.last - 1].end)
    return Location(document.name, span, document.slice(span))


def _source_location(corpus: Corpus, passages: Passages, rival: _Rival) -> Location:
    document = corpus.by_name[passages.evidence.sentences[rival.number].document]
    return _location(document, passages.words[rival.number], rival.mention)
