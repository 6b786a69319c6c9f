"""A finding in one line, safe to print, for formats that have no room for two passages."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Finding
from factcheck.report.places import Place
from factcheck.report.visible import visible

# Longer than any message a rule makes of ordinary text; a hostile one is cut.
_LONGEST = 400
_PASSAGE = 80
_MOST_PLACES = 3


def sentence(finding: Finding, *, ascii_only: bool = False) -> str:
    """What the finding is about and what is wrong: "tower crane: number of workers · 5 here, …"."""
    topic, message = " ".join(finding.topic.split()), " ".join(finding.message.split())
    if not message:
        words = topic or finding.rule
    elif not topic or _told(topic, message):
        words = message
    else:
        words = f"{topic} · {message}"
    return _shown(words, _LONGEST, ascii_only=ascii_only)


def passage(place: Place, *, ascii_only: bool = False) -> str:
    """The marked words of a place, cut where they are many."""
    start, end = place.span.start, min(place.span.end, place.span.start + 4 * _PASSAGE)
    words = " ".join(place.document.text[start:end].split())
    return _shown(words, _PASSAGE, ascii_only=ascii_only)


def elsewhere(places: Sequence[Place]) -> str:
    """The other places with their words: 'wire.txt:7:127 “four workers”'; "" where there are none.

    Three at most; the rest are counted.
    """
    told = [f"{visible(place.name)} “{passage(place)}”" for place in places[:_MOST_PLACES]]
    if len(places) > _MOST_PLACES:
        told.append(f"{len(places) - _MOST_PLACES} more")
    return ", ".join(told)


def with_elsewhere(finding: Finding, related: Sequence[Place]) -> str:
    """The sentence with the other places behind it."""
    other = elsewhere(related)
    return f"{sentence(finding)} (see {other})" if other else sentence(finding)


def with_landmark(message: str, place: Place) -> str:
    """`message` after where its place is in its file, for formats that can only tell lines."""
    if place.verbatim:
        return message
    record = place.document.name.removeprefix(place.path).removeprefix("#")
    where = ", ".join(filter(None, (visible(record), place.landmark)))
    return f"{where}: {message}" if where else message


def _told(topic: str, message: str) -> bool:
    """Whether the message says already what it is about."""
    subject = topic.split(": ")[0].rstrip(".…")
    if "“" in subject:
        subject = subject[subject.index("“") :]
    return subject in message


def _shown(words: str, longest: int, *, ascii_only: bool) -> str:
    cut = words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
    if ascii_only:
        # Our own dots and ellipses, and theirs alike: as the text format writes them.
        cut = cut.replace("·", "-").replace("…", "...")
    return visible(cut, ascii_only=ascii_only)
