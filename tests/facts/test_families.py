"""Words that may be said for one another, by the families of WordNet."""

from __future__ import annotations

import pytest

from factcheck.facts.families import are_akin

AKIN = (
    ("found", "recovered"),
    ("found", "discovered"),
    ("passed", "handed"),
    ("boats", "ships"),
    ("boy", "male"),
    ("arrested", "seized"),
    ("wore", "wears"),
)
APART = (
    ("offered", "delivered"),
    ("eaten", "invented"),
    ("mother", "husband"),
    ("scientists", "citizens"),
    ("wore", "discovered"),
)
UNKNOWN = (("dais", "stage"), ("stage", "dais"), ("", "stage"), ("st", "stage"))


@pytest.mark.parametrize(
    ("left", "right", "akin"),
    [
        *((*pair, True) for pair in AKIN),
        *((*pair, False) for pair in APART),
        *((*pair, None) for pair in UNKNOWN),
    ],
)
def test_akin(left: str, right: str, akin: bool | None) -> None:
    assert are_akin(left, right) is akin
    assert are_akin(right, left) is akin
