"""Sentences of digests that read as a sentence of their sources does, but for one place.

What stands there was put for what stands there in the source: the words around agree, in order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.annotate.plain_words import PlainWord
from factcheck.match.passages import Passages, Place, forms_of, surroundings
from factcheck.match.surroundings import Surroundings, tells
from factcheck.rules.draft_words import DraftSentence

_LEAST_WORDS, _MOST_WORDS = 6, 80
# Of the words of a sentence that tell, how many and what share a like one has at least.
_LEAST_SHARED, _SHARE = 3, 0.4
_NEAREST = 2
# Words that tell on either side of the place, and how many of them have to agree.
_REACH, _AGREEING = 5, 0.8
_LONGEST = 3
# Words in a row that agree beside the place, on both sides together; what stands at the head of
# both sentences needs more.
_RUN, _RUN_BEHIND = 3, 5


@dataclass(frozen=True, slots=True)
class Replaced:
    """Words `mine` of a draft's sentence stand where a source has the words `theirs` (from and to),
    which are at most a few."""

    told: DraftSentence
    theirs: Place
    mine: tuple[int, int]

    @property
    def around(self) -> Surroundings:
        """The words around the place in the draft."""
        return surroundings(self.told.words, *self.mine)


def replaced(passages: Passages, told: DraftSentence) -> Iterator[Replaced]:
    """The places in which a sentence of a draft differs from one that it is worded like."""
    if not _LEAST_WORDS <= len(told.words) <= _MOST_WORDS:
        return
    from difflib import SequenceMatcher

    two = [word.text for word in told.words]
    for number in _nearest(passages, told.words):
        one = [word.text for word in passages.words[number]]
        steps = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
        pairs = {
            mine: other
            for tag, start, end, first, last in steps
            if tag == "equal"
            for other, mine in zip(range(start, end), range(first, last), strict=True)
        }
        for tag, start, end, first, last in steps:
            if tag != "replace":
                continue
            # Of a longer beginning or end of the source's sentence, what is next to what agrees.
            if not first:
                start = max(start, end - (last - first))
            if last == len(two):
                end = min(end, start + (last - first))
            before, after = _run(pairs, start, first, -1), _run(pairs, end - 1, last - 1, 1)
            if (
                max(end - start, last - first) <= _LONGEST
                and before + after >= _RUN
                and (before or (not start and after >= _RUN_BEHIND))
                and _agrees(two, pairs, first, last)
            ):
                yield Replaced(told, (number, start, end), (first, last))


def _nearest(passages: Passages, words: Sequence[PlainWord]) -> list[int]:
    """The sentences of the sources that share most of the words that tell, by their numbers."""
    telling = {word.text for word in words if _counts(word.text)}
    shared: Counter[int] = Counter()
    for text in telling:
        shared.update(
            {place[0] for form in forms_of(text) for place in passages.places.get(form, ())}
        )
    least = max(_LEAST_SHARED, len(telling) * _SHARE)
    found = sorted((-count, number) for number, count in shared.items() if count >= least)
    return [number for _, number in found if len(passages.words[number]) <= _MOST_WORDS][:_NEAREST]


def _run(pairs: Mapping[int, int], theirs: int, mine: int, way: int) -> int:
    """How many words in a row agree from a place on."""
    count = 0
    while pairs.get(mine + way * (count + 1)) == theirs + way * (count + 1):
        count += 1
    return count


def _agrees(two: Sequence[str], pairs: Mapping[int, int], first: int, last: int) -> bool:
    """Whether nearly all words that tell around a place have their like, on both sides of it."""
    left = [at for at in range(first - 1, -1, -1) if _counts(two[at])][:_REACH]
    right = [at for at in range(last, len(two)) if _counts(two[at])][:_REACH]
    agreeing = [sum(at in pairs for at in side) for side in (left, right)]
    if not agreeing[1] or (first and not agreeing[0]):
        return False
    return sum(agreeing) >= max(_LEAST_SHARED, _AGREEING * (len(left) + len(right)))


def _counts(word: str) -> bool:
    return tells(word) or word[0].isdigit()
