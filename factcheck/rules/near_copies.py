"""Near-copies: sentences of two documents that say the same but for a word or a name.

Where nearly all words agree in order, the sentences need no parse to be held against each other:
what differs stands in one place, between words that are the same on both sides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.model import Claim, DocumentRole, Span
from factcheck.rules.rule import Corpus

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# Share of the words of the shorter sentence that the other has in the same order.
ALIKE = 0.6
# A word that more sentences than this have finds no near-copies.
_COMMON = 200
_LEAST_WORDS, _LEAST_SHARED = 4, 2
# Words of either side that may stand in the place that differs.
_MOST_CHANGED = 4


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a near-copy: its claim and its words as written, with their spans."""

    claim: Claim
    words: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Words `first` to `last` of each side stand in one place; `share` of all words agree.

    `before` and `after` are how many words agree right beside it, the edges of a sentence counting
    as two. `alone` says that nowhere else a content word stands in the place of another.
    """

    left: Side
    right: Side
    mine: tuple[int, int]
    theirs: tuple[int, int]
    before: int
    after: int
    share: float
    alone: bool

    @property
    def old(self) -> tuple[str, ...]:
        """The words of the left side."""
        return self.left.words[slice(*self.mine)]

    @property
    def new(self) -> tuple[str, ...]:
        """The words of the right side."""
        return self.right.words[slice(*self.theirs)]


def changes_between(corpus: Corpus) -> Iterator[Change]:
    """The places in which sentences of two documents differ that otherwise agree.

    The right side is the draft's where there is one. Each sentence is held against the one of the
    other document that is most like it.
    """
    claims = [
        claim
        for document in corpus.documents
        for claim in _long_enough(shadow_of(document.text), corpus.claims_of[document.name])
    ]
    known = Counter(word for claim in claims for word in dict.fromkeys(claim.words))
    rare = {word for word, count in known.items() if count <= _COMMON}
    index: dict[str, list[int]] = {}
    sides: dict[int, Side] = {}
    for numbers, asks, answers in _turns(corpus, claims):
        if asks:
            for number in numbers:
                for other in _candidates(number, claims, index):
                    # Few sentences have a candidate: only those are taken apart.
                    for one in (other, number):
                        if one not in sides:
                            sides[one] = _side(corpus, claims[one])
                    yield from _changes(sides[other], sides[number])
        if answers:
            for number in numbers:
                for word in rare.intersection(claims[number].words):
                    index.setdefault(word, []).append(number)


def _turns(corpus: Corpus, claims: Sequence[Claim]) -> Iterator[tuple[list[int], bool, bool]]:
    """The sentences of each document by their numbers; whether they are held against those of the
    documents before, and whether those after are held against them.

    Drafts are held against sources, and where there is no draft each against what stands left of
    it.
    """
    numbers: dict[str, list[int]] = {document.name: [] for document in corpus.documents}
    for number, claim in enumerate(claims):
        numbers[claim.document].append(number)
    if not corpus.has_draft:
        yield from ((some, True, True) for some in numbers.values())
        return
    for role in (DocumentRole.SOURCE, DocumentRole.DRAFT):
        for document in corpus.documents:
            if document.role is role:
                draft = role is DocumentRole.DRAFT
                yield numbers[document.name], draft, not draft


def _long_enough(shadow: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    for claim in claims:
        if (
            len(claim.words) >= _LEAST_WORDS
            or len(_WORD.findall(shadow, claim.span.start, claim.span.end)) >= _LEAST_WORDS
        ):
            yield claim


def _side(corpus: Corpus, claim: Claim) -> Side:
    shadow = shadow_of(corpus.by_name[claim.document].text)
    found = list(_WORD.finditer(shadow, claim.span.start, claim.span.end))
    return Side(
        claim,
        tuple(match.group() for match in found),
        tuple(Span(match.start(), match.end()) for match in found),
    )


def _candidates(
    number: int, claims: Sequence[Claim], index: Mapping[str, Sequence[int]]
) -> Iterator[int]:
    """For each document in `index`, the sentence that shares most with this one."""
    claim = claims[number]
    shared: Counter[int] = Counter()
    for word in dict.fromkeys(claim.words):
        shared.update(index.get(word, ()))
    best: dict[str, tuple[float, int]] = {}
    for place, count in shared.items():
        other = claims[place]
        if count < _LEAST_SHARED or count < len(set(claim.words)) * ALIKE / 2:
            continue
        rank = (count / (1 + abs(len(other.words) - len(claim.words))), -place)
        if other.document not in best or rank > best[other.document]:
            best[other.document] = rank
    for _, place in sorted(best.values(), key=lambda rank: -rank[1]):
        yield -place


def _changes(left: Side, right: Side) -> Iterator[Change]:
    one, two = ([word.lower() for word in side.words] for side in (left, right))
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    agreeing = sum(block.size for block in matcher.get_matching_blocks())
    share = agreeing / min(len(one), len(two))
    if share < ALIKE or agreeing < ALIKE * len(two):
        return
    steps = matcher.get_opcodes()
    other = [
        place
        for place, (_, start, end, first, last) in enumerate(steps)
        if _tells(one[start:end]) and _tells(two[first:last]) and steps[place][0] != "equal"
    ]
    for place, (tag, start, end, first, last) in enumerate(steps):
        if tag == "equal" or max(end - start, last - first) > _MOST_CHANGED:
            continue
        before = steps[place - 1][4] - steps[place - 1][3] if place else 2
        after = steps[place + 1][4] - steps[place + 1][3] if place + 1 < len(steps) else 2
        yield Change(
            left, right, (start, end), (first, last), before, after, share, other in ([], [place])
        )


def _tells(words: Sequence[str]) -> bool:
    return any(word not in FUNCTION_WORDS for word in words)
