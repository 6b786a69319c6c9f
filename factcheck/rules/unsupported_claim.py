"""FC601 unsupported-claim: a checkable claim of the draft that nothing in the sources supports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.annotate.shadow import shadow_of
from factcheck.match.evidence import Evidence
from factcheck.match.support_levels import NO_PRONOUN
from factcheck.match.unsupported import Support, support_for
from factcheck.match.wording import wording_of
from factcheck.model import BlockKind, Claim, DocumentRole, Finding, Location, Severity
from factcheck.rules.findings import make_finding
from factcheck.rules.prose import excerpt
from factcheck.rules.rule import Corpus, Rule

_CODE, _NAME = "FC601", "unsupported-claim"
# Below this a claim is likelier supported than not, and there is nothing to say.
LEAST = 0.5
_NO_CLAIM = (BlockKind.CODE, BlockKind.FURNITURE)
_SHOWN = 4


def check(corpus: Corpus) -> Iterator[Finding]:
    """One finding for each claim of a draft that is likelier unsupported than supported.

    Without sources there is nothing to support a claim, and nothing is said.
    """
    evidence = corpus.evidence
    if evidence is None:
        return
    for document in corpus.documents:
        if document.role is not DocumentRole.DRAFT:
            continue
        shadow = shadow_of(document.text)
        for claim in corpus.claims_of[document.name]:
            wording = None if claim.block_kind in _NO_CLAIM else wording_of(claim, shadow)
            if wording is None:
                continue
            support = support_for(wording, evidence)
            if support.probability >= LEAST:
                yield _finding(corpus, claim, support, evidence)


def _finding(corpus: Corpus, claim: Claim, support: Support, evidence: Evidence) -> Finding:
    named = (*support.names, *_figures(support))
    missing = (*named, *support.superlatives, *_other_words(support))
    related = []
    if support.nearest >= 0:
        nearest = evidence.sentences[support.nearest]
        related.append(Location(nearest.document, nearest.span, "nearest"))
    return make_finding(
        corpus,
        code=_CODE,
        rule=_NAME,
        severity=_severity(corpus, claim.document),
        confidence=support.probability,
        message=_message(support),
        primary=Location(claim.document, claim.span, ", ".join(missing[:_SHOWN])),
        related=related,
        values=named or missing,
        why=support.parts,
        topic=excerpt(corpus.by_name[claim.document].slice(claim.span)),
        notes=("name a source for it, or take it out",),
    )


def _severity(corpus: Corpus, draft: str) -> Severity:
    """A note in an article of its own: much of that is the writer's, and right."""
    return RULE.severity if draft in corpus.digests else Severity.INFO


def _message(support: Support) -> str:
    """What the sources lack, names and figures before words."""
    said = []
    added = {name: part for part, name in support.added}
    new = tuple(name for name in support.names if name not in added)
    if new:
        said.append(f"no source names {_listed(new)}")
    if support.figures:
        said.append(f"no source gives {_listed(_figures(support))}")
    if added and len(said) < 2:
        parts = tuple(f"the “{part}” of {name}" for name, part in added.items())
        said.append(f"no source has {_listed(parts)}")
    if support.superlatives and len(said) < 2:
        quoted = tuple(f"“{word}”" for word in support.superlatives)
        said.append(f"no source says {_listed(quoted)} of anything")
    words = _other_words(support)
    if words and len(said) < 2:
        said.append(f"no source speaks of {_listed(tuple(f'“{word}”' for word in words))}")
    pronoun = next(part.level for part in support.parts if part.dimension == "pronoun")
    if not said and pronoun != NO_PRONOUN:
        return f"a pronoun {pronoun} stands for nobody"
    return "; ".join(said) or "no source says this"


def _figures(support: Support) -> tuple[str, ...]:
    """The missing figures, without those that are a part of another ("1980" of "since 1980")."""
    return tuple(
        figure
        for figure in dict.fromkeys(support.figures)
        if not any(figure != other and figure in other for other in support.figures)
    )


def _other_words(support: Support) -> tuple[str, ...]:
    """The missing words that are no part of a missing figure ("per cent", "20 November") and no
    superlative is made of ("big", "biggest")."""
    told = {part for figure in support.figures for part in re.split(r"[^\w]+", figure.lower())}
    return tuple(
        word
        for word in support.words
        if word not in told
        and not any(each.startswith(word.rstrip("ey")) for each in support.superlatives)
    )


def _listed(things: tuple[str, ...]) -> str:
    shown = things[:_SHOWN]
    return " or ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]


RULE = Rule(
    code=_CODE,
    name=_NAME,
    summary="A claim of the draft that nothing in the sources supports.",
    severity=Severity.WARNING,
    check=check,
    alone=False,
    lacking=True,
    yields=True,
)
"""The rule. It needs no parse: tier 0 gives names, figures and words."""
