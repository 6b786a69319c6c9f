"""The grammar of times told from the day of writing: weekdays, "yesterday", "last week", "ago"."""

from __future__ import annotations

import re
from re import Match

from factcheck.facts.moment_expression import Expression, Form, after, before, folded
from factcheck.facts.moment_words import (
    COUNT,
    DAYPART,
    MONTH,
    SEASONS,
    UNIT,
    WEEKDAY,
    count_number,
    month_number,
    weekday_number,
)

_EDGES = {"beginning": "early", "start": "early", "end": "late"}
_OFFSETS = {"last": -1, "past": -1, "this": 0, "coming": 1, "next": 1}

# Weekdays inside names: feasts and sales before, newspapers and programmes after.
_NAME_BEFORE = re.compile(
    r"(?:black|good|easter|bloody|ash|super|palm|whit|cyber|giving|shrove|maundy|holy|bowl|casual"
    r"|mail\son|fat|first|second|third|fourth|every|each|any|most|man)\s$",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Sun|World|Business|Review|Independent"
    r"|Night\sLive|Night\sLights|Night\sFever|school|league|lunch|best|roast)\b"
)


def _span(match: Match[str], shape: str, **values: object) -> Expression:
    return Expression(match.start(), match.end(), shape, folded(match.group()), **values)  # type: ignore[arg-type]


def _weekday(match: Match[str]) -> Expression | None:
    if _NAME_BEFORE.search(before(match)) or _NAME_AFTER.match(after(match)):
        return None
    words = match.groupdict()
    week = words["of_week"]
    relative = words["rel"] or words["after"] or ""
    if relative.lower() in {"previous", "following"}:
        return _span(match, "anaphoric", weekday=weekday_number(match["weekday"]), unit="day")
    offset = _OFFSETS.get(relative.lower().split()[-1]) if relative else None
    if relative.lower() in {"this coming", "coming"}:
        offset = 0
    return _span(
        match,
        "weekday",
        weekday=weekday_number(match["weekday"]),
        offset=_OFFSETS[week.lower()] if week else offset,
        unit="week" if week else "",
        part=(words["daypart"] or "").lower(),
    )


def _day(match: Match[str]) -> Expression | None:
    words = folded(match.group())
    # "today's world", "until today": the age, not the day.
    if words == "today" and re.match(r"'s\s(?:world|standards|society)", after(match)):
        return None
    if words.startswith("the day before"):
        offset = -2
    elif words.startswith("the day after"):
        offset = 2
    elif "yesterday" in words or "last" in words:
        offset = -1
    else:
        offset = 1 if "tomorrow" in words else 0
    night = "night" if "night" in words else ""
    return _span(match, "day", offset=offset, part=night or (match["daypart"] or "").lower())


def _period(match: Match[str]) -> Expression | None:
    relative, unit = match["rel"].lower(), match["unit"].lower()
    # "the last year of his life", "over the past week": lengths of time, not moments.
    if re.search(r"\b(?:the|every|his|her|its|their)\s$", before(match), re.IGNORECASE):
        return None
    if relative == "this" and unit == "may" and match["unit"].islower():
        return None
    part = (match["part"] or "").lower()
    shared: dict[str, object] = {
        "offset": _OFFSETS.get(relative, 0),
        "part": _EDGES.get(part.removesuffix(" of"), part),
    }
    if unit in {"week", "month", "quarter", "year", "decade", "century"}:
        return _span(match, "period", unit=unit, **shared)
    if unit == "weekend":
        return _span(match, "weekend", **shared)
    if unit in SEASONS:
        return _span(match, "season", number=SEASONS[unit], **shared)
    if _is_bare_modal(match["unit"]):
        return None
    return _span(match, "month", month=month_number(unit), **shared)


def _is_bare_modal(word: str) -> bool:
    return word in {"may", "march", "mar", "dec", "jan", "sep", "jun"}


def _weekend(match: Match[str]) -> Expression | None:
    return _span(match, "weekend", offset=None)


def _ago(match: Match[str]) -> Expression | None:
    word = folded(match["count"])
    vague = word in {"several", "few", "a few", "a couple of", "some", "many"}
    unit = match["unit"].lower()
    if match["direction"].lower() not in {"ago", "from now"} or vague:
        return _span(match, "anaphoric", unit=unit)
    count = count_number(word)
    if match["half"]:
        return _span(match, "anaphoric", unit=unit)
    unit, count = ("week", count * 2) if unit == "fortnight" else (unit, count)
    sign = -1 if match["direction"].lower() == "ago" else 1
    bound = "about" if match["hedge"] else ""
    return _span(match, "ago", unit=unit, number=count * sign, bound=bound)


def _overnight(match: Match[str]) -> Expression | None:
    if re.match(
        r"\s(?:success|stay|stays|train|flight|bus|delivery|rate|bag|sensation)\b", after(match)
    ):
        return None
    word = match["weekday"]
    return _span(match, "overnight", weekday=weekday_number(word) if word else None)


def _anaphoric(match: Match[str]) -> Expression | None:
    return _span(match, "anaphoric", unit=match["unit"].lower())


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


FORMS: tuple[Form, ...] = (
    Form(
        _form(
            rf"\b(?:(?P<rel>last|next|this(?:\scoming|\spast)?|coming|past|previous|following)\s)?(?P<weekday>{WEEKDAY})\b"
            rf"(?:\s(?P<daypart>{DAYPART})\b)?(?:\s(?:of\s)?(?P<of_week>last|this|next)\sweek\b"
            r"|\s(?P<after>last|next)\b(?!\s(?:week|month|year)))?"
        ),
        _weekday,
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    ),
    Form(
        _form(
            r"\b(?:the\sday\s(?:before\syesterday|after\stomorrow)"
            rf"|(?:today|yesterday|tomorrow)(?:\s(?P<daypart>{DAYPART})\b)?|tonight|last\snight"
            r"|this\s(?:morning|afternoon|evening))\b"
        ),
        _day,
        ("day", "night", "morrow", "morning", "afternoon", "evening"),
    ),
    Form(
        _form(
            r"\b(?:(?P<part>early|earlier|mid|late|later|(?:beginning|start|end)\sof)\s)?"
            r"(?P<rel>last|this|next|(?<=earlier\s)in\sthe|(?<=later\s)in\sthe)\s"
            r"(?P<unit>week(?:end)?|month|quarter|year|decade|century|spring|summer|autumn|fall"
            rf"|winter|{MONTH})\b(?!-(?:old|long)|\sof\b)"
        ),
        _period,
        ("last", "this", "next", "earlier", "later"),
    ),
    Form(_form(r"\b(?:over|at|on|during|by)\sthe\sweekend\b"), _weekend, ("weekend",)),
    Form(
        _form(
            r"\b(?P<hedge>(?:about|nearly|almost|over|around|roughly|more\sthan|less\sthan|at\sleast)"
            rf"\s)?(?P<count>{COUNT}|several|a\sfew|few|a\scouple\sof|some|many)\s"
            rf"(?P<half>and\sa\shalf\s)?(?P<unit>{UNIT})s?\s"
            r"(?P<direction>ago|from\snow|earlier|later|before|previously)\b"
        ),
        _ago,
        ("ago", "now", "earlier", "later", "before", "previously"),
    ),
    Form(
        _form(rf"\bovernight\b(?:\s(?:into|on|to|from)\s(?P<weekday>{WEEKDAY})\b)?"),
        _overnight,
        ("overnight",),
    ),
    Form(
        _form(
            r"\b(?:the|that)\s(?:(?:next|previous|following|same|very)\s)"
            r"(?P<unit>day|night|morning|afternoon|evening|week|weekend|month|year)\b"
        ),
        _anaphoric,
        ("next", "previous", "following", "same", "very"),
    ),
)
