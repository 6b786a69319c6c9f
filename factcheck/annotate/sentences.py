"""Sentences and tokens of tier 0: inside one block, by punctuation, with offsets into the original."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.nouns import Token
from factcheck.model import Span

_END = re.compile(r"[.!?]{1,3}[\"')\]]{0,3}(?=\s|$)")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen col lt sgt capt maj cmdr adm hon rev fr st ave rd blvd mt ft "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc ltd corp co llc plc bros no nos vs v etc e.g i.e approx est dept univ assn al jr sr cf "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb "
    "nev okla ore pa tenn tex va vt wash wis wyo fig vol pp ed eds op art sec".split()
)
_WORD = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)?(?:-[^\W\d_]+(?:'[^\W\d_]+)?)*"  # words, hyphened compounds
    r"|[£$€¥₹]?\d+(?:[.,]\d+)*"  # numbers
    r"|\.{3}|\S"
)


def split_sentences(shadow: str, block: Span) -> Iterator[Span]:
    """The sentences of one block as spans without outer white space."""
    start = block.start
    text = shadow[block.start : block.end]
    for match in _END.finditer(text):
        if _ends_sentence(text, match):
            end = block.start + match.end()
            yield from _trimmed(shadow, start, end)
            start = end
    yield from _trimmed(shadow, start, block.end)


def _trimmed(shadow: str, start: int, end: int) -> Iterator[Span]:
    while start < end and shadow[start].isspace():
        start += 1
    while end > start and shadow[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    following = text[match.end() : match.end() + 12].lstrip()
    if not following:
        return True
    first = following[0]
    if first.islower():
        return False
    if not mark.startswith(".") or len(mark.rstrip("\"')]")) > 1:
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    word = re.split(r"[\s(\"'\[]", before)[-1] if before else ""
    lower = word.lower().rstrip(".")
    if lower in _ABBREVIATIONS:
        # "St. Louis", "No. 5", "Dec. 7"; "Inc. The" ends a sentence when a function word follows.
        return lower in {"inc", "ltd", "corp", "co", "etc", "plc"} and _opens_sentence(following)
    if len(lower) == 1 and lower.isalpha():
        return lower == "i" and _opens_sentence(following)
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return _opens_sentence(following)
    return True


_OPENERS = frozenset(
    "The A An In On At It He She They We I But And This That These Those There His Her Its Their "
    "For If When While After Before As With By From To Since Although However".split()
)


def _opens_sentence(following: str) -> bool:
    return re.split(r"\W", following, maxsplit=1)[0] in _OPENERS or following[0] in "\"'"


def tokenize(shadow: str, sentence: Span) -> tuple[Token, ...]:
    """Tier-0 tokens of one sentence: words, numbers and punctuation marks, possessive split off."""
    found: list[Token] = []
    for match in _WORD.finditer(shadow, sentence.start, sentence.end):
        text, start = match.group(), match.start()
        if text[-2:] in ("'s", "'S") and len(text) > 2:
            cut = start + len(text) - 2
            found.append(Token(text[:-2], start, cut, lemma_of(text[:-2])))
            found.append(Token("'s", cut, match.end(), "'s"))
        else:
            found.append(Token(text, start, match.end(), lemma_of(text)))
    return tuple(found)
