"""A draft's figures against its sources."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.config import Settings
from factcheck.match import find_matches
from factcheck.match.support import AGREES, DERIVED, ELSEWHERE, NOWHERE
from factcheck.model import DocumentRole, FactKind, Match, Relation, Report
from factcheck.pipeline import run
from factcheck.read import document_from_text

SOURCE = (
    "Bexley Foods sold 1,240 tonnes of cheese in April. The firm has 3 plants in Tarvia and 310 "
    "workers. The strike in May lasted five days."
)


def checked(draft: str, *sources: str, select: tuple[str, ...] = ()) -> Report:
    documents = [
        document_from_text(
            text + "\n", name=f"s{number}.txt", published=date(2025, 6, 1), role=DocumentRole.SOURCE
        )
        for number, text in enumerate(sources)
    ]
    documents.append(
        document_from_text(
            draft + "\n", name="d.txt", published=date(2025, 6, 1), role=DocumentRole.DRAFT
        )
    )
    return run(documents, settings=Settings(select=select or ("FC101", "FC102")))


def conflicts(draft: str, *sources: str) -> list[Match]:
    """The differing figures that matching keeps."""
    report = checked(draft, *sources)
    return [
        match
        for match in find_matches(report.documents, report.claims)
        if match.comparison.relation is Relation.DIFFERENT
        and match.left.kind in (FactKind.QUANTITY, FactKind.DURATION)
    ]


def support_in(match: Match) -> str:
    (part,) = [part for part in match.parts if part.dimension == "support"]
    return part.level


def test_a_draft_that_repeats_its_source_is_clean() -> None:
    assert checked(SOURCE, SOURCE).findings == ()


def test_a_digit_slip_is_found_beside_its_counterpart() -> None:
    (finding,) = checked("Bexley Foods sold 1,420 tonnes of cheese in April.", SOURCE).findings
    assert finding.primary.document == "d.txt"
    assert "1,240" in finding.values[1]


def test_each_figure_is_reported_once_however_many_sources_there_are() -> None:
    report = checked(
        "Bexley Foods sold 1,420 tonnes of cheese in April.", SOURCE, SOURCE.replace("has", "runs")
    )
    assert len({finding.primary.span for finding in report.findings}) == len(report.findings) == 1


@pytest.mark.parametrize(
    ("draft", "level"),
    [
        ("Bexley Foods sold 1,420 tonnes of cheese in April.", NOWHERE),
        ("Bexley Foods sold 310 tonnes of cheese in April.", ELSEWHERE),
        ("Bexley Foods has 313 workers in Tarvia.", DERIVED),
    ],
)
def test_support_is_one_of_the_parts(draft: str, level: str) -> None:
    found = conflicts(draft, SOURCE)
    assert found
    assert {support_in(match) for match in found} == {level}
    assert all(match.parts[0].level == "draft and source" for match in found)


def test_a_figure_that_one_source_has_weighs_less_than_one_that_none_has() -> None:
    other = SOURCE.replace("1,240", "1,420")
    (disputed,) = conflicts("Bexley Foods sold 1,240 tonnes of cheese in April.", SOURCE, other)
    (slip,) = conflicts("Bexley Foods sold 1,204 tonnes of cheese in April.", SOURCE, other)
    assert support_in(disputed) == AGREES
    assert disputed.probability < slip.probability


def test_sources_are_not_held_against_each_other() -> None:
    other = SOURCE.replace("1,240", "1,420")
    report = checked("Bexley Foods is a firm in Tarvia.", SOURCE, other)
    assert report.findings == ()


def test_the_parts_add_up() -> None:
    for match in conflicts("Bexley Foods sold 1,420 tonnes of cheese in April.", SOURCE):
        assert match.weight == pytest.approx(sum(part.weight for part in match.parts))


def test_an_article_on_its_own_is_no_draft() -> None:
    documents = [document_from_text(SOURCE + "\n", name="a.txt")]
    report = run(documents, settings=Settings(select=("FC101",)))
    matches = find_matches(report.documents, report.claims)
    assert all(part.dimension != "support" for match in matches for part in match.parts)
