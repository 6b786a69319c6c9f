"""Statements: who did what to whom, affirmed or denied, rising or falling.

One fact a clause, read off the dependency parse: the arguments in `statement_arguments`, denial
and direction in `statement_polarity`. How statements compare is in `statement_compare`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.facts.deeds import deed_at
from factcheck.facts.kind import Kind
from factcheck.facts.kinds_of_thing import kinds_named
from factcheck.facts.modality import clause_modality
from factcheck.facts.naming import (
    CALLED,
    called,
    complement,
    dropper,
    is_dropped,
    named_object,
    what_is_called,
)
from factcheck.facts.nation import nations_of
from factcheck.facts.nominal import nominal_statement
from factcheck.facts.slots import time_words, told_clause
from factcheck.facts.statement_arguments import (
    ANYBODY,
    SUBJECTS,
    agent_behind_by,
    argument_kind,
    argument_names,
    argument_words,
    is_passive,
    other_words,
    places_named,
    subject_of,
)
from factcheck.facts.statement_compare import compare, is_single
from factcheck.facts.statement_likeness import PRONOUNS
from factcheck.facts.statement_outcomes import BEFALLS
from factcheck.facts.statement_polarity import (
    direction_at,
    is_definite,
    is_indefinite,
    is_negated,
    scope_words,
)
from factcheck.facts.words import children, subtree
from factcheck.model import Fact, FactKind, Slot, Span, StatementValue

_OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative")
_ARGUMENTS = (*SUBJECTS, *_OBJECTS, "neg", "aux", "auxpass", "agent", "prep", "compound", "amod")
_SAYING = frozenset("say tell add think believe know mean".split())
_MAYBE_PEOPLE = ("person", "unknown")
# Verbs of two letters; a tokenizer that splits "re-establish" leaves others that are none.
_SHORT = frozenset("be do go".split())


def extract(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """The statements of one parsed sentence, one for each verb with an argument."""
    if not sentence.parsed:
        return
    for index in range(len(sentence.tokens)):
        if _heads_clause(sentence, index):
            value = _statement(annotated, sentence, index)
        else:
            value = nominal_statement(sentence, index)
        if value is not None:
            yield _fact(annotated, sentence, index, value)


def _heads_clause(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.text[0].isupper() and index and not _starts_quotation(sentence, index):
        # "We'll Always Have Paris": a capitalised verb stands in a title.
        return False
    if token.pos == "VERB":
        return token.dep not in ("amod", "compound", "aux", "auxpass")
    return token.pos == "AUX" and token.dep not in ("aux", "auxpass")


def _starts_quotation(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index - 1].text in ('"', "'", ":", "-")


def _fact(annotated: Annotated, sentence: Sentence, index: int, value: StatementValue) -> Fact:
    span = _clause_span(sentence, index)
    return Fact(
        kind=FactKind.STATEMENT,
        document=annotated.document.name,
        span=span,
        surface=annotated.document.slice(span),
        value=value,
        slot=Slot(
            subject=value.agent,
            measure=value.patient,
            event=(value.predicate,),
            time=time_words(sentence.tokens, 0, 0, told_clause(sentence, index)),
            modifiers=value.others,
            modality=value.modality.value,
        ),
    )


def _clause_span(sentence: Sentence, index: int) -> Span:
    """From the subject to the last direct argument of the verb."""
    tokens = sentence.tokens
    members = [index]
    for child in children(sentence, index):
        if tokens[child].dep in _ARGUMENTS:
            members.extend(n for n in subtree(sentence, child) if abs(n - index) <= 25)
    return Span(tokens[min(members)].start, tokens[max(members)].end)


def _statement(annotated: Annotated, sentence: Sentence, verb: int) -> StatementValue | None:
    tokens = sentence.tokens
    below = children(sentence, verb)
    passive = is_passive(sentence, verb)
    name = called(sentence, verb)
    subject = subject_of(sentence, dropper(sentence, verb) if name else _prefix(sentence, verb))
    by_agent = agent_behind_by(sentence, verb) if passive else None
    objects = [child for child in below if tokens[child].dep in _OBJECTS]
    first: int | None = by_agent if passive else subject
    second: int | None = subject if passive else (objects[0] if objects else None)
    deed = None if name else deed_at(sentence, verb, passive=passive)
    if deed is not None and deed.object is not None:
        second = deed.object
        first = None if first == second else first
    if second is None:
        second = named_object(sentence, verb) if name else what_is_called(sentence, verb)
    if is_dropped(sentence, verb) and argument_kind(annotated, sentence, second) in _MAYBE_PEOPLE:
        name = ()
    agent = argument_words(annotated, sentence, first)
    patient = argument_words(annotated, sentence, second)
    if not passive:
        patient = tuple(word for word in patient if word not in PRONOUNS)
    if deed is not None and deed.of_anybody:
        agent, patient = (), ANYBODY
    others = other_words(sentence, verb)
    if passive:
        # "Was refused bail": what was refused, beside whom.
        others = (*others, *(f"obj:{word}" for word in _kept_object(annotated, sentence, objects)))
    if deed is not None and deed.spent:
        others = tuple(
            other
            for other in others
            if other not in deed.spent and other.split(":")[0] not in deed.spent
        )
    if name:
        others = (
            *(f"as:{word}" for word in name),
            *(other for other in others if not other.startswith(("as:", "to:"))),
        )
    predicate = CALLED if name else _predicate(sentence, verb)
    if tokens[verb].pos == "AUX" and not patient and not others:
        return None
    if (
        predicate in _SAYING
        or (len(predicate) < 3 and predicate not in _SHORT)
        or not (agent or patient)
    ):
        return None
    particle = next((tokens[c].lemma for c in below if tokens[c].dep == "prt" and not name), "")
    return StatementValue(
        predicate=f"{predicate} {particle}".strip() if deed is None else deed.verb,
        agent=agent,
        patient=patient,
        others=others,
        negated=is_negated(sentence, verb, [first, second], subject)
        != ((bool(name) and is_dropped(sentence, verb)) or (deed is not None and deed.denied)),
        direction=0 if name else direction_at(sentence, verb),
        passive=passive,
        agent_names=argument_names(annotated, sentence, first),
        patient_names=argument_names(annotated, sentence, second),
        where=places_named(annotated, sentence, verb),
        scope=scope_words(sentence, verb, [first, second]),
        indefinite=is_indefinite(sentence, subject),
        agent_kind=argument_kind(annotated, sentence, first),
        patient_kind=argument_kind(annotated, sentence, second),
        definite=is_definite(sentence, subject),
        modality=clause_modality(sentence, verb),
        kinds=kinds_named(sentence, second) if predicate == "be" else (),
        nations=nations_of(annotated, sentence, second)
        if tokens[verb].lemma == "be" and second is not None
        else (),
    )


def _kept_object(
    annotated: Annotated, sentence: Sentence, objects: Sequence[int]
) -> tuple[str, ...]:
    """The words of the object that a passive keeps."""
    kept = [index for index in objects if sentence.tokens[index].dep == "dobj"]
    return argument_words(annotated, sentence, kept[0]) if kept else ()


def _predicate(sentence: Sentence, verb: int) -> str:
    """The verb's lemma, with a "re-" that the tokenizer splits off put back."""
    lemma = sentence.tokens[verb].lemma
    return lemma if _prefix(sentence, verb) == verb else f"re{lemma}"


def _prefix(sentence: Sentence, verb: int) -> int:
    """The "re" of "re-establish", which the parse makes the verb of the clause; else the verb."""
    tokens = sentence.tokens
    if verb < 2 or tokens[verb - 1].text != "-" or tokens[verb - 2].text.lower() != "re":
        return verb
    return verb - 2 if tokens[verb - 2].end == tokens[verb].start - 1 else verb


def keys(fact: Fact) -> tuple[str, ...]:
    """Each content word of the arguments, and a predicate that holds once (birth, authorship)."""
    value = fact.value
    assert isinstance(value, StatementValue)
    words = [*value.agent, *value.patient, *(f"as:{word}" for word in complement(value)[:1])]
    if is_single(value):
        words.append(f"once:{value.predicate}")
    if value.predicate in BEFALLS:
        # Nobody here, two men there.
        words.append(f"befalls:{value.predicate}")
    return tuple(dict.fromkeys(words))


def show(fact: Fact) -> str:
    """The clause as written, white space folded."""
    return " ".join(fact.surface.split())


KIND = Kind(
    kind=FactKind.STATEMENT,
    value_type=StatementValue,
    extract=extract,
    keys=keys,
    compare=compare,
    show=show,
)
