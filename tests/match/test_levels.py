"""Comparison levels: what each dimension says of a pair, in either order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.context import Context, context_of
from factcheck.match.dimensions import DIMENSIONS
from factcheck.match.levels import Pair, words_level
from factcheck.model import (
    BlockKind,
    Claim,
    Comparison,
    Document,
    Fact,
    FactKind,
    Modality,
    MomentValue,
    QuantityValue,
    Relation,
    Slot,
    Span,
)

DIFFERENT = Comparison(Relation.DIFFERENT)


def figure(number: float = 9, unit: str = "boat", slot: Slot | None = None) -> Fact:
    value = QuantityValue(number, number, unit, "count")
    return Fact(FactKind.QUANTITY, "a.txt", Span(0, 1), "9", value, slot or Slot(), claim=0)


def claim(fact: Fact, **changes: object) -> Claim:
    base = Claim(fact.document, 0, Span(0, 9), 0, BlockKind.PARAGRAPH, facts=(fact,))
    return replace(base, **changes)  # type: ignore[arg-type]


def pair(
    left: Fact,
    right: Fact,
    one: dict[str, object] | None = None,
    two: dict[str, object] | None = None,
    days: tuple[date | None, date | None] = (None, None),
) -> Pair:
    """A pair of facts of two documents, with changes to their claims."""
    left, right = replace(left, document="a.txt"), replace(right, document="b.txt")
    claims = (claim(left, **(one or {})), claim(right, **(two or {})))
    documents = [Document("a.txt", "", days[0]), Document("b.txt", "", days[1])]
    return Pair(left, right, *claims, DIFFERENT, context_of(documents, claims))


def level(name: str, found: Pair) -> str:
    (dimension,) = [dimension for dimension in DIMENSIONS if dimension.name == name]
    return dimension.level(found)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("bank", "talvik"), ("bank", "talvik"), "same"),
        (("strategy",), ("strategy",), "same"),
        (("bank", "talvik"), ("bank", "morrow"), "same head"),
        (("talvik", "bank"), ("bank",), "overlap"),
        (("deal",), ("agreement",), "synonym"),
        (("pier",), ("budget",), "other"),
        ((), ("pier",), "unknown"),
        (("pier",), (), "unknown"),
        (("it",), ("it",), "same pronoun"),
    ],
)
def test_levels_of_words(left: tuple[str, ...], right: tuple[str, ...], expected: str) -> None:
    assert words_level(left, right) == expected
    assert words_level(right, left) == expected


def test_units() -> None:
    assert level("unit", pair(figure(unit="boat"), figure(unit="boat"))) == "same"
    assert level("unit", pair(figure(unit="boat"), figure(unit="ferry"))) == "synonym"
    assert level("unit", pair(figure(unit="boat"), figure(unit="school"))) == "other"
    assert level("unit", pair(figure(unit=""), figure(unit="school"))) == "unknown"


def test_what_is_not_known_is_unknown_on_every_dimension_of_the_slot() -> None:
    found = pair(figure(), figure())
    for name in ("measure", "subject", "event", "modifiers", "time", "place", "names"):
        assert level(name, found) == "unknown", name
    for name in ("attribution", "published"):
        assert level(name, found) == "unknown", name


def test_names_by_their_last_word() -> None:
    left: dict[str, object] = {"names": ("Ann Holt", "Corvel")}
    right: dict[str, object] = {"names": ("Holt", "Corvel")}
    assert level("names", pair(figure(), figure(), left, right)) == "several"
    assert level("names", pair(figure(), figure(), left, {"names": ("Holt",)})) == "one"
    assert level("names", pair(figure(), figure(), left, {"names": ("Trent",)})) == "other"


def test_the_more_rare_words_are_shared_the_higher_the_level() -> None:
    words = "harbour breakwater storm damage repair crane".split()
    order = ["none", "few", "some", "half", "most"]
    reached = []
    for shared in range(len(words) + 1):
        other = (*words[:shared], *(f"x{number}" for number in range(len(words) - shared)))
        found = pair(figure(), figure(), {"words": tuple(words)}, {"words": other})
        reached.append(order.index(level("words", found)))
    assert reached == sorted(reached)
    assert reached[0] == 0
    assert reached[-1] == len(order) - 1


def test_size_speaks_against_pairs_of_other_orders_of_magnitude() -> None:
    assert level("size", pair(figure(33), figure(29))) == "near"
    assert level("size", pair(figure(33), figure(99))) == "apart"
    assert level("size", pair(figure(33), figure(99_000))) == "far"
    assert level("size", pair(figure(0), figure(5))) == "apart"


@pytest.mark.parametrize(
    ("day", "expected"), [(1, "a day apart"), (20, "days apart"), (200, "months apart")]
)
def test_days_between_the_articles(day: int, expected: str) -> None:
    first = date(2025, 1, 1)
    days = (first, date.fromordinal(first.toordinal() + day))
    assert level("published", pair(figure(), figure(), days=days)) == expected


def test_times_are_compared_as_intervals() -> None:
    def at(*days: date) -> dict[str, object]:
        value = MomentValue(days[0], days[-1], "day", "march")
        fact = Fact(FactKind.MOMENT, "a.txt", Span(5, 7), "march", value)
        return {"facts": (fact,)}

    timed = figure(slot=Slot(time=("march",)))

    year = at(date(2025, 1, 1), date(2025, 12, 31))
    day, other = at(date(2025, 3, 1)), at(date(2024, 3, 1))
    assert level("time", pair(timed, timed, year, day)) == "same"
    assert level("time", pair(timed, timed, day, other)) == "other"
    assert level("time", pair(timed, figure(), day, {})) == "unknown"


def test_plan_and_fact() -> None:
    planned = figure(slot=Slot(modality="plan"))
    done = figure(slot=Slot(modality="fact"))
    assert level("modality", pair(planned, done)) == "plan and fact"
    assert level("modality", pair(planned, planned)) == "same"
    assert level("modality", pair(planned, figure())) == "unknown"


def test_speakers_by_their_last_word() -> None:
    left: dict[str, object] = {"attribution": "Ann Holt"}
    assert level("attribution", pair(figure(), figure(), left, {"attribution": "Holt"})) == "same"
    assert level("attribution", pair(figure(), figure(), left, {"attribution": "Trent"})) == "other"
    firm = {"attribution": "company"}
    assert (
        level("attribution", pair(figure(), figure(), {"attribution": "Talvik"}, firm)) == "unknown"
    )
    assert level("attribution", pair(figure(), figure(), {"attribution": "union"}, firm)) == "other"


def test_one_figure_of_a_kind_in_each_text_has_no_rival() -> None:
    assert level("rivals", pair(figure(), figure())) == "only one each"
    crowd = tuple(replace(figure(number), span=Span(number, number + 1)) for number in range(9))
    assert level("rivals", pair(crowd[0], figure(), {"facts": crowd}, {})) == "many"


def test_two_other_places_are_other_even_with_one_in_common() -> None:
    left = figure(slot=Slot(place=("europe", "bexley")))
    right = figure(slot=Slot(place=("asia", "bexley")))
    assert level("place", pair(left, right)) == "other"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("bexley", "bexley city", "same"),
        ("bexley", "bexley talvik", "same"),
        ("bexley", "new bexley", "other"),
        ("bex", "bexley", "other"),
    ],
)
def test_a_place_whose_name_begins_with_another_s_lies_there(
    one: str, two: str, expected: str
) -> None:
    for left, right in ((one, two), (two, one)):
        pair_ = pair(figure(slot=Slot(place=(left,))), figure(slot=Slot(place=(right,))))
        assert level("place", pair_) == expected


# ── symmetry ──────────────────────────────────────────────────────────────────────────────────

words = st.sampled_from("boat ferry deal accord it bank talvik report strategy pier".split())
phrases = st.lists(words, max_size=3, unique=True).map(tuple)
slots = st.builds(
    Slot,
    subject=phrases,
    measure=phrases,
    event=phrases,
    place=phrases,
    time=phrases,
    modifiers=phrases,
)
facts = st.builds(figure, st.integers(0, 5000), words, slots)
claims = st.fixed_dictionaries(
    {
        "words": phrases,
        "names": st.lists(st.sampled_from(["Ann Holt", "Holt", "Corvel"]), max_size=2).map(tuple),
        "attribution": st.sampled_from(["", "Ann Holt", "police"]),
        "modality": st.sampled_from(list(Modality)),
    }
)
days = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2025, 12, 31)))


@given(facts, facts, claims, claims, st.tuples(days, days))
def test_every_level_is_the_same_for_either_order(
    left: Fact,
    right: Fact,
    one: dict[str, object],
    two: dict[str, object],
    published: tuple[date | None, date | None],
) -> None:
    there = pair(left, right, one, two, published)
    back = Pair(there.right, there.left, there.two, there.one, DIFFERENT, there.context)
    assert isinstance(there.context, Context)
    for dimension in DIMENSIONS:
        if dimension.name != "sort":
            assert dimension.level(there) == dimension.level(back), dimension.name


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ((80,), (80,), "one figure the same"),
        ((80, 12), (12,), "one figure the same"),
        ((80,), (60,), "none the same"),
        ((3,), (3,), "unknown"),  # too small to tell
        ((80,), (), "unknown"),
    ],
)
def test_figures_beside_a_figure(one: tuple[int, ...], two: tuple[int, ...], expected: str) -> None:
    def beside(fact: Fact, numbers: tuple[int, ...]) -> dict[str, object]:
        others = [replace(figure(number), span=Span(3, 4)) for number in numbers]
        return {"facts": (fact, *others)}

    left, right = figure(31), figure(13)
    assert level("company", pair(left, right, beside(left, one), beside(right, two))) == expected
