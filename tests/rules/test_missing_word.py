from __future__ import annotations

import pytest

from factcheck.model import Finding, Severity
from factcheck.read import document_from_text
from factcheck.rules.missing_word import RULE
from factcheck.rules.rule import Corpus


def findings(*texts: str) -> list[Finding]:
    documents = tuple(document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return list(RULE.check(Corpus(documents, ())))


MUST_FLAG = [
    ("Since the outbreak of fighting in Norland in, trade has fallen by half.", "in Norland in"),
    ("The head of Borland Foods of, a bakery group, has resigned.", "of Borland Foods of"),
    ("He led the firm between 1998 and, when it was sold to a rival.", "between 1998 and"),
    ("The bridge was shut from 2015 to, and nobody complained.", "from 2015 to"),
    ("She said the the bridge would open in May.", "the the"),
    ("The council has has agreed to pay.", "has has"),
    ("A report on the of the bridge is due in May.", "the of"),
    ("It was the end of the, and everybody went home.", "of the,"),
]
MUST_NOT_FLAG = [
    # Particles and stranded prepositions.
    "He came in, sat down and asked for tea.",
    "It was the house he lived in, and the one he died in.",
    "The house that she grew up in. The man she was married to, a baker, died.",
    "They brought Smith in, gave him a chair and turned the lights on.",
    "The car she drove to London in, a red one, was sold.",
    # Words that may stand twice in a row.
    "She said that that was wrong, and that he had had enough.",
    "The state it was in in 1990 was worse. What it is is a mistake.",
    "She gave her her coat. He moved on on Monday.",
    "The band The The played, and A A Milne was read.",
    # Quotations belong to the speaker.
    "“The the door was open,” she said, and he agreed.",
    'The witness wrote: "we was in the of the hall" on the form.',
    "They signed the will, and the is-ought problem was set aside.",
    "The a cappella choir sang. The on-off talks ended.",
]


@pytest.mark.parametrize(("text", "words"), MUST_FLAG)
def test_a_slip_is_a_warning_on_its_words(text: str, words: str) -> None:
    (finding,) = findings("Headline\n\n" + text + "\n")
    assert finding.severity is Severity.WARNING
    assert finding.primary.label == words


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_right_english_passes(text: str) -> None:
    assert findings("Headline\n\n" + text + "\n") == []


def test_spaced_punctuation_of_tokenised_text_passes() -> None:
    assert (
        findings("Headline\n\nHe arrived in Norland , sat down , and spoke of the past .\n") == []
    )
