"""Workflow commands of GitHub Actions: annotations on the lines of a pull request.

The escapes are those of the toolkit (`@actions/core`, command.ts). A step may make ten annotations
of each level; the rest stand in the log.
"""

from __future__ import annotations

import unicodedata

from factcheck.model import Report, Severity
from factcheck.report.brief import with_elsewhere, with_landmark
from factcheck.report.concise import Line, plain
from factcheck.report.format import Style
from factcheck.report.paths import relative
from factcheck.report.places import Place, Places
from factcheck.report.summary import by_severity, counted
from factcheck.report.visible import visible

CAP = 10
# Control and format characters, half characters, and the separators that split lines.
_HOSTILE = ("Cc", "Cf", "Cs", "Zl", "Zp")
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, _style: Style) -> str:
    """Annotations, worst first, ten of a level; then the others as plain lines; then the count."""
    places = Places(report)
    annotated: list[str] = []
    logged: list[str] = []
    used = dict.fromkeys(Severity, 0)
    for finding in sorted(report.findings, key=lambda finding: -finding.severity.level):
        line = Line(finding, places.primary(finding), places.related(finding))
        if used[finding.severity] < CAP:
            used[finding.severity] += 1
            annotated.append(_command(line))
        else:
            logged.append(_harmless(plain(line)))
    closing = counted(len(report.findings), "finding")
    if report.findings:
        closing += f" ({by_severity(report.findings)})"
    if logged:
        closing += f"; {len(logged):,} of them only in this log: GitHub shows {CAP} of a level"
    return "".join(f"{line}\n" for line in (*annotated, *logged, f"factcheck: {closing}"))


def _command(line: Line) -> str:
    finding, place = line.finding, line.place
    properties = {"file": _path(place.path)}
    if place.verbatim:
        properties |= _lines(place)
    properties["title"] = f"{finding.code} {finding.rule}"
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = _data(with_landmark(with_elsewhere(finding, line.related), place))
    return _harmless(f"::{COMMANDS[finding.severity]} {told}::{message}")


def _lines(place: Place) -> dict[str, str]:
    """The lines of a place, with columns where GitHub takes them: for what stands on one line."""
    lines = {"line": str(place.line)}
    if place.line == place.end_line:
        lines |= {"col": str(place.column), "endLine": str(place.end_line)}
        return lines | {"endColumn": str(place.end_column)}
    return lines | {"endLine": str(place.end_line)}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _harmless(line: str) -> str:
    """`line` without the older way to write a command, which counts anywhere in a line."""
    return line.replace("##[", "#\\x23[")


def _path(name: str) -> str:
    """The file's name to the letter, so that it is found; what can steer a terminal is escaped."""
    path = relative(name)
    return visible(path) if any(unicodedata.category(one) in _HOSTILE for one in path) else path
