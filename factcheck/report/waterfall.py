"""How a finding's match adds up: each dimension, its level, its bits and the running total."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from rich.cells import cell_len

from factcheck.report.format import Style
from factcheck.report.paint import paint
from factcheck.report.visible import visible
from factcheck.report.wrap import wrapped

# Less than this (bits) rounds to nothing.
WEIGHS = 0.005


def render(finding: Mapping[str, Any], style: Style) -> str:
    """The waterfall of one finding of a `factcheck.report/v1`; ends with a line break.

    Weights are bits: each bit doubles the odds that both passages speak of the same thing, and the
    running total t gives the probability 1 / (1 + 2**-t).
    """
    severity = str(finding["severity"])
    head = f"{finding['code']} {finding['rule']}"
    lines = [
        f"{paint(severity, severity, color=style.color)} {paint(head, 'bold', color=style.color)}"
        f"  confidence {finding['confidence']:.2f}",
        *wrapped(f"  {_safe(finding['message'], style)}", style.width, indent="  "),
    ]
    for place in (finding["primary"], *finding["related"]):
        where = f"{place['document']}:{place['line']}:{place['column']}"
        lines += wrapped(
            f"  {_safe(where, style)}  {_safe(place['text'], style)}", style.width, indent="    "
        )
    lines.append("")
    weighed = [part for part in finding["why"] if abs(part["weight"]) >= WEIGHS]
    others = [part for part in finding["why"] if abs(part["weight"]) < WEIGHS]
    lines += _table(weighed, style)
    if others:
        listed = "; ".join(f"{part['dimension']}: {part['level']}" for part in others)
        head = "  without weight: " if weighed else "  reasons, not weighed: "
        lines += wrapped(head + _safe(listed, style), style.width, indent="    ")
    if not finding["why"]:
        lines.append("No match was weighed for this finding.")
    return "".join(f"{line}\n" for line in lines)


def probability(bits: float) -> float:
    """The probability that odds of 2**`bits` stand for."""
    return 1.0 / (1.0 + math.exp2(-max(min(bits, 60.0), -60.0)))


def _table(parts: list[Mapping[str, Any]], style: Style) -> list[str]:
    if not parts:
        return []
    rows = [("dimension", "level", "bits", "total", "probability")]
    total = 0.0
    for part in parts:
        total += float(part["weight"])
        rows.append(
            (
                _safe(part["dimension"], style),
                _safe(part["level"], style),
                f"{part['weight']:+.2f}",
                f"{total:+.2f}",
                f"{probability(total):.3f}",
            )
        )
    widths = [max(cell_len(row[index]) for row in rows) for index in range(5)]
    lines = []
    for row in rows:
        left = "  ".join(_pad(row[index], widths[index]) for index in (0, 1))
        right = "  ".join(row[index].rjust(widths[index]) for index in (2, 3, 4))
        lines.append(f"  {left}  {right}")
    lines[0] = paint(lines[0], "dim", color=style.color)
    return lines


def _pad(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _safe(text: object, style: Style) -> str:
    return visible(" ".join(str(text).split()), ascii_only=style.ascii)
