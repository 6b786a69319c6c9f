"""A name of a draft where its source, in a passage worded alike, has another name of its sort.

"Marta Ivers will open the fair" beside "Anna Holm will open the fair on Monday": the words around
both names agree, so do their places in the sentence, and no source has the draft's name there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.plain_words import PlainWord, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.match.evidence import AKIN, HERE, NOWHERE, country_of, word_key
from factcheck.match.mentions import PEOPLE, PERSON, PLACE, Mention, mentions_of
from factcheck.match.passages import Passages, surroundings
from factcheck.match.short_forms import short_forms
from factcheck.match.surroundings import Surroundings, tells
from factcheck.model import Document, Location
from factcheck.rules.draft_words import NO_CLAIM, location_of
from factcheck.rules.name_rivals import preposition_before, rivals_of
from factcheck.rules.names_of_one_form import rival_of_one_form
from factcheck.rules.names_of_sources import Rival, SourceNames, parts_of
from factcheck.rules.rule import Corpus

# Least share of the words around a name that have to stand around the other: for a name that no
# source has, one in another's place by its neighbours, and one that stands elsewhere.
_LEAST, _CLOSE, _KNOWN = 0.2, 0.4, 0.3
# By how much less the sources have the words around a name where they have the name itself.
_APART, _FAR_APART = 0.3, 0.5
_FRAMED = 0.6
_LEAST_AROUND, _LEAST_WORDS = 2, 4
_SURE, _LIKELY, _FAIR = 0.8, 0.75, 0.7
_EXAMPLES = frozenset("including includes include among like such".split())


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name of the draft, the name in its place in a source, and how likely that is a slip.

    `absent` says that no source has a word of the draft's name.
    """

    draft: Location
    source: Location
    confidence: float
    absent: bool


def other_names(corpus: Corpus) -> Iterator[OtherName]:
    """The names of drafts in whose place a source has another; at most one for each mention."""
    passages = corpus.passages
    if passages is None:
        return
    names = SourceNames(corpus, passages)
    for document in corpus.documents:
        if document.name in corpus.digests:
            yield from _in_draft(corpus, names, document)


def _in_draft(corpus: Corpus, names: SourceNames, document: Document) -> Iterator[OtherName]:
    shadow = shadow_of(document.text)
    sentences = []
    for claim in corpus.claims_of[document.name]:
        words = plain_words(shadow, claim.span)
        if claim.block_kind not in NO_CLAIM and len(words) >= _LEAST_WORDS:
            sentences.append((words, mentions_of(claim, words, shadow)))
    told = {part for _, some in sentences for one in some for part in parts_of(one)}
    for words, mentions in sentences:
        said = {part for one in mentions for part in parts_of(one)}
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
                    _is_absent(names.passages, mention),
                )


def _judged(
    names: SourceNames,
    words: Sequence[PlainWord],
    mention: Mention,
    around: Surroundings,
    said: set[str],
    told: set[str],
) -> tuple[Rival, float] | None:
    """The rival of a name and how likely the name is wrong; None where it may be right."""
    passages = names.passages
    keys = [word_key(word) for word in mention.written]
    standing = _standing(passages, mention, keys)
    if any(country_of(key) and one == AKIN for key, one in zip(keys, standing, strict=True)):
        # "British" where the source has "UK".
        return None
    sentences = sorted(passages.hold(around, _LEAST))
    form = rival_of_one_form(names, words, mention, around, sentences, said)
    if form is not None:
        return form, _FAIR
    if NOWHERE in standing and set(standing) != {NOWHERE}:
        # A part that no source has added to a name that one has contradicts nothing.
        return None
    alone = names.only_place(mention) if standing[0] == NOWHERE else None
    untold = alone is not None and told.isdisjoint(parts_of(alone.mention))
    if alone is not None and untold and passages.hold(around, _CLOSE):
        return alone, _FAIR
    rivals, supported = rivals_of(names, words, mention, around, sentences, said)
    rival = max(rivals, key=lambda one: one.rank, default=None)
    if rival is None or rival.alike < _LEAST or not (rival.one_slot or _is_framed(rival)):
        return None
    if (
        mention.kind in (PLACE, PEOPLE)
        and not rival.one_sort
        and (mention.kind == PEOPLE or not preposition_before(words, mention.first))
    ):
        # "A US actor": where something comes from, beside what it is called.
        return None
    if _is_example(words, mention):
        return None
    if standing[0] == NOWHERE:
        if supported >= rival.alike:
            # The name in another form stands there as well.
            return None
        absent = told.isdisjoint(parts_of(rival.mention))
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


def _is_absent(passages: Passages, mention: Mention) -> bool:
    keys = [word_key(word) for word in mention.written]
    return set(_standing(passages, mention, keys)) == {NOWHERE}


def _standing(passages: Passages, mention: Mention, keys: Sequence[str]) -> list[str]:
    """How far the sources have each word of a name. What "Rose" has in common with "rise" counts
    for nothing in the name of a person."""
    name = " ".join(mention.written)
    if any(short in passages.evidence.places for _, short in short_forms(name, (name,))):
        return [HERE] * len(keys)
    standing = [passages.evidence.standing(key) for key in keys]
    if mention.kind != PERSON or len(keys) < 2:
        return standing
    return [
        NOWHERE if one == AKIN and not country_of(key) else one
        for key, one in zip(keys, standing, strict=True)
    ]


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


def _is_framed(rival: Rival) -> bool:
    """Whether both neighbours and most words around agree: "beat Holm 2-0", "the 2-0 victory over
    Ask" have no preposition in common."""
    return rival.neighbours > 1 and rival.alike >= _FRAMED


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


def _location(document: Document, words: Sequence[PlainWord], mention: Mention) -> Location:
    return location_of(document, words, mention.first, mention.last)


def _source_location(corpus: Corpus, passages: Passages, rival: Rival) -> Location:
    document = corpus.by_name[passages.evidence.sentences[rival.number].document]
    return _location(document, passages.words[rival.number], rival.mention)
