"""Attitudes: what one feels or thinks of something, for or against it.

The psych-verbs and judgment verbs of B. Levin, English Verb Classes and Alternations (1993),
classes 31 (amuse, admire, marvel) and 33 (judgment), parted by their sign, with the adjectives and
nouns of the same feelings. Two opposite ones are seldom told of one holder towards one thing.
"""

from __future__ import annotations

from functools import lru_cache

from factcheck.annotate.lemma import lemma_of

_FOR = frozenset(
    "admire adore amuse applaud appreciate approve attract calm celebrate charm cheer cherish "
    "comfort commend compliment delight enchant endorse enjoy enthral enthrall esteem excite "
    "exalt extol fascinate gladden hail honour honor impress like love please praise prize "
    "reassure rejoice relish respect revere reverence satisfy savour soothe support thrill "
    "treasure trust venerate welcome "
    "cheerful confident content delighted eager ecstatic elated enthusiastic fond glad grateful "
    "happy hopeful joyful joyous jubilant optimistic overjoyed proud relieved".split()
)
_AGAINST = frozenset(
    "abhor anger annoy appal appall bore bemoan blame blast castigate censure chide condemn "
    "criticise criticize decry denounce deplore depress deride despise detest disappoint "
    "discourage disdain disgust dishearten dislike dismay disapprove distress distrust dread "
    "embarrass enrage execrate fear frighten frustrate fault grieve harass hate horrify humiliate "
    "incense infuriate insult intimidate irk irritate lambast lament loathe malign mistrust mock "
    "mourn offend oppose outrage pity regret repel repulse resent revile ridicule rue sadden scare "
    "scorn scold shame shun sicken slam slate terrify trouble upset vilify worry "
    "afraid angry anxious ashamed bitter desperate furious gloomy hopeless hostile indignant "
    "miserable pessimistic reluctant sad sorrowful unhappy wary".split()
)
_FRIENDS = frozenset("admirer ally companion comrade fan friend supporter".split())
_FOES = frozenset("adversary antagonist critic enemy foe opponent".split())


_OPPOSITE = {"for": "against", "against": "for", "friend": "foe", "foe": "friend"}


def opposed(one: str, two: str) -> bool:
    """Whether two words, in lower case, tell opposite attitudes, or friend and foe."""
    return bool(pole_of(one)) and _OPPOSITE[pole_of(one)] == pole_of(two)


@lru_cache(maxsize=32768)
def pole_of(word: str) -> str:
    """What a word, in lower case, tells: "for", "against", "friend", "foe", else nothing."""
    lemma = lemma_of(word)
    if lemma in _FRIENDS or lemma in _FOES:
        return "friend" if lemma in _FRIENDS else "foe"
    sign = _sign(word)
    return "for" if sign > 0 else "against" if sign else ""


def opposite_pole(word: str) -> str:
    """The pole that words opposed to this one have; nothing for a word that tells no attitude."""
    return _OPPOSITE.get(pole_of(word), "")


def _sign(word: str) -> int:
    for form in (word, lemma_of(word), _verb_of(word)):
        if form in _FOR:
            return 1
        if form in _AGAINST:
            return -1
    return 0


def _verb_of(word: str) -> str:
    """The verb behind an adjective in -ed that is read as a word of its own: "repulsed"."""
    if not word.endswith("ed"):
        return ""
    stem = word.removesuffix("ed")
    candidates = (f"{stem}e", stem, f"{stem[:-1]}y" if stem.endswith("i") else "")
    return next((one for one in candidates if one in _FOR or one in _AGAINST), "")
