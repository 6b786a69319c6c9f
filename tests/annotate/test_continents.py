"""The continents that countries lie on."""

from __future__ import annotations

import pytest

from factcheck.annotate.data.continents import continent_named, continents_of
from factcheck.annotate.data.places import countries


def test_each_country_lies_on_a_continent() -> None:
    without = {name for name in countries() if not continents_of(name)}
    # A union lies where its members do; Hong Kong and the like are countries to the list.
    assert without == {"European Union"}


@pytest.mark.parametrize(
    ("country", "continents"),
    [
        ("Kenya", {"Africa"}),
        ("Turkey", {"Asia", "Europe"}),
        ("Niger", {"Africa"}),
        ("Guinea", {"Africa"}),
        ("Papua New Guinea", {"Oceania"}),
        ("Nowhere", set()),
    ],
)
def test_continents_of(country: str, continents: set[str]) -> None:
    assert continents_of(country) == continents


@pytest.mark.parametrize(
    ("name", "continent"),
    [
        ("Europe", "Europe"),
        ("European", "Europe"),
        ("North Africa", "Africa"),
        ("Latin America", "America"),
        ("Bank of America", ""),
        ("Norway", ""),
        ("", ""),
    ],
)
def test_continent_named(name: str, continent: str) -> None:
    assert continent_named(name) == continent
