"""A draft's figures against its sources."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.config import Settings
from factcheck.match import find_matches
from factcheck.match.agreement import SAME
from factcheck.match.support import DERIVED, NOWHERE, OTHERWISE
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
        ("Bexley Foods sold 310 tonnes of cheese in April.", OTHERWISE),
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
    assert support_in(disputed).startswith(SAME)
    assert disputed.probability < slip.probability


@pytest.mark.parametrize(
    ("draft", "source", "flagged"),
    [
        # A bound leaves room for a figure without supporting it.
        ("350 people died in Tarvia.", "More than 150 people died in Tarvia on Monday.", True),
        ("150 people died in Tarvia.", "More than 150 people died in Tarvia on Monday.", False),
        ("At least 150 died when the dam burst.", "The dam burst and 178 people died.", False),
    ],
)
def test_a_bound_supports_only_the_figure_it_names(draft: str, source: str, flagged: bool) -> None:
    assert bool(checked(draft, source).findings) == flagged


def test_the_words_beside_a_figure_choose_its_counterpart() -> None:
    source = "A bomb went off in Tarvia, killing 35 people and wounding at least 63, police said."
    (match,) = conflicts("Bomb kills 48 people in Tarvia.", source)
    assert {fact.surface for fact in (match.left, match.right)} == {"48 people", "35 people"}


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Koda may bid for the 2031 Winter Fair.", "Koda may bid for the 2035 Winter Fair."),
        ("Lindal opened its 7th bakery.", "Lindal opened its 4th shop, a bakery, on Monday."),
        ("Nineteen years later, the ship was found.", "The ship was found 34 years later."),
    ],
)
def test_what_stands_in_the_place_of_a_figure_is_its_counterpart(draft: str, source: str) -> None:
    report = checked(draft, source, select=("FC101", "FC201"))
    assert [finding.code for finding in report.findings]


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


def test_a_figure_that_a_source_has_between_the_same_words_conflicts_with_no_other() -> None:
    source = (
        "Trams leave every six minutes at peak times, every ten during the day and every twelve in "
        "the evening. The journey from end to end takes 31 minutes."
    )
    same = "Trams will leave every six minutes at peak times and every twelve in the evening."
    other = "Trams will leave every six minutes at peak times and every eleven in the evening."
    assert [match.left.surface for match in conflicts(same, source)] == []
    assert {match.left.surface for match in conflicts(other, source)} != set()


def test_a_figure_that_the_sentence_has_itself_is_no_counterpart() -> None:
    source = "Entry to the Tarvia baths will cost £4.50 for adults and £2 for children."
    (finding,) = checked(
        "At the Tarvia baths adults will pay £5.40 and children £2.", source
    ).findings
    assert finding.values == ("GBP 5.4", "GBP 4.5")
