"""Numbers in figures and words read back to what was meant, and nothing breaks the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.facts.lexemes import lex
from factcheck.facts.number_parts import step_of
from factcheck.facts.numbers import parse_number, read_number

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def words_of(number: int, *, joiner: str = "-", with_and: bool = True) -> str:
    """A whole number in words, as a style guide would have it."""
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            head = f"{words_of(number // size, joiner=joiner, with_and=with_and)} {name}"
            return tail_of(head, number % size, joiner=joiner, with_and=with_and)
    if number >= 100:
        head = f"{SMALL[number // 100]} hundred"
        return tail_of(head, number % 100, joiner=joiner, with_and=with_and)
    if number >= 20:
        unit = f"{joiner}{SMALL[number % 10]}" if number % 10 else ""
        return TENS[number // 10 - 2] + unit
    return SMALL[number]


def tail_of(head: str, rest: int, *, joiner: str, with_and: bool) -> str:
    """`head` and the words of what is left after it."""
    if not rest:
        return head
    link = " and " if with_and and rest < 100 else " "
    return head + link + words_of(rest, joiner=joiner, with_and=with_and)


@given(
    number=st.integers(min_value=1, max_value=10**12 - 1),
    joiner=st.sampled_from(["-", " "]),
    with_and=st.booleans(),
    case=st.sampled_from([str.lower, str.upper, str.capitalize]),
)
def test_words_read_back(number, joiner, with_and, case):
    assert parse_number(case(words_of(number, joiner=joiner, with_and=with_and))) == number


@given(st.integers(min_value=0, max_value=10**15))
def test_figures_read_back_with_and_without_separators(number):
    assert parse_number(str(number)) == number
    assert parse_number(f"{number:,}") == number


@given(st.integers(min_value=1000, max_value=10**12))
def test_spaced_thousands_read_back(number):
    assert parse_number(f"{number:,}".replace(",", " ")) == number


@given(
    tenths=st.integers(min_value=1, max_value=9999),
    scale=st.sampled_from([("million", 1e6), ("billion", 1e9), ("bn", 1e9), ("trillion", 1e12)]),
)
def test_decimals_with_a_magnitude(tenths, scale):
    name, size = scale
    glue = "" if name == "bn" else " "
    assert parse_number(f"{tenths / 10}{glue}{name}") == pytest.approx(tenths / 10 * size)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("thirty-three", 33),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("half a dozen", 6),
        ("a quarter of a million", 250_000),
        ("two and a half million", 2_500_000),
        ("two-and-a-half", 2.5),
        ("2 1/2", 2.5),
        ("6-1/2", 6.5),
        ("3-3/4", 3.75),
        ("2½", 2.5),
        ("two-thirds", 2 / 3),
        ("three quarters", 0.75),
        ("1/3", 1 / 3),
        ("5.2bn", 5.2e9),
        ("18K", 18_000),
        ("1.2 million", 1_200_000),
        ("3 lakh", 300_000),
        ("12 crore", 120_000_000),
        ("12,34,567", 1_234_567),
        ("twenty-first", 21),
        ("42nd", 42),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two point five million", 2_500_000),
        ("zero point two five", 0.25),
    ],
)
def test_readings(text, value):
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text", ["", "several", "two met", "1,2,3 go", "many", "and", "9" * 40, "five six"]
)
def test_not_one_number(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("number", "step"), [(33, 1), (30, 1), (300, 10), (310, 1), (1200, 100), (18_000, 1000)]
)
def test_trailing_zeros_are_rounding_only_in_large_numbers(number, step):
    assert step_of(number) == step


@pytest.mark.parametrize(("text", "step"), [("5.2bn", 1e8), ("33", 1), ("1.25", 0.01)])
def test_step_is_the_last_digit(text, step):
    number = read_number(lex(text), 0)
    assert number is not None
    assert number.step == pytest.approx(step)


@given(st.text(max_size=200))
def test_lexemes_lie_in_the_text_in_order(text):
    end = 0
    for token in lex(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        end = token.end


@given(st.text(alphabet="0123456789,. -/+", max_size=300))
def test_figures_never_break_the_reader(text):
    tokens = lex(text)
    for index in range(len(tokens)):
        number = read_number(tokens, index)
        assert number is None or index < number.last <= len(tokens)
