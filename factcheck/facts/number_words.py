"""Number words of English: the tables that `factcheck.facts.numbers` reads by."""

from __future__ import annotations

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

UNITS: dict[str, int] = {word: value for value, word in enumerate(_UNITS, 1)}
TEENS: dict[str, int] = {word: value for value, word in enumerate(_TEENS, 10)}
TENS: dict[str, int] = {word: 10 * value for value, word in enumerate(_TENS, 2)}
SMALL: dict[str, int] = {**UNITS, **TEENS, **TENS, "zero": 0}

MAGNITUDES: dict[str, float] = {
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
"""Words that multiply what stands before them ("hundred" is read apart: "two hundred and one")."""

LETTERS: dict[str, float] = {
    "k": 1e3,
    "K": 1e3,
    "m": 1e6,
    "M": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "MM": 1e6,
    "mm": 1e6,
    "b": 1e9,
    "B": 1e9,
    "bn": 1e9,
    "BN": 1e9,
    "Bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "T": 1e12,
    "cr": 1e7,
}
"""Letters glued to a figure: "5.2bn", "18K", "$3m"; "m" and "mm" may also be lengths."""

GROUPS: dict[str, int] = {"dozen": 12, "couple": 2, "score": 20, "pair": 2, "trio": 3, "quartet": 4}

INDEFINITE: dict[str, float] = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "trillions": 2e12,
}
"""A bare plural says "at least two of them"."""

_ORDINAL_SMALL = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
).split()

ORDINALS: dict[str, int] = {
    **{word: value for value, word in enumerate(_ORDINAL_SMALL, 1)},
    **{word: 10 * value for value, word in enumerate(_ORDINAL_TENS, 2)},
}
ORDINAL_GROUPS: dict[str, float] = {
    "hundredth": 100,
    "thousandth": 1e3,
    "millionth": 1e6,
    "billionth": 1e9,
    "trillionth": 1e12,
}

DENOMINATORS: dict[str, float] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    **{word: value for word, value in ORDINALS.items() if value > 2},
    **ORDINAL_GROUPS,
}
"""Names of fractional parts in the singular; the plural adds "s"."""
