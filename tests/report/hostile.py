"""Reports made of what breaks formats: controls, markup, commands, half characters, odd breaks."""

from __future__ import annotations

import unicodedata
from random import Random

from factcheck.model import (
    Document,
    Finding,
    Location,
    Report,
    Scope,
    Severity,
    Span,
    Tool,
)

NASTY = (
    *("\x00", "\x1b[2J", "\x07", "\x7f", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\ufeff"),
    *("\ud800", "\udcff", "\ufffe", "\uffff", "\U0001f600", "é", "漢", "\t", "\u00a0", "\u202f"),
    *("\n", "\r", "\r\n", "\n::error::x", "::warning file=x::y", "##[add-path]/x", "::stop::a"),
    *("%0A", "%", ",", ":", ";", "]]>", "<b>", "</failure>", "&amp;", '"', "'", "\\"),
    *("{0}", "{{1}}", "{", "}"),
    *("[a](1)", "](", "[", "]", "(", ")", "@someone", "#12", "http://x.example", "www.x.example"),
    *("`", "```", "\n```\n", "````", "~~~", "</details>", "<script>", "|", "*", "_", "- ", "# "),
    *(" ", "a", "word", "12 pages", "..", "/", "./", "../", "~"),
)
RULES = (("FC101", "quantity-mismatch"), ("FC704", "stray-characters"), ("FC999", "not-a-rule"))


def harmless(text: str) -> bool:
    """Whether `text` is one line that no terminal obeys."""
    hostile = ("Cc", "Cf", "Cs", "Zl", "Zp")
    return not any(
        unicodedata.category(one) in hostile for one in text if one not in "\u200c\u200d"
    )


def reports(number: int) -> list[Report]:
    """So many reports of up to 14 findings in up to three documents, the same ones every time."""
    return [_report(Random(seed)) for seed in range(number)]


def _report(chance: Random) -> Report:
    names = {_text(chance, 1, 8) for _ in range(chance.randint(1, 3))}
    documents = tuple(Document(name, _text(chance, 0, 12)) for name in sorted(names))
    found = [_finding(chance, documents) for _ in range(chance.randint(0, 14))]
    found.sort(key=lambda finding: (-finding.severity.level, -finding.confidence))
    return Report(Tool("factcheck", "1.2.3", "none"), documents, (), tuple(found), ())


def _finding(chance: Random, documents: tuple[Document, ...]) -> Finding:
    """A finding in the documents; many share a fingerprint."""
    code, rule = chance.choice(RULES)
    return Finding(
        code=code,
        rule=rule,
        severity=chance.choice(list(Severity)),
        confidence=chance.choice((0.0, 0.625, 1.0)),
        message=_text(chance, 1, 8),
        scope=Scope.ACROSS,
        primary=_location(chance, documents),
        related=tuple(_location(chance, documents) for _ in range(chance.randint(0, 5))),
        values=tuple(_text(chance, 0, 3) for _ in range(chance.randint(0, 2))),
        topic=_text(chance, 0, 6),
        notes=tuple(_text(chance, 0, 6) for _ in range(chance.randint(0, 2))),
        fingerprint=chance.choice(("0123456789abcdef", "fedcba9876543210")),
    )


def _location(chance: Random, documents: tuple[Document, ...]) -> Location:
    document = chance.choice(documents)
    ends = sorted(chance.randint(0, len(document.text)) for _ in range(2))
    return Location(document.name, Span(*ends), _text(chance, 0, 6))


def _text(chance: Random, least: int, most: int) -> str:
    """Nasty pieces in a row, now and then any character at all."""
    pieces = [
        chance.choice(NASTY) if chance.random() < 0.9 else chr(chance.randrange(0x110000))
        for _ in range(chance.randint(least, most))
    ]
    return "".join(pieces)
