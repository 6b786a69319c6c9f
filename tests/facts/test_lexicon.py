"""Antonyms and words of direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.lexicon import DENYING, DOWN, UP, are_antonyms, direction_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("approve", "reject"),
        ("rise", "fall"),
        ("win", "lose"),
        ("guilty", "innocent"),
        ("present", "absent"),
        ("confirm", "deny"),
        ("increase", "decrease"),
        ("arrive", "leave"),
        ("accept", "refuse"),
        ("growth", "decline"),
    ],
)
def test_opposites(left: str, right: str) -> None:
    assert are_antonyms(left, right)
    assert are_antonyms(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("approve", "accept"),
        ("sign", "write"),
        ("rise", "grow"),
        ("say", "tell"),
        ("bank", "river"),
        ("meet", "visit"),
        ("", "rise"),
    ],
)
def test_no_opposites(left: str, right: str) -> None:
    assert not are_antonyms(left, right)


def test_up_and_down_share_no_word() -> None:
    assert not UP & DOWN


def test_directions() -> None:
    assert direction_of("soar") == 1
    assert direction_of("plunge") == -1
    assert direction_of("sign") == 0


def test_denying_verbs_have_no_direction() -> None:
    assert [verb for verb in sorted(DENYING - {"decline"}) if direction_of(verb)] == []


@given(st.sampled_from(sorted(UP | DOWN | DENYING)), st.sampled_from(sorted(UP | DOWN | DENYING)))
def test_antonymy_is_symmetric_and_never_holds_of_a_word_itself(left: str, right: str) -> None:
    assert are_antonyms(left, right) == are_antonyms(right, left)
    assert not are_antonyms(left, left)
