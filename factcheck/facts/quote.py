"""Quotes: words in quotation marks, who says them, and whether two are one statement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.annotate.nouns import Annotated, Quotation, Sentence
from factcheck.annotate.saying import DETERMINERS, NAMING, PREPOSITIONS
from factcheck.facts.kind import Kind
from factcheck.facts.quote_slot import quote_slot
from factcheck.facts.quote_words import compare_words
from factcheck.facts.spelling import spelling_key
from factcheck.facts.words import STOP
from factcheck.model import Comparison, Fact, FactKind, QuoteValue, Relation

ELLIPSIS = "…"
INSERTION = "[…]"
_SCARE_WORDS = 4
_MAX_KEYS = 24

_WORD = re.compile(
    r"\[[^\]]{0,200}\]"  # a bracketed insertion
    r"|\.{3}|(?:\. ){2}\.|…"  # an ellipsis
    r"|[^\W_]+(?:['’.,-][^\W_]+)*"  # words, numbers with their points, hyphened compounds
)
# "year ’ s" in texts that were taken apart into tokens.
_DETACHED = re.compile(r"(?<=\w)\s['’]\s(s|t|re|ve|ll|d|m)\b")


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a quotation, lower case, without punctuation; with "…" and "[…]" for gaps."""
    text = _DETACHED.sub(r"'\1", text)
    words: list[str] = []
    for match in _WORD.finditer(text):
        piece = match.group()
        if piece[0] == "[":
            # "[T]he" is a changed letter and not an insertion.
            words.append(INSERTION)
        elif piece[0] in ".…":
            words.append(ELLIPSIS)
        elif words and words[-1] == INSERTION and text[match.start() - 1] == "]":
            bracket = text[text.rfind("[", 0, match.start()) + 1 : match.start() - 1]
            if len(bracket) == 1:
                words[-1] = (bracket + piece).lower().replace("’", "'")
            else:
                words.append(piece.lower().replace("’", "'"))
        else:
            words.append(piece.lower().replace("’", "'"))
    return tuple(words)


def extract(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """The quotes that open in `sentence`, one fact each; nested and never closed ones are left out.

    The span is that of the words without their marks.
    """
    text = annotated.document.text
    quotations = annotated.quotations
    at = bisect_left(quotations, sentence.span.start, key=lambda quotation: quotation.span.start)
    reached = -1
    while at < len(quotations) and quotations[at].span.start < sentence.span.end:
        quotation = quotations[at]
        at += 1
        nested = quotation.span.end <= reached
        reached = max(reached, quotation.span.end)
        words = fold_words(annotated.document.slice(quotation.inner))
        if nested or not words or _is_broken(annotated, quotation):
            continue
        yield Fact(
            kind=FactKind.QUOTE,
            document=annotated.document.name,
            span=quotation.inner,
            surface=text[quotation.inner.start : quotation.inner.end],
            value=QuoteValue(
                words, quotation.speaker, quotation.verb, _is_term(annotated, quotation, words)
            ),
            slot=quote_slot(annotated, sentence, quotation),
        )


def _is_broken(annotated: Annotated, quotation: Quotation) -> bool:
    """Whether the closing mark is missing and no next paragraph takes the quotation up."""
    if quotation.span.end > quotation.inner.end:
        return False
    text = annotated.document.text
    rest = text[quotation.span.end : quotation.span.end + 200].lstrip()
    return not rest or rest[0] != text[quotation.span.start]


def _is_term(annotated: Annotated, quotation: Quotation, words: tuple[str, ...]) -> bool:
    """Whether the marks set off a term ("a doctrine of “…”", "what it calls “…”")."""
    if len(words) > _SCARE_WORDS:
        return False
    if not quotation.verb or quotation.verb in NAMING.values():
        return True
    before = annotated.shadow[max(0, quotation.span.start - 24) : quotation.span.start].split()
    word = before[-1].lower() if before else ""
    return len(words) < _SCARE_WORDS and (word in DETERMINERS or word in PREPOSITIONS)


def _quote(fact: Fact) -> QuoteValue:
    assert isinstance(fact.value, QuoteValue)
    return fact.value


def content_keys(words: tuple[str, ...]) -> tuple[str, ...]:
    """The spelling keys of the content words, in order, each once."""
    keys = (spelling_key(word) for word in words if word not in (ELLIPSIS, INSERTION))
    return tuple(dict.fromkeys(key for key in keys if key not in STOP and len(key) > 2))


def keys(fact: Fact) -> tuple[str, ...]:
    """Blocking keys: the content words of the quote, longest first, at most 24."""
    found = sorted(content_keys(_quote(fact).words), key=lambda word: (-len(word), word))
    return tuple(f"quote:{word}" for word in found[:_MAX_KEYS])


def compare(left: Fact, right: Fact) -> Comparison:
    """How the words of two quotes stand to each other, whoever says them.

    EQUAL: the same words but for spelling, punctuation, an ellipsis or a bracketed insertion.
    COMPATIBLE: one is a part of the other, or both are cuts of one stretch of speech. DIFFERENT:
    one statement in other words. INCOMPARABLE: two statements, or terms.
    """
    a, b = _quote(left), _quote(right)
    outcome = compare_words(a.words, b.words)
    if outcome.relation is Relation.DIFFERENT and (a.scare or b.scare):
        return Comparison(Relation.INCOMPARABLE, "a term")
    return outcome


def show(fact: Fact) -> str:
    """The quote as written, cut after 60 characters, in quotation marks."""
    text = " ".join(fact.surface.split())
    return f"“{text if len(text) <= 60 else text[:57].rstrip() + '…'}”"


KIND = Kind(FactKind.QUOTE, QuoteValue, extract, keys, compare, show)
