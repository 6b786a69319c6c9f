"""The flow as a whole: what the cache, the processes and the marks of layout do to a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import extraction, pipeline
from factcheck.annotate import annotate, load_model, resolve_model
from factcheck.annotate.language_model import LanguageModel
from factcheck.annotate.shadow import blanked
from factcheck.cache import open_cache
from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, FactcheckError, FactKind, Span
from factcheck.outcome import document_key, outcome_key, recall
from factcheck.pipeline import run
from factcheck.read import document_from_text

TEXTS = {
    "ferry.txt": "The ferry Halden carried 214 people on Friday.\n\nIt sank within 20 minutes.",
    "harbour.txt": "The ferry Halden carried 241 people, the harbour office said on Friday.",
    "coast.txt": "Coastguards say that the Halden sank within two hours.\n\nNobody was hurt.",
}


def documents() -> list[Document]:
    return [document_from_text(text, name=name) for name, text in TEXTS.items()]


def settings(folder: Path, **changed: object) -> Settings:
    return replace(
        Settings(model="none", pedantic=True, use_cache=True, cache_dir=folder), **changed
    )


def entries(folder: Path) -> list[Path]:
    """What the cache holds: an entry a document and one a run."""
    return sorted(folder.glob("claims-1/??/*"))


# ── the cache ─────────────────────────────────────────────────────────────────────────────────


def test_cold_warm_and_without_a_cache_the_report_is_the_same(tmp_path: Path) -> None:
    bare = run(documents(), settings=settings(tmp_path, use_cache=False))
    assert not entries(tmp_path)
    cold = run(documents(), settings=settings(tmp_path))
    assert len(entries(tmp_path)) == len(TEXTS) + 1
    warm = run(documents(), settings=settings(tmp_path))
    assert bare == cold == warm
    assert bare.findings


def test_a_warm_run_neither_reads_nor_loads_a_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = run(documents(), settings=settings(tmp_path, model="auto"))

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("nothing was to be extracted")

    monkeypatch.setattr(extraction, "load_model", fail)
    monkeypatch.setattr(extraction, "annotate", fail)
    assert run(documents(), settings=settings(tmp_path, model="auto")) == cold


def test_only_what_has_changed_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(documents(), settings=settings(tmp_path))
    seen: list[str] = []

    def noting(document: Document, *, model: LanguageModel | None) -> object:
        seen.append(document.name)
        return annotate(document, model=model)

    monkeypatch.setattr(extraction, "annotate", noting)
    changed = documents()
    changed[1] = document_from_text("The ferry carried 99 people.", name=changed[1].name)
    run(changed, settings=settings(tmp_path))
    assert seen == [changed[1].name]


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"factcheck.claims/1\n" + bytes(40)])
def test_a_damaged_entry_is_read_anew(tmp_path: Path, damage: bytes) -> None:
    cold = run(documents(), settings=settings(tmp_path))
    for entry in entries(tmp_path):
        entry.write_bytes(damage)
    assert run(documents(), settings=settings(tmp_path)) == cold
    assert all(entry.read_bytes() != damage for entry in entries(tmp_path))


def test_a_document_under_another_name_is_found_again(tmp_path: Path) -> None:
    run(documents(), settings=settings(tmp_path))
    moved = [replace(document, name=f"moved/{document.name}") for document in documents()]
    report = run(moved, settings=settings(tmp_path))
    assert len(entries(tmp_path)) == len(TEXTS) + 2
    assert {claim.document for claim in report.claims} == {item.name for item in moved}


def test_nothing_is_compared_again_when_nothing_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold = run(documents(), settings=settings(tmp_path))
    monkeypatch.setattr(pipeline, "find_matches", lambda *_: pytest.fail("compared again"))
    assert run(documents()[::-1], settings=settings(tmp_path)) == cold


@pytest.mark.parametrize(
    "changed",
    [{"select": ("FC1",)}, {"ignore": ("FC101",)}, {"pedantic": False, "min_confidence": 0.999}],
)
def test_other_settings_are_another_outcome(tmp_path: Path, changed: dict[str, Any]) -> None:
    run(documents(), settings=settings(tmp_path))
    bare = run(documents(), settings=settings(tmp_path, use_cache=False, **changed))
    assert run(documents(), settings=settings(tmp_path, **changed)) == bare


def test_another_role_is_another_outcome(tmp_path: Path) -> None:
    run(documents(), settings=settings(tmp_path))
    first, *others = documents()
    draft = [replace(first, role=DocumentRole.DRAFT)]
    draft += [replace(other, role=DocumentRole.SOURCE) for other in others]
    bare = run(draft, settings=settings(tmp_path, use_cache=False))
    assert run(draft, settings=settings(tmp_path)) == bare


def test_an_outcome_that_points_nowhere_is_worked_out_anew(tmp_path: Path) -> None:
    cold = run(documents(), settings=settings(tmp_path))
    cache = open_cache(settings(tmp_path))
    assert cache is not None
    keys = [
        document_key(document, model="none", settings=settings(tmp_path))
        for document in cold.documents
    ]
    key = outcome_key(keys, settings=settings(tmp_path))
    assert recall(cache, key, cold.claims) is not None
    assert recall(cache, key, cold.claims[:1]) is None
    assert recall(cache, "0" * 64, cold.claims) is None


# ── processes ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def many() -> list[Document]:
    """Enough text that two processes are worth starting."""
    counts = range(24)
    lines = [f"Ship number {count} carried {count * 7 + 3} people to Oslo." for count in counts]
    least = extraction.LEAST_CHARACTERS // 4
    text = "\n\n".join(lines)
    text = "\n\n".join([text] * (least // len(text) + 1))
    return [document_from_text(f"{text}\n\nIn all {n} ships.", name=f"{n}.txt") for n in range(9)]


def test_two_processes_give_what_one_gives(many: list[Document], tmp_path: Path) -> None:
    one = extraction.read_claims(many, model="none", settings=Settings())
    two = extraction.read_claims(many, model="none", settings=Settings(jobs=2))
    assert one == two
    stored = settings(tmp_path, jobs=2)
    assert extraction.read_claims(many, model="none", settings=stored) == one
    assert len(entries(tmp_path)) == len(many)


def test_a_handful_of_short_documents_starts_no_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "in_order", lambda *_, **__: pytest.fail("started a pool"))
    assert extraction.read_claims(documents(), model="none", settings=Settings(jobs=8))


def test_a_fault_of_ours_names_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(document: Document, *, model: object) -> None:
        raise IndexError("out of range")

    monkeypatch.setattr(extraction, "annotate", fail)
    with pytest.raises(FactcheckError, match=r"coast\.txt: a fault of ours, IndexError"):
        run(documents(), settings=Settings(model="none"))


# ── marks of layout ───────────────────────────────────────────────────────────────────────────

MARKED = """# Ferry **sinks** off Oslo

1. The *Halden* carried [214 people](https://example.org/2019/4711) on Friday.
2. It sank within 20 minutes, see https://example.org/reports/1998 for more.
"""


@pytest.mark.parametrize("model", ["none", "auto"])
def test_bullets_and_addresses_are_no_facts(model: str) -> None:
    document = document_from_text(MARKED, name="ferry.md")
    claims = extraction.read_claims(
        [document], model=resolve_model(model), settings=Settings(model=model)
    )
    words = {word for claim in claims for word in claim.words}
    assert words.isdisjoint({"4711", "2019", "1998", "https", "example", "1", "2"})
    figures = [fact for claim in claims for fact in claim.facts if fact.kind is FactKind.QUANTITY]
    assert [fact.value.low for fact in figures] == [214]  # type: ignore[union-attr]
    assert document.slice(figures[0].span).startswith("214 people")


@pytest.mark.parametrize("model", ["none", "auto"])
def test_tokens_stand_where_the_text_has_them(model: str) -> None:
    document = document_from_text(MARKED, name="ferry.md")
    annotated = annotate(document, model=load_model(resolve_model(model)))
    assert len(annotated.shadow) == len(document.text)
    assert annotated.shadow.count("\n") == document.text.count("\n")
    tokens = [token for sentence in annotated.sentences for token in sentence.tokens]
    assert "sinks" in [token.text for token in tokens]
    for token in tokens:
        assert document.text[token.start : token.end] == token.text


@given(
    st.text(max_size=80),
    st.lists(st.integers(min_value=0, max_value=80), max_size=8, unique=True),
)
def test_blanking_keeps_length_and_line_breaks(text: str, places: list[int]) -> None:
    cuts = sorted(place for place in places if place <= len(text))
    spans = [Span(*pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    blank = blanked(text, spans)
    inside = {place for span in spans for place in range(span.start, span.end)}
    for place, (before, after) in enumerate(zip(text, blank, strict=True)):
        assert after == (before if place not in inside or before == "\n" else " ")
