"""Whether a draft is a digest of its sources, or an article of its own.

All that a headline or a summary says is in the text that it is made from, so a figure of it that
stands nowhere there is wrong. An article has other origins too: what the writer knows, asked or
looked up. A figure that its sources lack is then no conflict, unless its slot is surely one of
theirs.
"""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.model import Claim, Document, DocumentRole

# About 150 words of English, with spaces and stops. Abstracts, standfirsts and captions are shorter
# (ANSI/NISO Z39.14 allows abstracts 250 words at most, and advises less than 100 for short texts).
LONGEST = 900
MOST_OF_SOURCES = 0.75
"""The largest share of its sources' length that a text can have and still sum them up."""
_A_LINE = 300
"""A sentence or two sum up, however short the source."""
# A longer text that is much shorter than its sources (an abstract of a report) sums them up too.
_LONG, _MOST_WHEN_LONG = 2_000, 0.15


def digests(documents: Iterable[Document], claims: Iterable[Claim]) -> frozenset[str]:
    """The names of the drafts among `documents` that are digests, by the length of what they say.

    A draft without sources is none.
    """
    lengths: dict[str, int] = {document.name: 0 for document in documents}
    drafts = {document.name for document in documents if document.role is DocumentRole.DRAFT}
    for claim in claims:
        lengths[claim.document] += claim.span.end - claim.span.start
    told = sum(length for name, length in lengths.items() if name not in drafts)
    return frozenset(name for name in drafts if _is_digest(lengths[name], told))


def _is_digest(length: int, of: int) -> bool:
    if length <= _A_LINE:
        return of > 0
    if length <= LONGEST:
        return length <= MOST_OF_SOURCES * of
    return length <= _LONG and length <= _MOST_WHEN_LONG * of
