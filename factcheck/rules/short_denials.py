"""What one short text denies and the other affirms, told by the words that the denial covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.annotate.data.places import country_table, demonyms
from factcheck.annotate.lemma import lemma_of
from factcheck.facts.lexicon import are_antonyms
from factcheck.facts.near_words import are_near
from factcheck.facts.words import STOP
from factcheck.match.synonyms import same_class
from factcheck.model import FactKind, Location, Modality, StatementValue
from factcheck.rules.patterns import compiled
from factcheck.rules.short_openings import WORD, small
from factcheck.rules.short_texts import Side

# Words that deny what stands with them; one of them in a sentence that shares the rest with a
# sentence without any is a contradiction.
_DENIES = (
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|zero|unable|incapable"
    r"|yet to|refus\w+|fail\w*|lack\w*|avoid\w*|decline\w*|den(?:y|ies|ied)|reject\w*|absent"
    r"|prevent\w*|(?:some|any)thing other than|anything but|turned down|instead of"
    r"|rather than)\b|n't\b"
)
_PLAIN = (
    r"\b(?:not|never|no|without|zero|cannot|unable to|incapable of|refused? to|refuses to|"
    r"failed to|fails to|has yet to|have yet to|did nothing|(?:some|any)thing other than|"
    r"anything but|(?:turned down|declined) (?:an? |the |any |all )?(?:offers?|invitations?) to|"
    r"declined to)\b|n't\b"
)
# "Not only …", "no longer", "not until": the rest may hold, or held before.
_NO_DENIAL = (
    r"\b(?:not (?:only|just|until|necessarily|always|all|every|both|yet|many|much|entirely|fully|"
    r"alone|the (?:only|first|last))|no (?:longer|more|less|fewer|doubt|matter|sooner)|"
    r"whether or not|if not)\b"
)
# A denial of so many, of then or of why is none of the deed.
_BOUNDED = (
    r"\b(?:many|much|most|all|every|each|several|both|until|till|unless|because|yet|immediately|"
    r"always|fully|entirely|only|alone|again|so|as|even|enough|too)\b"
)
_STOP = re.compile(r"[,;:]\s|\s(?:but|although|because|while|which|who|though|and|despite)\s")
_LIGHT = frozenset(
    "be have do get give show make take become known appear contain feature include play perform "
    "any ever single all".split()
)
_TURNING = frozenset("before after since with against above below outside".split())
_LEAST = 2
_LEAST_STEM = 5
# "Has yet to" and "did not fail to" hold a word of denial more than is read as one.
_MOST_DENYING = 2
_CONFIDENCE, _SURE = 0.85, 0.92
_ENDINGS = (
    "ization isation ation ition ingly ing ment ness ance ence ants ers ors ist ism ial ical al "
    "ive er or ed es s ly ion e y"
).split()


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence that denies, and one that affirms the same."""

    denied: Location
    affirmed: Location
    confidence: float


def denials(one: Side, two: Side, *, possible: bool = False) -> Iterator[Denial]:
    """What `one` denies and `two` affirms, or the other way round; at most one.

    With `possible`, also what the other only holds for possible.
    """
    for mine, theirs in ((one, two), (two, one)):
        if mine.claim.modality is Modality.POSSIBILITY:
            continue
        if theirs.claim.modality is Modality.POSSIBILITY and not possible:
            continue
        if not _denies_once(mine.text) or compiled(_DENIES).search(theirs.text):
            continue
        words = _denied_words(mine)
        if words is None or len(words) < (1 if _has_none(mine) else _LEAST):
            continue
        if mine.document.published != theirs.document.published:
            continue
        there = _known(theirs)
        named = _known(theirs, names=True)
        capitals = {lemma_of(small(word)) for word in mine.words if word[0].isupper()}
        missing = [
            word
            for word in words
            if not _stands(word, named if word in capitals else there)
            and not _names_country(theirs.text, word)
        ]
        if missing or _has_opposite(words, there) or not _turning(mine) <= theirs.lower:
            continue
        if "for" in mine.lower and "against" in theirs.lower - mine.lower:
            # Who did not vote for it voted against it.
            continue
        sure = len(words) > _LEAST and set(mine.opening) & theirs.lower
        yield Denial(mine.whole, theirs.whole, _SURE if sure else _CONFIDENCE)
        return


def _has_none(side: Side) -> bool:
    """ "The film had no director": one word may be all that is denied."""
    return bool(
        re.search(r"\b(?:has|had|have|with|without|made)\s(?:no|zero)\s\w+\s?\.?$", side.text)
    )


def _turning(side: Side) -> set[str]:
    """Words of a denial that make it one of another time or way: "did not leave before"."""
    return set(side.lower & _TURNING)


def _denies_once(text: str) -> bool:
    found = list(compiled(_PLAIN).finditer(text))
    if (
        len(found) != 1
        or len(compiled(_DENIES).findall(text)) > _MOST_DENYING
        or compiled(_NO_DENIAL).search(text)
    ):
        return False
    return not compiled(_BOUNDED).search(text[found[0].end() :])


def _denied_words(side: Side) -> list[str] | None:
    """The words of the clause that is denied, without its subject; None where it isn't clear."""
    match = compiled(_PLAIN).search(side.text)
    assert match is not None
    start, end = match.end(), len(side.text)
    stop = _STOP.search(side.text, start)
    if stop:
        end = stop.start()
    before = side.text[: match.start()]
    passive = re.search(r"\b(?:was|were|is|are|been)\s$", before)
    words = _content(side.text[start:end])
    subject = set(side.opening)
    words = [word for word in words if word not in subject]
    negated = [
        fact
        for fact in side.claim.facts
        if fact.kind is FactKind.STATEMENT
        and isinstance(fact.value, StatementValue)
        and fact.value.negated
    ]
    if not negated and not passive and match.group() not in ("no", "zero", "without"):
        # The parse doesn't see a denied clause: "unable to", "has yet to" are read by their words.
        return words if len(words) >= _LEAST else None
    return words


def _content(text: str) -> list[str]:
    found = WORD.findall(small(text))
    lemmas = [lemma_of(word.removesuffix("'s")) for word in found if word not in STOP]
    return [word for word in dict.fromkeys(lemmas) if word not in _LIGHT and word not in STOP]


def _known(side: Side, *, names: bool = False) -> set[str]:
    """What a sentence says of its subject; what the subject's own name says is no statement."""
    rest = list(side.words)
    for word in side.opening:
        place = next((n for n, other in enumerate(rest) if small(other) == word), None)
        if place is not None:
            del rest[place]
    return {
        lemma_of(small(word).removesuffix("'s"))
        for place, word in enumerate(rest)
        if names or place == 0 or not word[0].isupper()
    }


def _stands(word: str, there: set[str]) -> bool:
    if word in there or any(part in there for part in word.split("-") if len(part) > 3):
        return True
    stem = stem_of(word)
    return any(
        stem == stem_of(other)
        or _is_form(word, other)
        or are_near(word, other)
        or same_class(word, other)
        for other in there
    )


def _names_country(text: str, word: str) -> bool:
    """Whether a text has, in another form, the country that a word is of: "U.S.", "American"."""
    table = country_table()
    forms = (word.upper(), f"{word.upper()}.", word.capitalize())
    # Who is no American citizen may be another one in the United States.
    country = next((table[form] for form in forms if form in table.keys() - demonyms()), "")
    return any(form in text for form, other in table.items() if country and other == country)


def _is_form(word: str, other: str) -> bool:
    """Whether one is the other with an ending: "model", "modelled"."""
    short, long = sorted((word, other), key=len)
    return len(short) >= _LEAST_STEM and long.startswith(short) and len(long) - len(short) <= 3


def stem_of(word: str) -> str:
    """A rough stem, for words of one family: "influence", "influential"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _has_opposite(words: list[str], there: set[str]) -> bool:
    return any(are_antonyms(word, other) for word in words for other in there)
