"""What a rule is: metadata and a pure function over the corpus of one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from factcheck.annotate.shadow import shadow_of
from factcheck.config import HouseStyle
from factcheck.match.copies import Passage, shared_passages
from factcheck.match.digests import digests
from factcheck.match.evidence import Evidence, evidence_of
from factcheck.match.passages import Passages, passages_of
from factcheck.match.rarity import rarity_of
from factcheck.model import Claim, Document, DocumentRole, FactGroup, Finding, Match, Severity
from factcheck.rules.readable import without_comments
from factcheck.rules.summary_above import summary_blocks


@dataclass(frozen=True)
class Corpus:
    """All that a rule may look at. Documents, claims and matches come sorted.

    `by_wording` says that passages of digests are paired by the words around a place alone, too: a
    headline's few words stand anywhere. `shared` are the passages that two documents share, where
    the caller has them at hand.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    matches: tuple[Match, ...] = ()
    groups: tuple[FactGroup, ...] = ()
    style: HouseStyle = field(default_factory=HouseStyle)
    by_wording: bool = True
    shared: tuple[Passage, ...] | None = None

    @cached_property
    def by_name(self) -> dict[str, Document]:
        """Documents by name."""
        return {document.name: document for document in self.documents}

    @cached_property
    def readable(self) -> dict[str, Document]:
        """Documents by name, in order, with spaces in place of comments: for rules on the text."""
        return {document.name: without_comments(document) for document in self.documents}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by document name, in text order."""
        found: dict[str, list[Claim]] = {document.name: [] for document in self.documents}
        for claim in self.claims:
            found[claim.document].append(claim)
        return {name: tuple(claims) for name, claims in found.items()}

    @cached_property
    def claim_at(self) -> dict[tuple[str, int], Claim]:
        """Claims by document name and index: `claim_at[fact.document, fact.claim]`."""
        return {(claim.document, claim.index): claim for claim in self.claims}

    @cached_property
    def summaries(self) -> dict[str, frozenset[int]]:
        """By document name, the numbers of the blocks that sum up the text below them."""
        return {document.name: summary_blocks(document) for document in self.documents}

    @cached_property
    def digests(self) -> frozenset[str]:
        """The drafts that sum up their sources, and say nothing that these don't."""
        return digests(self.documents, self.claims)

    @cached_property
    def evidence(self) -> Evidence | None:
        """What the sources of a draft say; None in a run without a draft or without sources."""
        if not self.has_draft:
            return None
        sources = {one.name for one in self.documents if one.role is DocumentRole.SOURCE}
        claims = [claim for claim in self.claims if claim.document in sources]
        return evidence_of(self.documents, claims) if claims else None

    @cached_property
    def passages(self) -> Passages | None:
        """The sentences of the sources word by word; None where there is no digest of them, or
        nothing is paired `by_wording`."""
        if not self.by_wording or not self.digests or self.evidence is None:
            return None
        names = {claim.document for claim in self.evidence.sentences}
        shadows = {name: shadow_of(self.by_name[name].text) for name in sorted(names)}
        return passages_of(self.evidence, shadows, rarity_of(self.claims))

    @cached_property
    def shared_passages(self) -> tuple[Passage, ...]:
        """The passages that two documents share nearly word for word."""
        return shared_passages(self.documents) if self.shared is None else self.shared

    @cached_property
    def has_draft(self) -> bool:
        """Whether the run checks a draft against sources."""
        return any(document.role is DocumentRole.DRAFT for document in self.documents)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as a value. `name` is also the name of its file, its page and its test.

    `sic` says that "[sic]" behind a word silences it, `alone` that it can find something in a run
    over one text, `yields` that it has nothing to add where other rules point at all that its
    findings name in their values, `of_words` that a finding of its on a word or two has nothing to
    add where another rule points at both places, `lacking` that it finds what no other text has,
    which can't be said when one was left out.
    """

    code: str
    name: str
    summary: str
    severity: Severity
    check: Callable[[Corpus], Iterable[Finding]]
    tier: int = 0
    default: bool = True
    sic: bool = False
    alone: bool = True
    yields: bool = False
    of_words: bool = False
    lacking: bool = False
