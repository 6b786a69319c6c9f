"""Whether two names are one name: honorifics, initials, short forms, transliterations, slips.

A name is compared by its words. `name_relation` knows five outcomes; `same_entity` is the coarser
answer that other stages ask for when they match facts across documents.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from factcheck.annotate.data.given import given_names, nicknames, sound_alikes
from factcheck.annotate.data.places import demonyms, places
from factcheck.annotate.data.words import COMPANY_SUFFIXES, HONORIFICS, SUFFIXES
from factcheck.annotate.entities import abbreviates, is_personal, surname
from factcheck.annotate.pieces import fold

NameRelation = Literal["same", "transliteration", "slip", "unknown", "other"]
Sameness = Literal["same", "variant", "unknown", "other"]

# Shortest word in which one edit, and two edits, may be a slip of the keyboard. Below five letters
# most names have a real neighbour at one edit (Kim, Tim); two edits need a long word.
ONE_EDIT_LENGTH = 4
TWO_EDITS_LENGTH = 9

# Endings and clusters of names written over from another script, where spellings differ by custom.
_FOREIGN = re.compile(
    r"(?:sk(?:y|i|iy|yy|yi|ii|yj|ij)|[aeo]v|[aeo]ff|enko|[iy]y|ii|[ea][iy]|iev|yev)$"
    r"|kh|gh|dh|q(?!u)|zh|dj|^ou|aa"
)
_CUSTOMS = (
    "volodymyr vladimir",
    "oleksandr alexander aleksandr alexandr",
    "serhiy serhii sergei sergey",
    "mykola nikolai nikolay",
    "dmytro dmitry dmitri dmitriy dimitri",
    "andriy andrii andrei andrey",
    "yevhen yevgeny evgeny evgeni yevgeni",
    "oleksiy oleksii alexei alexey aleksei aleksey",
    "mykhailo mikhail",
    "yuriy yurii yuri yury",
    "mohammed mohammad muhammad mohamed muhammed mohamad mahomed",
    "osama usama ousama",
    "ahmed ahmad",
    "hussein hussain husein hossein hosein",
    "yusuf youssef yousef yousuf",
    "gaddafi qaddafi gadhafi qadhafi kadhafi gadafi",
    "muammar moammar",
)
_SAME_GIVEN = {name: row.split()[0] for row in _CUSTOMS for name in row.split()}


def canonical(words: tuple[str, ...]) -> str:
    """A key that all spellings of one name by honorific, case, diacritics and script share.

    >>> canonical(("Sir", "Keir", "Starmer")) == canonical(("KEIR", "STARMER"))
    True
    """
    return " ".join(skeleton(word) for word in bare(words))


def bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without honorifics, "Jr." and the like."""
    kept = tuple(
        word
        for word in words
        if word.rstrip(".") not in HONORIFICS and word.rstrip(".") not in SUFFIXES
    )
    return kept or words


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word without the choices of transliteration: "Zelenskyy", "Zelenskiy" → "zelenski"."""
    text = re.sub(r"^(?:al|el)-", "", fold(word))
    text = re.sub(r"[^a-z0-9]", "", text)
    for old, new in (
        ("x", "ks"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("kh", "h"), ("gh", "g"),
        ("dh", "d"), ("zh", "z"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("ff", "v"), ("w", "v"),
        ("q", "k"), ("y", "i"), ("j", "i"), ("ei", "i"), ("ie", "i"), ("ee", "i"), ("ai", "i"),
    ):  # fmt: skip
        text = text.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", text)


def name_relation(left: tuple[str, ...], right: tuple[str, ...]) -> NameRelation:
    """How two names, given as words, stand to each other.

    "same": one name but for honorifics, initials, middle names, short forms and diacritics;
    "transliteration": two customs of writing one foreign name; "slip": one is very likely a
    misspelling of the other; "other": two names; "unknown": too little to tell.
    """
    one, two = bare(left), bare(right)
    if fold(" ".join(one)).replace("-", " ") == fold(" ".join(two)).replace("-", " "):
        return "same"
    if len(one) == 1 or len(two) == 1:
        return _with_single(one, two)
    if is_personal(one) and is_personal(two):
        return _persons(one, two)
    return _organisations(one, two)


def same_entity(a: str, b: str) -> Sameness:
    """Whether two names can be one person or organisation across documents.

    "same" (also when one is the other's surname), "variant" (transliteration or misspelling),
    "unknown" (a given name alone, an unclear short form), "other".
    """
    relation = name_relation(tuple(a.split()), tuple(b.split()))
    if relation == "transliteration":
        return "variant"
    if relation == "slip":
        # Two single words near each other may be anyone (Obama, Osama); full names are one person.
        return "variant" if " " in a and " " in b else "unknown"
    return relation


def word_relation(left: str, right: str) -> NameRelation:
    """How two single words of a name stand to each other."""
    one, two = fold(left).strip("."), fold(right).strip(".")
    if one == two or re.sub(r"[-' ]", "", one) == re.sub(r"[-' ]", "", two):
        return "same"
    if _SAME_GIVEN.get(one, one) == _SAME_GIVEN.get(two, two):
        return "transliteration"
    if _umlauts(one) == _umlauts(two):
        return "transliteration"
    if skeleton(left) == skeleton(right) and (_FOREIGN.search(one) or _FOREIGN.search(two)):
        return "transliteration"
    return "slip" if _is_slip(one, two) else "other"


def _umlauts(word: str) -> str:
    """A folded word with "ae", "oe", "ue", "aa" read as the letters they are written for."""
    return re.sub(r"([aou])(?:e|(?<=a)a)", r"\1", word)


def _is_slip(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    if len(short) < ONE_EDIT_LENGTH or len(long) - len(short) > 2:
        return False
    # Endings that make another name or another form: Robert and Roberts, Martin and Martinez. A
    # doubled letter and a mute one (Clark, Clarke) don't.
    if long.startswith(short) and long[len(short) :] not in (short[-1:], "e", "h"):
        return False
    edits = distance(one, two)
    if one[0] != two[0] and sorted(one[:2]) != sorted(two[:2]):
        return False
    return edits == 1 or (edits == 2 and len(short) >= TWO_EDITS_LENGTH)


def distance(one: str, two: str) -> int:
    """Edits between two words; a swap of neighbours counts once (optimal string alignment)."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(one, two, score_cutoff=3))


def _with_single(one: tuple[str, ...], two: tuple[str, ...]) -> NameRelation:
    single, full = (one, two) if len(one) == 1 else (two, one)
    word = single[0]
    if len(full) == 1:
        return _single_pair(word, full[0])
    if abbreviates(word, full):
        return "same"
    if not is_personal(full):
        return "unknown" if fold(word) in {fold(part) for part in full} else "other"
    if fold(surname(full)) == fold(word):
        return "same"
    if fold(full[0]) == fold(word):
        return "unknown"
    relation = word_relation(word, surname(full))
    if relation == "transliteration":
        return relation
    return "unknown" if relation == "slip" else "other"


def _single_pair(one: str, two: str) -> NameRelation:
    if one in places() and two in places():
        return "other"
    relation = word_relation(one, two)
    if relation == "slip" and ({one, two} & (places() | demonyms()) or min(len(one), len(two)) < 5):
        return "other"
    return relation


def _persons(one: tuple[str, ...], two: tuple[str, ...]) -> NameRelation:
    given = _given_relation(one[0], two[0])
    family = word_relation(surname(one), surname(two))
    if len(one) > 2 and len(two) > 2 and not _middles_agree(one[1:-1], two[1:-1]):
        return "other"
    if "other" in (given, family):
        return "other"
    if given == family == "slip":
        return "other"
    if "slip" in (given, family):
        initials = min(len(one[0].strip(".")), len(two[0].strip("."))) == 1
        return "unknown" if initials else "slip"
    if "transliteration" in (given, family):
        return "transliteration"
    return "unknown" if "unknown" in (given, family) else "same"


def _middles_agree(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two runs of middle names have no clash: "W." agrees with "Walker", not with "H."."""
    if len(one) != len(two):
        return True
    return all(
        _given_relation(left, right) != "other" for left, right in zip(one, two, strict=True)
    )


def _given_relation(left: str, right: str) -> NameRelation:
    one, two = fold(left).rstrip("."), fold(right).rstrip(".")
    if one == two:
        return "same"
    if min(len(one), len(two)) == 1 or _initials(left) or _initials(right):
        return "same" if one[0] == two[0] else "other"
    if nicknames().get(one, frozenset()) & nicknames().get(two, frozenset()):
        return "same"
    if sound_alikes().get(one, one) == sound_alikes().get(two, two):
        return "slip"
    relation = word_relation(left, right)
    either_known = left.title() in given_names() or right.title() in given_names()
    if relation == "slip" and not either_known and skeleton(left) == skeleton(right):
        return "transliteration"
    both_known = left.title() in given_names() and right.title() in given_names()
    return "other" if relation == "slip" and both_known else relation


def _initials(word: str) -> bool:
    return "." in word.rstrip(".") or (len(word) == 2 and word.isupper())


def _organisations(one: tuple[str, ...], two: tuple[str, ...]) -> NameRelation:
    left = tuple(word for word in one if fold(word).rstrip(".") not in COMPANY_SUFFIXES)
    right = tuple(word for word in two if fold(word).rstrip(".") not in COMPANY_SUFFIXES)
    if [fold(word) for word in left] == [fold(word) for word in right]:
        return "same"
    if len(left) != len(right):
        return "unknown" if set(left) <= set(right) or set(right) <= set(left) else "other"
    differing = [(a, b) for a, b in zip(left, right, strict=True) if fold(a) != fold(b)]
    if len(differing) != 1 or len(left) < 2:
        return "other"
    a, b = differing[0]
    if min(len(a), len(b)) < 5 or a in places() or b in places():
        return "other"
    return word_relation(a, b)
