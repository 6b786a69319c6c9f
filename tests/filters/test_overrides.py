"""The user's severities and the rules left out in some files."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.config import Settings
from factcheck.filters import chosen_rules, overridden
from factcheck.model import FactcheckError, Finding, Location, Scope, Severity, Span
from factcheck.rules.rule import Rule

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741


def rule(code: str, name: str, severity: Severity = W, *, default: bool = True) -> Rule:
    return Rule(code, name, "", severity, lambda corpus: (), default=default)


RULES = (
    rule("FC101", "quantity-mismatch", E),
    rule("FC301", "name-spelling"),
    rule("FC302", "role-mismatch"),
    rule("FC602", "single-source", default=False),
)


def finding(code: str, severity: Severity, *documents: str) -> Finding:
    places = [Location(name, Span(0, 5)) for name in documents or ("a.txt",)]
    return Finding(code, "", severity, 0.9, "", Scope.ACROSS, places[0], related=tuple(places[1:]))


@pytest.mark.parametrize(
    ("severity", "before", "after"),
    [
        ({}, "error warning info", "error warning info"),
        ({"FC301": "error"}, "error warning info", "error error info"),
        ({"name-spelling": "warning"}, "error warning info", "warning warning info"),
        ({"FC3": "info"}, "error warning info", "info info info"),
        ({"ALL": "info", "FC3": "error"}, "error warning info", "error error info"),
        ({"FC3": "error", "FC301": "info", "ALL": "error"}, "error warning", "info info"),
        ({"fc301": "error", "FC302": "info"}, "warning", "error"),
    ],
)
def test_severity(severity: Mapping[str, str], before: str, after: str) -> None:
    found = [finding("FC301", Severity(word)) for word in before.split()]
    changed = overridden(found, rules=RULES, settings=Settings(severity=severity))
    assert " ".join(one.severity for one in changed) == after


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        (Settings(), "FC101 FC301 FC302"),
        (Settings(extend_select=("FC602",)), "FC101 FC301 FC302 FC602"),
        (Settings(select=("FC1",), extend_select=("FC301",)), "FC101 FC301"),
        (Settings(ignore=("FC1",), extend_ignore=("FC302",)), "FC301"),
        (Settings(severity={"FC3": "off", "FC302": "error"}), "FC101 FC302"),
        (Settings(select=("FC3",), severity={"name-spelling": "off"}), "FC302"),
    ],
)
def test_chosen_rules(settings: Settings, codes: str) -> None:
    assert " ".join(one.code for one in chosen_rules(RULES, settings)) == codes


@pytest.mark.parametrize(
    "settings",
    [
        Settings(severity={"FC9": "error"}),
        Settings(per_file_ignores={"*.txt": ("FC9",)}),
        Settings(extend_select=("FC9",)),
        Settings(extend_ignore=("FC9",)),
    ],
)
def test_unknown_rules_are_refused(settings: Settings) -> None:
    with pytest.raises(FactcheckError, match="FC9"):
        chosen_rules(RULES, settings)


def test_settings_refuse_a_severity_that_there_is_not() -> None:
    with pytest.raises(FactcheckError, match="severity of FC1 is 'bad'"):
        Settings(severity={"FC1": "bad"})


@pytest.mark.parametrize(
    ("documents", "kept"),
    [
        (("old/a.txt",), False),
        (("new.txt",), True),
        (("old/a.txt", "new.txt"), False),
        (("new.txt", "old/a.txt"), False),
        (("new.txt", "old/a.txt", "old/b.txt"), False),
        # Two files that count still disagree.
        (("new.txt", "old/a.txt", "other.txt"), True),
    ],
)
def test_per_file_ignores(documents: tuple[str, ...], kept: bool) -> None:
    settings = Settings(per_file_ignores={"old/*": ("FC3",), "*.md": ("ALL",)})
    found = [finding("FC301", W, *documents)]
    assert list(overridden(found, rules=RULES, settings=settings)) == (found if kept else [])
    other = [finding("FC101", E, *documents)]
    assert list(overridden(other, rules=RULES, settings=settings)) == other
