"""FC704 stray-characters: what production left in the text: digits, mojibake, markup, fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.model import BlockKind, Document, Finding, FurnitureKind, Location, Severity, Span
from factcheck.rules.findings import make_finding
from factcheck.rules.prose import BODY_OR_LINE, is_markup
from factcheck.rules.rule import Corpus, Rule
from factcheck.rules.stray_marks import SIGNS, misread

_CODE, _NAME = "FC704", "stray-characters"
_SHOWN = 6
_APART_FROM_TEXT = (FurnitureKind.COMMENT, FurnitureKind.FRONT_MATTER)
# Web addresses, mail addresses and code spans of Markdown: what looks like markup belongs there.
_APART = re.compile(r"https?://\S{1,400}|www\.\S{1,400}|\S{1,64}@\S{1,64}|`[^`\n]{1,200}`")
# A digit glued to the end of a sentence, then the end of the paragraph. The word before has four
# letters or more, so that "No.1" and "Vol.2" pass.
_GLUED = re.compile(r"\b[^\W\d_]{2,40}[.!?][\"”’)]?([0-9]{1,2})$")
_ABBREVIATED = re.compile(r"\b(?:no|vol|fig|art|sect?|chap|ch|pp?|nos|ver|rev|unit|part|st|ed)\.")
_NOTE = re.compile(r"(?:[^\W\d_]|\b[12][0-9]{3})[.!?,;][\"”’)]?\[?([0-9]{1,3})\]?(?=\s|$)")


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each kind of stray characters in a document, with its first places."""
    for document in corpus.readable.values():
        texts = [
            (block.span.start, _APART.sub(_blank, document.slice(block.span)))
            for block in document.blocks
            if block.kind is not BlockKind.CODE and block.furniture not in _APART_FROM_TEXT
        ]
        misreadings = [
            (Span(start + first, start + last), meant)
            for start, text in texts
            for first, last, meant in misread(text)
        ]
        yield from _misread(corpus, document, misreadings)
        yield from _signs(corpus, document, texts, {place.start for place, _ in misreadings})
        yield from _glued(corpus, document)


def _signs(
    corpus: Corpus, document: Document, texts: list[tuple[int, str]], misreadings: set[int]
) -> Iterator[Finding]:
    """The signs of the table; a control character that a misreading explains is not told again."""
    for sign in SIGNS:
        if not sign.in_markup and is_markup(document):
            continue
        places = [
            Span(start + match.start(), start + match.end())
            for start, text in texts
            for match in sign.expression.finditer(text)
            if not misreadings.intersection(range(start + match.start() - 3, start + match.end()))
        ]
        yield from _finding(
            corpus, document, places, sign.message, sign.confidence, severity=sign.severity
        )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _misread(
    corpus: Corpus, document: Document, misreadings: list[tuple[Span, str]]
) -> Iterator[Finding]:
    shown = next((meant for _, meant in misreadings if meant.isprintable()), "")
    message = "text was read in the wrong encoding" + (f": “{shown}” was meant" if shown else "")
    yield from _finding(corpus, document, [place for place, _ in misreadings], message, 0.95)


def _glued(corpus: Corpus, document: Document) -> Iterator[Finding]:
    """Digits after the last full stop of a paragraph, unless the text numbers its notes."""
    blocks = [block for block in document.blocks if block.kind in BODY_OR_LINE]
    found: list[tuple[Span, int]] = []
    for block in blocks:
        tail = document.text[max(block.span.start, block.span.end - 60) : block.span.end]
        match = _GLUED.search(tail)
        if match and not _ABBREVIATED.match(match.group().lower()):
            start = block.span.end - len(match.group())
            if any(one.end() == len(tail) for one in _APART.finditer(tail)):
                continue  # the end of an address
            found.append((Span(start, block.span.end), int(match.group(1))))
    if not found:
        return
    notes = _has_notes(document)
    # A lone 1 may be the only footnote of its text.
    stray = [place for place, digit in found if digit == 0 or (digit > 1 and not notes)]
    yield from _finding(corpus, document, stray, "a digit is glued to the end of a sentence", 0.9)


def _has_notes(document: Document) -> bool:
    """Whether numbers after punctuation count up from 1: footnote marks."""
    numbers = [
        int(match.group(1))
        for block in document.blocks
        if block.kind in BODY_OR_LINE
        for match in _NOTE.finditer(document.slice(block.span))
    ]
    return 1 in numbers and 2 in numbers


def _finding(
    corpus: Corpus,
    document: Document,
    places: list[Span],
    message: str,
    confidence: float,
    *,
    severity: Severity = Severity.WARNING,
) -> Iterator[Finding]:
    if not places:
        return
    more = len(places) - 1
    yield make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=severity,
        confidence=confidence,
        message=message + (f" (and {more} more)" if more else ""),
        primary=Location(document.name, places[0]),
        related=[Location(document.name, place) for place in places[1:_SHOWN]],
        values=(document.slice(places[0]),),
        topic=document.slice(places[0]),
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="Stray digits, wrong encoding, leftover markup or template fields.",
    severity=Severity.WARNING,
    check=check,
    sic=True,
)
