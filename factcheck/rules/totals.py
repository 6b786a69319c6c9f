"""Totals that a sentence gives with their parts: "12 people, seven men and four women"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from factcheck.model import Fact
from factcheck.rules.figures import FIGURE, Masked, Range, amount, has_bound, number_of, range_of
from factcheck.rules.reckoning import LIKELY, SURE, Reckoning, alike, plain

_PART = rf"(?:(?:another|the other|a further)\s)?{FIGURE}"
_MORE = rf"(?:\s?,(?:\s(?:and|plus))?\s|\s(?:and|plus)\s){_PART}"
_LISTED = re.compile(
    rf"{FIGURE}(?P<tie>\s?,\s|\s-+\s|\s?:\s|\s\("
    rf"|,?\s(?:namely|comprising|made up of|consisting of)\s)"
    rf"{_PART}(?:{_MORE}){{1,6}}(?P<after>.{{0,40}})"
)
_NUMBERS = re.compile(FIGURE)
# The list goes on without figures ("and a boy"), or more is said of its last item alone.
_GOES_ON = re.compile(
    r"\s?,?\s?(?:and|or|plus|as well as|along with|among|of (?:them|whom|which)|each|per)\b"
    r"|,\s(?:an?|\w+\sand)\b|[-/%]"
)
_OPEN = re.compile(r"\b(?:includ\w*|among|such as|of which|mainly|mostly|chiefly|respectively)\b")
_CLOSED = re.compile(r"\s?(?:$|[.;)]|-\s)")
_PEOPLE = frozenset(
    "people person victim passenger worker employee member student suspect patient survivor "
    "hostage migrant prisoner inmate candidate guest defendant child adult resident pupil casualty "
    "juror".split()
)
# Parts that divide people without overlap and leave none over.
_DIVISIONS = (
    frozenset({"man", "woman", "boy", "girl"}),
    frozenset({"man", "woman", "child"}),
    frozenset({"adult", "child"}),
    frozenset({"adult", "minor"}),
    frozenset({"male", "female"}),
    frozenset({"boy", "girl"}),
)
_ALL_TOLD = re.compile(
    rf"{FIGURE}(?P<one>[^\ue001.;:()]{{0,60}}?)\b(?:and|plus)\s"
    rf"(?P<two>[^\ue001.;:()]{{0,20}}?){FIGURE}"
    rf"[^\ue001.;:()]{{0,50}}?(?:(?:for a (?:grand |combined )?total of|totall?ing"
    rf"|making a total of|adding up to|which adds up to)\s|(?:would|together)\s(?:give|make)\s"
    rf"(?:(?:him|her|it|them|(?:the|mrs?|ms|dr)\s\w+)\s)?){FIGURE}"
)
_OF_WHOLE = re.compile(rf"{FIGURE}\s(?:out\s)?of\s(?:the|its|their|all|his|her)\s{FIGURE}")
_TOPIC = "total"


# "£11m: £5m from care, £4m from roads and £2m from libraries": each part says what it is.
_WORDED = r"[^\ue001,;:.()]{0,40}?"
# "went three ways": how many parts there are.
_WAYS = FIGURE.replace("(", "(?P<ways>", 1)
_ITEMISED = re.compile(
    rf"{FIGURE}[^\ue001.;:()]{{0,70}}?(?:{_WAYS}\s?[^\ue001.;:()]{{0,20}})?"
    rf"(?:\s?:\s|\s-+\s){FIGURE}{_WORDED}"
    rf"(?:,\s{FIGURE}{_WORDED}){{1,8}},?\s(?:and|plus)\s{FIGURE}[^\ue001.;:]{{0,40}}\s?(?:[.;]|$)"
)
# Parts that make much less than the total are not all of it; much more, and they overlap.
_NEAR = 0.2
# Rounding takes a sum farther off than so many standard deviations in 3 of 1,000 lists.
_HARDLY = 3.0


def totals(sentence: Masked) -> Iterator[Reckoning]:
    """The totals in a sentence that differ from the sum of their parts."""
    yield from _listed(sentence)
    yield from _itemised(sentence)
    yield from _all_told(sentence)
    yield from _of_whole(sentence)


def _listed(sentence: Masked) -> Iterator[Reckoning]:
    """ "12 people: seven men and four women"."""
    for found in _LISTED.finditer(sentence.text):
        text = found[0][: found.start("after") - found.start()]
        total, *parts = (sentence.facts[int(number)] for number in _NUMBERS.findall(text))
        if _GOES_ON.match(found["after"]) or not _additive(total, parts):
            continue
        divided = _divided(total, parts)
        closed = "," not in found["tie"] and _CLOSED.match(found["after"])
        if not divided and not (closed and _of_its_kind(total, parts)):
            continue
        yield from _reckoned(total, parts, SURE if divided else LIKELY)


def _itemised(sentence: Masked) -> Iterator[Reckoning]:
    """ "£11m: £5m from care, £4m from roads and £2m from libraries"."""
    for found in _ITEMISED.finditer(sentence.text):
        numbers = [int(number) for number in _NUMBERS.findall(found[0])]
        if found["ways"] is not None:
            ways = numbers.pop(1)
            if number_of(sentence.facts[ways]) != len(numbers) - 1:
                continue
        total, *parts = (sentence.facts[number] for number in numbers)
        if not _additive(total, parts) or not all(alike(total, part) for part in parts):
            continue
        if any(amount(part).unit not in ("", amount(total).unit) for part in parts):
            continue
        whole, summed = number_of(total), sum(map(number_of, parts))
        apart = abs(whole - summed)
        if apart > _NEAR * whole or _OPEN.search(found[0]):
            continue
        reckoned = list(_reckoned(total, parts, SURE))
        if not reckoned and apart > _HARDLY * _rounding(total, parts):
            reckoned = [Reckoning(total, tuple(parts), plain(summed), LIKELY, _TOPIC)]
        yield from reckoned


def _rounding(total: Fact, parts: Sequence[Fact]) -> float:
    """The standard deviation of a sum's error when each figure is rounded to its last digit.

    An error spread evenly over a step has a variance of a twelfth of its square.
    """
    return math.sqrt(sum(amount(fact).step ** 2 for fact in (total, *parts)) / 12.0)


def _all_told(sentence: Masked) -> Iterator[Reckoning]:
    """ "3 in Kent and 4 in Essex, for a total of 8"."""
    for found in _ALL_TOLD.finditer(sentence.text):
        one, two, total = (sentence.facts[int(number)] for number in _NUMBERS.findall(found[0]))
        # A third part may stand before the first.
        if _NUMBERS.search(sentence.text[: found.start()]) or not _additive(total, [one, two]):
            continue
        if not range_of(total).meets(_product(one, two)):
            yield from _reckoned(total, [one, two], SURE)


def _of_whole(sentence: Masked) -> Iterator[Reckoning]:
    """ "22 of the 19 seats": no part is larger than its whole."""
    for found in _OF_WHOLE.finditer(sentence.text):
        part, whole = (sentence.facts[int(number)] for number in _NUMBERS.findall(found[0]))
        counts = all(amount(fact).dimension in ("count", "number") for fact in (part, whole))
        larger = range_of(part).low > range_of(whole).high
        # Of "1,900 of the 2 million" the million may have been left out.
        near = number_of(part) < 1000 * number_of(whole)
        # 629 pairs of the four waders: pairs are of each of them.
        one_thing = alike(part, whole)
        if counts and larger and near and one_thing and not has_bound(part, whole):
            yield Reckoning(part, (whole,), f"at most {plain(number_of(whole))}", SURE, _TOPIC)


def _reckoned(total: Fact, parts: Sequence[Fact], confidence: float) -> Iterator[Reckoning]:
    summed = Range(0.0, 0.0)
    for part in parts:
        summed += range_of(part)
    if not range_of(total).meets(summed):
        made = plain(sum(map(number_of, parts)))
        yield Reckoning(total, tuple(parts), made, confidence, _TOPIC)


def _additive(total: Fact, parts: Sequence[Fact]) -> bool:
    if has_bound(total, *parts) or any(amount(fact).change for fact in (total, *parts)):
        return False
    dimension = amount(total).dimension
    if dimension not in ("count", "number", "money"):
        return False
    return all(
        amount(part).dimension == dimension
        or {amount(part).dimension, dimension} <= {"count", "number"}
        for part in parts
    )


def _divided(total: Fact, parts: Sequence[Fact]) -> bool:
    units = [amount(part).unit for part in parts]
    return (
        amount(total).unit in _PEOPLE
        and len(set(units)) == len(units)
        and any(division.issuperset(units) for division in _DIVISIONS)
        and _exhaustive(frozenset(units))
    )


def _exhaustive(units: frozenset[str]) -> bool:
    """Whether the named parts leave no one out: men and women, adults and children."""
    pairs = ({"man", "woman"}, {"adult"}, {"male", "female"}, {"boy", "girl"}, {"child"})
    return any(units >= pair for pair in pairs)


def _of_its_kind(total: Fact, parts: Sequence[Fact]) -> bool:
    """Whether each part counts what the total counts, or leaves it out."""
    return all(
        alike(total, part) and amount(part).unit in ("", amount(total).unit) for part in parts
    )


def _product(one: Fact, two: Fact) -> Range:
    left, right = range_of(one), range_of(two)
    return Range(left.low * right.low, left.high * right.high)
