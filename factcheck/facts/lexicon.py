"""Lexical knowledge of statements: antonyms, direction of change, verbs that deny.

Antonyms come from WordNet (Fellbaum 1998), reduced by tools/wordnet_antonyms.py; the direction
words are the closed set that financial and statistical reporting uses.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

UP = frozenset(
    "rise increase grow climb gain jump surge soar rally rebound recover improve advance expand "
    "accelerate up higher raise boost lift strengthen widen double triple growth upturn upgrade "
    "more greater high bigger larger".split()
)
DOWN = frozenset(
    "fall decrease drop decline slide dip shrink plunge slump tumble sink lose contract weaken "
    "slow down lower cut reduce narrow halve reduction downturn downgrade less fewer low smaller "
    "worsen deteriorate ease slip".split()
)
# Verbs whose complement did not happen, or is said not to be so (implicative and factive verbs:
# Karttunen, Implicative Verbs, Language 47, 1971).
DENYING = frozenset(
    "fail refuse deny decline forget neglect avoid refrain reject cease stop".split()
)
OUTCOMES = (
    ("acquit", "convict"),
    ("admit", "deny"),
    ("bail", "remand"),
    ("allow", "refuse"),
    ("allow", "dismiss"),
    ("uphold", "dismiss"),
    ("uphold", "quash"),
    ("grant", "refuse"),
    ("grant", "deny"),
    ("approve", "reject"),
    ("accept", "reject"),
    ("accept", "refuse"),
)
"""Opposites that a matter is decided by, once: a verdict, a plea, a vote, an application."""
# Pairs that a news desk treats as opposites and that WordNet does not link directly.
_MORE_PAIRS = (
    *OUTCOMES,
    ("support", "oppose"),
    ("back", "oppose"),
    ("confirm", "deny"),
    ("win", "lose"),
    ("beat", "lose"),
    ("praise", "criticise"),
    ("praise", "criticize"),
    ("applaud", "criticize"),
    ("applaud", "criticise"),
    ("allow", "ban"),
    ("allow", "forbid"),
    ("allow", "prevent"),
    ("permit", "ban"),
    ("arrest", "release"),
    ("pass", "fail"),
    ("stay", "resign"),
    ("remain", "resign"),
    ("profit", "loss"),
    ("guilty", "innocent"),
    ("before", "after"),
    ("above", "below"),
    ("exceed", "miss"),
    ("alive", "dead"),
    ("real", "fictional"),
    ("real", "imaginary"),
    ("survive", "die"),
    ("join", "leave"),
    ("join", "quit"),
    ("stay", "leave"),
    ("accept", "deny"),
    ("agree", "refuse"),
    ("agree", "disagree"),
    ("keep", "abandon"),
    ("keep", "lose"),
    ("save", "spend"),
    ("find", "lose"),
    ("start", "stop"),
    ("open", "close"),
    ("sell", "buy"),
    ("love", "hate"),
    ("help", "hinder"),
    ("protect", "endanger"),
    ("remain", "leave"),
    ("reopen", "close"),
    ("first", "last"),
    ("male", "female"),
    ("man", "woman"),
    ("old", "new"),
    ("boy", "girl"),
    ("single", "married"),
    ("public", "private"),
    ("early", "late"),
    ("maximum", "minimum"),
    ("largest", "smallest"),
    ("best", "worst"),
    ("most", "least"),
    ("major", "minor"),
)


@lru_cache(maxsize=1)
def _antonyms() -> frozenset[tuple[str, str]]:
    text = resources.files("factcheck.facts.data").joinpath("antonyms.txt").read_text("utf-8")
    pairs = {
        (fields[1], fields[2])
        for line in text.splitlines()
        if not line.startswith("#") and len(fields := line.split()) == 3
    }
    pairs.update((min(pair), max(pair)) for pair in _MORE_PAIRS)
    return frozenset(pairs)


def are_antonyms(left: str, right: str) -> bool:
    """Whether two lemmas are opposites, or words of opposite direction."""
    if left == right:
        return False
    if right in antonyms_of(left):
        return True
    return direction_of(left) * direction_of(right) < 0


@lru_cache(maxsize=1)
def _antonyms_by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, two in _antonyms():
        found.setdefault(one, set()).add(two)
        found.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


def antonyms_of(lemma: str) -> frozenset[str]:
    """The opposites of a lemma that the list names; directions aside."""
    return _antonyms_by_word().get(lemma, frozenset())


def direction_of(lemma: str) -> int:
    """+1 for a word of rising, -1 for a word of falling, 0 for any other."""
    return 1 if lemma in UP else -1 if lemma in DOWN else 0
