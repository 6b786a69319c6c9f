"""What a worker does with one row: the stages of the archive, in and out as bytes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import uuid4

import msgspec

from factcheck.archive.batches import digests
from factcheck.archive.everything import StoryOutcome, check_stories
from factcheck.archive.manifest import UNFINISHED, Partition, open_manifest
from factcheck.archive.partition import Batch, read_articles, write_articles
from factcheck.archive.records import Raw
from factcheck.archive.stories import Story
from factcheck.config import Settings
from factcheck.model import FactKind


class PackedRaw(msgspec.Struct, array_like=True):
    """A `Raw` as it travels: its data are text or bytes, and which of them is told."""

    name: str
    data: bytes
    text: bool
    published: date | None
    as_file: bool


class Done(msgspec.Struct):
    """What became of a batch: the partition written if there is one, and what was left out."""

    partition: Partition | None
    failures: tuple[str, ...]
    known: int


class Work(msgspec.Struct):
    """A handful of stories, and how they are checked."""

    folder: str
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
    """Read a batch of packed articles and write it as a partition below `folder`.

    What the archive has already is left out. A worker that does the batch again after another died
    writes the same partition, in a place of its own until it is whole.
    """
    raws = [unpacked(one) for one in msgspec.msgpack.decode(payload, type=list[PackedRaw])]
    path = Path(folder)
    there = digests(path, open_manifest(path), [raw.id for raw in raws])
    fresh = [raw for raw in raws if there.get(raw.id) != raw.digest]
    clashing = [raw for raw in fresh if raw.id in there]
    fresh = [raw for raw in fresh if raw.id not in there]
    failures = [f"{raw.name}: another article of this name came before it" for raw in clashing]
    articles, unread = read_articles(fresh, model=model)
    partition = None
    if articles:
        # The number follows from the batch, so that the partition is the same whoever writes it.
        name = Batch(fresh[0].id % 1_000_000_000, tuple(fresh)).name
        place = path / UNFINISHED / uuid4().hex / name
        partition = write_articles(articles, place)
    known = len(raws) - len(fresh) - len(clashing)
    return msgspec.msgpack.encode(
        (Done(partition, (*failures, *unread), known), place.parent.name if partition else "")
    )


def check_some(payload: bytes) -> bytes:
    """The outcomes of a handful of stories."""
    work = msgspec.msgpack.decode(payload, type=Work)
    outcomes = check_stories(
        work.stories,
        folder=work.folder,
        settings=work.settings,
        kinds=work.kinds,
        recent=work.recent,
    )
    return msgspec.msgpack.encode(outcomes)


def outcomes_of(payload: bytes) -> list[StoryOutcome]:
    """The outcomes that `check_some` made bytes of."""
    return msgspec.msgpack.decode(payload, type=list[StoryOutcome])
