"""The parts of a match in words: why two passages were taken to speak of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Part

# What weighs less than this says nothing either way (bits).
_TELLING = 0.25

_WORDS: dict[tuple[str, str], str] = {
    ("unit", "synonym"): "units that can be compared",
    ("unit", "other"): "different units",
    ("measure", "same"): "same thing counted",
    ("measure", "same head"): "same main word for the thing counted",
    ("measure", "overlap"): "thing counted in part the same",
    ("measure", "synonym"): "same thing counted, in other words",
    ("measure", "other"): "other words for the thing counted",
    ("subject", "same head"): "same main word of the subject",
    ("subject", "overlap"): "subjects share a word",
    ("subject", "synonym"): "same subject in other words",
    ("subject", "other"): "subject worded otherwise",
    ("event", "happens once"): "it happens once",
    ("event", "at issue"): "opposite words of one thing",
    ("event", "same head"): "same main word of the event",
    ("event", "overlap"): "events share a word",
    ("event", "synonym"): "same event in other words",
    ("event", "other"): "verb differs",
    ("modifiers", "same"): "same narrowing words",
    ("modifiers", "overlap"): "narrowing words in common",
    ("modifiers", "other"): "narrowing words differ",
    ("modifiers", "partly"): "each is narrowed in its own way",
    ("measure", "partly"): "thing counted in part the same",
    ("subject", "partly"): "subjects in part the same",
    ("subject", "other name"): "another name as subject",
    ("event", "partly"): "events in part the same",
    ("contrast", "swapped"): "parallel sentences on two things",
    ("time", "other"): "times differ",
    ("place", "other"): "places differ",
    ("names", "several"): "several names in common",
    ("names", "one"): "one name in common",
    ("names", "other"): "no name in common",
    ("words", "most"): "most words in common",
    ("words", "half"): "half the words in common",
    ("words", "some"): "some words in common",
    ("words", "few"): "few words in common",
    ("words", "none"): "hardly a word in common",
    ("attribution", "same"): "same speaker",
    ("attribution", "other"): "other speaker",
    ("modality", "plan and fact"): "one planned, one done",
    ("modality", "other"): "one is not stated as a fact",
    ("size", "near"): "values close together",
    ("size", "apart"): "values apart",
    ("size", "far"): "values far apart",
    ("rivals", "only two"): "the only two figures of this unit",
    ("rivals", "only one each"): "the only figure of this unit in each",
    ("rivals", "one common each"): "one figure of this unit in each",
    ("rivals", "few"): "few other figures of this unit",
    ("rivals", "many"): "many other figures of this unit",
    ("support", "nowhere"): "no source has the figure",
    ("support", "number stands elsewhere"): "the number stands elsewhere in the sources",
    ("support", "follows by arithmetic"): "the figure follows from those of the sources",
    ("support", "number stands for another measure"): "the number measures something else there",
    ("support", "nowhere, and none like it"): "no source has the figure",
    ("support", "within a bound only"): "a source's bound leaves room for it, no more",
    ("support", "agrees in a likelier slot"): "a source has this figure of the same",
    ("support", "agrees in as likely a slot"): "a source has this figure of something as likely",
    ("support", "agrees in a poorer slot"): "a source has this figure of something less alike",
    ("support", "agrees in a much poorer slot"): "a source has this figure of something else",
    ("support", "agrees in another slot"): "a source has this figure of something else",
    ("support", "nearly agrees"): "a source's figure rounds to it",
    ("support", "nearly agrees in a poorer slot"): "a figure of something less alike rounds to it",
    ("around", "all"): "the same words around the figure",
    ("around", "most"): "most words around the figure in common",
    ("around", "half"): "half the words around the figure in common",
    ("around", "some"): "some words around the figure in common",
    ("around", "few"): "few words around the figure in common",
    ("around", "hardly any"): "hardly a word around the figure in common",
    ("around", "none"): "other words around the figure",
    ("published", "same day"): "published on one day",
    ("published", "a day apart"): "published a day apart",
    ("published", "days apart"): "published days apart",
    ("published", "months apart"): "published months apart",
    ("prior", "related"): "related stories",
    ("prior", "unrelated"): "unrelated stories",
}
_WORDS |= {
    ("company", "one figure the same"): "beside the same figure",
    ("dated", "one side alone"): "a year is named on one side alone",
    ("dated", "other times"): "times differ",
    ("counterpart", "neither stands elsewhere"): "neither text has the other's figure",
    ("counterpart", "given elsewhere"): "the draft gives the source's figure elsewhere",
    ("company", "the same whole"): "shares of the same figure",
    ("slip", "another month"): "the same day of another month",
    ("slip", "another week"): "the same weekday of another week",
    ("slip", "another day"): "another day of the same month",
    ("slip", "another year"): "the same day of another year",
    ("slip", "digits of a year swapped"): "a year with two digits swapped",
    ("slip", "one digit of a year"): "years that differ in one digit",
}
# Levels that say everything, whatever their dimension.
_LEVELS = frozenset({"one named work", "same pronoun"})
# Dimensions whose level says everything: "same story", "one document".
_BARE = frozenset({"story", "documents", "document", "prior"})
# A slip comes with its number of digits: "digits swapped, of 4".
_SLIPS = {
    "digits swapped": "the same digits, two of them swapped",
    "one digit": "the same digits but for one",
    "another scale": "the same digits on another scale",
    "another unit": "the same number in another unit",
}


def phrase(part: Part) -> str:
    """One part in a few words."""
    known = _WORDS.get((part.dimension, part.level))
    if known is not None:
        return known
    if part.dimension == "slip":
        return _SLIPS.get(part.level.split(",")[0], part.level)
    if part.dimension in _BARE or part.level in _LEVELS:
        return part.level
    if part.dimension in part.level:
        return part.level
    if part.level in ("same", "equal", "other", "different"):
        return f"{part.level} {part.dimension}"
    return f"{part.dimension}: {part.level}" if part.level else part.dimension


def why_paired(parts: Sequence[Part]) -> tuple[str, str]:
    """What speaks for the pairing and what speaks against it, weightiest first; "" for nothing.

    The prior is no evidence, so only its level is told, among what speaks for the pairing.
    """
    evidence = [part for part in parts if part.dimension not in _BARE]
    prior = [part for part in parts if part.dimension in _BARE and part.level != "unrelated"]
    speaking_for = sorted(
        (part for part in evidence if part.weight >= _TELLING), key=lambda part: -part.weight
    )
    against = sorted(
        (part for part in evidence if part.weight <= -_TELLING), key=lambda part: part.weight
    )
    # Without any bits (rules that don't weigh) every part is a reason.
    if not speaking_for and not against:
        speaking_for = [part for part in evidence if part.level != "unknown"]
    told = [phrase(part) for part in (*speaking_for, *prior)] if speaking_for else []
    return " · ".join(dict.fromkeys(told)), " · ".join(
        dict.fromkeys(phrase(part) for part in against)
    )
