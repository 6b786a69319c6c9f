"""FC303 by bearings: where a place lies from another, in two texts on one story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Document, Finding, Severity

RULE = "FC303"
Check = Callable[..., tuple[Finding, ...]]
Make = Callable[..., list[Document]]

# Two articles are on one story where they share two names.
STORY = "Police in Lindal thanked Mayor Ottilie Karst for her help."

FLAGGED = (
    (
        "The barn at Hask, 4 km east of the city, burned.",
        "It was the barn at Hask, west of the city.",
        "the other way",
    ),
    (
        "The boat was found 800m upstream, empty.",
        "The empty boat lay half a mile downstream.",
        "the other way",
    ),
    (
        "The town lies about 60 miles east of Porto.",
        "The town lies about 60 km (37 miles) east of Porto.",
        "another distance",
    ),
    (
        "The wreck lies 12 nautical miles south-west of Corve.",
        "The wreck lies 12 nautical miles north-west of Corve.",
        "the other way",
    ),
)
QUIET = (
    # North-east may be rounded to east.
    (
        "The barn at Hask, 4 km east of the city, burned.",
        "It was the barn at Hask, north-east of the city.",
    ),
    # Oars are no boat, and another distance makes another place.
    ("The boat was found 800m upstream, empty.", "The oars lay five miles downstream."),
    # One distance in two units.
    ("The mast stands 35 miles west of Corve.", "The mast, 56 km west of Corve, fell."),
    # Two places.
    ("The barn at Hask, east of the city, burned.", "The mill at Orvelle, west of the city."),
    # From two other places.
    ("The barn at Hask, 4 km east of Corve, burned.", "The barn at Hask, 4 km west of Norvik."),
    # The other text has both.
    (
        "The barn at Hask, east of the city, burned.",
        "The barn at Hask, east of the city, burned, and so did one at Hask, west of the city.",
    ),
)


@pytest.mark.parametrize(("one", "two", "reason"), FLAGGED)
def test_flagged(findings: Check, texts: Make, one: str, two: str, reason: str) -> None:
    (finding,) = findings(texts(f"{STORY} {one}", f"{STORY} {two}"))
    assert finding.message.startswith(reason)
    assert finding.severity is Severity.WARNING
    assert {finding.primary.document, finding.related[0].document} == {"a.txt", "b.txt"}


@pytest.mark.parametrize(("one", "two"), QUIET)
def test_left_alone(findings: Check, texts: Make, one: str, two: str) -> None:
    assert findings(texts(f"{STORY} {one}", f"{STORY} {two}")) == ()


@pytest.mark.parametrize(("one", "two"), [(one, two) for one, two, _ in FLAGGED])
def test_texts_without_names_in_common_tell_two_stories(
    findings: Check, texts: Make, one: str, two: str
) -> None:
    assert findings(texts(one.replace("Hask", "Orm"), two)) == ()
