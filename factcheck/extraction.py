"""The claims of documents: from the cache what it has, by one process or several what it hasn't."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from factcheck.annotate import annotate, load_model
from factcheck.cache import cache_key, open_cache
from factcheck.config import Settings
from factcheck.facts import KINDS
from factcheck.facts.claims import extract_claims
from factcheck.model import Claim, Document, FactcheckError
from factcheck.workers import in_order

LEAST_CHARACTERS = 60_000
"""Text for which one more process pays: reading it takes about as long as loading the model."""


def read_claims(
    documents: Sequence[Document], *, model: str, settings: Settings
) -> tuple[Claim, ...]:
    """The claims of all documents, in document order; the same whatever `settings` say of the
    cache and of processes.

    `model` is an identity by `resolve_model`; it is loaded only for documents not in the cache.
    Raises FactcheckError, which names the document, when one can't be worked through.
    """
    cache = open_cache(settings)
    if cache is None:
        return _joined(_extracted(documents, model=model, jobs=settings.jobs))
    keys = [cache_key(document, model=model) for document in documents]
    found = [cache.load(key, name=one.name) for key, one in zip(keys, documents, strict=True)]
    missing = [number for number, claims in enumerate(found) if claims is None]
    fresh = _extracted([documents[number] for number in missing], model=model, jobs=settings.jobs)
    for number, claims in zip(missing, fresh, strict=True):
        cache.store(keys[number], claims)
        found[number] = claims
    return _joined(claims for claims in found if claims is not None)


def extract(document: Document, *, model: str) -> tuple[Claim, ...]:
    """The claims of one document, read with the model of an identity.

    Raises FactcheckError for a model that isn't the one that was checked, and for a fault of ours,
    naming the document.
    """
    try:
        return extract_claims(annotate(document, model=load_model(model)), KINDS)
    except FactcheckError:
        raise
    except Exception as error:
        raise FactcheckError(
            f"{document.name}: a fault of ours, {type(error).__name__}: {error}; please report it "
            "(FACTCHECK_DEBUG=1 shows where it happened)"
        ) from error


def _extracted(
    documents: Sequence[Document], *, model: str, jobs: int
) -> Iterator[tuple[Claim, ...]]:
    work = partial(extract, model=model)
    characters = sum(len(document.text) for document in documents)
    processes = min(jobs, len(documents), characters // LEAST_CHARACTERS)
    if processes < 2:
        return map(work, documents)
    return in_order(work, documents, jobs=processes, name=lambda document: document.name)


def _joined(each: Iterator[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    return tuple(claim for claims in each for claim in claims)
