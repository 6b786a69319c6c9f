"""Which forms of names are compared at all: those that differ in one word; for FC301."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.annotate.canonical import skeleton
from factcheck.annotate.data.given import sound_alikes
from factcheck.annotate.entities import is_personal, surname
from factcheck.annotate.pieces import fold
from factcheck.rules.name_forms import Form, Forms

# Forms that each form of a block is held against; few stories have as many Ada H…s.
_WINDOW = 24


def full_pairs(forms: Forms) -> Iterator[tuple[Form, Form]]:
    """Forms of two words and more that differ in one word, by dropping each word in turn."""
    blocks: dict[tuple[str, ...], list[Form]] = {}
    for form in forms.full:
        words = tuple(fold(word) for word in form.words)
        if len(words) > 2 and form.kind == "person" and is_personal(form.words):
            words = (words[0], fold(surname(form.words)))
        for index, word in enumerate(words):
            start = skeleton(sound_alikes().get(word, word))[:1]
            rest = (*words[:index], f"{start}*", *words[index + 1 :])
            blocks.setdefault(rest, []).append(form)
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for block in blocks.values():
        for order in _orders(block):
            for left, right in _near(order):
                pair = (min(left.words, right.words), max(left.words, right.words))
                if pair not in seen and left.words != right.words:
                    seen.add(pair)
                    yield left, right


def _orders(block: list[Form]) -> Iterator[list[Form]]:
    """A block as it is; a large one by its words from the front and from the back.

    Then a slip anywhere leaves two forms close to each other (sorted neighbourhoods, Hernández and
    Stolfo 1995).
    """
    if len(block) <= _WINDOW:
        yield block
        return
    yield sorted(block, key=lambda form: form.words)
    yield sorted(block, key=lambda form: [word[::-1] for word in form.words])


def _near(order: list[Form]) -> Iterator[tuple[Form, Form]]:
    """Each form with those that follow it within the window."""
    for position, left in enumerate(order):
        for right in order[position + 1 : position + _WINDOW]:
            yield left, right
