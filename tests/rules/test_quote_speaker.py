"""FC402: the same words with two speakers."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text


def findings(*texts: str) -> list[Finding]:
    documents = [document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts)]
    return list(run(documents, settings=Settings(select=("FC402",))).findings)


HEAD = "Bridge to open in May\n\nThe town of Barham waited a long time for its bridge.\n\n"
WORDS = "“The bridge will carry every lorry that the old ferry could not,”"

MUST_FLAG = [
    (f"{WORDS} said Ann Lee.", f"{WORDS} said Bob Ray."),
    (f"{WORDS} Ann Lee told reporters.", f"Bob Ray, the engineer, said: {WORDS}"),
    (f"{WORDS} said Ann Lee.", "“I tell you, the bridge will carry every lorry that the old ferry "
     "could not, and more,” said Bob Ray."),
    # The beginning of a long quotation.
    (f"{WORDS} said Ann Lee.", "“The bridge will carry every lorry that the old ferry could not. "
     "Hauliers who waited for years at the quay must now learn another road,” said Bob Ray."),
    (f"{WORDS} said Ann Lee.\n\nLater that day: {WORDS} said Bob Ray.",),
]  # fmt: skip
MUST_NOT_FLAG = [
    (f"{WORDS} said Ann Lee.", f"{WORDS} said Ann Lee."),
    (f"{WORDS} said Ann Lee.", f"Ms Lee came by. {WORDS} Ms Lee said."),
    (f"{WORDS} said Gavin Pio Carr.", f"{WORDS} said Gavin Carr Junior."),
    (f"{WORDS} said Petro Zelenko.", f"{WORDS} said Petro Zelenco."),
    (f"{WORDS} said Ann Lee.", f"{WORDS} the council said."),
    (f"{WORDS} said Ann Lee.", f"{WORDS} an engineer said."),
    (f"{WORDS} said Ann Lee.", f"{WORDS} said Ann Lee and Bob Ray."),
    (f"{WORDS} said Ann Lee.", f"{WORDS} a plaque reads."),
    ("“We did it,” said Ann Lee.", "“We did it,” said Bob Ray."),
    (f"{WORDS} said Ann Lee.", "Bob Ray said the bridge would carry every lorry."),
]


@pytest.mark.parametrize("bodies", MUST_FLAG)
def test_flagged(bodies: tuple[str, ...]) -> None:
    (finding,) = findings(*(f"{HEAD}{body}\n" for body in bodies))
    assert finding.severity is Severity.ERROR
    assert set(finding.values) == {"Ann Lee", "Bob Ray"}


@pytest.mark.parametrize("bodies", MUST_NOT_FLAG)
def test_not_flagged(bodies: tuple[str, ...]) -> None:
    assert not findings(*(f"{HEAD}{body}\n" for body in bodies))
