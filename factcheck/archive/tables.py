"""The Parquet files of a partition: their columns, and how they are written whole."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from factcheck.model import FactcheckError
from factcheck.read.files import shown

DOCUMENTS, KEYS, PASSAGES = "documents.parquet", "keys.parquet", "passages.parquet"
ROWS_TOGETHER = 32
"""Articles in one row group: what is read, at least, to get at one of them."""
_KEYS_TOGETHER = 65_536


def documents_schema() -> Any:
    """One row an article: what it is, its text, its layout, its claims with their facts."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field("article", pa.int64(), nullable=False),
            pa.field("name", pa.string(), nullable=False),
            pa.field("published", pa.date32()),
            pa.field("digest", pa.int64(), nullable=False),
            pa.field("words", pa.int32(), nullable=False),
            pa.field("claim_count", pa.int32(), nullable=False),
            pa.field("fact_count", pa.int32(), nullable=False),
            pa.field("text", pa.string(), nullable=False),
            pa.field("layout", pa.binary(), nullable=False),
            pa.field("claims", pa.binary(), nullable=False),
        ]
    )


def keys_schema() -> Any:
    """One row an article's key, sorted by key; `named` is 1 for a name, else 0."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field("key", pa.int64(), nullable=False),
            pa.field("article", pa.int64(), nullable=False),
            pa.field("named", pa.int8(), nullable=False),
        ]
    )


def passages_schema() -> Any:
    """One row a band of a passage, sorted by key; `block` is the passage's block."""
    import pyarrow as pa

    return pa.schema(
        [
            pa.field("key", pa.int64(), nullable=False),
            pa.field("article", pa.int64(), nullable=False),
            pa.field("block", pa.int32(), nullable=False),
        ]
    )


def write_table(path: Path, table: Any) -> int:
    """`table` as Parquet at `path`, on the disk when this returns; its size in bytes."""
    import pyarrow.parquet as pq

    wide = "text" in table.column_names
    with path.open("wb") as file:
        pq.write_table(
            table,
            file,
            compression="zstd",
            row_group_size=ROWS_TOGETHER if wide else _KEYS_TOGETHER,
            # The numbers of a partition's articles are few.
            use_dictionary=False if wide else ["article"],
            write_statistics=not wide or ["article"],
        )
        file.flush()
        os.fsync(file.fileno())
    return path.stat().st_size


def read_table(path: str | Path, columns: list[str] | None = None) -> Any:
    """The table of a small file, or some of its columns, each in one piece.

    One thread does it: for files of this size more of them take five times the processor time.
    Raises FactcheckError when the file can't be read as Parquet.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            return file.read(columns, use_threads=False).combine_chunks()
    except (OSError, pa.ArrowException) as error:
        reason = " ".join(str(error).split())[:200]
        raise FactcheckError(
            f"{shown(str(path))}: the archive is damaged ({reason}); put the file back from a copy"
        ) from error
