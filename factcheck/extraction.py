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
from factcheck.timing import Timing
from factcheck.workers import in_order

LEAST_CHARACTERS = 60_000
"""Text for which one more process pays: reading it takes about as long as loading the model."""


def read_claims(
    documents: Sequence[Document],
    *,
    model: str,
    settings: Settings,
    timing: Timing | None = None,
) -> tuple[Claim, ...]:
    """The claims of all documents, in document order; the same whatever `settings` say of the
    cache and of processes.

    `model` is an identity by `resolve_model`; it is loaded only for documents not in the cache.
    What it took is added to `timing`. Raises FactcheckError, which names the document, when one
    can't be worked through.
    """
    timing = timing or Timing()
    with timing.stage("claims"):
        return _read_claims(documents, model=model, settings=settings, timing=timing)


def _read_claims(
    documents: Sequence[Document], *, model: str, settings: Settings, timing: Timing
) -> tuple[Claim, ...]:
    cache = open_cache(settings)
    extracted = partial(_extracted, model=model, jobs=settings.jobs, timing=timing)
    if cache is None:
        return _joined(extracted(documents))
    keys = [cache_key(document, model=model) for document in documents]
    found = [cache.load(key, name=one.name) for key, one in zip(keys, documents, strict=True)]
    missing = [number for number, claims in enumerate(found) if claims is None]
    timing.count("files read before", len(found) - len(missing))
    fresh = extracted([documents[number] for number in missing])
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


def processes_for(documents: Sequence[Document], *, jobs: int) -> int:
    """How many processes, at most `jobs`, are worth starting to read `documents`."""
    characters = sum(len(document.text) for document in documents)
    return max(1, min(jobs, len(documents), characters // LEAST_CHARACTERS))


def _extracted(
    documents: Sequence[Document], *, model: str, jobs: int, timing: Timing
) -> Iterator[tuple[Claim, ...]]:
    work = partial(_timed, model=model)
    processes = processes_for(documents, jobs=jobs)
    if processes == 1:
        done: Iterator[tuple[tuple[Claim, ...], Timing]] = map(work, documents)
    else:
        done = in_order(work, documents, jobs=processes, name=lambda document: document.name)
    for claims, taken in done:
        timing.add(taken)
        yield claims


def _timed(document: Document, *, model: str) -> tuple[tuple[Claim, ...], Timing]:
    taken = Timing()
    with taken.document(document.name):
        return extract(document, model=model), taken


def _joined(each: Iterator[tuple[Claim, ...]]) -> tuple[Claim, ...]:
    return tuple(claim for claims in each for claim in claims)
