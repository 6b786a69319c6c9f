"""What the check of one draft came to, kept whole for the next run.

The facts of its groups are kept with it, so that neither the claims of the draft nor those of the
sources are loaded for a draft when nothing has changed. Groups stay packed, in memory too, until
somebody looks at them: the facts of a thousand drafts take 130 MB as objects and a tenth of it
packed, and most reports only count them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import overload

import msgspec

from factcheck.cache import Cache
from factcheck.cache_codec import PackedFact, pack_fact, unpack_fact
from factcheck.model import FactGroup, FactKind, Finding, Status


@dataclass(frozen=True, slots=True)
class PackedGroups:
    """The groups of one draft as bytes, and how many there are of each status.

    `plain` are the groups themselves where they can't be written (a lone surrogate).
    """

    payload: bytes
    statuses: Mapping[Status, int]
    plain: tuple[FactGroup, ...] = ()

    def unpacked(self) -> tuple[FactGroup, ...]:
        """The groups. Raises msgspec.MsgspecError or IndexError when the bytes aren't ours."""
        if not self.payload:
            return self.plain
        names, groups = _groups_decoder().decode(self.payload)
        return tuple(_unpacked(group, names) for group in groups)


@dataclass(frozen=True, slots=True)
class DraftOutcome:
    """The findings shown, the number hidden, the groups with a fact of the draft, and the number
    of claims in the draft."""

    findings: tuple[Finding, ...]
    hidden: int
    groups: PackedGroups
    claims: int


@dataclass(frozen=True, slots=True)
class KeptGroups(Sequence[FactGroup]):
    """The groups of many drafts, one draft after another, unpacked while they are looked at."""

    drafts: tuple[PackedGroups, ...]

    def __len__(self) -> int:
        """How many groups there are."""
        return sum(sum(groups.statuses.values()) for groups in self.drafts)

    def __iter__(self) -> Iterator[FactGroup]:
        """The groups, those of one draft in memory at a time."""
        for groups in self.drafts:
            yield from groups.unpacked()

    @overload
    def __getitem__(self, index: int) -> FactGroup: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[FactGroup, ...]: ...
    def __getitem__(self, index: int | slice) -> FactGroup | tuple[FactGroup, ...]:
        """One group or several; all are unpacked for it."""
        return tuple(self)[index]

    def statuses(self) -> Counter[Status]:
        """How many groups there are of each status; none is unpacked."""
        found: Counter[Status] = Counter()
        for groups in self.drafts:
            found.update(groups.statuses)
        return found


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
    statuses: dict[Status, int]
    groups: bytes


def pack(groups: Sequence[FactGroup]) -> PackedGroups:
    """`groups` as bytes where they can be written, else as they are."""
    encoder = msgspec.msgpack.Encoder()
    names = sorted({fact.document for group in groups for fact in group.facts})
    number = {name: place for place, name in enumerate(names)}
    statuses = dict(sorted(Counter(group.status for group in groups).items()))
    try:
        packed = [_packed(group, number, encoder) for group in groups]
        return PackedGroups(encoder.encode((names, packed)), statuses)
    except UnicodeEncodeError:
        return PackedGroups(b"", statuses, tuple(groups))


def recall(cache: Cache, key: str) -> DraftOutcome | None:
    """The outcome kept under `key`; None if there is none that can be read."""
    payload = cache.load_bytes(key)
    if payload is None:
        return None
    try:
        kept = _decoder().decode(payload)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
    groups = PackedGroups(kept.groups, kept.statuses)
    return DraftOutcome(kept.findings, kept.hidden, groups, kept.claims)


def remember(cache: Cache, key: str, outcome: DraftOutcome) -> None:
    """Keep an outcome for `recall`; one that can't be written (a lone surrogate) isn't kept."""
    if outcome.groups.plain:
        return
    kept = _Kept(
        outcome.findings,
        outcome.hidden,
        outcome.claims,
        dict(outcome.groups.statuses),
        outcome.groups.payload,
    )
    with suppress(UnicodeEncodeError):
        cache.store_bytes(key, msgspec.msgpack.encode(kept))


def _packed(group: FactGroup, number: dict[str, int], encoder: msgspec.msgpack.Encoder) -> _Group:
    facts = ((number[fact.document], pack_fact(fact, encoder)) for fact in group.facts)
    return _Group(group.kind, group.label, group.status, tuple(facts))


def _unpacked(group: _Group, names: Sequence[str]) -> FactGroup:
    facts = (unpack_fact(fact, names[place]) for place, fact in group.facts)
    return FactGroup(group.kind, group.label, group.status, tuple(facts))


@cache
def _decoder() -> msgspec.msgpack.Decoder[_Kept]:
    return msgspec.msgpack.Decoder(_Kept)


@cache
def _groups_decoder() -> msgspec.msgpack.Decoder[tuple[tuple[str, ...], tuple[_Group, ...]]]:
    return msgspec.msgpack.Decoder(tuple[tuple[str, ...], tuple[_Group, ...]])
