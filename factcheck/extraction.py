"""The claims of documents: from the cache what it has, by one process or several what it hasn't."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from functools import partial

from factcheck.annotate import annotate, load_model
from factcheck.cache import cache_key, open_cache
from factcheck.config import Settings
from factcheck.facts import KINDS
from factcheck.facts.claims import extract_claims
from factcheck.model import Claim, Document, FactcheckError, OutOfMemoryError
from factcheck.timing import Timing
from factcheck.workers import in_order

LEAST_CHARACTERS = 60_000
"""Text for which one more process pays: reading it takes about as long as loading the model."""

NO_MEMORY = "not enough memory for it; split the text, or leave it out"
DIED = "the process that had it died twice, perhaps for want of memory; try fewer --jobs"


def read_claims(
    documents: Sequence[Document],
    *,
    model: str,
    settings: Settings,
    timing: Timing | None = None,
    left_out: dict[str, str] | None = None,
) -> tuple[Claim, ...]:
    """The claims of all documents, in document order; the same whatever `settings` say of the
    cache and of processes.

    `model` is an identity by `resolve_model`; it is loaded only for documents not in the cache.
    What it took is added to `timing`. Documents that there is not enough memory for are put into
    `left_out`, by name with the reason, and the others are read. Raises FactcheckError, which names
    the document, when one can't be worked through; without `left_out` for want of memory too.
    """
    timing = timing or Timing()
    lost: dict[str, str] = {}
    with timing.stage("claims"):
        claims = _read_claims(documents, model=model, settings=settings, timing=timing, lost=lost)
    if left_out is None and lost:
        name, reason = next(iter(lost.items()))
        raise OutOfMemoryError(f"{name}: {reason}")
    if left_out is not None:
        left_out |= lost
    return claims


def _read_claims(
    documents: Sequence[Document],
    *,
    model: str,
    settings: Settings,
    timing: Timing,
    lost: dict[str, str],
) -> tuple[Claim, ...]:
    cache = open_cache(settings)
    keys = [""] * len(documents)
    found: list[tuple[Claim, ...] | None] = [None] * len(documents)
    if cache:
        keys = [cache_key(document, model=model) for document in documents]
        found = [cache.load(key, name=one.name) for key, one in zip(keys, documents, strict=True)]
    missing = [number for number, claims in enumerate(found) if claims is None]
    if cache:
        timing.count("files read before", len(found) - len(missing))
    unread = [documents[number] for number in missing]
    fresh = _extracted(unread, model=model, jobs=settings.jobs, timing=timing)
    for number, claims in zip(missing, fresh, strict=True):
        if isinstance(claims, str):
            lost[documents[number].name] = claims
            continue
        if cache:
            cache.store(keys[number], claims)
        found[number] = claims
    return tuple(claim for claims in found if claims is not None for claim in claims)


def extract(document: Document, *, model: str) -> tuple[Claim, ...]:
    """The claims of one document, read with the model of an identity.

    Raises FactcheckError for a model that isn't the one that was checked, and for a fault of ours,
    naming the document; OutOfMemoryError where there is not enough memory.
    """
    try:
        return extract_claims(annotate(document, model=load_model(model)), KINDS)
    except FactcheckError:
        raise
    except MemoryError as error:
        raise OutOfMemoryError(f"{document.name}: {NO_MEMORY}") from error
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
) -> Iterator[tuple[Claim, ...] | str]:
    """The claims of each document, in order; for want of memory, the reason that there are none."""
    work = partial(_timed, model=model)
    processes = processes_for(documents, jobs=jobs)
    done: Iterator[tuple[tuple[Claim, ...] | str, Timing] | None]
    if processes == 1:
        done = map(work, documents)
    else:
        done = (one.result for one in in_order(work, documents, jobs=processes))
    for result in done:
        claims, taken = result or (DIED, Timing())
        timing.add(taken)
        yield claims


def _timed(document: Document, *, model: str) -> tuple[tuple[Claim, ...] | str, Timing]:
    taken = Timing()
    with taken.document(document.name):
        try:
            return extract(document, model=model), taken
        except OutOfMemoryError:
            pass
    # What was made of it may hang together in cycles, and the rest of the run needs its room.
    gc.collect()
    return NO_MEMORY, taken
