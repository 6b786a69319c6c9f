"""The slot of a moment: the event that happens then, who does it and what it is done to.

`measure` holds the thing that the event happens to (object of an active verb, subject of a passive
one), so that "the council approved the plan" and "the plan was approved" have one slot.
"""

from __future__ import annotations

from dataclasses import replace

from factcheck.annotate.nouns import Annotated, Sentence, Token
from factcheck.facts.slots import fill_slot, noun_words, of_noun
from factcheck.facts.words import children
from factcheck.model import Slot

_LEADING = frozenset({"over", "on", "at", "in", "during", "by", "since", "the"})


def event_slot(annotated: Annotated, sentence: Sentence, first: int, last: int) -> Slot:
    """The slot of the time at tokens `first` to `last` (exclusive)."""
    tokens = sentence.tokens
    if not sentence.parsed:
        return Slot()
    while first + 1 < last and tokens[first].text.lower() in _LEADING:
        first += 1
    slot = fill_slot(annotated, sentence, first, last)
    own = {token.lemma for token in tokens[first:last]}
    stray = slot.measure if own.isdisjoint(slot.measure) else ()
    slot = replace(slot, subject=slot.subject or stray, measure=())
    place = _governor(tokens, first, last)
    if place is None:
        return slot
    governor = tokens[place]
    if governor.pos == "NOUN" or (governor.pos == "PROPN" and governor.lemma in slot.event):
        # "the 2014 annexation", "the vote on Monday": the noun's own time, whatever the verb says.
        others = tuple(word for word in slot.event if word != governor.lemma)
        thing = noun_words(annotated, sentence, of_noun(sentence, place))
        return replace(slot, event=(governor.lemma, *others), subject=(), measure=thing)
    if governor.pos == "VERB":
        return _with_thing(annotated, sentence, place, slot)
    return slot


def _governor(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """Index of the word that tokens `first` to `last` depend on, past a preposition."""
    outside = [
        tokens[index].head for index in range(first, last) if not first <= tokens[index].head < last
    ]
    place = outside[0] if outside else -1
    if 0 <= place < len(tokens) and tokens[place].pos in {"ADP", "SCONJ"}:
        place = tokens[place].head
    return place if 0 <= place < len(tokens) and not first <= place < last else None


def _with_thing(annotated: Annotated, sentence: Sentence, verb: int, slot: Slot) -> Slot:
    """`slot` with what the verb acts on as measure and who acts as subject."""
    below = {sentence.tokens[index].dep: index for index in reversed(children(sentence, verb))}
    passive = "nsubjpass" in below or (
        # "The plan adopted in May", "the hull is to be inspected in May".
        (sentence.tokens[verb].dep == "acl" or "auxpass" in below) and "dobj" not in below
    )
    if passive:
        actor = below.get("agent")
        actors = children(sentence, actor) if actor is not None else []
        subject = noun_words(annotated, sentence, actors[0]) if actors else ()
        return replace(slot, measure=slot.subject, subject=subject)
    relative = _relative_object(sentence, verb, below)
    if relative is not None:
        return replace(slot, measure=noun_words(annotated, sentence, relative))
    if "dobj" in below and sentence.tokens[below["dobj"]].pos in {"NOUN", "PROPN"}:
        return replace(slot, measure=noun_words(annotated, sentence, below["dobj"]))
    return slot


def _relative_object(sentence: Sentence, verb: int, below: dict[str, int]) -> int | None:
    """The noun that a relative clause acts on: "the plan that councillors adopted"."""
    tokens = sentence.tokens
    if tokens[verb].dep != "relcl" or "nsubj" not in below:
        return None
    if tokens[below["nsubj"]].tag in {"WDT", "WP"}:
        return None
    if "dobj" in below and tokens[below["dobj"]].tag not in {"WDT", "WP"}:
        return None
    head = tokens[verb].head
    return head if tokens[head].pos in {"NOUN", "PROPN"} else None
