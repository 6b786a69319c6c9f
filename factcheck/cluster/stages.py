"""What a worker does with one row: the stages of the archive, in and out as bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import msgspec

from factcheck.archive.everything import StoryOutcome, check_stories
from factcheck.archive.manifest import UNFINISHED, Partition
from factcheck.archive.partition import Batch, read_articles, write_articles
from factcheck.archive.records import Raw
from factcheck.archive.remote import is_address, remote_of
from factcheck.archive.stories import Story
from factcheck.config import Settings
from factcheck.model import FactcheckError, FactKind


class PackedRaw(msgspec.Struct, array_like=True):
    """A `Raw` as it travels: its data are text or bytes, and which of them is told."""

    name: str
    data: bytes
    text: bool
    published: date | None
    as_file: bool


class Done(msgspec.Struct):
    """What became of a batch: the partition written if there is one, where, and what was left out.

    `read` and `lost` are the articles in it and those left out, by number. `trouble` is what stops
    the run: this machine can't write the archive.
    """

    partition: Partition | None
    failures: tuple[str, ...] = ()
    read: frozenset[int] = frozenset()
    lost: frozenset[int] = frozenset()
    place: str = ""
    trouble: str = ""


class Work(msgspec.Struct):
    """A handful of stories, where their articles are, and how they are checked.

    `cache` is `cache_dir` of the settings, "" for each machine's own.
    """

    folder: str
    state: str
    cache: str
    places: dict[int, tuple[int, int]]
    stories: tuple[Story, ...]
    settings: Settings
    kinds: tuple[FactKind, ...]
    recent: frozenset[str] | None


def packed(raw: Raw) -> PackedRaw:
    """`raw` for the way; a lone surrogate stays what it is and is told where it is read."""
    if isinstance(raw.data, bytes):
        return PackedRaw(raw.name, raw.data, False, raw.published, raw.as_file)
    data = raw.data.encode("utf-8", "surrogatepass")
    return PackedRaw(raw.name, data, True, raw.published, raw.as_file)


def unpacked(raw: PackedRaw) -> Raw:
    """The article of `packed`."""
    data = raw.data.decode("utf-8", "surrogatepass") if raw.text else raw.data
    return Raw(raw.name, data, raw.published, raw.as_file)


def read_batch(payload: bytes, *, folder: str, model: str) -> bytes:
    """Read a batch of packed articles and write it as a partition of the archive in `folder`.

    A worker that does the batch again after another died writes the same partition: in a folder, in
    a place of its own until it is whole; to an object store, the same bytes under the same names.
    """
    raws = [unpacked(one) for one in msgspec.msgpack.decode(payload, type=list[PackedRaw])]
    articles, failures = read_articles(raws, model=model)
    read = frozenset(row["article"] for _, row in articles)
    done = Done(None, failures, read, frozenset(raw.id for raw in raws) - read)
    if articles:
        # The number follows from the batch, so that the partition is the same whoever writes it.
        name = Batch(raws[0].id % 1_000_000_000, tuple(raws)).name
        try:
            done.partition, done.place = _written(articles, name, folder)
        except FactcheckError as error:
            done = Done(None, trouble=str(error))
    return msgspec.msgpack.encode(done)


def _written(articles: Any, name: str, folder: str) -> tuple[Partition, str]:
    if not is_address(folder):
        place = Path(folder) / UNFINISHED / uuid4().hex
        return write_articles(articles, place / name), place.name
    from factcheck.archive.bucket import upload

    with TemporaryDirectory(prefix="factcheck-") as top:
        partition = write_articles(articles, Path(top) / name)
        upload(remote_of(folder), Path(top), partition)
    return partition, ""


def check_some(payload: bytes) -> bytes:
    """The outcomes of a handful of stories, or what stops the run in this machine's way to them."""
    work = msgspec.msgpack.decode(payload, type=Work)
    cache = Path(work.cache) if work.cache else None
    try:
        outcomes = check_stories(
            work.stories,
            folder=work.folder,
            settings=replace(work.settings, cache_dir=cache),
            kinds=work.kinds,
            recent=work.recent,
            state=work.state,
            places=work.places,
        )
    except FactcheckError as error:
        return msgspec.msgpack.encode(str(error))
    return msgspec.msgpack.encode(outcomes)


def outcomes_of(payload: bytes) -> list[StoryOutcome]:
    """The outcomes that `check_some` made bytes of. Raises FactcheckError for what stopped it."""
    found = msgspec.msgpack.decode(payload, type=list[StoryOutcome] | str)
    if isinstance(found, str):
        raise FactcheckError(found)
    return found
