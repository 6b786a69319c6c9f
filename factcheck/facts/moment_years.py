"""The grammar of years and longer spans, and of seasons, quarters and fiscal years."""

from __future__ import annotations

import re
from re import Match

from factcheck.facts.moment_expression import Expression, Form, after, before, folded
from factcheck.facts.moment_words import ORDINAL, SEASONS, YEAR, ordinal_number

_PART = r"(?:(?P<part>early|mid|late)(?:\s|-)(?:in\s)?(?:the\s)?)?"
_START = r"(?<![\w$£€#@/.:,+-])"
_END = r"(?![\w%]|[-/.:,]\d|-\w)"

_TIME_WORD = re.compile(
    r"\b(?:in|since|during|until|till|before|by|year|early|late|mid|circa|c\.|throughout|spring"
    r"|summer|autumn|winter|back\sin)[\s-]$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|a|an|this|that|its|his|her|their|our|my|your)|['’]s|s')\s$", re.IGNORECASE
)
_WEAK_WORD = re.compile(
    r"(?:\b(?:and|to|of|for|from|than|or|around|about|approximately|between|after|through|into|mid|till|versus"
    r"|ago|election|class)\s|[(,;\[-]\s?)$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:^|[\s('\"])([A-Z][A-Za-z]+)\s$")
_NAME_AFTER = re.compile(r"\s['\"]?[A-Z]")
_NOT_A_NAME = re.compile(r"\s['\"]?(?:I|Mr|Mrs|Ms|Dr|Sir)\b")
_PLURAL = re.compile(r"\s(?:people|men|women|children|troops|[a-z]{3,}(?<!s)(?<!i)s)\b(?!')")
_UNIT = re.compile(
    r"\s(?:k?g|k?m|cm|mm|mph|kph|km/h|lbs?|tons?|tonnes?|[kmg]w|[mg]hz|[mg]b|acres?|ft|rpm|bhp|hp"
    r"|percent|per\scent|million|billion)\b",
    re.IGNORECASE,
)
_SINGULAR_S = re.compile(r"\s(?:was|has|this|his|its|does|across|towards|perhaps|besides|years)\b")
_CLOSED = re.compile(r"\s?(?:[.,;:!?)\]\"']|-\s|\s-|$)")


def _span(match: Match[str], shape: str, **values: object) -> Expression:
    return Expression(match.start(), match.end(), shape, folded(match.group()), **values)  # type: ignore[arg-type]


def _counts_things(match: Match[str]) -> bool:
    follows = after(match)
    return bool(_PLURAL.match(follows)) and not _SINGULAR_S.match(follows)


def _is_year(match: Match[str], year: int) -> bool:
    """Whether four digits are a year, by the words on both sides."""
    earlier = before(match)
    round_number = year % 50 == 0
    if _UNIT.match(after(match)):
        return False
    if _TIME_WORD.search(earlier):
        return not (_counts_things(match) and (round_number or year < 1800))
    if match["part"] or match["edge"]:
        return True
    if _DETERMINER.search(earlier):
        return year >= 1500 and not (_counts_things(match) and round_number)
    if not 1700 <= year < 2100 or _counts_things(match):
        return False
    if _WEAK_WORD.search(earlier) or not earlier.strip():
        return bool(_CLOSED.match(after(match))) or not round_number
    return bool(_CLOSED.match(after(match))) or (1980 <= year < 2050 and not round_number)


def _year(match: Match[str]) -> Expression | None:
    year = int(match["year"])
    if re.match(r"\s(?:BC|BCE|AD|CE)\b", after(match)) or not _is_year(match, year):
        return None
    part = match["part"] or match["edge"] or ""
    edges = {"beginning": "early", "start": "early", "end": "late", "middle": "mid"}
    return _span(
        match,
        "year",
        year=year,
        part=edges.get(part.lower(), part.lower()),
        named=_in_name(match),
    )


def _in_name(match: Match[str]) -> bool:
    """Whether the year is part of a proper name: "2025 Security Strategy", "Tokyo 2020"."""
    if _NAME_AFTER.match(after(match)) and not _NOT_A_NAME.match(after(match)):
        return not _TIME_WORD.search(before(match))
    found = _NAME_BEFORE.search(before(match))
    if not found or _TIME_WORD.search(before(match)):
        return False
    return not _WEAK_WORD.search(before(match)) and not _DETERMINER.search(before(match))


def _years(match: Match[str]) -> Expression | None:
    first, second = int(match["year"]), match["year2"]
    if re.match(r"\s?(?:BC|BCE)\b", after(match)) or not 1500 <= first < 2100:
        return None
    last = int(second)
    if len(second) == 2:
        last += first - first % 100
        last += 100 if second == "00" and first % 100 == 99 else 0
        if last <= first or " " in match.group():
            return None
    end = _span(match, "year", year=last)
    return _span(match, "year", year=first, last=end)


def _decade(match: Match[str]) -> Expression | None:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    if first % 10 or (len(digits) == 2 and not re.search(r"'$", before(match) + match.group()[:1])):
        return None
    return _span(match, "decade", number=first, part=(match["part"] or "").lower())


def _century(match: Match[str]) -> Expression | None:
    number = ordinal_number(match["number"])
    if not 10 <= number <= 21:  # earlier centuries are out of the calendar's plain reading
        return None
    part = (match["part"] or "").lower()
    return _span(match, "century", number=(number - 1) * 100 + 1, part=part)


def _fraction(match: Match[str]) -> Expression | None:
    """Quarters and halves of a year: "Q3 2020", "third quarter of 2020", "first half of 2020"."""
    words = match.groupdict()
    digits = words["year"] or words["year_before"]
    year = int(digits) if digits else None
    if words["digit"]:
        number, unit = int(words["digit"]), words["letter"].lower()
    else:
        unit = words["noun"].lower()[0]
        which = words["which"].lower()
        number = {"last": 4, "final": 4}[which] if which in {"last", "final"} else 0
        number = number or ordinal_number(which)
    if unit == "h" and (number > 2 or (year is None and not words["rel"])):
        return None  # "the first half" is a sports term without its year
    if number > 4:
        return None
    part = "fiscal" if words["fiscal"] else ""
    offset = {"last": -1, "this": 0, "next": 1}.get((words["rel"] or "").lower())
    shape = "quarter" if unit == "q" else "half"
    return _span(match, shape, year=year, number=number, part=part, offset=offset)


def _fiscal(match: Match[str]) -> Expression | None:
    digits = match["year"] or match["long_year"]
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return _span(match, "fiscal", year=year)


def _season(match: Match[str]) -> Expression | None:
    season = match["season"].lower()
    if match["year"] is None and not (match["part"] or match["prep"]):
        return None
    year = int(match["year"]) if match["year"] else None
    return _span(
        match, "season", year=year, number=SEASONS[season], part=(match["part"] or "").lower()
    )


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FORMS: tuple[Form, ...] = (
    Form(
        re.compile(rf"{_START}(?P<year>{YEAR})\s?-\s?(?P<year2>{YEAR}|\d\d)(?![\w%-]|[.,:/]\d)"),
        _years,
    ),
    Form(
        _form(
            rf"{_START}(?:(?P<part>early|mid|late)(?:\s|-)(?:in\s)?"
            rf"|(?:the\s)?(?P<edge>beginning|start|end|middle)\sof\s)?(?P<year>{YEAR}){_END}"
        ),
        _year,
    ),
    Form(
        _form(rf"(?<![\w$£€-])(?:the\s)?{_PART}(?P<decade>1\d\d0|20\d0|(?<=['’])[1-9]0)['’]?s\b"),
        _decade,
    ),
    Form(
        _form(rf"\b(?:the\s)?{_PART}(?P<number>{ORDINAL})(?:\s|-)century\b"),
        _century,
        ("century",),
    ),
    Form(
        _form(
            rf"(?:\b(?P<year_before>{YEAR})[\s-]|\b)(?:(?P<letter>[qh])(?P<digit>[1-4])"
            r"|(?P<which>first|second|third|fourth|[1-4](?:st|nd|rd|th)|(?:last|final)(?=[\s-]\w{4,7}\sof\b))"
            r"(?:\s|-)(?P<fiscal>fiscal\s)?(?P<noun>quarter|half))\b(?!-?finals?)"
            rf"(?:,?\s(?:of\s)?(?:the\s)?(?:fiscal\s(?:year\s)?)?(?:(?P<year>{YEAR}){_END}"
            r"|(?P<rel>last|this|next)\syear\b))?"
        ),
        _fraction,
    ),
    Form(
        _form(
            rf"\b(?:fy\s?'?(?P<year>{YEAR}|\d\d)|(?:fiscal|financial)\s(?:year\s)?(?P<long_year>{YEAR}))\b"
        ),
        _fiscal,
        ("fy", "fiscal", "financial"),
    ),
    Form(
        _form(
            r"\b(?P<prep>(?:in|during|over|by|since)\s(?:the\s)?)?(?:(?P<part>early|mid|late)"
            rf"(?:\s|-))?(?P<season>spring|summer|autumn|fall|winter)(?:,?\s(?:of\s)?(?P<year>{YEAR})"
            rf"{_END}|\b(?!-|\sof\b))"
        ),
        _season,
        ("spring", "summer", "autumn", "fall", "winter"),
    ),
)
