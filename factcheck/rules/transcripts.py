"""Who speaks in a transcript or in an interviewer's notes: for FC402.

"HOLM (council): We looked hard at it." and a name in bold above its answers need no quotation
marks. Only a label whose last word is the surname of a person of the run opens a speech, so that
"Venue:" and "Total:" don't.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.annotate.pieces import fold
from factcheck.facts.quote import fold_words
from factcheck.facts.quote_words import key_words
from factcheck.model import Claim, Document, PersonValue, Span

_NAME = r"(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})"
_ASIDE = r"(?:\s?\([^()\n]{1,80}\))?"
# "HOLM (council):", "**Ida Holm**:", "Ida Holm, council leader:".
_INLINE = re.compile(
    rf"[*_]{{0,2}}{_NAME}[*_]{{0,2}}{_ASIDE}(?:, [^:.\n]{{1,60}})?[*_]{{0,2}}\s?:[*_]{{0,2}}\s"
)
# "**Ida Holm** (council)" on a line of its own.
_ABOVE = re.compile(rf"(?P<bold>[*_]{{2}}){_NAME}[*_]{{2}}{_ASIDE}\s*:?\s*")
# A paragraph of a reporter's notes on one person: "Hector Boyd, farms 900 acres. Thought it daft."
_NOTED = re.compile(rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Cllr)\.? )?{_NAME}(?:,|\s?\(|\.|\s[-–])\s?")
_QUOTED = re.compile(r"[\"“]([^\"“”]{20,600})[\"”]")
_CAPITALS = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+")
# Question and answer: the name stands further up.
_ASKED = ("Q", "A")
_GRAM = 4
# Characters beside a quotation in which somebody else would be named.
_NEAR = 60
# A turn of phrase that so many speeches have tells nothing.
_COMMON = 20


@dataclass(frozen=True, slots=True)
class Speech:
    """What one person says in a transcript: the lines, and their words as comparison keys.

    `noted` where the words stand in quotation marks in notes on that person, who is not said to
    have spoken them.
    """

    document: str
    speaker: str
    lines: tuple[Span, ...]
    keys: tuple[str, ...]
    noted: bool = False


def speeches_of(document: Document, surnames: frozenset[str]) -> Iterator[Speech]:
    """The speeches of a document in text order; `surnames` are folded."""
    speaker, lines, lasts = "", list[Span](), False
    for line in _lines(document.text):
        text = document.slice(line)
        inline, above = _INLINE.match(text), _ABOVE.fullmatch(text)
        if inline and inline["name"] in _ASKED:
            if inline["name"] == "A":
                lines.append(Span(line.start + inline.end(), line.end))
            continue
        label = inline or above
        ends = not text.strip() and not lasts
        if label or ends or text.startswith("#"):
            yield from _speech(document, speaker, lines)
            known = label is not None and fold(label["name"].split()[-1]) in surnames
            speaker = label["name"] if label and known else ""
            lines, lasts = [], above is not None
            if inline:
                lines.append(Span(line.start + inline.end(), line.end))
        elif text.strip():
            lines.append(line)
            yield from _noted(document, line, surnames)
    yield from _speech(document, speaker, lines)


def _noted(document: Document, line: Span, surnames: frozenset[str]) -> Iterator[Speech]:
    """The quotations of a paragraph that opens with a person's full name, nobody else beside."""
    text = document.slice(line)
    head = _NOTED.match(text)
    if head is None or " " not in head["name"]:
        return
    last = fold(head["name"].split()[-1])
    if last not in surnames:
        return
    for quoted in _QUOTED.finditer(text):
        around = text[max(0, quoted.start() - _NEAR) : quoted.end() + _NEAR]
        named = {fold(name.split()[-1]) for name in _CAPITALS.findall(around)}
        if (named & surnames) - {last}:
            continue
        place = Span(line.start + quoted.start(1), line.start + quoted.end(1))
        keys = key_words(fold_words(quoted[1]))
        yield Speech(document.name, head["name"], (place,), keys, noted=True)


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield Span(start, start + len(line.rstrip()))
        start += len(line)


def _speech(document: Document, speaker: str, lines: Sequence[Span]) -> Iterator[Speech]:
    if speaker and lines:
        words = tuple(word for line in lines for word in fold_words(document.slice(line)))
        yield Speech(document.name, speaker, tuple(lines), key_words(words))


def surnames_of(claims: Sequence[Claim]) -> frozenset[str]:
    """The folded last words of the people that the claims of a run name in full."""
    return frozenset(
        fold(fact.value.name.split()[-1])
        for claim in claims
        for fact in claim.facts
        if isinstance(fact.value, PersonValue)
        and fact.value.entity_kind == "person"
        and " " in fact.value.name
    )


class Transcripts:
    """The speeches of a run, to be asked who said some words."""

    def __init__(self, speeches: Sequence[Speech]) -> None:
        self._index: dict[tuple[str, ...], list[Speech]] = {}
        for speech in speeches:
            grams = zip(*(speech.keys[start:] for start in range(_GRAM)), strict=False)
            for gram in dict.fromkeys(grams):
                self._index.setdefault(gram, []).append(speech)

    def with_words(self, keys: tuple[str, ...]) -> tuple[Speech, ...]:
        """The speeches that hold these comparison keys in one stretch."""
        candidates = self._index.get(keys[:_GRAM], ())
        if len(candidates) > _COMMON:
            return ()
        sought = _joined(keys)
        return tuple(speech for speech in candidates if sought in _joined(speech.keys))


def _joined(keys: tuple[str, ...]) -> str:
    return f" {' '.join(keys)} "


def line_of(document: Document, speech: Speech, keys: tuple[str, ...]) -> Span:
    """The line of a speech in which some words begin; its first line when they span two."""
    begin = _joined(keys[:_GRAM])
    for line in speech.lines:
        if begin in _joined(key_words(fold_words(document.slice(line)))):
            return line
    return speech.lines[0]
