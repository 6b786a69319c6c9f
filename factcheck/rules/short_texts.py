"""Short texts on one subject: two descriptions of a sentence or two that speak of the same thing.

Whoever compares two such texts takes them to be on one subject, so what needs proof between whole
articles holds here by default: a pronoun or "the film" at the head of one is what the other names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.shadow import shadow_of
from factcheck.model import Claim, Document, DocumentRole, FactKind, Location, Span, StatementValue
from factcheck.rules.rule import Corpus
from factcheck.rules.short_openings import LINKS, WORD, follows_verb, opening_of, small

# Each is held against each other.
MOST_TEXTS = 12
MOST_SENTENCES = 2
MOST_CHARACTERS = 600
_PERSONAL = frozenset("he she".split())
_ANAPHORS = frozenset("he she it they his her its their this these".split())
_POSSESSIVE = frozenset("his her its their".split())
_BRACKET = re.compile(r"\([^()]*\)|\[[^][]*\]")
_LEAST_SHARED = 0.5
_FULL_NAME = 2


@dataclass(frozen=True)
class Side:
    """One sentence of a short text, with its text in straight quotes (`text[0]` is at `offset`)."""

    document: Document
    claim: Claim
    text: str

    @property
    def offset(self) -> int:
        """Where the sentence starts in its document."""
        return self.claim.span.start

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as written."""
        return tuple(WORD.findall(self.text))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words in lower case; the month of May is not the verb."""
        return frozenset(word if word == "May" else small(word) for word in self.words)

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The words of the subject at the head of the sentence, in lower case, "the" left out."""
        return opening_of(self.text, self._verbs)

    @cached_property
    def of_another(self) -> bool:
        """Whether the subject is something of the one named: "Holt's bridge", "its gate"."""
        head = self.text[: self.text.find(" ", 30)] if len(self.text) > 30 else self.text
        head = small(head)
        if self.opening[:1] and self.opening[0] in _POSSESSIVE:
            return True
        name = "".join(rf"\W+{re.escape(word)}" for word in self.opening[1:])
        start = re.escape(self.opening[0]) if self.opening else "$"
        return bool(re.search(rf"\b{start}{name}(?:'s|')\s", head))

    @cached_property
    def _verbs(self) -> frozenset[str]:
        """The verbs of the sentence, as lemmas."""
        return frozenset(
            fact.value.predicate.split()[0]
            for fact in self.claim.facts
            if isinstance(fact.value, StatementValue)
        )

    @cached_property
    def plain(self) -> str:
        """The text with what stands in brackets blanked; positions stay."""
        return _BRACKET.sub(lambda match: " " * len(match.group()), self.text)

    def place(self, start: int, end: int) -> Location:
        """The location of `text[start:end]`."""
        span = Span(self.offset + start, self.offset + end)
        return Location(self.document.name, span, self.document.slice(span))

    @property
    def whole(self) -> Location:
        """The location of the sentence."""
        return Location(self.document.name, self.claim.span)


def short_pairs(corpus: Corpus) -> Iterator[tuple[Side, Side]]:
    """Sentences of two short texts that are on one subject; none in a run with a draft."""
    if corpus.has_draft:
        return
    if len(corpus.documents) > MOST_TEXTS:
        return
    pair = len(corpus.documents) == 2
    short = [sides for document in corpus.documents if (sides := _sides(corpus, document))]
    if not any(_is_parsed(side) for sides in short for side in sides):
        # Without a language model nothing is known of who does what.
        return
    for left, right in combinations(short, 2):
        for one in left:
            for two in right:
                if on_one_subject(one, two, pair=pair):
                    yield one, two


def _sides(corpus: Corpus, document: Document) -> tuple[Side, ...]:
    claims = corpus.claims_of[document.name]
    if document.role is not DocumentRole.ARTICLE or len(document.text) > MOST_CHARACTERS:
        return ()
    if not claims or len(claims) > MOST_SENTENCES:
        return ()
    shadow = shadow_of(document.text)
    sides = tuple(
        Side(document, claim, shadow[claim.span.start : claim.span.end]) for claim in claims
    )
    return sides if all(map(_has_verb, sides)) else ()


def _has_verb(side: Side) -> bool:
    """Whether a clause was parsed, or the form of the word behind the subject is that of a verb."""
    return _is_parsed(side) or (bool(side.opening) and follows_verb(side.text, side.opening))


def _is_parsed(side: Side) -> bool:
    return any(fact.kind is FactKind.STATEMENT for fact in side.claim.facts)


def on_one_subject(one: Side, two: Side, *, pair: bool = True) -> bool:
    """Whether two sentences can be taken to be on one subject.

    A pronoun stands for the other's subject only where there are but two texts (`pair`).
    """
    mine, theirs = one.opening, two.opening
    if not mine or not theirs:
        return False
    if _numbers(mine) != _numbers(theirs) and _numbers(mine) and _numbers(theirs):
        # Two versions, two editions.
        return False
    loose = [_is_anaphor(words) for words in (mine, theirs)]
    if any(loose) and not pair:
        return False
    if all(loose):
        return mine[0] == theirs[0] or {mine[0], theirs[0]}.isdisjoint(_PERSONAL)
    if any(loose):
        return True
    if _is_alias(mine, theirs):
        return True
    if _is_other(one, two) and _is_other(two, one):
        # "The novel Grey Harbour" and "the novel White Harbour": each name has a word of its own.
        return False
    shared = set(mine) & set(theirs) - LINKS
    if len(shared) >= _LEAST_SHARED * min(len(set(mine) - LINKS), len(set(theirs) - LINKS)):
        return True
    # "In 1986, Holt …" opens with something else: the subject stands further on.
    return any(
        len(words) <= 4 and set(words) - LINKS <= other.lower and _is_named(words, other)
        for words, other in ((mine, two), (theirs, one))
    )


def _is_alias(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names are of one person: "Alex Holt", "Alexander Peter Holt"."""
    if min(len(mine), len(theirs)) < _FULL_NAME or mine[-1] != theirs[-1]:
        return False
    one, two = (tuple(word.capitalize() for word in words) for words in (mine, theirs))
    return name_relation(one, two) == "same"


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _is_other(one: Side, two: Side) -> bool:
    """Whether the name at the head of a sentence has a word that the other sentence lacks."""
    capitals = {small(word).removesuffix("'s") for word in one.words if word[0].isupper()}
    known = {word.removesuffix("'s") for word in two.lower}
    return bool(set(one.opening) & capitals - known)


def _is_named(words: tuple[str, ...], other: Side) -> bool:
    capitals = {small(word) for word in other.words if word[0].isupper()}
    return not capitals.isdisjoint(words)


def _is_anaphor(words: tuple[str, ...]) -> bool:
    return words[0] in _ANAPHORS or words[0] == "the"
