"""Small archives: of the corpus, and of made-up stories read without a language model."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from factcheck.archive.build import build
from factcheck.archive.inputs import Columns, each_article
from factcheck.archive.records import Raw

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TOWNS = ("Alderwick", "Brackenford", "Corvendale", "Dunmorrow", "Elstonby", "Farrowgate")


@pytest.fixture(autouse=True, scope="session")
def _extra() -> None:
    """Without the libraries of the extra there is nothing to test here."""
    for module in ("duckdb", "pyarrow", "rensa"):
        pytest.importorskip(module, reason="the extra archive is not installed")


def story(number: int, *, pages: int | None = None, version: str = "") -> Raw:
    """An article on the harbour plan of a town; each number has a town and figures of its own."""
    town = f"{TOWNS[number % len(TOWNS)]}{'abcdefghijklmnop'[number // len(TOWNS) % 16]}"
    text = (
        f"{town} council published its harbour strategy on 3 March 2026.\n\n"
        f"The {town} harbour strategy has {pages or 40 + number} pages. "
        f"It plans {120 + number} homes on the old {town} quay, the {town} mayor said.\n\n"
        f"Residents of {town} have until 14 April 2026 to answer. {version}\n"
    )
    return Raw(f"{town.lower()}{'-' if version else ''}{len(version) or ''}.txt", text)


@pytest.fixture
def archive(tmp_path: Path) -> Callable[[Iterable[Raw]], str]:
    """Make an archive without a language model; its folder."""

    def make(articles: Iterable[Raw], *, size: int = 4, jobs: int = 1) -> str:
        folder = str(tmp_path / "made.archive")
        build(folder, articles, model="none", size=size, jobs=jobs)
        return folder

    return make


@pytest.fixture(scope="session")
def corpus_archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The articles of the corpus, read without a language model, four to a partition."""
    folder = str(tmp_path_factory.mktemp("archives") / "corpus.archive")
    articles = each_article([str(CORPUS)], columns=Columns(), failed=pytest.fail)
    build(folder, articles, model="none", size=4)
    return folder
