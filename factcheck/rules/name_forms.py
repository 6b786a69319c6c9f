"""The forms in which names stand in the documents of a run, counted; for FC301."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from factcheck.annotate.canonical import bare
from factcheck.annotate.pieces import fold
from factcheck.annotate.shadow import shadow_of
from factcheck.facts.spelling import spelling_key
from factcheck.model import Claim, Fact, FactKind, PersonValue, RoleValue
from factcheck.rules.rule import Corpus


@dataclass(slots=True)
class Form:
    """One spelling of a name: its words without honorifics, its kind and all its mentions."""

    words: tuple[str, ...]
    kind: str
    facts: list[Fact] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The form as one string."""
        return " ".join(self.words)

    @property
    def documents(self) -> set[str]:
        """The documents in which it stands."""
        return {fact.document for fact in self.facts}


@dataclass(slots=True)
class Forms:
    """All forms of a run: of several words, of one word that no full name explains, word counts.

    `names` holds the full names of each document, for telling whether two speak of one story.
    """

    full: list[Form]
    single: list[Form]
    words: Counter[str]
    names: dict[str, set[str]]


def read_forms(corpus: Corpus) -> Forms:
    """The forms of all person facts, in document and text order."""
    full: dict[tuple[str, ...], Form] = {}
    single: dict[tuple[str, ...], Form] = {}
    words: Counter[str] = Counter()
    names: dict[str, set[str]] = {document.name: set() for document in corpus.documents}
    holders = _holders(corpus)
    for claim in corpus.claims:
        names[claim.document].update(claim.names)
        if _is_of_spelling(corpus, claim):
            continue
        for fact in claim.facts:
            value = fact.value
            if fact.kind is not FactKind.PERSON or not isinstance(value, PersonValue):
                continue
            form = bare(tuple(shadow_of(fact.surface).split()))
            words.update(fold(word) for word in form)
            names[fact.document].add(value.name)
            if len(form) > 1 and not _shouted(form):
                kind = "person" if form in holders else value.entity_kind
                full.setdefault(form, Form(form, kind)).facts.append(fact)
            elif len(form) == 1 and len(value.words) == 1:
                single.setdefault(form, Form(form, value.entity_kind)).facts.append(fact)
    return Forms(list(full.values()), list(single.values()), words, names)


def _is_of_spelling(corpus: Corpus, claim: Claim) -> bool:
    """Whether a sentence speaks of how something is spelt, so that a form in it is an example."""
    text = corpus.by_name[claim.document].slice(claim.span).lower()
    return any(word in text for word in ("spelled", "spelt", "spelling", "misspel"))


def _holders(corpus: Corpus) -> frozenset[tuple[str, ...]]:
    """The names of those who hold an office: people, whatever else tells of it."""
    return frozenset(
        bare(tuple(shadow_of(fact.value.person).split()))
        for claim in corpus.claims
        for fact in claim.facts
        if isinstance(fact.value, RoleValue)
    )


def _shouted(words: tuple[str, ...]) -> bool:
    """Whether a name stands in capitals throughout, as in a headline."""
    letters = "".join(words)
    return letters.isupper() and len(letters) > 6


def spelt_by_region(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two names differ only as British and American spelling do."""
    return [spelling_key(word.lower()) for word in left] == [
        spelling_key(word.lower()) for word in right
    ]
