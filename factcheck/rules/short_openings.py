"""The subject at the head of a short text: "Ada Pike", "the film", "it"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from factcheck.annotate.lemma import lemma_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.kinds_of_thing import kind_of_thing

_VERBS = frozenset(
    "is are was were be has have had will would did does do can could may might must should"
    " began became".split()
)
_LEADING = frozenset(
    "in on at during after before since following as from by while when despite until between "
    "throughout according for with under like unlike because although though".split()
)
# Some of several, or one not told of before.
_INDEFINITE = frozenset(
    "a an some several many few most all any other another one two three no both every each "
    "there".split()
)
_PARTICIPLE = re.compile(r"[A-Z][a-z]+(?:ed|en|rn|ing)\s(?:by|in|as|for|at|with|to|mostly)\s")
# "1992 was the year when Holt …".
_CLEFT = re.compile(
    r"\d{4}\s(?:is|was)\sthe\s(?:year|month|day|date)\s(?:when|that|in\swhich|on\swhich)\s"
)
_BREAK = re.compile(r"[(,;:]")
LINKS = frozenset("of the and de la du von van al bin ibn der den in for to at".split())
# With the marks that a letter may be written with apart ("e" and an acute).
_LETTER = r"[^\W_][\u0300-\u036f]*"
WORD = re.compile(rf"(?:{_LETTER})+(?:[.'’-](?:{_LETTER})+)*")
_DETERMINERS = frozenset("the a an his her its their this that these those".split())

_PREPOSITIONS = frozenset("in on at for to with under from by as into over of".split())
_LEAST_VERB = 3


def small(word: str) -> str:
    """A word in lower case, its accents composed, however they were written."""
    return unicodedata.normalize("NFC", word.lower())


def opening_of(text: str, verbs: frozenset[str]) -> tuple[str, ...]:
    """The subject: the words up to the first verb, with "the" kept only before a common noun.

    In lower case; empty where it isn't clear. `verbs` are the lemmas of those that were parsed.
    """
    starts = _starts(text)
    for start in starts:
        words, behind = _subject(text, start, verbs)
        if len(starts) == 1 or (words and _is_verb(behind, verbs)):
            return tuple(small(word).removesuffix("'s") for word in words)
    if not starts or _PARTICIPLE.match(text):
        return ()
    words, _ = _subject(text, starts[0], verbs)
    return tuple(small(word).removesuffix("'s") for word in words)


def follows_verb(text: str, opening: Sequence[str]) -> bool:
    """Whether the word behind the subject at the head of a whole sentence has a verb's form.

    "Norrow Nights airs on Delta.": an ending of a verb before a determiner or a preposition.
    """
    if not text.rstrip().endswith("."):
        return False
    words = [small(word) for word in WORD.findall(text)]
    at = len(opening) + (words[:1] == ["the"] and opening[:1] != ("the",))
    if len(words) <= at + 1 or words[at - len(opening) : at] != list(opening):
        return False
    if words[at] in _VERBS:
        return True
    ended = len(words[at]) > _LEAST_VERB and words[at].endswith(("s", "ed"))
    return ended and words[at + 1] in _DETERMINERS | _PREPOSITIONS


def _is_verb(word: str, verbs: frozenset[str]) -> bool:
    lower = word.lower()
    return lower in _VERBS or lemma_of(lower) in verbs


def _starts(text: str) -> list[int]:
    """Where the subject may start: the head, or behind a comma of "In 1986," and the like."""
    first = WORD.search(text)
    if first is None or _is_indefinite(text, first):
        return []
    cleft = _CLEFT.match(text)
    if cleft:
        return [cleft.end()]
    if first.group().lower() not in _LEADING and not _PARTICIPLE.match(text):
        return [0]
    return [comma.start() for comma in re.finditer(",", text)]


def _is_indefinite(text: str, first: re.Match[str]) -> bool:
    """Whether the sentence opens with some of several; a title may open with such a word."""
    behind = WORD.search(text, first.end())
    if first.group().lower() not in _INDEFINITE:
        return False
    quoted = text[: first.start()].strip() != ""
    return behind is None or (behind.group()[0].islower() and not quoted)


def _subject(text: str, start: int, verbs: frozenset[str]) -> tuple[list[str], str]:
    """The words of the subject that begins at `start`, and the word behind them."""
    words: list[str] = []
    last, word = start, ""
    for match in WORD.finditer(text, start):
        word = match.group()
        apart = bool(words) and _BREAK.search(text, last, match.start()) is not None
        last = match.end()
        if apart or word.lower() in _VERBS:
            break
        common = len(words) == 1 and words[0].lower() == "the"
        if words and not common and word[0].islower() and word.lower() not in LINKS:
            if _is_left_open(words, word, verbs):
                words = _described(text, words, match, verbs)
            break
        words.append(word)
    if words and words[0].lower() == "the" and any(word[0].isupper() for word in words[1:]):
        del words[0]
    return words, word


def _is_left_open(words: list[str], behind: str, verbs: frozenset[str]) -> bool:
    """Whether "the port" goes on as "the port union": which one only its own text knows."""
    if len(words) != 2 or words[0].lower() != "the" or words[1][0].isupper():
        return False
    return lemma_of(behind.lower()) not in verbs and behind.lower() not in FUNCTION_WORDS


def _described(
    text: str, words: list[str], behind: re.Match[str], verbs: frozenset[str]
) -> list[str]:
    """What "the late film", "the film tells the …" are about; nothing where that isn't clear."""
    after = WORD.search(text, behind.end())
    if after and after.group().lower() in _DETERMINERS:
        # A noun has no determiner behind it: the word is a verb that the parse missed.
        return words
    noun = kind_of_thing(lemma_of(behind.group().lower()))
    verb = after is not None and _is_verb(after.group(), verbs)
    return [words[0], behind.group()] if noun and verb else []
