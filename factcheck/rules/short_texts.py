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

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.shadow import shadow_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.model import Claim, Document, DocumentRole, FactKind, Location, Span, StatementValue
from factcheck.rules.rule import Corpus

# Each is held against each other.
MOST_TEXTS = 12
MOST_SENTENCES = 2
MOST_CHARACTERS = 600
_VERBS = frozenset(
    "is are was were be has have had will would did does do can could may might must should"
    " began became".split()
)
_LEADING = frozenset(
    "in on at during after before since following as from by while when despite until between "
    "throughout according for with under".split()
)
# Some of several, or one not told of before.
_INDEFINITE = frozenset(
    "a an some several many few most all any other another one two three no both every each "
    "there".split()
)
_PARTICIPLE = re.compile(r"[A-Z][a-z]+(?:ed|en|rn|ing)\s(?:by|in|as|for|at|with|to|mostly)\s")
_BREAK = re.compile(r"[(,;:]")
_PERSONAL = frozenset("he she".split())
_ANAPHORS = frozenset("he she it they his her its their this these".split())
_POSSESSIVE = frozenset("his her its their".split())
_LINKS = frozenset("of the and de la du von van al bin ibn der den in for to at".split())
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_BRACKET = re.compile(r"\([^()]*\)|\[[^][]*\]")
_LEAST_SHARED = 0.5


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
        return tuple(_WORD.findall(self.text))

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(word.lower() for word in self.words)

    @cached_property
    def opening(self) -> tuple[str, ...]:
        """The words of the subject at the head of the sentence, in lower case, "the" left out."""
        return _opening(self.text, self._verbs)

    @cached_property
    def of_another(self) -> bool:
        """Whether the subject is something of the one named: "Holt's bridge", "its gate"."""
        head = self.text[: self.text.find(" ", 30)] if len(self.text) > 30 else self.text
        if self.opening[:1] and self.opening[0] in _POSSESSIVE:
            return True
        name = "".join(rf"\W+{re.escape(word)}" for word in self.opening[1:])
        start = re.escape(self.opening[0]) if self.opening else "$"
        return bool(re.search(rf"\b{start}{name}(?:'s|')\s", head, re.IGNORECASE))

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
    if not all(any(fact.kind is FactKind.STATEMENT for fact in claim.facts) for claim in claims):
        # Without a parse nothing is known of who does what.
        return ()
    return tuple(
        Side(document, claim, shadow[claim.span.start : claim.span.end]) for claim in claims
    )


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
    if _is_other(one, two) and _is_other(two, one):
        # "The novel Grey Harbour" and "the novel White Harbour": each name has a word of its own.
        return False
    shared = set(mine) & set(theirs) - _LINKS
    if len(shared) >= _LEAST_SHARED * min(len(set(mine) - _LINKS), len(set(theirs) - _LINKS)):
        return True
    # "In 1986, Holt …" opens with something else: the subject stands further on.
    return any(
        len(words) <= 4 and set(words) - _LINKS <= other.lower and _is_named(words, other)
        for words, other in ((mine, two), (theirs, one))
    )


def _is_indefinite(text: str, first: re.Match[str]) -> bool:
    """Whether the sentence opens with some of several; a title may open with such a word."""
    behind = _WORD.search(text, first.end())
    if first.group().lower() not in _INDEFINITE:
        return False
    quoted = text[: first.start()].strip() != ""
    return behind is None or (behind.group()[0].islower() and not quoted)


def _numbers(words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _is_other(one: Side, two: Side) -> bool:
    """Whether the name at the head of a sentence has a word that the other sentence lacks."""
    capitals = {word.lower().removesuffix("'s") for word in one.words if word[0].isupper()}
    known = {word.removesuffix("'s") for word in two.lower}
    return bool(set(one.opening) & capitals - known)


def _is_named(words: tuple[str, ...], other: Side) -> bool:
    capitals = {word.lower() for word in other.words if word[0].isupper()}
    return not capitals.isdisjoint(words)


def _is_anaphor(words: tuple[str, ...]) -> bool:
    return words[0] in _ANAPHORS or words[0] == "the"


def _opening(text: str, verbs: frozenset[str]) -> tuple[str, ...]:
    """The subject: the words up to the first verb, with "the" kept only before a common noun."""
    start = _start(text)
    if start is None:
        return ()
    words: list[str] = []
    last = start
    for match in _WORD.finditer(text, start):
        word = match.group()
        apart = bool(words) and _BREAK.search(text, last, match.start()) is not None
        last = match.end()
        if apart or word.lower() in _VERBS:
            break
        common = len(words) == 1 and words[0].lower() == "the"
        if words and not common and word[0].islower() and word.lower() not in _LINKS:
            if _is_left_open(words, word, verbs):
                return ()
            break
        words.append(word)
    if words and words[0].lower() == "the" and any(word[0].isupper() for word in words[1:]):
        del words[0]
    return tuple(word.lower().removesuffix("'s") for word in words)


def _start(text: str) -> int | None:
    """Where the subject starts: behind "In 1986," or "Built by hand,"; None if that is unclear."""
    first = _WORD.search(text)
    if first is None or _is_indefinite(text, first):
        return None
    participle = _PARTICIPLE.match(text)
    if first.group().lower() not in _LEADING and not participle:
        return 0
    comma = text.find(", the " if participle else ",")
    return comma if comma >= 0 else None


def _is_left_open(words: list[str], behind: str, verbs: frozenset[str]) -> bool:
    """Whether "the port" goes on as "the port union": which one only its own text knows."""
    if len(words) != 2 or words[0].lower() != "the" or words[1][0].isupper():
        return False
    return lemma_of(behind.lower()) not in verbs and behind.lower() not in FUNCTION_WORDS
