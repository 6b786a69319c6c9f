"""The report formats. A new format is one file, one test and one line here."""

from __future__ import annotations

from factcheck.report import json, text
from factcheck.report.format import Format, Style

FORMATS: tuple[Format, ...] = (text.FORMAT, json.FORMAT)

__all__ = ["FORMATS", "Format", "Style"]
