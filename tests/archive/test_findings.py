"""What an archive's checks find is what `compare` and `lint` find for the same articles."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from factcheck.archive.drafts import Retrieval, check_drafts
from factcheck.archive.everything import Scope, compare_archive, find_stories
from factcheck.archive.records import Raw, article_id
from factcheck.archive.retrieve import Candidate, candidates_sql
from factcheck.archive.store import open_store
from factcheck.archive.stories import stories_of
from factcheck.config import Settings
from factcheck.drafts import run_drafts
from factcheck.match.context import SAME_STORY, alike
from factcheck.model import Document, DocumentRole, FactKind, Finding
from factcheck.pipeline import read_claims, run
from factcheck.read import document_from_text, read_paths
from tests.archive.conftest import CORPUS, story

SETTINGS = Settings(model="none")


def corpus() -> tuple[Document, ...]:
    return read_paths([str(CORPUS)])


def places(findings) -> set[tuple[object, ...]]:
    return {(one.code, one.primary, one.related) for one in findings}


def test_all_against_all_finds_what_compare_finds(corpus_archive: str) -> None:
    expected = run(corpus(), settings=SETTINGS)
    found = compare_archive(open_store(corpus_archive), settings=SETTINGS)
    assert len(expected.findings) > 20
    assert found.findings == expected.findings
    assert found.hidden == expected.hidden
    assert found.claim_counts == expected.claim_counts


def test_split_into_stories_it_finds_the_same_places(corpus_archive: str) -> None:
    store, scope = open_store(corpus_archive), Scope(largest=5)
    stories = find_stories(store, scope)
    assert max(len(one.articles) for one in stories) <= 5
    assert len([one for one in stories if not one.bridge]) > 2
    found = compare_archive(store, settings=SETTINGS, scope=scope)
    assert places(found.findings) == places(run(corpus(), settings=SETTINGS).findings)


@pytest.mark.parametrize("folder", ["flood-strategy", "harbour-bridge", "club-takeover"])
def test_a_story_gives_what_compare_gives_for_its_folder(corpus_archive: str, folder: str) -> None:
    from factcheck.archive.everything import check_story
    from factcheck.archive.stories import Story

    documents = read_paths([str(CORPUS / folder)])
    numbers = tuple(sorted(article_id(document.name) for document in documents))
    outcome = check_story(open_store(corpus_archive), Story(numbers), SETTINGS)
    assert outcome.findings == run(documents, settings=SETTINGS).findings


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_report_is_the_same_for_any_number_of_processes(corpus_archive: str, jobs: int) -> None:
    scope = Scope(largest=4)
    one = compare_archive(open_store(corpus_archive), settings=SETTINGS, scope=scope)
    settings = replace(SETTINGS, jobs=jobs)
    assert compare_archive(open_store(corpus_archive), settings=settings, scope=scope) == one


def same_story(draft: Document, others: tuple[Document, ...]) -> set[str]:
    def words(document: Document) -> frozenset[str]:
        claims = read_claims((document,), model="none", settings=SETTINGS)
        return frozenset(word for claim in claims for word in claim.words)

    return {one.name for one in others if alike(words(draft), words(one)) >= SAME_STORY}


@pytest.mark.parametrize("top", [3, 20])
def test_a_draft_gets_what_compare_gives_it_with_its_story(corpus_archive: str, top: int) -> None:
    """With 20 the archive is taken whole before likeness decides, with 3 the join chooses."""
    store, documents = open_store(corpus_archive), corpus()
    compared = 0
    for document in documents:
        # Another name, or the archive's own article would be left out as the draft itself.
        draft = replace(document, name=f"draft-{Path(document.name).name}")
        found = check_drafts(store, [draft], settings=SETTINGS, retrieval=Retrieval(top=top))
        names = {one.name for one in found.documents} - {draft.name}
        story_names = same_story(draft, documents)
        assert names <= story_names
        if len(story_names) <= top:
            assert names == story_names
        retrieved = [one for one in documents if one.name in names]
        expected = run([draft, *retrieved], settings=SETTINGS).findings
        mine = tuple(one for one in expected if draft.name in places_of(one))
        assert {one.fingerprint for one in found.findings} == {one.fingerprint for one in mine}
        assert all(one.primary.document == draft.name for one in found.findings)
        assert [
            (one.code, one.confidence, one.message, one.values, sorted(places_of(one)))
            for one in sorted(found.findings, key=lambda one: one.fingerprint)
        ] == [
            (one.code, one.confidence, one.message, one.values, sorted(places_of(one)))
            for one in sorted(mine, key=lambda one: one.fingerprint)
        ]
        compared += len(found.findings)
    assert compared > 10


def places_of(finding: Finding) -> set[str]:
    return {place.document for place in (finding.primary, *finding.related)}


def test_a_draft_is_not_its_own_source(corpus_archive: str) -> None:
    draft = corpus()[0]
    report = check_drafts(open_store(corpus_archive), [draft], settings=SETTINGS)
    assert [one.name for one in report.documents].count(draft.name) == 1
    assert next(one for one in report.documents if one.name == draft.name).role is (
        DocumentRole.DRAFT
    )


def test_copy_of_one_template_on_another_town_contradicts_nothing(archive) -> None:
    store = open_store(archive(story(number) for number in range(8)))
    draft = document_from_text(str(story(9).data), name="draft.txt")
    assert not check_drafts(store, [draft], settings=SETTINGS).findings


def test_sources_are_held_against_a_draft_as_lint_does(archive) -> None:
    store = open_store(archive(story(number) for number in range(8)))
    text = f"{story(3, pages=90).data}\n\nThe Ostrava orchestra hired Jaromir Novotny to conduct.\n"
    draft = document_from_text(text, name="draft.txt")
    source = document_from_text(str(story(3, pages=91).data), name="source.txt")

    def found(sources: list[Document]) -> set[tuple[str, str]]:
        findings = check_drafts(store, [draft], sources, settings=SETTINGS).findings
        return {(one.code, place.document) for one in findings for place in one.related}

    assert ("FC101", story(3).name) in found([])
    alone = {
        (one.code, place.document)
        for one in run_drafts([draft], [source], settings=SETTINGS).findings
        for place in one.related
    }
    assert ("FC101", "source.txt") in alone
    assert found([source]) == found([]) | alone


def test_the_planted_figure_is_found_among_many_stories(archive) -> None:
    store = open_store(archive((story(number) for number in range(60)), size=16))
    draft = document_from_text(str(story(17, pages=75).data), name="draft.txt")
    report = check_drafts(store, [draft], settings=SETTINGS)
    found = [one for one in report.findings if one.code == "FC101"]
    assert [(sorted(one.values), one.related[0].document) for one in found] == [
        (["57 pages", "75 pages"], story(17).name)
    ]


def test_since_tells_only_what_touches_recent_articles(archive) -> None:
    pairs = [(number, pages) for number in range(25) for pages in (None, 300 + number)]
    raws = [
        Raw(f"{number}-{pages}.txt", story(number, pages=pages).data, day)
        for number, pages in pairs
        for day in [date(2026, 3, 4) if pages and number < 5 else date(2026, 3, 3)]
    ]
    store = open_store(archive(raws, size=20))

    def found(scope: Scope) -> set[Finding]:
        report = compare_archive(store, settings=SETTINGS, scope=scope)
        return {one for one in report.findings if one.code == "FC101"}

    everything, recent = found(Scope()), found(Scope(since=date(2026, 3, 4)))
    new = {raw.name for raw in raws if raw.published == date(2026, 3, 4)}
    assert recent == {one for one in everything if places_of(one) & new}
    assert 0 < len(recent) < len(everything)


def test_kinds_leave_the_others_out(archive) -> None:
    other = Raw("other.txt", story(1, pages=77).data)
    store = open_store(archive([story(1), other]))

    def codes(*kinds: FactKind) -> set[str]:
        report = compare_archive(store, settings=SETTINGS, scope=Scope(kinds=kinds))
        return {one.code for one in report.findings}

    assert "FC101" in codes()
    assert "FC101" in codes(FactKind.QUANTITY, FactKind.QUOTE)
    assert "FC101" not in codes(FactKind.MOMENT)


def test_stories_are_the_same_in_any_order_and_hold_every_article() -> None:
    chance = random.Random(3)
    articles = list(range(200))
    links = [
        Candidate(one, two, chance.randint(20, 90))
        for one in articles
        for two in chance.sample(articles, 4)
        if one != two
    ]
    stories = stories_of(articles, links, largest=9)
    held = [article for one in stories if not one.bridge for article in one.articles]
    assert sorted(held) == articles
    assert max(len(one.articles) for one in stories) <= 9
    for _ in range(3):
        chance.shuffle(articles)
        chance.shuffle(links)
        assert stories_of(articles, links, largest=9) == stories
    together = {frozenset(one.articles) for one in stories}
    for link in links:  # every candidate pair meets somewhere
        assert any({link.probe, link.found} <= members for members in together)


def test_articles_that_share_no_name_are_not_brought_together() -> None:
    import duckdb
    import pyarrow as pa

    rows = [(key, article, int(key == 30)) for key in range(30) for article in (1, 2, 3)]
    rows += [(30, 1, 1), (30, 2, 1)]
    columns = dict(zip(("key", "article", "named"), zip(*rows, strict=True), strict=True))
    connection = duckdb.connect()
    connection.register("probes", pa.table(columns))
    connection.register("held", pa.table(columns))
    found = connection.execute(candidates_sql(cut=60, top=5, floor=9)).fetchall()
    assert [(probe, other) for probe, other, *_ in found] == [(1, 2), (2, 1)]


def test_the_join_cuts_frequent_keys_and_keeps_the_best() -> None:
    import duckdb
    import pyarrow as pa

    rows = [(7, article) for article in range(50)]  # held by all: no key at all
    rows += [(100 + article // 2, article) for article in range(10)]
    rows += [(200, 0), (200, 2), (201, 0), (201, 1)]
    columns = [key for key, _ in rows], [one for _, one in rows], [1] * len(rows)
    table = pa.table(dict(zip(("key", "article", "named"), columns, strict=True)))
    connection = duckdb.connect()
    connection.register("probes", table)
    connection.register("held", table)
    found = connection.execute(candidates_sql(cut=20, top=1, floor=9)).fetchall()
    assert found[0] == (0, 1, 18, 2, 1)
    assert {(probe, other) for probe, other, *_ in found} == {
        (0, 1), (1, 0), (2, 0), (3, 2), (4, 5), (5, 4), (6, 7), (7, 6), (8, 9), (9, 8)
    }  # fmt: skip
