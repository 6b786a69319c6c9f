"""FC106 ordinal-ending: an ordinal whose figure and ending disagree ("2rd", "41th")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.model import BlockKind, Finding, Location, Severity, Span
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

_ORDINAL = re.compile(
    r"(?<![\w.,/:@#-])(?P<figure>\d{1,3}(?:,\d{3}){0,3}|\d{4,12})(?P<ending>st|nd|rd|th)(?![\w'@/])"
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ORDER = {"st": "first", "nd": "second", "rd": "third"}
# "She lost 2st", "a 14st prop": British weights in stones, from a baby's to a wrestler's.
_STONES = range(1, 61)
_WEIGHED = re.compile(
    r"\b(?:weigh\w*|los[est]\w*|shed\w*|gain\w*|drop\w*|slim\w*|pile\w*|put\son|under|over|about|"
    r"around|nearly|almost|than|of|from|to|at|a|an|was|is|by)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[\s-]([^\W\d_]+)")
_OF_WEIGHT = frozenset("weight loss lighter heavier overweight lb lbs man woman".split())


def ending_of(number: int) -> str:
    """The ending of an ordinal: st, nd, rd or th; 11 to 13 take th."""
    return "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each ordinal in figures with the ending of another number."""
    for document in corpus.readable.values():
        shadow = shadow_of(document.text)
        for block in document.blocks:
            if block.kind in (BlockKind.CODE, BlockKind.FURNITURE):
                continue
            for match in _ORDINAL.finditer(shadow, block.span.start, block.span.end):
                number = int(match["figure"].replace(",", ""))
                wanted = ending_of(number)
                if match["ending"] == wanted or _is_weight(match, number, shadow):
                    continue
                span = Span(match.start(), match.end())
                yield make_finding(
                    corpus,
                    code=RULE.code,
                    rule=RULE.name,
                    severity=RULE.severity,
                    confidence=0.95,
                    message=_message(match["figure"], match["ending"], wanted),
                    primary=Location(document.name, span),
                    values=(document.slice(span),),
                    topic=document.slice(span),
                )


def _message(figure: str, ending: str, wanted: str) -> str:
    other = f"; the ending is that of “{_ORDER[ending]}”" if ending in _ORDER else ""
    return f"{figure} takes the ending “{wanted}”{other}: figure or ending is wrong"


def _is_weight(match: re.Match[str], number: int, shadow: str) -> bool:
    """Whether "st" may stand for stones: after a verb of weighing, or with no noun behind it."""
    if match["ending"] != "st" or number not in _STONES:
        return False
    following = _NEXT.match(shadow, match.end())
    word = following[1].lower() if following else ""
    if not word or word in FUNCTION_WORDS or word in _OF_WEIGHT:
        return True
    return bool(_WEIGHED.search(shadow[max(0, match.start() - 40) : match.start()]))


RULE = Rule(
    code="FC106",
    name="ordinal-ending",
    summary="An ordinal whose figure and ending disagree.",
    severity=Severity.WARNING,
    check=check,
    sic=True,
)
