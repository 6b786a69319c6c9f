"""The baseline: findings that were looked at and accepted, kept in a file beside the texts.

An accepted finding is known by its fingerprint, which holds the rule, the values and the sentences
and no place, so that it survives whatever is moved or edited elsewhere. Where one text holds the
same finding several times over, as many of them are accepted as there were.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.config import Settings
from factcheck.filters.baseline_file import Baseline, read_baseline
from factcheck.filters.findings import in_order
from factcheck.model import Accepted, Finding, Report, Suppression, SuppressionKind
from factcheck.rules.rule import Rule

Key = tuple[str, str]

# What names standard input, or a page by its address.
_NO_PATHS = ("<", "http://", "https://")


def with_baseline(report: Report, *, rules: Sequence[Rule], settings: Settings) -> Report:
    """`report` with the findings that `settings.baseline` accepts among the suppressed ones.

    `Report.stale` are the entries that this run could have found and didn't. `rules` are those that
    ran. Raises FactcheckError for a baseline that is missing or can't be read.
    """
    if settings.baseline is None:
        return report
    baseline = read_baseline(settings.baseline)
    name_of = namer(settings.baseline)
    left = Counter({(one.fingerprint, one.document): one.count for one in baseline.entries})
    reasons = {(one.fingerprint, one.document): one.reason for one in baseline.entries}
    taken = _taken(report.findings, left, name_of, folder=settings.baseline.resolve().parent)
    findings = [one for number, one in enumerate(report.findings) if number not in taken]
    accepted = [
        replace(
            report.findings[number],
            suppression=Suppression(SuppressionKind.BASELINE, reasons[key]),
        )
        for number, key in taken.items()
    ]
    could = _Judge.of(report, rules, baseline, settings, name_of)
    stale = [
        one
        for one in baseline.entries
        if left[one.fingerprint, one.document] == one.count and could.have_found(one)
    ]
    suppressed = in_order((*report.suppressed, *accepted))
    return replace(report, findings=tuple(findings), suppressed=suppressed, stale=tuple(stale))


def namer(path: Path) -> Callable[[str], str]:
    """A function from a document's name to its path as seen from the baseline's folder."""
    folder = path.resolve().parent

    def name_of(document: str) -> str:
        if document.startswith(_NO_PATHS):
            return document
        try:
            return Path(os.path.relpath(document, folder)).as_posix()
        except ValueError:  # another drive
            return document

    return name_of


def _taken(
    findings: Sequence[Finding],
    left: Counter[Key],
    name_of: Callable[[str], str],
    *,
    folder: Path,
) -> dict[int, Key]:
    """Which findings the entries accept, and by which entry; `left` is counted down.

    An entry accepts findings of its own document first; where that is no file in `folder` any more
    (renamed, or never one), those of another.
    """
    taken: dict[int, Key] = {}
    for number, finding in enumerate(findings):
        key = (finding.fingerprint, name_of(finding.primary.document))
        if left[key] > 0:
            left[key] -= 1
            taken[number] = key
    others: dict[str, list[Key]] = {}
    for key in sorted(left):
        if not _is_there(folder, key[1]):
            others.setdefault(key[0], []).append(key)
    for number, finding in enumerate(findings):
        if number not in taken:
            for key in others.get(finding.fingerprint, ()):
                if left[key] > 0:
                    left[key] -= 1
                    taken[number] = key
                    break
    return taken


@dataclass(frozen=True, slots=True)
class _Judge:
    """What a run could have found: by its documents, its rules and its threshold."""

    documents: frozenset[str]
    codes: frozenset[str]
    deep_enough: bool

    @staticmethod
    def of(
        report: Report,
        rules: Sequence[Rule],
        baseline: Baseline,
        settings: Settings,
        name_of: Callable[[str], str],
    ) -> _Judge:
        floor = 0.0 if settings.pedantic else settings.min_confidence
        return _Judge(
            frozenset(name_of(document.name) for document in report.documents),
            frozenset(rule.code for rule in rules if not (report.left_out and rule.lacking)),
            floor <= baseline.min_confidence,
        )

    def have_found(self, entry: Accepted) -> bool:
        """Whether an entry that accepted nothing is stale rather than out of this run's sight."""
        seen = self.documents.issuperset((entry.document, *entry.others))
        return self.deep_enough and seen and entry.code in self.codes


@dataclass(frozen=True, slots=True)
class Update:
    """A new baseline, and how many entries are new in it and how many are gone."""

    baseline: Baseline
    added: int
    dropped: int


def updated(
    old: Baseline,
    report: Report,
    *,
    path: Path,
    rules: Sequence[Rule],
    settings: Settings,
    reason: str = "",
) -> Update:
    """`old` with what `report` (made without a baseline) found, and without what it did not.

    Entries of documents and rules outside the run stay, unless their file is gone. Reasons stay;
    new entries get `reason`.
    """
    name_of = namer(path)
    found = merged(accept(finding, name_of, reason=reason) for finding in report.findings)
    before = {(one.fingerprint, one.document): one for one in old.entries}
    could = _Judge.of(report, rules, old, settings, name_of)
    kept = [
        one
        for key, one in before.items()
        if key not in found and not could.have_found(one) and _still_there(one, path)
    ]
    now = [
        replace(one, reason=before[key].reason) if key in before else one
        for key, one in found.items()
    ]
    floor = 0.0 if settings.pedantic else settings.min_confidence
    return Update(
        Baseline(ordered([*kept, *now]), min(floor, old.min_confidence) if kept else floor),
        added=sum(key not in before for key in found),
        dropped=len(before) - len(kept) - sum(key in before for key in found),
    )


def accept(finding: Finding, name_of: Callable[[str], str], *, reason: str = "") -> Accepted:
    """The entry that accepts `finding`."""
    document = name_of(finding.primary.document)
    others = {name_of(place.document) for place in finding.related} - {document}
    return Accepted(
        finding.fingerprint,
        finding.code,
        finding.rule,
        document,
        finding.message,
        tuple(sorted(others)),
        reason=reason,
    )


def merged(entries: Iterable[Accepted]) -> dict[Key, Accepted]:
    """Equal entries as one, with their number."""
    found: dict[Key, Accepted] = {}
    for one in entries:
        key = (one.fingerprint, one.document)
        known = found.get(key)
        found[key] = one if known is None else replace(known, count=known.count + one.count)
    return found


def ordered(entries: Iterable[Accepted]) -> tuple[Accepted, ...]:
    """Entries by document, code and fingerprint: the order of the file."""
    return tuple(sorted(entries, key=lambda one: (one.document, one.code, one.fingerprint)))


def _still_there(entry: Accepted, path: Path) -> bool:
    if entry.document.startswith(_NO_PATHS) or not entry.document:
        return True
    return _is_there(path.resolve().parent, entry.document)


def _is_there(folder: Path, document: str) -> bool:
    """Whether a document's file is there, or that which holds it as a record (`file#record`)."""
    file = document.rpartition("#")[0]
    return (folder / document).exists() or bool(file and (folder / file).exists())
