"""Who is meant: mentions of one document joined into entities, and entities of two compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.annotate.data.given import given_names
from factcheck.annotate.data.places import places
from factcheck.annotate.data.words import (
    COMPANY_SUFFIXES,
    FEMALE_HONORIFICS,
    MALE_HONORIFICS,
    ORGANISATION_HEADS,
    PARTICLES,
    SUFFIXES,
    THING_HEADS,
)
from factcheck.annotate.nouns import Entity
from factcheck.annotate.pieces import fold

KNOWN_ORGANISATIONS = frozenset(
    "nato,eu,un,who,imf,cia,fbi,bbc,cnn,nfl,nba,fifa,uefa,opec,kremlin,white house,pentagon,hamas,"
    "hezbollah,taliban,al-qaeda,al qaeda,isis,congress,senate,parliament,reuters,google,apple,"
    "microsoft,amazon,facebook,meta,twitter,intel,samsung,sony,boeing,airbus,nasa,treasury".split(
        ","
    )
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a name: its words without honorifics, and what stands around it."""

    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    honorifics: tuple[str, ...] = ()
    person: bool = False
    says: bool = False
    located: bool = False
    bracketed: bool = False


@dataclass(slots=True)
class _Draft:
    words: tuple[str, ...]
    forms: list[str] = field(default_factory=list)
    honorifics: list[str] = field(default_factory=list)
    person: int = 0
    says: int = 0
    located: int = 0
    last: int = -1

    def add(self, mention: Mention) -> None:
        form = " ".join(mention.words)
        if form not in self.forms:
            self.forms.append(form)
        for honorific in mention.honorifics:
            if honorific not in self.honorifics:
                self.honorifics.append(honorific)
        self.person += mention.person
        self.says += mention.says
        self.located += mention.located
        self.last = mention.start
        if len(mention.words) > len(self.words):
            self.words = mention.words


def resolve(mentions: Sequence[Mention]) -> tuple[tuple[Entity, ...], tuple[int, ...]]:
    """The entities behind the mentions (in text order), and for each mention its entity's index.

    A bare surname joins the full name that carries it, the last one mentioned if there are several;
    a given name alone joins only a single bearer; an acronym joins the name it abbreviates.
    """
    drafts: list[_Draft] = []
    indexes = [-1] * len(mentions)
    for at, mention in enumerate(mentions):
        if len(mention.words) > 1:
            indexes[at] = _join_full(drafts, mention)
    for at, mention in enumerate(mentions):
        if indexes[at] >= 0:
            drafts[indexes[at]].last = mention.start
        else:
            indexes[at] = _join_short(drafts, mention)
    entities = tuple(_entity(index, draft) for index, draft in enumerate(drafts))
    return entities, tuple(indexes)


def _join_full(drafts: list[_Draft], mention: Mention) -> int:
    for index, draft in enumerate(drafts):
        if same_words(draft.words, mention.words):
            draft.add(mention)
            return index
    drafts.append(_Draft(words=mention.words))
    drafts[-1].add(mention)
    return len(drafts) - 1


def _join_short(drafts: list[_Draft], mention: Mention) -> int:
    word = fold(mention.words[0])
    mapped = mention.words[0] in places() and not mention.person
    bearers = [
        index
        for index, draft in enumerate(drafts)
        if len(draft.words) > 1
        and is_personal(draft.words)
        and fold(surname(draft.words)) == word
        and not (mapped and draft.words[0] not in given_names())
    ]
    bearers = _by_gender(drafts, bearers, mention) or bearers
    if bearers:
        before = [index for index in bearers if 0 <= drafts[index].last <= mention.start]
        chosen = max(before or bearers, key=lambda index: drafts[index].last)
        drafts[chosen].add(mention)
        return chosen
    for index, draft in enumerate(drafts):
        if len(draft.words) == 1 and fold(draft.words[0]) == word:
            draft.add(mention)
            return index
    others = [
        index
        for index, draft in enumerate(drafts)
        if len(draft.words) > 1 and abbreviates(mention.words[0], draft.words)
    ]
    given = [
        index
        for index, draft in enumerate(drafts)
        if len(draft.words) > 1 and fold(draft.words[0]) == word and word.title() in given_names()
    ]
    for found in (others, given):
        if len(found) == 1:
            drafts[found[0]].add(mention)
            return found[0]
    drafts.append(_Draft(words=mention.words))
    drafts[-1].add(mention)
    return len(drafts) - 1


def _by_gender(drafts: list[_Draft], bearers: list[int], mention: Mention) -> list[int]:
    wanted = set(mention.honorifics)
    against = (
        FEMALE_HONORIFICS
        if wanted & MALE_HONORIFICS
        else MALE_HONORIFICS
        if wanted & FEMALE_HONORIFICS
        else frozenset()
    )
    return [index for index in bearers if not against & set(drafts[index].honorifics)]


def is_personal(words: tuple[str, ...]) -> bool:
    """Whether the last word may be a surname."""
    if " ".join(words) in places() or "of" in words:
        return False
    if words[0] in places() and words[0] not in given_names():
        return False
    return words[-1] not in ORGANISATION_HEADS | THING_HEADS or words[0] in given_names()


def abbreviates(word: str, words: tuple[str, ...]) -> bool:
    """ "NATO" for the North Atlantic Treaty Organization; "Microsoft" for Microsoft Corp."""
    letters = word.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        capitals = "".join(part[0] for part in words if part[0].isupper())
        return capitals.upper() == letters
    rest = {fold(part).rstrip(".") for part in words[1:]}
    return words[0] == word and rest <= COMPANY_SUFFIXES


def _entity(index: int, draft: _Draft) -> Entity:
    return Entity(
        index=index,
        name=" ".join(draft.words),
        kind=_kind(draft),
        forms=tuple(draft.forms),
        honorifics=tuple(draft.honorifics),
    )


def _kind(draft: _Draft) -> str:
    words, name = draft.words, " ".join(draft.words)
    if fold(name) in KNOWN_ORGANISATIONS:
        return "organisation"
    if name in places() and not draft.honorifics:
        return "place"
    if draft.honorifics:
        return "person"
    if words[-1].rstrip(".") in ORGANISATION_HEADS or "of" in words or "&" in words:
        return "person" if draft.person and words[0] in given_names() else "organisation"
    if words[-1] in THING_HEADS:
        return "unknown"
    if len(words) > 1 and (words[0] in given_names() or _initials(words)):
        return "person"
    if name.replace(".", "").isupper():
        return "organisation"
    if _goes_by_surname(draft):
        return "person"
    if draft.person:
        return "person"
    if draft.says and not draft.located:
        return "person"
    if draft.located and not draft.says and len(words) == 1:
        return "place"
    return "unknown"


def _goes_by_surname(draft: _Draft) -> bool:
    """Whether a full name is taken up by its last word alone, as people's are."""
    last = surname(draft.words)
    if not 2 <= len(draft.words) <= 3 or last not in draft.forms or not is_personal(draft.words):
        return False
    return not last.endswith("s") or draft.says > 0


def _initials(words: tuple[str, ...]) -> bool:
    return any(len(word) <= 2 and word.endswith(".") for word in words[:-1]) and len(words) > 1


def surname(words: tuple[str, ...]) -> str:
    """The last word that is no suffix ("Jr.", "III")."""
    for word in reversed(words):
        if word.rstrip(".") not in SUFFIXES:
            return word
    return words[-1]


def same_words(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two full names are one but for middle names, suffixes, case and diacritics."""
    one = tuple(fold(word) for word in left)
    two = tuple(fold(word) for word in right)
    if one == two:
        return True
    if not (is_personal(left) and is_personal(right)):
        return tuple(w for w in one if w.rstrip(".") not in COMPANY_SUFFIXES) == tuple(
            w for w in two if w.rstrip(".") not in COMPANY_SUFFIXES
        )
    suffixes = {word.rstrip(".") for word in (*left, *right) if word.rstrip(".") in SUFFIXES}
    if len(suffixes) > 1:
        return False
    ends = fold(surname(left)) == fold(surname(right)) and one[0] == two[0]
    short, long = sorted((one, two), key=len)
    return ends and (len(short) == 2 or set(short) <= set(long) | PARTICLES)
