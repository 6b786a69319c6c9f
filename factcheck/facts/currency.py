"""Currencies: signs, codes and words, each to its ISO 4217 code.

"$" with nothing before it is the US dollar. The tables hold the currencies that the news writes of;
any other comes as its code.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.facts.lexemes import Lex

SIGNS: dict[str, str] = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₪": "ILS",
    "₺": "TRY",
    "₦": "NGN",
    "₴": "UAH",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
}

DOLLAR_PREFIXES: dict[str, str] = {
    "us": "USD",
    "usd": "USD",
    "u.s": "USD",
    "a": "AUD",
    "au": "AUD",
    "aud": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "cad": "CAD",
    "can": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "mx": "MXN",
    "j": "JMD",
}

CODES: frozenset[str] = frozenset(
    "USD GBP EUR JPY CNY INR KRW RUB ILS NGN UAH AUD CAD NZD HKD SGD TWD BRL MXN CHF SEK "
    "NOK DKK ZAR PLN CZK HUF AED EGP KES PKR BDT LKR IDR PHP THB VND CLP "
    "RMB".split()
)

WORDS: dict[str, str] = {
    "dollar": "USD",
    "buck": "USD",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "shekel": "ILS",
    "lira": "TRY",
    "naira": "NGN",
    "hryvnia": "UAH",
    "franc": "CHF",
    "rand": "ZAR",
    "peso": "MXN",
    "real": "BRL",
    "reais": "BRL",
    "zloty": "PLN",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK",
    "dirham": "AED",
    "riyal": "SAR",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "baht": "THB",
}
"""Singular words; a nationality before them ("Canadian dollars") is looked up first."""

NATIONAL: dict[tuple[str, str], str] = {
    ("us", "dollar"): "USD",
    ("american", "dollar"): "USD",
    ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD",
    ("zealand", "dollar"): "NZD",
    ("kong", "dollar"): "HKD",
    ("singapore", "dollar"): "SGD",
    ("taiwan", "dollar"): "TWD",
    ("korean", "won"): "KRW",
    ("british", "pound"): "GBP",
    ("egyptian", "pound"): "EGP",
    ("swiss", "franc"): "CHF",
    ("pakistani", "rupee"): "PKR",
    ("indian", "rupee"): "INR",
    ("mexican", "peso"): "MXN",
    ("argentine", "peso"): "ARS",
    ("philippine", "peso"): "PHP",
    ("swedish", "krona"): "SEK",
    ("norwegian", "krone"): "NOK",
    ("danish", "krone"): "DKK",
    ("turkish", "lira"): "TRY",
    ("chinese", "yuan"): "CNY",
    ("japanese", "yen"): "JPY",
    ("russian", "ruble"): "RUB",
}

HUNDREDTHS: dict[str, str] = {"cent": "USD", "pence": "GBP", "penny": "GBP", "pennies": "GBP"}


class Currency(NamedTuple):
    """A currency over lexemes up to `last` (exclusive); amounts are multiplied by `factor`."""

    code: str
    last: int
    factor: float = 1.0


def read_prefix(tokens: Sequence[Lex], index: int) -> Currency | None:
    """The currency sign or code that begins at `index` and stands before a figure, or None."""
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return None
    if token.text in SIGNS and following.kind == "num":
        return Currency(SIGNS[token.text], index + 1)
    if token.kind != "word":
        return None
    if following.text == "$" and token.low in DOLLAR_PREFIXES:
        near = following.glued or (token.text.isupper() and len(token.text) > 1)
        third = tokens[index + 2] if index + 2 < len(tokens) else None
        if near and third is not None and third.kind == "num":
            return Currency(DOLLAR_PREFIXES[token.low], index + 2)
    if token.text in CODES and following.kind == "num":
        return Currency(_code(token.text), index + 1)
    if token.text == "Rs":
        dotted = index + 2 < len(tokens) and following.text == "." and following.glued
        number = tokens[index + 2] if dotted else following
        if number.kind == "num":
            return Currency("INR", index + (2 if dotted else 1))
    return None


def read_suffix(tokens: Sequence[Lex], index: int) -> Currency | None:
    """The currency word or code that begins at `index` and stands after a number, or None.

    "pounds" are left to the units: they may be a mass.
    """
    if index >= len(tokens):
        return None
    token = tokens[index]
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    loose = token.glued or following is None or following.kind != "num" or not following.glued
    if token.text in SIGNS and loose:
        return Currency(SIGNS[token.text], index + 1)
    if token.kind != "word" or not token.text.isascii():
        return None
    singular = singular_word(token.low)
    for width in (2, 1):
        if index + width < len(tokens):
            pair = (tokens[index + width - 1].low, singular_word(tokens[index + width].low))
            if pair in NATIONAL:
                return Currency(NATIONAL[pair], index + width + 1)
    if token.text in CODES:
        return Currency(_code(token.text), index + 1)
    if singular in WORDS and not (singular == "real" and token.low == "real"):
        return Currency(WORDS[singular], index + 1)
    if singular in HUNDREDTHS:
        return Currency(HUNDREDTHS[singular], index + 1, 0.01)
    if token.text == "p" and token.glued:
        return Currency("GBP", index + 1, 0.01)
    return None


def singular_word(low: str) -> str:
    """`low` without a plural "s" ("euros" and "euro" are one word)."""
    return low[:-1] if low.endswith("s") and len(low) > 3 else low


def _code(text: str) -> str:
    return "CNY" if text == "RMB" else text
