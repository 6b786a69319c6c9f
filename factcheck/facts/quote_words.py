"""Comparing the words of two quotations: equal, parts of one another, or one statement reworded."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from factcheck.facts.spelling import spelling_key
from factcheck.facts.words import STOP
from factcheck.model import Comparison, Relation

GAPS = ("…", "[…]")
_LONGEST = 400
_CONTRACTED = {
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "won't": "will not",
    "can't": "can not", "cannot": "can not", "isn't": "is not", "aren't": "are not",
    "wasn't": "was not", "weren't": "were not", "haven't": "have not", "hasn't": "has not",
    "hadn't": "had not", "wouldn't": "would not", "couldn't": "could not",
    "shouldn't": "should not", "i'm": "i am", "it's": "it is", "that's": "that is",
    "there's": "there is", "he's": "he is", "she's": "she is", "what's": "what is",
    "let's": "let us", "gonna": "going to", "wanna": "want to", "ok": "okay",
}  # fmt: skip
_TAILS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
# Fillers of speech that editors drop or keep at will.
_FILLERS = frozenset("um uh er well so and but yeah yes oh like".split())


@lru_cache(maxsize=8192)
def key_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as comparison keys: spellings folded, contractions written out, hyphens opened."""
    keys: list[str] = []
    for word in words:
        if word in GAPS:
            keys.append("…")
            continue
        for part in _expanded(word).replace("-", " ").split():
            keys.append(spelling_key(part))
    return tuple(keys)


def _expanded(word: str) -> str:
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    for tail, full in _TAILS.items():
        if word.endswith(tail) and len(word) > len(tail):
            return f"{word[: -len(tail)]} {full}"
    return word


def compare_words(left: tuple[str, ...], right: tuple[str, ...]) -> Comparison:
    """How two quotations' words stand to each other; symmetric."""
    a, b = sorted((key_words(left), key_words(right)), key=lambda words: (len(words), words))
    solid_a, solid_b = _solid(a), _solid(b)
    if not solid_a or not solid_b:
        return Comparison(Relation.INCOMPARABLE, "no words")
    if solid_a == solid_b:
        return Comparison(Relation.EQUAL, "same words")
    if _fits(a, b) or _fits(b, a):
        return Comparison(Relation.COMPATIBLE, "one is a part of the other")
    if len(solid_a) > _LONGEST or len(solid_b) > _LONGEST:
        return Comparison(Relation.INCOMPARABLE, "too long to align")
    return _aligned(a, b)


def _solid(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word != "…")


def _pieces(words: Sequence[str]) -> list[tuple[str, ...]]:
    pieces: list[list[str]] = [[]]
    for word in words:
        if word == "…":
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [tuple(piece) for piece in pieces if piece]


def _fits(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the pieces of `part` between its gaps stand in `whole` in their order."""
    text = "\x1f" + "\x1f".join(whole) + "\x1f"
    at = 0
    for piece in _pieces(part):
        found = text.find("\x1f" + "\x1f".join(piece) + "\x1f", at)
        if found < 0:
            return False
        at = found + len("\x1f".join(piece)) + 1
    return True


def _content(words: Sequence[str]) -> set[str]:
    return {word for word in words if word not in STOP and word != "…" and len(word) > 2}


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison:
    """Reworded, two cuts of one speech, or two statements: by the word alignment."""
    shared = _content(a) & _content(b)
    fewer = min(len(_content(a)), len(_content(b)))
    if not shared or not fewer:
        return Comparison(Relation.INCOMPARABLE, "nothing shared")
    blocks = [
        block
        for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        if block.size
    ]
    first, last = blocks[0], blocks[-1]
    end_a, end_b = last.a + last.size, last.b + last.size
    matched = sum(block.size for block in blocks)
    inner_a = end_a - first.a - matched
    inner_b = end_b - first.b - matched
    head = min(first.a, first.b)
    tail = min(len(a) - end_a, len(b) - end_b)
    longest = max(block.size for block in blocks)
    if longest >= 4 and not inner_a and not inner_b and (not head or not tail):
        return Comparison(Relation.COMPATIBLE, "two cuts of one stretch")
    share = len(shared) / fewer
    # Words set against one another inside the common stretch, or at the ends both quotes have.
    edits = max(inner_a, inner_b) + head + tail
    ratio = matched / (matched + edits)
    if len(shared) >= 3 and share >= 0.6 and ratio >= 0.55:
        return Comparison(Relation.DIFFERENT, f"{matched} words of {matched + edits} in common")
    return Comparison(Relation.INCOMPARABLE, "other words")
