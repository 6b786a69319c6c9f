"""Rules on tokens that are looked up do what spaCy's attribute ruler does by trying each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.pipeline import AttributeRuler

from factcheck.annotate import resolve_model
from factcheck.annotate.language_model import load_model
from factcheck.annotate.token_rules import TokenRules

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
# Words, contractions and white space that the pinned model has rules for, two tokens at a time too.
TEXTS = (
    "There's nothin' to it, y'all: let's go. C'mon, we're gonna go and you gotta come!",
    "There are ships that don't sail, and there were some which hadn't. It ain't so.",
    "She said that, because of this, neither I nor you would've had them do it.",
    "  Two  spaces \n and a line break. \n\n",
    "Let",
    "",
)
FIELDS = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]


def parsed_by_the_pinned_model(text: str) -> tuple[AttributeRuler, Any]:
    """The model's attribute ruler, and `text` as it is before the ruler has seen it."""
    model: Any = load_model(resolve_model("auto"))
    nlp = model._nlp
    with nlp.select_pipes(disable=["attribute_ruler", "lemmatizer"]):
        doc = nlp(text)
    return nlp.get_pipe("attribute_ruler"), doc


@pytest.mark.parametrize(
    "text",
    [*TEXTS, *(path.read_text("utf-8") for path in sorted(CORPUS.rglob("*.txt")))],
    ids=[
        *(text[:10].strip() for text in TEXTS),
        *(path.stem for path in sorted(CORPUS.rglob("*.txt"))),
    ],
)
def test_every_token_gets_the_attributes_that_spacy_gives_it(text: str) -> None:
    ruler, doc = parsed_by_the_pinned_model(text)
    theirs = doc.copy()
    AttributeRuler.set_annotations(ruler, theirs, AttributeRuler.match(ruler, theirs))
    ours = ruler(doc)
    assert ours.to_array(FIELDS).tolist() == theirs.to_array(FIELDS).tolist()


def test_the_pinned_models_rules_are_looked_up() -> None:
    ruler, _ = parsed_by_the_pinned_model("")
    assert isinstance(ruler.match.__self__, TokenRules)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": "a"}],
        [{"LOWER": {"IN": ["a", "b"]}}, {"LOWER": {"NOT_IN": ["a", "c"]}}],
        [{"LOWER": {"NOT_IN": ["a", "c"]}}, {"LOWER": "b"}],
        [{"LOWER": {"REGEX": "^[ac]$"}}, {"TAG": {"NOT_IN": ["X", ""]}}],
        [{"TAG": "Y"}, {}, {"LOWER": "d"}],
        [{"TAG": {"IN": ["Y", ""]}, "IS_SPACE": False}],
        [{"IS_SPACE": True}],
        [{"LOWER": ""}],
    ],
    ids=str,
)
@pytest.mark.parametrize("index", [0, -1])
def test_each_form_of_condition(pattern: list[dict[str, Any]], index: int) -> None:
    vocab = spacy.blank("en").vocab
    ruler = AttributeRuler(vocab)
    ruler.add([[{"LOWER": "d"}], pattern], {"LEMMA": "first"}, index)
    ruler.add([pattern], {"POS": "NOUN"}, index)
    ruler.add([[{"LOWER": "b"}]], {"POS": "VERB"})
    words = ["a", "b", "c", " ", "A", "e", "d", "b", "b"]
    doc = spacy.tokens.Doc(vocab, words=words, tags=["X", "Y", "", "", "Y", "X", "Y", "X", "Y"])
    theirs = ruler(doc.copy())
    rules = TokenRules(ruler, set_attributes=spacy.pipeline.attributeruler.set_token_attrs)
    rules.set_annotations(doc, rules.match(doc))
    assert doc.to_array(FIELDS).tolist() == theirs.to_array(FIELDS).tolist()
    assert any(token.pos_ == "VERB" for token in doc)


@pytest.mark.parametrize(
    "pattern",
    [
        [{"ORTH": "a"}],
        [{"LOWER": "a", "OP": "+"}],
        [{"LOWER": {"FUZZY": "a"}}],
        [{"LOWER": {"IN": ["a"], "NOT_IN": ["b"]}}],
        [{"TAG": {"REGEX": "^N"}}],
        [{"lower": "a"}],
    ],
    ids=str,
)
def test_a_rule_of_another_form_is_refused(pattern: list[dict[str, Any]]) -> None:
    ruler = AttributeRuler(spacy.blank("en").vocab)
    ruler.add([pattern], {"POS": "NOUN"})
    with pytest.raises(ValueError, match=r"\w"):
        TokenRules(ruler, set_attributes=spacy.pipeline.attributeruler.set_token_attrs)
