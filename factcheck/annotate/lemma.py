"""Lemmas by rule, for sentences that were not parsed (tier 0) and for folding words of two tiers.

Only regular inflection is undone, by the spelling rules of English as any grammar gives them (for
example Quirk et al., A Comprehensive Grammar of the English Language, 1985, 3.5-3.10 and
5.79-5.81).
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "was": "be",
    "were": "be",
    "is": "be",
    "are": "be",
    "am": "be",
    "been": "be",
    "has": "have",
    "had": "have",
    "did": "do",
    "does": "do",
    "done": "do",
    "said": "say",
    "says": "say",
    "went": "go",
    "gone": "go",
    "fell": "fall",
    "fallen": "fall",
    "rose": "rise",
    "risen": "rise",
    "grew": "grow",
    "grown": "grow",
    "won": "win",
    "lost": "lose",
    "beat": "beat",
    "beaten": "beat",
    "sold": "sell",
    "bought": "buy",
    "paid": "pay",
    "made": "make",
    "took": "take",
    "taken": "take",
    "gave": "give",
    "given": "give",
    "held": "hold",
    "met": "meet",
    "told": "tell",
    "found": "find",
    "left": "leave",
    "led": "lead",
    "began": "begin",
    "begun": "begin",
    "came": "come",
    "became": "become",
    "got": "get",
    "shot": "shoot",
    "sent": "send",
    "spent": "spend",
    "stood": "stand",
    "wrote": "write",
    "written": "write",
    "broke": "break",
    "broken": "break",
    "chose": "choose",
    "chosen": "choose",
    "dead": "die",
    "died": "die",
}
_KEEP = frozenset(
    "this his its yes us bus gas news series species means whereas always perhaps across less thus "
    "focus campus virus bonus status census chaos plus minus various previous serious religious "
    "during nothing something anything everything morning evening spring king bring ring thing "
    "sing wing need seed feed speed indeed hundred red bed fed shed breed".split()
)


@lru_cache(maxsize=65536)
def lemma_of(word: str) -> str:
    """The lemma of one word by rule, lower-cased; the word itself where no rule applies."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if len(lower) < 4 or lower in _KEEP or not lower.isalpha():
        return lower
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    if lower.endswith("ied") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith("ed") and len(lower) > 4:
        return _stem(lower[:-2])
    if lower.endswith("ing") and len(lower) > 5:
        return _stem(lower[:-3])
    return lower


def _stem(stem: str) -> str:
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith(
        ("at", "iz", "is", "us", "uc", "ag", "ov", "iv", "ang", "ud", "ur", "in", "as")
    ):
        return stem + "e"
    return stem
