"""What the house writes otherwise, in texts that are the house's to respell; for FC301 and FC304.

Words of others are not respelt: quotations, block quotes and code are left alone, and so are
addresses and file names. Primary documents and the sources of a draft are not the house's texts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.facts.house_spelling import house_form
from factcheck.model import BlockKind, Document, DocumentRole, Finding, Location, Severity, Span
from factcheck.rules.findings import make_finding
from factcheck.rules.quote_index import quote_facts
from factcheck.rules.rule import Corpus, Rule

_WORD = re.compile(r"[^\W\d_]{4,40}")
# Signs that make a word beside them part of an address, a file name, a handle or code.
_SIGNS = frozenset("/\\@_#`=<>{}|~")
_CONFIDENCE = 0.95
_MOST_PLACES = 6
_NOT_OURS = (BlockKind.QUOTE, BlockKind.CODE, BlockKind.FURNITURE)


def house_finding(
    corpus: Corpus,
    rule: Rule,
    places: Sequence[Location],
    *,
    message: str,
    values: tuple[str, str],
    topic: str,
) -> Finding:
    """One finding for a form that the house doesn't write, at its first places in one text."""
    return make_finding(
        corpus,
        code=rule.code,
        rule=rule.name,
        severity=Severity.WARNING,
        confidence=_CONFIDENCE,
        message=message,
        primary=places[0],
        related=places[1:_MOST_PLACES],
        values=values,
        topic=topic,
        notes=(f"“{values[0]}” {len(places)}×",) if len(places) > 1 else (),
    )


def misspelt(corpus: Corpus) -> Iterator[tuple[str, str, list[Location]]]:
    """Each word of the other spelling in each text: the word, the house's form, its places."""
    spelling = corpus.style.spelling
    if not spelling:
        return
    for document, spans in _own_prose(corpus):
        found: dict[str, list[Location]] = {}
        for span in spans:
            for match in _WORD.finditer(document.text, span.start, span.end):
                word = match.group()
                # Names keep their own spelling: the World Trade Center.
                if word.islower() and house_form(word, spelling) and _is_word(document, match):
                    place = Location(document.name, Span(*match.span()), word)
                    found.setdefault(word, []).append(place)
        for word, places in found.items():
            yield word, house_form(word, spelling), places


def misnamed(corpus: Corpus) -> Iterator[tuple[str, str, list[Location]]]:
    """Each name written as the house doesn't, in each text: the name, the house's, its places.

    What stands inside one of the house's names is right: with "Battle of Kiev" among them, that
    battle keeps its name beside "Kyiv" for "Kiev".
    """
    names = corpus.style.names
    if not names:
        return
    wanted: dict[str, str] = {}
    for name, others in sorted(names.items()):
        for other in others:
            wanted[other] = name
            if other.upper() != name.upper():
                wanted.setdefault(other.upper(), name.upper())
    pattern = _names((*names, *(name.upper() for name in names), *wanted))
    for document, spans in _own_prose(corpus):
        found: dict[str, list[Location]] = {}
        for span in spans:
            for match in pattern.finditer(document.text, span.start, span.end):
                name = " ".join(match.group().split())
                if name in names or name not in wanted or not _is_word(document, match):
                    continue
                # In a line of capitals NATO is how Nato stands.
                if not (name == wanted[name].upper() and document.slice(span).isupper()):
                    place = Location(document.name, Span(*match.span()), name)
                    found.setdefault(name, []).append(place)
        for name, places in found.items():
            yield name, wanted[name], places


@lru_cache(maxsize=8)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `names` as whole words, the longest that fits, over line breaks too."""
    longest = sorted(set(names), key=lambda name: (-len(name), name))
    each = (r"\s+".join(re.escape(word) for word in name.split()) for name in longest)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(each)})(?![^\W_])")


def _own_prose(corpus: Corpus) -> Iterator[tuple[Document, list[Span]]]:
    """Each text of the house's with the stretches of it that nobody else has said."""
    quoted: dict[str, list[Span]] = {document.name: [] for document in corpus.documents}
    for fact in quote_facts(corpus.claims):
        quoted[fact.document].append(fact.span)
    for document in corpus.documents:
        if document.reference or (corpus.has_draft and document.role is not DocumentRole.DRAFT):
            continue
        spans = [
            claim.span
            for claim in corpus.claims_of[document.name]
            if claim.block_kind not in _NOT_OURS
        ]
        yield document, list(_without(spans, [*quoted[document.name], *document.markup]))


def _without(spans: Iterable[Span], taken: list[Span]) -> Iterator[Span]:
    """What of `spans` (in text order) lies in none of `taken`."""
    taken = sorted(taken)
    starts = [one.start for one in taken]
    # Quotations may lie inside one another, so the end of the one before isn't the furthest.
    furthest: list[int] = []
    for one in taken:
        furthest.append(max(one.end, furthest[-1] if furthest else 0))
    for span in spans:
        start = span.start
        number = bisect_right(starts, start)
        if number:
            start = max(start, furthest[number - 1])
        for one in taken[number:]:
            if one.start >= span.end:
                break
            if one.start > start:
                yield Span(start, one.start)
            start = max(start, one.end)
        if start < span.end:
            yield Span(start, span.end)


def _is_word(document: Document, match: re.Match[str]) -> bool:
    """Whether a match is a word of running text: no part of an address or a file name."""
    text = document.text
    before = text[max(0, match.start() - 1) : match.start()]
    after = text[match.end() : match.end() + 1]
    if before in _SIGNS or after in _SIGNS or before == ".":
        return False
    # "color.txt" is a file; "color." ends a sentence.
    return after not in (".", ":") or not text[match.end() + 1 : match.end() + 2].strip().isalnum()
