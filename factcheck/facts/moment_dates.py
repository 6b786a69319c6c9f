"""The grammar of calendar dates: days and months by name or number, and ranges inside one month."""

from __future__ import annotations

import re
from re import Match

from factcheck.facts.moment_expression import Expression, Form, after, before, folded
from factcheck.facts.moment_words import (
    DAY,
    DAY_TH,
    FEASTS,
    MONTH,
    ORDINALS,
    PART,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    month_number,
    ordinal_number,
    weekday_number,
)

_WEEKDAY = rf"(?:\b(?P<weekday>{WEEKDAY}|{WEEKDAY_SHORT}),?\s(?:the\s)?)?"
_NUMBER_START = r"(?<![\w/.,$£€#:-])"
_YEAR_END = r"(?![\w%]|[-/.,:]\d)"
_DAY_END = (
    r"(?!\d|[.,:]\d|%|-?(?:year|day|page|point|man)\b|\s?(?:percent|per\scent|million|billion)\b)"
)
_OF_YEAR = rf"(?:\s?,?\s(?:of\s|in\s)?(?P<year>{YEAR}){_YEAR_END})"
_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True))
_JOIN = r"(?:\s?-\s?|\s(?:to|and|until|till|through)\s)"

# Months that are also words or given names count only where the words around them speak of time.
_TIMELY = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|from|through|last|next|this|early|mid|late|before|after"
    r"|between|of|around|and|to|the|throughout)|\()[\s-]$",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:in|since|by|until|till|during|from|last|next|this|early|mid|late|throughout)[\s-]$",
    re.IGNORECASE,
)
_AMBIGUOUS = {3, 4, 5, 6, 8}


def _span(match: Match[str], shape: str, **values: object) -> Expression:
    return Expression(match.start(), match.end(), shape, folded(match.group()), **values)  # type: ignore[arg-type]


def _int(text: str | None) -> int | None:
    return int(re.sub(r"\D", "", text)) if text else None


def _is_plain_word(word: str) -> bool:
    """Whether a month's name is written as an ordinary word could be: "may", "march", "dec"."""
    return word.islower() and word.rstrip(".") in {"may", "march", "mar", "jun", "sept", "sep"}


def _is_other_word(match: Match[str], weekday: str) -> bool:
    """Whether a short weekday is a word of its own: "the Sun, 6 December", "they sat 3 May"."""
    if len(weekday) > 4:
        return False
    return weekday.islower() or bool(re.search(r"\b[Tt]he\s$", before(match)))


def _day_and_month(match: Match[str]) -> Expression | None:
    groups = match.groupdict()
    month_word = match["month"]
    if _is_plain_word(month_word) and not groups.get("year") and "of" not in match.group().split():
        return None
    weekday = groups.get("weekday")
    start = match.start()
    if weekday and _is_other_word(match, weekday):
        start, weekday = min(match.start("day"), match.start("month")), None
    return Expression(
        start,
        match.end(),
        "date",
        folded(match.string[start : match.end()]),
        year=_int(groups.get("year") or groups.get("short")),
        month=month_number(month_word),
        day=_int(match["day"]),
        weekday=weekday_number(weekday) if weekday else None,
    )


def _month_and_day(match: Match[str]) -> Expression | None:
    # "In March 20 people" counts people: American dates take "on", never "in".
    reads_as_count = re.search(r"\b(?:in|during|since)\s$", before(match), re.IGNORECASE)
    if reads_as_count and not match["year"] and re.match(r"\s[a-z]", after(match)):
        return None
    return _day_and_month(match)


def _day_in_words(match: Match[str]) -> Expression | None:
    day = ordinal_number(match["word"])
    if match["tens"]:
        day = 20 + day if match["tens"].lower() == "twenty" else 30 + day
    if day > 31:
        return None
    return _span(
        match, "date", year=_int(match["year"]), month=month_number(match["month"]), day=day
    )


def _range(match: Match[str]) -> Expression | None:
    first, last = _int(match["day"]), _int(match["day2"])
    if first is None or last is None:
        return None
    if last < first and not match["year"]:  # a score or another pair of numbers
        return None
    whole = _day_and_month(match)
    if whole is None:
        return None
    end = Expression(
        match.start(),
        match.end(),
        "date",
        whole.words,
        year=whole.year,
        month=whole.month,
        day=last,
    )
    return Expression(
        whole.start,
        whole.end,
        "date",
        whole.words,
        year=whole.year,
        month=whole.month,
        day=first,
        last=end,
    )


def _month(match: Match[str]) -> Expression | None:
    word = match["month"]
    number = month_number(word)
    year = _int(match["year"])
    part = (match["part"] or match["edge"] or "").lower()
    if year is None and not part:
        if word.islower() and (number in _AMBIGUOUS or len(word) < 5):
            return None
        if number in _AMBIGUOUS or len(word.rstrip(".")) < 5:
            context = _STRONG if number in {3, 5} or len(word) == 3 else _TIMELY
            if not context.search(before(match)):
                return None
            if re.match(r"\s(?:for|on|of|madness|day)\b", after(match), re.IGNORECASE):
                return None
        if re.match(r"'s\s[A-Z]|\s[A-Z][a-z]+\s(?:said|says)", after(match)) and number == 5:
            return None
    elif _is_plain_word(word) and year is None:
        return None
    return _span(match, "month", year=year, month=number, part=_edge(part))


def _edge(part: str) -> str:
    """early, mid or late for "beginning", "middle", "end" and their like; "" stays ""."""
    if part in {"beginning", "start", "early", "earlier"}:
        return "early"
    if part in {"end", "late", "later"}:
        return "late"
    return "mid" if part else ""


def _iso(match: Match[str]) -> Expression | None:
    clock = (match["clock"] or "").strip("T ")
    return _span(
        match,
        "date",
        year=int(match["year"]),
        month=int(match["month"]),
        day=int(match["day"]),
        clock=clock,
    )


def _numeric(match: Match[str]) -> Expression | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        if match["sep"] == ".":
            return None
        year += 2000 if year < 50 else 1900
    day_first = second <= 12
    month_first = first <= 12 and match["sep"] == "/"
    if not day_first and not month_first:
        return None
    if day_first and month_first and first != second:
        return _span(match, "numeric", year=year, month=second, day=first, number=1)
    day, month = (first, second) if day_first else (second, first)
    return _span(match, "date", year=year, month=month, day=day)


def _feast(match: Match[str]) -> Expression | None:
    month, day = FEASTS[folded(match["feast"])]
    return _span(match, "date", year=_int(match["year"]), month=month, day=day)


def _week_of_month(match: Match[str]) -> Expression | None:
    parts = {"first": "week 1", "second": "week 2", "third": "week 3", "last": "week 5"}
    return _span(
        match,
        "month",
        year=_int(match["year"]),
        month=month_number(match["month"]),
        part=parts[match["which"].lower()],
    )


MONTH_CUES = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
"""The beginnings of all names of months, short or long."""


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FORMS: tuple[Form, ...] = (
    Form(
        _form(
            rf"{_NUMBER_START}(?P<day>{DAY_TH}){_JOIN}(?P<day2>{DAY_TH})\s(?:of\s)?"
            rf"(?P<month>{MONTH})\b{_OF_YEAR}?"
        ),
        _range,
        MONTH_CUES,
    ),
    Form(
        _form(
            rf"\b(?P<month>{MONTH})\s(?P<day>{DAY_TH})(?:\s?-\s?|\s(?:to|through)\s)"
            rf"(?P<day2>{DAY_TH})(?![\w-]|[.,:]\d){_OF_YEAR}?"
        ),
        _range,
        MONTH_CUES,
    ),
    Form(
        _form(
            rf"{_WEEKDAY}{_NUMBER_START}(?P<day>{DAY_TH})(?:\s(?:of\s)?|[-/])(?P<month>{MONTH})"
            rf"(?!\w)(?:{_OF_YEAR}|[-/](?P<short>{YEAR})\b)?"
        ),
        _day_and_month,
        MONTH_CUES,
    ),
    Form(
        _form(
            rf"\b(?:the\s)?(?:(?P<tens>twenty|thirty)[\s-])?(?P<word>{_ORDINAL_WORDS})\s(?:day\s)?of\s"
            rf"(?P<month>{MONTH})(?!\w){_OF_YEAR}?"
        ),
        _day_in_words,
        MONTH_CUES,
    ),
    Form(
        _form(
            rf"{_WEEKDAY}\b(?P<month>{MONTH})(?:\s|-)(?:the\s)?(?P<day>{DAY_TH}){_DAY_END}{_OF_YEAR}?"
        ),
        _month_and_day,
        MONTH_CUES,
    ),
    Form(
        _form(
            r"(?<![\w/.-])(?P<year>(?:1\d|20)\d\d)[-/](?P<month>1[0-2]|0\d)[-/](?P<day>[0-3]\d)"
            r"(?P<clock>[T ][0-2]\d:[0-5]\d(?::[0-5]\d)?)?(?![\d-])"
        ),
        _iso,
    ),
    Form(
        _form(
            rf"(?<![\w/.-])(?P<a>{DAY})(?P<sep>[/.-])(?P<b>{DAY})(?P=sep)(?P<year>{YEAR}|\d\d)"
            r"(?![\w/-]|[.,]\d)"
        ),
        _numeric,
    ),
    Form(
        _form(
            rf"\b(?:the\s)?(?P<which>first|second|third|last)\sweek\s(?:of|in)\s"
            rf"(?P<month>{MONTH})\b{_OF_YEAR}?"
        ),
        _week_of_month,
        MONTH_CUES,
    ),
    Form(
        _form(
            rf"\b(?:(?P<part>{PART})(?:\s|-)(?:in\s)?|(?:the\s)?(?P<edge>beginning|start|end|middle)"
            rf"\sof\s)?(?P<month>{MONTH})(?!\w|-(?!{MONTH}|{YEAR}))"
            rf"(?:(?:,?\s(?:of\s|in\s)?|[-/])(?P<year>{YEAR}){_YEAR_END})?"
        ),
        _month,
        MONTH_CUES,
    ),
    Form(
        _form(
            r"\b(?P<feast>"
            + "|".join(feast.replace(" ", r"\s") for feast in FEASTS)
            + rf")\b{_OF_YEAR}?"
        ),
        _feast,
    ),
)
