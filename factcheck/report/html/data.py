"""What the script of the page works with: facts, sources and where findings stand, as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.model import FactKind, Status
from factcheck.report.html.facts import Row
from factcheck.report.html.findings import ShownFinding
from factcheck.report.html.sources import Source
from factcheck.report.json import encode
from factcheck.report.visible import visible

_STATUSES = [status.value for status in (Status.DISPUTED, Status.CORROBORATED, Status.SINGLE)]
_KINDS = [kind.value for kind in FactKind]
# What HTML could take for markup inside a script element.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def data_json(
    sources: Sequence[Source], rows: Sequence[Row], findings: Sequence[ShownFinding]
) -> str:
    """The data as JSON that is safe inside a script element.

    `drafts` are the numbers of drafts; `voices` gives for each text the first of its near-copies,
    itself where it has none. A fact is [kind, status, label, [[value, side, text, first piece,
    last piece], ...]]; a finding [fingerprint, [[text, first piece, last piece, pieces that
    differ], ...]].
    """
    data: dict[str, Any] = {
        "kinds": _KINDS,
        "statuses": _STATUSES,
        "sources": [visible(source.name) for source in sources],
        "drafts": [source.number for source in sources if source.part == "draft"],
        "voices": [source.voice for source in sources],
        "facts": [_fact(row) for row in rows],
        "findings": [
            [
                one.finding.fingerprint,
                [
                    [place.document, place.first, place.last, list(place.differing)]
                    for place in one.places
                ],
            ]
            for one in findings
        ],
    }
    text = encode(data)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return text


def _fact(row: Row) -> list[Any]:
    given = [[visible(one.words), one.side, one.document, one.first, one.last] for one in row.given]
    return [
        _KINDS.index(row.kind),
        _STATUSES.index(row.status.value),
        visible(" ".join(row.label.split())),
        given,
    ]
