"""Whether an amount is a change ("by"), its end ("to") or its start ("from")."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.facts.lexemes import Lex, low_at

_MOVING = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing "
    "increase increases increased increasing decrease decreases decreased decreasing decline "
    "declines declined declining drop drops dropped dropping climb climbs climbed climbing jump "
    "jumps jumped jumping slip slips slipped slipping surge surges surged surging soar soars "
    "soared soaring plunge plunges plunged plunging tumble tumbles tumbled slump slumps slumped "
    "shrink shrinks shrank shrunk expand expands expanded expanding improve improves improved "
    "improving advance advances advanced edge edged dip dipped dips slide slides slid sliding "
    "sink sank sinks up down swell swelled swells widen widened narrow narrowed contract "
    "contracted ease eased".split()
)
"""Words of change whose amount is the change: "rose 10"."""

_MOVED = frozenset(
    "gain gains gained gaining lose loses lost losing cut cuts cutting raise raises raised raising "
    "lower lowers lowered lowering reduce reduces reduced reducing hike hikes hiked boost boosted "
    "boosts slash slashed slashes trim trimmed trims add added adds".split()
)
"""Transitive words: "cut 500 jobs" gives a level, "cut 10%" and "cut by 10" a change."""

_NOUNS = frozenset(
    "increase decrease rise fall drop decline gain jump growth reduction cut hike surge slump "
    "improvement boost raise".split()
)
_COMPARED = frozenset("greater increased reduced".split())
_SKIPPED = frozenset(
    "a an another further record total new fresh combined last prior previous year's".split()
)
_UNCHANGING = frozenset(("label", "ordinal", "score", "duration"))
_THAN = frozenset("than from on compared versus vs".split())
_SHARES = frozenset(("percent", "percentage point"))
_BEFORE_PARTICLE = frozenset("is are was were be been being , ( - ; million billion %".split())
"""What stands before an "up" or "down" that is no particle of a verb ("drew down $150 million")."""
_REACH = 14


def change_of(tokens: Sequence[Lex], start: int, last: int, dimension: str) -> str:
    """Give "by", "to", "from" or "" for the amount over lexemes `start` to `last`.

    `start` is that of its hedge, where it has one.
    """
    if dimension in _UNCHANGING:
        return ""
    if dimension in _COUNTED and _besides(tokens, start, last):
        return "by"
    while start > 1 and tokens[start - 1].low in _SKIPPED:
        start -= 1
    before = low_at(tokens, start - 1)
    if before in ("up", "down") and dimension not in _SHARES:
        return "by" if low_at(tokens, start - 2) in _BEFORE_PARTICLE else ""
    if before in _MOVING or (before in _MOVED and dimension in _SHARES):
        return "by"
    if before == "of" and low_at(tokens, start - 2) in _NOUNS:
        return "by"
    if before in ("by", "to", "from") and is_changing(tokens, start - 1):
        return before
    following = low_at(tokens, last)
    if following in _NOUNS or following in ("higher", "lower"):
        return "by"
    if following in _COMPARED and dimension in _SHARES:
        return "by"
    if following in ("more", "fewer", "less", "up", "down") and low_at(tokens, last + 1) in _THAN:
        return "by"
    return ""


_COUNTED = frozenset(("count", "number", "money"))
_BESIDES = frozenset("more additional extra further other another".split())


def _besides(tokens: Sequence[Lex], start: int, last: int) -> bool:
    """Whether an amount comes on top of others ("20 more people", "another 15")."""
    return low_at(tokens, last) in _BESIDES or low_at(tokens, start - 1) in _BESIDES - {"other"}


def is_changing(tokens: Sequence[Lex], start: int) -> bool:
    """Whether a word of change stands shortly before lexeme `start`, in the same clause."""
    for position in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = tokens[position]
        if token.text in (";", ":", "."):
            return False
        if token.low in _MOVING or token.low in _MOVED or token.low in _NOUNS:
            return True
    return False
