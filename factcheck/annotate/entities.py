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


class _Drafts:
    """Entities in the making, found again by surname, plain words, initials or first word."""

    __slots__ = ("by_first", "by_initials", "by_plain", "by_surname", "found")

    def __init__(self) -> None:
        self.found: list[_Draft] = []
        self.by_surname: dict[str, list[int]] = {}
        self.by_plain: dict[tuple[str, ...], int] = {}
        self.by_initials: dict[str, list[int]] = {}
        self.by_first: dict[str, list[int]] = {}

    def new(self, mention: Mention) -> int:
        """A new entity for this mention; its index."""
        index, words = len(self.found), mention.words
        self.found.append(_Draft(words=words))
        self.found[index].add(mention)
        self.by_plain.setdefault(_plain(words), index)
        if len(words) > 1:
            if is_personal(words):
                self.by_surname.setdefault(fold(surname(words)), []).append(index)
            self.by_initials.setdefault(_capitals(words), []).append(index)
            self.by_first.setdefault(fold(words[0]), []).append(index)
        return index

    def join(self, index: int, mention: Mention) -> int:
        """The mention added to the entity `index`; the same index."""
        self.found[index].add(mention)
        return index


def resolve(mentions: Sequence[Mention]) -> tuple[tuple[Entity, ...], tuple[int, ...]]:
    """The entities behind the mentions (in text order), and for each mention its entity's index.

    A bare surname joins the full name that carries it, the last one mentioned if there are several;
    a given name alone joins only a single bearer; an acronym joins the name it abbreviates.
    """
    drafts = _Drafts()
    indexes = [-1] * len(mentions)
    for at, mention in enumerate(mentions):
        if len(mention.words) > 1:
            indexes[at] = _join_full(drafts, mention)
    for at, mention in enumerate(mentions):
        if indexes[at] >= 0:
            drafts.found[indexes[at]].last = mention.start
        else:
            indexes[at] = _join_short(drafts, mention)
    entities = tuple(_entity(index, draft) for index, draft in enumerate(drafts.found))
    return entities, tuple(indexes)


def _join_full(drafts: _Drafts, mention: Mention) -> int:
    same = drafts.by_plain.get(_plain(mention.words))
    if same is not None:
        return drafts.join(same, mention)
    for index in drafts.by_surname.get(fold(surname(mention.words)), ()):
        if same_words(drafts.found[index].words, mention.words):
            return drafts.join(index, mention)
    return drafts.new(mention)


def _join_short(drafts: _Drafts, mention: Mention) -> int:
    written = mention.words[0]
    word = fold(written)
    bearers = drafts.by_surname.get(word, [])
    if written in places() and not mention.person:
        bearers = [at for at in bearers if drafts.found[at].words[0] in given_names()]
    bearers = _by_gender(drafts, bearers, mention) or bearers
    if bearers:
        before = [at for at in bearers if 0 <= drafts.found[at].last <= mention.start]
        return drafts.join(max(before or bearers, key=lambda at: drafts.found[at].last), mention)
    same = drafts.by_plain.get((word,))
    if same is not None:
        return drafts.join(same, mention)
    first = drafts.by_first.get(word, [])
    longer = drafts.by_initials.get(written.replace(".", ""), []) + [
        at for at in first if abbreviates(written, drafts.found[at].words)
    ]
    given = first if word.title() in given_names() else []
    for found in (longer, given):
        if len(found) == 1:
            return drafts.join(found[0], mention)
    return drafts.new(mention)


def _plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words folded, without "Inc." and the like; a lone suffix stays."""
    folded = tuple(fold(word) for word in words)
    return tuple(w for w in folded if w.rstrip(".") not in COMPANY_SUFFIXES) or folded


def _capitals(words: tuple[str, ...]) -> str:
    return "".join(part[0] for part in words if part[0].isupper())


def _by_gender(drafts: _Drafts, bearers: list[int], mention: Mention) -> list[int]:
    wanted = set(mention.honorifics)
    against = (
        FEMALE_HONORIFICS
        if wanted & MALE_HONORIFICS
        else MALE_HONORIFICS
        if wanted & FEMALE_HONORIFICS
        else frozenset()
    )
    return [index for index in bearers if not against & set(drafts.found[index].honorifics)]


def is_personal(words: tuple[str, ...]) -> bool:
    """Whether the last word may be a surname."""
    if " ".join(words) in places() or "of" in words:
        return False
    if words[0] in places() and words[0] not in given_names():
        return False
    return words[-1] not in ORGANISATION_HEADS | THING_HEADS or words[0] in given_names()


def abbreviates(word: str, words: tuple[str, ...]) -> bool:
    """Whether a word is a name's short form: "NATO" of its full name, "Acme" of "Acme Corp"."""
    letters = word.replace(".", "")
    if len(letters) > 1 and letters.isupper():
        return _capitals(words) == letters
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
    if words[-1] in THING_HEADS or all(len(word.rstrip(".")) < 2 for word in words):
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
    return not last.isupper() and (not last.endswith("s") or draft.says > 0)


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
        return _plain(left) == _plain(right)
    suffixes = {word.rstrip(".") for word in (*left, *right) if word.rstrip(".") in SUFFIXES}
    if len(suffixes) > 1:
        return False
    ends = fold(surname(left)) == fold(surname(right)) and one[0] == two[0]
    short, long = sorted((one, two), key=len)
    return ends and (len(short) == 2 or set(short) <= set(long) | PARTICLES)
