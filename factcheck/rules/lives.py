"""What a text says of a person's age, birth and death, each with the person it is said of.

Facts carry no owner, so it is read off the wording between the name and the figure; where that
wording is not one of a few forms, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.annotate.canonical import bare, canonical
from factcheck.annotate.shadow import shadow_of
from factcheck.model import Claim, Fact, MomentValue, PersonValue, QuantityValue, Span
from factcheck.rules.rule import Corpus


class Part(StrEnum):
    """What is told of a life."""

    AGE = "age"
    AGE_AT_DEATH = "age at death"
    BORN = "born"
    DIED = "died"


@dataclass(frozen=True, slots=True)
class Told:
    """One thing told of one person: `person` in the document's fullest form."""

    part: Part
    person: str
    fact: Fact
    value: QuantityValue | MomentValue
    claim: int


# Between a name and the age behind it: "Ann Holt, 44", "Ann Holt, aged 44", "Ann Holt (44)",
# "Ann Holt, a nurse, is 44", "Ann Holt, a 44-year-old nurse".
_NAME_THEN_AGE = re.compile(
    r"(?:\s?,\s(?:now\s|who is (?:now )?|aged?\s|(?:a|an|the)\s(?:[a-z]+\s)?)?|\s\((?:aged\s)?"
    r"|\sis\s(?:now\s)?(?:a\s)?)"
)
# Between an age and the name behind it: "44-year-old singer Ann Holt".
_AGE_THEN_NAME = re.compile(
    r"\s(?:[a-z][a-z'-]*\s){0,4}(?:(?:mr|mrs|ms|dr|sir|dame|lady|lord)\.?\s)?"
)
_OLD = re.compile(r"\bold\b")
_TO_BORN = re.compile(
    r"(?:\s?,)?\s?(?:\(|(?:who\s)?(?:was|is)\s|,\s)?(?:born|b\.)\s(?:[a-z,]+\s){0,4}(?:on\s|in\s)?"
    r"(?:[a-z, ]{0,40}\s(?:on|in)\s)?"
)
_TO_DIED = re.compile(
    r"(?:\s?,)?\s(?:who\s|has\s)?(?:died|passed away)\s(?:[a-z, ]{0,40}\s)?(?:on\s|in\s)?"
)
_AND_DIED = re.compile(r"[^.;]{0,60}\b(?:and|he|she)\s(?:died|passed away)\s(?:[a-z, ]{0,40}\s)?")
_AT_DEATH = re.compile(
    r"(?:died|dead|passed away|dies)\b[^.;]{0,50}?,?\s?"
    r"(?:(?:at\s)?(?:the\s)?(?:age\sof\s|aged?\s)|at\s)$"
)
# What stands before an age of some other time, or of someone not named: "the then 18-year-old".
_OTHER_AGE = re.compile(r"\b(?:then|then-|the|was|were|when|at|as|like|another)\s?(?:an?\s)?$")
# Words between "44-year-old" and a name that make the name someone else's.
_NO_TITLE = re.compile(
    r"\b(?:\w+ed|\w+ing|\w+s|of|for|with|from|to|in|on|at|by|and|or|who|had|met|beat|told|won|left|saw"
    r"|made|took|led|shot|hit|sent|wrote|became|born|like|than|but|as)\b"
)
_PRONOUN = re.compile(r"^\W{0,2}(?:he|she)\b", re.IGNORECASE)
_AGE_SPAN = 115


def lives(corpus: Corpus) -> Iterator[Told]:
    """What is told of lives, in text order."""
    for document in corpus.documents:
        claims = corpus.claims_of[document.name]
        shadow = shadow_of(document.text).lower()
        for number, claim in enumerate(claims):
            people = [fact for fact in claim.facts if _is_person(fact)]
            referent = _referent(claims[number - 1] if number else None, claim, shadow)
            yield from _ages(claim, people, referent, shadow)
            yield from _dates(claim, people, referent, shadow)


def people_of(corpus: Corpus) -> dict[str, list[Told]]:
    """What is told of each person with a given name and a surname, by folded name, in order."""
    found: dict[str, list[Told]] = {}
    for told in lives(corpus):
        words = told.person.split()
        if len(words) > 1:
            found.setdefault(canonical((words[0], words[-1])), []).append(told)
    return dict(sorted(found.items()))


def age_owners(corpus: Corpus) -> dict[tuple[str, Span], str]:
    """Whose age a fact is, by document and span, for people named in full."""
    return {
        (told.fact.document, told.fact.span): person
        for person, all_told in people_of(corpus).items()
        for told in all_told
        if told.part in (Part.AGE, Part.AGE_AT_DEATH)
    }


def _is_person(fact: Fact) -> bool:
    value = fact.value
    return isinstance(value, PersonValue) and value.entity_kind != "organisation"


def _name(fact: Fact) -> str:
    assert isinstance(fact.value, PersonValue)
    return " ".join(bare(fact.value.words))


def _referent(before: Claim | None, claim: Claim, shadow: str) -> str:
    """Whom "he" or "she" at the head of a sentence means: the one person named just before."""
    if not _PRONOUN.match(shadow[claim.span.start : claim.span.start + 8]):
        return ""
    if before is None or before.block != claim.block:
        return ""
    names = {_name(fact) for fact in before.facts if _is_person(fact)}
    return names.pop() if len(names) == 1 else ""


def _ages(claim: Claim, people: Sequence[Fact], referent: str, shadow: str) -> Iterator[Told]:
    for fact in claim.facts:
        value = fact.value
        if not isinstance(value, QuantityValue) or value.dimension != "age":
            continue
        if value.unit != "year" or value.low != value.high or not 0 < value.low <= _AGE_SPAN:
            continue
        start = fact.span.start
        head = shadow[claim.span.start : start]
        if _AT_DEATH.search(head[-90:]):
            person = _subject(claim, people, referent, fact)
            if person:
                yield Told(Part.AGE_AT_DEATH, person, fact, value, claim.index)
            continue
        person = _owner(people, fact, shadow, claim)
        if person:
            yield Told(Part.AGE, person, fact, value, claim.index)


def _owner(people: Sequence[Fact], fact: Fact, shadow: str, claim: Claim) -> str:
    """The person whose age a figure is by apposition, at the time of writing; "" if not clear."""
    after = shadow[fact.span.end : min(fact.span.end + 24, claim.span.end)]
    if re.match(r"\s?,?\s(?:when|at the time|then|in (?:19|20)\d\d)\b", after):
        return ""
    before = shadow[claim.span.start : fact.span.start]
    old = bool(_OLD.search(fact.surface.lower()))
    if old and not _OTHER_AGE.search(before[-16:]):
        follower = next((one for one in people if one.span.start >= fact.span.end), None)
        between = shadow[fact.span.end : follower.span.start] if follower else "."
        if follower and _AGE_THEN_NAME.fullmatch(between) and not _NO_TITLE.search(between):
            return _name(follower)
    person = next((one for one in reversed(people) if one.span.end <= fact.span.start), None)
    if person is None:
        return ""
    between = shadow[person.span.end : fact.span.start]
    bare_old = old and not between.endswith((" a ", " an ", " the "))
    return _name(person) if _NAME_THEN_AGE.fullmatch(between) and not bare_old else ""


def _subject(claim: Claim, people: Sequence[Fact], referent: str, fact: Fact) -> str:
    """Who a sentence about one person is about: its only name before the figure, or its pronoun."""
    before = {_name(person) for person in people if person.span.end <= fact.span.start}
    if referent and not before:
        return referent
    return before.pop() if len(before) == 1 and not referent else ""


def _dates(claim: Claim, people: Sequence[Fact], referent: str, shadow: str) -> Iterator[Told]:
    for fact in claim.facts:
        value = fact.value
        if not isinstance(value, MomentValue) or value.start is None or value.end is None:
            continue
        if not value.year_known or value.granularity not in ("day", "month", "year"):
            continue
        person, between = _before(claim, people, referent, fact, shadow)
        if not person:
            continue
        if _TO_BORN.fullmatch(between):
            yield Told(Part.BORN, person, fact, value, claim.index)
        elif _TO_DIED.fullmatch(between) or _AND_DIED.fullmatch(between):
            yield Told(Part.DIED, person, fact, value, claim.index)


def _before(
    claim: Claim, people: Sequence[Fact], referent: str, fact: Fact, shadow: str
) -> tuple[str, str]:
    """The person named nearest before a date, and the wording between, other dates blanked."""
    person = next((one for one in reversed(people) if one.span.end <= fact.span.start), None)
    if person is not None:
        between = shadow[person.span.end : fact.span.start]
        return (_name(person), between) if not referent else ("", "")
    text = shadow[claim.span.start : fact.span.start]
    return referent, re.sub(r"^\W{0,2}s?he", "", text)
