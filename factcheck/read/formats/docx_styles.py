"""What the styles of a Word document say of a paragraph: heading, title, list item, quotation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from factcheck.read.formats.parts import CAPTION, LIST_ITEM, QUOTE, TITLE, Reading, heading
from factcheck.read.formats.word_names import attribute, child, name_of

# The names are those of Word's own styles, which are the same in every language of its menus.
_BY_NAME = {"title": TITLE, "caption": CAPTION, "quote": QUOTE, "intense quote": QUOTE}
_DEEPEST = 20
# Word counts outline levels from 0; the last one is that of running text.
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Styles:
    """The readings of styles by their identifiers."""

    readings: Mapping[str, Reading] = field(default_factory=dict)

    def reading(self, paragraph: Element) -> Reading | None:
        """What a paragraph is by its style and its own properties; None leaves it to its words."""
        properties = child(paragraph, "pPr")
        if properties is None:
            return None
        own = _by_properties(properties)
        style = child(properties, "pStyle")
        by_style = None if style is None else self.readings.get(attribute(style, "val"))
        if by_style is None or own is None:
            return own or by_style
        # A numbered heading is a heading.
        return by_style if own is LIST_ITEM else own


def read_styles(root: Element) -> Styles:
    """The styles of `word/styles.xml`, each with what it takes from the one it is based on."""
    styles = {
        attribute(style, "styleId"): style
        for style in root
        if name_of(style) == "style" and attribute(style, "type") == "paragraph"
    }
    found = {identity: _inherited(identity, styles) for identity in styles}
    return Styles({identity: reading for identity, reading in found.items() if reading})


def _inherited(identity: str, styles: Mapping[str, Element]) -> Reading | None:
    for _ in range(_DEEPEST):
        style = styles.get(identity)
        if style is None:
            return None
        reading = _of_style(style)
        if reading:
            return reading
        base = child(style, "basedOn")
        identity = "" if base is None else attribute(base, "val")
    return None


def _of_style(style: Element) -> Reading | None:
    element = child(style, "name")
    name = "" if element is None else attribute(element, "val").lower()
    if name in _BY_NAME:
        return _BY_NAME[name]
    word, _, level = name.partition(" ")
    if word == "heading" and level.isascii() and level.isdigit() and len(level) == 1:
        return heading(int(level))
    if name.startswith("list ") and name != "list paragraph":
        return LIST_ITEM
    properties = child(style, "pPr")
    return None if properties is None else _by_properties(properties)


def _by_properties(properties: Element) -> Reading | None:
    outline = child(properties, "outlineLvl")
    level = "" if outline is None else attribute(outline, "val")
    if level.isascii() and level.isdigit() and len(level) == 1 and int(level) < _BODY_LEVEL:
        return heading(int(level) + 1)
    numbering = child(properties, "numPr")
    number = None if numbering is None else child(numbering, "numId")
    if number is not None and attribute(number, "val") != "0":
        return LIST_ITEM
    return None
