"""Passages that stand nearly alike in several articles, found by MinHash and locality hashing.

Broder, "On the resemblance and containment of documents" (1997), for the sketch; banding after
Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets" (2014), section 3.4. With `BANDS` bands
of `ROWS` values over word pairs, two passages that differ in 15 of 100 words (their sets of pairs
agree in 57 of 100) share a band with a probability of .96, and unrelated ones hardly ever. What
shares a band is only a candidate: `likeness` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Any
from zlib import crc32

from factcheck.annotate.plain_words import plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.model import BlockKind, Document, Span

BANDS, ROWS = 16, 3
LEAST_WORDS = 25
"""Shorter passages are formulas: "the case continues"."""
ALIKE = 0.75
"""The least share of words in common order from which two passages count as nearly alike."""
COMMON = 60
"""A band that more passages share than this is boilerplate, as in `match.copies`."""
_SEED = 20251207
_CHUNK = 2_000
_MOST_WORDS = 200_000
_ODD = 0xFF51AFD7ED558CCD
_PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph long enough to be told again: where it stands and its folded words."""

    block: int
    span: Span
    words: tuple[str, ...]


def passages_of(document: Document) -> tuple[Passage, ...]:
    """The passages of a document in text order."""
    shadow = shadow_of(document.text)
    found = []
    for number, block in enumerate(document.blocks):
        if block.kind in _PROSE:
            words = tuple(word.text for word in plain_words(shadow, block.span))
            if len(words) >= LEAST_WORDS:
                found.append(Passage(number, block.span, words))
    return tuple(found)


def band_keys(passages: Iterable[Sequence[str]]) -> Iterator[list[int]]:
    """The keys of each passage's bands: `BANDS` numbers of 63 bits."""
    for keys in _chunks_of_keys(passages):
        yield from keys.tolist()


def likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """The share of words (0 to 1) that two passages have in common, in order; 0 below `ALIKE`."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(left, right, score_cutoff=ALIKE))


def near_duplicates(passages: Sequence[Sequence[str]]) -> list[tuple[int, int, float]]:
    """The pairs of passages (by their places) that are nearly alike, with their likeness."""
    pairs: set[tuple[int, int]] = set()
    for held in _sharing(passages):
        pairs.update(combinations(held, 2))
    found = []
    for first, second in sorted(pairs):
        share = likeness(passages[first], passages[second])
        if share:
            found.append((first, second, round(share, 4)))
    return found


def _sharing(passages: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """The places of passages that share a band, for each band that some share and not too many."""
    import numpy

    chunks = list(_chunks_of_keys(passages))
    if not chunks:
        return
    keys = numpy.concatenate(chunks).ravel()
    # Stable, so that places come in order within a band.
    order = numpy.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = numpy.flatnonzero(numpy.concatenate(([True], ordered[1:] != ordered[:-1])))
    sizes = numpy.diff(numpy.append(starts, len(ordered)))
    for place in numpy.flatnonzero((sizes > 1) & (sizes <= COMMON)).tolist():
        held = order[starts[place] : starts[place] + sizes[place]] // BANDS
        yield held.tolist()


def _chunks_of_keys(passages: Iterable[Sequence[str]]) -> Iterator[Any]:
    """The keys of the bands, passages by bands, some thousand passages at a time."""
    hashes: dict[str, int] = {}
    every = iter(passages)
    while chunk := list(islice(every, _CHUNK)):
        if len(hashes) > _MOST_WORDS:
            hashes.clear()
        for words in chunk:
            for word in words:
                if word not in hashes:
                    hashes[word] = crc32(word.encode("utf-8", "surrogatepass")) + 1
        yield _banded(chunk, hashes)


def _banded(chunk: Sequence[Sequence[str]], hashes: dict[str, int]) -> Any:
    import numpy
    from rensa import RMinHash

    flat = [hashes[word] for words in chunk for word in words]
    words = numpy.array(flat, dtype=numpy.uint64)
    ends = numpy.cumsum([len(words) for words in chunk])
    with numpy.errstate(over="ignore"):
        pairs = words[:-1] * numpy.uint64(0x9E3779B97F4A7C15) ^ words[1:] * numpy.uint64(_ODD)
        pairs ^= pairs >> numpy.uint64(29)
    # The pair of a passage's last word and the next one's first is nobody's.
    pairs = numpy.delete(pairs, ends[:-1] - 1)
    offsets = numpy.concatenate(([0], ends - numpy.arange(1, len(chunk) + 1)))
    rows = RMinHash.digest_matrix_from_flat_token_hashes(
        pairs, offsets.astype(numpy.uint64), BANDS * ROWS, _SEED
    ).to_rows()
    digests = numpy.array(rows, dtype=numpy.uint64).reshape(len(chunk), BANDS, ROWS)
    # The band's number is part of its key, so that bands of different places never meet.
    mixed = numpy.arange(BANDS, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
    mixed = numpy.broadcast_to(mixed, (len(chunk), BANDS)).copy()
    with numpy.errstate(over="ignore"):
        for row in range(ROWS):
            mixed ^= digests[:, :, row]
            mixed *= numpy.uint64(_ODD)
            mixed ^= mixed >> numpy.uint64(32)
    return (mixed >> numpy.uint64(1)).astype(numpy.int64)
