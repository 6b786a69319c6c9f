"""Polarity and direction of a clause: what is denied, how far, of which subject, up or down."""

from __future__ import annotations

from factcheck.annotate.nouns import Sentence, Token
from factcheck.facts.lexicon import DENYING, direction_of
from factcheck.facts.statement_arguments import NOBODY
from factcheck.facts.words import children

_CONTRACTED = frozenset("didn didnt doesn doesnt isn isnt wasn wasnt wont cant dont".split())
# A denial of the reason or of the term is no denial of the deed.
_BOUNDS = ("until", "till", "unless", "because")
_EMPTY_ADVERBS = frozenset("also then however therefore today yesterday now here there".split())
_QUANTIFIERS = frozenset(
    "many much few several all every each most both enough any significant single only".split()
)
_INDEFINITE = frozenset("a an some several other others another many few most one any".split())
# Verbs that take their direction from what stands behind them: "was up", "remained down".
_LIGHT = frozenset("be have see report record show post remain".split())


_NOTHING = frozenset("nothing none nobody".split())
_RAISING = frozenset("think believe suppose expect imagine reckon".split())


def is_negated(
    sentence: Sentence, verb: int, arguments: list[int | None], subject: int | None
) -> bool:
    """Whether a clause denies: two denials make an affirmation, and "nobody came" is one."""
    tokens = sentence.tokens
    near = [*children(sentence, verb), *_determiners(sentence, arguments)]
    negations = sum(_is_negation(tokens, index) for index in near)
    if subject is not None and tokens[subject].text.lower() in NOBODY:
        negations += 1
    # "Repaid nothing of the grant".
    negations += any(
        argument is not None and argument != subject and tokens[argument].text.lower() in _NOTHING
        for argument in arguments
    )
    head = tokens[verb].head
    if tokens[verb].dep in ("xcomp", "ccomp") and tokens[head].lemma in DENYING:
        negations += 1 + sum(tokens[child].dep == "neg" for child in children(sentence, head))
    elif tokens[verb].dep in ("ccomp", "xcomp") and tokens[head].lemma in _RAISING:
        # "I don't think he won" says that he did not (negative raising: Horn, A Natural History of
        # Negation, 1989, 5.2).
        negations += sum(tokens[child].dep == "neg" for child in children(sentence, head))
    elif tokens[verb].dep == "pcomp" and tokens[head].lemma == "without":
        negations += 1
    elif tokens[verb].dep in ("acl", "relcl"):
        # "There was never an arrest made."
        above = children(sentence, tokens[head].head)
        if any(tokens[child].dep == "expl" for child in above):
            negations += sum(tokens[child].dep == "neg" for child in above)
    return negations % 2 == 1


def _is_negation(tokens: tuple[Token, ...], index: int) -> bool:
    """A word of denial; "no longer" and a contraction that lost its apostrophe count too."""
    text = tokens[index].text.lower()
    if text == "no" and index + 1 < len(tokens) and tokens[index + 1].text == "-":
        return False  # "a no-charge licence" denies nothing
    if tokens[index].dep == "neg" or text in ("no", "never", "neither") or text in _CONTRACTED:
        return True
    return text == "longer" and index > 0 and tokens[index - 1].text.lower() == "no"


def _determiners(sentence: Sentence, arguments: list[int | None]) -> list[int]:
    """The determiners of the arguments: "no evidence was found" denies."""
    return [
        child
        for argument in arguments
        if argument is not None
        for child in children(sentence, argument)
        if sentence.tokens[child].dep == "det"
    ]


def scope_words(sentence: Sentence, verb: int, arguments: list[int | None]) -> tuple[str, ...]:
    """Adverbs of the verb, quantifiers of the arguments, and "until"."""
    tokens = sentence.tokens
    found = []
    for child in children(sentence, verb):
        token = tokens[child]
        text = token.text.lower()
        if (
            token.dep == "advmod" and token.tag != "WRB" and text not in _EMPTY_ADVERBS
        ) or text in _BOUNDS:
            found.append(text)
        elif token.dep in ("advcl", "prep"):
            found.extend(
                tokens[c].text.lower()
                for c in children(sentence, child)
                if tokens[c].text.lower() in _BOUNDS
            )
    for argument in arguments:
        for child in children(sentence, argument) if argument is not None else ():
            if tokens[child].text.lower() in _QUANTIFIERS:
                found.append(tokens[child].text.lower())
    return tuple(dict.fromkeys(found))


def is_indefinite(sentence: Sentence, subject: int | None) -> bool:
    """Whether the subject is some of several: "some members", "an attack", "two men"."""
    if subject is None:
        return False
    tokens = sentence.tokens
    if tokens[subject].text.lower() in _INDEFINITE:
        return True
    return any(
        tokens[child].text.lower() in _INDEFINITE or tokens[child].dep == "nummod"
        for child in children(sentence, subject)
    )


def is_definite(sentence: Sentence, subject: int | None) -> bool:
    """Whether the subject is one certain thing: a name, or a noun with "the" or a possessive."""
    if subject is None:
        return False
    tokens = sentence.tokens
    if tokens[subject].pos == "PROPN":
        return True
    return any(
        tokens[child].text.lower() in ("the", "its", "his", "her", "their")
        or tokens[child].dep == "poss"
        for child in children(sentence, subject)
    )


def _is_compared_as_equal(sentence: Sentence, word: int) -> bool:
    """Whether a word is a level and no move: "was still twice as high as in 2012"."""
    return any(sentence.tokens[child].lemma == "as" for child in children(sentence, word))


def direction_at(sentence: Sentence, verb: int) -> int:
    """+1 where the clause says that something rises, -1 where it falls, else 0."""
    tokens = sentence.tokens
    direction = direction_of(tokens[verb].lemma)
    if direction or tokens[verb].lemma not in _LIGHT:
        return direction
    candidates = [
        child
        for child in children(sentence, verb)
        if tokens[child].dep in ("acomp", "advmod", "prt", "prep")
        and not _is_compared_as_equal(sentence, child)
    ]
    return next((d for child in candidates if (d := direction_of(tokens[child].lemma))), 0)
