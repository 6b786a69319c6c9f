"""Claims as bytes and back, for the cache.

MessagePack rather than JSON, because open intervals hold infinities, which JSON can't. A value is
written untagged and read back as the type its FactKind names, so nothing in a file can choose what
is built. The document's name is left out, because a moved file has the same claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from factcheck.model import (
    BlockKind,
    Claim,
    DurationValue,
    Fact,
    FactKind,
    Hedge,
    Modality,
    MomentValue,
    PersonValue,
    QuantityValue,
    QuoteValue,
    RoleValue,
    Slot,
    Span,
    StatementValue,
    Value,
)

VALUE_TYPES: dict[FactKind, type[Value]] = {
    FactKind.QUANTITY: QuantityValue,
    FactKind.DURATION: DurationValue,
    FactKind.MOMENT: MomentValue,
    FactKind.PERSON: PersonValue,
    FactKind.ROLE: RoleValue,
    FactKind.QUOTE: QuoteValue,
    FactKind.STATEMENT: StatementValue,
}


class PackedFact(msgspec.Struct, array_like=True, gc=False):
    """A fact without the name of its document."""

    kind: FactKind
    start: int
    end: int
    surface: str
    value: msgspec.Raw
    # A slot's eight fields in order; most are empty, which a bare list says in a byte each.
    slot: tuple[
        tuple[str, ...],
        tuple[str, ...],
        tuple[str, ...],
        tuple[str, ...],
        tuple[str, ...],
        tuple[str, ...],
        tuple[str, ...],
        str,
    ]
    hedge: Hedge
    claim: int


class _Claim(msgspec.Struct, array_like=True, gc=False):
    index: int
    start: int
    end: int
    block: int
    block_kind: BlockKind
    words: tuple[str, ...]
    names: tuple[str, ...]
    subject: str
    predicate: str
    attribution: str
    modality: Modality
    negated: bool
    facts: list[PackedFact]


def encode(claims: Sequence[Claim]) -> bytes | None:
    """`claims` as bytes; None if they hold what can't be written (a lone surrogate)."""
    encoder = msgspec.msgpack.Encoder()
    try:
        return encoder.encode([_pack(claim, encoder) for claim in claims])
    except UnicodeEncodeError:
        return None


def decode(payload: bytes, name: str) -> tuple[Claim, ...] | None:
    """The claims of `payload`, said of the document called `name`; None if they can't be read."""
    try:
        return tuple(_unpack(packed, name) for packed in _claims_decoder().decode(payload))
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _pack(claim: Claim, encoder: msgspec.msgpack.Encoder) -> _Claim:
    return _Claim(
        index=claim.index,
        start=claim.span.start,
        end=claim.span.end,
        block=claim.block,
        block_kind=claim.block_kind,
        words=claim.words,
        names=claim.names,
        subject=claim.subject,
        predicate=claim.predicate,
        attribution=claim.attribution,
        modality=claim.modality,
        negated=claim.negated,
        facts=[pack_fact(fact, encoder) for fact in claim.facts],
    )


def pack_fact(fact: Fact, encoder: msgspec.msgpack.Encoder) -> PackedFact:
    """`fact` as it is written; what `encoder` raises for a lone surrogate is raised."""
    return PackedFact(
        kind=fact.kind,
        start=fact.span.start,
        end=fact.span.end,
        surface=fact.surface,
        value=msgspec.Raw(encoder.encode(fact.value)),
        slot=(
            fact.slot.subject,
            fact.slot.measure,
            fact.slot.event,
            fact.slot.place,
            fact.slot.time,
            fact.slot.speaker,
            fact.slot.modifiers,
            fact.slot.modality,
        ),
        hedge=fact.hedge,
        claim=fact.claim,
    )


def _unpack(packed: _Claim, name: str) -> Claim:
    return Claim(
        document=name,
        index=packed.index,
        span=Span(packed.start, packed.end),
        block=packed.block,
        block_kind=packed.block_kind,
        words=packed.words,
        names=packed.names,
        subject=packed.subject,
        predicate=packed.predicate,
        attribution=packed.attribution,
        modality=packed.modality,
        negated=packed.negated,
        facts=tuple(unpack_fact(fact, name) for fact in packed.facts),
    )


def unpack_fact(packed: PackedFact, name: str) -> Fact:
    """The fact of `packed`, said of the document called `name`.

    Raises msgspec.MsgspecError when its value isn't one of its kind.
    """
    return Fact(
        packed.kind,
        name,
        Span(packed.start, packed.end),
        packed.surface,
        _value_decoders()[packed.kind].decode(packed.value),
        Slot(*packed.slot),
        packed.hedge,
        packed.claim,
    )


# Decoders are made once a process: each compiles its type.
@cache
def _claims_decoder() -> msgspec.msgpack.Decoder[list[_Claim]]:
    return msgspec.msgpack.Decoder(list[_Claim])


@cache
def _value_decoders() -> dict[FactKind, msgspec.msgpack.Decoder[Value]]:
    return {kind: msgspec.msgpack.Decoder(value) for kind, value in VALUE_TYPES.items()}
