"""SARIF 2.1.0, the format of code scanning (OASIS standard, errata 01)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factcheck.model import Document, DocumentRole, Finding, Report, SuppressionKind
from factcheck.report.brief import passage, sentence
from factcheck.report.format import Style
from factcheck.report.json import encode
from factcheck.report.paths import uri
from factcheck.report.places import Place, Places
from factcheck.report.sarif_rules import LEVELS, descriptors
from factcheck.report.visible import visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

# The key says what our fingerprint is made of; a change of that is a new key.
FINGERPRINT = "factcheck/v1"

_LONGEST_SNIPPET = 1000
_MOST_LINKS = 5
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def render(report: Report, _style: Style) -> str:
    """One run, a result on each line; no times, so that equal runs give equal bytes."""
    findings = (*report.findings, *report.suppressed)
    rules = descriptors(findings)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    held = {document.path: document for document in reversed(report.documents)}
    artifacts = {path: number for number, path in enumerate(sorted(held))}
    places = _Sarif(Places(report), artifacts, numbers, suppressions=bool(report.suppressed))
    driver = {
        "name": report.tool.name,
        "version": report.tool.version,
        "properties": {"model": report.tool.model},
    }
    # Written by hand down to the lists, an item a line: json's own indenting is ten times slower.
    parts = (
        f'{{"$schema":{encode(SCHEMA)},"version":"2.1.0","runs":[{{',
        f'"tool":{{"driver":{encode(driver)[:-1]},{_listed("rules", rules)}}}}},',
        '"columnKind":"unicodeCodePoints",',
        f'"invocations":[{encode(_invocation(report))}],',
        f"{_listed('artifacts', (_artifact(held[path]) for path in artifacts))},",
        _listed("results", map(places.result, findings)),
        "}]}",
    )
    return "\n".join(parts) + "\n"


def _listed(name: str, items: Iterator[dict[str, Any]] | list[dict[str, Any]]) -> str:
    body = ",\n".join(map(encode, items))
    return f'"{name}":[\n{body}\n]' if body else f'"{name}":[]'


def _invocation(report: Report) -> dict[str, Any]:
    """Whether all texts could be checked (3.20), and which could not."""
    if not report.left_out:
        return {"executionSuccessful": True}
    told = [
        {"level": "error", "message": {"text": _literal(visible(f"{name}: {reason}"))}}
        for name, reason in report.left_out.items()
    ]
    return {"executionSuccessful": False, "toolExecutionNotifications": told}


def _artifact(document: Document) -> dict[str, Any]:
    target = document.role is not DocumentRole.SOURCE
    return {
        "location": {"uri": uri(document.path, web=document.fetched)},
        "roles": ["analysisTarget"] if target else ["referencedOnCommandLine"],
    }


class _Sarif:
    """Results, with what they refer to by number."""

    def __init__(
        self,
        places: Places,
        artifacts: dict[str, int],
        rules: dict[str, int],
        *,
        suppressions: bool,
    ) -> None:
        self.places, self.artifacts, self.rules = places, artifacts, rules
        # Where one result tells its suppressions, all have to (3.27.23).
        self.suppressions = suppressions

    def result(self, finding: Finding) -> dict[str, Any]:
        """One finding; the other places are related, the first few linked in the message."""
        related = self.places.related(finding)
        told = _literal(sentence(finding))
        near = related[:_MOST_LINKS]
        links = [f"[{_link(place)}]({number})" for number, place in enumerate(near, start=1)]
        if len(related) > _MOST_LINKS:
            links.append(f"{len(related) - _MOST_LINKS} more")
        if links:
            told += f" (see {', '.join(links)})"
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": self.rules[finding.code],
            "level": LEVELS[finding.severity],
            "rank": round(100 * finding.confidence, 1),
            "message": {"text": told},
            "locations": [self._location(self.places.primary(finding))],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
            "properties": {"confidence": finding.confidence, "values": list(finding.values)},
        }
        if self.suppressions:
            result["suppressions"] = _suppressions(finding)
        if related:
            result["relatedLocations"] = [
                {
                    "id": number,
                    "message": {"text": _literal(visible(place.label) or passage(place))},
                    **self._location(place),
                }
                for number, place in enumerate(related, start=1)
            ]
        return result

    def _location(self, place: Place) -> dict[str, Any]:
        artifact = {
            "uri": uri(place.path, web=place.document.fetched),
            "index": self.artifacts[place.path],
        }
        if not place.verbatim:
            # Lines and columns of the text are not those of the file, so no region is given.
            where: dict[str, Any] = {"fullyQualifiedName": visible(place.name)}
            if place.landmark:
                where["name"] = place.landmark
            return {
                "physicalLocation": {"artifactLocation": artifact},
                "logicalLocations": [where],
            }
        region: dict[str, Any] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "charOffset": place.span.start,
            "charLength": place.span.end - place.span.start,
        }
        # A snippet is the text to the letter, or it isn't there.
        if region["charLength"] <= _LONGEST_SNIPPET and visible(place.words) == place.words:
            region["snippet"] = {"text": place.words}
        return {"physicalLocation": {"artifactLocation": artifact, "region": region}}


def _suppressions(finding: Finding) -> list[dict[str, Any]]:
    """What silences the finding, a comment in the text or the baseline; nothing for most."""
    silenced = finding.suppression
    if silenced is None:
        return []
    outside = silenced.kind is SuppressionKind.BASELINE
    told: dict[str, Any] = {"kind": "external" if outside else "inSource", "status": "accepted"}
    return [told | ({"justification": visible(silenced.reason)} if silenced.reason else {})]


def _literal(text: str) -> str:
    """`text` for a message in which nothing of it is a placeholder or a link (3.11.5, 3.11.6).

    Braces that can't be a placeholder stay single: most viewers show doubled ones as they are.
    """
    if "](" in text:
        text = text.replace("[", "\\[")
    return _PLACEHOLDER.sub(r"{{\1}}", text)


def _link(place: Place) -> str:
    """The name of a place as the text of a link."""
    name = visible(place.name).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return _PLACEHOLDER.sub(r"{{\1}}", name)
