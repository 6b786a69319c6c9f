from __future__ import annotations

import pytest

from factcheck.model import Finding, Severity
from factcheck.read import document_from_text
from factcheck.rules.rule import Corpus
from factcheck.rules.truncated_text import RULE


def findings(*texts: str) -> list[Finding]:
    documents = tuple(document_from_text(text, name=f"{n}.txt") for n, text in enumerate(texts))
    return list(RULE.check(Corpus(documents, ())))


STORY = (
    "The orchard was planted in 1911 by two brothers who had come from the north.\n\n"
    "It has four hundred trees, and some of them are found nowhere else in the country.\n\n"
    "The present owner, Hilda Marsh, has sold the fruit at the same gate for thirty years.\n\n"
)
HEAD = "The last orchard\n\n"

BREAKS_OFF = [
    STORY + "She hopes that her daughter will take over the land and the",
    STORY + "The trees are old. She hopes that her daughter will take over when",
    STORY + "The trees are pruned in winter by a team of volunteers who come from all over,",
]
TRAILS_OFF = [
    "The orchard has stood for a century and its owner hopes that the town will help her to...\n\n"
    + STORY,
    STORY + "The buyers come from three counties, and on some days the queue reaches the old […]\n",
]
MUST_NOT_FLAG = [
    STORY,
    STORY + "Reporting by Ann Lee in Calder; editing by Tom Reed\n",
    STORY + "Read more: the orchards that we lost and the people who remember them…\n",
    STORY + "Tags\n",
    STORY + "“I only ever wanted to grow apples and to be left alone and now…”\n",
    STORY + "More at www.example.org/orchard and from the gate on Sundays\n",
    STORY + "The footnote mark may follow the last full stop of the story.1\n",
    "One line without an end and nothing else in the whole of the text\n",
    # A style without full stops is a style.
    STORY.replace(".\n", "\n") + "She hopes that her daughter will take over the land one day\n",
]


@pytest.mark.parametrize("text", BREAKS_OFF)
def test_a_last_paragraph_without_its_end_is_a_warning(text: str) -> None:
    (finding,) = findings(HEAD + text)
    assert finding.severity is Severity.WARNING
    assert finding.confidence >= 0.6
    assert finding.primary.span.end == len(HEAD + text)


@pytest.mark.parametrize("text", TRAILS_OFF)
def test_an_ellipsis_outside_a_quotation_is_a_note(text: str) -> None:
    (finding,) = findings(HEAD + text)
    assert finding.severity is Severity.INFO


@pytest.mark.parametrize("text", MUST_NOT_FLAG)
def test_whole_texts_pass(text: str) -> None:
    assert findings(HEAD + text) == []
