"""Passages told nearly alike are found, others are not."""

from __future__ import annotations

import random

import pytest

from factcheck.archive.passages import ALIKE, band_keys, likeness, near_duplicates

WORDS = [f"word{number}" for number in range(3000)]


def passage(seed: int, length: int = 60) -> list[str]:
    return random.Random(seed).choices(WORDS, k=length)


def changed(words: list[str], share: float, seed: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1])
def test_a_passage_with_some_words_changed_is_found(share: float) -> None:
    originals = [passage(seed) for seed in range(60)]
    copies = [changed(words, share, seed) for seed, words in enumerate(originals)]
    found = {(first, second) for first, second, _ in near_duplicates([*originals, *copies])}
    expected = {(number, number + 60) for number in range(60)}
    assert found <= expected
    assert len(found) >= 57


def test_passages_of_other_words_are_not_found() -> None:
    assert near_duplicates([passage(seed) for seed in range(400)]) == []


def test_likeness_is_that_of_words_in_order() -> None:
    words = passage(1)
    assert likeness(words, words) == 1.0
    assert likeness(words, words[::-1]) == 0.0
    assert ALIKE <= likeness(words, [*words[:54], *passage(2)[:6]]) < 1.0


def test_bands_are_numbers_that_every_engine_can_hold() -> None:
    for keys in band_keys([passage(seed) for seed in range(5)]):
        assert len(keys) == 16
        assert all(0 <= key < 1 << 63 for key in keys)
