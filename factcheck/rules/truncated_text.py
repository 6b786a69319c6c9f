"""FC705 truncated-text: text that breaks off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.annotate.quote_marks import pair_marks
from factcheck.model import Block, BlockKind, Document, Finding, Location, Severity, Span
from factcheck.rules.findings import make_finding
from factcheck.rules.prose import body_blocks, ends_sentence, excerpt
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC705", "truncated-text"
_ELLIPSIS = re.compile(r"(?:\.{3}|…|\[(?:\.{3}|…)\]|\((?:\.{3}|…)\)|\. \. \.)$")
_WORDS = 12
_LAST_WORDS = 6
# Words that can't end a sentence of prose: articles, prepositions that are no particles,
# conjunctions, possessives and auxiliaries that need a verb.
_OPEN_ENDED = (
    "the a an of and or but from with their its his our your my into than because although whose "
    "every between during which"
)
# A last line of this kind is no part of the story.
_FURNITURE = re.compile(
    r"(?i)^(?:report(?:ing|ed) by|edit(?:ing|ed) by|writ(?:ing|ten) by|additional reporting|read "
    r"(?:more|also|the)|more (?:on|from)|see also|follow|subscribe|sign up|click|share|tags?\b"
    r"|topics|related|source|credit|photo|image|picture|copyright|©|\(c\)|contact|email|e-mail"
    r"|on twitter|advert|this (?:story|article)|for more|download|listen|watch|--|—|-30-)"
)
_LINK = re.compile(r"https?://|www\.|@\w")
_LAST_WORD = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)?)([,-]?)$")
_INNER_END = re.compile(r"[a-z]{2}[.!?][\"”’)]{0,2}\s+[\"“‘]?[A-Z]")
_OTHERS = 3


def check(corpus: Corpus) -> Iterable[Finding]:
    """The last paragraph without its end, and paragraphs that trail off in an ellipsis."""
    for document in corpus.readable.values():
        yield from _broken_off(corpus, document)
        yield from _trailing(corpus, document)


def _broken_off(corpus: Corpus, document: Document) -> Iterator[Finding]:
    """The last block of text, if it has no end while all other paragraphs have one."""
    story = [block for block in document.blocks if block.kind is not BlockKind.FURNITURE]
    if not story:
        return
    last, text = story[-1], document.slice(story[-1].span).rstrip()
    others = [
        document.slice(block.span)
        for block in story[:-1]
        if block.kind is BlockKind.PARAGRAPH and block.span.end - block.span.start > 60
    ]
    if len(others) < _OTHERS or not all(ends_sentence(other) for other in others):
        return
    if ends_sentence(text) or _FURNITURE.match(text) or _LINK.search(text):
        return
    confidence = _break_confidence(last, text)
    if confidence:
        start = max(last.span.start, last.span.end - 60)
        yield make_finding(
            corpus,
            code=_CODE,
            rule=_NAME,
            severity=Severity.WARNING,
            confidence=confidence,
            message="the last paragraph breaks off",
            primary=Location(document.name, Span(start, last.span.end)),
            topic=excerpt(document.slice(last.span)),
        )


def _break_confidence(block: Block, text: str) -> float:
    """How sure it is that a text without an end was cut, 0 when it may be a line of its own."""
    words = len(text.split())
    ending = _LAST_WORD.search(text)
    if ending is None or words < _LAST_WORDS:
        return 0.0
    if ending.group(1) in _OPEN_ENDED.split():
        return 0.92
    if block.kind is not BlockKind.PARAGRAPH:
        return 0.0
    if ending.group(2):
        return 0.85
    return 0.75 if _INNER_END.search(text) else 0.0


def _trailing(corpus: Corpus, document: Document) -> Iterator[Finding]:
    """Paragraphs that end in an ellipsis outside a quotation: one finding for a document."""
    places = []
    first = True
    leading = False
    for block in body_blocks(document):
        text = document.slice(block.span).rstrip()
        match = _ELLIPSIS.search(text[-8:])
        if match and len(text.split()) >= _WORDS and not _FURNITURE.match(text):
            end = block.span.start + len(text)
            if not _in_quotation(document, block, end - 1):
                places.append(Span(max(block.span.start, end - 60), end))
                leading = leading or first
        first = False
    if places:
        # A standfirst that trails off was cut by a teaser's length limit; further down the dots may
        # be the writer's.
        yield make_finding(
            corpus,
            code=_CODE,
            rule=_NAME,
            severity=Severity.INFO,
            confidence=0.85 if leading else 0.65 if len(places) < _OTHERS else 0.5,
            message="the text trails off in an ellipsis",
            primary=Location(document.name, places[0]),
            related=[Location(document.name, place) for place in places[1:4]],
            topic=excerpt(document.slice(places[0])),
        )


def _in_quotation(document: Document, block: Block, at: int) -> bool:
    return any(
        mark.start <= at < mark.end
        for mark in pair_marks(document.text, block.span.start, block.span.end)
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="Text that breaks off.",
    severity=Severity.WARNING,
    check=check,
)
