"""The signs of a slip in production that FC704 looks for: expressions and what each one means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Severity


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of stray characters: how to find it, what to say, how bad and how sure."""

    name: str
    expression: re.Pattern[str]
    message: str
    confidence: float
    severity: Severity = Severity.WARNING
    in_markup: bool = True


_FIELD = (
    r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|<%=?[^%\n]{1,60}%>|\[object Object\]"
    r"|(?<![\w%])%(?:s|d|\([a-z_]{1,20}\)s)(?!\w)|%%[A-Z_]{2,30}%%"
    r"|\[(?:INSERT|insert|Insert)\s[^\]\n]{1,40}\]"
    r"|\bTK ?TK\b|\[TK\]|\(TK\)|\bTK(?= (?:percent|per cent|people|million|billion|words)\b)"
    r"|\b[Bb]y undefined\b|[£$€](?:NaN|undefined|null)\b|\bNaN(?= ?(?:%|percent|per cent|million))"
    r"|\blorem ipsum dolor\b|\bLorem ipsum dolor\b"
)
_TAGS = "p br b i u em strong span div a ul ol li img script blockquote figure iframe table tr td"
_MARKUP = (
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|pound|euro|#[0-9]{2,5}"
    r"|#x[0-9a-fA-F]{2,5});"
    rf"|</?(?:{_TAGS.replace(' ', '|')}|h[1-6])(?:\s[^<>\n]{{0,200}})?/?>"
    r"|\[/(?:caption|embed|gallery|video|audio|quote|url)\]|\[caption\s[^\]\n]{1,200}\]"
)

SIGNS = (
    Sign("template field", re.compile(_FIELD), "a template field was left unfilled", 0.92),
    Sign("markup", re.compile(_MARKUP), "markup was left in the text", 0.9, in_markup=False),
    Sign(
        "control character",
        re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"),
        "a control character stands in the text",
        0.9,
    ),
    Sign("lost character", re.compile("\ufffd{1,20}"), "a character was lost in conversion", 0.95),
    Sign(
        "invisible character",
        re.compile(r"(?<=[A-Za-z])[\u200b\u2060\ufeff]{1,3}(?=[A-Za-z])"),
        "an invisible character splits a word",
        0.8,
        Severity.INFO,
    ),
    Sign(
        "doubled mark",
        re.compile(r"(?<=\w),,(?=\s|$)|(?<=[a-z]{3}),\.(?=\s|$)|(?<=\w);;(?=\s|$)"),
        "a punctuation mark too many",
        0.75,
        Severity.INFO,
    ),
)

# The lead bytes of two- and three-byte sequences as cp1252 shows them, then continuation bytes.
_SUSPECT = re.compile(
    r"[\u00c2\u00c3\u00e2\u00ef\u00f0]"
    r"[\x80-\xbf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d"
    r"\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]{1,3}"
)


def misread(text: str) -> list[tuple[int, int, str]]:
    """Places where UTF-8 was read as Windows-1252 or Latin-1: start, end and what was meant.

    A run counts only when its bytes are valid UTF-8, which no pair of real letters gives by chance
    in running text.
    """
    found = []
    for match in _SUSPECT.finditer(text):
        for length in range(len(match.group()), 1, -1):
            meant = _decoded(match.group()[:length])
            if meant:
                found.append((match.start(), match.start() + length, meant))
                break
    return found


def _decoded(run: str) -> str:
    try:
        raw = b"".join(
            # Latin-1, and cp1252 where it leaves a byte undefined, show the byte as a C1 control.
            bytes([ord(character)]) if ord(character) < 0x100 else character.encode("cp1252")
            for character in run
        )
        return raw.decode("utf-8")
    except UnicodeError:
        return ""
