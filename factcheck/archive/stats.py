"""What an archive holds, in figures."""

from __future__ import annotations

from factcheck.archive.store import Store
from factcheck.archive.tables import DOCUMENTS


def statistics(store: Store) -> dict[str, int | str]:
    """The figures of an archive by what they count, most of them from its manifest."""
    manifest = store.manifest
    partitions = manifest.partitions
    first, last = _days(store)
    return {
        "articles": store.articles,
        "words": sum(one.words for one in partitions),
        "claims": sum(one.claims for one in partitions),
        "facts": sum(one.facts for one in partitions),
        "keys": sum(one.keys for one in partitions),
        "partitions": len(partitions),
        "bytes": sum(sum(one.files.values()) for one in partitions),
        "first_day": first,
        "last_day": last,
        "model": manifest.model,
        "version": manifest.version,
        "state": "complete" if manifest.complete else "unfinished: run the same build again",
    }


def _days(store: Store) -> tuple[str, str]:
    if not store.manifest.partitions:
        return "", ""
    row = store.connection.execute(
        "SELECT MIN(d.published), MAX(d.published) FROM read_parquet(?) AS d",
        [store.files(DOCUMENTS)],
    ).fetchone()
    first, last = (str(day or "") for day in row)
    return first, last
