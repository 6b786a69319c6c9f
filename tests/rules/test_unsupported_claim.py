"""FC601: which claims of a draft nothing in the sources supports."""

from __future__ import annotations

import pytest

from factcheck.annotate import resolve_model
from factcheck.config import Settings
from factcheck.facts.superlatives import superlatives_in
from factcheck.match.evidence import AKIN, HERE, NOWHERE, evidence_of, word_key
from factcheck.match.short_forms import short_forms
from factcheck.match.support_levels import align, untold
from factcheck.match.unsupported import load_support_weights
from factcheck.match.wording import Wording, wording_of
from factcheck.model import BlockKind, Claim, DocumentRole, Finding, Severity, Span
from factcheck.pipeline import read_claims, run
from factcheck.read import document_from_text

SOURCE = (
    "The council of Aldham has sold the old lighthouse to a brewer. The brewer wants to open a "
    "hotel there in May, said the mayor, Bob Ray. Police in Aldham counted 340 people at a protest "
    "against the sale on Monday. A French engineer, Émile Duvall, will inspect the tower."
)


def findings(draft: str, *roles: DocumentRole, pedantic: bool = False) -> list[Finding]:
    source, other = roles or (DocumentRole.SOURCE, DocumentRole.DRAFT)
    documents = [
        document_from_text(SOURCE, name="source.txt", role=source),
        document_from_text(draft, name="draft.txt", role=other),
    ]
    settings = Settings(select=("FC601",), pedantic=pedantic)
    return list(run(documents, settings=settings).findings)


MUST_FLAG = [
    "The council sold the lighthouse to the brewer Viktor Salmgren of Rotterdam.",
    "The brewer paid 412,000 euros for the lighthouse.",
    "The mayor of Aldham, Bob Ray, is suspected of bribery by prosecutors in Genoa.",
]
MUST_NOT_FLAG = [
    "Aldham council sold its old lighthouse to a brewer, mayor Bob Ray said.",
    "A brewer bought the lighthouse and will open a hotel in May.",
    "Some 340 people protested in Aldham on Monday against the sale of the lighthouse.",
    "Ray said the brewer wanted a hotel.",
    "Emile Duvall of France will inspect the lighthouse tower.",
    "Who paid 412,000 euros to Viktor Salmgren of Rotterdam?",
    "A good day.",
]


@pytest.mark.parametrize("draft", MUST_FLAG)
def test_flagged(draft: str) -> None:
    (finding,) = findings(draft)
    assert finding.severity is Severity.WARNING
    assert finding.primary.document == "draft.txt"
    assert finding.values


@pytest.mark.parametrize("draft", MUST_NOT_FLAG)
def test_not_flagged(draft: str) -> None:
    assert not findings(draft)


@pytest.mark.parametrize(
    "roles",
    [
        (DocumentRole.ARTICLE, DocumentRole.ARTICLE),
        (DocumentRole.SOURCE, DocumentRole.SOURCE),
        (DocumentRole.DRAFT, DocumentRole.DRAFT),
    ],
)
def test_silent_unless_a_draft_has_a_source(roles: tuple[DocumentRole, DocumentRole]) -> None:
    assert not any(findings(draft, *roles, pedantic=True) for draft in MUST_FLAG)


def test_it_says_what_is_missing_and_what_comes_nearest() -> None:
    (finding,) = findings(MUST_FLAG[0])
    assert "Viktor Salmgren" in finding.message
    (near,) = finding.related
    assert SOURCE[near.span.start : near.span.end].startswith("The council of Aldham")
    assert {part.dimension for part in finding.why} >= {"names", "figures", "words"}


def test_words_of_a_missing_figure_are_not_missing_words() -> None:
    (finding,) = findings(
        "Some 38 per cent of the brewer's hotel in Aldham belongs to the council."
    )
    assert "38 per cent" in finding.message
    assert "“cent”" not in finding.message


def evidence_on(text: str):  # type: ignore[no-untyped-def]
    document = document_from_text(text, name="s.txt")
    words = tuple(word_key(word) for word in text.rstrip(".").split())
    claim = Claim("s.txt", 0, Span(0, len(text)), 0, BlockKind.PARAGRAPH, words=words)
    return evidence_of([document], [claim])


@pytest.mark.parametrize(
    ("source", "word", "standing"),
    [
        ("The ministers agreed.", "minister", HERE),
        ("Their labour was hard.", "labor", HERE),
        ("Two MPs spoke.", "MP", HERE),
        ("They teach here.", "teacher", AKIN),
        ("Moscow is silent.", "russian", AKIN),
        ("A cop was hurt.", "officer", AKIN),
        ("Prices rose.", "fall", NOWHERE),
        ("Prices rose.", "lighthouse", NOWHERE),
        ("The US is silent.", "us", HERE),
        ("Florida is hot.", "us", AKIN),
    ],
)
def test_how_a_word_stands_in_the_sources(source: str, word: str, standing: str) -> None:
    assert evidence_on(source).standing(word_key(word)) == standing


def test_the_weights_go_the_right_way() -> None:
    weights = load_support_weights()
    levels = weights.levels
    assert levels["figures"]["nowhere"] > levels["figures"]["stands"]
    assert levels["names"]["first name added"] > levels["names"]["known"]
    assert levels["share of names"]["very large"] > levels["share of names"]["none"]
    assert weights.word > 0
    assert levels["crime"]["in no source"] > levels["crime"]["its case in no source"]
    for weighty in ("place", "superlative", "crime"):
        assert levels[weighty]["in no source"] > levels[weighty]["none"]


HARBOUR = (
    "The HHA closed the quay after a fire in Aldham. Ada Moss came 4th in the 400m hurdles there, "
    "and the F2 race was put off. The European Union pays for the repair of the old quay. The "
    "quay is the biggest on the river."
)


@pytest.mark.parametrize(
    "draft",
    [
        "The Holtian Harbour Authority (HHA) closed the quay after a fire in Aldham.",
        "The Holtian Harbour Authority closed the quay after a fire in Aldham.",
        "The EU pays for the repair of the old quay.",
        "The Formula 2 race there was put off.",
        "The Formula Two race there was put off.",
        "Hurdler Ada Moss came in 4th place in the 400m there.",
        "The quay in Aldham is the largest on the river.",
    ],
)
def test_a_name_in_another_form_is_known(draft: str) -> None:
    assert not _of_harbour(draft)


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("The HHA closed the quay after a fire in Lesna.", "Lesna"),
        ("The Talvik Port Office (TPO) closed the quay after a fire.", "Talvik Port Office"),
        ("The quay in Aldham is the oldest on the river.", "“oldest” of anything"),
        ("The only quay on the river is in Aldham.", "“only” of anything"),
        ("A court jailed two swindlers for arson on the quay, lawyers say.", "“swindler”"),
    ],
)
def test_it_says_of_which_place_superlative_or_crime_no_source_speaks(
    draft: str, said: str
) -> None:
    (finding,) = _of_harbour(draft)
    assert said in finding.message


def _of_harbour(draft: str) -> tuple[Finding, ...]:
    documents = [
        document_from_text(HARBOUR, name="source.txt", role=DocumentRole.SOURCE),
        document_from_text(draft, name="draft.txt", role=DocumentRole.DRAFT),
    ]
    return run(documents, settings=Settings(select=("FC601",))).findings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the town's biggest bank", {"biggest"}),
        ("the world's second busiest port and the only one", {"busiest", "only"}),
        ("her first win", {"first"}),
        ("a record high", {"record"}),
        ("the first two days", set()),
        ("what makes us happiest", set()),
        ("he only came to record a song", set()),
        ("most of the best in the forest of the latest protest", {"best"}),
        ("the honest priest, the interest, a contest", set()),
    ],
)
def test_what_sets_a_thing_above_all_others(text: str, found: set[str]) -> None:
    assert superlatives_in(text) == found


RACE = (
    "A South African, Falk, won the race through Dallas, Texas, and ran for England before. The "
    "race began in the old town hall of Norvik. Falk told reporters that her father had helped, "
    "that two runners fell and that three gave up."
)


def of_race(draft: str, *, pedantic: bool = False) -> tuple[Finding, ...]:
    documents = [
        document_from_text(RACE, name="source.txt", role=DocumentRole.SOURCE),
        document_from_text(draft, name="draft.txt", role=DocumentRole.DRAFT),
    ]
    return run(documents, settings=Settings(select=("FC601",), pedantic=pedantic)).findings


@pytest.mark.parametrize(
    "draft",
    [
        "Falk of South Africa won the race in Texas.",
        "A race in the United States was won by Falk of South Africa.",
        "Falk, who once ran for the United Kingdom, won the race.",
        "Five runners fell or gave up in the race that Falk won.",
    ],
)
def test_a_country_is_told_by_its_people_and_its_parts_and_a_sum_by_its_figures(draft: str) -> None:
    assert not of_race(draft)


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        ("Falk of South Korea won the race in Dallas.", "no source names South Korea"),
        ("Falk won the race in Canada.", "no source names Canada"),
        ("Falk won the race in the town hall of Norvik in Russia.", "no source names Russia"),
        ("The runner Rosa Falk won the race in Dallas.", "no source has the “Rosa” of Rosa Falk"),
        ("Falk won the race through Dallas on 14 March.", "no source gives 14 March"),
        ("Falk of South Africa stabbed a runner after the race.", "“stab”"),
    ],
)
def test_what_no_source_has_of_a_name_is_told(draft: str, said: str) -> None:
    (finding,) = of_race(draft)
    assert said in finding.message


def test_the_pronoun_us_is_no_country() -> None:
    documents = [
        document_from_text(
            "Falk told us of the race that she won in the old town hall.",
            name="source.txt",
            role=DocumentRole.SOURCE,
        ),
        document_from_text("Falk won a race in the US.", name="draft.txt", role=DocumentRole.DRAFT),
    ]
    (finding,) = run(documents, settings=Settings(select=("FC601",))).findings
    assert finding.message == "no source names US"


def test_a_rare_word_tells_more_than_common_ones() -> None:
    def missing(draft: str) -> float:
        wording = wording_of_draft(draft)
        return untold(align(wording, evidence_on("The council sold a quay.")))

    rare = missing("The council sold a haberdashery.")
    assert rare > missing("The council sold a group.") > missing("The council sold a quay.") == 0
    assert rare > missing("The council sold a man.")


def wording_of_draft(draft: str) -> Wording:
    document = document_from_text(draft, name="draft.txt", role=DocumentRole.DRAFT)
    (claim,) = read_claims([document], model=resolve_model("none"), settings=Settings())
    wording = wording_of(claim, document.text)
    assert wording is not None
    return wording


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("A fort of World War Two", ("World War Two",), {"ww2", "wwii"}),
        ("A fort of World War II", ("World War II",), {"ww2", "wwii"}),
        ("The Formula 1 team", (), {"f1"}),
        ("The Care Quality Commission", ("Care Quality Commission",), {"cqc"}),
    ],
)
def test_the_first_letters_of_a_name(text: str, names: tuple[str, ...], found: set[str]) -> None:
    assert {short for _, short in short_forms(text, names)} == found


@pytest.mark.parametrize(
    ("source", "draft", "said"),
    [
        ("Two men stole a clock from the inn.", "Theft of a clock from the old inn", False),
        ("A gunman hit two guests of the inn.", "Shooting of two guests of the inn", False),
        ("Two guests of the inn were slain.", "Murder of two guests of the inn", False),
        ("Two guests of the inn were murdered.", "Stabbing of two guests of the inn", True),
        ("Two guests of the inn died in May.", "Murder of two guests of the inn", True),
        (
            "Two guests of the inn died. A cook is charged.",
            "Murder of two guests at the inn",
            False,
        ),
        ("The clock of the inn is gone.", "Theft of a clock from the old inn", True),
        ("Two guests of the inn died in May.", "Stabbing of two guests of the inn", True),
    ],
)
def test_a_crime_may_be_told_in_other_words(source: str, draft: str, said: bool) -> None:
    documents = [
        document_from_text(source, name="source.txt", role=DocumentRole.SOURCE),
        document_from_text(draft, name="draft.txt", role=DocumentRole.DRAFT),
    ]
    assert bool(run(documents, settings=Settings(select=("FC601",))).findings) is said


@pytest.mark.parametrize(
    ("draft", "known"),
    [
        ("A fort of World War Two is open to guests at Langley.", True),
        ("A fort of World War One is open to guests at Langley.", False),
    ],
)
def test_a_name_with_a_number_is_known_by_its_first_letters(draft: str, known: bool) -> None:
    source = "The fort at Langley, in use during WW2, is open to guests again. Work began in May."
    documents = [
        document_from_text(source, name="source.txt", role=DocumentRole.SOURCE),
        document_from_text(draft, name="draft.txt", role=DocumentRole.DRAFT),
    ]
    assert bool(run(documents, settings=Settings()).findings) is not known
