"""The grammar of quantities and durations over one sentence's shadow text.

`read` walks the lexemes once. At each number it reads, in order: what is no quantity, the amount
(currency sign, number, range), the unit, the rate, the hedge and the direction of change. Units
that are counted things are left open (`open_unit`), because a parse tells them better than rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from factcheck.facts.amounts import Amount, read_amount
from factcheck.facts.change import change_of
from factcheck.facts.hedges import Hedged, hedge_after, hedge_before
from factcheck.facts.idioms import read_idiom
from factcheck.facts.joined import join_parts
from factcheck.facts.labels import Identifier, read_identifier
from factcheck.facts.lexemes import Lex, lex, low_at
from factcheck.facts.measures import NOTHING, Measure, read_measure
from factcheck.facts.quantity_context import skip
from factcheck.model import Hedge


class Reading(NamedTuple):
    """One quantity or duration in a text: offsets into it, the value, and what is still open.

    `number_end` is where the number ends (for finding what it counts); `open_unit` says that the
    thing counted is to be found by the caller.
    """

    start: int
    end: int
    number_end: int
    low: float
    high: float
    step: float
    unit: str
    dimension: str
    per: str = ""
    change: str = ""
    hedge: Hedge = Hedge.EXACT
    open_unit: bool = False
    worded: bool = False
    since: date | None = None


_TRIGGER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|"
    r"dozens?|scores|tens|couple|half|quarters?|thirds?|twice|double[ds]?|triple[ds]?|decades?|"
    r"\w+th|first|second|fortnight|digits?|an? (?:hour|day|week|month|year|century|mile)|\w+fold|"
    r"mid|thrice|centuries|long)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def read(text: str) -> tuple[Reading, ...]:
    """The quantities and durations of `text`, in order, without overlaps. Linear in its length.

    The last few results are kept, since two kinds of fact read each sentence.
    """
    if _TRIGGER.search(text) is None:
        return ()
    tokens = lex(text)
    found: list[Reading] = []
    index = 0
    while index < len(tokens):
        identifier = read_identifier(tokens, index)
        if identifier is not None:
            found.append(_named(tokens, identifier))
            index = identifier.last
            continue
        last = skip(tokens, index)
        if last > index:
            index = last
            continue
        idiom = read_idiom(tokens, index)
        amount = read_amount(tokens, index) if idiom is None else idiom.amount
        if amount is None:
            index += 1
            continue
        measure = read_measure(tokens, index, amount) if idiom is None else idiom.measure
        if measure is not None and measure.dimension != NOTHING:
            amount, measure = join_parts(tokens, amount, measure)
            found.append(_reading(tokens, index, amount, measure))
        index = max(amount.last, 0 if measure is None else measure.last)
    return tuple(found)


def _named(tokens: Sequence[Lex], identifier: Identifier) -> Reading:
    start, end = tokens[identifier.first].start, tokens[identifier.last - 1].end
    number = identifier.number
    return Reading(start, end, end, number, number, 1.0, identifier.unit, "identifier")


def _reading(tokens: Sequence[Lex], index: int, amount: Amount, measure: Measure) -> Reading:
    hedged = hedge_before(tokens, index)
    if measure.dimension == "duration" and _throughout(tokens, index - hedged.width, hedged):
        hedged = Hedged(Hedge.EXACT, 0)
    after = hedge_after(tokens, measure.last)
    if amount.hedge is not Hedge.EXACT and hedged.hedge is not Hedge.AT_MOST:
        hedged = Hedged(amount.hedge, hedged.width)
    elif hedged.hedge is Hedge.EXACT:
        hedged = after
    if measure.dimension in ("label", "ordinal", "score"):
        hedged = Hedged(Hedge.EXACT, 0)
    low, high = amount.low * measure.factor, amount.high * measure.factor
    low, high, hedge = _bounds(low, high, hedged.hedge)
    start = index if hedged is after else index - hedged.width
    return Reading(
        start=tokens[index].start,
        end=tokens[max(measure.last, amount.last) - 1].end,
        number_end=tokens[amount.last - 1].end,
        low=low,
        high=high,
        step=amount.step * measure.factor,
        unit=measure.unit,
        dimension=measure.dimension,
        per=measure.per,
        change=change_of(tokens, start, measure.last, measure.dimension),
        hedge=hedge,
        open_unit=measure.open_unit,
        worded=tokens[index].kind == "word",
    )


def _throughout(tokens: Sequence[Lex], start: int, hedged: Hedged) -> bool:
    """Whether "over" before a length of time means "during" ("over two days")."""
    if hedged.width != 1 or low_at(tokens, start) != "over":
        return False
    return low_at(tokens, start - 1) not in _LASTING


_LASTING = frozenset(
    "for lasted lasting lasts last took take takes taking of just well little bit spent spans "
    "spanned spanning after than a was is".split()
)


def _bounds(low: float, high: float, hedge: Hedge) -> tuple[float, float, Hedge]:
    """The interval that a hedge opens; a range keeps its ends."""
    if low != high:
        return low, high, Hedge.RANGE
    if hedge is Hedge.AT_LEAST:
        return low, float("inf"), hedge
    if hedge is Hedge.AT_MOST:
        return float("-inf"), high, hedge
    return low, high, hedge
