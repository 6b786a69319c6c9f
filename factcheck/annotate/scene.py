"""The tokens, names and quoted stretches of a document, indexed for attribution."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from factcheck.annotate.nouns import Entity, Name, Sentence, Token
from factcheck.model import Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as one run of tokens; all numbers are indexes into `tokens`.

    `offset` is the first token of each sentence, `name_at` the name over a token, `subject_of` the
    subject of a verb by the parse, `quoted` is 1 for a token in quotation marks.
    """

    tokens: tuple[Token, ...]
    starts: list[int]
    sentence_of: list[int]
    offset: list[int]
    sentences: tuple[Sentence, ...]
    name_at: dict[int, Name]
    entities: tuple[Entity, ...]
    quoted: bytearray
    subject_of: dict[int, int]

    @staticmethod
    def of(
        sentences: tuple[Sentence, ...],
        names: tuple[Name, ...],
        entities: tuple[Entity, ...],
        quoted: list[Span],
    ) -> Scene:
        """Index a document: each table is built in one pass."""
        tokens = [token for sentence in sentences for token in sentence.tokens]
        offset, total = [], 0
        sentence_of: list[int] = []
        for sentence in sentences:
            offset.append(total)
            total += len(sentence.tokens)
            sentence_of.extend([sentence.index] * len(sentence.tokens))
        starts = [token.start for token in tokens]
        name_at = {
            offset[name.sentence] + index: name
            for name in names
            for index in range(name.first, name.last)
        }
        inside = bytearray(len(tokens))
        for span in quoted:
            first = bisect_left(starts, span.start)
            if first < len(tokens) and inside[first]:
                continue
            for index in range(first, bisect_left(starts, span.end)):
                inside[index] = 1
        subject_of = {
            offset[sentence.index] + token.head: offset[sentence.index] + index
            for sentence in sentences
            if sentence.parsed
            for index, token in enumerate(sentence.tokens)
            if token.dep in ("nsubj", "nsubjpass", "csubj")
        }
        return Scene(
            tuple(tokens),
            starts,
            sentence_of,
            offset,
            sentences,
            name_at,
            entities,
            inside,
            subject_of,
        )
