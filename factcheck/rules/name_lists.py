"""Lists of names that two texts give alike but for one name: "Holt, Lowgate and Quarrybank" here,
"Holt, Lowgate and Quarryside" there.

Whoever lists the same things names the same ones. What is only a choice ("among them") is left
alone, and a short list counts only where the odd names are nearly one: three towns of many may
well share two with another three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.model import BlockKind, Claim, DocumentRole, Location, Span
from factcheck.rules.patterns import compiled
from factcheck.rules.rule import Corpus
from factcheck.rules.swapped_words import OTHER_NAME, Swap

_NAME = r"[A-Z][\w'’-]+(?:\s(?:of\s|the\s)?[A-Z][\w'’-]+){0,3}"
_LIST = rf"{_NAME}(?:,\s{_NAME}){{1,8}},?\sand\s{_NAME}"
_SPLIT = r",?\sand\s|,\s"
_CHOICE = re.compile(r"(?i)\b(?:includ\w*|among|such as|like|as well as|e\.g|mainly|mostly)\b")
_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
# Names that a list must share with the other: of odd names nearly one, and of any.
_SHARED, _MANY = 2, 3
_NEARLY, _UNLIKE = 0.78, 0.65
# Letters that two odd names begin or end with, if they are nearly one.
_LETTERS = 4
# A name finds the first so many lists that have it.
_COMMON = 40


@dataclass(frozen=True, slots=True)
class _Listed:
    """A list of names: its document and the names with their places."""

    document: str
    names: tuple[str, ...]
    spans: tuple[Span, ...]


def other_names_listed(corpus: Corpus) -> Iterator[Swap]:
    """The names in which lists of two documents differ; `right` is the draft's, or the later's."""
    lists = [one for claim in corpus.claims for one in _lists(corpus, claim)]
    index: dict[str, list[int]] = {}
    for number, listed in enumerate(lists):
        partners = {other for name in listed.names for other in index.get(name, ())}
        for other in sorted(partners):
            swap = _swap(corpus, *_in_order(corpus, lists[other], listed))
            if swap is not None:
                yield swap
        for name in listed.names:
            held = index.setdefault(name, [])
            if len(held) < _COMMON:
                held.append(number)


def _lists(corpus: Corpus, claim: Claim) -> Iterator[_Listed]:
    document = corpus.by_name[claim.document]
    if claim.block_kind not in _PROSE or len(claim.names) < _SHARED:
        return
    text = shadow_of(document.text[claim.span.start : claim.span.end])
    if text.count(",") == 0 or " and " not in text or _CHOICE.search(text):
        return
    for match in compiled(_LIST).finditer(text):
        spans, at = [], match.start()
        opening = text[at : match.end()].split()[0]
        if opening.lower() in FUNCTION_WORDS:
            # "In Orm, Ask and Holt".
            at += len(opening) + 1
        for gap in compiled(_SPLIT).finditer(text, match.start(), match.end()):
            spans.append((at, gap.start()))
            at = gap.end()
        spans.append((at, match.end()))
        yield _Listed(
            claim.document,
            tuple(" ".join(text[start:end].split()) for start, end in spans),
            tuple(Span(claim.span.start + start, claim.span.start + end) for start, end in spans),
        )


def _in_order(corpus: Corpus, one: _Listed, two: _Listed) -> tuple[_Listed, _Listed]:
    """The two lists, a draft's behind a source's."""
    draft = corpus.by_name[one.document].role is DocumentRole.DRAFT
    return (two, one) if draft else (one, two)


def _swap(corpus: Corpus, left: _Listed, right: _Listed) -> Swap | None:
    if left.document == right.document or len(left.names) != len(right.names):
        return None
    if corpus.has_draft and corpus.by_name[right.document].role is not DocumentRole.DRAFT:
        return None
    mine = [at for at, name in enumerate(right.names) if name not in left.names]
    theirs = [at for at, name in enumerate(left.names) if name not in right.names]
    if len(mine) != 1 or len(theirs) != 1:
        return None
    old, new = left.names[theirs[0]], right.names[mine[0]]
    if _stands_in(corpus, left.document, new) or _stands_in(corpus, right.document, old):
        return None
    shared = len(left.names) - 1
    nearly = _are_nearly_one(old, new)
    if shared < (_SHARED if nearly else _MANY) or old in new or new in old:
        return None
    return Swap(
        Location(left.document, left.spans[theirs[0]], old),
        Location(right.document, right.spans[mine[0]], new),
        OTHER_NAME,
        _NEARLY if nearly else _UNLIKE,
        old,
        new,
    )


def _stands_in(corpus: Corpus, document: str, name: str) -> bool:
    """Whether a text has the name, or its last word, anywhere."""
    return name.split()[-1] in shadow_of(corpus.by_name[document].text)


def _are_nearly_one(one: str, two: str) -> bool:
    """Whether two names share a word or several letters at one end."""
    if not set(one.split()).isdisjoint(two.split()):
        return True
    ends = ((one[:_LETTERS], two[:_LETTERS]), (one[-_LETTERS:], two[-_LETTERS:]))
    return any(mine == theirs and len(mine) == _LETTERS for mine, theirs in ends)
