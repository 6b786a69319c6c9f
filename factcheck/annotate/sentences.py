"""Sentences and tokens of tier 0: inside one block, by punctuation, offsets into the original."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.nouns import Token
from factcheck.model import Span

LONGEST_SENTENCE = 2_000
_END = re.compile(
    r"[.!?]{1,3}[\"')\]]{0,3}(?=\s|$)"
    # The space behind it is lost: "at noon.The crew".
    r"|(?:(?<=[a-z0-9][a-z0-9][a-z0-9])|(?<=[a-z][a-z][)\"])|(?<=[a-z] [IVX]))[.!?](?=[A-Z])"
    # The mark itself is lost: "by the war She left at once", "on Friday On Monday, she left".
    r"|(?<=[a-z][a-z][a-z])(?= (?:(?:He|She|They|It|We) [a-z]+ [a-z]"
    r"|(?:In|On|At|After|When) the [a-z]+ [a-z]|On [A-Z][a-z]+day, ))"
)
# Abbreviations that are no words, in any case.
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen gov gen lt sgt capt maj cmdr adm fr st ave rd blvd mt ft "
    "jan feb apr jun jul aug sep sept oct nov dec mon tue tues thu thur thurs fri "
    "inc ltd corp co llc plc bros vs v etc e.g i.e approx est dept univ assn al jr sr cf "
    "ariz calif colo conn del fla ga ind kan ky md mich minn mont neb nev okla tenn tex "
    "va vt wis wyo vol pp ed eds".split()
)
_FIRMS = frozenset("inc ltd corp co etc plc".split())
# Abbreviations that are words as well: in lower case they are the word ("she fell ill. Doctors
# …"). A title stands before a name, so what follows "Rep." is no new sentence.
_TITLES_OR_WORDS = frozenset("Rep Col Hon Rev REP COL HON REV".split())
_DATES_AND_STATES_OR_WORDS = frozenset(
    "Mar Wed Sat Sun Ala Ark Ill La Mass Miss Mo Ore Pa Wash MAR WED SAT SUN".split()
)
# These abbreviate nothing but what a number follows: "no. 5", "No. AB12", "Art. IV", but "modern
# art. It".
_NUMBERED_OR_WORDS = frozenset("no nos fig art sec op".split())
_NUMBER = re.compile(r"[A-Z-]{0,6}\d|(?!I\b)[IVXL]+\b")
_WORD = re.compile(
    r"[^\W\d_]+(?:'[^\W\d_]+)?(?:-[^\W\d_]+(?:'[^\W\d_]+)?)*"  # words, hyphened compounds
    r"|[£$€¥₹]?\d+(?:[.,]\d+)*"  # numbers
    r"|\.{3}|\S"
)


def split_sentences(shadow: str, block: Span) -> Iterator[Span]:
    """The sentences of one block as spans without outer white space."""
    start = block.start
    text = shadow[block.start : block.end]
    written = _capitals(text)
    for match in _END.finditer(text):
        if match.group() and not _ends_sentence(text, match, written):
            continue
        end = block.start + match.end()
        yield from _trimmed(shadow, start, end)
        start = end
    yield from _trimmed(shadow, start, block.end)


def _trimmed(shadow: str, start: int, end: int) -> Iterator[Span]:
    """What stands from `start` to `end`, without white space around it, cut where it is too long.

    No sentence is: it is a table without marks, or made to do harm. Whatever looks at one sentence
    may take the square of its length, and so stays in proportion to the length of the text.
    """
    while end - start > LONGEST_SENTENCE:
        cut = shadow.rfind(" ", start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE)
        middle = cut if cut >= 0 else start + LONGEST_SENTENCE
        yield from _bare(shadow, start, middle)
        start = middle
    yield from _bare(shadow, start, end)


def _bare(shadow: str, start: int, end: int) -> Iterator[Span]:
    while start < end and shadow[start].isspace():
        start += 1
    while end > start and shadow[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _capitals(text: str) -> frozenset[str]:
    """The words that stand with a capital behind white space; none where no mark lost its space."""
    if not _GLUED.search(text):
        return frozenset()
    return frozenset(_CAPITAL.findall(text))


def _ends_sentence(text: str, match: re.Match[str], written: frozenset[str]) -> bool:
    mark = match.group()
    if not text[match.end() : match.end() + 1].isspace() and match.end() < len(text):
        return _lost_its_space(text, match, written)
    following = text[match.end() : match.end() + 12].lstrip()
    if not following:
        return True
    first = following[0]
    if first.islower():
        return False
    if not mark.startswith(".") or len(mark.rstrip("\"')]")) > 1:
        return True
    before = text[max(0, match.start() - 24) : match.start()]
    word = _SPLIT.split(before)[-1] if before else ""
    lower = word.lower().rstrip(".")
    if lower in _NUMBERED_OR_WORDS:
        return not _NUMBER.match(following)
    if lower in _ABBREVIATIONS or word in _TITLES_OR_WORDS:
        # "St. Louis", "Dec. 7"; "Inc. The" ends a sentence when a function word follows.
        return lower in _FIRMS and _opens_sentence(following)
    if len(lower) == 1 and lower.isalpha():
        if _ROMAN.search(before):
            return True
        return not _opens_item(before, word) and _opens_with_function_word(following)
    if word in _DATES_AND_STATES_OR_WORDS or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):
        return _opens_sentence(following)
    return True


# Before the word at the end; "fled.Mrs" lost the space between its sentences.
_SPLIT = re.compile(r"[\s(\"'\[]|(?<=[a-z][a-z][a-z])\.(?=[A-Z])")
_OPENING = re.compile(r"([A-Z][a-z]+|[A-Z])(?:'[a-z]+)?(?=[\s,.])")
# "World War I. Holt": a number behind what is numbered, and no initial.
_ROMAN = re.compile(
    r"\b(?:War|Part|Phase|Act|Chapter|Volume|Book|Division|Class|Type|Grade|Level|Stage|Mark|Title"
    r"|Category|Schedule|Scene|Tier|Group) [IVX]$"
)
_GLUED = re.compile(r"[a-zA-Z0-9)\"][.!?][A-Z]")
_CAPITAL = re.compile(r"(?<!\S)[A-Z][a-z]+\b")
_NO_PROSE = re.compile(r"[./@:\\_#<>{}=]|\d[a-z]|[a-z]\d")


def _lost_its_space(text: str, match: re.Match[str], written: frozenset[str]) -> bool:
    """Whether a mark between two words ends a sentence, and no address ("Node.Js", "list.Add").

    Only a word tells that sentences open with, or one that is `written` with a capital elsewhere.
    """
    before = re.split(r"\s", text[max(0, match.start() - 40) : match.start()])[-1]
    following = _OPENING.match(text, match.end())
    if following is None or _NO_PROSE.search(before):
        return False
    return following.group() in _OPENERS or following[1] in written


_OPENERS = frozenset(
    "The A An In On At It He She They We I But And This That These Those There His Her Its Their "
    "For If When While After Before As With By From To Since Although However Nobody Nothing None "
    "Nor Not Both Some Many Each Then Or What Who Why Where Which Here Another Because Until Also "
    "Later Meanwhile You Everyone Someone".split()
)


def _opens_sentence(following: str) -> bool:
    return _opens_with_function_word(following) or following[0] in "\"'"


def _opens_with_function_word(following: str) -> bool:
    """Whether a sentence opens so that no name does; the "A." of "J. A. Holt" is an initial."""
    word = re.split(r"\W", following, maxsplit=1)[0]
    return word in _OPENERS and following[len(word) :][:1] != "."


def _opens_item(before: str, letter: str) -> bool:
    """Whether a single letter opens a line or a sentence: "A. The first reason is …"."""
    return before[: -len(letter)].rstrip()[-1:] in ("", ".", "!", "?", ":", ";")


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
