"""Figures of one text that the text itself tells apart: another boat, the other party's voters.

Two sentences of one article share its words and names, so these say little there; what a writer
uses to keep two things apart says more. English has few such means: words that add ("also",
"another"; Quirk et al., A Comprehensive Grammar of the English Language, 1985, 8.116 and 9.55), an
indefinite that brings in another of a kind (Heim, The Semantics of Definite and Indefinite Noun
Phrases, 1982, chapter 3), a name of its own behind each figure, other figures beside each, and
"respectively".
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from factcheck.annotate.data.places import country_table
from factcheck.match.context import Context
from factcheck.match.rows import are_lines_alike, are_of_a_row, in_other_company, stated, text_of
from factcheck.model import (
    Claim,
    DurationValue,
    Fact,
    FactKind,
    Match,
    MomentValue,
    QuantityValue,
    Span,
    StatementValue,
)

_KINDS = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT, FactKind.STATEMENT)
# Compiled when a difference within one text is first looked at: most runs have none.
_ADDS = (
    r"(?<!\bwho )(?<!\bthat )(?<!\bwhich )\balso\b|\b(?:another|additional|additionally|in addition"
    r"|an? (?:separate|further)|separately|elsewhere|besides|moreover)\b"
)
_OPENS = (
    r"(?:another|a (?:second|third|fourth|separate|further|different)|other|separately|elsewhere"
    r"|in addition)\b"
)
_OTHER = r"\bother\s"
_GOES_ON = (
    r"\b(?:another|an additional|an extra|a further|one more|a (second|third|fourth|fifth|sixth))\b"
)
_RANKS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_OF_NAME = r"\s+(of|among|for|by)\s+(?:the\s+)?([A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)"
_DURING = r"\b(?:in|on|at|during|over|across|after)\s+(?:all\s+)?(?:the\s+|its\s+|their\s+)?$"
_DURING_ONE = r"\b(?:in|on|at|during|after)\s+(?:the|this|that|each|every|one)\s+(?:[\w-]+\s+)?{}\b"
# What follows a noun that stands for itself: "a poll of", but not "a poll worker".
_NOUN_ENDS = (
    r"(?=\W*$|\s*[,.;:)]|\s+(?:of|in|on|at|by|for|from|to|with|that|who|which|and|was|were|is|are"
    r"|has|had|\w+ed)\b)"
)
# What an indefinite stands behind when it says what something is, and brings nothing in.
_SAYS_WHAT = (
    r"(?:\b(?:is|are|was|were|be|been|being|as|like|became|become|called|named)|[,(:-])\s*$"
)
# How many sentences before the later figure may bring in what it is of.
_BEFORE = 2
_SEVERAL = 2
# How far a sum may be off, as a share: figures are rounded.
_NEARLY = 0.02
_WORD = 10


def are_told_apart(match: Match, context: Context) -> bool:
    """Whether two values of one document are said to be of two things, or of a part and a whole."""
    if match.left.document != match.right.document:
        return False
    if match.left.kind not in _KINDS:
        return False
    first, second = sorted((match.left, match.right), key=lambda fact: fact.span)
    if isinstance(first.value, MomentValue):
        return are_lines_alike(first, second, context)
    if _brought_in_between(first, second, context) or in_other_company(first, second, context):
        return True
    if isinstance(first.value, StatementValue):
        return False
    return (
        _are_respective(first, second, context)
        or _announces_list(first, context)
        or _announces_list(second, context)
        or _is_added(first, second, context)
        or _of_other_names(first, second, context)
        or _are_part_and_whole(first, second, context)
        or _is_of_one_of_several(first, second, context)
        or are_of_a_row(first, second, context)
    )


def _claims_before(fact: Fact, context: Context, *, after: int) -> Iterator[Claim]:
    """The sentences of the paragraph right before a fact's own, back to the sentence `after`."""
    own = context.claim(fact)
    for number in range(own.index - 1, max(after, own.index - 1 - _BEFORE), -1):
        claim = context.claims.get((fact.document, number))
        if claim is None or claim.block != own.block:
            return
        yield claim


def _are_respective(first: Fact, second: Fact, context: Context) -> bool:
    """Whether a list elsewhere in the sentence says what a figure is of."""
    return any(
        "respectively" in text_of(context, fact.document, claim.span.start, claim.span.end)
        for fact in (first, second)
        for claim in (context.claim(fact),)
    )


def _announces_list(fact: Fact, context: Context) -> bool:
    """Whether a number is of what comes next: "if the following three conditions are met"."""
    start = context.claim(fact).span.start
    return (
        text_of(context, fact.document, start, fact.span.start).lower().endswith("the following ")
    )


def _is_added(first: Fact, second: Fact, context: Context) -> bool:
    """Whether the later figure is said to come on top of what was told before."""
    claim = context.claim(second)
    own = text_of(context, second.document, claim.span.start, second.span.end)
    figure = text_of(
        context, second.document, max(claim.span.start, second.span.start - 6), second.span.end
    )
    if re.search(_ADDS, own, re.IGNORECASE) or re.search(_OTHER, figure, re.IGNORECASE):
        return True
    return any(
        re.match(_OPENS, text_of(context, second.document, *_ends(one.span)), re.IGNORECASE)
        for one in _claims_before(second, context, after=first.claim)
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _brought_in_between(first: Fact, second: Fact, context: Context) -> bool:
    """Whether between both an indefinite brings in another of what the later one is said of.

    "The first poll gave a margin. … In a poll of Sunday … The poll gave none."
    """
    head = _head(second, context.claim(second))
    start, end = context.claim(first).span.end, context.claim(second).span.start
    if not head or start >= end:
        return False
    between = text_of(context, second.document, start, end)
    pattern = rf"\b(?:an?|another)\s+(?:[\w-]+\s+){{0,2}}{re.escape(head)}\b{_NOUN_ENDS}"
    return any(
        not re.search(_SAYS_WHAT, between[: found.start()], re.IGNORECASE)
        for found in re.finditer(pattern, between, re.IGNORECASE)
    )


def _head(fact: Fact, claim: Claim) -> str:
    """The noun of what a value is said of; "" for a name, and where it isn't known."""
    words = fact.value.agent if isinstance(fact.value, StatementValue) else fact.slot.subject
    named = {word.lower() for name in claim.names for word in name.split()}
    return words[0] if words and words[0] not in named else ""


def _of_other_names(first: Fact, second: Fact, context: Context) -> bool:
    """Whether each has a name of its own behind it: "14% of Holt voters", "25% of Quill voters"."""
    found = []
    for fact in (first, second):
        claim = context.claim(fact)
        text = text_of(context, fact.document, fact.span.end, claim.span.end)
        name = re.match(_OF_NAME, text)
        if name is None:
            return False
        found.append((name[1], frozenset(name[2].split())))
    (preposition, one), (other, two) = found
    countries = country_table()
    same = {countries.get(word, word) for word in one} & {countries.get(word, word) for word in two}
    return preposition == other and not same


def _are_part_and_whole(first: Fact, second: Fact, context: Context) -> bool:
    """Whether the smaller figure and what is told right behind it make up the larger one: "two were
    found; a third …", "50,000 fled. Another 10,000 …"."""
    small, large = first, second
    if _number(first) > _number(second):
        small, large = second, first
    own = context.claim(small)
    after = context.claims.get((small.document, own.index + 1))
    places = [(small.span.end, own)]
    if after is not None and after.block == own.block:
        places.append((after.span.start, after))
    for start, claim in places:
        text = text_of(context, small.document, start, claim.span.end)
        for more in re.finditer(_GOES_ON, text, re.IGNORECASE):
            whole = _number(small) + _told_at(start + more.end(), claim)
            if more[1]:
                whole = _RANKS[more[1].lower()]
            if math.isclose(whole, _number(large), rel_tol=_NEARLY):
                return True
    return False


def _number(fact: Fact) -> float:
    assert isinstance(fact.value, (QuantityValue, DurationValue))
    return stated(fact.value)


def _told_at(place: int, claim: Claim) -> float:
    """The figure that begins at a place, with a word before it at most; 1 where there is none."""
    for fact in claim.facts:
        if isinstance(fact.value, (QuantityValue, DurationValue)):
            inside = fact.span.start <= place <= fact.span.end
            if inside or 0 <= fact.span.start - place <= _WORD:
                return stated(fact.value)
    return 1.0


def _is_of_one_of_several(first: Fact, second: Fact, context: Context) -> bool:
    """Whether one is of several what the other is of one of them: "in the five operations", "in the
    operation"."""
    for fact, other in ((first, second), (second, first)):
        claim = context.claim(other)
        text = text_of(context, other.document, *_ends(claim.span))
        own = context.claim(fact)
        for beside in own.facts:
            value = beside.value
            if beside.span == fact.span or not isinstance(value, QuantityValue):
                continue
            if value.dimension != "count" or value.low < _SEVERAL or not value.unit:
                continue
            before = text_of(context, fact.document, own.span.start, beside.span.start)
            one = _DURING_ONE.format(re.escape(value.unit))
            if re.search(_DURING, before, re.I) and re.search(one, text, re.I):
                return True
    return False
