"""The page and the schema say what the keys are."""

from __future__ import annotations

import json
import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.config import HouseStyle
from factcheck.configuration.read import read_file

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "docs/schema/configuration.json").read_text(encoding="utf-8"))
EXAMPLE = re.findall(r"^```toml\n(.*?)^```", PAGE, re.M | re.S)[0]


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools/configuration.py"))


def test_the_table_of_the_page_is_up_to_date(tool: dict[str, Any]) -> None:
    """Else run `python tools/configuration.py`."""
    assert tool["TABLE"].search(PAGE)[0] == tool["table"]()


def test_the_schema_is_up_to_date(tool: dict[str, Any]) -> None:
    """Else run `python tools/configuration.py`."""
    Draft202012Validator.check_schema(SCHEMA)
    assert tool["schema"]() == SCHEMA


def test_the_example_of_the_page_works(tmp_path: Path) -> None:
    path = tmp_path / "factcheck.toml"
    path.write_text(EXAMPLE, encoding="utf-8")
    read = read_file(path)
    assert read.values["severity"]["truncated-text"] == "off"
    assert read.only_in_files()["style"] == HouseStyle(
        spelling="british",
        names={"Kyiv": ("Kiev",), "Battle of Kiev": (), "Nato": ("NATO", "N.A.T.O.")},
    )
    Draft202012Validator(SCHEMA).validate(tomllib.loads(EXAMPLE))


def test_the_example_of_the_readme_works(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    path = tmp_path / "factcheck.toml"
    path.write_text(re.findall(r"^```toml\n(.*?)^```", readme, re.M | re.S)[0], encoding="utf-8")
    assert read_file(path).values["fail-on"] == "warning"


@pytest.mark.parametrize(
    "text",
    [
        "selct = []",
        "jobs = -1",
        'jobs = "two"',
        "min-confidence = 1.5",
        'fail-on = "eror"',
        'select = "FC1"',
        'select = ["FC1234"]',
        '[severity]\nFC1 = "bad"',
        '[style]\nspelling = "welsh"',
        '[style.names]\nKyiv = "Kiev"',
    ],
)
def test_the_schema_refuses_what_is_wrong(text: str) -> None:
    assert not Draft202012Validator(SCHEMA).is_valid(tomllib.loads(text))
