"""The comment that silences a finding, and where in the text it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.filters.directives import directives_of
from factcheck.lsp.buffers import Buffer
from factcheck.model import BlockKind, Document, Finding, Location, Span
from factcheck.read import document_from_text
from factcheck.report.positions import Lines

# These are about comments; a comment can't silence them.
_NEVER = frozenset({"unused-suppression", "malformed-suppression"})
_MARKUP = frozenset({"html", "xml", "xhtml"})
# What stays at the end of a line: spaces of a hard break, a table's last bar, a heading's hashes.
_TAIL = re.compile(r"(?:\\|[ \t]*\||[ \t]+#+)?[ \t]*$")


def silencing(
    document: Document, buffer: Buffer, finding: Finding, place: Location
) -> tuple[int, str] | None:
    """Where to insert what, so that a comment silences `finding` at `place`; None if none can.

    `document` is the text of `buffer` as it was read. A comment there that silences other rules
    takes this one in; else a new one goes to the end of the passage, or above it. Each way is
    tried out, so that what is offered does what it says.
    """
    if finding.rule in _NEVER:
        return None
    for at, words in _ways(document, buffer, finding.rule, place.span):
        text = document.text[:at] + words + document.text[at:]
        after = document_from_text(text, name=document.name, markdown=buffer.markdown)
        moved = len(words) if at <= place.span.start else 0
        there = Span(place.span.start + moved, place.span.end + moved)
        if any(
            said.verb == "ignore" and finding.rule in said.rules and _covers(said.scope, there)
            for said in directives_of(after)
            if not said.fault
        ):
            return at, words
    return None


def _ways(document: Document, buffer: Buffer, rule: str, span: Span) -> Iterator[tuple[int, str]]:
    text = document.text
    for said in directives_of(document):
        if said.verb == "ignore" and not said.fault and _covers(said.scope, span):
            rules = text.index("[", text.lower().index("ignore", said.span.start))
            yield text.index("]", rules), f", {rule}"
    said_plainly = f"factcheck: ignore[{rule}]"
    comment = f"<!-- {said_plainly} -->" if _is_markup(buffer) else f"[{said_plainly}]"
    block = next((one for one in document.blocks if one.span.overlaps(span)), None)
    # A heading may have its underline on the next line, which has to stay as it is.
    heading = block is None or block.kind is BlockKind.HEADING
    last = span.start if heading or block is None else max(block.span.end - 1, span.start)
    lines = Lines.of(text)
    start, end = lines.bounds(last)
    tail = _TAIL.search(text[start:end])
    yield (start + tail.start() if tail else end), f" {comment}"
    yield lines.bounds(block.span.start if block else span.start)[0], f"{comment}\n"


def _is_markup(buffer: Buffer) -> bool:
    return buffer.markdown or buffer.language.lower() in _MARKUP


def _covers(scope: Span | None, span: Span) -> bool:
    return scope is not None and scope.overlaps(span)
