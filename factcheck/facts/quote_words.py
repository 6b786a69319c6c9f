"""Comparing the words of two quotations: equal, parts of one another, or one statement reworded."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match, SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from factcheck.facts.spelling import spelling_key
from factcheck.facts.words import STOP
from factcheck.model import Comparison, Relation

GAPS = ("…", "[…]")
NEGATIONS = frozenset("not no never none nothing nobody neither nor without".split())
"""Words of denial, as comparison keys (contractions are opened before)."""

_LONGEST = 400
# Words of a piece of a quotation that tell what it was taken from.
_LEAST_PIECE = 6
# So few other words at an end are no sentence of their own, which a cut would have left there.
_ODD = 2
_CONTRACTED = {
    "don't": "do not", "doesn't": "does not", "didn't": "did not", "won't": "will not",
    "can't": "can not", "cannot": "can not", "isn't": "is not", "aren't": "are not",
    "wasn't": "was not", "weren't": "were not", "haven't": "have not", "hasn't": "has not",
    "hadn't": "had not", "wouldn't": "would not", "couldn't": "could not",
    "shouldn't": "should not", "i'm": "i am", "it's": "it is", "that's": "that is",
    "there's": "there is", "he's": "he is", "she's": "she is", "what's": "what is",
    "let's": "let us", "gonna": "going to", "wanna": "want to", "ok": "okay",
}  # fmt: skip
_NUMBERS = {
    word: digits
    for digits, words in (
        ("2", "two"), ("3", "three"), ("4", "four"), ("5", "five"), ("6", "six"), ("7", "seven"),
        ("8", "eight"), ("9", "nine"), ("10", "ten"), ("11", "eleven"), ("12", "twelve"),
        ("20", "twenty"), ("30", "thirty"), ("50", "fifty"), ("100", "hundred"), ("1st", "first"),
        ("2nd", "second"), ("3rd", "third"), ("4th", "fourth"), ("5th", "fifth"), ("6th", "sixth"),
        ("7th", "seventh"), ("8th", "eighth"), ("9th", "ninth"), ("10th", "tenth"),
        ("11th", "eleventh"), ("12th", "twelfth"), ("%", "percent"),
    )
    for word in words.split()
}  # fmt: skip
PART = "one is a part of the other"
"""Why two quotations are compatible of which one holds all words of the other in one stretch."""
_TAILS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}


@lru_cache(maxsize=8192)
def key_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words as comparison keys: spellings folded, contractions written out, hyphens opened."""
    keys: list[str] = []
    for word in words:
        if word in GAPS:
            keys.append("…")
            continue
        for part in _expanded(word).replace("-", " ").split():
            keys.append(spelling_key(_NUMBERS.get(part, part)))
    return tuple(keys)


def _expanded(word: str) -> str:
    """A word as it is said: contractions opened, numbers in digits, no apostrophe."""
    return _NUMBERS.get(word) or _opened(word).replace("'", "")


def _opened(word: str) -> str:
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
        return Comparison(Relation.COMPATIBLE, PART)
    if len(solid_a) > _LONGEST or len(solid_b) > _LONGEST:
        return Comparison(Relation.INCOMPARABLE, "too long to align")
    return _with_gap(a, b) or _with_gap(b, a) or _aligned(a, b)


def _with_gap(cut: tuple[str, ...], whole: tuple[str, ...]) -> Comparison | None:
    """How a quotation with words left out stands to one that has them; None where that is not so.

    All pieces but one stand in the whole, and that one is reworded.
    """
    pieces = _pieces(cut)
    if len(pieces) < 2 or "…" in whole:
        return None
    other = [piece for piece in pieces if not _fits(piece, whole)]
    if len(other) != 1 or len(other[0]) < _LEAST_PIECE:
        return None
    outcome = _aligned(other[0], whole)
    return outcome if outcome.relation is Relation.DIFFERENT else None


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
    return {word for word in words if _tells(word)}


def _tells(word: str) -> bool:
    """Whether a key is a content word or a number."""
    return word.isdigit() or (word not in STOP and word != "…" and len(word) > 2)


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Comparison:
    """Reworded, two cuts of one speech, or two statements: by the word alignment."""
    shared = _content(a) & _content(b)
    fewer = min(len(_content(a)), len(_content(b)))
    if not shared or not fewer:
        return Comparison(Relation.INCOMPARABLE, "nothing shared")
    blocks = _blocks(a, b)
    first, last = blocks[0], blocks[-1]
    matched, edits = _edits(a, b, blocks)
    head = min(first.a, first.b)
    tail = min(len(a) - last.a - last.size, len(b) - last.b - last.size)
    longest = max(block.size for block in blocks)
    inner = edits - head - tail
    other_end = not head and 0 < tail <= _ODD
    if longest >= 4 and not inner and (not head or not tail) and not other_end:
        return Comparison(Relation.COMPATIBLE, "two cuts of one stretch")
    share = len(shared) / fewer
    ratio = matched / (matched + edits)
    # Plain words need a longer common stretch than rare ones do.
    rare = len(shared) >= 3 and share >= 0.6 and ratio >= 0.55
    plain = len(shared) >= 2 and share >= 0.5 and matched >= 8 and ratio >= 0.65
    close = len(shared) >= 2 and share == 1 and matched >= 6 and ratio >= 0.75
    if rare or plain or close:
        return Comparison(Relation.DIFFERENT, f"{matched} words of {matched + edits} in common")
    return Comparison(Relation.INCOMPARABLE, "other words")


def _blocks(a: tuple[str, ...], b: tuple[str, ...]) -> list[Match]:
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return [block for block in matcher.get_matching_blocks() if block.size]


def _edits(a: tuple[str, ...], b: tuple[str, ...], blocks: list[Match]) -> tuple[int, int]:
    """Equal words, and words set against one another inside the stretch or at ends both have."""
    first, last = blocks[0], blocks[-1]
    end_a, end_b = last.a + last.size, last.b + last.size
    matched = sum(block.size for block in blocks)
    inner = max(end_a - first.a - matched, end_b - first.b - matched)
    head = min(first.a, first.b)
    tail = min(len(a) - end_a, len(b) - end_b)
    return matched, inner + head + tail


def common_share(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Share (0 to 1) of the words of the common stretch of two wordings that are equal.

    Words that only one quotation has before or behind the stretch don't count: quotes are cut.
    """
    blocks = _blocks(left, right)
    if not blocks:
        return 0.0
    matched, edits = _edits(left, right, blocks)
    return matched / (matched + edits)


def changed_words(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    """The words, on either side, that differ inside the common stretch of two wordings.

    Function words are left out, but for those of denial.
    """
    blocks = _blocks(left, right)
    changed: list[str] = []
    for one, two in pairwise(blocks):
        changed.extend(left[one.a + one.size : two.a])
        changed.extend(right[one.b + one.size : two.b])
    if blocks:
        head, last = min(blocks[0].a, blocks[0].b), blocks[-1]
        end_a, end_b = last.a + last.size, last.b + last.size
        tail = min(len(left) - end_a, len(right) - end_b)
        changed.extend(left[blocks[0].a - head : blocks[0].a])
        changed.extend(right[blocks[0].b - head : blocks[0].b])
        changed.extend(left[end_a : end_a + tail])
        changed.extend(right[end_b : end_b + tail])
    return tuple(word for word in changed if word in NEGATIONS or _tells(word))
