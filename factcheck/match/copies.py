"""Passages that documents share word for word, and the groups of documents that are near-copies.

Fingerprints by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
fingerprinting", SIGMOD 2003): of each window of `_WINDOW` hashed shingles the smallest is kept, so
every shared run of `_SHINGLE + _WINDOW - 1` words or more has a fingerprint in common, and only
documents that share one are compared. The cost grows with the words and with the passages shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from zlib import crc32

from factcheck.annotate.plain_words import BLANK, PlainWord, outside_quotations, plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.model import BlockKind, Claim, Document, Span

_SHINGLE = 8
_WINDOW = 10
# A fingerprint that stands in more documents than this is boilerplate and pairs nobody.
_COMMON = 60
# Words that may differ between two runs that are still one passage.
_GAP = 4
PASSAGE_WORDS = 25
"""The fewest words in common that make a passage."""
_OWN_WORDS = 15
"""The fewest of them outside quotation marks: two papers may quote one speech at length."""
_COPY_SHARE = 0.5
_COPY_WORDS = 40
_BASE = 1_000_003
_MODULUS = (1 << 61) - 1


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that two documents share: its span in each and the number of words in common."""

    left: str
    right: str
    left_span: Span
    right_span: Span
    words: int


@dataclass(frozen=True, slots=True)
class _Text:
    name: str
    words: tuple[PlainWord, ...]
    quoted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    left: int
    right: int
    length: int


def shared_passages(
    documents: Sequence[Document], claims: Sequence[Claim] = ()
) -> tuple[Passage, ...]:
    """The passages of `PASSAGE_WORDS` words or more that two of `documents` share, nearly verbatim.

    `claims` is not needed and kept for callers that have it at hand. Sorted by the two names, then
    longest first. Documents must have distinct names.
    """
    del claims
    texts = [_text(document) for document in sorted(documents, key=lambda item: item.name)]
    return tuple(
        passage
        for (left, right), runs in _runs(texts).items()
        for passage in sorted(
            _passages(texts[left], texts[right], runs),
            key=lambda item: (-item.words, item.left_span, item.right_span),
        )
    )


def copies(
    documents: Sequence[Document], passages: Sequence[Passage] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Groups of near-copies: names of documents that share half the words of the shorter one.

    Groups of one are left out; names are sorted within a group and groups by their first name. A
    document of fewer than 40 words is nobody's copy. `passages` are those that `documents` share,
    for callers that have them at hand.
    """
    shared: dict[tuple[str, str], int] = {}
    for passage in shared_passages(documents) if passages is None else passages:
        pair = (passage.left, passage.right)
        shared[pair] = shared.get(pair, 0) + passage.words
    sharing = {name for pair in shared for name in pair}
    lengths = {one.name: len(_text(one).words) for one in documents if one.name in sharing}
    parent = {name: name for name in sorted(lengths)}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for (left, right), words in shared.items():
        shorter = min(lengths[left], lengths[right])
        if shorter >= _COPY_WORDS and words >= _COPY_SHARE * shorter:
            first, second = sorted((root(left), root(right)))
            parent[second] = first
    groups: dict[str, list[str]] = {}
    for name in parent:
        groups.setdefault(root(name), []).append(name)
    return tuple(tuple(names) for names in groups.values() if len(names) > 1)


def _text(document: Document) -> _Text:
    shadow = shadow_of(document.text)
    words: list[PlainWord] = []
    quoted: list[bool] = []
    for block in document.blocks:
        if block.kind in (BlockKind.FURNITURE, BlockKind.CODE):
            continue
        own = outside_quotations(document.text, shadow, block.span)
        for word in plain_words(shadow, block.span):
            words.append(word)
            quoted.append(own[word.start - block.span.start] == BLANK)
    return _Text(document.name, tuple(words), tuple(quoted))


def _runs(texts: Sequence[_Text]) -> dict[tuple[int, int], list[_Run]]:
    """For each pair of texts with a fingerprint in common, their maximal runs of equal words."""
    places: dict[int, list[tuple[int, int]]] = {}
    for number, text in enumerate(texts):
        for at, fingerprint in _fingerprints(text.words):
            places.setdefault(fingerprint, []).append((number, at))
    found: dict[tuple[int, int], list[_Run]] = {}
    # Runs by pair and diagonal: two fingerprints of one run lie on one diagonal.
    seen: dict[tuple[int, int, int], list[_Run]] = {}
    for held in places.values():
        if len(held) < 2 or len(held) > _COMMON:
            continue
        for (left, first), (right, second) in combinations(held, 2):
            if left == right:
                continue
            known = seen.setdefault((left, right, first - second), [])
            if any(run.left <= first < run.left + run.length for run in known):
                continue
            run = _extend(texts[left].words, texts[right].words, first, second)
            if run.length >= _SHINGLE:
                known.append(run)
                found.setdefault((left, right), []).append(run)
    return dict(sorted(found.items()))


def _fingerprints(words: Sequence[PlainWord]) -> Iterator[tuple[int, int]]:
    """The winnowed fingerprints: (position of the shingle, its hash), rightmost of equal minima."""
    hashes = list(_hashes(words))
    chosen = -1
    for start in range(max(1, len(hashes) - _WINDOW + 1) if hashes else 0):
        window = range(start, min(start + _WINDOW, len(hashes)))
        if chosen < start:
            chosen = min(window, key=lambda at: (hashes[at], -at))
            yield chosen, hashes[chosen]
        elif hashes[window[-1]] <= hashes[chosen] and window[-1] != chosen:
            chosen = window[-1]
            yield chosen, hashes[chosen]


def _hashes(words: Sequence[PlainWord]) -> Iterator[int]:
    """A rolling hash of each shingle; the words' own hash does not depend on PYTHONHASHSEED."""
    top = pow(_BASE, _SHINGLE, _MODULUS)
    values: list[int] = []
    rolling = 0
    for at, word in enumerate(words):
        values.append(crc32(word.text.encode("utf-8", "surrogatepass")) + 1)
        rolling = (rolling * _BASE + values[at]) % _MODULUS
        if at >= _SHINGLE:
            rolling = (rolling - values[at - _SHINGLE] * top) % _MODULUS
        if at >= _SHINGLE - 1:
            # Mixed once more, or small values would follow the first word's hash.
            yield (rolling * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF


def _extend(left: Sequence[PlainWord], right: Sequence[PlainWord], first: int, second: int) -> _Run:
    start_left, start_right = first, second
    while (
        start_left > 0
        and start_right > 0
        and left[start_left - 1].text == right[start_right - 1].text
    ):
        start_left -= 1
        start_right -= 1
    length = first - start_left
    while (
        start_left + length < len(left)
        and start_right + length < len(right)
        and left[start_left + length].text == right[start_right + length].text
    ):
        length += 1
    return _Run(start_left, start_right, length)


def _passages(left: _Text, right: _Text, runs: Sequence[_Run]) -> Iterator[Passage]:
    """Runs that follow each other with a small gap, joined; those long enough to be a passage."""
    chain: list[_Run] = []
    for run in [*sorted(runs, key=lambda item: (item.left, item.right)), None]:
        if run is not None and chain and _follows(chain[-1], run):
            chain.append(run)
            continue
        if chain:
            passage = _passage(left, right, chain)
            if passage is not None:
                yield passage
        chain = [run] if run is not None else []


def _follows(before: _Run, after: _Run) -> bool:
    left = after.left - (before.left + before.length)
    right = after.right - (before.right + before.length)
    return 0 <= left <= _GAP and 0 <= right <= _GAP


def _passage(left: _Text, right: _Text, chain: Sequence[_Run]) -> Passage | None:
    words = sum(run.length for run in chain)
    own = sum(
        not (left.quoted[run.left + step] and right.quoted[run.right + step])
        for run in chain
        for step in range(run.length)
    )
    if words < PASSAGE_WORDS or own < _OWN_WORDS:
        return None
    first, last = chain[0], chain[-1]
    return Passage(
        left=left.name,
        right=right.name,
        left_span=Span(left.words[first.left].start, left.words[last.left + last.length - 1].end),
        right_span=Span(
            right.words[first.right].start, right.words[last.right + last.length - 1].end
        ),
        words=words,
    )
