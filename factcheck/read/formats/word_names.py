"""The names of WordprocessingML, in both namespaces that the standard gives them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

# What a reader of the page doesn't see as part of the text: deletions, the origin of what was
# moved, field codes, the reading aids above characters, and properties.
LEFT_OUT = frozenset(
    "del moveFrom delText instrText rt pPr rPr tblPr trPr tcPr sectPr sdtPr sdtEndPr rubyPr".split()
)


def name_of(element: Element) -> str:
    """The name of an element of Word's own, "AlternateContent", or "" for any other."""
    tag = element.tag
    for space in _SPACES:
        if tag.startswith(space):
            return tag[len(space) :]
    return "AlternateContent" if tag == _CHOICES else ""


def child(element: Element, name: str) -> Element | None:
    """The first child of that name."""
    return next((each for each in element if name_of(each) == name), None)


def attribute(element: Element, name: str) -> str:
    """An attribute of Word's own; "" where it isn't given."""
    return next((value for space in _SPACES if (value := element.get(space + name))), "")
