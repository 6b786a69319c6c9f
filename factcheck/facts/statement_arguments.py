"""The arguments of a verb: who acts, on what, and where, read off the dependency parse."""

from __future__ import annotations

from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.facts.statement_likeness import PRONOUNS
from factcheck.facts.words import children, content_words, subtree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# Nobody is a person of whom the rest is denied.
NOBODY = frozenset("nobody none".split())
MOTION = frozenset(
    "take fly bring carry rush airlift evacuate transfer drive tow head sail bind move".split()
)
"""Verbs of going or taking somewhere."""
_AT, _TOWARDS = ("in", "at", "near"), ("to", "for", "towards", "into")
ANYBODY = ("person",)
"""The argument of a statement on any person."""
_NOT_PHRASE = ("relcl", "acl", "advcl", "ccomp", "appos", "punct")


def is_passive(sentence: Sentence, verb: int) -> bool:
    """A passive, a participle after its noun, or one joined to a passive: "written and sung by"."""
    tokens = sentence.tokens
    for _ in range(3):
        below = children(sentence, verb)
        if any(tokens[child].dep in ("nsubjpass", "auxpass", "agent") for child in below):
            return True
        if tokens[verb].tag != "VBN":
            return False
        if tokens[verb].dep == "acl":
            return True
        if tokens[verb].dep != "conj" or any(tokens[c].dep in ("nsubj", "aux") for c in below):
            return False
        verb = tokens[verb].head
    return False


def subject_of(sentence: Sentence, verb: int) -> int | None:
    """The grammatical subject; a conjunct or an open complement takes that of the verb above."""
    tokens = sentence.tokens
    for _ in range(4):
        for child in children(sentence, verb):
            if tokens[child].dep in SUBJECTS:
                if tokens[child].tag in ("WDT", "WP") and tokens[verb].dep == "relcl":
                    return tokens[verb].head
                return child
        if tokens[verb].dep in ("relcl", "acl"):
            return _copular_subject(sentence, tokens[verb].head)
        if tokens[verb].dep not in ("conj", "xcomp") or tokens[verb].head == verb:
            return None
        verb = tokens[verb].head
    return None


def _copular_subject(sentence: Sentence, noun: int) -> int:
    """In "the hall is a building put up in 1900" the building is the hall."""
    tokens = sentence.tokens
    if tokens[noun].dep == "attr":
        for child in children(sentence, tokens[noun].head):
            if tokens[child].dep == "nsubj":
                return child
    return noun


def agent_behind_by(sentence: Sentence, verb: int) -> int | None:
    """Who acts in a passive; of joined participles the last one tells for all."""
    tokens = sentence.tokens
    below = children(sentence, verb)
    own = _pobj(sentence, [child for child in below if tokens[child].dep == "agent"])
    if own is not None:
        return own
    joined = [c for c in below if tokens[c].dep == "conj" and tokens[c].tag == "VBN" and c > verb]
    return agent_behind_by(sentence, joined[0]) if joined else None


def _pobj(sentence: Sentence, prepositions: list[int]) -> int | None:
    for preposition in prepositions:
        for child in children(sentence, preposition):
            if sentence.tokens[child].dep == "pobj":
                return child
    return None


def argument_words(annotated: Annotated, sentence: Sentence, index: int | None) -> tuple[str, ...]:
    """Content words of an argument without its relative clauses, its head first, names in full."""
    if index is None:
        return ()
    tokens = sentence.tokens
    whole = _whole_of_nothing(sentence, index)
    if whole is not None:
        return argument_words(annotated, sentence, whole)
    if tokens[index].pos == "PRON":
        pronoun = tokens[index].text.lower()
        if pronoun in NOBODY:
            return ANYBODY
        return (pronoun,) if pronoun in PRONOUNS else ()
    if tokens[index].text.lower() == "one" and index and tokens[index - 1].text.lower() == "no":
        return ANYBODY
    members = _phrase(sentence, index)
    words = dict.fromkeys(content_words([tokens[index]]))
    words.update(dict.fromkeys(content_words(tokens[number] for number in members)))
    for name in argument_names(annotated, sentence, index):
        words.update(dict.fromkeys(name.replace("-", " ").split()))
    return tuple(words)


def _whole_of_nothing(sentence: Sentence, index: int) -> int | None:
    """What "nothing of the grant" denies."""
    tokens = sentence.tokens
    if tokens[index].text.lower() not in ("nothing", "none"):
        return None
    return _pobj(sentence, [c for c in children(sentence, index) if tokens[c].lemma == "of"])


def _phrase(sentence: Sentence, index: int) -> list[int]:
    tokens = sentence.tokens
    members, queue = [index], [index]
    while queue:
        parent = queue.pop()
        for child in children(sentence, parent):
            named = tokens[child].dep == "appos" and tokens[child].pos == "PROPN"
            if _is_excepted(sentence, child):
                continue
            if named or tokens[child].dep not in _NOT_PHRASE:
                members.append(child)
                queue.append(child)
    return sorted(members)


def _is_excepted(sentence: Sentence, index: int) -> bool:
    """Whether "not" takes a word out: by the band Grey Mill, not Hollow Oak."""
    tokens = sentence.tokens
    if tokens[index].dep not in ("appos", "conj"):
        return False
    first = min(subtree(sentence, index))
    return "not" in (tokens[first].text.lower(), tokens[first - 1].text.lower() if first else "")


def argument_names(annotated: Annotated, sentence: Sentence, index: int | None) -> tuple[str, ...]:
    """The names of the entities in an argument, in lower case."""
    if index is None:
        return ()
    members = set(_phrase(sentence, index))
    return tuple(
        dict.fromkeys(
            annotated.entities[name.entity].name.lower()
            for name in annotated.names_in(sentence.index)
            if members.intersection(range(name.first, name.last))
        )
    )


def argument_kind(annotated: Annotated, sentence: Sentence, index: int | None) -> str:
    """The sort of the name that heads an argument, or that stands in apposition to its head."""
    if index is None:
        return ""
    heads = [index, *(c for c in children(sentence, index) if sentence.tokens[c].dep == "appos")]
    for name in annotated.names_in(sentence.index):
        if any(name.first <= head < name.last for head in heads):
            return annotated.entities[name.entity].kind
    return ""


def other_words(sentence: Sentence, verb: int) -> tuple[str, ...]:
    """What hangs on the verb by a preposition, as "preposition:word"."""
    found: list[str] = []
    for child in children(sentence, verb):
        token = sentence.tokens[child]
        if token.dep in ("prep", "dative") and token.pos == "ADP":
            for grandchild in children(sentence, child):
                if sentence.tokens[grandchild].dep == "pobj":
                    phrase = _phrase(sentence, grandchild)
                    words = content_words(sentence.tokens[number] for number in phrase)
                    found.extend(f"{token.lemma}:{word}" for word in words)
    return tuple(dict.fromkeys(found))


def places_named(annotated: Annotated, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Names behind a preposition of place that hangs on the verb, from the narrow to the wide.

    Of verbs of motion the goal: "was taken to a school in Holt".
    """
    tokens = sentence.tokens
    prepositions = _TOWARDS if tokens[verb].lemma in MOTION else _AT
    for child in children(sentence, verb):
        if tokens[child].dep == "prep" and tokens[child].lemma in prepositions:
            members = set(subtree(sentence, child))
            found = [
                annotated.entities[name.entity].name.lower()
                for name in annotated.names_in(sentence.index)
                if name.first in members and not _behind_other(sentence, name.first, child)
            ]
            if found:
                return tuple(dict.fromkeys(part for name in found for part in name.split(", ")))
    return ()


def _behind_other(sentence: Sentence, index: int, preposition: int) -> bool:
    """Whether a verb or a clause stands between a name and the preposition of place."""
    tokens = sentence.tokens
    while index != preposition and tokens[index].head != index:
        if tokens[index].dep in ("relcl", "acl", "conj", "pcomp"):
            return True
        index = tokens[index].head
    return False
