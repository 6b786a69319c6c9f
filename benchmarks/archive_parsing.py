"""What to parse: all sentences, those that can hold a fact, those of articles with a counterpart.

The third way reads everything without the language model first, joins, and reads with the model
only the articles that the join gives a counterpart. The same articles are compared each time: some
of five to a story, as many that stand alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import msgspec

from benchmarks.run import CORPUS
from benchmarks.synthetic import VERSIONS, articles
from factcheck.annotate import load_model, resolve_model
from factcheck.annotate.worth import worth_parsing
from factcheck.archive.everything import Scope, compare_archive, find_stories
from factcheck.archive.manifest import new_manifest, write_manifest
from factcheck.archive.partition import place_partition, read_articles, write_articles
from factcheck.archive.records import Raw
from factcheck.archive.store import Store, open_store
from factcheck.config import Settings

STORIES = 10


def compare_ways(show: Callable[..., None], taken: Callable[[], Any]) -> None:
    """Print processor seconds and findings of the three ways."""
    model = resolve_model("auto")
    load_model(model)
    raws = _articles()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with taken() as cost:
            usual = _store(folder / "usual", [(raws, model)])
        expected = _findings(usual, model)
        base = cost[1]
        _tell(show, "sentences that can hold a fact", base, base, expected, expected)
        for what, worth in (
            ("every sentence parsed", lambda tokens, *, prose: True),
            # As in a table: only with a number, a name, a quotation, a denial or a direction.
            ("the stricter choice for prose too", lambda tokens, *, prose: worth_parsing(tokens)),
        ):
            with taken() as cost, patch("factcheck.annotate.worth_parsing", worth):
                other = _store(folder / what.replace(" ", "-"), [(raws, model)])
            _tell(show, what, cost[1], base, _findings(other, model), expected)
        with taken() as cost:
            first = _store(folder / "first", [(raws, "none")])
            paired = {
                article
                for story in find_stories(first, Scope(largest=VERSIONS))
                for article in story.articles
                if len(story.articles) > 1
            }
            parts = [
                ([raw for raw in raws if raw.id in paired], model),
                ([raw for raw in raws if raw.id not in paired], "none"),
            ]
            blocked = _store(folder / "blocked", parts)
        found = _findings(blocked, model)
        what = f"after blocking ({len(paired)} of {len(raws)} articles)"
        _tell(show, what, cost[1], base, found, expected)


def _articles() -> list[Raw]:
    """As many articles in stories of five as alone."""
    with tempfile.TemporaryDirectory() as name:
        articles(Path(name), STORIES * VERSIONS * 6, corpus=CORPUS)
        texts = [(path.name, path.read_bytes()) for path in sorted(Path(name).iterdir())]
    together = texts[: STORIES * VERSIONS]
    alone = texts[STORIES * VERSIONS :: VERSIONS]
    return [Raw(name, text) for name, text in (*together, *alone)]


def _store(folder: Path, parts: list[tuple[list[Raw], str]]) -> Store:
    (folder / "partitions").mkdir(parents=True)
    made = []
    for number, (raws, model) in enumerate(parts):
        read, failures = read_articles(raws, model=model)
        assert not failures, failures
        partition = write_articles(read, folder / "unfinished" / f"{number:06d}-00000000")
        place_partition(folder, partition)
        made.append(partition)
    manifest = new_manifest(parts[0][1])
    write_manifest(folder, msgspec.structs.replace(manifest, complete=True, partitions=tuple(made)))
    return open_store(str(folder))


def _findings(store: Store, model: str) -> set[tuple[object, ...]]:
    settings = Settings(model=model.split(" ")[0])
    report = compare_archive(store, settings=settings, scope=Scope(largest=VERSIONS))
    return {(one.code, one.primary, one.related) for one in report.findings}


def _tell(
    show: Callable[..., None],
    what: str,
    cost: float,
    base: float,
    found: set[tuple[object, ...]],
    expected: set[tuple[object, ...]],
) -> None:
    show(
        what,
        f"{cost:.1f} s, {cost / base:.2f} of the usual; {len(found)} findings, "
        f"{len(expected - found)} lost, {len(found - expected)} more",
    )
