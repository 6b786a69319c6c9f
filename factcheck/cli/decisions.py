"""Saved findings that become entries of a baseline: JSON reports, and decisions made on a report.

A file of decisions is a list of {"fingerprint", "decision", "note"?}, or an object with that list
as "decisions". "false" (a false alarm) accepts a finding; "done" (mended) and "right" (a true
finding) take it out of the baseline again, so that it is reported while it lasts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from factcheck.config import Settings
from factcheck.filters.baseline import Update, merged, namer, ordered
from factcheck.filters.baseline_file import Baseline
from factcheck.model import Accepted, FactcheckError

USUAL = Settings().min_confidence
DECISIONS = ("false", "done", "right")


def decided(old: Baseline, files: Sequence[Path], *, path: Path, reason: str) -> Update:
    """`old` with the findings of `files` that are accepted, without those that are not (any more).

    A report accepts all its findings, unless one of the files holds decisions: then those decide,
    and the report says what the findings are. Nothing else is dropped. Raises FactcheckError for a
    file that can't be read or is neither.
    """
    reports: list[Accepted] = []
    decisions: list[tuple[str, str, str]] = []
    floor = min(USUAL, old.min_confidence)
    has_decisions = False
    name_of = namer(path)
    for file in files:
        value = _json(file)
        if isinstance(value, dict) and isinstance(value.get("findings"), list):
            names = value["findings"] + value.get("suppressed", [])
            names = [one for one in names if _counts(one)]
            reports += (_entry(one, file, name_of, reason) for one in names)
            floor = min([floor, *(_confidence(one) for one in names)])
            continue
        has_decisions = True
        decisions += _decisions(value, file)
    if has_decisions:
        accepted, undone = _by_decision(reports, decisions, reason)
    else:
        accepted, undone = reports, set[str]()
    before = {(one.fingerprint, one.document): one for one in old.entries}
    found = merged(accepted)
    for key, one in found.items():
        known = before.get(key)
        if known:
            found[key] = replace(
                one, count=max(one.count, known.count), reason=known.reason or one.reason
            )
    kept = {key: one for key, one in before.items() if key[0] not in undone}
    entries = ordered({**kept, **found}.values())
    return Update(
        Baseline(entries, floor),
        added=sum(key not in before for key in found),
        dropped=len(before) - len(kept),
    )


def _by_decision(
    reports: Sequence[Accepted], decisions: Sequence[tuple[str, str, str]], reason: str
) -> tuple[list[Accepted], set[str]]:
    known: dict[str, list[Accepted]] = {}
    for one in reports:
        known.setdefault(one.fingerprint, []).append(one)
    accepted: list[Accepted] = []
    undone: set[str] = set()
    for fingerprint, decision, note in decisions:
        if decision != "false":
            undone.add(fingerprint)
            continue
        bare = [Accepted(fingerprint)]
        accepted += (replace(one, reason=note or reason) for one in known.get(fingerprint, bare))
    return accepted, undone


def _counts(finding: Any) -> bool:
    """Findings, and suppressed ones that a baseline accepts; comments speak for themselves."""
    if not isinstance(finding, dict):
        return True
    silenced = finding.get("suppression")
    return not isinstance(silenced, dict) or silenced.get("kind") == "baseline"


def _confidence(finding: Any) -> float:
    value = finding.get("confidence")
    return value if isinstance(value, float) else USUAL


def _entry(finding: Any, file: Path, name_of: Any, reason: str) -> Accepted:
    try:
        document = name_of(finding["primary"]["document"])
        others = {name_of(place["document"]) for place in finding["related"]} - {document}
        words = (finding["fingerprint"], finding["code"], finding["rule"])
        message = finding["message"]
    except (KeyError, TypeError) as fault:
        raise FactcheckError(
            f"{file}: a finding in it is not as `--format json` writes it"
        ) from fault
    if not all(isinstance(word, str) for word in (*words, message)):
        raise FactcheckError(f"{file}: a finding in it is not as `--format json` writes it")
    kept = finding.get("suppression", {}).get("reason", "")
    return Accepted(*words, document, message, tuple(sorted(others)), reason=kept or reason)


def _decisions(value: Any, file: Path) -> Iterator[tuple[str, str, str]]:
    found = value.get("decisions") if isinstance(value, dict) else value
    if not isinstance(found, list):
        raise FactcheckError(
            f"{file}: neither a JSON report of factcheck nor a list of decisions "
            '({"fingerprint", "decision", "note"})'
        )
    for number, one in enumerate(found, start=1):
        fingerprint = one.get("fingerprint") if isinstance(one, dict) else None
        if not isinstance(fingerprint, str) or not fingerprint:
            raise FactcheckError(f"{file}: decision {number} has no fingerprint")
        decision, note = one.get("decision"), one.get("note") or ""
        if decision not in DECISIONS or not isinstance(note, str):
            raise FactcheckError(
                f"{file}: decision {number} is {decision!r}, not one of {', '.join(DECISIONS)}"
            )
        yield fingerprint, decision, " ".join(note.split())


def _json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as fault:
        raise FactcheckError(f"{file}: {fault.strerror or fault}") from fault
    except UnicodeDecodeError as fault:
        raise FactcheckError(f"{file}: not UTF-8, so no JSON") from fault
    except json.JSONDecodeError as fault:
        raise FactcheckError(f"{file}: not JSON ({fault.msg}, line {fault.lineno})") from fault
    except RecursionError as fault:
        raise FactcheckError(f"{file}: not JSON that can be read: nested too deeply") from fault
