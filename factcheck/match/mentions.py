"""The names in a sentence, by the words they stand on, and what sort of thing each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.data.places import countries, demonyms, places
from factcheck.annotate.pieces import fold
from factcheck.annotate.plain_words import PlainWord
from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.model import Claim, Fact, FactKind, PersonValue

PEOPLE, PERSON, PLACE, UNKNOWN = "people", "person", "place", "unknown"
_PARTS = re.compile(r"[\s.-]+")
_LINKS = frozenset("of the de la du von van al bin ibn der den da del".split())
_NUMBERED = frozenset("war part phase type class division volume act stage level tier".split())
# A number of one figure; "beat Holm 2-0" has a score behind the name.
_NUMBER_BEHIND = re.compile(r"\s?\d[\d.,]*(?![\d.,]*[-–]\d)")
# More capitals than this in a row are no initials.
_INITIALS = 6


@dataclass(frozen=True, slots=True)
class Mention:
    """Words `first` to `last` (exclusive) of a sentence that are a name.

    `written` are they as they stand, `name` the words of the document's fullest form, `kind` is
    person, organisation, place, unknown, or "people" for an adjective of nationality.
    """

    first: int
    last: int
    written: tuple[str, ...]
    name: tuple[str, ...]
    kind: str


def mentions_of(claim: Claim, words: Sequence[PlainWord], text: str) -> tuple[Mention, ...]:
    """The names among `words`, those of `claim` in its document's `text`, in order."""
    persons = [fact for fact in claim.facts if fact.kind is FactKind.PERSON]
    names = [tuple(part for part in _PARTS.split(name) if part) for name in claim.names]
    return tuple(_mentions(words, text, persons, names))


def _mentions(
    words: Sequence[PlainWord],
    text: str,
    persons: Sequence[Fact],
    names: Sequence[tuple[str, ...]],
) -> Iterator[Mention]:
    known = {fold(part) for name in names for part in name}
    index = 0
    while index < len(words):
        last = index
        while last < len(words) and _belongs(text, words, last, known, opened=last > index):
            last += 1
        # A link at the end of a run ("Bank of") is none of it.
        while last > index and not text[words[last - 1].start].isupper():
            last -= 1
        if last == index and _written(text, words[index]) in demonyms():
            # Adjectives of nationality and creed are no names, but stand in the place of one.
            last += 1
        if last == index:
            index += 1
            continue
        mention = _mention(words[index:last], index, text, persons, names)
        if mention is not None:
            yield mention
        index = last


def _belongs(
    text: str, words: Sequence[PlainWord], index: int, known: set[str], *, opened: bool
) -> bool:
    """Whether a word goes on with a name, or begins one."""
    word = words[index]
    if opened and not _joined(text, words[index - 1], word):
        return False
    if not text[word.start].isupper():
        return opened and word.text in _LINKS and word.text in known
    if word.text == "i":
        # "World War I" against the pronoun.
        return opened and words[index - 1].text in _NUMBERED
    return fold(word.text.removesuffix("'s")) in known


def _joined(text: str, before: PlainWord, word: PlainWord) -> bool:
    """Whether nothing but white space, a hyphen or a full stop parts two words."""
    if before.text.endswith("'s"):
        return False
    return not text[before.end : word.start].strip(" .-‐‑\n\t")


def _mention(
    words: Sequence[PlainWord],
    first: int,
    text: str,
    persons: Sequence[Fact],
    names: Sequence[tuple[str, ...]],
) -> Mention | None:
    written = tuple(_written(text, word) for word in words)
    if CALENDAR_WORDS & {word.lower() for word in written} or _is_display(written):
        return None
    if _NUMBER_BEHIND.match(text, words[-1].end):
        # "Formula 1": what follows belongs to the name and is read as a figure.
        return None
    folded = {fold(word) for word in written}
    whole = next((name for name in names if folded <= {fold(part) for part in name}), written)
    return Mention(first, first + len(words), written, whole, _kind(words, written, persons))


def _written(text: str, word: PlainWord) -> str:
    return text[word.start : word.end].removesuffix("'s").removesuffix("’s")


def _is_display(written: tuple[str, ...]) -> bool:
    """Whether capitals say nothing: several words in capitals throughout."""
    letters = "".join(written)
    return len(written) > 1 and letters.isupper() and len(letters) > _INITIALS


def _kind(words: Sequence[PlainWord], written: tuple[str, ...], persons: Sequence[Fact]) -> str:
    phrase = " ".join(written)
    if phrase in demonyms():
        return PEOPLE
    for fact in persons:
        over = fact.span.start < words[-1].end and words[0].start < fact.span.end
        if over and isinstance(fact.value, PersonValue):
            return fact.value.entity_kind
    if phrase in places() or phrase in countries():
        return PLACE
    return UNKNOWN
