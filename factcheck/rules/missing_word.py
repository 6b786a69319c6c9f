"""FC703 missing-word: a word left out or typed twice, where the grammar leaves no other reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.annotate.plain_words import outside_quotations
from factcheck.annotate.shadow import shadow_of
from factcheck.model import BlockKind, Document, Finding, Location, Severity, Span
from factcheck.rules.findings import make_finding
from factcheck.rules.prose import ends_sentence
from factcheck.rules.readable import without_code
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC703", "missing-word"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A sign of a slip: the expression, what it means and how sure it is."""

    expression: re.Pattern[str]
    message: str
    confidence: float


_STOP = r"(?=\s?[,;.](?:\s|$))"
_NAME_PART = r"[A-Z][\w'-]{1,30}"
# Prepositions of rest: "the house in Paris in," has no reading in which the second one is stranded,
# while "the car she drove to Paris in," has. Adverbs ("since", "before", "by") are left out.
_PHRASE = (
    rf"\b(?:in|of|across|near|throughout|inside|outside)\s(?:the\s)?{_NAME_PART}"
    rf"(?:\s{_NAME_PART}){{0,3}}\s(?:in|of|during|between|among|into|upon|towards?|per|via){_STOP}"
)
_ARTICLE_GAP = (
    r"(?<![\w'-])(?:the|an)\s(?:of|is|was|were|are|has|had|have|would|should|with|from)"
    r"(?![\w'/-])"
)
_A_GAP = r"(?<![\w'-])a\s(?:of|the|were|are|have)(?![\w'/-])"
# Words that no construction puts twice in a row ("that that", "had had", "in in", "her her" and
# "is is" can all be right).
_TWICE = (
    "the a an of and with from or but has their its our my your these they we than into during "
    "been at for could should"
).replace(" ", "|")
_DOUBLED = rf"(?<![\w'./-])({_TWICE})\s\1(?![\w'./-])"
# Behind a modal stands a bare infinitive: "should be finished". Verbs in "-ed" that are one:
_BARE = "need feed speed breed seed heed weed shed embed bleed succeed proceed exceed wed cede"
_NO_AUXILIARY = (
    rf"\b(?:should|must|shall|cannot)\s(?!(?:{_BARE.replace(' ', '|')})\b)[a-z]{{3,}}ed"
    r"(?=\s(?:in|by|on|at|from|within|before|after|next|this)\b)"
)
# "Is survived by": nobody is survived without.
_NO_BY = (
    r"\b(?:is|was|are|were)\ssurvived\s"
    r"(?=(?:his|her|their|an?|the|one|two|three|four|five|six|seven|eight)\b)"
)

_PATTERNS = (
    _Pattern(re.compile(_NO_AUXILIARY), "“be” or “have” is missing", 0.85),
    _Pattern(re.compile(_NO_BY), "“by” is missing", 0.85),
    _Pattern(re.compile(_PHRASE), "no word follows the last preposition", 0.85),
    _Pattern(
        re.compile(rf"\bbetween\s[0-9]{{4}}\sand{_STOP}|\bfrom\s[0-9]{{4}}\sto{_STOP}"),
        "the end of the span is missing",
        0.9,
    ),
    _Pattern(re.compile(_ARTICLE_GAP), "no noun follows the article", 0.75),
    _Pattern(re.compile(_A_GAP), "no noun follows the article", 0.75),
    _Pattern(
        re.compile(r"(?<![\w'-])(?:of|in|with|from|for|by)\s(?:the|an)\s?[,;.](?=\s[a-zA-Z]|$)"),
        "no noun follows the article",
        0.8,
    ),
    _Pattern(re.compile(_DOUBLED, re.IGNORECASE), "a word stands twice", 0.85),
)


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each slip in running text outside quotation marks."""
    for document in map(without_code, corpus.readable.values()):
        shadow = shadow_of(document.text)
        for block in document.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and ends_sentence(
                document.slice(block.span)
            ):
                yield from _in_block(corpus, document, shadow, block.span)


def _in_block(corpus: Corpus, document: Document, shadow: str, span: Span) -> Iterator[Finding]:
    text = outside_quotations(document.text, shadow, span).replace("\n", " ").replace("\r", " ")
    taken: list[Span] = []
    for pattern in _PATTERNS:
        for match in pattern.expression.finditer(text):
            place = Span(span.start + match.start(), span.start + match.end())
            if any(place.overlaps(other) for other in taken) or _is_name(match.group()):
                continue
            taken.append(place)
            yield _finding(corpus, document, place, pattern)


def _is_name(words: str) -> bool:
    """Whether a doubled word is a name or a sound: "The The", "A A", "At AT&T"."""
    first, _, second = words.partition(" ")
    return first.lower() == second.lower() and not second.islower()


def _finding(corpus: Corpus, document: Document, place: Span, pattern: _Pattern) -> Finding:
    words = " ".join(document.slice(place).split())
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.WARNING,
        confidence=pattern.confidence,
        message=f"“{words}”: {pattern.message}",
        primary=Location(document.name, place, words),
        values=(words,),
        topic=words,
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A word left out or typed twice.",
    severity=Severity.WARNING,
    check=check,
    sic=True,
)
