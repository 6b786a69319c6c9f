"""How many items a written list holds.

Commas are ambiguous, so a list is counted as a range: the fewest and the most items that its commas
and "and"s allow. A list that may be no list, or not a full one, is not counted at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

COUNT = "|".join(NUMBERS)
"""The numbers in words, as an alternative of expressions."""
LONGEST = 600
"""The longest list that is counted, in code points."""
# A name, with plain nouns behind it or not: "the Harrow family", "Holt leisure centre".
_NAME = re.compile(
    r"(?:(?:the|of|de|la|le|von|van|upon|on|in) |[A-Z][\w'’.-]* ?){1,6}"
    r"(?:(?<= )[a-z]{3,12}(?: (?=[a-z])|$)){0,2}"
)
# "Friday 5", "12 December".
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day ?)?(?:(?:the )?\d{1,2}(?:st|nd|rd|th)? ?)?"
    r"(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)?"
)
_TITLE = re.compile(r"\"[^\"]{1,80}\"(?:\s\(\d{4}\))?")
_TITLES = re.compile(r"Title(?:,\sTitle){0,20},?\s(?:and|or|&)\sTitle")
_COUNTED_ITEM = re.compile(
    rf"(?:and\s)?(?P<count>{COUNT}|one|[1-9]\d?)\s(?:of|for|in|from|on|against|by)\s",
    re.IGNORECASE,
)
_NOT_FULL = re.compile(
    r"(?i)\b(?:including|includes?|such as|among them|among others|notably|e\.g|for example"
    r"|for instance|etc|and so on|and more|particularly|especially|either|both|neither|plus"
    r"|as well as|along with|which|who|whose|that|where)\b"
)
_VERB = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did"
    r"|says?|said|he|she|they|we|i|you|it)\b|n't\b|'(?:s|re|ve|ll)\s(?:a|an|the|not|been|no)\b"
)
# Each item may hold a list of its own: "one for Tarn and Aldham, the other for Corvel and Lindal".
_ONE_AND_OTHER = r"(?i)(?:the\s)?(?:one|first)\s.*\s(?:other|another|second)\s"
_HARD = re.compile(r"[\"“”()\[\]:?!\ue000]|\s[-–—]+\s|—|\d,\d{3}|\.\s")
_ITEM_WORDS = 9


@dataclass(frozen=True, slots=True)
class Counted:
    """How many items a list holds, at least and at most, by its separators."""

    fewest: int
    most: int


def count_names(listed: str) -> Counted | None:
    """The number of names in a list of names and nothing else; None for any other list.

    "Bell and Orr" may be one firm.
    """
    text = listed.strip().rstrip(".").strip()
    segments = re.split(r",\s(?:and\s|or\s)?", text)
    items = [item for segment in segments for item in re.split(r"\s(?:and|or)\s", segment)]
    joined = re.search(r"\s(?:and|or)\s", text)
    if not joined or len(text) > LONGEST:
        return None
    if all(map(_DAY.fullmatch, items)):
        return Counted(len(items), len(items))
    if not all(map(_NAME.fullmatch, items)):
        return None
    return Counted(len(segments), len(items))


def counted_items(listed: str) -> int | None:
    """The sum of a list whose items each begin with their number, "three of fraud and one of
    theft"; None for any other list."""
    text = listed.strip().rstrip(".").strip()
    if len(listed) > LONGEST or _HARD.search(text) or _NOT_FULL.search(text):
        return None
    items = [
        item for part in text.split(",") for item in re.split(r"\sand\s(?=\w+\s(?:of|for)\s)", part)
    ]
    matches = [_COUNTED_ITEM.match(item.strip()) for item in items if item.strip()]
    if len(matches) < 2:
        return None
    return sum(number_of(match["count"]) for match in matches if match) if all(matches) else None


def count_items(listed: str) -> Counted | None:
    """The number of items in `listed`, the rest of the sentence after the announcement.

    None when it is not cleanly a list of short noun phrases: verbs, brackets, quotations, relative
    clauses, or words that say the list is not full ("including").
    """
    # A title counts as one word, whatever it says.
    text = _TITLE.sub("Title", listed.strip().rstrip(".").strip())
    if _TITLES.fullmatch(text):
        return Counted(text.count("Title"), text.count("Title"))
    if (
        len(listed) > LONGEST
        or not text
        or _HARD.search(text)
        or _NOT_FULL.search(text)
        or _VERB.search(text)
        or re.match(_ONE_AND_OTHER, text)
    ):
        return None
    if ";" in text:
        items = [item for item in text.split(";") if item.strip()]
        return Counted(len(items), len(items)) if len(items) > 1 else None
    segments = [segment.strip() for segment in text.split(",")]
    if len(segments) < 2 or not all(segments):
        return None
    last = segments[-1]
    oxford = re.match(r"(?:and|or|&)\s", last)
    if any(len(segment.split()) > _ITEM_WORDS for segment in segments):
        return None
    inner = [len(re.findall(r"\s(?:and|or|&)\s", segment)) for segment in segments]
    if not oxford and inner[-1] == 0:
        # A list without "and" may be cut, or an apposition.
        return None
    if oxford:
        # "a, b, and c": each comma separates, unless an item holds an apposition.
        return Counted(len(segments), len(segments) + sum(inner))
    # "a, b and c": the last segment holds two items, or one with "and" inside.
    return Counted(len(segments), len(segments) + sum(inner))


def number_of(word: str) -> int:
    """The number that a word or figures name; ValueError for any other word."""
    lower = word.lower()
    return 1 if lower == "one" else NUMBERS.get(lower) or int(lower)
