"""Statements: who did what to whom, affirmed or denied, rising or falling.

One fact a clause, read off the dependency parse. Extraction is here; comparison is in
`statement_compare`.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.annotate.nouns import Annotated, Sentence, Token
from factcheck.facts.kind import Kind
from factcheck.facts.lexicon import DENYING, direction_of
from factcheck.facts.modality import clause_modality
from factcheck.facts.nominal import nominal_statement
from factcheck.facts.slots import time_words, told_clause
from factcheck.facts.statement_compare import compare, is_single
from factcheck.facts.words import children, content_words, subtree
from factcheck.model import Fact, FactKind, Slot, Span, StatementValue

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "attr", "acomp", "oprd", "dative")
_ARGUMENTS = (*_SUBJECTS, *_OBJECTS, "neg", "aux", "auxpass", "agent", "prep", "compound", "amod")
_SAYING = frozenset("say tell add think believe know mean".split())
# A pronoun stands for its referent only as far as the sentences around it agree.
_PRONOUNS = frozenset("he she it they".split())
_CONTRACTED = frozenset("didn didnt doesn doesnt isn isnt wasn wasnt wont cant dont".split())
# A denial of the reason or of the term is no denial of the deed.
_BOUNDS = ("until", "till", "unless", "because")
_EMPTY_ADVERBS = frozenset("also then however therefore today yesterday now here there".split())
_QUANTIFIERS = frozenset(
    "many much few several all every each most both enough any significant single".split()
)
_INDEFINITE = frozenset("a an some several other others another many few most one any".split())
# Nobody is a person of whom the rest is denied.
_NOBODY = frozenset("nobody none".split())
# Verbs of two letters; a tokenizer that splits "re-establish" leaves others that are none.
_SHORT = frozenset("be do go".split())


def extract(annotated: Annotated, sentence: Sentence) -> Iterator[Fact]:
    """The statements of one parsed sentence, one for each verb with an argument."""
    if not sentence.parsed:
        return
    for index, token in enumerate(sentence.tokens):
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
    passive = _is_passive(sentence, verb)
    subject = _subject(sentence, verb)
    by_agent = _by_agent(sentence, verb) if passive else None
    objects = [child for child in below if tokens[child].dep in _OBJECTS]
    first: int | None = by_agent if passive else subject
    second: int | None = subject if passive else (objects[0] if objects else None)
    agent = _argument(annotated, sentence, first)
    patient = tuple(
        word for word in _argument(annotated, sentence, second) if passive or word not in _PRONOUNS
    )
    others = _others(sentence, below)
    predicate = tokens[verb].lemma
    if tokens[verb].pos == "AUX" and not patient and not others:
        return None
    if (
        predicate in _SAYING
        or (len(predicate) < 3 and predicate not in _SHORT)
        or not (agent or patient)
    ):
        return None
    particle = next((tokens[c].lemma for c in below if tokens[c].dep == "prt"), "")
    return StatementValue(
        predicate=f"{predicate} {particle}".strip(),
        agent=agent,
        patient=patient,
        others=others,
        negated=_negated(sentence, verb, [*below, *_determiners(sentence, [first, second])])
        != (subject is not None and tokens[subject].text.lower() in _NOBODY),
        direction=_direction(sentence, verb, below, second),
        passive=passive,
        agent_names=_names(annotated, sentence, first),
        patient_names=_names(annotated, sentence, second),
        where=_where(annotated, sentence, verb),
        scope=_scope(sentence, below, [first, second]),
        indefinite=_indefinite(sentence, subject),
        agent_kind=_kind_at(annotated, sentence, first),
        patient_kind=_kind_at(annotated, sentence, second),
        definite=_definite(annotated, sentence, subject),
        modality=clause_modality(sentence, verb),
    )


def _subject(sentence: Sentence, verb: int) -> int | None:
    tokens = sentence.tokens
    for _ in range(4):
        for child in children(sentence, verb):
            if tokens[child].dep in _SUBJECTS:
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


def _where(annotated: Annotated, sentence: Sentence, verb: int) -> tuple[str, ...]:
    """Names behind a preposition of place that hangs on the verb, from the narrow to the wide."""
    tokens = sentence.tokens
    for child in children(sentence, verb):
        if tokens[child].dep == "prep" and tokens[child].lemma in ("in", "at", "near"):
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


def _definite(annotated: Annotated, sentence: Sentence, subject: int | None) -> bool:
    """Whether the subject is one certain thing: a name, or a noun with "the" or a possessive."""
    if subject is None:
        return False
    tokens = sentence.tokens
    if tokens[subject].pos == "PROPN":
        return True
    return any(
        tokens[child].text.lower() in ("the", "its", "his", "her", "their")
        or tokens[child].dep == "poss"
        for child in children(sentence, subject)
    )


def _is_passive(sentence: Sentence, verb: int) -> bool:
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


def _by_agent(sentence: Sentence, verb: int) -> int | None:
    """Who acts in a passive; of joined participles the last one tells for all."""
    tokens = sentence.tokens
    below = children(sentence, verb)
    own = _pobj(sentence, [child for child in below if tokens[child].dep == "agent"])
    if own is not None:
        return own
    joined = [c for c in below if tokens[c].dep == "conj" and tokens[c].tag == "VBN" and c > verb]
    return _by_agent(sentence, joined[0]) if joined else None


def _scope(sentence: Sentence, below: list[int], arguments: list[int | None]) -> tuple[str, ...]:
    """Adverbs of the verb, quantifiers of the arguments, and "until"."""
    tokens = sentence.tokens
    found = []
    for child in below:
        token = tokens[child]
        text = token.text.lower()
        if (
            token.dep == "advmod" and token.tag != "WRB" and text not in _EMPTY_ADVERBS
        ) or text in _BOUNDS:
            found.append(text)
        elif token.dep in ("advcl", "prep"):
            found.extend(
                tokens[c].text.lower()
                for c in children(sentence, child)
                if tokens[c].text.lower() in _BOUNDS
            )
    for argument in arguments:
        for child in children(sentence, argument) if argument is not None else ():
            if tokens[child].text.lower() in _QUANTIFIERS:
                found.append(tokens[child].text.lower())
    return tuple(dict.fromkeys(found))


def _indefinite(sentence: Sentence, subject: int | None) -> bool:
    """Whether the subject is some of several: "some members", "an attack", "two men"."""
    if subject is None:
        return False
    tokens = sentence.tokens
    if tokens[subject].text.lower() in _INDEFINITE:
        return True
    return any(
        tokens[child].text.lower() in _INDEFINITE or tokens[child].dep == "nummod"
        for child in children(sentence, subject)
    )


def _pobj(sentence: Sentence, prepositions: list[int]) -> int | None:
    for preposition in prepositions:
        for child in children(sentence, preposition):
            if sentence.tokens[child].dep == "pobj":
                return child
    return None


def _argument(annotated: Annotated, sentence: Sentence, index: int | None) -> tuple[str, ...]:
    """Content words of an argument without its relative clauses, its head first, names in full."""
    if index is None:
        return ()
    tokens = sentence.tokens
    if tokens[index].pos == "PRON":
        pronoun = tokens[index].text.lower()
        if pronoun in _NOBODY:
            return ("person",)
        return (pronoun,) if pronoun in _PRONOUNS else ()
    members = _phrase(sentence, index)
    words = dict.fromkeys(content_words([tokens[index]]))
    words.update(dict.fromkeys(content_words(tokens[number] for number in members)))
    for name in _names(annotated, sentence, index):
        words.update(dict.fromkeys(name.replace("-", " ").split()))
    return tuple(words)


_NOT_PHRASE = ("relcl", "acl", "advcl", "ccomp", "appos", "punct")


def _phrase(sentence: Sentence, index: int) -> list[int]:
    tokens = sentence.tokens
    members, queue = [index], [index]
    while queue:
        parent = queue.pop()
        for child in children(sentence, parent):
            named = tokens[child].dep == "appos" and tokens[child].pos == "PROPN"
            if named or tokens[child].dep not in _NOT_PHRASE:
                members.append(child)
                queue.append(child)
    return sorted(members)


def _names(annotated: Annotated, sentence: Sentence, index: int | None) -> tuple[str, ...]:
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


def _kind_at(annotated: Annotated, sentence: Sentence, index: int | None) -> str:
    """The sort of the name that heads an argument, or that stands in apposition to its head."""
    if index is None:
        return ""
    heads = [index, *(c for c in children(sentence, index) if sentence.tokens[c].dep == "appos")]
    for name in annotated.names_in(sentence.index):
        if any(name.first <= head < name.last for head in heads):
            return annotated.entities[name.entity].kind
    return ""


def _others(sentence: Sentence, below: list[int]) -> tuple[str, ...]:
    found: list[str] = []
    for child in below:
        token = sentence.tokens[child]
        if token.dep in ("prep", "dative") and token.pos == "ADP":
            for grandchild in children(sentence, child):
                if sentence.tokens[grandchild].dep == "pobj":
                    phrase = _phrase(sentence, grandchild)
                    words = content_words(sentence.tokens[number] for number in phrase)
                    found.extend(f"{token.lemma}:{word}" for word in words)
    return tuple(dict.fromkeys(found))


def _determiners(sentence: Sentence, arguments: list[int | None]) -> list[int]:
    """The determiners of the arguments: "no evidence was found" denies."""
    return [
        child
        for argument in arguments
        if argument is not None
        for child in children(sentence, argument)
        if sentence.tokens[child].dep == "det"
    ]


def _negated(sentence: Sentence, verb: int, near: list[int]) -> bool:
    tokens = sentence.tokens
    negations = sum(_is_negation(tokens, index) for index in near)
    head = tokens[verb].head
    if tokens[verb].dep in ("xcomp", "ccomp") and tokens[head].lemma in DENYING:
        negations += 1 + sum(tokens[child].dep == "neg" for child in children(sentence, head))
    elif tokens[verb].dep == "pcomp" and tokens[head].lemma == "without":
        negations += 1
    return negations % 2 == 1


def _is_negation(tokens: tuple[Token, ...], index: int) -> bool:
    """A word of denial; "no longer" and a contraction that lost its apostrophe count too."""
    text = tokens[index].text.lower()
    if tokens[index].dep == "neg" or text in ("no", "never", "neither") or text in _CONTRACTED:
        return True
    return text == "longer" and index > 0 and tokens[index - 1].text.lower() == "no"


def _direction(sentence: Sentence, verb: int, below: list[int], second: int | None) -> int:
    tokens = sentence.tokens
    direction = direction_of(tokens[verb].lemma)
    if direction:
        return direction
    if tokens[verb].lemma not in (
        "be",
        "have",
        "see",
        "report",
        "record",
        "show",
        "post",
        "remain",
    ):
        return 0
    candidates = [
        child for child in below if tokens[child].dep in ("acomp", "advmod", "prt", "prep")
    ]
    return next((d for child in candidates if (d := direction_of(tokens[child].lemma))), 0)


def keys(fact: Fact) -> tuple[str, ...]:
    """Each content word of the arguments, and the predicate where it holds once (birth, authorship)."""
    value = fact.value
    assert isinstance(value, StatementValue)
    words = [*value.agent, *value.patient]
    if is_single(value):
        words.append(f"once:{value.predicate}")
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
