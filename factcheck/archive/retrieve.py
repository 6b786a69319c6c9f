"""Candidates: which articles of an archive may speak of the same things as those asked about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from factcheck.archive.keys import Key, rows_of
from factcheck.archive.store import Store
from factcheck.archive.tables import KEYS, PASSAGES, keys_schema

CUT = 60
"""A key that more articles hold than this is left out (the same number as in `match.blocking`)."""
TOP = 20
"""The most articles that a draft is checked against."""
TOP_ALL = 12
"""The most articles that each one is compared with in all against all."""
FLOOR = 24
"""The least bits of shared keys: three keys that two articles of the archive hold, or more of
those that more do."""


NAMES = 8
"""The least bits of shared names: one that four articles of the archive hold at most, or two of
those that more do."""


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """An article that may speak of the same things as `probe`, both by their numbers."""

    probe: int
    found: int
    score: int


@cache
def candidates_sql(*, cut: int, top: int, floor: int) -> str:
    """The text of the candidate join, as it runs on every engine; see candidates.sql."""
    text = resources.files("factcheck.archive").joinpath("candidates.sql").read_text("utf-8")
    return text.format(cut=int(cut), top=int(top), floor=int(floor), names=NAMES)


def candidates(
    store: Store,
    probes: Sequence[tuple[int, Iterable[Key]]],
    *,
    cut: int = CUT,
    top: int = TOP,
    floor: int = FLOOR,
) -> list[Candidate]:
    """The candidates for articles given by number with their keys, best first for each probe.

    An article is no candidate for itself.
    """
    import pyarrow as pa

    if not store.manifest.partitions:
        return []
    asked = pa.table(rows_of(probes), schema=keys_schema())
    store.connection.register("probes", asked)
    # The rows of the keys asked about, looked up in files sorted by key.
    store.connection.register("held", held_rows(store, asked["key"].to_numpy()))
    found = _joined(store, cut=cut, top=top, floor=floor)
    store.connection.unregister("probes")
    store.connection.unregister("held")
    return found


def held_rows(store: Store, keys: Any) -> Any:
    """The rows of the table of keys that have one of `keys` (sorted numbers)."""
    import numpy
    import pyarrow as pa

    wanted = numpy.unique(keys)
    found = [keys_schema().empty_table()]
    for table in store.key_tables():
        held = table["key"].to_numpy()
        starts = numpy.searchsorted(held, wanted, "left")
        counts = numpy.searchsorted(held, wanted, "right") - starts
        before = numpy.cumsum(counts) - counts
        rows = numpy.repeat(starts - before, counts) + numpy.arange(counts.sum())
        found.append(table.take(rows))
    return pa.concat_tables(found)


def all_candidates(
    store: Store, *, cut: int = CUT, top: int = TOP_ALL, floor: int = FLOOR
) -> list[Candidate]:
    """The candidates for every article of the archive among the others."""
    if not store.manifest.partitions:
        return []
    store.connection.execute(f"CREATE OR REPLACE TEMP VIEW held AS SELECT * FROM {_keys(store)}")
    store.connection.execute("CREATE OR REPLACE TEMP VIEW probes AS SELECT * FROM held")
    found = _joined(store, cut=cut, top=top, floor=floor)
    store.connection.execute("DROP VIEW probes")
    store.connection.execute("DROP VIEW held")
    return found


def _joined(store: Store, **limits: int) -> list[Candidate]:
    rows: Any = store.connection.execute(candidates_sql(**limits))
    found = []
    while some := rows.fetchmany(10_000):
        found += [Candidate(probe, article, score) for probe, article, score, *_ in some]
    return found


def _keys(store: Store) -> str:
    """The table of keys, as DuckDB's SQL names it."""
    files = ", ".join("'" + file.replace("'", "''") + "'" for file in store.files(KEYS))
    return f"read_parquet([{files}])"


def passage_candidates(store: Store, *, most: int) -> list[Candidate]:
    """The pairs of articles with passages that share a band, `most` holders of a band at most.

    The score is that of two rare keys and more for each band shared.
    """
    if not store.manifest.partitions:
        return []
    files = ", ".join("'" + file.replace("'", "''") + "'" for file in store.files(PASSAGES))
    store.connection.execute(
        f"CREATE OR REPLACE TEMP VIEW bands AS SELECT key, article FROM read_parquet([{files}])"
    )
    rows: Any = store.connection.execute(passages_sql(most=most))
    found = []
    while some := rows.fetchmany(10_000):
        found += [Candidate(one, two, 2 * FLOOR + shared) for one, two, shared in some]
    return found


@cache
def passages_sql(*, most: int) -> str:
    """The text of the join of passages, as it runs on every engine; see passages.sql."""
    text = resources.files("factcheck.archive").joinpath("passages.sql").read_text("utf-8")
    return text.format(most=int(most))
