"""The grammar of roles: titles before a name, appositions after it, copulas, lists of people.

It reads items, not parses, so it works on tier 0: an item is a whole name or a single word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.annotate.data.offices import ELSEWHERE, office_phrases
from factcheck.annotate.data.places import demonyms
from factcheck.annotate.data.words import HONORIFICS, SAYING
from factcheck.annotate.nouns import Annotated, Entity, Sentence
from factcheck.facts.role_items import Line, organisation_at
from factcheck.model import Fact, FactKind, RoleValue, Slot, Span

_PERIODS = {
    "former": "former", "ex": "former", "late": "former", "ousted": "former", "then": "former",
    "past": "former", "onetime": "former", "deposed": "former", "disgraced": "former",
    "retired": "former", "previous": "former", "longtime": "current", "outgoing": "outgoing",
    "incoming": "incoming", "future": "incoming", "acting": "acting", "interim": "acting",
    "caretaker": "acting", "designate": "incoming", "elect": "incoming",
}  # fmt: skip
_FILLERS = frozenset(
    "now new current top senior longtime own first popular embattled hardline".split()
)
_DEPUTIES = frozenset("deputy vice assistant associate".split())
_DETERMINERS = frozenset("the a an its his her their our".split())
_OF = frozenset("of at for with".split())
_ENDS = frozenset(", . ; : ) ( \" ' - ! ?".split())
_COPULAS = {"is": "current", "remains": "current", "became": "current", "was": ""}
_NOT_HELD = frozenset("candidate nominee hopeful contender elect designate rival office".split())
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)s?\b")


@dataclass(frozen=True, slots=True)
class _Office:
    """An office found at items `first` to `last` (exclusive), with what narrows it."""

    office: str
    first: int
    last: int
    organisation: str = ""
    period: str = "current"
    determined: bool = False


def roles_in(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """The roles that one sentence states, each with the holder's fullest name in the document."""
    line = Line(annotated, sentence)
    past = _speaks_of_the_past(annotated, sentence)
    listed = _listed_person(annotated, line)
    if listed is not None:
        found = _phrase(line, 0)
        if found is not None and _ends_at(line, found.last):
            yield _fact(line, listed, found, 0, past=past)
    for index in range(len(line.items)):
        person = line.person(index)
        if person is None:
            continue
        seen: set[str] = set()
        for office in (_before(line, index), _inverted(line, index), _after(line, index)):
            if office is not None and office.office not in seen:
                seen.add(office.office)
                yield _fact(line, person, office, index, past=past)


def _fact(line: Line, person: Entity, office: _Office, index: int, *, past: bool) -> Fact:
    items = line.items
    first = min(office.first, index)
    last = max(office.last, index + 1) if office.first < office.last else index + 1
    span = Span(items[first].start, items[last - 1].end)
    return Fact(
        kind=FactKind.ROLE,
        document=line.annotated.document.name,
        span=span,
        surface=line.annotated.document.slice(span),
        value=RoleValue(
            person=person.name,
            office=office.office,
            organisation="" if office.office in ELSEWHERE else office.organisation,
            period="" if past and office.period == "current" else office.period,
        ),
        slot=Slot(subject=(person.name.lower(),)),
    )


# ── where an office stands ────────────────────────────────────────────────────────────────────


def _before(line: Line, index: int) -> _Office | None:
    """A title before the name: "UK Prime Minister Keir Starmer"."""
    stop = index
    while stop and line.items[stop - 1].text in HONORIFICS:
        stop -= 1
    return _ending_at(line, stop)


def _inverted(line: Line, index: int) -> _Office | None:
    """An office, a comma and its holder: "the Russian president, Vladimir Putin,"."""
    if line.word(index - 1) != "," or line.word(index + 1) not in (",", ".", ";", ""):
        return None
    stop = index - 1
    owner = None
    if line.entity(stop - 1) is not None and line.person(stop - 1) is None:
        of = stop - 3 if line.word(stop - 2) == "the" else stop - 2
        if line.word(of) in ("of", "at"):
            owner, stop = stop - 1, of
    found = _ending_at(line, stop)
    if found is None:
        return None
    if owner is not None:
        organisation = organisation_at(line, owner, found.office)
        return _Office(found.office, found.first, index, organisation, found.period)
    return found if found.determined or found.organisation else None


def _ending_at(line: Line, stop: int) -> _Office | None:
    """The office phrase that ends at item `stop`, with its organisation and its time."""
    matched = _office_back(line, stop)
    if matched is None:
        return None
    office, first = matched
    organisation, period, determined = "", "current", False
    for _ in range(6):
        word = line.word(first - 1)
        if not word or not _adjacent(line, first - 1):
            break
        if word in _PERIODS:
            period = _PERIODS[word] if period == "current" else period
        elif word in _DETERMINERS:
            determined = True
            break
        elif not organisation and (found := organisation_at(line, first - 1, office)):
            organisation = found
            determined = line.items[first - 1].possessive
        elif word not in _FILLERS and line.items[first - 1].text not in demonyms():
            determined = determined or line.items[first - 1].possessive  # "the firm's director"
            break
        first -= 1
    return _Office(office, first, stop, organisation, period, determined)


def _adjacent(line: Line, index: int) -> bool:
    """Whether item `index` and the next are parted by nothing but a space and a possessive."""
    item = line.items[index]
    return line.items[index + 1].start - item.end <= (4 if item.possessive else 2)


def _office_back(line: Line, stop: int) -> tuple[str, int] | None:
    if line.word(stop - 1) in ("elect", "designate"):
        return None
    for length in range(4, 0, -1):
        first = stop - length
        if first < 0 or any(item.name or item.possessive for item in line.items[first:stop]):
            continue
        office = office_phrases().get(tuple(item.lower for item in line.items[first:stop]))
        if office is not None:
            if line.word(first - 1) in _DEPUTIES and line.items[first - 1].name is None:
                return f"deputy {office}", first - 1
            return office, first
    return None


def _after(line: Line, index: int) -> _Office | None:
    """An apposition or a copula: "X, the Kremlin spokesman," and "X is the mayor of Y"."""
    if line.items[index].possessive:
        return None
    start, period, word = index + 2, "", line.word(index + 1)
    if word in _COPULAS:
        found = _phrase(line, index + 1 + 1)
        if found is None or line.person(found.last) is not None:
            return None
        period = _COPULAS[word] if found.period == "current" else found.period
        return _Office(found.office, index, found.last, found.organisation, period)
    if word not in (",", "(") and not (index == 0 and word in (":", "-")):
        return None
    if line.word(start).isdigit() and line.word(start + 1) == ",":
        start += 2
    if line.word(start) == "who" and line.word(start + 1) in _COPULAS:
        period, start = line.word(start + 1), start + 2
    found = _phrase(line, start)
    if found is None or not _closes(line, found.last):
        return None
    time = found.period if found.period != "current" else _COPULAS.get(period, "current")
    return _Office(found.office, index, found.last, found.organisation, time)


def _phrase(line: Line, start: int) -> _Office | None:
    """A noun phrase with an office as its head: "the former prime minister of Poland"."""
    at = start + 1 if line.word(start) in _DETERMINERS else start
    period, owner = "current", None
    for _ in range(5):
        matched = _office_on(line, at)
        if matched is not None:
            break
        if line.word(at) in _PERIODS:
            period = _PERIODS[line.word(at)]
        elif owner is None and at < len(line.items) and _may_own(line, at):
            owner = at
        elif line.word(at) not in _FILLERS:
            return None
        at += 1
    else:
        return None
    office, last = matched
    if line.word(last) in ("elect", "designate"):
        period, last = "incoming", last + 1
    elif line.word(last) in _NOT_HELD:
        return None
    organisation = organisation_at(line, owner, office) if owner is not None else ""
    if line.word(last) in _OF:
        last, of = _of_phrase(line, last + 1, office)
        organisation = organisation or of
    return _Office(office, start, last, organisation, period, at > start)


def _may_own(line: Line, index: int) -> bool:
    return (
        line.items[index].text in demonyms()
        or (line.entity(index) is not None and line.person(index) is None)
        or (line.entity(index) is not None and not line.items[index].possessive)
    )


def _office_on(line: Line, start: int) -> tuple[str, int] | None:
    deputy = line.word(start) in _DEPUTIES
    for length in range(4, 0, -1):
        words = line.items[start : start + length]
        if len(words) < length or any(item.name for item in words):
            continue
        office = office_phrases().get(tuple(item.lower for item in words))
        if office is not None:
            return office, start + length
    if deputy:
        after = _office_on(line, start + 1)
        return (f"deputy {after[0]}", after[1]) if after is not None else None
    return None


def _of_phrase(line: Line, start: int, office: str) -> tuple[int, str]:
    """The end of the words after "of", and the organisation they name within three words."""
    for at in range(start, start + 6):
        if at >= len(line.items) or line.word(at) in _ENDS | SAYING | {"and", "who"}:
            return at, ""
        if line.entity(at) is not None:
            near = at - start < 3
            return at + 1, organisation_at(line, at, office) if near else ""
    return start + 5, ""


def _ends_at(line: Line, index: int) -> bool:
    return index >= len(line.items) or line.word(index) in _ENDS


def _closes(line: Line, index: int) -> bool:
    """Whether an apposition ends here, and isn't the next member of a list."""
    word = line.word(index)
    if line.entity(index) is not None:
        return False
    if word == "," and line.word(index + 1) in ("and", "or"):
        return False
    return word == "" or word in _ENDS or word in SAYING or word == "who"


def _listed_person(annotated: Annotated, line: Line) -> Entity | None:
    """The person whose name alone is the line before this one, in another block."""
    index = line.sentence.index - 1
    if index < 0 or index >= len(annotated.sentences):
        return None
    before = annotated.sentences[index]
    if before.index != index or before.block == line.sentence.block:
        return None
    for name in annotated.names_in(index):
        if name.span == before.span:
            entity = annotated.entities[name.entity]
            return entity if entity.kind == "person" or _may_be_person(entity) else None
    return None


def _may_be_person(entity: Entity) -> bool:
    return entity.kind == "unknown" and " " in entity.name


def _speaks_of_the_past(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether the sentence names a year well before the document's own."""
    document = annotated.document
    years = [
        int(match.group(1))
        for match in _YEAR.finditer(annotated.shadow, sentence.span.start, sentence.span.end)
    ]
    if not years:
        return False
    if document.published is not None:
        now = document.published.year
    else:
        now = _latest_year(annotated.shadow)
    return min(years) < now - 1


@lru_cache(maxsize=1)
def _latest_year(shadow: str) -> int:
    """The latest year that a text which names one names; asked for again by each sentence of it."""
    return max(int(year) for year in _YEAR.findall(shadow))
