"""FC602: what one independent source alone has."""

from __future__ import annotations

from factcheck.config import Settings
from factcheck.model import DocumentRole, Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text

FERRY = "A ferry ran aground off Norvik. The ferry carried 214 passengers."
ASHORE = "Rescuers in Norvik brought all passengers of the grounded ferry ashore."
UNHURT = "Nobody was hurt when a ferry ran aground off Norvik, the coast guard said."


def findings(*texts: str, roles: tuple[DocumentRole, ...] = ()) -> list[Finding]:
    chosen = roles or (DocumentRole.ARTICLE,) * len(texts)
    documents = [
        document_from_text(text, name=f"{number}.txt", role=role)
        for number, (text, role) in enumerate(zip(texts, chosen, strict=True))
    ]
    return list(run(documents, settings=Settings(select=("FC602",))).findings)


def test_a_figure_of_one_of_three() -> None:
    (finding,) = findings(FERRY, ASHORE, UNHURT)
    assert finding.severity is Severity.INFO
    assert finding.primary.document == "0.txt"
    assert "214" in finding.message


def test_two_articles_say_nothing() -> None:
    assert not findings(FERRY, ASHORE)


def test_a_figure_that_another_has() -> None:
    assert not findings(FERRY, "Rescuers said that the ferry carried 214 passengers.", UNHURT)


def test_copies_are_one_source() -> None:
    agency = (
        f"{FERRY} It had left Aldham at dusk and was bound for the islands in the west when it "
        "struck a reef that every map of the coast has shown since the days of sail, the owner "
        "said in a letter to the families. A tug will try to pull it free when the tide is high."
    )
    found = findings(agency, f"{agency} Norvik waits.", ASHORE, UNHURT)
    assert [one.values for one in found] == [("214 passengers",)]
    assert not findings(agency, f"{agency} Norvik waits.", ASHORE)


def test_sources_of_a_draft_are_not_compared() -> None:
    source, draft = DocumentRole.SOURCE, DocumentRole.DRAFT
    assert not findings(FERRY, ASHORE, UNHURT, roles=(source, source, draft))


def test_it_is_off_by_default() -> None:
    texts = (FERRY, ASHORE, UNHURT)
    documents = [document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    report = run(documents, settings=Settings(pedantic=True))
    assert "FC602" not in {finding.code for finding in report.findings}
