"""What the check of one draft came to, kept whole for the next run.

The facts of its groups are kept with it, so that neither the claims of the draft nor those of the
sources are loaded for a draft when nothing has changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

import msgspec

from factcheck.cache import Cache
from factcheck.cache_codec import PackedFact, pack_fact, unpack_fact
from factcheck.model import FactGroup, FactKind, Finding, Status


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """The findings shown, the number hidden, the groups with a fact of the draft, and the number
    of claims in the draft."""

    findings: tuple[Finding, ...]
    hidden: int
    groups: tuple[FactGroup, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class _Group:
    """A fact group; a fact comes with the place of its document's name in the list of names."""

    kind: FactKind
    label: str
    status: Status
    facts: tuple[tuple[int, PackedFact], ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    findings: tuple[Finding, ...]
    hidden: int
    claims: int
    documents: tuple[str, ...]
    groups: tuple[_Group, ...]


def recall(cache: Cache, key: str) -> DraftOutcome | None:
    """The outcome kept under `key`; None if there is none that can be read."""
    payload = cache.load_bytes(key)
    if payload is None:
        return None
    try:
        kept = _decoder().decode(payload)
        groups = tuple(_unpacked(group, kept.documents) for group in kept.groups)
    except (msgspec.MsgspecError, UnicodeDecodeError, IndexError):
        return None
    return DraftOutcome(kept.findings, kept.hidden, groups, kept.claims)


def remember(cache: Cache, key: str, outcome: DraftOutcome) -> None:
    """Keep an outcome for `recall`; one that can't be written (a lone surrogate) isn't kept."""
    encoder = msgspec.msgpack.Encoder()
    names = sorted({fact.document for group in outcome.groups for fact in group.facts})
    number = {name: place for place, name in enumerate(names)}
    with suppress(UnicodeEncodeError):
        groups = tuple(_packed(group, number, encoder) for group in outcome.groups)
        kept = _Kept(outcome.findings, outcome.hidden, outcome.claims, tuple(names), groups)
        cache.store_bytes(key, encoder.encode(kept))


def _packed(group: FactGroup, number: dict[str, int], encoder: msgspec.msgpack.Encoder) -> _Group:
    facts = ((number[fact.document], pack_fact(fact, encoder)) for fact in group.facts)
    return _Group(group.kind, group.label, group.status, tuple(facts))


def _unpacked(group: _Group, names: Sequence[str]) -> FactGroup:
    facts = (unpack_fact(fact, names[place]) for place, fact in group.facts)
    return FactGroup(group.kind, group.label, group.status, tuple(facts))


@cache
def _decoder() -> msgspec.msgpack.Decoder[_Kept]:
    return msgspec.msgpack.Decoder(_Kept)
