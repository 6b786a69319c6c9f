"""Of which country something is said to be: "is a Danish painter", "was a British-French film"."""

from __future__ import annotations

from functools import cache

from factcheck.annotate.data.places import country_table, demonyms
from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.facts.words import children

# What makes the adjective a language or a breed: an English teacher may be Dutch.
_OF_A_LANGUAGE = frozenset(
    "speaker teacher tutor professor lecturer scholar student major translator interpreter "
    "dictionary lesson language word phrase name shepherd bulldog terrier setter".split()
)
# Countries of which one is or was a part of the other, or shares its adjective with it.
_WITHIN = (
    ("United Kingdom", "England"),
    ("United Kingdom", "Scotland"),
    ("United Kingdom", "Wales"),
    ("United Kingdom", "Northern Ireland"),
    ("United Kingdom", "Ireland"),
    ("Northern Ireland", "Ireland"),
    ("China", "Hong Kong"),
    ("China", "Taiwan"),
    ("Denmark", "Greenland"),
    ("Russia", "Ukraine"),
    ("European Union", "European Union"),
)


@cache
def _country_of() -> dict[str, str]:
    table = country_table()
    forms = (*demonyms(), "US", "U.S.", "UK", "U.K.")
    return {form: table[form] for form in forms if form in table}


def nations_of(annotated: Annotated, sentence: Sentence, noun: int) -> tuple[str, ...]:
    """The countries whose adjectives stand before a common noun, in order, or the one whose
    adjective the word itself is ("is Swedish"); () for none.

    Adjectives inside a longer name ("the French Open") and of compounds ("German-born") say nothing
    of the noun.
    """
    tokens = sentence.tokens
    itself = _country_of().get(tokens[noun].text, "")
    if itself and tokens[noun].pos in ("ADJ", "PROPN") and tokens[noun].dep in ("acomp", "attr"):
        return (itself,)
    if tokens[noun].pos != "NOUN" or tokens[noun].lemma in _OF_A_LANGUAGE:
        return ()
    left = min([noun, *children(sentence, noun)])
    in_names = {
        number
        for name in annotated.names_in(sentence.index)
        if name.last - name.first > 1
        for number in range(name.first, name.last)
    }
    found: dict[str, None] = {}
    for number in range(left, noun):
        country = _country_of().get(tokens[number].text, "")
        if not country or number in in_names or _in_compound(sentence, number):
            continue
        if tokens[number + 1].text in ("'s", "'"):
            return ()
        if _belongs(sentence, number, noun):
            found[country] = None
    return tuple(found)


def _in_compound(sentence: Sentence, number: int) -> bool:
    """Whether it opens "German-born" or the like; the "French" of "French-Swiss" does not."""
    tokens = sentence.tokens
    if number + 2 >= len(tokens) or tokens[number + 1].text != "-":
        return False
    return tokens[number + 2].text not in _country_of()


def _belongs(sentence: Sentence, number: int, noun: int) -> bool:
    """Whether an adjective leads up to the noun by nothing but adjectives and compounds."""
    tokens = sentence.tokens
    while number != noun:
        if tokens[number].dep not in ("amod", "compound", "nmod", "conj", "npadvmod", "punct"):
            return False
        if tokens[number].head == number:
            return False
        number = tokens[number].head
    return True


def exclude(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two sets of countries leave no room for each other."""
    if not one or not two:
        return False
    return not any(
        left == right or (left, right) in _WITHIN or (right, left) in _WITHIN
        for left in one
        for right in two
    )
