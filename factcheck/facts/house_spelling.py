"""How a house that spells the British or the American way writes a word of the other spelling.

Only forms that are wrong in the house's spelling in every sense count: to a British house "color"
is, "program", "meter", "license" and "check" are not, nor is -ize, which Oxford spelling has.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources


def house_form(word: str, spelling: str) -> str:
    """The form of a lower-case word in "british" or "american" spelling; "" if it may stand."""
    return _table(spelling).get(word, "")


@lru_cache(maxsize=2)
def _table(spelling: str) -> Mapping[str, str]:
    data = resources.files("factcheck.facts.data").joinpath("british_american.txt")
    found: dict[str, str] = {}
    for line in data.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        british, american, wrong = line.split()
        if spelling == "british" and wrong in "=<":
            found[american] = british
        elif spelling == "american" and wrong in "=>":
            found[british] = american
    return found
