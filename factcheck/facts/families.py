"""Families of words: whether one word may be said for another.

A word, its synonyms, what it is a kind of, and other kinds of the same where there are few: reduced
from WordNet (Fellbaum 1998) by tools/wordnet_families.py.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from factcheck.annotate.lemma import lemma_of

# Kinds of one thing that are as many as this are told apart: persons, acts, places.
_MANY = 8
# Irregular past tenses and participles (Quirk et al., A Comprehensive Grammar of the English
# Language, 1985, 3.11-3.20) that the lemmas by rule leave as they are.
_PAST = {
    form: forms.split()[0]
    for forms in (
        "bear bore borne born/bite bit bitten/blow blew blown/bring brought/build built/burn burnt/"
        "catch caught/cling clung/creep crept/deal dealt/dig dug/draw drew drawn/dream dreamt/"
        "drink drank drunk/drive drove driven/eat ate eaten/feed fed/feel felt/fight fought/"
        "flee fled/fling flung/fly flew flown/forbid forbade forbidden/forget forgot forgotten/"
        "forgive forgave forgiven/freeze froze frozen/grind ground/hang hung/hear heard/"
        "hide hid hidden/keep kept/kneel knelt/know knew known/lay laid/lean leant/learn learnt/"
        "lend lent/light lit/mean meant/mistake mistook mistaken/overcome overcame/prove proven/"
        "ride rode ridden/ring rang rung/run ran/see saw seen/seek sought/shake shook shaken/"
        "shine shone/show shown/sing sang sung/sink sank sunk/sit sat/sleep slept/slide slid/"
        "speak spoke spoken/spin spun/spring sprang sprung/steal stole stolen/stick stuck/"
        "sting stung/strike struck/strive strove striven/swear swore sworn/sweep swept/"
        "swell swollen/swim swam swum/swing swung/teach taught/tear tore torn/think thought/"
        "throw threw thrown/tread trod trodden/understand understood/wake woke woken/"
        "wear wore worn/weave wove woven/weep wept/win won/wind wound/withdraw withdrew withdrawn"
    ).split("/")
    for form in forms.split()[1:]
}


def are_akin(left: str, right: str) -> bool | None:
    """Whether one word, in lower case, may be said for the other; None for a word that is not
    known."""
    mine, theirs = _families(_lemma(left)), _families(_lemma(right))
    if not mine or not theirs:
        return None
    for family, one, many in mine:
        for other, two, _ in theirs:
            if family == other and (one == two or not (one and two) or many < _MANY):
                return True
    return False


@lru_cache(maxsize=1)
def _text() -> str:
    text = resources.files("factcheck.facts.data").joinpath("families.txt").read_text("utf-8")
    return "".join(f"\n{line}" for line in text.splitlines() if not line.startswith("#")) + "\n"


@lru_cache(maxsize=4096)
def _families(lemma: str) -> tuple[tuple[int, int, int], ...]:
    """Where `lemma` stands: the family by its start, the group in it (0 for the words that it is
    of), and how many groups that has."""
    found: list[tuple[int, int, int]] = []
    text = _text() if lemma else ""
    for match in re.finditer(rf"(?<=[\n :;]){re.escape(lemma)}(?=[\n :;])", text):
        start = text.rfind("\n", 0, match.start()) + 1
        head, end = text.index(":", start), text.index("\n", start)
        group = 0 if match.start() < head else text.count(";", head, match.start()) + 1
        found.append((start, group, text.count(";", head, end) + 1))
    return tuple(found)


def _lemma(word: str) -> str:
    return _PAST.get(word) or lemma_of(word.removesuffix("'s"))
