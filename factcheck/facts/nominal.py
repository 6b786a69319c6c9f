"""Statements in nominal form: "a decrease in net income" says what "net income decreased" says."""

from __future__ import annotations

from factcheck.annotate.nouns import Sentence
from factcheck.facts.lexicon import direction_of
from factcheck.facts.words import children, content_words, subtree
from factcheck.model import StatementValue

# The predicate of every statement of direction in nominal form: only the direction is compared.
CHANGE = "change"
_BEHIND = ("in", "of", "for")


def nominal_statement(sentence: Sentence, index: int) -> StatementValue | None:
    """The statement that a noun of rising or falling makes of what it belongs to.

    What changes stands behind "in", "of" or "for", or before the noun ("price increases"). None for
    any other token.
    """
    tokens = sentence.tokens
    token = tokens[index]
    if token.pos != "NOUN" or not direction_of(token.lemma):
        return None
    what = _behind(sentence, index) or _before(sentence, index)
    if not what:
        return None
    below = children(sentence, index)
    denied = any(tokens[child].text.lower() == "no" for child in below)
    head = tokens[index].head
    denied ^= any(tokens[child].dep == "neg" for child in children(sentence, head))
    return StatementValue(
        predicate=CHANGE, agent=what, negated=denied, direction=direction_of(token.lemma)
    )


def _behind(sentence: Sentence, noun: int) -> tuple[str, ...]:
    tokens = sentence.tokens
    for child in children(sentence, noun):
        if tokens[child].dep == "prep" and tokens[child].lemma in _BEHIND:
            for grandchild in children(sentence, child):
                if tokens[grandchild].dep == "pobj" and tokens[grandchild].pos in ("NOUN", "PROPN"):
                    members = [n for n in subtree(sentence, grandchild) if n <= grandchild]
                    return content_words(tokens[n] for n in [grandchild, *members])
    return ()


def _before(sentence: Sentence, noun: int) -> tuple[str, ...]:
    tokens = sentence.tokens
    parts = [
        child
        for child in children(sentence, noun)
        if child < noun
        and tokens[child].dep in ("compound", "nmod")
        and tokens[child].pos == "NOUN"
    ]
    return content_words(tokens[part] for part in reversed(parts))
