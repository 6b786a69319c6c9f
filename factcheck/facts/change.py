"""Whether an amount is a change ("by"), its end ("to") or its start ("from")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from factcheck.facts.lexemes import Lex


class _Measured(Protocol):
    @property
    def last(self) -> int: ...


_VERBS = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling grow grows grew grown "
    "growing increase increases increased increasing decrease decreases decreased decreasing "
    "decline declines declined declining drop drops dropped dropping climb climbs climbed "
    "climbing jump jumps jumped jumping slip slips slipped slipping gain gains gained gaining "
    "lose lost losing surge surges surged surging soar soars soared soaring plunge plunges "
    "plunged plunging tumble tumbles tumbled slump slumps slumped shrink shrinks shrank "
    "shrunk cut cuts cutting raise raises raised raising lower lowers lowered lowering reduce "
    "reduces reduced reducing expand expands expanded expanding improve improves improved "
    "improving advance advances advanced edge edged dip dipped dips slide slides slid sliding "
    "sink sank sinks up down swell swelled swells hike hikes hiked widen widened narrow "
    "narrowed contract contracted ease eased".split()
)
_NOUNS = frozenset(
    "increase decrease rise fall drop decline gain jump growth reduction cut hike surge slump "
    "improvement boost raise".split()
)
_AFTER = frozenset(["higher", "lower", "up", "down", "more", "fewer", "less"])
_REACH = 7


def change_of(tokens: Sequence[Lex], start: int, measure: _Measured) -> str:
    """ "by", "to", "from" or "" for the amount whose hedge or number begins at lexeme `start`."""
    before = tokens[start - 1].low if start else ""
    moving = _changing(tokens, start)
    if before in ("by", "of") and moving:
        return "by"
    if before == "to" and moving:
        return "to"
    if before == "from" and moving:
        return "from"
    if before in _VERBS:
        return "by"
    last = measure.last
    following = tokens[last].low if last < len(tokens) else ""
    after = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if following in _NOUNS or following in ("higher", "lower"):
        return "by"
    if following in _AFTER and after in ("than", "from", "on", "compared", "versus"):
        return "by"
    return ""


def _changing(tokens: Sequence[Lex], start: int) -> bool:
    """Whether a word of change stands shortly before, in the same clause."""
    for position in range(start - 1, max(start - 1 - _REACH, -1), -1):
        token = tokens[position]
        if token.text in ";:." and not token.glued:
            return False
        if token.low in _VERBS or token.low in _NOUNS:
            return True
    return False
