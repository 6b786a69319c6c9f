"""Content words: which tokens of a sentence tell what it is about, folded for comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from factcheck.annotate.lemma import lemma_of
from factcheck.annotate.nouns import Sentence, Token

# Function words (closed classes of English) and the most general verbs; they tell no topic.
STOP = frozenset(
    "a an the this that these those my your his her its our their he she it they we you i me him "
    "them us who whom whose which what when where why how and or but nor so yet if then than as of "
    "in on at by for from to with without into onto over under after before during between among "
    "about against through across per via be am is are was were been being have has had having do "
    "does did doing will would shall should can could may might must ought not no n't 's 're 've "
    "'ll 'd 'm there here also just only even very too more most less least much many some any all "
    "both each every either neither other another such own same out up down off again once while "
    "because until since although though however say tell get go make take come one s t mr mrs ms "
    "dr still back".split()
)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word folded for comparison: lower case, possessive and outer punctuation off."""
    lower = word.lower().strip("'\".,-()[]")
    return lower[:-2] if lower.endswith("'s") else lower


def is_content(token: Token) -> bool:
    """Whether a token is a content word or a number rather than a function word or punctuation."""
    text = token.text
    if not any(character.isalnum() for character in text):
        return False
    if token.pos in ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT", "SPACE"):
        return False
    return text.lower() not in STOP and token.lemma not in STOP


def key_of(token: Token) -> str:
    """The form of a token under which two sentences share it: its lemma by rule, folded.

    The rule lemma is used for both tiers, so that parsed and unparsed sentences agree.
    """
    if token.pos in ("VERB", "NOUN", "ADJ", "ADV") and token.lemma:
        return "person" if token.lemma == "people" else fold(token.lemma)
    return fold(lemma_of(token.text))


def content_words(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The folded content words of some tokens in order, each once."""
    seen: dict[str, None] = {}
    for token in tokens:
        if is_content(token):
            word = key_of(token)
            if word:
                seen.setdefault(word)
    return tuple(seen)


def children(sentence: Sentence, index: int) -> Sequence[int]:
    """Indexes of the tokens whose head is token `index`."""
    return sentence.children(index)


def subtree(sentence: Sentence, index: int) -> list[int]:
    """Indexes of token `index` and everything below it, in text order."""
    found, queue = {index}, [index]
    while queue:
        for number in sentence.children(queue.pop()):
            if number not in found:
                found.add(number)
                queue.append(number)
    return sorted(found)
