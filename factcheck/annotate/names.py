"""Names by their capitals: which runs of words name someone or something, without a recogniser.

Capitals are evidence only where the writer had a choice: inside a sentence of running text. What is
learnt there is then looked for in headlines, labels and lines of capitals.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from factcheck.annotate.data.given import given_names
from factcheck.annotate.data.places import demonyms, places
from factcheck.annotate.entities import Mention, resolve
from factcheck.annotate.name_parts import HEADS, is_title_surname, joined, names_in_run
from factcheck.annotate.name_runs import Evidence, only_opening, runs
from factcheck.annotate.nouns import Entity, Name, Sentence, Token
from factcheck.annotate.pieces import Piece, is_display, pieces_of
from factcheck.model import BlockKind, Document, Span


def find_names(
    document: Document, shadow: str, sentences: Sequence[Sentence]
) -> tuple[tuple[Name, ...], tuple[Entity, ...]]:
    """The name mentions of a document in text order, and the entities they stand for.

    `sentences` may carry tier 1 or not; with it, a proper-noun tag lets a name at the start of a
    sentence in. Furniture is not looked at.
    """
    bodies: list[tuple[Sentence, tuple[Piece, ...]]] = []
    displays: list[tuple[Sentence, tuple[Piece, ...]]] = []
    for sentence in sentences:
        block = document.blocks[sentence.block]
        pieces = pieces_of(shadow, sentence)
        if not pieces or block.kind in (BlockKind.FURNITURE, BlockKind.CODE):
            continue
        display = block.kind is BlockKind.TABLE_ROW or is_display(
            pieces, heading=block.kind is BlockKind.HEADING
        )
        (displays if display else bodies).append((sentence, pieces))
    mentions = _read_bodies(bodies, frozenset())
    surnames = frozenset(m.words[-1] for m in mentions if is_title_surname(m.words))
    if surnames:
        mentions = _read_bodies(bodies, surnames)
    known = {mention.words for mention in mentions}
    for sentence, pieces in displays:
        mentions.extend(_learnt(sentence, pieces, known))
    mentions.sort(key=lambda mention: (mention.start, mention.end))
    entities, indexes = resolve(mentions)
    by_index = {sentence.index: sentence for sentence in sentences}
    names = tuple(
        _name(mention, by_index[mention.sentence], shadow, entity)
        for mention, entity in zip(mentions, indexes, strict=True)
    )
    return names, entities


def _read_bodies(
    bodies: Sequence[tuple[Sentence, tuple[Piece, ...]]], surnames: frozenset[str]
) -> list[Mention]:
    evidence = Evidence((pieces for _, pieces in bodies), surnames=surnames)
    return [
        mention for sentence, pieces in bodies for mention in _mentions(sentence, pieces, evidence)
    ]


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end


def _name(mention: Mention, sentence: Sentence, shadow: str, entity: int) -> Name:
    tokens = sentence.tokens
    first = bisect_right(tokens, mention.start, key=_end)
    last = max(bisect_left(tokens, mention.end, lo=first, key=_start), first)
    return Name(
        sentence=mention.sentence,
        first=first,
        last=last,
        span=Span(mention.start, mention.end),
        text=shadow[mention.start : mention.end],
        entity=entity,
    )


def _mentions(
    sentence: Sentence, pieces: tuple[Piece, ...], evidence: Evidence
) -> Iterator[Mention]:
    for first, last in runs(pieces, evidence):
        run = [
            index
            for index in range(first, last)
            if index > first or not only_opening(pieces, index, last, evidence)
        ]
        while run and not pieces[run[0]].capital:
            run.pop(0)
        yield from names_in_run(sentence, pieces, run, evidence)


def _learnt(
    sentence: Sentence, pieces: tuple[Piece, ...], known: set[tuple[str, ...]]
) -> Iterator[Mention]:
    """Known names in a line whose capitals say nothing; a lone "Given Surname" counts as a name."""
    shouted = {tuple(word.upper() for word in words): words for words in known}
    longest = max((len(words) for words in known), default=1) + 2
    index = 0
    while index < len(pieces):
        for length in range(min(longest, len(pieces) - index), 0, -1):
            chunk = pieces[index : index + length]
            words = joined(chunk, list(range(len(chunk))))
            if not (words in known or words in shouted or " ".join(words) in places()):
                continue
            if length == 1 and not chunk[0].capital:
                continue
            yield Mention(
                sentence=sentence.index,
                start=chunk[0].start,
                end=chunk[-1].end,
                words=shouted.get(words, words),
            )
            index += length
            break
        else:
            if index == 0 and _person_line(pieces):
                words = joined(pieces, list(range(len(pieces))))
                yield Mention(
                    sentence=sentence.index,
                    start=pieces[0].start,
                    end=pieces[-1].end,
                    words=words,
                    person=True,
                )
                return
            index += 1


def _person_line(pieces: tuple[Piece, ...]) -> bool:
    words = [piece.word for piece in pieces]
    if not 2 <= len(words) <= 4 or words[0] not in given_names():
        return False
    return all(
        piece.capital and piece.word not in HEADS | demonyms() and not piece.word.isupper()
        for piece in pieces[1:]
    )
