"""What a run came to, kept for the next run over the very same documents with the same settings.

The cache of claims spares the reading of what hasn't changed; this spares the comparing when
nothing at all has, as in a second look at a report or a check before each commit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.cache import Cache, cache_key, code_version
from factcheck.config import Settings
from factcheck.globs import matches_document
from factcheck.model import Claim, Document, FactGroup, FactKind, Finding, Status

# Everything whose code decides what a run comes to; how a report is printed does not.
_STAGES = (
    "model.py",
    "read",
    "annotate",
    "facts",
    "match",
    "rules",
    "filters",
    "config.py",
    "globs.py",
    "outcome.py",
    "draft_outcome.py",
    "pipeline.py",
    "drafts.py",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings shown, the number hidden and the fact groups of a run."""

    findings: tuple[Finding, ...]
    hidden: int
    groups: tuple[FactGroup, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """A fact group whose facts are given by the place of the claim in the run and theirs in it."""

    kind: FactKind
    label: str
    status: Status
    facts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    findings: tuple[Finding, ...]
    hidden: int
    groups: tuple[_Group, ...]


def document_key(document: Document, *, model: str, settings: Settings) -> str:
    """All that a document adds to what a run comes to: its text as read, its name and its part."""
    # Patterns count from the working folder, which the name alone doesn't tell.
    fitting = [one for one in settings.per_file_ignores if matches_document(one, document.name)]
    origin = (
        document.name,
        document.role.value,
        document.reference,
        document.verbatim,
        fitting,
    )
    return f"{cache_key(document, model=model)} {origin!r}"


def outcome_key(documents: Sequence[str], *, settings: Settings) -> str:
    """Hex digest of all that decides what a run over documents with these keys comes to."""
    # Whatever is added to the settings counts, until it is said here that it doesn't.
    deciding = replace(
        settings,
        model="",
        cache_dir=None,
        use_cache=False,
        jobs=1,
        baseline=None,
        offline=False,
    )
    parts = (code_version(_STAGES), repr(deciding), *documents)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def recall(cache: Cache, key: str, claims: Sequence[Claim]) -> Outcome | None:
    """The outcome kept under `key` for a run with these `claims`; None if there is none."""
    import msgspec

    payload = cache.load_bytes(key)
    if payload is None:
        return None
    try:
        kept = msgspec.msgpack.decode(payload, type=_Kept)
        groups = tuple(
            FactGroup(
                group.kind,
                group.label,
                group.status,
                tuple(claims[claim].facts[fact] for claim, fact in group.facts),
            )
            for group in kept.groups
        )
    except (msgspec.MsgspecError, UnicodeDecodeError, IndexError):
        return None
    return Outcome(kept.findings, kept.hidden, groups)


def remember(cache: Cache, key: str, outcome: Outcome, claims: Sequence[Claim]) -> None:
    """Keep an outcome for `recall`; one that can't be written (a lone surrogate) isn't kept."""
    import msgspec

    places = {
        id(fact): (number, place)
        for number, claim in enumerate(claims)
        for place, fact in enumerate(claim.facts)
    }
    groups = tuple(
        _Group(
            group.kind, group.label, group.status, tuple(places[id(fact)] for fact in group.facts)
        )
        for group in outcome.groups
    )
    try:
        payload = msgspec.msgpack.encode(_Kept(outcome.findings, outcome.hidden, groups))
    except UnicodeEncodeError:
        return
    cache.store_bytes(key, payload)
