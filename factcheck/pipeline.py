"""The whole flow on one screen: read → annotate → facts → match → rules → filters → report.

`run` compares articles with one another; `factcheck.drafts` sends each of many drafts through the
same `check`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck import __version__
from factcheck.annotate import resolve_model
from factcheck.cache import open_cache
from factcheck.config import Settings
from factcheck.extraction import read_claims
from factcheck.filters import chosen_rules, keep, overridden, reported, with_baseline
from factcheck.match import find_matches, group_facts, shared_passages
from factcheck.model import Claim, Document, Finding, OutOfMemoryError, Report, Tool
from factcheck.outcome import Outcome, document_key, outcome_key, recall, remember
from factcheck.rules import RULES, Corpus, Rule
from factcheck.timing import Timing

__all__ = ["check", "provable", "read_claims", "run", "tool", "without"]


def run(
    documents: Sequence[Document], *, settings: Settings, timing: Timing | None = None
) -> Report:
    """Check `documents` against each other and each with itself.

    The report is the same for any order of `documents`. What it took is added to `timing`. One that
    there is not enough memory for is left out, as the report says. Raises FactcheckError for an
    unknown rule or a model that isn't installed, when no document is left, and what `read_claims`
    raises.
    """
    timing = timing or Timing()
    rules = chosen_rules(RULES, settings)
    model = resolve_model(settings.model)
    ordered = tuple(sorted(documents, key=lambda document: document.name))
    left_out: dict[str, str] = {}
    claims = read_claims(ordered, model=model, settings=settings, timing=timing, left_out=left_out)
    cache = open_cache(settings)
    if left_out:
        ordered, rules, cache = without(ordered, left_out), provable(rules), None
    key = ""
    outcome = None
    if cache:
        keys = [document_key(one, model=model, settings=settings) for one in ordered]
        key = outcome_key(keys, settings=settings)
        outcome = recall(cache, key, claims)
    if outcome is None:
        outcome = check(ordered, claims, rules, settings=settings, timing=timing)
        if cache:
            remember(cache, key, outcome, claims)
    findings, suppressed = reported(outcome.findings)
    report = Report(
        tool(model),
        ordered,
        claims,
        findings,
        outcome.groups,
        outcome.hidden,
        Counter(claim.document for claim in claims),
        suppressed,
        left_out=left_out,
    )
    return with_baseline(report, rules=rules, settings=settings)


def check(
    documents: tuple[Document, ...],
    claims: tuple[Claim, ...],
    rules: Sequence[Rule],
    *,
    settings: Settings,
    timing: Timing,
) -> Outcome:
    """What the comparison of `documents` (sorted, as their claims) comes to."""
    with timing.stage("match"):
        matches = find_matches(documents, claims)
        passages = shared_passages(documents)
        groups = group_facts(documents, claims, matches, passages)
    found: list[Finding] = []
    corpus = Corpus(documents, claims, matches, groups, settings.style, shared=passages)
    for rule in rules:
        with timing.stage("rules"), timing.rule(rule.code):
            found += rule.check(corpus)
    with timing.stage("filter"):
        wanted = overridden(found, rules=rules, settings=settings)
        findings, hidden = keep(wanted, corpus=corpus, settings=settings, rules=rules)
    return Outcome(findings, hidden, groups)


def without(documents: tuple[Document, ...], left_out: Mapping[str, str]) -> tuple[Document, ...]:
    """Those of `documents` that are not left out. Raises OutOfMemoryError when none is left."""
    kept = tuple(one for one in documents if one.name not in left_out)
    if documents and not kept:
        name = documents[0].name
        raise OutOfMemoryError(f"{name}: {left_out[name]}")
    return kept


def provable(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Those of `rules` that can be trusted when a document was left out."""
    return tuple(rule for rule in rules if not rule.lacking)


def tool(model: str) -> Tool:
    """What made a report: us, by version, and the language model."""
    return Tool(name="factcheck", version=__version__, model=model)
