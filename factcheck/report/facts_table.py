"""The facts by source: for each slot its status, each value and who gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.cells import cell_len

from factcheck.model import FactGroup, Status
from factcheck.report.format import Style
from factcheck.report.paint import paint
from factcheck.report.values import show_value
from factcheck.report.visible import visible
from factcheck.report.wrap import wrapped

_HEADINGS = {
    Status.DISPUTED: "Disputed facts",
    Status.CORROBORATED: "Corroborated facts",
    Status.SINGLE: "Facts of a single source",
}
_WIDEST_VALUE = 28


def facts_lines(
    groups: Sequence[FactGroup], short: Callable[[str], str], style: Style
) -> Iterator[str]:
    """All groups, the disputed first; `short` gives the printed name of a document."""
    separate = False
    for status, heading in _HEADINGS.items():
        chosen = [group for group in groups if group.status is status]
        if not chosen:
            continue
        if separate:
            yield ""
        separate = True
        yield paint(f"{heading} ({len(chosen)})", status, color=style.color)
        for group in chosen:
            yield from _group(group, short, style)


def _group(group: FactGroup, short: Callable[[str], str], style: Style) -> Iterator[str]:
    label = visible(group.label, ascii_only=style.ascii)
    label = paint(label, "bold", color=style.color) if cell_len(label) + 20 < style.width else label
    yield from wrapped(f"  {label} [{group.kind.value}]", style.width, indent="    ")
    values: dict[str, dict[str, None]] = {}
    for fact in group.facts:
        value = visible(" ".join(show_value(fact).split()), ascii_only=style.ascii)
        values.setdefault(value, {})[short(fact.document)] = None
    widest = max(map(cell_len, values))
    for value, documents in values.items():
        names = ", ".join(documents)
        if widest <= _WIDEST_VALUE:
            gap = " " * (widest - cell_len(value))
            indent = " " * (widest + 6)
            yield from wrapped(f"    {value}{gap}  {names}", style.width, indent=indent)
        else:
            yield from wrapped(f"    {value}", style.width, indent="    ")
            yield from wrapped(f"      {names}", style.width, indent="      ")
