"""What a number counts: the noun it modifies, by the parse or by the words that follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.annotate.nouns import Sentence, Token
from factcheck.facts.number_words import ORDINALS


class Counted(NamedTuple):
    """The lemma of the thing counted, and the token index after it (`last`, exclusive)."""

    unit: str
    last: int


_IRREGULAR = {
    "people": "people",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "police": "police",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "wolves": "wolf",
    "thieves": "thief",
    "halves": "half",
    "troops": "troops",
    "staff": "staff",
    "personnel": "personnel",
    "crew": "crew",
    "aircraft": "aircraft",
    "sheep": "sheep",
    "fish": "fish",
    "series": "series",
    "species": "species",
    "runs": "run",
    "buses": "bus",
    "gases": "gas",
    "shoes": "shoe",
    "movies": "movie",
    "cookies": "cookie",
}
_NO_PLURAL = ("ss", "us", "is", "'s")
_STOP = frozenset(
    "the a an of in on at to for from by with and or but as than that which who when while "
    "after before was were is are be been has have had will would could can may might more "
    "less other others not he she it they we you i his her its their our this these those "
    "said says also".split()
)
_STATES = frozenset(
    "killed dead injured wounded missing arrested hurt hospitalized hospitalised rescued "
    "detained died displaced evacuated infected ill sick alive".split()
)
_DETERMINERS = frozenset("the their his her its our these those".split())
_REACH = 5


def counted_by(sentence: Sentence, number: int, after: int) -> Counted:
    """What the number whose last token is `number` counts; `after` is the token index after it."""
    if [token.text for token in sentence.tokens[after : after + 2]] == ["-", "strong"]:
        return Counted("", after)
    if sentence.parsed:
        found = _by_parse(sentence.tokens, number)
        if found is not None:
            return found
    return _by_order(sentence.tokens, number, after)


def singular(low: str) -> str:
    """The singular of a lower-case plural noun by rule ("countries" gives "country")."""
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(_NO_PLURAL) and len(low) > 2:
        return low[:-1]
    return low


def _by_parse(tokens: Sequence[Token], number: int) -> Counted | None:
    """The noun above the number through nummod, quantmod and compound links."""
    index = number
    for _ in range(4):
        head = tokens[index].head
        if head == index or head < 0:
            return None
        if tokens[index].dep not in (
            "nummod",
            "quantmod",
            "compound",
            "amod",
            "nmod",
            "npadvmod",
            "poss",
        ):
            return None
        owned = head + 1 < len(tokens) and tokens[head + 1].text in ("'s", "'")
        if head > number and tokens[head].pos in ("NOUN", "PROPN") and not owned:
            return _accepted(tokens, number, head)
        index = head
    return None


def _accepted(tokens: Sequence[Token], number: int, head: int) -> Counted | None:
    """The noun at `head` as the thing counted, unless marks part it from the number.

    A singular can only be counted by "one" or through a hyphen; else the tagger erred.
    """
    between = [token.text for token in tokens[number + 1 : head]]
    if head - number > _WIDEST or any(mark in _PARTING for mark in between):
        return None
    token = tokens[head]
    low = token.text.lower()
    many = token.tag in ("NNS", "NNPS") or low.endswith("s") or low in _IRREGULAR
    if _leads_on(tokens, head):
        return None
    one = tokens[number].text.lower() in ("one", "1") or _is_ordinal(tokens, number)
    if not (many or one or "-" in between):
        return None
    return Counted(_lemma(token), head + 1)


def _leads_on(tokens: Sequence[Token], head: int) -> bool:
    """Whether a singular opens a compound that lost its hyphen: one rocket propelled launcher."""
    if tokens[head].tag not in ("NN", "NNP") or head + 2 >= len(tokens):
        return False
    behind = tokens[head + 2]
    joined = tokens[head + 1].text.lower() in _JOINING
    return joined and behind.text.isalpha() and behind.text.lower() not in _STOP


# Participles that stand behind a noun in compounds: rocket-propelled, police-led, coal-fired.
_JOINING = frozenset(
    "propelled powered guided led based backed owned driven funded controlled operated fired "
    "mounted".split()
)
_PARTING = frozenset(',;:()"')
_WIDEST = 7


def _lemma(token: Token) -> str:
    """The lemma; some plurals keep their own ("people"), as the comparison of slots expects."""
    low = token.text.lower()
    if token.pos == "PROPN" or token.lemma.lower() == low:
        return singular(low)
    return low if low in ("people", "troops") else token.lemma.lower()


def _by_order(tokens: Sequence[Token], number: int, after: int) -> Counted:
    """Without a parse: the word glued by a hyphen, a state ("killed"), or the next plural."""
    if after + 1 < len(tokens) and tokens[after].text == "-":
        word = tokens[after + 1].text.lower()
        return Counted(singular(word) if word.isalpha() else "", after + 2)
    if _is_ordinal(tokens, number) and after < len(tokens):
        word = tokens[after].text
        return Counted(singular(word.lower()), after + 1) if word.islower() else Counted("", after)
    for index in range(after, min(after + _REACH, len(tokens))):
        text = tokens[index].text
        low = text.lower()
        if index == after and low == "of":
            continue
        if index == after + 1 and tokens[after].text == "of" and low in _DETERMINERS:
            continue
        if low in _STATES and index == after:
            return Counted("", after)
        if not low.replace("-", "").isalpha() or low in _STOP:
            return _last_word(tokens, number, after, index)
        plural = low in _IRREGULAR or (low.endswith("s") and not low.endswith(_NO_PLURAL))
        if plural and text.islower():
            return Counted(singular(low), index + 1)
    return Counted("", after)


def _is_ordinal(tokens: Sequence[Token], number: int) -> bool:
    low = tokens[number].text.lower()
    return low in ORDINALS or (low[:1].isdigit() and low.endswith(("st", "nd", "rd", "th")))


def _last_word(tokens: Sequence[Token], number: int, after: int, stop: int) -> Counted:
    """After "one", the last of one or two words up to a stop ("one young victim was")."""
    one = tokens[number].text.lower() in ("one", "1")
    if one and 0 < stop - after <= 2 and tokens[after].text.lower() not in _STATES:
        word = tokens[stop - 1].text
        if word.islower() and len(word) > 2 and not word.endswith(("ed", "ly", "ing")):
            return Counted(singular(word), stop)
    return Counted("", after)
