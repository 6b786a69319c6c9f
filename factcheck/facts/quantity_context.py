"""Figures that count nothing: dates, years, clock times, telephone numbers, versions."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.lexemes import Lex, low_at
from factcheck.facts.number_figures import MAX_DIGITS

MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "January Jan",
        "February Feb",
        "March Mar",
        "April Apr",
        "May",
        "June Jun",
        "July Jul",
        "August Aug",
        "September Sept Sep",
        "October Oct",
        "November Nov",
        "December Dec",
    ),
    1,
):
    for _name in _names.split():
        MONTHS[_name] = _number
        MONTHS[_name.upper()] = _number

_YEAR_BEFORE = frozenset(
    "in since by until till before after the of from to during early late mid between and for "
    "through circa fiscal year its this election class summer winter spring autumn fall".split()
)
_PEOPLE = frozenset("people persons men women children troops soldiers workers jobs".split())

DESIGNATORS = frozenset(
    "no no. number route highway flight article section chapter page part room gate channel "
    "phase stage level tier type version volume rule rules proposition prop amendment clause "
    "act title lane platform terminal category grade group class unit bus pier ward district "
    "precinct zone episode season round lap week day slide question figure table item lot "
    "resolution protocol formula interstate i- runway court courtroom windows iphone ipad "
    "galaxy boeing airbus apollo mig sector form schedule paragraph verse psalm exhibit q "
    "turn step top hole corps line studio sol mission".split()
)
"""Nouns that name one thing by its number ("Channel 4", "phase 3")."""


DOTTED = frozenset("no nos art sec vol fig ch pt p pp rs".split())
"""Abbreviations before a number ("No. 10")."""


def skip(tokens: Sequence[Lex], index: int) -> int:
    """The lexeme after the date, time or identifier at `index`; `index` itself if none is."""
    token = tokens[index]
    if token.kind == "word":
        return _skip_month(tokens, index) if token.text in MONTHS else index
    if token.kind != "num":
        return index
    for reader in (_skip_identifier, _skip_clock, _skip_day_of_month, _skip_year):
        last = reader(tokens, index)
        if last > index:
            return last
    return index


def is_year(token: Lex) -> bool:
    """Whether a figure looks like a year of the last centuries."""
    return (
        token.kind == "num"
        and token.text.isdigit()
        and len(token.text) == 4
        and "1500" <= token.text <= "2100"
    )


def _skip_month(tokens: Sequence[Lex], index: int) -> int:
    """ "December 7-9, 2025", "Dec. 7th", "May 2014"."""
    position = index + 1
    if low_at(tokens, position) == ".":
        position += 1
    if position >= len(tokens) or tokens[position].kind != "num":
        return index
    token = tokens[position]
    if is_year(token):
        return position + 1
    if not _day(token):
        return index
    position = _after_suffix(tokens, position + 1)
    while low_at(tokens, position) in ("-", "and", "to") and position + 1 < len(tokens):
        if not _day(tokens[position + 1]):
            break
        if low_at(tokens, position + 2) in ("people", "percent", "per", "%"):
            break
        position = _after_suffix(tokens, position + 2)
    comma = position + 1 if low_at(tokens, position) == "," else position
    if comma < len(tokens) and is_year(tokens[comma]):
        return comma + 1
    return position


def _after_suffix(tokens: Sequence[Lex], index: int) -> int:
    if index < len(tokens) and tokens[index].glued and low_at(tokens, index) in _SUFFIXES:
        return index + 1
    return index


_SUFFIXES = ("st", "nd", "rd", "th")


def _day(token: Lex) -> bool:
    return token.kind == "num" and token.text.isdigit() and 0 < int(token.text[:4]) <= 31


def _skip_day_of_month(tokens: Sequence[Lex], index: int) -> int:
    """ "7 December", "7th of December 2025", "5-7 May"."""
    if not _day(tokens[index]):
        return index
    position = _after_suffix(tokens, index + 1)
    linked = low_at(tokens, position) in ("-", "and", "to", "/") and position + 1 < len(tokens)
    if linked and _day(tokens[position + 1]):
        position = _after_suffix(tokens, position + 2)
    if low_at(tokens, position) == "of":
        position += 1
    if position < len(tokens) and tokens[position].text in MONTHS:
        after = position + 1
        if low_at(tokens, after) in (".", ",") and after + 1 < len(tokens):
            after += 1
        return after + 1 if after < len(tokens) and is_year(tokens[after]) else position + 1
    return index


def _skip_identifier(tokens: Sequence[Lex], index: int) -> int:
    """Figures glued to letters or marks: 12/05/2015, 1.2.3, 555-1234, MH370, F-16, 9/11, '08."""
    token = tokens[index]
    if len(token.text.replace(",", "")) > MAX_DIGITS or _glued_to_name(tokens, index):
        return _glued_end(tokens, index)
    if low_at(tokens, index + 1) == "/" and (token.text, low_at(tokens, index + 2)) in _EVENTS:
        return index + 3
    if index == 0 and low_at(tokens, 1) in (".", ")") and tokens[1].glued and len(tokens) > 2:
        return 1  # the number of a list item
    return _figures_run(tokens, index)


_EVENTS = {("9", "11"), ("7", "7"), ("24", "7")}
_GLUE = frozenset("#@_\\&=")


def _glued_to_name(tokens: Sequence[Lex], index: int) -> bool:
    """Whether the figure belongs to the word or mark right before it ("G7", "Covid-19", "#4")."""
    token = tokens[index]
    if not token.glued or not index:
        return False
    before = tokens[index - 1]
    if before.kind == "word" or before.text in _GLUE:
        return True
    if before.text in "-." and before.glued and index > 1:
        earlier = tokens[index - 2]
        if before.text == ".":
            return earlier.kind == "word" and earlier.low not in DOTTED
        return earlier.kind == "word" and not earlier.text.islower()
    if before.text == "'" and len(token.text) == 2 and not before.glued:
        return index + 1 >= len(tokens) or tokens[index + 1].kind != "word"
    return False


def _figures_run(tokens: Sequence[Lex], index: int) -> int:
    """Three or more figures joined by one kind of mark, or a telephone number of two."""
    position, marks = index, []
    while (
        position + 2 < len(tokens)
        and tokens[position + 1].text in "-/."
        and tokens[position + 1].glued
        and tokens[position + 2].kind == "num"
        and tokens[position + 2].glued
    ):
        marks.append(tokens[position + 1].text)
        position += 2
    if len(marks) >= 2 and len(set(marks)) == 1:
        return position + 1
    if marks == ["."] and "." in tokens[index].text + tokens[index + 2].text:
        return index + 3
    if marks == ["-"]:
        left, right = tokens[index].text, tokens[index + 2].text
        if is_year(tokens[index]) and (len(right) == 2 or is_year(tokens[index + 2])):
            return index + 3
        if is_year(tokens[index]) and right.startswith("0"):
            return index + 3
        if len(left) == 3 and len(right) == 4 and (left + right).isdigit():
            return index + 3
    if marks == ["/"] and is_year(tokens[index]):
        return index + 3
    return index


def _glued_end(tokens: Sequence[Lex], index: int) -> int:
    """The lexeme after all that is glued to the figure, further figures too ("v1.6.0")."""
    position = index + 1
    while position < len(tokens) and tokens[position].glued:
        if tokens[position].kind != "sym":
            position += 1
        elif tokens[position].text in "-." and _is_glued_figure(tokens, position + 1):
            position += 2
        else:
            break
    return position


def _is_glued_figure(tokens: Sequence[Lex], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind == "num" and tokens[index].glued


_BEFORE_CLOCK = frozenset("at by until till from around about between and to".split())


def _skip_clock(tokens: Sequence[Lex], index: int) -> int:
    """ "10:30", "6pm", "6.30 p.m.", "9 o'clock", "0900 GMT"."""
    position = index + 1
    colon = False
    while low_at(tokens, position) == ":" and tokens[position].glued and position + 1 < len(tokens):
        if tokens[position + 1].kind != "num" or not tokens[position + 1].glued:
            break
        position, colon = position + 2, True
    first, second = low_at(tokens, position), low_at(tokens, position + 1)
    if first in ("am", "pm") or first == "o'clock" or first in ("gmt", "bst", "utc", "et", "est"):
        return position + 1
    if first in ("a", "p") and second == "." and low_at(tokens, position + 2) == "m":
        return position + 3
    military = first == "hours" and len(tokens[index].text) == 4 and tokens[index].text.isdigit()
    if military and tokens[index].text < "2400" and tokens[index].text[2:] < "60":
        return position + 1 if low_at(tokens, index - 1) in _BEFORE_CLOCK else index
    return position if colon else index


def _skip_year(tokens: Sequence[Lex], index: int) -> int:
    """A bare four-figure year, a decade ("1990s") or a span of seasons ("2012-13")."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and following.glued and following.text in ("s", "'s"):
        return index + 2
    if following is not None and following.glued and following.low == "'":
        return index + 3 if low_at(tokens, index + 2) == "s" else index + 2
    if not is_year(token) or (index and tokens[index - 1].text in "$£€"):
        return index
    if following is not None and (following.glued and following.kind == "word"):
        return index
    if low_at(tokens, index + 1) in ("%", "percent", "°"):
        return index
    before = low_at(tokens, index - 1)
    if low_at(tokens, index + 1) in _PEOPLE and before not in _YEAR_BEFORE:
        return index
    round_count = token.text.endswith("00") and before not in _YEAR_BEFORE
    if round_count and following is not None and following.text.islower():
        return index
    return index + 1
