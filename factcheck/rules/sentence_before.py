"""Changes whose end is the figure of the sentence before.

"It will cost $219. That is 20 percent more than the $199 of its forerunner."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.annotate.shadow import shadow_of
from factcheck.model import Claim
from factcheck.rules.changes import OTHER_BASE, reckon
from factcheck.rules.figures import FIGURE, masked_sentence
from factcheck.rules.reckoning import Reckoning, alike
from factcheck.rules.rule import Corpus

_C, _A = (FIGURE.replace("(", f"(?P<{name}>", 1) for name in "ca")
_REFERS = re.compile(
    rf"(?:that|this|which)(?:'s|\s(?:is|was|would\sbe|makes\sit))\s(?:up\s)?{_C},?\s"
    rf"(?:more|higher|greater|dearer|less|fewer|lower|cheaper)\sthan\s[^\ue001.;:()]{{0,25}}?{_A}"
)


def sentence_before(corpus: Corpus) -> Iterator[Reckoning]:
    """The comparisons that the one figure of their kind in the sentence before contradicts."""
    for document in corpus.documents:
        claims = corpus.claims_of[document.name]
        shadow = shadow_of(document.text)
        for before, claim in pairwise(claims):
            if before.block == claim.block and _begins(shadow, claim):
                reckoned = _reckoned(before, claim, shadow)
                if reckoned is not None:
                    yield reckoned


def _begins(shadow: str, claim: Claim) -> bool:
    start = shadow[claim.span.start : claim.span.start + 6].lower()
    return start.startswith(("that", "this", "which"))


def _reckoned(before: Claim, claim: Claim, shadow: str) -> Reckoning | None:
    sentence = masked_sentence(claim, shadow)
    found = _REFERS.match(sentence.text)
    if found is None or OTHER_BASE.search(found[0]):
        return None
    change, start = (sentence.facts[int(found[name])] for name in "ca")
    ends = [fact for fact in masked_sentence(before, shadow).facts if alike(fact, start)]
    return reckon(start, ends[0], change) if len(ends) == 1 else None
