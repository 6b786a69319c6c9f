"""Which sentences are worth parsing: those that can hold a fact worth comparing.

Parsing costs more than everything else together, so headings, list items and table rows without a
number, a quotation, a name or a word of denial or direction, and the scraps of prose, stay on
tier 0.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.annotate.nouns import Token

# A sentence of more tokens than this is a list or a table that lost its layout; parsing is
# superlinear in memory there and says nothing.
LONGEST = 150

# Tokens from which a line of prose counts as a full sentence.
FULL = 5

NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion trillion dozen half third quarter twice double triple first "
    "second third fourth fifth sixth seventh eighth ninth tenth hundreds thousands millions "
    "dozens single couple pair decade fortnight".split()
)
POLARITY_WORDS = frozenset(
    "not n't never no none nobody nothing neither nor without cannot deny refuse reject fail lack "
    "rise fall increase decrease grow shrink drop climb win lose up down higher lower more "
    "less".split()
)
# A time told from the day of writing: one word, or "last", "this" or "next" and a period.
TIME_WORDS = frozenset("yesterday today tomorrow tonight overnight ago".split())
_RELATIVE = frozenset("last this next".split())
_PERIODS = frozenset("week weekend month year".split())


def worth_parsing(tokens: Sequence[Token], *, prose: bool = False) -> bool:
    """Whether a tier-0 sentence can hold a fact that another one could contradict.

    In prose any full sentence can: what it affirms may be denied elsewhere.
    """
    if not 3 <= len(tokens) <= LONGEST:
        return False
    if prose and len(tokens) >= FULL:
        return True
    for index, token in enumerate(tokens):
        text = token.text
        if text == '"' or any(character.isdigit() for character in text):
            return True
        if index and text[0].isupper() and text != "I":
            return True
        lower = text.lower()
        if lower in NUMBER_WORDS or token.lemma in POLARITY_WORDS or lower in POLARITY_WORDS:
            return True
        if lower in TIME_WORDS:
            return True
        if lower in _PERIODS and index and tokens[index - 1].text.lower() in _RELATIVE:
            return True
    return False
