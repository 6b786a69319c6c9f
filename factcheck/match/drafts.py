"""A draft against its sources: which differing value of the draft is a conflict.

Independent articles may count different things; a digest takes its figures from its sources. So for
a draft's figure two questions are asked. Which figures of the sources could it have been taken
from: that is told by the slot and by the words around it, with weights of their own. And does the
figure stand in the sources, in a slot at least as likely as that of the nearest differing one? A
draft that is an article of its own has figures from elsewhere too: see `articles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.numbers import parse_number
from factcheck.match.agreement import BEYOND_BOUND, BOUND, SAME, agreement_level, grade_of, is_open
from factcheck.match.articles import Counterpart, FigureOfDraft, article_conflicts
from factcheck.match.context import Context
from factcheck.match.digests import digests
from factcheck.match.rivals import IN_ITS_PLACE, rivals_of
from factcheck.match.score import probability
from factcheck.match.support import NOWHERE, Figures, figures_of, numbers_in, support_of
from factcheck.match.surroundings import Surroundings, likeness, surroundings_of
from factcheck.match.weights import DraftWeights, load_draft_weights
from factcheck.model import (
    Comparison,
    DocumentRole,
    Fact,
    FactKind,
    Match,
    Part,
    Relation,
)

FIGURES = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT)
SLOT = (
    "unit",
    "measure",
    "subject",
    "event",
    "modifiers",
    "time",
    "place",
    "names",
    "attribution",
    "modality",
    "contrast",
    "around",
)
"""Dimensions of the slot: what speaks for one figure being taken from the other."""
OWN = ("support", "unit", "size", "sort")
"""Dimensions of what makes a figure of a draft wrong, besides the slot."""
NO_PARTNER = "nowhere, and none like it"
"""The support of a figure that no source has and that can be compared with none of theirs."""
_AROUND = (0.05, 0.15, 0.3, 0.45, 0.6, 0.8)
_AROUND_LEVELS = ("none", "hardly any", "few", "some", "half", "most", "all")
# Bits by which a counterpart may be less likely than one that is told beside the draft's figure.
_CLOSE = 1.0
# An exact value is preferred to one that rounds to it, by so many bits.
_EXACT = 1.0

_WORD = re.compile(r"[^\W_]+")
# Characters on either side of a figure in which the words beside it are looked for.
_REACH = 30

# Content words of a line that is but a label and its figure.
_TERSE = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of a source that a draft's figure could have been taken from.

    `levels` are those of all dimensions, `grade` how exactly it agrees ("" where it differs) and
    `slot` the bits for one slot.
    """

    match: Match
    levels: dict[str, str]
    grade: str
    slot: float


def draft_conflicts(matches: Sequence[Match], context: Context) -> tuple[Match, ...]:
    """For each figure of a draft, its best differing partner in the sources, scored anew."""
    weights, figures = load_draft_weights(), source_figures(context)
    short = digests(context.documents.values(), context.claims.values())
    found: list[Match] = []
    of_articles: list[FigureOfDraft] = []
    for fact, candidates in all_candidates(matches, context, weights):
        best = best_differing(fact, candidates, context.claim(fact).facts)
        if best is not None and _stands_in_place(fact, best, candidates, context):
            continue
        if fact.document not in short:
            of_articles.append(_figure_of_article(fact, best, candidates, figures, context))
        elif best is not None:
            levels = best.levels | {"support": support_level(fact, best, candidates, figures)}
            found.append(_rescored(best.match, levels, weights))
    return (*found, *article_conflicts(of_articles))


def _stands_in_place(
    fact: Fact, best: Candidate, candidates: Sequence[Candidate], context: Context
) -> bool:
    """Whether a source has the draft's figure between the same words, and `best` is not so placed.

    "every ten by day and every twelve in the evening": twelve is what it has in the evening.
    """
    mine = _beside(fact, context)
    if not all(mine) or _beside(best.match.other(fact), context) == mine:
        return False
    return any(
        candidate.grade == SAME and _beside(candidate.match.other(fact), context) == mine
        for candidate in candidates
    )


def _beside(fact: Fact, context: Context) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The word before a figure and the two behind it, lower case."""
    text = context.documents[fact.document].text
    start, end = fact.span.start, fact.span.end
    before = _WORD.findall(text[max(0, start - _REACH) : start].lower())[-1:]
    behind = _WORD.findall(text[end : end + _REACH].lower())[:2]
    return tuple(before), tuple(behind)


def _figure_of_article(
    fact: Fact,
    best: Candidate | None,
    candidates: Sequence[Candidate],
    figures: Figures,
    context: Context,
) -> FigureOfDraft:
    others = [
        Counterpart(
            candidate.match,
            candidate.levels["around"],
            candidate.grade,
            terse=len(context.claim(candidate.match.other(fact)).words) <= _TERSE,
        )
        for candidate in candidates
        if candidate.match.comparison != IN_ITS_PLACE
    ]
    support = "" if best is None else support_level(fact, best, candidates, figures)
    return FigureOfDraft(fact, tuple(others), support)


def all_candidates(
    matches: Sequence[Match], context: Context, weights: DraftWeights
) -> Iterator[tuple[Fact, list[Candidate]]]:
    """For each figure of a draft, the figures of the sources that it may have been taken from.

    Those it can be compared with; else, for one that no source has, what stands in its place.
    """
    drafts = _drafts(context)
    if not drafts:
        return
    figures, passages = source_figures(context), _Passages(context)
    comparable: dict[int, list[Match]] = {}
    for match in matches:
        if match.left.kind in FIGURES:
            for fact, other in ((match.left, match.right), (match.right, match.left)):
                if fact.document in drafts and other.document not in drafts:
                    comparable.setdefault(id(fact), []).append(match)
    told = [fact for fact in _figures(context) if fact.document not in drafts]
    for fact in _figures(context):
        if fact.document not in drafts:
            continue
        some = comparable.get(id(fact), [])
        if not some and support_of(fact, figures) == NOWHERE:
            some = list(rivals_of(fact, told, context))
        if some:
            yield fact, [_candidate(match, fact, passages, weights) for match in some]


def source_figures(context: Context) -> Figures:
    """The numbers that the sources hold, whatever they are of.

    Numbers that are words of no fact ("eight of the nine") are among them.
    """
    drafts = _drafts(context)
    told = [claim for claim in context.claims.values() if claim.document not in drafts]
    held = {
        (claim.document, claim.index): {
            number for fact in claim.facts for number in numbers_in(fact)
        }
        for claim in told
    }
    words = [
        word
        for claim in told
        for word in claim.words
        if parse_number(word) not in held[claim.document, claim.index]
    ]
    return figures_of((fact for claim in told for fact in claim.facts), dict.fromkeys(words))


def _candidate(match: Match, fact: Fact, passages: _Passages, weights: DraftWeights) -> Candidate:
    other = match.other(fact)
    levels = passages.levels(match, fact, other)
    grade = grade_of(fact, other, match.comparison)
    slot = sum(weights.slot_bits(name, levels[name]) for name in SLOT if name in levels)
    return Candidate(match, levels, grade, slot)


def _figures(context: Context) -> Iterator[Fact]:
    for claim in context.claims.values():
        for fact in claim.facts:
            if fact.kind in FIGURES:
                yield fact


def best_differing(
    fact: Fact, candidates: Sequence[Candidate], beside: Sequence[Fact] = ()
) -> Candidate | None:
    """The likeliest counterpart with another value.

    A figure that the draft's sentence has itself (it is among those `beside`) is no counterpart
    where the source has another with it: of "£4.50 for adults and £2 for children" the £2 is told
    in "adults pay £5.40 and children £2". An exact figure well above a source's "more than" differs
    from it; "at least four" does not differ from ten.
    """
    loose = not is_open(fact)
    differing = [
        candidate
        for candidate in candidates
        if not candidate.grade or (loose and candidate.grade == BOUND)
    ]
    best = max(differing, key=lambda candidate: candidate.slot, default=None)
    if best is None or not _is_told(best.match.other(fact), beside):
        return best
    place = best.match.other(fact)
    free = [
        candidate
        for candidate in differing
        for other in (candidate.match.other(fact),)
        if (other.document, other.claim) == (place.document, place.claim)
        and candidate.slot >= best.slot - _CLOSE
        and not _is_told(other, beside)
    ]
    return max(free, key=lambda candidate: candidate.slot, default=best)


def _is_told(fact: Fact, beside: Sequence[Fact]) -> bool:
    """Whether one of some figures has the value of another."""
    return any(one.kind is fact.kind and one.value == fact.value for one in beside)


def support_level(
    fact: Fact, best: Candidate, candidates: Sequence[Candidate], figures: Figures
) -> str:
    """How far the sources support a figure whose likeliest differing counterpart is `best`."""
    agreeing = [candidate for candidate in candidates if candidate.grade not in ("", BOUND)]
    if agreeing:
        nearest = max(agreeing, key=lambda one: one.slot + (_EXACT if one.grade == SAME else 0.0))
        return agreement_level(nearest.grade, best.slot - nearest.slot)
    if best.match.comparison == IN_ITS_PLACE:
        return NO_PARTNER
    support = support_of(fact, figures)
    bounded = any(candidate.grade == BOUND for candidate in candidates)
    return BOUND if support == NOWHERE and bounded else support


def _drafts(context: Context) -> set[str]:
    return {
        name for name, document in context.documents.items() if document.role is DocumentRole.DRAFT
    }


@dataclass(frozen=True)
class _Passages:
    """The words around figures, looked up once for each figure."""

    context: Context
    shadows: dict[str, str] = field(default_factory=dict)
    around: dict[int, Surroundings] = field(default_factory=dict)

    def levels(self, match: Match, fact: Fact, other: Fact) -> dict[str, str]:
        """The levels of a pair on all dimensions; `fact` is the draft's."""
        levels = {part.dimension: part.level for part in match.parts}
        share = likeness(self._around(fact), self._around(other), self.context.rarity)
        levels["around"] = _AROUND_LEVELS[sum(share >= bound for bound in _AROUND)]
        return levels

    def _around(self, fact: Fact) -> Surroundings:
        known = self.around.get(id(fact))
        if known is None:
            name = fact.document
            if name not in self.shadows:
                self.shadows[name] = shadow_of(self.context.documents[name].text)
            known = surroundings_of(fact, self.context.claim(fact), self.shadows[name])
            self.around[id(fact)] = known
        return known


def _rescored(match: Match, levels: Mapping[str, str], weights: DraftWeights) -> Match:
    parts = (
        Part("prior", "draft and source", weights.prior),
        *(
            weights.part(name, levels[name])
            for name in dict.fromkeys((*OWN, *SLOT))
            if name in levels
        ),
    )
    total = sum(part.weight for part in parts)
    comparison = match.comparison
    if comparison.relation is not Relation.DIFFERENT:
        comparison = Comparison(Relation.DIFFERENT, BEYOND_BOUND)
    return Match(match.left, match.right, parts, probability(total), comparison)
