"""Fixed phrases of the news as the one verb that says the same: "pleaded guilty to" is "admitted".

Courts, votes and offices have phrases of their own, and two papers seldom choose the same one: a
man is cleared here and convicted there, a motion is carried here and lost there. The phrases are
those of court reports (McNae's Essential Law for Journalists) and of meetings (Citrine's ABC of
Chairmanship).
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.annotate.nouns import Sentence
from factcheck.facts.words import children

_OBJECTS = ("acomp", "oprd", "attr", "dobj")
# Verbs with their particle.
_PARTICLES = {
    ("turn", "down"): "reject",
    ("throw", "out"): "reject",
    ("vote", "down"): "reject",
    ("step", "down"): "resign",
    ("stand", "down"): "resign",
    ("stay", "on"): "stay",
}
# What is put to a vote, and the verbs that tell how the vote went.
MOTIONS = frozenset("amendment motion bill resolution proposal referendum".split())
_CARRIED = frozenset("carry adopt pass accept approve".split())
_LOST = frozenset("lose defeat reject fall fail".split())
_CUSTODY = ("in:custody", "on:bail", "obj:bail")
_NO_PERSON = frozenset("no zero".split())
# A noun for what befalls people, and its verb.
_BEFALLING = {"injury": "injure", "casualty": "injure", "arrest": "arrest"}
_ONE_HARM = {"hurt": "injure", "wound": "injure"}


@dataclass(frozen=True, slots=True)
class Deed:
    """The verb of a phrase; `object` is the token of what it is done to where the phrase hides it.

    `denied` says that the phrase denies by a word that is no word of the verb ("plead not guilty"),
    `of_anybody` that it is denied of every person ("there were no injuries"). `spent` are the words
    behind prepositions, or the prepositions, that are part of the phrase.
    """

    verb: str
    object: int | None = None
    denied: bool = False
    of_anybody: bool = False
    spent: tuple[str, ...] = ()


def deed_at(sentence: Sentence, verb: int, *, passive: bool) -> Deed | None:
    """The deed that the phrase around token `verb` tells; None where it is no phrase of these."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma
    below = children(sentence, verb)
    particle = next((tokens[child].lemma for child in below if tokens[child].dep == "prt"), "")
    if (lemma, particle) in _PARTICLES:
        return Deed(_PARTICLES[lemma, particle])
    nobody = _of_nobody(sentence, verb)
    if nobody is not None:
        return nobody
    if lemma in ("be", "vote", "speak"):
        return _position(sentence, verb)
    if lemma in ("plead", "find"):
        return _verdict(sentence, verb)
    if lemma == "clear" and _behind(sentence, verb, "of", deep=True) is not None:
        return Deed("acquit")
    if passive and lemma in _ONE_HARM:
        return Deed(_ONE_HARM[lemma])
    return _custody(sentence, verb) or _vote(sentence, verb)


def _verdict(sentence: Sentence, verb: int) -> Deed | None:
    """ "Pleaded (not) guilty to", "was found (not) guilty of"."""
    tokens = sentence.tokens
    for child in children(sentence, verb):
        word = tokens[child].lemma
        if tokens[child].dep not in _OBJECTS or word not in ("guilty", "innocent"):
            continue
        denied = any(tokens[below].dep == "neg" for below in children(sentence, child))
        if tokens[verb].lemma == "find":
            return Deed("convict", denied=denied != (word == "innocent"))
        charge = _behind(sentence, child, "to")
        charge = charge if charge is not None else _behind(sentence, verb, "to")
        return Deed("admit", charge, denied != (word == "innocent"))
    return None


def _position(sentence: Sentence, verb: int) -> Deed | None:
    """ "Is against the sale", "voted against", "is in favour of the sale"."""
    tokens = sentence.tokens
    against = _behind(sentence, verb, "against")
    alone = any(tokens[child].lemma == "against" for child in children(sentence, verb))
    if against is not None or (alone and tokens[verb].lemma == "vote"):
        return Deed("oppose", against, spent=("against",))
    put = _behind(sentence, verb, "for") if tokens[verb].lemma == "vote" else None
    if put is not None:
        return Deed("support", put, spent=("for",))
    side = _behind(sentence, verb, "in")
    if side is not None and tokens[side].lemma in ("favour", "favor"):
        return Deed("support", _behind(sentence, side, "of"), spent=("in",))
    return None


def _custody(sentence: Sentence, verb: int) -> Deed | None:
    """ "Released on bail", "granted bail"; "refused bail", "remanded in custody"."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma
    for child in children(sentence, verb):
        if tokens[child].dep == "dobj" and tokens[child].lemma == "bail":
            bailed = {"grant": "bail", "give": "bail", "refuse": "remand", "deny": "remand"}
            return Deed(bailed[lemma], spent=_CUSTODY) if lemma in bailed else None
    if lemma in ("release", "free"):
        on = _behind(sentence, verb, "on")
        return (
            Deed("bail", spent=_CUSTODY) if on is not None and tokens[on].lemma == "bail" else None
        )
    if lemma in ("remand", "keep", "hold"):
        kept = _behind(sentence, verb, "in")
        return (
            Deed("remand", spent=_CUSTODY)
            if kept is not None and tokens[kept].lemma == "custody"
            else None
        )
    return None


def _vote(sentence: Sentence, verb: int) -> Deed | None:
    """How a vote on a motion went: "the amendment was lost"."""
    tokens = sentence.tokens
    lemma = tokens[verb].lemma
    if lemma not in _CARRIED | _LOST:
        return None
    below = children(sentence, verb)
    put = next(
        (
            child
            for child in below
            if tokens[child].dep in ("nsubjpass", "nsubj") and tokens[child].lemma in MOTIONS
        ),
        None,
    )
    if put is None or any(tokens[child].dep == "dobj" for child in below):
        return None
    return Deed("approve" if lemma in _CARRIED else "reject", put)


def _of_nobody(sentence: Sentence, verb: int) -> Deed | None:
    """ "There were no injuries", "no arrests were made"."""
    tokens = sentence.tokens
    if tokens[verb].lemma not in ("be", "report", "record", "make"):
        return None
    for child in children(sentence, verb):
        deed = _BEFALLING.get(tokens[child].lemma)
        if deed is None or tokens[child].dep not in ("attr", "nsubj", "nsubjpass"):
            continue
        narrower = children(sentence, child)
        if any(tokens[below].dep == "prep" for below in narrower):
            # "No injuries in Dubai": elsewhere there may be many.
            return None
        if any(tokens[below].text.lower() in _NO_PERSON for below in narrower):
            return Deed(deed, of_anybody=True)
    return None


def _behind(sentence: Sentence, index: int, preposition: str, *, deep: bool = False) -> int | None:
    """The noun behind a preposition that hangs on a token, or `deep` on its object."""
    tokens = sentence.tokens
    heads = [index]
    if deep:
        heads += [child for child in children(sentence, index) if tokens[child].dep in _OBJECTS]
        heads += [child for child in children(sentence, index) if tokens[child].dep == "nsubjpass"]
    for head in heads:
        for child in children(sentence, head):
            if tokens[child].lemma == preposition and tokens[child].dep == "prep":
                for below in children(sentence, child):
                    if tokens[below].dep == "pobj":
                        return below
    return None
