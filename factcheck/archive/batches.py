"""Articles in batches of a partition each, and which of them an archive has already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.archive.records import Raw
from factcheck.archive.store import Store
from factcheck.archive.tables import DOCUMENTS, read_table

ARTICLES, CHARACTERS = 1_000, 8_000_000
"""The most articles and characters of one partition: what a process that dies has to do again."""


def chunks(articles: Iterable[Raw], size: int) -> Iterator[list[Raw]]:
    """`articles` in batches of at most `size`, or of `CHARACTERS` and one more article."""
    held: list[Raw] = []
    characters = 0
    for raw in articles:
        held.append(raw)
        characters += raw.size
        if len(held) >= size or characters >= CHARACTERS:
            yield held
            held, characters = [], 0
    if held:
        yield held


def digests(store: Store, articles: list[int]) -> dict[int, int]:
    """The digests of those of `articles` that are in the archive by now."""
    if not store.manifest.partitions:
        return {}
    import pyarrow as pa

    store.connection.register("asked", pa.table({"article": pa.array(articles, pa.int64())}))
    rows = store.connection.execute(
        "SELECT d.article, d.digest FROM read_parquet(?) AS d "
        "JOIN asked AS a ON d.article = a.article",
        [store.files(DOCUMENTS)],
    ).fetchall()
    store.connection.close()
    return dict(rows)


def all_digests(store: Store) -> dict[int, int]:
    """The digests of all articles of an archive, by their numbers."""
    found: dict[int, int] = {}
    for path in store.files(DOCUMENTS):
        table = read_table(path, ["article", "digest"])
        found.update(zip(table["article"].to_pylist(), table["digest"].to_pylist(), strict=True))
    return found
