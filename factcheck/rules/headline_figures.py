"""Whether what stands above a text and what stands in it are of one thing, mostly of figures.

A story has more figures than its headline has room for: of two that differ, most are of two things.
"""

from __future__ import annotations

from factcheck.match.slips import NO_SLIP, SWAPPED, slip_level
from factcheck.match.support import NOWHERE
from factcheck.model import BlockKind, Finding
from factcheck.rules.conflicts import ALIKE
from factcheck.rules.rule import Corpus
from factcheck.rules.told_below import (
    ABOVE,
    BELOW,
    amount,
    figures_at,
    is_beside,
    is_length_told,
    is_measure_told,
    is_part,
)

_FIGURES = ("FC101", "FC102")


def are_of_one_thing(split: Corpus, found: Finding) -> bool:
    """Whether the two places of a finding on a document `split` in two tell of one thing."""
    return (
        _of_one_thing(found)
        and not _is_far(split, found)
        and not _is_loose_amount(split, found)
        and not is_part(split, found)
        and not _is_told(split, found)
    )


def is_untied(found: Finding) -> bool:
    """Whether the two figures share their unit, and nothing that says what they are of.

    A story has other hours and other millions than those of its headline.
    """
    levels = {part.dimension: part.level for part in found.why}
    return not is_tied(found) and levels.get("measure") not in ALIKE


def is_tied(found: Finding) -> bool:
    """Whether it is one deed, or one subject, or the same words, that has two figures."""
    levels = {part.dimension: part.level for part in found.why}
    if found.code not in _FIGURES or "around" not in levels:
        return True
    tied = any(levels.get(name) in ALIKE for name in ("subject", "event"))
    return tied or levels["around"] in ("half", "most", "all")


def _of_one_thing(found: Finding) -> bool:
    """Whether the two sentences have more in common than that each holds a figure.

    A summary may hold a figure that the text lacks (it was cut, or written for another version);
    only beside a sentence on the same thing is that a contradiction.
    """
    levels = {part.dimension: part.level for part in found.why}
    shared = levels.get("words", "some")
    if levels.get("sort") == "label" and levels.get("names") == "other":
        # Each place in an order has another holder, each program its versions.
        return False
    if levels.get("sort") == "ordinal" and levels.get("event") not in ("same", "synonym"):
        # Where there is a second closure there was a first.
        return False
    if levels.get("unit") == "other":
        return shared == "most"
    if levels.get("sort") == "score" or (found.code == "FC101" and levels.get("unit") == "unknown"):
        # Bare numbers and scores stand in rows: innings, sets, rounds.
        return shared in ("half", "most") and levels.get("around") in ("half", "most", "all")
    alike = {levels.get(name) for name in ("measure", "subject", "event")}
    if levels.get("unit") == "unknown" and alike.isdisjoint(("same", "synonym", "overlap")):
        return False
    # A date is that of its event: taking office and leaving it have two.
    if found.code == "FC201" and levels.get("event") == "other":
        return shared in ("half", "most")
    if shared in ("none", "few"):
        return levels.get("measure") == "same" and levels.get("unit") in ("same", "unknown")
    return True


def _is_far(split: Corpus, found: Finding) -> bool:
    """Whether two figures that lie far apart share no more than their unit or what they count.

    A text has seats won and seats lost, sentences and delays of years. A slip of the pen, 36 for
    16, takes a figure far from where it was.
    """
    levels = {part.dimension: part.level for part in found.why}
    if levels.get("size") not in ("apart", "far") or is_tied(found):
        return False
    figures = [fact for side in (ABOVE, BELOW) for fact in figures_at(split, found, side)]
    slip = len(figures) == 2 and slip_level(*figures) != NO_SLIP
    return not (slip and levels.get("measure") in ALIKE)


def _is_loose_amount(split: Corpus, found: Finding) -> bool:
    """Whether two sums of money or two shares have nothing in common but what they are in.

    A figure that stands nowhere in the text and has the digits of one there, two of them swapped,
    was taken from it.
    """
    if found.code != "FC101" or not is_untied(found):
        return False
    above = figures_at(split, found, ABOVE)
    if not any(amount(fact).dimension in ("money", "percent") for fact in above):
        return False
    figures = [*above, *figures_at(split, found, BELOW)]
    swapped = len(figures) == 2 and slip_level(*figures).startswith(SWAPPED)
    return not (swapped and _stands_nowhere(found))


def _stands_nowhere(found: Finding) -> bool:
    """Whether the text below has the figure above it nowhere."""
    return any(part.dimension == "support" and part.level == NOWHERE for part in found.why)


def _is_told(split: Corpus, found: Finding) -> bool:
    """Whether the text has what stands above as well, so that the other figure is of another thing.

    A headline is of what its story is of; a summary's sentence may be of anything in it.
    """
    if is_beside(split, found):
        return True
    if not is_of_summary(split, found) and is_measure_told(split, found):
        return True
    return found.code == "FC102" and is_untied(found) and is_length_told(split, found)


def is_of_summary(split: Corpus, found: Finding) -> bool:
    """Whether a place above the text is in a sentence of a summary, and not in a headline."""
    return any(
        place.document == ABOVE and claim.span.contains(place.span)
        for claim in split.claims_of[ABOVE]
        if claim.block_kind is not BlockKind.HEADING
        for place in (found.primary, *found.related)
    )
