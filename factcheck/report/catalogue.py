"""The list of rules, for people and as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.report.format import Style
from factcheck.report.json import encode
from factcheck.report.paint import paint
from factcheck.report.wrap import wrapped
from factcheck.rules.rule import Rule


def render_text(rules: Sequence[Rule], style: Style) -> str:
    """A line or two a rule, in the order of `rules`."""
    widest = max((len(rule.name) for rule in rules), default=0)
    lines: list[str] = []
    for rule in rules:
        severity = f"{rule.severity.value:<7}"
        head = f"{rule.code}  {rule.name:<{widest}}  {severity}  "
        off = "" if rule.default else " (off unless selected)"
        indent = " " * (len(head) if len(head) + 24 <= style.width else 4)
        text = list(wrapped(head + rule.summary + off, style.width, indent=indent))
        painted = f"{paint(rule.code, 'bold', color=style.color)}  {rule.name:<{widest}}  "
        painted += f"{paint(severity, rule.severity, color=style.color)}  "
        lines += [painted + text[0][len(head) :], *text[1:]]
    return "".join(f"{line}\n" for line in lines)


def render_json(rules: Sequence[Rule]) -> str:
    """The rules as a JSON list; `tier` 1 needs a language model, 0 does not."""
    catalogue = [
        {
            "code": rule.code,
            "name": rule.name,
            "summary": rule.summary,
            "severity": rule.severity.value,
            "tier": rule.tier,
            "default": rule.default,
        }
        for rule in rules
    ]
    return encode(catalogue, indent=2) + "\n"
