"""Made-up input for benchmarks/archive.py: an archive of any size, and drafts with known answers.

An archive of a million claims is made in two steps. Some hundred articles are made from corpus/ as
in synthetic.py (five versions of each event, other names, figures and words) and read for real, by
the language model, rules and grammars that everything is read by. Each of those stories is then
cloned under other names: every word that general text hardly has, and so every name, is written in
letters of its own, the same in the text and in the claims and facts read from it, letter for letter
in place, so that all offsets hold. Keys, passages and Parquet are made from the clones' facts by
the code that makes them for any article. So facts are real facts, their shapes are those of real
annotation, and reading a million claims takes minutes, not hours.

Beside them stand stories written from the templates below, each of two articles in the archive and
a draft of about 40 claims; in one of two drafts a figure, day, length or office differs from what
both articles say, and nothing else does in any of them.
"""

from __future__ import annotations

import random
import re
import string
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

from benchmarks.synthetic import VERSIONS, _word, articles
from factcheck.archive.manifest import Partition, new_manifest, write_manifest
from factcheck.archive.partition import (
    Article,
    place_partition,
    read_articles,
    write_articles,
)
from factcheck.archive.records import Raw, article_id, unpack_claims, unpack_document
from factcheck.match.rarity import commonness
from factcheck.model import DocumentRole, FactKind, Hedge, Modality
from factcheck.workers import work_through

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
PER_PARTITION = 1_000
_TOKEN = re.compile(r"[A-Za-z]{4,}")
# Words that stand in packed facts as names of kinds, and those whose meaning the comparison of
# values looks up: no clone may change them.
_FIXED = {
    *(word for kind in (FactKind, Hedge, Modality) for member in kind for word in member.split()),
    *"""paragraph heading list item table caption quote code furniture count money percent point
    ordinal ratio score length area volume mass speed temperature magnitude number past future
    current former outgoing incoming acting person organisation place unknown hour day week month
    quarter season year decade century kilometre metre million billion thousand hundred january
    february march april june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday minister president secretary governor chairman
    spokesman director mayor dozen identifier label""".split(),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """A draft, whether it contradicts the archive, and the two values that then differ."""

    name: str
    text: str
    here: str = ""
    there: str = ""


def make_archive(folder: Path, claims: int, *, model: str, jobs: int) -> dict[str, Any]:
    """An archive of at least `claims` claims in `folder`, and what its making says of reading."""
    base = _base(model, jobs)
    per_story = sum(row["claim_count"] for story in base for row in story) / len(base)
    stories = max(len(base), round(claims / per_story))
    planted = [raw for number in range(PLANTED) for raw in planted_articles(number)]
    chunks = [
        range(start, min(start + PER_PARTITION // VERSIONS, stories))
        for start in range(0, stories, PER_PARTITION // VERSIONS)
    ]
    (folder / "partitions").mkdir(parents=True)
    found: dict[int, Partition] = {}
    work = partial(_clones, base=base, folder=str(folder))
    for done in work_through(work, chunks, jobs=jobs):
        assert done.result is not None
        found[done.number] = done.result
    read, failures = read_articles(planted, model=model)
    assert not failures, failures
    found[len(chunks)] = write_articles(read, folder / "unfinished" / f"{len(chunks):06d}-00000000")
    for number in sorted(found):
        place_partition(folder, found[number])
    (folder / "unfinished").rmdir()
    manifest = msgspec.structs.replace(
        new_manifest(model),
        complete=True,
        next=len(found),
        partitions=tuple(found[number] for number in sorted(found)),
    )
    write_manifest(folder, manifest)
    return {
        "articles": sum(one.articles for one in manifest.partitions),
        "claims": sum(one.claims for one in manifest.partitions),
    }


def _base(model: str, jobs: int) -> list[list[dict[str, Any]]]:
    """The stories that are cloned: rows of the table of documents, read for real."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        articles(Path(name), BASE * VERSIONS, corpus=CORPUS)
        texts = [path.read_bytes() for path in sorted(Path(name).iterdir())]
    raws = [Raw(f"base/{number:05d}.txt", text) for number, text in enumerate(texts)]
    handfuls = [raws[start : start + 20] for start in range(0, len(raws), 20)]
    rows: dict[int, list[dict[str, Any]]] = {}
    for done in work_through(partial(_rows, model=model), handfuls, jobs=jobs):
        assert done.result is not None
        rows[done.number] = done.result
    every = [row for number in sorted(rows) for row in rows[number]]
    return [every[start : start + VERSIONS] for start in range(0, len(every), VERSIONS)]


BASE = 60
PLANTED = 100


def _rows(raws: list[Raw], *, model: str) -> list[dict[str, Any]]:
    read, failures = read_articles(raws, model=model)
    assert not failures, failures
    return [row for _, row in read]


def _clones(numbers: range, *, base: list[list[dict[str, Any]]], folder: str) -> Partition:
    made = []
    for number in numbers:
        for version, row in enumerate(base[number % len(base)]):
            made.append(_clone(row, number, version))
    number = numbers.start * VERSIONS // PER_PARTITION
    place = Path(folder) / "unfinished" / f"{number:06d}-{numbers.start:08x}"
    return write_articles(made, place)


def _clone(row: dict[str, Any], number: int, version: int) -> tuple[Article, dict[str, Any]]:
    cipher = _cipher(number)
    text = cipher(row["text"])
    claims = msgspec.msgpack.encode(_spelt(msgspec.msgpack.decode(row["claims"]), cipher))
    name = f"clones/{number:06d}-{version}.txt"
    document = unpack_document(name, text, row["published"], row["layout"], DocumentRole.ARTICLE)
    own = unpack_claims(name, claims)
    new = dict(row, article=article_id(name), name=name, text=text, claims=claims, digest=number)
    return Article(document, own, number), new


def _spelt(value: Any, cipher: Callable[[str], str]) -> Any:
    """`value` with all strings in it in the letters of a clone; the names of fields stay."""
    if isinstance(value, str):
        return cipher(value)
    if isinstance(value, list):
        return [_spelt(one, cipher) for one in value]
    if isinstance(value, dict):
        return {name: _spelt(one, cipher) for name, one in value.items()}
    return value


def _cipher(number: int) -> Callable[[str], str]:
    """Other letters for each letter of rare words, vowels for vowels, case for case."""
    chance = random.Random(f"cipher {number}")
    vowels, others = list("aeiou"), [one for one in string.ascii_lowercase if one not in "aeiou"]
    after = vowels[:], others[:]
    for letters in after:
        chance.shuffle(letters)
    source, target = "".join((*vowels, *others)), "".join((*after[0], *after[1]))
    table = str.maketrans(source + source.upper(), target + target.upper())
    known: dict[str, str] = {}

    def renamed(match: re.Match[str]) -> str:
        word = match.group()
        if word not in known:
            lower = word.lower()
            fixed = lower in _FIXED or commonness(lower) > 0.0
            known[word] = word if fixed else word.translate(table)
        return known[word]

    return lambda words: _TOKEN.sub(renamed, words)


# ── drafts with known answers ─────────────────────────────────────────────────────────────────

# Sentences on one building site; {a} to {f} are names, the other fields figures of the story. The
# last field of a line says which of them may be planted.
_SENTENCES = """
{town} council approved the {work} on {day} {month} 2026.
The {town} {work} will cost £{cost} million.|cost
{a} {b}, the mayor of {town}, called it the largest investment in the history of {town}.
{firm} won the contract to build the {town} {work}.
The {town} {work} will be {length} metres long.|length
{firm} expects to employ {workers} workers on the {town} {work}.|workers
Work on the {town} {work} takes {months} months.|months
The old {thing} at {town} closed in {closed}.|closed
{c} {d}, the chief engineer of {firm}, said the ground at {town} was softer than expected.
Surveyors of {firm} drilled {holes} test holes along the route at {town}.|holes
The {town} {work} replaces a {thing} built in {built}.|built
{e} {f}, who runs the {town} chamber of trade, welcomed the {work}.
The {town} council will borrow £{loan} million for the {work}.|loan
About {objections} residents of {town} sent objections to the {work}.|objections
The inspector of works at {town} heard {witnesses} witnesses.|witnesses
Traffic at {town} will use a temporary road past the {thing}.
The {firm} yard at {town} opens on {start_day} {start_month} 2026.|start_day
{a} {b} was elected mayor of {town} in {elected}.|elected
The {town} {work} has {lanes} lanes for traffic.|lanes
Planners at {town} counted {trees} trees along the route.|trees
{firm} has its head office in {town}.
The {town} fire service asked for a second access to the {work}.
{c} {d} joined {firm} in {joined}.|joined
Shops at {town} fear losses while the {work} is built.
{e} {f} asked {firm} to keep the {thing} open at weekends.
The {town} library shows a model of the {work} for {weeks} weeks.|weeks
The {town} {work} needs {steel} tonnes of steel.|steel
{firm} will pay a fine of £{fine} for every late day at {town}.|fine
The school at {town} moves {pupils} pupils to another building.|pupils
Engineers of {firm} measured the river at {town} for {river_weeks} weeks.
The {town} harbour office lends {firm} a crane.
{a} {b} thanked the engineers for their patience.
Cyclists at {town} asked for a path beside the {work}.
{firm} publishes its measurements at {town} every Friday.
A chapel near the {work} at {town} stays where it is.
The bus line through {town} is diverted past the {thing}.
Anglers at {town} lose a stretch of the bank.
{c} {d} showed visitors round the site at {town}.
The {town} museum keeps a stone of the old {thing}.
{e} {f} expects more visitors once the {work} is open.
"""
_WORKS = ("bridge", "tunnel", "viaduct", "seawall", "bypass", "embankment")
_THINGS = ("ferry", "weir", "footbridge", "causeway", "sluice", "crossing")
_YEARS = ("closed", "built", "elected", "joined")


def planted_articles(number: int) -> list[Raw]:
    """The two articles of the archive on planted story `number`."""
    values, lines = _values(number), _lines()
    first = [line for place, line in enumerate(lines) if place % 3 != 1 or line[1]]
    second = [line for place, line in enumerate(lines) if place % 3 != 2 or line[1]]
    return [
        Raw(f"planted/{number:04d}-{part}.txt", _article(chosen, values))
        for part, chosen in enumerate((first, second))
    ]


def planted_draft(number: int) -> Planted:
    """The draft on planted story `number`; the even ones contradict the archive."""
    values, lines = _values(number), _lines()
    name = f"drafts/{number:04d}.txt"
    if number % 2:
        return Planted(name, _article(lines, values))
    chance = random.Random(f"plant {number}")
    field = chance.choice([line[1] for line in lines if line[1]])
    before = values[field]
    after = _told(field, _other(int(before.replace(",", "")), field, chance))
    return Planted(name, _article(lines, {**values, field: after}), after, before)


def _lines() -> list[tuple[str, str]]:
    rows = (line.partition("|") for line in _SENTENCES.strip().splitlines())
    return [(text, field) for text, _, field in rows]


def _article(lines: list[tuple[str, str]], values: dict[str, str]) -> str:
    sentences = [text.format(**values) for text, _ in lines]
    paragraphs = [" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3)]
    return "3 February 2026\n\n" + "\n\n".join(paragraphs) + "\n"


def _values(number: int) -> dict[str, str]:
    chance = random.Random(f"planted {number}")
    figures = {
        "cost": (20, 400), "length": (200, 900), "workers": (110, 900), "months": (14, 40),
        "holes": (12, 90), "loan": (3, 18), "objections": (120, 900), "witnesses": (12, 60),
        "lanes": (2, 9), "trees": (110, 900), "weeks": (3, 12), "steel": (1100, 9000),
        "fine": (1100, 9000), "pupils": (110, 700), "river_weeks": (13, 30), "day": (1, 28),
        "start_day": (2, 27), "closed": (2011, 2024), "built": (1870, 1968),
        "elected": (2012, 2023), "joined": (1990, 2010),
    }  # fmt: skip
    values = {name: _told(name, chance.randint(*limits)) for name, limits in figures.items()}
    values |= {name: _word(chance) for name in ("town", "a", "b", "c", "d", "e", "f")}
    values |= {"firm": f"{_word(chance)} Engineering", "month": "January", "start_month": "May"}
    values |= {"work": chance.choice(_WORKS), "thing": chance.choice(_THINGS)}
    return values


def _told(field: str, value: int) -> str:
    return str(value) if field in _YEARS else f"{value:,}"


def _other(value: int, field: str, chance: random.Random) -> int:
    """Another value of a field: of the same size, and no rounding of the one before."""
    if field in _YEARS or field == "start_day":
        return value + chance.choice((-1, 1)) * (1 if field == "start_day" else 3)
    return round(value * chance.choice((1.5, 2.0, 3.0))) + 1
