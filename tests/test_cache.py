"""The cache gives back what went in, and nothing else."""

from __future__ import annotations

import math
import os
import time
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from factcheck.cache import Cache, cache_key, open_cache, prune
from factcheck.cache_codec import VALUE_TYPES, decode, encode
from factcheck.config import Settings
from factcheck.model import (
    BlockKind,
    Claim,
    Document,
    DurationValue,
    Fact,
    FactcheckError,
    FactKind,
    Hedge,
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

VALUES: dict[FactKind, Value] = {
    FactKind.QUANTITY: QuantityValue(5e9, math.inf, "USD", "money", 1e9, per="year", change="by"),
    FactKind.DURATION: DurationValue(1.0, 2.5, "day", 86400.0, since=date(2022, 2, 24)),
    FactKind.MOMENT: MomentValue(
        date(2025, 12, 5),
        date(2025, 12, 5),
        "day",
        "friday",
        relative=True,
        candidates=((date(2025, 12, 5), date(2025, 12, 5)), (date(2025, 12, 12),) * 2),
        weekday=4,
    ),
    FactKind.PERSON: PersonValue("Ana Brandão", ("ana", "brandão"), ("Dr",)),
    FactKind.ROLE: RoleValue("Ana Brandão", "mayor", "Porto", "former"),
    FactKind.QUOTE: QuoteValue(("we", "won't", "…", "go"), "Ana Brandão", "say"),
    FactKind.STATEMENT: StatementValue("rise", ("price",), (), ("in:may",), True, 1, True),
}


def claims(name: str = "a.txt", text: str = "Ünï “quoted”") -> tuple[Claim, ...]:
    facts = tuple(
        Fact(
            kind,
            name,
            Span(index, index + 3),
            text,
            value,
            Slot(subject=("price",), modifiers=("retail", "net")),
            Hedge.AT_LEAST,
            1,
        )
        for index, (kind, value) in enumerate(VALUES.items())
    )
    first = Claim(name, 0, Span(0, 9), 0, BlockKind.HEADING)
    second = Claim(name, 1, Span(10, 90), 1, BlockKind.PARAGRAPH, ("price",), ("Ana",), facts=facts)
    return (first, second)


def test_every_kind_has_a_value_type() -> None:
    assert set(VALUE_TYPES) == set(FactKind) == set(VALUES)


def test_codec_gives_back_what_went_in_under_the_new_name() -> None:
    payload = encode(claims("a.txt"))
    assert payload is not None
    assert b"a.txt" not in payload
    assert decode(payload, "moved/b.txt") == claims("moved/b.txt")


def test_the_codec_knows_every_field() -> None:
    """Whoever adds a field to the nouns adds it to the codec, and to the key if it counts."""
    names = {noun: " ".join(field.name for field in fields(noun)) for noun in (Claim, Fact, Slot)}
    assert names == {
        Claim: "document index span block block_kind words names subject predicate attribution "
        "modality negated facts",
        Fact: "kind document span surface value slot hedge claim",
        Slot: "subject measure event place time speaker modifiers modality",
    }
    # Where a text stood in its file decides nothing that is read in it.
    known = "name text published blocks title role reference markup file landmarks"
    assert " ".join(field.name for field in fields(Document)) == known


def test_lone_surrogates_are_not_cached() -> None:
    assert encode(claims(text="half \ud800")) is None


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    opened = open_cache(Settings(use_cache=True, cache_dir=tmp_path / "deep" / "down"))
    assert opened is not None
    return opened


KEY = cache_key(Document("a.txt", "Text."), model="m 1")
OTHER = cache_key(Document("a.txt", "Text!"), model="m 1")


def entry(cache: Cache, key: str = KEY) -> Path:
    return cache.folder / key[:2] / key


def test_stored_claims_are_loaded(cache: Cache) -> None:
    assert cache.load(KEY, name="a.txt") is None
    cache.store(KEY, claims())
    assert cache.load(KEY, name="a.txt") == claims()
    assert [file.suffix for file in entry(cache).parent.iterdir()] == [""]


@pytest.mark.parametrize("damage", ["truncate", "flip", "alien", "empty", "folder"])
def test_a_damaged_entry_is_absent_and_is_written_anew(cache: Cache, damage: str) -> None:
    cache.store(KEY, claims())
    path = entry(cache)
    data = path.read_bytes()
    if damage == "folder":
        path.unlink()
        path.mkdir()
        assert cache.load(KEY, name="a.txt") is None
        cache.store(KEY, claims())
        return
    path.write_bytes(
        {
            "truncate": data[:-3],
            "flip": data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
            "alien": b"\x80\x04K\x01.",
            "empty": b"",
        }[damage]
    )
    assert cache.load(KEY, name="a.txt") is None
    cache.store(KEY, claims())
    assert cache.load(KEY, name="a.txt") == claims()


def test_an_entry_in_anothers_place_is_absent(cache: Cache) -> None:
    cache.store(KEY, claims())
    entry(cache, OTHER).parent.mkdir(exist_ok=True)
    entry(cache).rename(entry(cache, OTHER))
    assert cache.load(OTHER, name="a.txt") is None


def test_key_follows_what_decides_the_claims() -> None:
    base = Document("a.txt", "Text.")
    assert cache_key(Document("b.txt", "Text."), model="m 1") == KEY
    others = [
        cache_key(Document("a.txt", "Text. "), model="m 1"),
        cache_key(Document("a.txt", "Text.", published=date(2025, 1, 1)), model="m 1"),
        cache_key(Document("a.txt", "Text.", title=Span(0, 4)), model="m 1"),
        cache_key(Document("a.txt", "Text.", markup=(Span(0, 1),)), model="m 1"),
        cache_key(base, model="m 2"),
        cache_key(base, model="none"),
    ]
    assert len({KEY, *others}) == len(others) + 1


def test_prune_keeps_what_was_used_last(cache: Cache) -> None:
    now = time.time()
    for age, key in enumerate([KEY, OTHER]):
        cache.store(key, claims())
        os.utime(entry(cache, key), (now - age * 1000,) * 2)
    left_behind = cache.folder / KEY[:2] / "x.part"
    left_behind.write_bytes(b"half")
    os.utime(left_behind, (now - 7200,) * 2)
    prune(cache.folder, max_bytes=entry(cache).stat().st_size)
    assert entry(cache).exists()
    assert not entry(cache, OTHER).exists()
    assert not left_behind.exists()
    os.utime(entry(cache), (now - 10 * 86400,) * 2)
    prune(cache.folder, max_age_days=9)
    assert not entry(cache).exists()


def test_no_cache_unless_asked(tmp_path: Path) -> None:
    assert open_cache(Settings(cache_dir=tmp_path)) is None
    assert list(tmp_path.iterdir()) == []


def test_a_given_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FactcheckError, match="cache folder"):
        open_cache(Settings(use_cache=True, cache_dir=tmp_path / "file"))
