"""The last row of a table, called "Total", against the rows above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.shadow import shadow_of
from factcheck.model import BlockKind, Document, Fact, QuantityValue, Span
from factcheck.rules.figures import number_of
from factcheck.rules.reckoning import SURE, Reckoning, plain
from factcheck.rules.rule import Corpus

_TOTAL = re.compile(r"\W*(?:grand |overall )?(?:totals?|all|sum)\W*", re.IGNORECASE)
# Rows that are counted in another row, and columns whose cells don't add up.
_WITHIN = re.compile(
    r"\W*(?:of which|of whom|including|incl\.?|sub-?total|thereof)\b", re.IGNORECASE
)
_NO_SUM = re.compile(
    r"%|\b(?:share|average|mean|median|rate|ratio|per|percent|turnout|rank|change|index|"
    r"price|year|age|no)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\W*\d[\d,]*(?:\.\d+)?\W*")
_RULED = re.compile(r"[-|:+=\s]*")
_LEAST_ROWS = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table: its cells as written, and the one figure of each, None for none."""

    cells: tuple[str, ...]
    figures: tuple[Fact | None, ...]


def table_totals(corpus: Corpus) -> Iterator[Reckoning]:
    """The figures of "Total" rows that differ from the sum of their column."""
    for document in corpus.documents:
        tables = list(_tables(document))
        if not tables:
            continue
        shadow, figures = shadow_of(document.text), _figures_by_block(corpus, document)
        for table in tables:
            rows = [
                _row(document.blocks[number].span, shadow, figures.get(number, ()))
                for number in table
            ]
            yield from _in_table(rows)


def _figures_by_block(corpus: Corpus, document: Document) -> dict[int, list[Fact]]:
    """The figures of a document by the number of their block."""
    found: dict[int, list[Fact]] = {}
    for claim in corpus.claims_of[document.name]:
        for fact in claim.facts:
            if isinstance(fact.value, QuantityValue):
                found.setdefault(claim.block, []).append(fact)
    return found


def _tables(document: Document) -> Iterator[list[int]]:
    """The numbers of the row blocks of each table, ruled lines between them left out."""
    table: list[int] = []
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.TABLE_ROW:
            table.append(number)
        elif table and not _RULED.fullmatch(document.slice(block.span)):
            yield table
            table = []
    if table:
        yield table


def _row(span: Span, shadow: str, facts: Sequence[Fact]) -> _Row:
    text = shadow[span.start : span.end]
    cells, figures = [], []
    start = span.start
    for cell in text.split("|"):
        end = start + len(cell)
        inside = [fact for fact in facts if start <= fact.span.start and fact.span.end <= end]
        cells.append(cell.strip())
        alone = len(inside) == 1 and _PLAIN.fullmatch(cell.strip())
        figures.append(inside[0] if alone else None)
        start = end + 1
    return _Row(tuple(cells), tuple(figures))


def _in_table(rows: Sequence[_Row]) -> Iterator[Reckoning]:
    if len(rows) < _LEAST_ROWS + 2 or not _TOTAL.fullmatch(_label(rows[-1])):
        return
    head, *body, total = rows
    if any(_WITHIN.match(_label(row)) or _TOTAL.fullmatch(_label(row)) for row in body):
        return
    if len({len(row.cells) for row in rows}) != 1:
        return
    for column, stated in enumerate(total.figures):
        parts = [row.figures[column] for row in body]
        summed = [part for part in parts if part is not None]
        if stated is None or len(summed) < len(parts) or _NO_SUM.search(head.cells[column]):
            continue
        made = sum(map(number_of, summed))
        if abs(made - number_of(stated)) > _rounding(stated, summed):
            yield Reckoning(stated, tuple(summed), plain(made), SURE, "total of a table")


def _label(row: _Row) -> str:
    return next((cell for cell in row.cells if cell), "")


def _rounding(stated: Fact, parts: Sequence[Fact]) -> float:
    """By how much a sum may be off where every figure is rounded; whole numbers are taken as such
    unless all end in a nought."""
    steps = [_step(fact) for fact in (stated, *parts)]
    return 0.0 if max(steps) <= 1 and min(steps) >= 1 else sum(steps) / 2


def _step(fact: Fact) -> float:
    assert isinstance(fact.value, QuantityValue)
    return fact.value.step
