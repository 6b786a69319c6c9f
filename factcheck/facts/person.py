"""Persons and organisations: how each document spells a name, and whether two spellings are one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.annotate.canonical import bare, canonical, name_relation, skeleton
from factcheck.annotate.data.words import THING_HEADS
from factcheck.annotate.entities import surname
from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.annotate.pieces import fold
from factcheck.facts.kind import Kind
from factcheck.facts.spelling import spelling_key
from factcheck.model import Comparison, Fact, FactKind, PersonValue, Relation, Slot

_RELATIONS = {
    "same": Relation.COMPATIBLE,
    "transliteration": Relation.COMPATIBLE,
    "slip": Relation.DIFFERENT,
    "unknown": Relation.INCOMPARABLE,
    "other": Relation.INCOMPARABLE,
}
_REASONS = {
    "same": "one name, in a shorter or longer form",
    "transliteration": "one name, transliterated in two ways",
    "slip": "one name in two spellings",
    "unknown": "too little of the name to tell",
    "other": "two names",
}


def extract(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """One fact for each name in the sentence that is no place, with the document's fullest form."""
    for name in annotated.names_in(sentence.index):
        entity = annotated.entities[name.entity]
        words = tuple(entity.name.split())
        if entity.kind == "place" or (entity.kind == "unknown" and words[-1] in THING_HEADS):
            continue
        yield Fact(
            kind=FactKind.PERSON,
            document=annotated.document.name,
            span=name.span,
            surface=annotated.document.slice(name.span),
            value=PersonValue(
                name=entity.name,
                words=words,
                honorifics=entity.honorifics,
                entity_kind=entity.kind,
            ),
            slot=Slot(subject=tuple(fold(word) for word in bare(words))),
        )


def keys(fact: Fact) -> tuple[str, ...]:
    """The whole name and the surname without the choices of transliteration, given name with first
    letters, initials.

    Names of what may be a thing have only their whole: their last word is no surname.
    """
    value = fact.value
    if not isinstance(value, PersonValue):
        return ()
    words = bare(value.words)
    whole = canonical(words)
    if len(words) == 1 or value.entity_kind == "unknown":
        return (whole,)
    family = skeleton(surname(words))
    found = [family, f"{skeleton(words[0])[:3]} {family[:2]}", whole]
    if value.entity_kind == "organisation":
        found.append(skeleton("".join(word[0] for word in words if word[0].isupper())))
    return tuple(dict.fromkeys(found))


def compare(left: Fact, right: Fact) -> Comparison:
    """EQUAL for the same words, COMPATIBLE for custom and short forms, DIFFERENT for a slip."""
    one, two = left.value, right.value
    if not isinstance(one, PersonValue) or not isinstance(two, PersonValue):
        return Comparison(Relation.INCOMPARABLE, "not names")
    if bare(one.words) == bare(two.words):
        return Comparison(Relation.EQUAL, "the same name")
    relation = name_relation(one.words, two.words)
    if relation == "slip" and min(len(bare(one.words)), len(bare(two.words))) == 1:
        return Comparison(Relation.INCOMPARABLE, _REASONS["unknown"])
    if relation == "slip" and _by_region(one) == _by_region(two):
        return Comparison(Relation.COMPATIBLE, "British and American spelling")
    return Comparison(_RELATIONS[relation], _REASONS[relation])


def _by_region(value: PersonValue) -> list[str]:
    return [spelling_key(word.lower()) for word in bare(value.words)]


def show(fact: Fact) -> str:
    """The name in the document's fullest form, without honorifics."""
    return fact.value.name if isinstance(fact.value, PersonValue) else fact.surface


KIND = Kind(
    kind=FactKind.PERSON,
    value_type=PersonValue,
    extract=extract,
    keys=keys,
    compare=compare,
    show=show,
)
