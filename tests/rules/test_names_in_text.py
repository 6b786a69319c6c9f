"""Names as they stand in a sentence: lists of them, and which can't be of one person or thing."""

from __future__ import annotations

import pytest

from factcheck.rules.names_in_text import are_apart, names_from, one_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Pike, Tom Vale and the Brightwell Trust.", "Ada Pike; Tom Vale; Brightwell Trust"),
        ("the American rock band Night Ferry and by Ada Pike", "Night Ferry; Ada Pike"),
        ("American and British singer Ada Pike", "Ada Pike"),
        ("Ludwig van der Holm", "Ludwig van der Holm"),
        ("Ada Pike or she", "Ada Pike"),
        ("He, Ada Pike", "Ada Pike"),
        ("Ada Pike. Then", "Ada Pike. Then"),
        ("Ada Pike.", "Ada Pike"),
        ("Monday and Ada Pike", ""),
        ("it was", ""),
    ],
)
def test_the_names_of_a_list(text: str, names: str) -> None:
    found = names_from(text, 0)
    assert "; ".join(name for name, _, _ in found) == names
    assert all(text[start:end] == name for name, start, end in found)


def test_a_list_begins_where_it_is_said_to() -> None:
    assert names_from("Tom Vale saw Ada Pike", 13) == [("Ada Pike", 13, 21)]


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("Ada Pike", "Ada Pike", False),
        ("Ada Pike", "Pike", False),
        ("Ada Pike", "ADA PIKE", False),
        ("Ada Pike", "A. Pike", False),
        ("Ada Pike", "Ada B. Pike", False),
        ("Mr. Pike", "Mrs. Pike", False),
        ("Bank", "Norvik Bank", False),
        ("Ada Pike", "Tom Pike", True),
        ("Ada Pike", "Ida Pike", True),
        ("Ada Pike", "Ada Orr", True),
        ("Ada Pike", "Tom Orr", True),
        ("Ada", "Tom Orr", True),
        ("Pike", "Orr", True),
        ("Norvik Bank", "Talvik Bank", True),
    ],
)
def test_names_that_are_apart(one: str, two: str, apart: bool) -> None:
    assert are_apart(one, two) is are_apart(two, one) is apart


def test_one_of_several() -> None:
    assert one_of("Pike", ["Tom Orr", "Ada Pike"])
    assert not one_of("Ida Holm", ["Tom Orr", "Ada Pike"])
    assert not one_of("Ida Holm", [])
