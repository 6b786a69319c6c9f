"""FC502 certainty-shift: what a source says may be so, the draft says is so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from factcheck.annotate.shadow import shadow_of
from factcheck.facts.statement_likeness import PRONOUNS
from factcheck.model import (
    DocumentRole,
    Fact,
    FactKind,
    Finding,
    Match,
    Modality,
    Part,
    Relation,
    Severity,
    Span,
    StatementValue,
)
from factcheck.rules.conflicts import from_draft, place, show
from factcheck.rules.findings import make_finding
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC502", "certainty-shift"
# Words that leave open whether something is so (Biber et al., Longman Grammar of Spoken and Written
# English, 1999, 10.3: stance adverbials of doubt and of source of knowledge), verbs that do so for
# their complement, and the modals of possibility; "could have" and "would have" tell what wasn't.
_HEDGE = re.compile(
    r"\b(?:alleged(?:ly)?|reportedly|apparently|supposedly|purportedly|ostensibly|possibly|perhaps"
    r"|maybe|probably|presumably|unconfirmed"
    r"|(?:accused|suspected) of|charged with|(?:believed|thought|said|understood|reported|rumoured"
    r"|rumored) to|appears? to|seems? to|likely to"
    r"|(?:may|might|could)(?! have\b))\b"
)
_PLAN = re.compile(
    r"\b(?:will|shall|'ll|(?:plan|intend|aim|hope|want|expect|propose)(?:s|d|ed|ned)? to"
    r"|(?:planning|intending|aiming|hoping|due|set|about|scheduled|slated) to)\b"
)
_BEFORE = 40
_WORD = re.compile(r"[^\W\d_]+")
_BEGINNING = 3
_NOT_DONE = re.compile(r"^(?:to|being|having)\b|\b(?:can|could|would|should|must)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:has|have|had|was|were)\b")
# Matches below this may be of two happenings.
_ALIGNED = 0.6
# Verbs that say too little for two clauses with them to be one statement.
_WEAK = frozenset("be have do get make take go".split())


class Certainty(IntEnum):
    """How firmly a statement is made."""

    POSSIBLE = 0
    PLANNED = 1
    STATED = 2


_WORDS = {Certainty.POSSIBLE: "possible", Certainty.PLANNED: "planned", Certainty.STATED: "stated"}


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each statement of a draft that is firmer than its counterpart in a source.

    Without a draft only what two articles give to one speaker is held against each other.
    """
    held = from_draft if corpus.has_draft else _of_one_voice
    matches = [
        match
        for match in sorted(corpus.matches, key=lambda match: -match.probability)
        if match.probability >= _ALIGNED and held(corpus, match) and _same_statement(corpus, match)
    ]
    if not matches:
        return
    shadows = {document.name: shadow_of(document.text) for document in corpus.documents}
    told: set[tuple[str, Span]] = set()
    settled = _settled(corpus, shadows)
    for match in matches:
        firm, open_ = _sides(corpus, match, shadows)
        if firm is None or open_ is None or (firm.document, firm.span) in told:
            continue
        if (firm.document, firm.span) in settled:
            continue
        told.add((firm.document, firm.span))
        yield _finding(corpus, match, firm, open_, shadows)


def _of_one_voice(corpus: Corpus, match: Match) -> bool:
    """Whether two articles of one day or the next give a statement to one person by name.

    Of two equal articles one may have been written later; what one speaker said is one.
    """
    if match.left.kind is not FactKind.STATEMENT:
        return False
    claims = [corpus.claim_at[fact.document, fact.claim] for fact in (match.left, match.right)]
    one, two = (corpus.by_name[fact.document].published for fact in (match.left, match.right))
    apart = abs((one - two).days) if one and two else 0
    speakers = {claim.attribution for claim in claims}
    return len(speakers) == 1 and " " in claims[0].attribution and apart <= 1


def _settled(corpus: Corpus, shadows: dict[str, str]) -> set[tuple[str, Span]]:
    """Statements that some other document makes as firmly."""
    found = set()
    for match in corpus.matches:
        left, right = match.left, match.right
        if left.kind is FactKind.STATEMENT and match.comparison.relation is Relation.EQUAL:
            one, two = (_certainty(corpus, fact, shadows) for fact in (left, right))
            if one is two and left.document != right.document:
                found |= {(left.document, left.span), (right.document, right.span)}
    return found


def _same_statement(corpus: Corpus, match: Match) -> bool:
    """Whether two documents make one statement: one verb, one object and one subject.

    A complement without a subject ("accused of taking it") has that of its sentence.
    """
    one, two = match.left.value, match.right.value
    if not isinstance(one, StatementValue) or not isinstance(two, StatementValue):
        return False
    if match.comparison.relation is not Relation.EQUAL or one.predicate != two.predicate:
        return False
    if match.left.document == match.right.document or one.predicate in _WEAK:
        return False
    # "The library may reopen in May": of neither is anything done to anybody.
    if (one.patient or two.patient) and not _share(one.patient, two.patient):
        return False
    if not one.agent and not two.agent:
        return one.passive and two.passive
    if not (one.agent and two.agent) and len(set(one.patient) & set(two.patient)) > 1:
        # "We may open a criminal investigation", whoever we are.
        return True
    return _share(
        one.agent or _words(corpus, match.left), two.agent or _words(corpus, match.right)
    ) or (one.passive and two.passive)


def _words(corpus: Corpus, fact: Fact) -> tuple[str, ...]:
    return corpus.claims_of[fact.document][fact.claim].words


def _share(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two arguments have a word in common that is no pronoun."""
    return not PRONOUNS.issuperset(set(one) & set(two))


def _sides(
    corpus: Corpus, match: Match, shadows: dict[str, str]
) -> tuple[Fact | None, Fact | None]:
    """The firmer fact and the more open one, where the shift is one that counts."""
    left, right = match.left, match.right
    if corpus.by_name[right.document].role is DocumentRole.DRAFT:
        left, right = right, left
    pairs = [(left, right)] if from_draft(corpus, match) else [(left, right), (right, left)]
    for firm, open_ in pairs:
        before, after = _certainty(corpus, open_, shadows), _certainty(corpus, firm, shadows)
        if before < after and _is_shift(corpus, firm, before, after, shadows):
            return firm, open_
    return None, None


def _certainty(corpus: Corpus, fact: Fact, shadows: dict[str, str]) -> Certainty:
    assert isinstance(fact.value, StatementValue)
    claim = corpus.claims_of[fact.document][fact.claim]
    start = max(claim.span.start, fact.span.start - _BEFORE)
    end = _verb_end(fact, shadows[fact.document])
    if _HEDGE.search(shadows[fact.document], start, end):
        return Certainty.POSSIBLE
    if _PLAN.search(shadows[fact.document], start, end):
        return Certainty.PLANNED
    return Certainty.STATED


def _verb_end(fact: Fact, shadow: str) -> int:
    """Where the verb of a statement ends, for a word of doubt behind it is of another clause; the
    end of the clause where its form doesn't begin as its lemma does."""
    assert isinstance(fact.value, StatementValue)
    beginning = fact.value.predicate[:_BEGINNING]
    for word in _WORD.finditer(shadow, fact.span.start, fact.span.end):
        if word.group().lower().startswith(beginning):
            return word.end()
    return fact.span.end


def _is_shift(
    corpus: Corpus, firm: Fact, before: Certainty, after: Certainty, shadows: dict[str, str]
) -> bool:
    """Whether the firmer sentence really asserts: no word of doubt elsewhere in it, nobody to whom
    it is given, and what was planned is told as done."""
    claim = corpus.claims_of[firm.document][firm.claim]
    text = shadows[firm.document][claim.span.start : claim.span.end]
    given = claim.attribution and corpus.has_draft
    if _HEDGE.search(text) or given or text.rstrip().endswith("?"):
        return False
    if claim.modality in (Modality.POSSIBILITY, Modality.CONDITION):
        return False
    assert isinstance(firm.value, StatementValue)
    if before is Certainty.PLANNED and not firm.value.patient and not firm.value.passive:
        # What was to open on Monday may have opened since.
        return False
    return after is Certainty.PLANNED or _is_done(firm)


def _is_done(fact: Fact) -> bool:
    """Whether the verb of a statement stands in a past form or a perfect."""
    assert isinstance(fact.value, StatementValue)
    predicate = fact.value.predicate.split()[0]
    if _NOT_DONE.search(fact.surface):
        return False
    if _DONE.search(fact.surface):
        return True
    forms = {word.group().lower() for word in _WORD.finditer(fact.surface)}
    stem = predicate.removesuffix("e")
    return forms.isdisjoint((predicate, f"{predicate}s", f"{predicate}es", f"{stem}ing"))


def _finding(
    corpus: Corpus, match: Match, firm: Fact, open_: Fact, shadows: dict[str, str]
) -> Finding:
    before, after = _certainty(corpus, open_, shadows), _certainty(corpus, firm, shadows)
    draft = from_draft(corpus, match)
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=Severity.WARNING,
        confidence=match.probability,
        message=f"{_WORDS[before]} in one, {_WORDS[after]} in the other: "
        f"“{show(open_)}” – “{show(firm)}”",
        primary=place(firm),
        related=[place(open_)],
        values=(show(firm), show(open_)),
        why=(*match.parts, Part("certainty", f"{_WORDS[before]} → {_WORDS[after]}", 0.0)),
        topic=" ".join((*_theme(firm), _predicate(firm))),
        notes=("keep the source's “may”, “alleged” or “plans to”",) if draft else (),
    )


def _theme(fact: Fact) -> tuple[str, ...]:
    assert isinstance(fact.value, StatementValue)
    return fact.value.agent[:2] or fact.value.patient[:2]


def _predicate(fact: Fact) -> str:
    assert isinstance(fact.value, StatementValue)
    return fact.value.predicate


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="“May” in the source, “will” in the draft; “alleged” in the source and dropped.",
    severity=Severity.WARNING,
    check=check,
    alone=False,
    tier=1,
)
