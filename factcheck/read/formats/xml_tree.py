"""XML that strangers wrote, as a tree: no entities of its own, nothing fetched, no deep nesting."""

from __future__ import annotations

from html.entities import html5
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from factcheck.read.formats.source import Source

DEEPEST = 200
_REMEDY = "save the file again with the program that wrote it"


class _RefusedError(Exception):
    """What the XML does that none may; the message says it."""


def xml_tree(data: bytes, source: Source, *, part: str = "") -> Element:
    """The root of the XML in `data`; tags are "{namespace}name".

    Entities that HTML knows by name stand for their characters. `part` names a file within the
    file, for messages.

    Raises:
        FactcheckError: the XML isn't well formed, declares entities (with which a small file can
            stand for gigabytes), or is nested deeper than `DEEPEST`.
    """
    within = f"{part}: " if part else ""
    builder = TreeBuilder()
    parser = _parser(builder)
    try:
        parser.Parse(data, True)
        return builder.close()
    except _RefusedError as refused:
        raise source.refusal(f"{within}{refused}; {_REMEDY}") from refused
    except expat.ExpatError as fault:
        what = expat.errors.messages[fault.code]
        raise source.refusal(
            f"{within}not well-formed XML ({what}); {_REMEDY}", line=fault.lineno
        ) from fault
    except (ValueError, LookupError, AssertionError) as fault:  # an encoding that nobody knows
        raise source.refusal(f"{within}XML that can't be read ({fault}); {_REMEDY}") from fault


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def _parser(builder: TreeBuilder) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    depth = 0

    def start(name: str, attributes: list[str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise _RefusedError(f"the XML is nested deeper than {DEEPEST} levels")
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        builder.start(_qualified(name), {_qualified(key): value for key, value in pairs})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_qualified(name))

    def entity(*_: object) -> NoReturn:
        raise _RefusedError("the XML declares entities of its own")

    def skipped(name: str, is_parameter: bool) -> None:
        if not is_parameter:
            builder.data(html5.get(f"{name};", f"&{name};"))

    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = entity
    # Only where a document type could declare them are unknown entities left to us.
    parser.UseForeignDTD(True)
    parser.SkippedEntityHandler = skipped
    return parser


def _qualified(name: str) -> str:
    return f"{{{name}" if "}" in name else name
