"""A sentence as items for the grammar of roles: whole names and single words."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.annotate.data.offices import NATIONAL
from factcheck.annotate.data.places import country_table, demonyms
from factcheck.annotate.nouns import Annotated, Entity, Name, Sentence
from factcheck.annotate.pieces import pieces_of

# Offices that serve a state, so that its capital or seat of power stands for it.
_STATE_OFFICES = NATIONAL | {"ambassador", "monarch", "special envoy"}


@dataclass(frozen=True, slots=True)
class Item:
    text: str
    start: int
    end: int
    possessive: bool = False
    name: Name | None = None

    @property
    def lower(self) -> str:
        return self.text.lower()


class Line:
    """The items of one sentence with the entities that its names stand for."""

    __slots__ = ("annotated", "items", "sentence")

    def __init__(self, annotated: Annotated, sentence: Sentence) -> None:
        self.annotated = annotated
        self.sentence = sentence
        self.items = items_of(annotated, sentence)

    def entity(self, index: int) -> Entity | None:
        if not 0 <= index < len(self.items):
            return None
        name = self.items[index].name
        return None if name is None else self.annotated.entities[name.entity]

    def person(self, index: int) -> Entity | None:
        entity = self.entity(index)
        return entity if entity is not None and entity.kind in ("person", "unknown") else None

    def word(self, index: int) -> str:
        return self.items[index].lower if 0 <= index < len(self.items) else ""


def items_of(annotated: Annotated, sentence: Sentence) -> tuple[Item, ...]:
    names = {name.span.start: name for name in annotated.names_in(sentence.index)}
    found: list[Item] = []
    inside = -1
    for piece in pieces_of(annotated.shadow, sentence):
        if piece.start < inside:
            if piece.possessive and piece.end >= inside:
                last = found[-1]
                found[-1] = Item(last.text, last.start, last.end, True, last.name)
            continue
        name = names.get(piece.start)
        if name is not None:
            inside = name.span.end
            found.append(Item(name.text, piece.start, inside, piece.possessive, name))
            continue
        glued = piece.text == "-" and found and found[-1].end == piece.start
        if glued and annotated.shadow[piece.end : piece.end + 1].isalpha():
            continue
        joined = f"{found[-1].text} {piece.word}" if found else ""
        if joined in demonyms():
            found[-1] = Item(joined, found[-1].start, piece.end)
        else:
            found.append(Item(piece.word, piece.start, piece.end, piece.possessive))
    return tuple(found)


def organisation_at(line: Line, index: int, office: str) -> str:
    """The canonical organisation or country that the item names, "" if it names none."""
    item = line.items[index]
    entity = line.entity(index)
    if entity is None:
        country = country_table().get(item.text, "")
        return country if item.text in demonyms() else ""
    if entity.kind == "person":
        return ""
    if office in _STATE_OFFICES or item.text in demonyms():
        for form in (item.text, entity.name):
            if form in country_table():
                return country_table()[form]
    capital = item.text not in ("US", "UK", "U.S.", "U.K.", "EU", "Britain", "America")
    return entity.name if capital else country_table().get(item.text, entity.name)
