"""Whom "he" or "she" means where that is safe, so that a figure told of a pronoun has its person.

Only the plainest case is read: the sentence before is about one person by name (or about the one
that its own pronoun meant), and nobody else does anything in the sentence with the pronoun.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.annotate.nouns import Annotated, Entity, Sentence
from factcheck.model import Fact, FactKind

_PRONOUNS = frozenset("he she".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = ("WDT", "WP")
_TOLD = (FactKind.QUANTITY, FactKind.DURATION, FactKind.MOMENT)


class Referents:
    """The person whom a pronoun at the next sentence would mean; fed sentence by sentence."""

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated
        self._person = ""
        self._block = -1

    def resolved(self, sentence: Sentence, facts: Sequence[Fact]) -> list[Fact]:
        """`facts` of `sentence` with the person a pronoun means as their subject."""
        subjects = [
            index
            for index, token in enumerate(sentence.tokens)
            if token.dep in _SUBJECTS and token.tag not in _RELATIVE
        ]
        pronouns = {sentence.tokens[index].text.lower() for index in subjects}
        # A paragraph may open with a pronoun, but not one behind a paragraph between.
        near = 0 <= sentence.block - self._block <= 1
        if subjects and pronouns <= _PRONOUNS and len(pronouns) == 1 and self._person and near:
            self._block = sentence.block
            words = tuple(word.lower() for word in self._person.replace("-", " ").split())
            return [_with_subject(fact, words) for fact in facts]
        self._person = self._named(sentence, subjects)
        self._block = sentence.block
        return list(facts)

    def _named(self, sentence: Sentence, subjects: Sequence[int]) -> str:
        """The one person whom a sentence is about: its first subject, with nobody else named."""
        people = {
            self._annotated.entities[name.entity].name: name
            for name in self._annotated.names_in(sentence.index)
            if _may_be_person(self._annotated.entities[name.entity])
        }
        if len(people) != 1 or not subjects:
            return ""
        ((person, name),) = people.items()
        return person if any(name.first <= index < name.last for index in subjects) else ""


def _may_be_person(entity: Entity) -> bool:
    """Whether a name is a person's, or is of a given name and a surname and of nothing known."""
    if entity.kind == "unknown":
        return len(entity.name.split()) > 1
    return entity.kind == "person"


def _with_subject(fact: Fact, words: tuple[str, ...]) -> Fact:
    if fact.kind not in _TOLD or fact.slot.subject:
        return fact
    return replace(fact, slot=replace(fact.slot, subject=words))
