"""Reduce SCOWL's word lists to pairs: factcheck/facts/data/british_american.txt.

usage: python tools/british_american.py SCOWL_DIR > factcheck/facts/data/british_american.txt

SCOWL_DIR holds the lists of SCOWL 2020.12.07 (Debian's package scowl, usr/share/dict/scowl). A pair
is a word of the British list and one of the American list that differ by a usual change of
spelling. It is marked "=" when neither form is used on the other side, ">" when only the British
one is not (a British writer may write the American form too, with -ize or in another sense), "<"
when only the American one is not. Run at development time only.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LARGEST = 60
HEADER = """\
# British form, American form, and "=" where each is wrong for the other side's house style, ">"
# where only the British one is, "<" where only the American one is. Reduced from SCOWL 2020.12.07
# by tools/british_american.py.
# SCOWL is Copyright 2000-2018 by Kevin Atkinson (see the file NOTICE); provided "as is".
"""
# British to American, anywhere in a word; one or two of them make the other form.
CHANGES = (
    ("our", "or"), ("oul", "ol"), ("ould", "old"), ("oult", "olt"), ("ae", "e"), ("oe", "e"),
    ("yse", "yze"), ("ysa", "yza"), ("ysi", "yzi"), ("yso", "yzo"), ("yss", "yzs"), ("ise", "ize"),
    ("isi", "izi"), ("isa", "iza"), ("iso", "izo"), ("isab", "izab"), ("isin", "izin"),
    ("ll", "l"), ("l", "ll"), ("pp", "p"), ("mme", "m"), ("gue", "g"), ("gu", "g"), ("que", "ck"),
    ("ence", "ense"), ("ough", "ow"), ("sce", "ske"), ("os", "oz"), ("re", "er"), ("red", "ered"),
    ("ring", "ering"), ("res", "ers"), ("dge", "dg"), ("grey", "gray"), ("ey", "ay"),
    ("oeuvre", "euver"), ("oeuvr", "euver"), ("lery", "ry"), ("pyja", "paja"), ("mou", "mu"),
    ("hurt", "urt"), ("aero", "air"), ("ium", "um"), ("nn", "n"), ("furore", "furor"),
    ("liqu", "lic"), ("phur", "fur"), ("eable", "able"), ("sed", "zed"), ("ctis", "ctic"),
    ("efact", "ifact"),
)  # fmt: skip
# The American form is another British word as well, so only the British one tells.
ONE_WAY = {
    "cheque": "check", "cheques": "checks", "kerb": "curb", "kerbs": "curbs", "licence": "license",
    "licences": "licenses", "metre": "meter", "metres": "meters", "practise": "practice",
    "practises": "practices", "programme": "program", "programmes": "programs",
    "storey": "story", "storeys": "stories", "tyre": "tire", "tyres": "tires",
}  # fmt: skip
# Not a matter of British or American: pry and prize, whisky by country; or terms that British
# science, medicine or computing writes the American way.
NEVER = re.compile(
    r"(pris|repris|whisk|chil|rouble|glycer|flaut|matt$|lupin|axe|draught|descend|depend|adapt"
    r"|burq|tsar|pedlar|patin|mant|bushell|phon|titbit|inflex|abs|coloration|kaftan|cardiae|novenae"
    r"|oecus|trabec|costum|fayre|preform|snowsho|matres|manilla|evill|coloureds|abridg)"
)
AMERICAN_TOO = re.compile(r"worship")
BRITISH_TOO = re.compile(r"(sulf|artifact|analog|disk|specialt|estr|program|dialog|acknowledgm)")


def words(folder: Path, *lists: str, largest: int = LARGEST) -> set[str]:
    """The lower-case words of some lists, up to a size (the larger, the rarer its words)."""
    found: set[str] = set()
    for name in lists:
        for file in folder.glob(f"{name}-words.*"):
            if int(file.suffix[1:]) <= largest:
                found |= set(file.read_text("latin-1").split())
    return {word for word in found if word.isascii() and word.isalpha() and word.islower()}


def changed(word: str, times: int = 2) -> Iterator[str]:
    """The forms of a British word after one change or two."""
    for old, new in CHANGES:
        start = word.find(old)
        while start >= 0:
            form = word[:start] + new + word[start + len(old) :]
            yield form
            if times > 1:
                yield from changed(form, times - 1)
            start = word.find(old, start + 1)


def pairs(folder: Path) -> Iterator[tuple[str, str, str]]:
    """British form, American form and mark, in alphabetical order."""
    american, british = words(folder, "american"), words(folder, "british")
    shared = words(folder, "english", largest=95)
    right_in_britain = (
        shared
        | british
        | words(folder, "british_z", "british_variant_1", "british_variant_2", largest=95)
    )
    right_in_america = shared | american | words(folder, "variant_1", largest=95)
    for word in sorted(british):
        wrong_in_america = word not in right_in_america and not AMERICAN_TOO.match(word)
        if word in ONE_WAY and wrong_in_america:
            yield word, ONE_WAY[word], ">"
            continue
        forms = sorted({form for form in changed(word) if form in american and form != word})
        if not forms or NEVER.match(word) or len(word) < 4:
            continue
        form = min(forms, key=lambda one: (abs(len(one) - len(word)), one))
        # -ize is good British spelling too, whatever the list says.
        wrong_in_britain = not (
            form in right_in_britain
            or BRITISH_TOO.match(form)
            or re.sub(r"iz(?=[aei])", "is", form) == word
        )
        if wrong_in_america or wrong_in_britain:
            yield (
                word,
                form,
                "="
                if wrong_in_america and wrong_in_britain
                else (">" if wrong_in_america else "<"),
            )


def main() -> None:
    """Print the list."""
    sys.stdout.write(HEADER)
    for pair in pairs(Path(sys.argv[1])):
        print(*pair)


if __name__ == "__main__":
    main()
