from __future__ import annotations

import pytest

from factcheck.model import Finding, Severity
from factcheck.read import document_from_text
from factcheck.rules.copied_passage import RULE
from factcheck.rules.rule import Corpus


def findings(*texts: str) -> list[Finding]:
    documents = tuple(document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return list(RULE.check(Corpus(documents, ())))


WIRE = (
    "Divers will search the lake again at first light, the mayor said, and roads on the eastern "
    "shore are to stay closed until the last of the boats has been lifted out of the water."
)
OPENING = ["A boat sank in the lake on Sunday night.", "Nobody slept in the lakeside town."]
MUST_FLAG = [
    (OPENING[0] + "\n\n" + WIRE, OPENING[1] + "\n\n" + WIRE),
    (OPENING[0] + " " + WIRE, WIRE.replace("first light", "daybreak") + "\n\n" + OPENING[1]),
]
QUOTE = f"“{WIRE}”"
MUST_NOT_FLAG = [
    (OPENING[0] + " The mayor spoke.", OPENING[1] + " The mayor spoke."),
    (OPENING[0] + "\n\n" + WIRE[:100], OPENING[1] + "\n\n" + WIRE[:100]),
    # A speech that both papers quote at length.
    (OPENING[0] + "\n\n" + QUOTE + " she said.", OPENING[1] + "\n\n" + QUOTE + " said the mayor."),
]


@pytest.mark.parametrize("texts", MUST_FLAG)
def test_a_shared_passage_is_a_note_across_the_pair(texts: tuple[str, str]) -> None:
    (finding,) = findings(*texts)
    assert finding.severity is Severity.INFO
    assert {finding.primary.document, finding.related[0].document} == {"0.txt", "1.txt"}


@pytest.mark.parametrize("texts", MUST_NOT_FLAG)
def test_short_runs_and_quotations_pass(texts: tuple[str, str]) -> None:
    assert findings(*texts) == []


def test_one_finding_for_each_pair_of_documents() -> None:
    both = WIRE + "\n\n" + " ".join(reversed(WIRE.rstrip(".").split())) + ".\n"
    assert len(findings("One. " + both, "Two. " + both, "Three. " + both)) == 3
