"""Whether a clause states a fact, a plan, a condition or a possibility.

Read off the closed class of modal verbs and the verbs of intention that govern the clause (Palmer,
Mood and Modality, 2001).
"""

from __future__ import annotations

from factcheck.annotate.nouns import Sentence
from factcheck.facts.lexicon import DENYING
from factcheck.facts.words import children
from factcheck.model import Modality

_CONDITION = frozenset("if unless whether".split())
_PLAN = frozenset("will shall 'll wo".split())
_POSSIBLE = frozenset("may might could can should would".split())
# Verbs whose infinitive has happened when they have: "managed to raise", "came to own".
_DONE = frozenset("manage come happen get turn prove seem appear tend use have begin start".split())
_WRONGLY = frozenset("mistakenly wrongly falsely incorrectly erroneously".split())


def clause_modality(sentence: Sentence, verb: int) -> Modality:
    """The modality of the clause that token `verb` heads."""
    tokens = sentence.tokens
    words = {tokens[child].text.lower() for child in children(sentence, verb)}
    if words & _CONDITION:
        return Modality.CONDITION
    if words & _PLAN:
        return Modality.PLAN
    if words & _POSSIBLE:
        return Modality.POSSIBILITY
    if is_to_be(sentence, verb):
        return Modality.PLAN
    token = tokens[verb]
    head = tokens[token.head]
    infinitive = _is_infinitive(sentence, verb)
    if token.dep in ("xcomp", "ccomp", "advcl", "acl") and infinitive and token.head != verb:
        done = head.lemma in _DONE or head.lemma in DENYING
        return clause_modality(sentence, token.head) if done else Modality.PLAN
    if token.dep == "ccomp" and token.head != verb and _is_mistaken(sentence, token.head):
        return Modality.POSSIBILITY
    if token.dep == "conj" and token.head != verb:
        return clause_modality(sentence, token.head)
    return Modality.FACT


def is_to_be(sentence: Sentence, verb: int) -> bool:
    """Whether a present "be" announces what is to come: "the hull is to be inspected"."""
    tokens = sentence.tokens
    return tokens[verb].text.lower() in ("is", "are", "'s", "'re") and any(
        tokens[child].dep == "xcomp" and _is_infinitive(sentence, child)
        for child in children(sentence, verb)
    )


def _is_mistaken(sentence: Sentence, verb: int) -> bool:
    """Whether what is believed or said is told to be wrong: "mistakenly believing that …"."""
    return any(
        sentence.tokens[child].text.lower() in _WRONGLY for child in children(sentence, verb)
    )


def _is_infinitive(sentence: Sentence, verb: int) -> bool:
    """Whether a verb is an infinitive: with its "to", or bare as in "to help determine".

    The "to" of "according to" is none, and "did not charge" is no infinitive but a past.
    """
    tokens = sentence.tokens
    below = [tokens[child] for child in children(sentence, verb)]
    if any(token.text.lower() == "to" and token.dep != "prep" for token in below):
        return True
    supported = any(token.dep == "aux" and token.lemma == "do" for token in below)
    return tokens[verb].tag == "VB" and not supported
