"""Changes that a sentence states with their start and end: "up 20% to 12 from 10"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from factcheck.model import Fact
from factcheck.rules.figures import Masked, Range, amount, has_bound, number_of, range_of
from factcheck.rules.patterns import compiled
from factcheck.rules.reckoning import (
    LIKELY,
    ROUNDED,
    SURE,
    SURELY,
    Reckoning,
    alike,
    in_percent,
    plain,
    scaled_pairs,
    share_of_change,
    stated_range,
)

_FIG = "\ue001(?P<{}>\\d{{1,2}})\ue002"
_A, _B, _C, _P = (_FIG.format(name) for name in "abcp")


def _gap(most: int) -> str:
    """At most `most` characters of wording without a figure, a full stop or a new clause."""
    return rf"[^\ue001.;:()]{{0,{most}}}?"


_UP = (
    r"(?:up|rose|risen|rises|rising|rise|increase[sd]?|increasing|grew|grown|grows|growing|growth"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)"
    r"|more|higher|greater|above)"
)
_DOWN = (
    r"(?:down|fell|fallen|falls|falling|fall|decrease[sd]?|decreasing|drop(?:s|ped|ping)?"
    r"|declin(?:e|es|ed|ing)|shr[aiu]nk|reduc(?:tion|ed)|slump(?:s|ed)?|plung(?:e|es|ed|ing)"
    r"|tumbl(?:e|es|ed)|less|fewer|lower|below)"
)
_MOVE = rf"(?P<move>{_UP}|{_DOWN})"
_CHANGE = (
    rf"(?:(?:or|by|which is|representing)\s|(?:an?|the)\s(?:\w+\s)?{_MOVE}\s(?:of|by)\s|{_MOVE}\s)"
)
_CHANGE_2 = _CHANGE.replace("?P<move>", "?P<move2>", 1).replace("?P<move>", "?P<move3>", 1)
_THE = r"(?:(?:the|its|their|last year's)\s)?"
_THAN = r"(?:more|higher|greater|less|fewer|lower)\sthan\s"

# Words that say the change is of another base or another time than the two figures.
OTHER_BASE = re.compile(
    r"\b(?:year[- ](?:over|on)[- ]year|annual(?:ly|i[sz]ed)?|per year|each|average"
    r"|a year\b(?! ago| earlier)|compound\w*|cagr|adjust\w*|organic\w*|exclud\w*|currenc\w*"
    r"|inflation|respectively|between|a total|combined|times|forecast\w*|expect\w*|estimate\w*"
    r"|sequential\w*|like[- ]for)\b"
)
_MOVING = re.compile(rf"\b(?:{_UP}|{_DOWN})\b")
_OF_CHANGE = re.compile(rf"\b(?:{_UP}|{_DOWN})\sof\s$")
_AROUND = 30
_BARE = ("number", "count")
_TOPIC = "change"
# Figures of the shortest form: a start, an end and a change.
_FEWEST = 3
# These cost milliseconds to compile, and few articles state a change with both its ends.
# a: the start, b: the end, c: the change.
_FORMS = (
    rf"{_C}{_gap(25)}\bfrom\s{_THE}{_A}{_gap(30)}\bto\s{_B}",
    rf"{_C}{_gap(25)}\bto\s{_B},?\s{_gap(12)}\bfrom\s{_THE}{_A}",
    rf"\bfrom\s{_THE}{_A}{_gap(30)}\bto\s{_B}{_gap(20)},?\s\(?{_CHANGE_2}{_C}",
    rf"\bto\s{_B},?\s\(?{_CHANGE_2}{_C},?\)?,?\s{_gap(12)}from\s{_THE}{_A}",
    rf"{_B}(?:\s[a-z]+){{0,2}},?\s\(?{_CHANGE_2}{_C}\)?,?\s{_gap(12)}from\s{_THE}{_A}",
    rf"{_B},?\s{_gap(12)}{_C}\s{_THAN}{_gap(25)}{_A}",
    rf"{_B},?\s(?:or\s|about\s)?{_C}\s(?:as\s(?:many|much)\sas\s)?"
    rf"(?:the|its|their|last year's)\s{_gap(20)}{_A}",
)
# c: the change, p: the same as a share of the start, b: the end.
_TWICE_TOLD = (
    rf"{_C},?\s(?:or\s(?:about\s)?|\(){_P}\)?,?\sto\s(?:\w+\s(?:up\s)?at\s|a\s\w+\s(?:of\s)?)?{_B}"
)


def changes(sentence: Masked) -> Iterator[Reckoning]:
    """The changes in a sentence that don't follow from their start and end."""
    if len(sentence.facts) < _FEWEST:
        return
    seen: set[tuple[int, ...]] = set()
    for form in _FORMS:
        for found in compiled(form).finditer(sentence.text):
            numbers = tuple(int(found[name]) for name in "abc")
            around = sentence.text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
            if numbers in seen or OTHER_BASE.search(around) or not _is_change(sentence, found):
                continue
            seen.add(numbers)
            start, end, change = (sentence.facts[number] for number in numbers)
            reckoned = reckon(start, end, change)
            if reckoned is not None:
                yield reckoned
    yield from _twice_told(sentence)


def _twice_told(sentence: Masked) -> Iterator[Reckoning]:
    """ "up 22 points, or 0.1%, to 17,251": the share follows from the change and the end."""
    for found in compiled(_TWICE_TOLD).finditer(sentence.text):
        change, share, end = (sentence.facts[int(found[name])] for name in "cpb")
        before = sentence.text[max(0, found.start() - _AROUND) : found.start()]
        if amount(share).dimension != "percent" or not _MOVING.search(before):
            continue
        plain_points = {amount(change).dimension, amount(end).dimension} <= {"count", "number"}
        if not (plain_points or alike(change, end)) or has_bound(change, end):
            continue
        if 0 < number_of(change) < number_of(end) and not _share_fits(change, end, share, ROUNDED):
            sure = not _share_fits(change, end, share, SURELY)
            made = f"about {plain(number_of(change) / number_of(end) * 100.0)} percent"
            yield Reckoning(share, (change, end), made, SURE if sure else LIKELY, _TOPIC)


def _share_fits(change: Fact, end: Fact, share: Fact, slack: float) -> bool:
    """Whether the share follows; a change may be cut off to whole points ("30" for 30.8)."""
    stated = stated_range(share, slack=slack)
    cut = amount(change).step
    for one, two in scaled_pairs(change, end, slack=max(slack / 2, 0.5)):
        top = one.high + cut
        for least, most in (
            (two.low - top, two.high - one.low),
            (two.low + one.low, two.high + top),
        ):
            # The start, by a rise or by a fall.
            if least > 0 and Range(100.0 * one.low / most, 100.0 * top / least).meets(stated):
                return True
    return False


def _is_change(sentence: Masked, found: re.Match[str]) -> bool:
    """Whether the wording makes the figure a change, and not a start or an end itself."""
    before = sentence.text[max(0, found.start("c") - 1 - _AROUND) : found.start("c") - 1]
    if re.search(r"\b(?:from|to|of|at|and|between)\s$", before) and not _OF_CHANGE.search(before):
        return False
    fact = sentence.facts[int(found["c"])]
    moving = _MOVING.search(before) or _MOVING.search(found[0])
    return bool(moving) or amount(fact).change == "by" or amount(fact).dimension == "ratio"


def reckon(start: Fact, end: Fact, change: Fact) -> Reckoning | None:
    """A change against its start and end; None where it follows or can't be told."""
    start = _in_the_unit_of(end, start)
    if not alike(start, end) or has_bound(start, end) or min(map(number_of, (start, end))) <= 0:
        return None
    if not _fits_any(start, end, change, slack=ROUNDED):
        sure = not _fits_any(start, end, change, slack=SURELY)
        made = _made(number_of(start), number_of(end), change)
        return Reckoning(change, (start, end), made, SURE if sure else LIKELY, _TOPIC)
    return _points_as_percent(start, end, change)


def _in_the_unit_of(end: Fact, start: Fact) -> Fact:
    """The start with the unit that it leaves to the end: "from 20 to 22 per cent"."""
    value = amount(start)
    if amount(end).dimension != "percent" or value.unit or value.dimension not in _BARE:
        return start
    return replace(start, value=replace(value, dimension="percent", unit=amount(end).unit))


def _points_as_percent(start: Fact, end: Fact, change: Fact) -> Reckoning | None:
    """ "Down 6%, from 19% to 13%": those are percentage points (AP and Reuters style alike)."""
    if {amount(fact).dimension for fact in (start, end, change)} != {"percent"}:
        return None
    # Where the difference is the stated figure to the digit, rounding need explain the less.
    exact = math.isclose(abs(number_of(end) - number_of(start)), abs(number_of(change)))
    slack = ROUNDED if exact else SURELY
    one, two = (range_of(fact, slack=slack) for fact in (start, end))
    if _share(one, two).meets(stated_range(change, slack=slack)):
        return None
    points = f"{plain(abs(number_of(end) - number_of(start)))} percentage points"
    share = in_percent(number_of(start), number_of(end))
    return Reckoning(change, (start, end), f"{points}, or {share}", LIKELY, _TOPIC)


def _fits_any(start: Fact, end: Fact, change: Fact, *, slack: float) -> bool:
    stated = stated_range(change, slack=slack)
    pairs = scaled_pairs(start, end, slack=max(slack / 2, 0.5))
    return any(
        expected is None or expected.meets(stated)
        for one, two in pairs
        for expected in _expected(one, two, start, change)
    )


def _expected(one: Range, two: Range, start: Fact, change: Fact) -> Iterator[Range | None]:
    """What the change from `one` to `two` comes to in each reading; None: nothing can be said."""
    value = amount(change)
    if value.dimension == "percentage point":
        factor = 100.0 if value.unit == "basis point" else 1.0
        yield _difference(one, two, factor)
    elif value.dimension == "percent":
        yield _share(one, two)
        if amount(start).dimension == "percent":
            yield _difference(one, two)
    elif value.dimension == "ratio":
        yield from _multiples(one, two, value.low)
    elif alike(start, change):
        yield _difference(one, two)
        for scale in (1e3, 1e6, 1e9):
            yield _difference(one, two, scale)
            yield _difference(one, two, 1 / scale)
    else:
        yield None


def _difference(one: Range, two: Range, factor: float = 1.0) -> Range:
    ends = [(high - low) * factor for low, high in product(_ends(one), _ends(two))]
    return _absolute(ends)


def _share(one: Range, two: Range) -> Range:
    return _absolute(_ends(share_of_change(one, two)))


def _multiples(one: Range, two: Range, times: float) -> Iterator[Range]:
    """How many times the one is the other; a "fivefold increase" may mean five times more."""
    for low, high in ((one, two), (two, one)):
        ends = [top / max(bottom, 1e-9) for bottom, top in product(_ends(low), _ends(high))]
        yield Range(min(ends), max(ends))
        if times > 2:
            yield Range(min(ends) - 1, max(ends) - 1)


def _absolute(ends: Sequence[float]) -> Range:
    if min(ends) <= 0 <= max(ends):
        return Range(0.0, max(abs(end) for end in ends))
    low, high = sorted((abs(min(ends)), abs(max(ends))))
    return Range(low, high)


def _ends(span: Range) -> tuple[float, float]:
    return span.low, span.high


def _made(start: float, end: float, change: Fact) -> str:
    value = amount(change)
    if value.dimension == "percentage point":
        return f"{plain(abs(end - start))} percentage points"
    if value.dimension == "percent":
        return in_percent(start, end)
    if value.dimension == "ratio":
        return f"{plain(end / start)} times"
    return plain(abs(end - start))
