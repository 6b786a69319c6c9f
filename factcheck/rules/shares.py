"""Shares stated with part and whole, and shares of one whole: "13 of 40, or 33%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.model import Fact
from factcheck.rules.figures import Masked, Range, amount, has_bound, number_of
from factcheck.rules.reckoning import (
    LIKELY,
    ROUNDED,
    SURE,
    SURELY,
    Reckoning,
    alike,
    plain,
    scaled_pairs,
    stated_range,
)

_FIG = "\ue001(?P<{}>\\d{{1,2}})\ue002"
_PART, _WHOLE, _SHARE, _REST = (_FIG.format(name) for name in ("part", "whole", "share", "rest"))
_OF = r"\s(?:out\s)?of\s(?:(?:the|its|their|all|our|his|her|a total of|some|about)\s){0,2}"
_OR = r"(?:,?\sor\s|,\s|\s\(|\s-+\s|,?\s(?:which is|that is|i\.e\.,?|representing|equal to)\s)"
_GAP = r"[^\ue001.;:(),]{0,40}?"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PART}{_OF}{_WHOLE}{_GAP}{_OR}{_SHARE}(?P<after>.?)",
        rf"{_SHARE}(?:,\sor\s|\s\(){_PART}{_OF}{_WHOLE}(?P<after>.?)",
        rf"{_PART}{_GAP}(?:,?\sor\s|\s\(){_SHARE}\)?{_OF}{_WHOLE}(?P<after>.?)",
        rf"{_SHARE}{_OF}{_WHOLE}{_GAP},?\sor\s{_PART}(?P<after>.?)",
    )
)
_REMAINING = re.compile(
    rf"{_SHARE}(?P<gap>[^\ue001.;:]{{0,90}}?)\bthe\s(?:remaining|other)\s{_REST}"
)
_OPPOSED = re.compile(
    rf"{_SHARE}(?P<gap>[^\ue001.;:]{{0,60}}?){_REST}(?P<after>[^\ue001.;:]{{0,40}})"
)
_FOR = re.compile(
    r"\b(?:in favou?r|(?:said|voted|answered) yes|approved?|agreed?|supported|voted for)\b"
)
_AGAINST = re.compile(r"\b(?:against|(?:said|voted|answered) no|disapproved?|disagreed?|opposed)\b")
_TOPIC = "share"


def shares(sentence: Masked) -> Iterator[Reckoning]:
    """The shares in a sentence that don't follow from part and whole, or exceed the whole."""
    for form in _FORMS:
        for found in form.finditer(sentence.text):
            part, whole, share = (
                sentence.facts[int(found[name])] for name in ("part", "whole", "share")
            )
            if _is_share(part, whole, share) and not _fits(part, whole, share, slack=ROUNDED):
                sure = not _fits(part, whole, share, slack=SURELY)
                made = f"{plain(number_of(part) / number_of(whole) * 100)} percent"
                yield Reckoning(share, (part, whole), made, SURE if sure else LIKELY, _TOPIC)
    yield from _rest(sentence)
    yield from _for_and_against(sentence)


def _is_share(part: Fact, whole: Fact, share: Fact) -> bool:
    if amount(share).dimension not in ("percent", "ratio") or amount(share).unit == "times":
        return False
    dimensions = {amount(part).dimension, amount(whole).dimension}
    if not (dimensions <= {"count", "number"} or dimensions == {"money"}):
        return False
    same = alike(part, whole) or dimensions <= {"count", "number"}
    return same and not has_bound(part, whole) and min(number_of(part), number_of(whole)) > 0


def _fits(part: Fact, whole: Fact, share: Fact, *, slack: float) -> bool:
    stated = stated_range(share, slack=slack)
    if amount(share).dimension == "ratio":
        # Fractions in words are good to some percentage points: "two-thirds" may be 65%.
        stated = Range(stated.low * 100 - 5 * slack, stated.high * 100 + 5 * slack)
    return any(
        Range(one.low / two.high * 100, one.high / max(two.low, 1e-9) * 100).meets(stated)
        for one, two in scaled_pairs(part, whole, slack=max(slack / 2, 0.5))
    )


def _rest(sentence: Masked) -> Iterator[Reckoning]:
    """ "60 percent ... the remaining 45 percent"."""
    percents = [fact for fact in sentence.facts if amount(fact).dimension == "percent"]
    for found in _REMAINING.finditer(sentence.text):
        one, two = (sentence.facts[int(found[name])] for name in ("share", "rest"))
        if len(percents) == 2 and percents == [one, two] and not has_bound(one, two):
            summed = stated_range(one, slack=1.0) + stated_range(two, slack=1.0)
            if not summed.meets(Range(100.0, 100.0)):
                made = f"{plain(100 - number_of(one))} percent"
                yield Reckoning(two, (one,), made, LIKELY + 0.1, _TOPIC)


def _for_and_against(sentence: Masked) -> Iterator[Reckoning]:
    """ "62 percent voted for and 45 percent against"."""
    for found in _OPPOSED.finditer(sentence.text):
        one, two = (sentence.facts[int(found[name])] for name in ("share", "rest"))
        if any(amount(fact).dimension != "percent" for fact in (one, two)) or has_bound(one, two):
            continue
        if _FOR.search(found["gap"]) and _AGAINST.search(found["after"]):
            summed = stated_range(one, slack=1.0) + stated_range(two, slack=1.0)
            if summed.low > 100:
                made = f"at most {plain(100 - number_of(one))} percent"
                yield Reckoning(two, (one,), made, LIKELY + 0.1, _TOPIC)
