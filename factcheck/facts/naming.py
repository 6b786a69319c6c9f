"""Statements of what something is called: "describes it as a threat", "drops it as a threat".

The verbs are those that take an object and what it is called behind "as" (Quirk et al., A
Comprehensive Grammar of the English Language, 1985, 16.47). They fold into one predicate, so that
"regards" and "labels" are one statement, and to drop something *as* a threat denies that it is one.
"""

from __future__ import annotations

from factcheck.annotate.nouns import Sentence
from factcheck.facts.words import children, content_words, subtree
from factcheck.model import StatementValue

CALLED = "describe as"
_NAMING = frozenset(
    "brand call cast categorise categorize characterise characterize class classify consider "
    "define depict describe designate dub frame identify label name portray present recognise "
    "recognize refer regard see term treat view".split()
)
# Taking a word or a wording out, and giving a view up.
_DROPPING = frozenset("abandon delete discard drop omit remove".split())
# "As part of", "as a result of": prepositions of several words (Quirk et al. 1985, 9.10-9.11).
_NO_NAME = frozenset("part result consequence matter".split())
_PEOPLE = frozenset("he she him her them".split())
_WORDINGS = frozenset("wording language phrase passage line sentence reference text".split())


def called(sentence: Sentence, verb: int) -> tuple[str, ...]:
    """The words, head first, of what the object of a naming or dropping verb is called.

    Empty for any other verb, and where no "as" follows. Who drops a person as captain says nothing
    of what the person is called.
    """
    tokens = sentence.tokens
    if tokens[verb].lemma not in _NAMING | _DROPPING:
        return ()
    if tokens[verb].lemma in _DROPPING and any(
        tokens[child].text.lower() in _PEOPLE for child in children(sentence, verb)
    ):
        return ()
    for child in children(sentence, verb):
        if tokens[child].dep == "prep" and tokens[child].lemma == "as":
            for grandchild in children(sentence, child):
                if tokens[grandchild].dep == "pobj" and tokens[grandchild].lemma not in _NO_NAME:
                    return _phrase(sentence, grandchild)
    return ()


def is_dropped(sentence: Sentence, verb: int) -> bool:
    """Whether a naming clause is denied by the verb that drops it, or that drops its wording."""
    tokens = sentence.tokens
    if tokens[verb].lemma in _DROPPING:
        return True
    noun = tokens[verb].head
    return (
        tokens[verb].dep in ("relcl", "acl")
        and tokens[noun].lemma in _WORDINGS
        and tokens[noun].dep in ("dobj", "nsubjpass")
        and tokens[tokens[noun].head].lemma in _DROPPING
    )


def dropper(sentence: Sentence, verb: int) -> int:
    """The verb whose subject does the naming: of "dropped wording that calls …", "dropped"."""
    tokens = sentence.tokens
    if tokens[verb].lemma in _DROPPING or not is_dropped(sentence, verb):
        return verb
    return tokens[tokens[verb].head].head


def named_object(sentence: Sentence, verb: int) -> int | None:
    """The object behind "refer to … as"; None for other verbs, which have theirs as an object."""
    tokens = sentence.tokens
    if tokens[verb].lemma != "refer":
        return None
    for child in children(sentence, verb):
        if tokens[child].dep == "prep" and tokens[child].lemma == "to":
            return next((c for c in children(sentence, child) if tokens[c].dep == "pobj"), None)
    return None


def what_is_called(sentence: Sentence, verb: int) -> int | None:
    """The head of what a free relative behind a verb names: "restore what they call calm"."""
    tokens = sentence.tokens
    for child in children(sentence, verb):
        if tokens[child].dep not in ("ccomp", "dobj") or tokens[child].lemma not in _NAMING:
            continue
        below = children(sentence, child)
        if not any(tokens[other].text.lower() == "what" for other in below):
            continue
        for other in below:
            if tokens[other].dep == "prep" and tokens[other].lemma == "as":
                return next((c for c in children(sentence, other) if tokens[c].dep == "pobj"), None)
            if tokens[other].dep in ("oprd", "dobj", "attr") and tokens[other].pos != "PRON":
                return other
    return None


def complement(value: StatementValue) -> tuple[str, ...]:
    """What the object is called, head first; empty for other statements."""
    if value.predicate != CALLED:
        return ()
    return tuple(other[3:] for other in value.others if other.startswith("as:"))


def one_name(one: StatementValue, two: StatementValue) -> bool:
    """Whether both call their object much the same: one head, nothing that narrows it otherwise."""
    left, right = complement(one), complement(two)
    if not left or not right or left[0] != right[0]:
        return False
    return set(left) <= set(right) or set(right) <= set(left)


def _phrase(sentence: Sentence, head: int) -> tuple[str, ...]:
    tokens = sentence.tokens
    own = [n for n in subtree(sentence, head) if tokens[n].dep not in ("relcl", "acl", "conj")]
    return content_words(tokens[n] for n in (head, *own))
