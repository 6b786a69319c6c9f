"""FC701 duplicate-paragraph: a paragraph, exact or nearly so, twice in one article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

from factcheck.annotate.plain_words import plain_words
from factcheck.annotate.shadow import shadow_of
from factcheck.model import Block, BlockKind, Document, Finding, Location, Severity, Span
from factcheck.rules.findings import make_finding
from factcheck.rules.prose import BODY_OR_LINE, ends_sentence, excerpt
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC701", "duplicate-paragraph"
_WORDS = 12
_SAME, _NEAR = 0.95, 0.85
# Bottom-k sketch of the word triples (Broder 1997): two texts that agree in 85 of 100 words share
# one of the eight smallest hashes with a probability above .99.
_TRIPLE, _SKETCH = 3, 8
# A triple that opens more paragraphs than this is a refrain or a form, and pairs nobody.
_COMMON = 12


@dataclass(frozen=True, slots=True)
class _Paragraph:
    block: Block
    words: tuple[str, ...]
    originals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    first: int
    second: int
    likeness: float


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each stretch of paragraphs that repeats an earlier one of its article."""
    for document in corpus.readable.values():
        paragraphs = _paragraphs(document)
        found: dict[int, _Pair] = {}
        for first, second in _candidates(paragraphs):
            left, right = paragraphs[first], paragraphs[second]
            likeness = _likeness(left, right)
            if second not in found and likeness >= _NEAR and not _is_form(left, right, likeness):
                found[second] = _Pair(first, second, likeness)
        for stretch in _stretches(sorted(found.values(), key=lambda pair: pair.second)):
            yield _finding(corpus, document, paragraphs, stretch)


def _stretches(pairs: Sequence[_Pair]) -> list[list[_Pair]]:
    """Pairs that go on from one another, as when a whole part of an article was pasted twice."""
    stretches: list[list[_Pair]] = []
    for pair in pairs:
        last = stretches[-1][-1] if stretches else None
        if last and (pair.first, pair.second) == (last.first + 1, last.second + 1):
            stretches[-1].append(pair)
        else:
            stretches.append([pair])
    return stretches


def _paragraphs(document: Document) -> list[_Paragraph]:
    shadow = shadow_of(document.text)
    found = []
    for block in document.blocks:
        if block.kind not in BODY_OR_LINE:
            continue
        words = plain_words(shadow, block.span)
        if len(words) >= _WORDS and ends_sentence(document.slice(block.span)):
            originals = tuple(document.text[word.start : word.end] for word in words)
            found.append(_Paragraph(block, tuple(word.text for word in words), originals))
    return found


def _candidates(paragraphs: Sequence[_Paragraph]) -> list[tuple[int, int]]:
    """Pairs of paragraphs that share a hash of their sketches, in text order."""
    holders: dict[int, list[int]] = {}
    for number, paragraph in enumerate(paragraphs):
        for value in _sketch(paragraph.words):
            holders.setdefault(value, []).append(number)
    pairs = {
        (first, second)
        for held in holders.values()
        if len(held) <= _COMMON
        for at, first in enumerate(held)
        for second in held[at + 1 :]
    }
    return sorted(pairs)


def _sketch(words: tuple[str, ...]) -> list[int]:
    triples = (" ".join(words[at : at + _TRIPLE]) for at in range(len(words) - _TRIPLE + 1))
    return sorted({crc32(triple.encode("utf-8", "surrogatepass")) for triple in triples})[:_SKETCH]


def _likeness(left: _Paragraph, right: _Paragraph) -> float:
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(left.words, right.words, score_cutoff=_NEAR))


def _is_form(left: _Paragraph, right: _Paragraph, likeness: float) -> bool:
    """Whether the two only share a form: names or figures are exchanged between them.

    A pull quote that repeats a paragraph is a feature of layout.
    """
    if (left.block.kind is BlockKind.QUOTE) != (right.block.kind is BlockKind.QUOTE):
        return True
    if likeness == 1.0:
        return False
    from rapidfuzz.distance import Levenshtein

    # A name in capitals is told from the first word of a sentence by its own lower-case form.
    lower = {word for word in (*left.originals, *right.originals) if word.islower()}
    for change in Levenshtein.editops(left.words, right.words):
        if change.tag == "replace":
            ours = left.originals[change.src_pos]
            theirs = right.originals[change.dest_pos]
            if _is_particular(ours, lower) and _is_particular(theirs, lower):
                return True
    return False


def _is_particular(word: str, lower: set[str]) -> bool:
    return any(character.isdigit() for character in word) or (
        word[:1].isupper() and word.lower() not in lower
    )


def _finding(
    corpus: Corpus,
    document: Document,
    paragraphs: Sequence[_Paragraph],
    stretch: Sequence[_Pair],
) -> Finding:
    likeness = min(pair.likeness for pair in stretch)
    same = likeness >= _SAME
    how = "word for word" if likeness == 1.0 else f"with {likeness:.0%} of the words"
    what = (
        "this paragraph stands" if len(stretch) == 1 else f"these {len(stretch)} paragraphs stand"
    )
    first, last = stretch[0], stretch[-1]
    ours = Span(paragraphs[first.first].block.span.start, paragraphs[last.first].block.span.end)
    again = Span(paragraphs[first.second].block.span.start, paragraphs[last.second].block.span.end)
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.ERROR if same else Severity.WARNING,
        confidence=0.97 if same else 0.75,
        message=f"{what} twice in the article, {how}",
        primary=Location(document.name, again, "again here"),
        related=(Location(document.name, ours, "first here"),),
        topic=excerpt(document.slice(ours)),
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A paragraph, exact or nearly so, twice in one article.",
    severity=Severity.ERROR,
    check=check,
)
