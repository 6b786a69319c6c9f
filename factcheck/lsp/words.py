"""Words for people: a finding on a line or two, a passage cut short, text made safe in Markdown."""

from __future__ import annotations

import re

from factcheck.model import Document, Finding, Location
from factcheck.report.frame import frame
from factcheck.report.positions import Lines
from factcheck.report.visible import visible

_WIDTH = 100
# What begins markup within a line, and what does at the start of one (a heading, a list, a rule).
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$]|^[#+=-]|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def message(finding: Finding) -> str:
    """What a finding says, on one line: its topic, unless the message tells it, and its message."""
    words, topic = plain(finding.message), plain(finding.topic)
    if not topic or topic.rstrip(".…") in words:
        return words or topic
    return f"{topic}: {words}" if words else topic


def passage(text: str, place: Location) -> str:
    """The passage at `place` with the words around it, cut to about a line, safe to show."""
    cut = frame(text, Lines.of(text).bounds(place.span.start), place.span, width=_WIDTH)
    return f"{cut.before}{cut.core}{cut.after}".strip()


def within(document: Document, offset: int) -> str:
    """What follows a document's name to say where in it: ":8", or " (page 3, line 12)"."""
    landmark = document.landmark(offset)
    return f" ({landmark})" if landmark else f":{Lines.of(document.text).position(offset)[0]}"


def plain(text: str) -> str:
    """`text` on one line, safe to show: no control characters, no line breaks."""
    return visible(" ".join(text.split()))


def escaped(text: str) -> str:
    """As `plain`, and shown by Markdown as it stands: nothing in it becomes a link or an image."""
    return _MARKUP.sub(r"\\\g<0>", plain(text))
