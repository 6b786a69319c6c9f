"""The tense of the clause around a time expression: "past", "future" or "" (not clear)."""

from __future__ import annotations

import re

from factcheck.annotate.nouns import Sentence, Token

# After these, "to" or a date speaks of what is to come: "is due to", "is expected on".
_PLANNED = frozenset(
    {
        "due",
        "set",
        "expect",
        "schedule",
        "plan",
        "slate",
        "aim",
        "intend",
        "hope",
        "likely",
        "prepare",
        "book",
        "bill",
        "pencil",
    }
)
_WILL = frozenset({"will", "'ll", "shall", "wo", "would", "ll"})
# Words to either side of a time that are looked at where there is no parse.
_NEAR = 40

_FUTURE_WORDS = re.compile(
    r"\b(?:will|won't|shall|is\sto|are\sto|be\sheld|upcoming|coming"
    r"|(?:is|are|be)\s(?:due|set|expected|scheduled|planned|slated|likely|preparing|going))\b",
    re.IGNORECASE,
)
_PAST_WORDS = re.compile(
    r"\b(?:was|were|had|did|said|told|took|came|went|began|met|made|won|lost|held|died|fell|rose"
    r"|[a-z]{3,30}ed)\b"
)


def tense_at(sentence: Sentence, first: int) -> str:
    """The tense of the clause in which token number `first` of `sentence` stands.

    By the parse where there is one: the nearest verb above the token, with its auxiliaries and, for
    an infinitive, the verb it depends on. Otherwise by the words of the sentence, and only when
    those near it all point one way.
    """
    tokens = sentence.tokens
    if not sentence.parsed or not 0 <= first < len(tokens):
        near = tokens[max(0, first - _NEAR) : first + _NEAR]
        return _by_words(" ".join(token.text for token in near))
    seen = 0
    place = first
    while seen < 40:
        token = tokens[place]
        if token.pos in {"VERB", "AUX"}:
            found = _of_verb(tokens, place)
            if found:
                return found
        if token.lemma in _PLANNED and token.pos == "ADJ":
            return "future"
        if token.head < 0 or token.head == place:
            break
        place = token.head
        seen += 1
    return ""


def _of_verb(tokens: tuple[Token, ...], place: int) -> str:
    verb = tokens[place]
    helpers = [
        token
        for index, token in enumerate(tokens)
        if token.head == place and index != place and token.dep in {"aux", "auxpass"}
    ]
    if any(token.lemma in _WILL or token.text.lower() in _WILL for token in helpers):
        return "future"
    planned = verb.lemma in _PLANNED
    if any(token.tag == "VBD" or token.lemma == "have" for token in helpers):
        # "was due on Friday" says when, not whether: the plan lies back, the day may not.
        return "" if planned else "past"
    if planned and (helpers or verb.tag in {"VBZ", "VBP", "VBN"}):
        return "future"
    if verb.tag == "VBD" or (verb.tag == "VBN" and not helpers):
        return "past"
    if verb.tag == "VBG" and any(token.tag in {"VBZ", "VBP"} for token in helpers):
        return "future"
    if verb.tag in {"VB", "VBN"} and any(token.tag == "TO" for token in helpers):
        above = tokens[verb.head] if 0 <= verb.head < len(tokens) else verb
        return "future" if above.lemma in _PLANNED or above.lemma == "be" else ""
    return ""


def _by_words(text: str) -> str:
    future, past = bool(_FUTURE_WORDS.search(text)), bool(_PAST_WORDS.search(text))
    if future == past:
        return ""
    return "future" if future else "past"
