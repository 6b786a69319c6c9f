"""Units: what converts, and by how much; kinds of thing that exclude each other."""

from __future__ import annotations

import math

import pytest

from factcheck.facts.kinds_of_thing import kinds_exclude
from factcheck.facts.units import convert


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1.0, "mile", "kilometre", 1.609344),
        (1.0, "square mile", "square kilometre", 2.589988),
        (1.0, "cubic metre", "litre", 1000.0),
        (1.0, "mile per hour", "kilometre per hour", 1.609344),
        (1.0, "cubic nautical mile", "cubic metre", 1852.0**3),
        (1.0, "square nautical mile", "square metre", 1852.0**2),
        (20.0, "degree Celsius", "degree Fahrenheit", 68.0),
        (3.0, "mile", "mile", 3.0),
        (math.inf, "mile", "kilometre", math.inf),
        (-math.inf, "mile", "kilometre", -math.inf),
    ],
)
def test_conversion(value: float, source: str, target: str, expected: float) -> None:
    assert convert(value, source, target) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("source", "target"),
    [("mile", "kilogram"), ("degree", "degree Celsius"), ("mile", "no such unit")],
)
def test_what_does_not_convert(source: str, target: str) -> None:
    assert convert(1.0, source, target) is None


@pytest.mark.parametrize(
    ("one", "two", "exclude"),
    [
        ("film", "settlement", True),
        ("film", "animal", True),
        ("settlement", "animal", True),
        ("animal", "disease", True),
        ("person", "settlement", True),
        ("film", "film", False),
        ("film", "", False),
        ("", "settlement", False),
        ("", "", False),
    ],
)
def test_kinds_that_exclude_each_other(one: str, two: str, exclude: bool) -> None:
    assert kinds_exclude(one, two) is kinds_exclude(two, one) is exclude
