"""Made-up input of any size for the measurements of run.py: articles, and claims with facts.

Everything is drawn from a seeded generator, so two runs measure the same work. Articles are those
of corpus/ with other names and figures: five versions of each event, some sentences left out and
some figures changed. Facts follow what is known of news: words and names by Zipf's law, most of an
article's words its event's own, about two facts a sentence and sixty an article.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from factcheck.model import (
    BlockKind,
    Claim,
    Document,
    DurationValue,
    Fact,
    FactKind,
    MomentValue,
    PersonValue,
    QuantityValue,
    RoleValue,
    Slot,
    Span,
    StatementValue,
    Value,
)

VERSIONS = 5
"""Articles on one event, in both kinds of input."""

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,14}\b")
_FIGURE = re.compile(r"\b[1-9]\d{1,2}\b")
_LONG = re.compile(r"\b[a-z]{5,14}\b")
_ONSETS = "B Br D Dr F G Gr H K L M N P R S St T Tr V W".split()
_VOWELS = "a e i o u ae ei ou".split()
_ENDS = "l n r s t m nd rk ston ley ford wick".split()


def articles(folder: Path, count: int, *, corpus: Path) -> int:
    """Write `count` articles into `folder`, made from those in `corpus`; the words they hold."""
    stories: dict[Path, list[str]] = {}
    for path in sorted(corpus.rglob("*")):
        if path.suffix in (".txt", ".md"):
            stories.setdefault(path.parent, []).append(path.read_text(encoding="utf-8"))
    by_story = list(stories.values())
    alike: dict[str, list[str]] = {}
    for word in sorted({word for texts in by_story for word in _LONG.findall(" ".join(texts))}):
        alike.setdefault(word[-2:], []).append(word)
    words = 0
    for number in range(count):
        event, version = divmod(number, VERSIONS)
        texts = by_story[event % len(by_story)]
        text = _version(texts[version % len(texts)], event, version, alike)
        (folder / f"{event:04d}-{version}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def one_event(folder: Path, count: int, *, corpus: Path) -> None:
    """Write `count` articles on one event into `folder`, made from those of one story in `corpus`.

    Each is a version as in `articles`, with an eighth of its longer words its own besides.
    """
    stories = sorted({path.parent for path in corpus.rglob("*.txt")})
    files = sorted(path for path in stories[-1].iterdir() if path.suffix in (".txt", ".md"))
    texts = [path.read_text(encoding="utf-8") for path in files]
    alike: dict[str, list[str]] = {}
    for word in sorted({word for text in texts for word in _LONG.findall(text)}):
        alike.setdefault(word[-2:], []).append(word)

    for number in range(count):
        own = random.Random(number)

        def reworded(match: re.Match[str], own: random.Random = own) -> str:
            keep = own.random() > 0.125
            return match.group() if keep else own.choice(alike[match.group()[-2:]])

        text = _version(texts[number % len(texts)], 0, number, alike)
        text = _LONG.sub(reworded, text)
        (folder / f"{number:04d}.txt").write_text(text, encoding="utf-8")


def _version(text: str, event: int, version: int, alike: dict[str, list[str]]) -> str:
    """One article on one event: the names, figures and a third of the longer words are its own.

    Words give way to others with the same ending, so that events share no passages.
    """
    factor = random.Random(event).uniform(0.4, 2.4)

    def renamed(match: re.Match[str]) -> str:
        return _word(random.Random(f"{event} {match.group()}"))

    def reworded(match: re.Match[str]) -> str:
        own = random.Random(f"{event} {match.group()}")
        return own.choice(alike[match.group()[-2:]]) if own.random() < 0.35 else match.group()

    def scaled(match: re.Match[str]) -> str:
        return str(max(2, round(int(match.group()) * factor)))

    chance = random.Random(event * VERSIONS + version)
    paragraphs = [
        paragraph
        for place, paragraph in enumerate(text.split("\n\n"))
        if place < 3 or chance.random() > 0.2
    ]
    renewed = _LONG.sub(reworded, _NAME.sub(renamed, "\n\n".join(paragraphs)))
    slips = {place for place in range(40) if chance.random() < 0.05}
    counter = itertools.count()
    return _FIGURE.sub(
        lambda match: str(int(match.group()) + (next(counter) in slips)),
        _FIGURE.sub(scaled, renewed),
    )


def _word(chance: random.Random) -> str:
    middle = "".join(chance.choice(_VOWELS) + chance.choice("lnrstdkm") for _ in range(2))
    return chance.choice(_ONSETS) + middle + chance.choice(_ENDS)


# ── facts ─────────────────────────────────────────────────────────────────────────────────────

_SENTENCES = 30
_KINDS = (
    (FactKind.STATEMENT, 0.36),
    (FactKind.QUANTITY, 0.22),
    (FactKind.PERSON, 0.18),
    (FactKind.MOMENT, 0.12),
    (FactKind.ROLE, 0.07),
    (FactKind.DURATION, 0.05),
)
_DAY = date(2026, 1, 1)


class _Zipf:
    """Draws words of a list, the n-th with a chance of about 1/n."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._weights = list(itertools.accumulate(1 / (n + 2) for n in range(len(words))))

    def draw(self, chance: random.Random) -> str:
        return chance.choices(self._words, cum_weights=self._weights)[0]


def facts(count: int) -> tuple[tuple[Document, ...], tuple[Claim, ...]]:
    """Documents and claims that hold `count` facts in all, two a claim."""
    common = _Zipf([f"word{number}" for number in range(20_000)])
    units = _Zipf([f"unit{number}" for number in range(400)])
    documents: list[Document] = []
    claims: list[Claim] = []
    for number in itertools.count():
        left = count - 2 * len(claims)
        if left <= 0:
            break
        event = number // VERSIONS
        name = f"{event:05d}-{number % VERSIONS}"
        published = _DAY + timedelta(days=event % 365)
        documents.append(Document(name, "", published=published))
        chance = random.Random(number)
        own = _Zipf([f"own{event}x{word}" for word in range(120)])
        people = _Zipf([_word(random.Random(f"{event} {word}")) for word in range(12)])
        for index in range(min(_SENTENCES, (left + 1) // 2)):
            claims.append(_claim(name, index, chance, (own, common, units, people), published))
    return tuple(documents), tuple(claims)


def _claim(
    name: str,
    index: int,
    chance: random.Random,
    lists: tuple[_Zipf, _Zipf, _Zipf, _Zipf],
    published: date,
) -> Claim:
    own, common, units, people = lists
    words = [(own if chance.random() < 0.6 else common).draw(chance) for _ in range(11)]
    names = [people.draw(chance) for _ in range(chance.randint(0, 2))]
    weights = [weight for _, weight in _KINDS]
    found = []
    for place in range(2):
        kind = chance.choices([kind for kind, _ in _KINDS], weights)[0]
        who = people.draw(chance)
        slot = Slot(
            subject=(words[place],),
            measure=(words[place + 2],) if kind is not FactKind.PERSON else (),
            event=(words[place + 4],),
            time=("friday",) if chance.random() < 0.2 else (),
        )
        value = _value(kind, words[place:], who, units.draw(chance), chance, published)
        span = Span(200 * index + 60 * place, 200 * index + 60 * place + 9)
        found.append(Fact(kind, name, span, who, value, slot, claim=index))
    return Claim(
        document=name,
        index=index,
        span=Span(200 * index, 200 * index + 190),
        block=index,
        block_kind=BlockKind.PARAGRAPH,
        words=tuple(dict.fromkeys(words)),
        names=tuple(dict.fromkeys(names)),
        facts=tuple(found),
    )


def _value(
    kind: FactKind,
    words: Sequence[str],
    who: str,
    unit: str,
    chance: random.Random,
    published: date,
) -> Value:
    if kind is FactKind.STATEMENT:
        return StatementValue(words[0], (words[1], words[2]), (words[3],))
    if kind is FactKind.QUANTITY:
        dimension, of = chance.choice([("count", unit), ("money", "USD"), ("percent", "")])
        number = float(round(10 ** chance.uniform(0, 5)))
        return QuantityValue(number, number, of, dimension)
    if kind is FactKind.DURATION:
        days = float(chance.randint(1, 30))
        return DurationValue(days * 86_400, days * 86_400, "day", 86_400.0)
    if kind is FactKind.MOMENT:
        day = published - timedelta(days=chance.randint(0, 6))
        return MomentValue(day, day, "day", f"{day:%A}".lower(), relative=True)
    given = _word(random.Random(who))
    if kind is FactKind.ROLE:
        return RoleValue(f"{given} {who}", chance.choice(["minister", "mayor", "director"]))
    return PersonValue(f"{given} {who}", (given.lower(), who.lower()))
