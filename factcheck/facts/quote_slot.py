"""The slot of a quote: its subject, and the predicate of the quoted words with its prepositions."""

from __future__ import annotations

from bisect import bisect_left

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.nouns import Annotated, Quotation, Sentence, Token
from factcheck.annotate.saying import PREPOSITIONS
from factcheck.facts.slots import fill_slot
from factcheck.model import Slot

_COMPLEMENT = ("acomp", "attr", "oprd")
_CLAUSE = ("ROOT", "ccomp", "conj", "advcl", "relcl")
_REACH = 8


def quote_slot(annotated: Annotated, sentence: Sentence, quotation: Quotation) -> Slot:
    """The slot of `quotation`, which opens in `sentence`.

    `event` is the head verb or predicative adjective of the quoted words, by the parse (empty on
    tier 0); `modifiers` are the prepositions that follow it within eight words, in the quotation
    or behind it.
    """
    speaker = tuple(quotation.speaker.lower().replace("-", " ").split())
    tokens = sentence.tokens
    first = bisect_left(tokens, quotation.inner.start, key=lambda token: token.start)
    last = bisect_left(tokens, quotation.inner.end, key=lambda token: token.start)
    if first >= len(tokens) or not sentence.parsed:
        return Slot(speaker=speaker)
    filled = fill_slot(annotated, sentence, first, max(last, first + 1))
    predicate = _predicate(tokens, first, last)
    return Slot(
        subject=filled.subject,
        event=() if predicate is None else (lemma_of(tokens[predicate].lemma),),
        time=filled.time,
        speaker=speaker,
        modifiers=() if predicate is None else _prepositions(tokens, predicate),
    )


def _predicate(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """The topmost verb or adjective of the quoted words; of a copula, what it joins to."""
    roots = [
        index
        for index in range(first, last)
        if not first <= tokens[index].head < last or tokens[index].head == index
    ]
    for root in sorted(roots, key=lambda index: (not _is_verb(tokens, index), index)):
        if not _is_verb(tokens, root) and tokens[root].pos != "ADJ":
            continue
        if tokens[root].lemma != "be":
            return root
        for index in range(first, last):
            if tokens[index].head == root and tokens[index].dep in _COMPLEMENT:
                return index if tokens[index].pos in ("ADJ", "VERB") else None
    return None


def _is_verb(tokens: tuple[Token, ...], index: int) -> bool:
    """A verb by its tag, or by heading a clause with a subject: taggers err right after a mark."""
    token = tokens[index]
    if token.pos in ("VERB", "AUX"):
        return True
    if token.tag != "NNS" or token.dep not in _CLAUSE:
        return False
    return any(other.head == index and other.dep == "nsubj" for other in tokens)


def _prepositions(tokens: tuple[Token, ...], predicate: int) -> tuple[str, ...]:
    following = tokens[predicate + 1 : predicate + 1 + _REACH]
    found = [token.text.lower() for token in following if token.text.lower() in PREPOSITIONS]
    return tuple(dict.fromkeys(found))
