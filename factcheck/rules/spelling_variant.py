"""FC304 spelling-variant: one term or quoted phrase in two spellings, or not in the house's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.facts.house_spelling import house_form
from factcheck.facts.spelling import american_key, is_spelling_pair
from factcheck.model import Finding, Location, Part, Severity, Span
from factcheck.rules.findings import make_finding
from factcheck.rules.house_style import house_finding, misspelt
from factcheck.rules.quote_index import quote_facts, quote_value
from factcheck.rules.readable import without_code
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC304", "spelling-variant"
_WORD = re.compile(r"[^\W\d_]{4,40}")
_PHRASE = 12
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a term and where it stands."""

    text: str
    place: Location


def check(corpus: Corpus) -> Iterable[Finding]:
    """One finding for each quoted phrase, and for each word inside one document."""
    yield from _phrases(corpus)
    yield from _house(corpus)
    quoted: dict[str, list[Span]] = {document.name: [] for document in corpus.documents}
    for fact in quote_facts(corpus.claims):
        quoted[fact.document].append(fact.span)
    for document in corpus.documents:
        yield from _words(corpus, document.name, quoted[document.name])


def _phrases(corpus: Corpus) -> Iterator[Finding]:
    groups: dict[tuple[str, ...], list[_Form]] = {}
    for fact in quote_facts(corpus.claims):
        words = quote_value(fact).words
        if len(words) > _PHRASE:
            continue
        key = tuple(american_key(word) for word in words)
        surface = " ".join(words)
        groups.setdefault(key, []).append(
            _Form(surface, Location(fact.document, fact.span, surface))
        )
    for forms in groups.values():
        spellings = list(dict.fromkeys(form.text for form in forms))
        if len(spellings) > 1 and _differ_in_spelling(spellings):
            yield _finding(corpus, forms, "quoted phrase", 0.9)


def _differ_in_spelling(spellings: Sequence[str]) -> bool:
    first = spellings[0].split()
    return all(
        one == two or is_spelling_pair(one, two)
        for other in spellings[1:]
        for one, two in zip(first, other.split(), strict=True)
    )


def _house(corpus: Corpus) -> Iterator[Finding]:
    """Words that the house spells otherwise, one finding for each in each text."""
    for word, ours, places in misspelt(corpus):
        yield house_finding(
            corpus,
            RULE,
            places,
            message=f"house style ({corpus.style.spelling}): “{ours}”, not “{word}”",
            values=(word, ours),
            topic=f"spelling of “{ours}”",
        )


def _words(corpus: Corpus, name: str, quoted: list[Span]) -> Iterator[Finding]:
    """British and American spelling of one word in the running text of one document."""
    text = without_code(corpus.readable[name]).text
    places: dict[str, list[int]] = {}
    edge = 0
    for claim in corpus.claims_of[name]:
        for match in _WORD.finditer(text, claim.span.start, claim.span.end):
            start, end = match.span()
            while edge < len(quoted) and quoted[edge].end <= start:
                edge += 1
            word = match.group()
            inside = edge < len(quoted) and quoted[edge].start < end
            # Names keep their own spelling: the World Health Organization.
            if not inside and word.islower():
                places.setdefault(word, []).append(start)
    groups: dict[str, list[str]] = {}
    for word in places:
        groups.setdefault(american_key(word), []).append(word)
    for spellings in groups.values():
        if any(house_form(word, corpus.style.spelling) for word in spellings):
            continue  # `_house` says which of them is to go
        if len(spellings) > 1 and is_spelling_pair(spellings[0], spellings[1]):
            starts = sorted((start, word) for word in spellings for start in places[word])
            forms = [
                _Form(word, Location(name, Span(start, start + len(word)), word))
                for start, word in starts
            ]
            yield _finding(corpus, forms, "word", 0.85)


def _finding(corpus: Corpus, forms: list[_Form], what: str, confidence: float) -> Finding:
    """The first place of each form in each document, at most six."""
    first: dict[tuple[str, str], _Form] = {}
    for form in forms:
        first.setdefault((form.place.document, form.text), form)
    places = list(first.values())
    kinds = list(dict.fromkeys(form.text for form in places))
    # Every form is shown before a second place of one form is.
    heads = {form.text: form for form in reversed(places)}
    shown = [heads[kind] for kind in kinds]
    shown += [form for form in places if form is not heads[form.text]][:_SHOWN]
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.INFO,
        confidence=confidence,
        message=f"one {what} in two spellings: {', '.join(f'“{kind}”' for kind in kinds)}",
        primary=shown[0].place,
        related=[form.place for form in shown[1:_SHOWN]],
        values=kinds,
        known_by=(),
        why=(Part("spelling", "British and American", 0.0),),
        topic=f"spelling of “{kinds[0]}”",
    )


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="One term or quoted phrase in two spellings.",
    severity=Severity.INFO,
    check=check,
    sic=True,
)
