"""The same articles give the same bytes: in any order, with any --jobs, with any hash seed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.config import Settings
from factcheck.pipeline import run
from factcheck.read import read_paths
from factcheck.report import FORMATS, Style

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@pytest.fixture(scope="module")
def articles() -> list[str]:
    found = sorted(path.as_posix() for path in CORPUS.rglob("*") if path.suffix in (".txt", ".md"))
    found = [path for path in found if Path(path).name != "README.md"]
    assert len(found) >= 4
    return found[:6]


def test_same_bytes_for_any_order_jobs_and_hash_seed(cli, articles: list[str]) -> None:
    runs = [
        (articles, "1", "0"),
        (articles[::-1], "2", "1"),
        (articles[3:] + articles[:3], "1", "424242"),
    ]
    outputs = set()
    for paths, jobs, seed in runs:
        done = cli(
            *("compare", *paths, "--jobs", jobs, "--format", "json", "--format", "text=out.txt"),
            *("--exit-zero", "--pedantic", "--facts", "--no-cache"),
            env={"PYTHONHASHSEED": seed},
        )
        assert done.returncode == 0, done.stderr
        outputs.add(done.stdout)
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["findings"]


def test_the_cache_changes_nothing(cli, articles: list[str]) -> None:
    command = ("compare", *articles, "--format", "json", "--exit-zero", "--pedantic")
    bare, cold, warm = cli(*command, "--no-cache"), cli(*command), cli(*command)
    assert bare.returncode == 0, bare.stderr
    assert bare.stdout == cold.stdout == warm.stdout


def test_every_format_is_the_same_for_any_order_of_documents(articles: list[str]) -> None:
    documents = read_paths(articles)
    settings = Settings(model="none", pedantic=True)
    reports = [run(order, settings=settings) for order in (documents, documents[::-1])]
    for format_ in FORMATS:
        one, other = (format_.render(report, Style(facts=True)) for report in reports)
        assert one == other
