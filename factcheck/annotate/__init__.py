"""From a document to its annotation: shadow, sentences, tokens, names, quotations."""

from __future__ import annotations

from factcheck.annotate.language_model import LanguageModel, load_model, resolve_model
from factcheck.annotate.nouns import Annotated, Sentence
from factcheck.annotate.sentences import split_sentences, tokenize
from factcheck.annotate.shadow import blanked, shadow_of
from factcheck.annotate.worth import worth_parsing
from factcheck.model import Block, BlockKind, Document

__all__ = ["LanguageModel", "annotate", "load_model", "resolve_model"]

PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTE)
UNREAD = (BlockKind.FURNITURE, BlockKind.CODE)


def annotate(document: Document, *, model: LanguageModel | None) -> Annotated:
    """The annotation of one document; tier 0 alone when `model` is None."""
    # Here, because a run that finds all facts in the cache needs neither.
    from factcheck.annotate.names import find_names
    from factcheck.annotate.quotations import find_quotations

    shadow = blanked(shadow_of(document.text), document.markup)
    plain: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        if block.kind in UNREAD:
            continue
        for span in split_sentences(shadow, block.span):
            plain.append(Sentence(len(plain), index, span, tokenize(shadow, span)))
    sentences = _parsed(shadow, plain, document.blocks, model)
    names, entities = find_names(document, shadow, sentences)
    quotations = find_quotations(document, shadow, sentences, names, entities)
    return Annotated(document, shadow, sentences, names, entities, quotations)


def _parsed(
    shadow: str, plain: list[Sentence], blocks: tuple[Block, ...], model: LanguageModel | None
) -> tuple[Sentence, ...]:
    if model is None:
        return tuple(plain)
    chosen = [
        sentence
        for sentence in plain
        if worth_parsing(sentence.tokens, prose=blocks[sentence.block].kind in PROSE)
    ]
    parses = model.parse(shadow, [sentence.span for sentence in chosen])
    done = {
        sentence.index: Sentence(sentence.index, sentence.block, sentence.span, tokens, parsed=True)
        for sentence, tokens in zip(chosen, parses, strict=True)
    }
    return tuple(done.get(sentence.index, sentence) for sentence in plain)
