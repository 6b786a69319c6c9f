"""What annotation adds to a document: sentences, tokens, names, entities and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.model import Block, Document, Span


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    `text` is the shadow form (straight quotes, plain hyphens), offsets are the original's. Tier 1
    fills `lemma` (lower case), `pos` (Universal POS), `tag` (Penn), `dep` (spaCy's label) and
    `head` (index in the sentence; its own index for the root). Tier 0 leaves pos, tag and dep
    empty, head -1, and gives a lemma by rule.
    """

    text: str
    start: int
    end: int
    lemma: str
    pos: str = ""
    tag: str = ""
    dep: str = ""
    head: int = -1


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one block; `parsed` says whether its tokens carry tier 1."""

    index: int
    block: int
    span: Span
    tokens: tuple[Token, ...]
    parsed: bool = False
    # Filled when first asked for: kinds of fact ask for the children of a token a dozen times.
    _children: dict[int, list[int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def children(self, index: int) -> Sequence[int]:
        """Indexes of the tokens whose head is token `index`, in order."""
        if not self._children:
            for number, token in enumerate(self.tokens):
                below = self._children.setdefault(token.head, [])
                if token.head != number:
                    below.append(number)
        return self._children.get(index, ())


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: tokens `first` to `last` (exclusive) of a sentence, and its entity.

    `entity` is an index into `Annotated.entities`.
    """

    sentence: int
    first: int
    last: int
    span: Span
    text: str
    entity: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of a document; `name` is its fullest form there.

    `kind` is person, organisation, place or unknown. `forms` are all the forms it appears in,
    `honorifics` those that stand before it ("Sir", "Mr").
    """

    index: int
    name: str
    kind: str
    forms: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: `span` with its marks, `inner` without, the speaker as an entity name or "".

    `sentence` is the index of the sentence in which it opens. `verb` is the verb of saying.
    """

    span: Span
    inner: Span
    sentence: int
    speaker: str = ""
    verb: str = ""


def _sentence_of(name: Name) -> int:
    return name.sentence


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its annotation.

    `shadow` has the same length as the text, position by position.
    """

    document: Document
    shadow: str
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def names_in(self, sentence: int) -> tuple[Name, ...]:
        """The names that stand in sentence number `sentence`, in order."""
        first = bisect_left(self.names, sentence, key=_sentence_of)
        last = bisect_right(self.names, sentence, lo=first, key=_sentence_of)
        return self.names[first:last]

    def block_of(self, sentence: Sentence) -> Block:
        """The block in which `sentence` stands."""
        return self.document.blocks[sentence.block]
