"""The grammar of moments: every time expression of a text, in order and without overlaps.

Every pattern is a flat sequence with bounded repeats, so a text is read in time linear in its
length. The text is the shadow of the source (straight quotes, plain hyphens and spaces), which has
the same length, so offsets hold for the source.
"""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.facts import moment_dates, moment_relative, moment_years
from factcheck.facts.moment_expression import Expression
from factcheck.facts.moment_words import CLOCK, DAYPART, WEEKDAY, weekday_number

FORMS = (*moment_dates.FORMS, *moment_years.FORMS, *moment_relative.FORMS)

# A sentence with none of these holds no moment; most sentences end here.
_CUES = (
    "day night week month year quarter century decade ago later earlier before morrow jan feb mar "
    "apr may jun jul aug sep oct nov dec spring summer autumn fall winter morning afternoon eve "
    "halloween fy q1 q2 q3 q4"
).split()
_TRIGGER = re.compile(
    r"\d\d|'\d0s|day\b|night|week|month|year|quarter|century|decade|ago\b|earlier|later|before"
    r"|(?:jan|feb|march|mar\b|april|may\b|june|july|aug|sept|oct|nov|dec)|\bq[1-4]|\bfy|morrow"
    r"|spring|summer|autumn|fall\b|winter|morning|afternoon|evening|eve\b|halloween",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d\d")
_CLOCK_BEFORE = re.compile(rf"(?:\bat\s)?({CLOCK})(?:\s(?:on|in\sthe)|,)?\s$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(rf",?\s{{1,2}}(?:at\s|by\s|around\s|from\s)?({CLOCK})", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(rf",?\s(?:a\s|\()({WEEKDAY})\b\)?", re.IGNORECASE)
_DAYPART_AFTER = re.compile(rf",?\s(?:in\sthe\s)?({DAYPART})\b(?!\s(?:Live|Lights))", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:(?P<since>since|after|following|from)|(?P<until>before|until|till|by|prior\sto|ahead\sof)"
    r"|(?P<about>around|about|circa|roughly|on\sor\saround))\s(?:in\s)?$",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"\s?-\s?|\s(?:to|until|till|through)\s(?:the\s)?", re.IGNORECASE)
_AND = re.compile(r"\sand\s(?:the\s)?", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
# "moved from 12 March to 9 March" names two dates, not a span of time.
_CHANGE = re.compile(
    r"\b(?:mov|delay|postpon|reschedul|push|br(?:ing|ought)|chang|shift|defer|put|set\sback|revis"
    r"|correct|amend|extend|cut|rais|r(?:ise|ose|isen)|f(?:all|ell)|increas|decreas|grew|grow"
    r"|drop|jump|up|down|slip|lower)\w{0,4}\b",
    re.IGNORECASE,
)
_ENDS = {"date", "month", "year", "weekday"}


def find(text: str) -> tuple[Expression, ...]:
    """All time expressions of `text`, in order; of two that overlap, the earlier or longer."""
    if not may_hold(text):
        return ()
    lower = text.lower()
    found: list[Expression] = []
    for form in FORMS:
        if form.cues and not any(cue in lower for cue in form.cues):
            continue
        for match in form.pattern.finditer(text):
            expression = form.read(match)
            if expression is not None:
                found.append(expression)
    found.sort(key=lambda item: (item.start, -item.end))
    kept: list[Expression] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    placed: list[Expression] = []
    for item in _joined(text, kept):
        wide = _with_surroundings(text, item)
        if not placed or wide.start >= placed[-1].end:
            placed.append(wide)
        elif item.start >= placed[-1].end:
            placed.append(item)
    return tuple(placed)


def may_hold(text: str) -> bool:
    """Whether a text has a word or a figure of time; plain words are sought first, for speed."""
    lower = text.lower()
    if not _DIGITS.search(text) and not any(cue in lower for cue in _CUES):
        return False
    return _TRIGGER.search(text) is not None


def _joined(text: str, items: list[Expression]) -> list[Expression]:
    """`items` with "from X to Y", "between X and Y" and "X-Y" made one range each."""
    joined: list[Expression] = []
    for item in items:
        first = joined[-1] if joined else None
        if first is not None and _is_range(text, first, item):
            joined[-1] = replace(
                first, end=item.end, words=f"{first.words} to {item.words}", last=item
            )
        else:
            joined.append(item)
    return joined


def _is_range(text: str, first: Expression, last: Expression) -> bool:
    if first.last or last.last or not {first.shape, last.shape} <= _ENDS:
        return False
    if last.named or (first.shape == "weekday") != (last.shape == "weekday"):
        return False
    gap = text[first.end : last.start]
    if len(gap) > 12:
        return False
    lead = text[max(0, first.start - 16) : first.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(lead))
    if not _THROUGH.fullmatch(gap):
        return False
    if "-" in gap:
        return True
    clause = text[max(0, first.start - 60) : first.start]
    return bool(_FROM.search(lead)) and not _CHANGE.search(clause)


def _with_surroundings(text: str, item: Expression) -> Expression:
    """`item` with the clock time and part of day beside it and the word that bounds it."""
    changes: dict[str, str | int] = {}
    if item.shape in {"date", "weekday", "day", "numeric"} and not item.last:
        lead, follow = text[max(0, item.start - 24) : item.start], text[item.end : item.end + 24]
        earlier, later = _CLOCK_BEFORE.search(lead), _CLOCK_AFTER.match(follow)
        if later:
            changes.update(end=item.end + later.end(), clock=later[1].lower())
        elif earlier:
            changes.update(start=item.start - len(lead) + earlier.start(), clock=earlier[1].lower())
        elif not item.part:
            daypart = _DAYPART_AFTER.match(follow)
            if daypart:
                changes.update(end=item.end + daypart.end(), part=daypart[1].lower())
    start, end = int(changes.get("start", item.start)), int(changes.get("end", item.end))
    weekday = _WEEKDAY_AFTER.match(text[end : end + 20]) if item.day and not item.weekday else None
    if weekday and item.weekday is None:
        changes.update(end=end + weekday.end(), weekday=weekday_number(weekday[1]))
    # "after Friday's meeting" dates the meeting exactly.
    if text.startswith("'s", end):
        return replace(item, **changes) if changes else item  # type: ignore[arg-type]
    bound = _BOUND.search(text[max(0, start - 20) : start])
    if bound and not item.last and bound.lastgroup and not item.bound:
        changes["bound"] = bound.lastgroup
    return replace(item, **changes) if changes else item  # type: ignore[arg-type]
