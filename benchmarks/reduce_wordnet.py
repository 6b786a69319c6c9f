"""Reduce WordNet 3.0 to the groups of near-synonymous predicates that FC401 uses.

Run at development time only: `python benchmarks/reduce_wordnet.py FOLDER > \
factcheck/facts/data/near_synonyms.txt`, where FOLDER holds data.verb, data.adj, index.verb and
index.adj (Debian package wordnet-base: /usr/share/wordnet).

A group is a verb synset, or an adjective cluster (a head with its satellites) joined with the verbs
derived from it. A word belongs only by one of its first two senses, words with very many senses are
left out, and clusters too wide to mean one thing are cut to their head.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

SENSES = 2
MOST_SENSES = 14
WIDEST = 24


@dataclass(frozen=True, slots=True)
class Synset:
    """One synset: its kind (v, a, s), its words and its pointers (symbol, offset, pos)."""

    kind: str
    words: tuple[str, ...]
    pointers: tuple[tuple[str, str, str], ...]


def read_synsets(path: Path) -> dict[str, Synset]:
    """The synsets of one data file by offset."""
    found = {}
    for line in path.read_text("latin-1").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split("|", 1)[0].split()
        count = int(fields[3], 16)
        words = tuple(fields[4 + 2 * i].split("(")[0].lower() for i in range(count))
        at = 4 + 2 * count
        pointers = tuple(
            (fields[at + 1 + 4 * i], fields[at + 2 + 4 * i], fields[at + 3 + 4 * i])
            for i in range(int(fields[at]))
        )
        found[fields[0]] = Synset(fields[2], words, pointers)
    return found


def read_senses(path: Path) -> dict[str, list[str]]:
    """The synset offsets of each word of one index file, commonest sense first."""
    found = {}
    for line in path.read_text("latin-1").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            found[fields[0]] = fields[-int(fields[2]) :]
    return found


def main(folder: Path) -> None:
    """Print the groups, one a line, sorted."""
    verbs, adjectives = read_synsets(folder / "data.verb"), read_synsets(folder / "data.adj")
    senses = {"v": read_senses(folder / "index.verb"), "a": read_senses(folder / "index.adj")}

    def kept(pos: str, offset: str) -> list[str]:
        table = verbs if pos == "v" else adjectives
        return [
            word
            for word in table[offset].words
            if word.isalpha()
            and len(senses[pos].get(word, ())) <= MOST_SENSES
            and offset in senses[pos].get(word, ())[:SENSES]
        ]

    groups: set[tuple[str, ...]] = set()
    for offset in verbs:
        groups.add(tuple(sorted(set(kept("v", offset)))))
    for offset, synset in adjectives.items():
        if synset.kind != "a":
            continue
        members = [offset, *(o for symbol, o, pos in synset.pointers if symbol == "&")]
        words = {word for member in members for word in kept("a", member)}
        derived = {
            o
            for member in members
            for symbol, o, pos in adjectives[member].pointers
            if symbol == "+" and pos == "v"
        }
        words |= {word for o in derived for word in kept("v", o)}
        if len(words) > WIDEST:
            words = set(kept("a", offset))
        groups.add(tuple(sorted(words)))
    print(HEADER)
    for group in sorted(groups):
        if len(group) > 1:
            print(" ".join(group))


HEADER = """\
# Groups of near-synonymous predicates, reduced from WordNet 3.0 by benchmarks/reduce_wordnet.py.
#
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Permission to use, copy,
# modify and distribute this software and database and its documentation for any purpose and without
# fee or royalty is hereby granted, provided that you agree to comply with the following copyright
# notice and statements, including the disclaimer, and that the same appear on ALL copies of the
# software, database and documentation, including modifications that you make for internal use or
# for distribution. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION,
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY
# PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
# INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton
# University or Princeton may not be used in advertising or publicity pertaining to distribution of
# the software and/or database. Title to copyright in this software, database and any associated
# documentation shall at all times remain with Princeton University and LICENSEE agrees to preserve
# same."""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
