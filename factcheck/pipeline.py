"""The whole flow on one screen: read → annotate → facts → match → rules → filters → report."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck import __version__
from factcheck.annotate import resolve_model
from factcheck.cache import open_cache
from factcheck.config import Settings
from factcheck.extraction import read_claims
from factcheck.filters import keep, select_rules
from factcheck.match import find_matches, group_facts
from factcheck.model import Claim, Document, Report, Tool
from factcheck.outcome import Outcome, outcome_key, recall, remember
from factcheck.rules import RULES, Corpus, Rule

__all__ = ["read_claims", "run"]


def run(documents: Sequence[Document], *, settings: Settings) -> Report:
    """Check `documents` against each other and each with itself.

    The report is the same for any order of `documents`. Raises FactcheckError for an unknown rule
    or a model that isn't installed, and what `read_claims` raises.
    """
    rules = select_rules(RULES, select=settings.select, ignore=settings.ignore)
    model = resolve_model(settings.model)
    ordered = tuple(sorted(documents, key=lambda document: document.name))
    claims = read_claims(ordered, model=model, settings=settings)
    outcome = _outcome(ordered, claims, rules, model=model, settings=settings)
    tool = Tool(name="factcheck", version=__version__, model=model)
    return Report(tool, ordered, claims, outcome.findings, outcome.groups, outcome.hidden)


def _outcome(
    documents: tuple[Document, ...],
    claims: tuple[Claim, ...],
    rules: Sequence[Rule],
    *,
    model: str,
    settings: Settings,
) -> Outcome:
    """What the comparison comes to: remembered when nothing has changed, else worked out."""
    cache = open_cache(settings)
    key = outcome_key(documents, model=model, settings=settings) if cache else ""
    known = recall(cache, key, claims) if cache else None
    if known is not None:
        return known
    matches = find_matches(documents, claims)
    groups = group_facts(documents, claims, matches)
    corpus = Corpus(documents, claims, matches, groups)
    found = (finding for rule in rules for finding in rule.check(corpus))
    findings, hidden = keep(found, corpus=corpus, settings=settings)
    outcome = Outcome(findings, hidden, groups)
    if cache:
        remember(cache, key, outcome, claims)
    return outcome
