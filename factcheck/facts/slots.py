"""What a value is about, read off the dependency parse of its sentence."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.annotate.nouns import Annotated, Sentence, Token
from factcheck.facts.calendar_words import CALENDAR_WORDS
from factcheck.facts.modality import clause_modality
from factcheck.facts.words import children, is_content, key_of
from factcheck.model import Slot

_NOUN = ("NOUN", "PROPN")
_VERB = ("VERB", "AUX")
_SUBJECT = ("nsubj", "nsubjpass", "csubj")
_INSIDE_NOUN = ("compound", "amod", "nmod", "nummod", "poss", "quantmod", "npadvmod", "appos")
_INNER_CLAUSES = ("relcl", "advcl", "ccomp", "acl", "parataxis", "csubj")
# Words that carry a value but don't say what is measured.
_UNIT_WORDS = frozenset(
    "% $ £ € percent cent pct dollar euro pound cents usd gbp eur hundred thousand million billion "
    "trillion dozen bn mn tn m k basis point".split()
)


def fill_slot(annotated: Annotated, sentence: Sentence, first: int, last: int) -> Slot:
    """The slot of the value at tokens `first` to `last` (exclusive): number and unit.

    With a parse the slot follows the dependencies; without one only the measure is guessed, from
    the words that follow.
    """
    if not sentence.parsed:
        return _flat_slot(sentence, last)
    tokens = sentence.tokens
    anchor = _anchor(tokens, first, last)
    path = _path(tokens, anchor)
    verb = next((index for index in path if tokens[index].pos in _VERB), None)
    nouns = [
        index
        for index in path
        if tokens[index].pos in _NOUN and tokens[index].lemma not in _UNIT_WORDS
    ]
    if verb is not None:
        nouns = [index for index in nouns if path.index(index) < path.index(verb)]
    inside = [index for index in nouns if first <= index < last]
    above = [index for index in nouns if not first <= index < last]
    subject_head = _subject_of(sentence, verb) if verb is not None else None
    measure_head, owner = _measure(inside, above, subject_head)
    behind = of_noun(sentence, measure_head) if measure_head is not None else None
    # Two days of talks are said of the talks; two barrels of oil are a measure of their own.
    lasts = measure_head is not None and tokens[measure_head].lemma in CALENDAR_WORDS
    if owner is None and lasts:
        owner = behind
    measured = measure_head if measure_head is not None else owner
    governing = None if verb is None or _describes(tokens, path, verb, last) else verb
    return Slot(
        subject=noun_words(
            annotated, sentence, _subject_choice(owner, subject_head, measured), without=measured
        ),
        measure=(*_heads(sentence, measured), *(() if lasts else _heads(sentence, behind))),
        event=_event(tokens, verb, [owner] if owner is not None else above),
        place=_with_preposition(annotated, sentence, ("in", "at", "near", "on")),
        time=()
        if verb != governing
        else time_words(tokens, first, last, told_clause(sentence, verb)),
        modifiers=_modifiers(
            sentence, [*inside, *above, *([] if owner is None else [owner])], first, last
        ),
        modality=clause_modality(sentence, governing).value if governing is not None else "",
    )


def _flat_slot(sentence: Sentence, last: int) -> Slot:
    following = [token for token in sentence.tokens[last : last + 4] if is_content(token)]
    words = tuple(key_of(token) for token in following[:2])
    return Slot(
        measure=words,
        time=time_words(sentence.tokens, last, last, range(len(sentence.tokens))),
    )


def _anchor(tokens: tuple[Token, ...], first: int, last: int) -> int:
    for index in range(first, last):
        head = tokens[index].head
        if head == index or not first <= head < last:
            return index
    return first


def _path(tokens: tuple[Token, ...], anchor: int) -> list[int]:
    path = [anchor]
    while tokens[path[-1]].head != path[-1] and len(path) < 40:
        path.append(tokens[path[-1]].head)
    return path


def _subject_of(sentence: Sentence, verb: int) -> int | None:
    """The subject of a verb; a conjunct or an open complement takes that of the verb above."""
    tokens = sentence.tokens
    for _ in range(4):
        for index in children(sentence, verb):
            if tokens[index].dep in _SUBJECT:
                return _antecedent(sentence, index, verb)
        if tokens[verb].dep in ("relcl", "acl") and tokens[tokens[verb].head].pos in _NOUN:
            return tokens[verb].head
        if tokens[verb].dep not in ("conj", "xcomp", "advcl", "ccomp", "aux", "auxpass"):
            return None
        verb = tokens[verb].head
    return None


def _antecedent(sentence: Sentence, index: int, verb: int) -> int:
    token = sentence.tokens[index]
    if token.tag in ("WDT", "WP") and sentence.tokens[verb].dep == "relcl":
        return sentence.tokens[verb].head
    return index


def _measure(
    inside: list[int], above: list[int], subject: int | None
) -> tuple[int | None, int | None]:
    """The noun that is counted or measured, and the noun that owns it."""
    if inside:
        return inside[-1], above[0] if above else None
    if above:
        return above[0], above[1] if len(above) > 1 else None
    return subject, None


def of_noun(sentence: Sentence, noun: int) -> int | None:
    """The noun behind "of": two days of talks are said of the talks."""
    tokens = sentence.tokens
    for child in children(sentence, noun):
        if tokens[child].dep == "prep" and tokens[child].lemma == "of":
            for grandchild in children(sentence, child):
                if tokens[grandchild].dep == "pobj" and tokens[grandchild].pos in _NOUN:
                    return grandchild
    return None


def _subject_choice(owner: int | None, subject: int | None, measured: int | None) -> int | None:
    if owner is not None and owner != measured:
        return owner
    return subject if subject != measured else None


def _heads(sentence: Sentence, index: int | None) -> tuple[str, ...]:
    if index is None:
        return ()
    token = sentence.tokens[index]
    if token.pos == "PRON":
        return ()
    return (key_of(token),)


def noun_words(
    annotated: Annotated, sentence: Sentence, index: int | None, *, without: int | None = None
) -> tuple[str, ...]:
    """The entity's words when `index` stands in a name, else the noun with its compound parts.

    The noun `without` is left out: a 33-page document is a document, not a page document.
    """
    if index is None:
        return ()
    token = sentence.tokens[index]
    for name in annotated.names_in(sentence.index):
        if name.first <= index < name.last:
            entity = annotated.entities[name.entity].name
            return tuple(word.lower() for word in entity.replace("-", " ").split())
    if token.pos == "PRON":
        return ()
    parts = [
        number
        for number in children(sentence, index)
        if sentence.tokens[number].dep == "compound" and number < index and number != without
    ]
    return (key_of(token), *(key_of(sentence.tokens[number]) for number in parts))


def _event(tokens: tuple[Token, ...], verb: int | None, above: list[int]) -> tuple[str, ...]:
    """The nouns above the value, then the verb: "talks" of which someone "says" something."""
    words = [key_of(tokens[index]) for index in above[:3]]
    if verb is not None and tokens[verb].lemma not in ("be", "have", "do"):
        words.append(tokens[verb].lemma)
    return tuple(dict.fromkeys(words))


def _with_preposition(
    annotated: Annotated, sentence: Sentence, prepositions: tuple[str, ...]
) -> tuple[str, ...]:
    """Entities that stand behind one of `prepositions` in the sentence, as folded words."""
    found: list[str] = []
    for name in annotated.names_in(sentence.index):
        before = sentence.tokens[name.first - 1].text.lower() if name.first else ""
        if before in prepositions:
            found.append(annotated.entities[name.entity].name.lower())
    return tuple(dict.fromkeys(found))


def time_words(
    tokens: tuple[Token, ...], first: int, last: int, members: Iterable[int]
) -> tuple[str, ...]:
    """Words of time among the tokens `members`, without those of the value itself."""
    found = []
    for index in members:
        if first <= index < last:
            continue
        token = tokens[index]
        text = token.text.lower()
        year = len(text) == 4 and text.isdigit() and text[:2] in ("18", "19", "20")
        if token.lemma in CALENDAR_WORDS or text in CALENDAR_WORDS or year:
            previous = tokens[index - 1].text.lower() if index else ""
            ordinal = previous in ("first", "second", "third", "fourth", "last", "next", "this")
            found.append(f"{previous} {token.lemma}" if ordinal else text)
    return tuple(dict.fromkeys(found))


def _describes(tokens: tuple[Token, ...], path: list[int], verb: int, last: int) -> bool:
    """Whether a value only describes a noun.

    To adopt a 340-million-pound plan says what the plan costs, whenever and however it is adopted.
    """
    for index in path[: path.index(verb)]:
        dep, head = tokens[index].dep, tokens[index].head
        if dep in ("compound", "amod", "nmod"):
            return True
        if dep in ("nummod", "quantmod") and head >= last and tokens[head].pos in _NOUN:
            return True
    return False


def own_clause(sentence: Sentence, verb: int | None) -> list[int]:
    """Tokens of the clause that `verb` heads, without the clauses inside it; all without a verb."""
    if verb is None:
        return list(range(len(sentence.tokens)))
    members, queue = [verb], [verb]
    while queue:
        for child in children(sentence, queue.pop()):
            if sentence.tokens[child].dep not in _INNER_CLAUSES:
                members.append(child)
                queue.append(child)
    return sorted(members)


def told_clause(sentence: Sentence, verb: int | None) -> list[int]:
    """The clause that `verb` heads and, if it is what someone says, the clause of saying.

    A toll that was given on Tuesday is not the one that was given on Friday.
    """
    members = own_clause(sentence, verb)
    if verb is not None and sentence.tokens[verb].dep == "ccomp":
        members = sorted({*members, *own_clause(sentence, sentence.tokens[verb].head)})
    return members


def _modifiers(sentence: Sentence, nouns: list[int], first: int, last: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for noun in nouns[:3]:
        for index in children(sentence, noun):
            token = sentence.tokens[index]
            figure = first <= index < last and (token.pos in ("NUM", "SYM") or index == first)
            if figure or token.dep not in _INSIDE_NOUN or not is_content(token):
                continue
            found.setdefault(key_of(token))
    return tuple(found)
