"""Numbers in English prose: figures and words, magnitudes, fractions, ordinals.

The grammar runs over its own lexemes of the shadow text, in one pass and without backtracking over
more than a few lexemes. What a number counts or measures is the business of
`factcheck.facts.quantity_grammar`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.facts.lexemes import Lex, lex
from factcheck.facts.number_figures import read_figures
from factcheck.facts.number_parts import Number
from factcheck.facts.number_worded import read_worded


def read_number(tokens: Sequence[Lex], index: int, *, money: bool = False) -> Number | None:
    """The number that begins at lexeme `index`, the longest reading, or None.

    `money` says that a currency sign stands before it, so that "3m" is three million and not
    three metres.
    """
    token = tokens[index]
    if token.kind == "num":
        return read_figures(tokens, index, money=money)
    if token.kind == "word":
        return read_worded(tokens, index)
    return None


@lru_cache(maxsize=65536)
def parse_number(text: str) -> float | None:
    """The value of `text` if all of it is one number ("thirty-three", "5.2bn"), else None."""
    tokens = lex(text.strip())
    number = read_number(tokens, 0) if tokens else None
    return number.value if number is not None and number.last == len(tokens) else None
