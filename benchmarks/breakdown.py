"""Slips by kind and what caught them, false alarms by rule: counted from the tool's reports."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from slips import Slip, slips_of

VIEWS = ("error", "warning", "+support")
NO_RULE = "none"


def load_score(bench: Path) -> ModuleType:
    """score.py as a module, for its notion of input and of a conflict."""
    spec = importlib.util.spec_from_file_location("score", bench / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score.py in {bench}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Counted:
    """Counters over all sets; `add` counts one set.

    `slips[set, kind]` is the number of slips; `caught[set, kind, view]` those with a finding on the
    slip's place (where it has one) or in its record; `flagged[set, kind, view]` those whose record
    has any finding; `rules[kind, code]` the first rule on the slip at warning and above;
    `clean[set]` the records with nothing wrong, `flagged_clean[set]` those of them with a conflict
    at warning and above; `hits[set, code, view]` the wrong records that a rule flags;
    `alarms[set, code, view]` the clean ones.
    """

    def __init__(self, bench: Path) -> None:
        self.score = load_score(bench)
        self.slips: Counter[tuple[str, str]] = Counter()
        self.caught: Counter[tuple[str, str, str]] = Counter()
        self.flagged: Counter[tuple[str, str, str]] = Counter()
        self.rules: Counter[tuple[str, str]] = Counter()
        self.hits: Counter[tuple[str, str, str]] = Counter()
        self.clean: Counter[str] = Counter()
        self.flagged_clean: Counter[str] = Counter()
        self.alarms: Counter[tuple[str, str, str]] = Counter()

    def add(
        self,
        name: str,
        records: Sequence[Mapping[str, Any]],
        reports: Sequence[Mapping[str, Any] | None],
    ) -> None:
        """Count the records of one set."""
        for record, report in zip(records, reports, strict=True):
            if report is None:
                continue
            views = {view: list(self._conflicts(report, view)) for view in VIEWS}
            if record["label"] == 1:
                for slip in slips_of(record):
                    self._slip(name, record, slip, views)
            else:
                self.clean[name] += 1
                self.flagged_clean[name] += bool(views["warning"])
            for view, findings in views.items():
                codes = sorted({finding["code"] for finding in findings})
                table = self.hits if record["label"] == 1 else self.alarms
                for code in codes:
                    table[name, code, view] += 1

    def _conflicts(self, report: Mapping[str, Any], view: str) -> Iterator[Mapping[str, Any]]:
        floor, support = self.score.VIEWS[view]
        for finding in report["findings"]:
            code = finding["code"]
            if self.score.LEVEL[finding["severity"]] >= floor and (
                self.score.is_conflict(code) or (support and code in self.score.SUPPORT)
            ):
                yield finding

    def _slip(
        self,
        name: str,
        record: Mapping[str, Any],
        slip: Slip,
        views: Mapping[str, Sequence[Mapping[str, Any]]],
    ) -> None:
        self.slips[name, slip.kind] += 1
        for view, findings in views.items():
            on = [finding for finding in findings if _lies_on(finding, record, slip)]
            self.caught[name, slip.kind, view] += bool(on)
            self.flagged[name, slip.kind, view] += bool(findings)
            if view == "warning":
                self.rules[slip.kind, on[0]["code"] if on else NO_RULE] += 1


def _lies_on(finding: Mapping[str, Any], record: Mapping[str, Any], slip: Slip) -> bool:
    """Whether a finding has a place on a slip; always where the slip's place isn't known."""
    if slip.document < 0:
        return True
    document = f"{slip.document}-{record['documents'][slip.document]['name']}"
    return any(
        place["document"] == document and place["start"] < slip.end and slip.start < place["end"]
        for place in (finding["primary"], *finding["related"])
    )
