"""The JSON Schema of a configuration file, for editors that complete and check TOML."""

from __future__ import annotations

from typing import Any

from factcheck.configuration.keys import KEYS


def schema() -> dict[str, Any]:
    """What `factcheck.toml`, or the table `[tool.factcheck]`, may hold (JSON Schema 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck configuration",
        "description": "factcheck.toml, or the table [tool.factcheck] of pyproject.toml.",
        "type": "object",
        "properties": {key.name: {"description": key.about, **key.kind.schema()} for key in KEYS},
        "additionalProperties": False,
    }
