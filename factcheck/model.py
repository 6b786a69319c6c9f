"""The nouns of factcheck: documents, claims, facts, matches, findings.

This module imports nothing of ours, so every stage can speak of the same things. All offsets are
code points into the text exactly as it was read; line and column are worked out at the edge
(`factcheck.report.positions`).
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class FactcheckError(Exception):
    """A fault the user can mend: the message names file, place and remedy (exit code 2)."""


class OutOfMemoryError(FactcheckError):
    """There is not enough memory for one document; the others can be checked without it."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in one document's text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a block of a document is; FURNITURE is kept and never checked for facts."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    CAPTION = "caption"
    QUOTE = "quote"
    CODE = "code"
    FURNITURE = "furniture"


class FurnitureKind(StrEnum):
    """Which piece of page furniture a FURNITURE block is; NONE for every other block."""

    NONE = ""
    BYLINE = "byline"
    DATELINE = "dateline"
    TAGS = "tags"
    SHARE = "share"
    COUNT = "count"
    LABEL = "label"
    COMMENT = "comment"
    FRONT_MATTER = "front matter"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document: its kind, its span and, for headings, its level (1 is the title)."""

    kind: BlockKind
    span: Span
    level: int = 0
    furniture: FurnitureKind = FurnitureKind.NONE


@dataclass(frozen=True, slots=True)
class Landmark:
    """From `start` on, up to the next landmark, where the text stood in the file it was taken from.

    `words` say so for people: "page 3, line 12", "paragraph 7".
    """

    start: int
    words: str


class DocumentRole(StrEnum):
    """What a document is in a run: an article among equals, the draft under check, or a source."""

    ARTICLE = "article"
    DRAFT = "draft"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Document:
    """One text exactly as read, with what its layout says of it.

    `published` is the day the text appeared, from the text itself or from the caller; None when
    neither gives it. `title` is the span of the headline, if there is one. `markup` are the marks
    of layout inside blocks (bullets, emphasis, link targets): no words, so they are read as spaces.

    A text taken out of a file of another kind (a PDF, a record of a list) is as its reader gave it.
    `file` is then the path of that file where the name isn't it, or its address where it was
    fetched, and `landmarks`, in order, say where in the file the text stood; line and column of an
    offset are those of the text alone.
    """

    name: str
    text: str
    published: date | None = None
    blocks: tuple[Block, ...] = ()
    title: Span | None = None
    role: DocumentRole = DocumentRole.ARTICLE
    reference: bool = False
    markup: tuple[Span, ...] = ()
    file: str = ""
    landmarks: tuple[Landmark, ...] = ()

    @property
    def path(self) -> str:
        """The path (or address) of the file that holds the text."""
        return self.file or self.name

    @property
    def fetched(self) -> bool:
        """Whether the text was fetched from the web, so that `path` is an address."""
        return self.file.lower().startswith(("http://", "https://"))

    @property
    def verbatim(self) -> bool:
        """Whether the text is that of the file, so that line and column hold for the file too."""
        return not self.file and not self.landmarks

    def landmark(self, offset: int) -> str:
        """Where in its file the text at `offset` stood, in words; "" where that isn't told."""
        found = bisect_right(self.landmarks, offset, key=lambda landmark: landmark.start)
        return self.landmarks[found - 1].words if found else ""

    @property
    def sha256(self) -> str:
        """Hex digest of the text as UTF-8 (lone surrogates escaped)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def slice(self, span: Span) -> str:
        """The text of `span` as written."""
        return self.text[span.start : span.end]


class FactKind(StrEnum):
    """The kinds of typed fact, in report order."""

    QUANTITY = "quantity"
    DURATION = "duration"
    MOMENT = "moment"
    PERSON = "person"
    ROLE = "role"
    QUOTE = "quote"
    STATEMENT = "statement"


class Hedge(StrEnum):
    """How exactly a value is given."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    RANGE = "range"


class Modality(StrEnum):
    """Whether a claim states a fact, a plan, a condition or a possibility."""

    FACT = "fact"
    PLAN = "plan"
    CONDITION = "condition"
    POSSIBILITY = "possibility"


# ── values ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A number or an interval of a unit.

    `low` and `high` are in `unit` (equal for a single number; ±inf for an open side). `step` is the
    place value of the last significant digit, so "5.2bn" has 1e8 and "33" has 1. `dimension` is
    one of count, money, percent, percentage point, ordinal, ratio, score, age, length, area,
    volume, mass, speed, temperature, magnitude, number (nothing known). `unit` is canonical: a
    lemma of the thing counted ("page"), an ISO 4217 code ("USD"), or a unit name ("kilometre").
    `per` is the denominator of a rate ("day"), else "". `change` is "by", "to", "from" or "": a
    change by 10 is not a level of 10.
    """

    low: float
    high: float
    unit: str
    dimension: str
    step: float = 1.0
    per: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class DurationValue:
    """A length of time in seconds, from `low` to `high`.

    `unit` is as written ("day"), `step` in seconds. `since` is set for "since February 2022": the
    length then depends on the reading day.
    """

    low: float
    high: float
    unit: str
    step: float
    since: date | None = None


@dataclass(frozen=True, slots=True)
class MomentValue:
    """An interval of days, both ends included, with its granularity.

    `candidates` are the intervals the expression can mean (past reading first); `start` and `end`
    are the chosen one, None when the expression can't be resolved (no dateline). `granularity` is
    one of hour, day, week, month, quarter, season, year, decade, century. `year_known` is False for
    "2 December" with no year to resolve it by. `weekday` is 0 for Monday, or None. `expression` is
    the normalised wording ("last week"). `relative` says that it was read against the dateline.
    `tense` is "past" or "future" by the clause that holds it, "" where that is not clear.
    """

    start: date | None
    end: date | None
    granularity: str
    expression: str
    relative: bool = False
    candidates: tuple[tuple[date, date], ...] = ()
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year_known: bool = True
    clock: str = ""
    tense: str = ""


@dataclass(frozen=True, slots=True)
class PersonValue:
    """A named person or organisation as the document spells it in full.

    `name` is the fullest form in the document, `words` its parts without honorifics, `honorifics`
    as written, `entity_kind` person, organisation, place or unknown.
    """

    name: str
    words: tuple[str, ...]
    honorifics: tuple[str, ...] = ()
    entity_kind: str = "person"


@dataclass(frozen=True, slots=True)
class RoleValue:
    """An office that a person holds: canonical office, organisation or country, and its time.

    `period` is current, former, outgoing, incoming, acting or deputy-less "" when not said.
    """

    person: str
    office: str
    organisation: str = ""
    period: str = "current"


@dataclass(frozen=True, slots=True)
class QuoteValue:
    """Words in quotation marks, folded for comparison, with the speaker and the verb of saying.

    `words` are lower-cased, without punctuation; an ellipsis is "…" and a bracketed insertion is
    kept as "[…]". `speaker` is the entity name, "" when not said. `scare` marks a term rather than
    a statement (short, no verb of saying).
    """

    words: tuple[str, ...]
    speaker: str = ""
    verb: str = ""
    scare: bool = False


@dataclass(frozen=True, slots=True)
class StatementValue:
    """A predicate with its arguments: who did what to whom, affirmed or denied.

    All words are lemmas. `agent` and `patient` are content words of the argument, its head first;
    `others` maps prepositions to argument words as "prep:word". `direction` is +1 up, -1 down, 0
    neither; `negated` is the polarity after scope. `agent_names` and `patient_names` are the proper
    names in the arguments, lower case. `where` are the names behind a preposition of place, from
    the narrow to the wide ("tokyo", "japan"). `definite` says that the subject is "the …" or a
    name. `scope` are words that a denial may be about without denying the rest: adverbs ("fully"),
    quantifiers ("many"), "until"; `indefinite` says that the subject is some of several ("some
    members", "an attack"). `agent_kind` and `patient_kind` are the sort of the name that heads the
    argument (person, organisation, place, unknown), "" where no name heads it. `modality` is that
    of the clause. Of "X is a Danish painter", `nations` are the countries of the adjectives and
    `kinds` the kinds of thing that the nouns name (empty unless all are known).
    """

    predicate: str
    agent: tuple[str, ...] = ()
    patient: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    negated: bool = False
    direction: int = 0
    passive: bool = False
    agent_names: tuple[str, ...] = ()
    patient_names: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    indefinite: bool = False
    agent_kind: str = ""
    patient_kind: str = ""
    definite: bool = False
    modality: Modality = Modality.FACT
    nations: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedValue:
    """A value of a saved report: its words, the days of a moment, and its side in a dispute.

    Facts of one group with the same `side` don't contradict each other; None where the report
    doesn't tell.
    """

    words: str
    start: date | None = None
    end: date | None = None
    side: int | None = None


Value = (
    QuantityValue
    | DurationValue
    | MomentValue
    | PersonValue
    | RoleValue
    | QuoteValue
    | StatementValue
    | SavedValue
)


# ── facts and claims ──────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Slot:
    """What a value is about. Words are folded lemmas; an empty tuple means not known.

    `subject`: entity or noun the value is said of ("strategy"); `measure`: the thing counted or the
    quantity measured ("page", "revenue"); `event`: the governing verb or event noun ("kill",
    "talk"); `place`, `time`: names and time expressions in the same clause; `speaker`: who says so;
    `modifiers`: adjectives and nouns that narrow the measure ("operating", "third-quarter");
    `modality`: that of the clause, "" when there is no verb to tell.
    """

    subject: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    event: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    modality: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One typed value, where it stands, and its slot. `claim` is the index of its claim."""

    kind: FactKind
    document: str
    span: Span
    surface: str
    value: Value
    slot: Slot = Slot()
    hedge: Hedge = Hedge.EXACT
    claim: int = -1


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of one block, with what it says and how.

    `index` counts within the document. `words` are the folded content words (lemmas, names) of the
    sentence in order, for alignment. `names` are the entity names that stand in it.
    """

    document: str
    index: int
    span: Span
    block: int
    block_kind: BlockKind
    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    subject: str = ""
    predicate: str = ""
    attribution: str = ""
    modality: Modality = Modality.FACT
    negated: bool = False
    facts: tuple[Fact, ...] = ()


# ── comparison ────────────────────────────────────────────────────────────────────────────────


class Relation(StrEnum):
    """How two values of one kind stand to each other."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome of comparing two values: the relation and, in a few words, why."""

    relation: Relation
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One dimension of a match: the level reached and its weight in bits (log2 odds)."""

    dimension: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """Two facts, the level reached on each dimension, and how probably their slots are one."""

    left: Fact
    right: Fact
    parts: tuple[Part, ...]
    probability: float
    comparison: Comparison

    @property
    def weight(self) -> float:
        """The sum of the parts, in bits."""
        return sum(part.weight for part in self.parts)

    def other(self, fact: Fact) -> Fact:
        """The side that is not `fact`, by identity."""
        return self.right if self.left is fact else self.left


class Status(StrEnum):
    """Whether the sources of a fact group agree."""

    DISPUTED = "disputed"
    CORROBORATED = "corroborated"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class FactGroup:
    """The facts of one slot across documents; `label` is the slot in words."""

    kind: FactKind
    label: str
    status: Status
    facts: tuple[Fact, ...]


# ── findings ──────────────────────────────────────────────────────────────────────────────────


class Severity(StrEnum):
    """How bad a finding is if it is right."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def level(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Scope(StrEnum):
    """Whether a finding holds inside one document or across several."""

    WITHIN = "within"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class Location:
    """A span of one document, by the document's name. `label` is the value shown beside it."""

    document: str
    span: Span
    label: str = ""


class SuppressionKind(StrEnum):
    """What silences a finding: a comment in the text, "[sic]" behind its word, or the baseline."""

    COMMENT = "comment"
    SIC = "sic"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding isn't reported: what silences it, and the reason given ("" for none)."""

    kind: SuppressionKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One discrepancy: the rule, both places, the values and the reasons.

    `topic` names the slot in words ("the strategy: number of pages"). `notes` are extra lines for
    the reader. `suppression` is set for a finding that a comment or the baseline silences; it then
    stands in `Report.suppressed`.
    """

    code: str
    rule: str
    severity: Severity
    confidence: float
    message: str
    scope: Scope
    primary: Location
    related: tuple[Location, ...] = ()
    values: tuple[str, ...] = ()
    why: tuple[Part, ...] = ()
    topic: str = ""
    notes: tuple[str, ...] = ()
    fingerprint: str = ""
    suppression: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """What produced a report: name, version and the language model used ("none" for tier 0)."""

    name: str
    version: str
    model: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """An entry of a baseline: a finding that was looked at and accepted, with the reason if given.

    `document` holds its primary place and `others` its other places, by their paths from the
    baseline's folder. `count` is how many equal findings the document held.
    """

    fingerprint: str
    code: str = ""
    rule: str = ""
    document: str = ""
    message: str = ""
    others: tuple[str, ...] = ()
    count: int = 1
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run found, in a fixed order: documents and findings sorted, groups by place.

    `claim_counts` is the number of claims by document. A check of drafts keeps the counts and not
    the `claims`, and of the `groups` those with a fact of a draft, unpacked only while they are
    looked at, so that it holds little of each draft when there are thousands. `status_counts` is
    then the number of groups by status; None where the groups are at hand to be counted.
    `suppressed` are findings that comments or a baseline silence; each says which and why. `stale`
    are entries of the baseline that nothing finds any more. `missing` says of documents whose text
    is not at hand why: a saved report keeps none, so those of its texts hold the words of the
    report's places and blanks between. `left_out` are documents that there was not enough memory
    for, by name, with the reason; nothing else of the report knows them.
    """

    tool: Tool
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    groups: Sequence[FactGroup]
    hidden: int = 0
    claim_counts: Mapping[str, int] = field(default_factory=dict)
    suppressed: tuple[Finding, ...] = ()
    stale: tuple[Accepted, ...] = ()
    status_counts: Mapping[Status, int] | None = None
    missing: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, str] = field(default_factory=dict)
