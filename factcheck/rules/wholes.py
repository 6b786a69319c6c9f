"""Wholes that a sentence gives with their parts in other words than a list behind a colon.

"118 in Camber, 47 in Netherby and 26 in Holm, a total of 181"; "of the 1,200 jobs 650 are in
Britain, 300 in Norway and 350 elsewhere".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.model import Fact
from factcheck.rules.figures import FIGURE, Masked, amount, has_bound, number_of, range_of
from factcheck.rules.reckoning import LIKELY, SURE, Reckoning, alike, plain

# What an item says of its figure, up to the next one.
_WORDED = r"[^\ue001,;:.()]{0,60}?"
_ITEMS = rf"{FIGURE}{_WORDED}(?:,\s{FIGURE}{_WORDED}){{0,8}},?\s(?:and|plus|while)\s{FIGURE}"
_TOTAL_BEHIND = re.compile(
    rf"{_ITEMS}[^\ue001,;:.()]{{0,60}}?(?:,|\s-+)\s(?:(?:making|giving|bringing|for|or|in all)\s)?"
    rf"(?:(?:a|the)\s)?(?:grand\s|combined\s|overall\s)?total\s(?:of|is|was|to)\s{FIGURE}"
)
_IN_ALL = re.compile(
    rf"{_ITEMS}[^\ue001,;:.()]{{0,60}}?(?:,|\s-+)\s(?:(?:making|giving|or)\s)?"
    rf"{FIGURE}\s(?:\w+\s){{0,2}}?(?:in all|in total|altogether|all told)\b"
)
_OF_A_WHOLE = re.compile(
    rf"\bof\s(?:the|its|their|these|those|his|her|all)\s{FIGURE}(?P<whole>[^\ue001;:.()]{{0,60}}?),?\s"
    rf"(?P<items>{_ITEMS}(?P<last>[^;:.()]{{0,60}}))"
)
_NUMBERS = re.compile(FIGURE)
# The last part is all that the others are not.
_REST = re.compile(r"\b(?:others?|elsewhere|the rest|the remaining|the remainder)\b")
_OPEN = re.compile(r"\b(?:includ\w*|among|such as|mainly|mostly|at least|another|also|both)\b")
# Parts that make much more than the whole overlap, and much less are not all of it.
_NEAR = 0.2
_TOPIC = "total"
_OVERLAPPING = 0.7


def wholes(sentence: Masked) -> Iterator[Reckoning]:
    """The wholes in a sentence that differ from the sum of their parts."""
    if len(sentence.facts) < 3:
        return
    yield from _totals_behind(sentence)
    yield from _of_a_whole(sentence)


def _totals_behind(sentence: Masked) -> Iterator[Reckoning]:
    for pattern in (_TOTAL_BEHIND, _IN_ALL):
        for found in pattern.finditer(sentence.text):
            *parts, total = (sentence.facts[int(number)] for number in _NUMBERS.findall(found[0]))
            if _NUMBERS.search(sentence.text[: found.start()]) or _OPEN.search(found[0]):
                # Another part may stand before the first.
                continue
            if _add_up(total, parts) and _apart(total, parts):
                yield _reckoning(total, parts, SURE)


def _of_a_whole(sentence: Masked) -> Iterator[Reckoning]:
    for found in _OF_A_WHOLE.finditer(sentence.text):
        total, *parts = (sentence.facts[int(number)] for number in _NUMBERS.findall(found[0]))
        if _NUMBERS.search(found["last"]) or _OPEN.search(found[0]):
            continue
        if not _add_up(total, parts) or not _apart(total, parts):
            continue
        excess = sum(map(number_of, parts)) - number_of(total)
        if _REST.search(found["last"]):
            yield _reckoning(total, parts, LIKELY)
        elif 0 < excess <= _NEAR * number_of(total):
            # Of 31 people 33 were hurt in some way: one may have been hurt in two.
            yield _reckoning(total, parts, _OVERLAPPING)


def _add_up(total: Fact, parts: Sequence[Fact]) -> bool:
    """Whether a total and its parts are of one sort, and none of them a bound or a change."""
    if has_bound(total, *parts) or any(amount(fact).change for fact in (total, *parts)):
        return False
    if amount(total).dimension not in ("count", "number", "money"):
        return False
    return all(alike(total, part) and number_of(part) <= number_of(total) for part in parts)


def _apart(total: Fact, parts: Sequence[Fact]) -> bool:
    low = sum(range_of(part).low for part in parts)
    high = sum(range_of(part).high for part in parts)
    stated = range_of(total)
    return high < stated.low or low > stated.high


def _reckoning(total: Fact, parts: Sequence[Fact], confidence: float) -> Reckoning:
    made = plain(sum(map(number_of, parts)))
    return Reckoning(total, tuple(parts), made, confidence, _TOPIC)
