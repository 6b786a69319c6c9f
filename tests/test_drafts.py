"""Many drafts: what is reported, for which order and processes, and when a kept outcome holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import factcheck
from factcheck import Document, DocumentRole, FactcheckError, Report, Settings, document_from_text
from factcheck.drafts import run_drafts
from factcheck.read import read_paths

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TIER0 = Settings(model="none", pedantic=True)

DRAFT = "The harbour plan, published on Monday, runs to 48 pages.\n"
SOURCE = "The harbour plan, published on Monday, runs to 52 pages.\n"
TWICE = (
    "The council approved the harbour plan after a long debate that lasted well into the night, "
    "and the ferry terminal will move to the eastern quay.\n"
)


def story(name: str) -> tuple[Document, ...]:
    return read_paths([str(CORPUS / name)])


def test_drafts_are_not_compared_with_one_another() -> None:
    one, other = document_from_text(DRAFT, name="a"), document_from_text(SOURCE, name="b")
    assert factcheck.compare([one, other], settings=TIER0).findings
    assert not factcheck.lint_all([one, other], settings=TIER0).findings


def test_each_draft_gets_what_it_gets_alone() -> None:
    articles = story("harbour-bridge")
    drafts, sources = articles[:2], articles[2:]
    together = factcheck.lint_all(drafts, sources, settings=TIER0)
    alone = [factcheck.lint(draft, sources, settings=TIER0) for draft in drafts]
    assert all(report.findings for report in alone)
    assert {finding for report in alone for finding in report.findings} == set(together.findings)
    assert sum(report.hidden for report in alone) == together.hidden
    assert [group for report in alone for group in report.groups] == list(together.groups)


def test_findings_point_at_the_draft() -> None:
    """For every rule that fires on the corpus, whichever article is the draft."""
    articles = story("harbour-bridge") + story("flood-strategy")
    for draft in articles:
        sources = [one for one in articles if one.name != draft.name]
        report = factcheck.lint(draft, sources, settings=TIER0)
        assert {finding.primary.document for finding in report.findings} == {draft.name}


def test_groups_are_counted_as_they_are() -> None:
    articles = story("harbour-bridge")
    report = factcheck.lint_all(articles[:2], articles[2:], settings=TIER0)
    groups = list(report.groups)
    assert len(report.groups) == len(groups) > 2
    assert report.groups[1:3] == tuple(groups[1:3])
    assert report.status_counts == Counter(group.status for group in groups)


def test_text_that_is_no_utf_8_is_checked_too(kept: Settings) -> None:
    half = "The mayor, Ann \ud800 Holt, opened 48 new schools on Monday.\n"
    for settings in (TIER0, kept, kept):
        report = checked(half, settings=settings)
        assert any("48" in fact.surface for group in report.groups for fact in group.facts)


def test_groups_hold_a_fact_of_a_draft_and_claims_are_counted() -> None:
    articles = story("harbour-bridge")
    report = factcheck.lint(articles[0], articles[1:], settings=TIER0)
    assert report.groups
    assert not report.claims
    for group in report.groups:
        assert articles[0].name in {fact.document for fact in group.facts}
    counted = {document.name: 0 for document in articles}
    for claim in factcheck.claims(articles, settings=TIER0):
        counted[claim.document] += 1
    assert dict(report.claim_counts) == counted


def test_a_draft_is_no_source_for_itself() -> None:
    articles = story("harbour-bridge")
    alone = factcheck.lint(articles[0], articles[1:], settings=TIER0)
    assert factcheck.lint(articles[0], articles, settings=TIER0).findings == alone.findings
    roles = {one.name: one.role for one in factcheck.lint(articles[0], articles).documents}
    assert roles.pop(articles[0].name) is DocumentRole.DRAFT
    assert set(roles.values()) == {DocumentRole.SOURCE}


def test_two_drafts_that_are_sources_of_each_other_tell_a_conflict_once() -> None:
    one, other = document_from_text(DRAFT, name="a"), document_from_text(SOURCE, name="b")
    findings = factcheck.lint_all([one, other], [one, other], settings=TIER0).findings
    pages = [one for one in findings if one.code == "FC101"]
    assert len(pages) == 1


def test_one_name_for_two_texts_is_refused() -> None:
    one, other = document_from_text(DRAFT, name="a"), document_from_text(SOURCE, name="a")
    for drafts, sources in (([one, other], []), ([one], [other]), ([], [one])):
        with pytest.raises(FactcheckError):
            factcheck.lint_all(drafts, sources, settings=TIER0)


def test_the_order_of_drafts_and_sources_does_not_matter() -> None:
    articles = story("harbour-bridge") + story("flood-strategy")
    one = run_drafts(articles[:3], articles[3:], settings=TIER0)
    other = run_drafts(articles[:3][::-1], articles[3:][::-1], settings=TIER0)
    assert one == other


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    return replace(TIER0, use_cache=True, cache_dir=tmp_path)


def checked(*texts: str, settings: Settings) -> Report:
    """The last text is the source, if there is more than one."""
    documents = [document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    return factcheck.lint_all(documents[:-1] or documents, documents[1:][-1:], settings=settings)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_a_kept_outcome_is_the_same_report(kept: Settings) -> None:
    articles = story("harbour-bridge")
    bare = run_drafts(articles[:2], articles[2:], settings=TIER0)
    cold = run_drafts(articles[:2], articles[2:], settings=kept)
    warm = run_drafts(articles[:2], articles[2:], settings=kept)
    assert bare == cold == warm
    assert warm.groups


def test_a_warm_run_works_nothing_out(kept: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = checked(DRAFT, TWICE + TWICE, SOURCE, settings=kept)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("checked again")

    monkeypatch.setattr("factcheck.drafts.check", refuse)
    assert checked(DRAFT, TWICE + TWICE, SOURCE, settings=kept) == cold
    with pytest.raises(AssertionError, match="checked again"):
        checked(DRAFT, TWICE + TWICE + DRAFT, SOURCE, settings=kept)


def test_a_changed_source_or_setting_is_seen(kept: Settings) -> None:
    assert "FC101" not in codes(checked(DRAFT, DRAFT, settings=kept))
    assert "FC101" in codes(checked(DRAFT, SOURCE, settings=kept))
    assert "FC101" not in codes(checked(DRAFT, SOURCE, settings=replace(kept, ignore=("FC1",))))
    assert "FC101" not in codes(checked(DRAFT, settings=kept))
    assert "FC101" in codes(checked(DRAFT, SOURCE, settings=kept))


def test_a_source_that_becomes_the_reference_is_seen(kept: Settings) -> None:
    draft, source = document_from_text(DRAFT, name="a"), document_from_text(SOURCE, name="b")
    factcheck.lint(draft, [source], settings=kept)
    report = factcheck.lint(draft, [replace(source, reference=True)], settings=kept)
    assert [one.name for one in report.documents if one.reference] == ["b"]
