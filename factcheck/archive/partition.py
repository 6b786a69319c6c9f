"""The stage that turns articles into a partition: read, annotate, keys, Parquet.

One process runs it alone, a pool runs it many times over, a cluster runs it on its workers; it
writes a folder that counts only once a manifest names it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factcheck.archive.keys import keys_of, rows_of
from factcheck.archive.manifest import PARTITIONS, UNFINISHED, Partition
from factcheck.archive.passages import band_keys, passages_of
from factcheck.archive.records import Raw, pack_claims, pack_layout
from factcheck.archive.tables import (
    DOCUMENTS,
    KEYS,
    PASSAGES,
    documents_schema,
    keys_schema,
    passages_schema,
    write_table,
)
from factcheck.archive.writing import writing
from factcheck.extraction import extract
from factcheck.model import Claim, Document, FactcheckError
from factcheck.read import document_from_text
from factcheck.read.decode import decode
from factcheck.read.files import shown
from factcheck.read.load import How, load_bytes


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles that make one partition, and its number."""

    number: int
    articles: tuple[Raw, ...]

    @property
    def name(self) -> str:
        """The folder of the partition: its number, and what names it holds."""
        digest = hashlib.blake2b(digest_size=4)
        for raw in self.articles:
            digest.update(f"{raw.id} {raw.digest}\n".encode())
        return f"{self.number:06d}-{digest.hexdigest()}"


@dataclass(frozen=True, slots=True)
class Written:
    """A partition on the disk that no manifest names yet, and the articles left out, with why.

    `partition` is None when no article of the batch could be read.
    """

    partition: Partition | None
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One article read: its document, its claims, and the digest of what was given."""

    document: Document
    claims: tuple[Claim, ...]
    digest: int


def write_partition(batch: Batch, *, folder: str, model: str) -> Written:
    """Read the articles of `batch` and write them below `folder`, an archive's.

    An article that can't be read is left out and told in `failures`, one line each.
    """
    articles, failures = read_articles(batch.articles, model=model)
    if not articles:
        return Written(None, failures)
    place = Path(folder) / UNFINISHED / batch.name
    with writing(folder):
        return Written(write_articles(articles, place), failures)


def read_articles(
    raws: Sequence[Raw], *, model: str
) -> tuple[list[tuple[Article, dict[str, Any]]], tuple[str, ...]]:
    """The articles of `raws` with their rows of the table of documents, and the failures."""
    articles = []
    failures = []
    for raw in raws:
        try:
            article = _read(raw, model)
            articles.append((article, _row(article)))
        except FactcheckError as error:
            failures.append(" ".join(str(error).split()))
    return articles, tuple(failures)


def write_articles(articles: Sequence[tuple[Article, dict[str, Any]]], place: Path) -> Partition:
    """Write a partition of articles as the folder `place`, anew if it is there."""
    import pyarrow as pa

    keys = rows_of((row["article"], keys_of(one.claims)) for one, row in articles)
    tables = {
        DOCUMENTS: pa.Table.from_pylist([row for _, row in articles], schema=documents_schema()),
        KEYS: pa.table(keys, schema=keys_schema()),
        PASSAGES: _passages(articles),
    }
    return write_tables(tables, place)


def write_tables(tables: dict[str, Any], place: Path) -> Partition:
    """Write the tables of a partition as the folder `place`, anew if it is there."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    files = {name: write_table(place / name, table) for name, table in tables.items()}
    _sync_folder(place)
    documents = tables[DOCUMENTS]
    return Partition(
        name=place.name,
        articles=documents.num_rows,
        claims=sum(documents["claim_count"].to_pylist()),
        facts=sum(documents["fact_count"].to_pylist()),
        keys=tables[KEYS].num_rows,
        words=sum(documents["words"].to_pylist()),
        files=files,
    )


def place_partition(folder: Path, partition: Partition) -> None:
    """Move a written partition to where the manifest will look for it."""
    target = folder / PARTITIONS / partition.name
    shutil.rmtree(target, ignore_errors=True)
    (folder / UNFINISHED / partition.name).rename(target)
    _sync_folder(target.parent)


def _read(raw: Raw, model: str) -> Article:
    document = _document(raw)
    return Article(document, extract(document, model=model), raw.digest)


def _document(raw: Raw) -> Document:
    name = shown(raw.name)
    if not raw.as_file or isinstance(raw.data, str):
        text = raw.data if isinstance(raw.data, str) else decode(raw.data, name)
        return document_from_text(text, name=raw.name, published=raw.published)
    found = load_bytes(raw.data, raw.name, How(), lambda line: None)
    if len(found) != 1:
        raise FactcheckError(
            f"{name}: holds {len(found)} articles and not one; give them as JSON Lines "
            "(`text`, `name`, `published`)"
        )
    return replace(found[0], name=raw.name)


def _row(article: Article) -> dict[str, Any]:
    document, claims = article.document, article.claims
    row = {
        "article": 0,
        "name": document.name,
        "published": document.published,
        "digest": article.digest,
        "words": len(document.text.split()),
        "claim_count": len(claims),
        "fact_count": sum(len(claim.facts) for claim in claims),
        "text": document.text,
        "layout": pack_layout(document),
        "claims": pack_claims(shown(document.name), claims),
    }
    try:
        document.name.encode()
        document.text.encode()
    except UnicodeEncodeError as error:
        raise FactcheckError(
            f"{shown(document.name)}: holds half of a surrogate pair; mend the text's encoding"
        ) from error
    row["article"] = Raw(document.name, b"").id
    return row


def _passages(articles: Sequence[tuple[Article, dict[str, Any]]]) -> Any:
    import pyarrow as pa

    places = []
    words = []
    for article, row in articles:
        for passage in passages_of(article.document):
            places.append((row["article"], passage.block))
            words.append(passage.words)
    rows = sorted(
        (key, *place) for place, keys in zip(places, band_keys(words), strict=True) for key in keys
    )
    columns = list(zip(*rows, strict=True)) or [(), (), ()]
    return pa.table(
        dict(zip(("key", "article", "block"), columns, strict=True)), schema=passages_schema()
    )


def _sync_folder(folder: Path) -> None:
    """A rename is on the disk once its folder is; not every system can say so."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
