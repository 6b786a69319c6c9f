"""Reduce WordNet's sense counts to the common words of general text: factcheck/match/common.txt.

usage: python tools/wordnet_common.py DICT_DIR > factcheck/match/common.txt

DICT_DIR holds index.sense of WordNet 3.1. Its last column counts how often a sense stands in
SemCor, a sense-tagged part of the Brown corpus (Miller et al., A Semantic Concordance, 1993). Run
at development time only.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

LEAST = 12
HEADER = """\
# Lemmas and how often SemCor has them, from WordNet 3.1 by tools/wordnet_common.py.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Used, copied and modified
# under the WordNet licence (see the file NOTICE); provided "as is", without warranty.
"""


def main() -> None:
    """Print the reduced file, most frequent first."""
    counts: Counter[str] = Counter()
    for line in (Path(sys.argv[1]) / "index.sense").read_text("utf-8").splitlines():
        key, _, _, count = line.split()
        lemma = key.split("%")[0]
        if lemma.isalpha():
            counts[lemma] += int(count)
    sys.stdout.write(HEADER)
    for lemma, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST:
            sys.stdout.write(f"{lemma} {count}\n")


if __name__ == "__main__":
    main()
