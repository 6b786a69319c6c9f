"""The words of English dates: names of months, weekdays and seasons, and pieces of pattern."""

from __future__ import annotations

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# A season's first month, northern half of the globe (meteorological seasons).
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_NUMBERS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
)
NUMBERS = {word: value for value, word in enumerate(_NUMBERS, start=1)} | {
    "a": 1,
    "an": 1,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
}

_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
)
ORDINALS = {word: value for value, word in enumerate(_ORDINALS, start=1)}

# The date on which a feast falls every year: (month, day).
FEASTS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "st patrick's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
}

MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?)"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
WEEKDAY_SHORT = r"(?:mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
DAY_TH = DAY + r"(?:\s?(?:st|nd|rd|th)\b)?"
YEAR = r"(?:1\d|20)\d{2}"
PART = r"(?:early|earlier|mid|middle|late|later)"
DAYPART = r"(?:morning|lunchtime|afternoon|evening|night)"
CLOCK = (
    r"(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d){0,2}\s?(?:[ap]\.m\.|[ap]m\b)"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s(?:gmt|bst|utc|cet|hours)\b)|noon\b|midnight\b)"
    r"(?:\s?(?:gmt|bst|utc|cet|cest|est|edt|pst|pdt|et|pt)\b)?"
)
COUNT = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
UNIT = r"(?:minute|hour|day|week|fortnight|month|year|decade|century)"
ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + r")"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation in any case; ValueError for another word."""
    start = word.lower()[:3]
    for number, name in enumerate(MONTH_NAMES, start=1):
        if name.lower().startswith(start):
            return number
    raise ValueError(f"not a month: {word}")


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation; raises ValueError for another word."""
    start = word.lower()[:3]
    for number, name in enumerate(WEEKDAY_NAMES):
        if name.lower().startswith(start):
            return number
    raise ValueError(f"not a weekday: {word}")


def count_number(word: str) -> int:
    """The value of "3", "three", "a"; raises KeyError for a word that is no number."""
    return int(word) if word.isdecimal() else NUMBERS[word.lower()]


def ordinal_number(word: str) -> int:
    """The value of "19th" or "nineteenth"; raises KeyError for a word that is no ordinal."""
    low = word.lower()
    return int(low[:-2]) if low[:-2].isdecimal() else ORDINALS[low]
