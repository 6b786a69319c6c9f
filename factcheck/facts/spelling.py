"""British, American and transliterated spellings folded to one key, by rule and a small table.

The key is for comparing only and is never shown: "promise" has the key "promize", which harms
nothing because no other word has it. Rules and stems after the Oxford Guide to Style (2002), 14.1,
and Webster (1806) for the American forms; the tables are our own.
"""

from __future__ import annotations

import re
from functools import lru_cache

# -our / -or: the letters before the ending, with whatever may follow it.
_OUR = re.compile(
    r"(?<![^\W\d_])((?:en|dis|mis|re|un|non|be)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav"
    r"|enam|fav|ferv|flav|glam|harb|hon|hum|lab|misdemean|neighb|od|parl|ranc|rig|rum|sav|savi"
    r"|splend|succ|tum|val|vap|vig))our"
)
_ISE = re.compile(r"(?<=[^\W\d_]{4})is(e|ed|es|er|ers|ing|able|ation|ations|ational|ationally)$")
_YSE = re.compile(r"(?<=al)ys(e|ed|er|ers|es|ing)$")
_DOUBLE_L = re.compile(r"(?<=[aeiou])ll(ed|ing|er|ers|or|ors|ous|ously|ings)$")
_TWO_SYLLABLES = re.compile(r"[aeiouy]+[^aeiouy]+[aeiouy]+")
_RE = re.compile(
    r"^((?:kilo|centi|milli|nano|epi|amphi)?(?:cent|theat|met|lit|fib|calib|sab|spect|lust|meag"
    r"|somb|och|mit))re(s|d)?$"
)
_LATIN = (
    ("aesth", "esth"), ("anaem", "anem"), ("anaes", "anes"), ("archaeol", "archeol"),
    ("caesar", "cesar"), ("diarrhoe", "diarrhe"), ("encyclopaed", "encycloped"), ("faec", "fec"),
    ("foet", "fet"), ("gynaec", "gynec"), ("haem", "hem"), ("leukaem", "leukem"),
    ("mediaev", "mediev"), ("oesoph", "esoph"), ("oestro", "estro"),
    ("orthopaed", "orthoped"), ("paediatr", "pediatr"), ("palaeo", "paleo"),
)  # fmt: skip
# British form to American form; inflected forms by the endings below.
_WORDS = {
    "aeroplane": "airplane", "aluminium": "aluminum", "analogue": "analog", "artefact": "artifact",
    "catalogue": "catalog", "cosy": "cozy", "defence": "defense", "dialogue": "dialog",
    "enrol": "enroll", "enrolment": "enrollment", "fulfil": "fulfill",
    "fulfilment": "fulfillment", "grey": "gray", "instalment": "installment",
    "jewellery": "jewelry", "judgement": "judgment", "acknowledgement": "acknowledgment",
    "ageing": "aging", "licence": "license", "mould": "mold", "moustache": "mustache",
    "offence": "offense", "manoeuvre": "maneuver", "plough": "plow",
    "practise": "practice", "pretence": "pretense",
    "programme": "program", "pyjama": "pajama", "sceptic": "skeptic", "sceptical": "skeptical",
    "scepticism": "skepticism", "skilful": "skillful", "skilfully": "skillfully",
    "smoulder": "smolder", "sulphur": "sulfur", "tyre": "tire", "wilful": "willful",
    "wilfully": "willfully", "woollen": "woolen", "yoghurt": "yogurt", "marvellous": "marvelous",
    "likeable": "likable", "sizeable": "sizable", "speciality": "specialty", "cheque": "check",
    "doughnut": "donut", "disc": "disk", "axe": "ax", "omelette": "omelet",
}  # fmt: skip
# Names that reach English through another alphabet, in the spellings found in the press.
_NAMES = {
    "kiev": "kyiv", "odesa": "odessa", "kharkov": "kharkiv", "lvov": "lviv", "chernobyl":
    "chornobyl", "koran": "quran", "qur'an": "quran", "mohammad": "mohammed", "muhammad":
    "mohammed", "muhammed": "mohammed", "qadhafi": "gaddafi", "gadhafi": "gaddafi",
    "qaddafi": "gaddafi", "kadafi": "gaddafi", "al-qaida": "al-qaeda", "qaida": "qaeda",
    "hizbollah": "hezbollah", "hizbullah": "hezbollah", "isil": "isis", "moslem": "muslim",
    "moslems": "muslims", "roumania": "romania", "tchaikovsky": "chaikovski",
}  # fmt: skip
_DENOMINAL = ("s", "d", "ed", "ing", "r", "rs", "er", "ers")

# American forms whose British partner is another word too (a licence, to license; a gas meter), so
# that both may rightly stand in one text.
_AMBIGUOUS = frozenset(
    """license licensed licensing practice practiced practicing program programs programmed meter
    meters check checks checked checking tire tires tired disk disks dialog analog analogs judgment
    judgments specialty specialties ax""".split()
)


@lru_cache(maxsize=65536)
def spelling_key(word: str) -> str:
    """The comparison key of one lower-case word: spellings and transliterations folded."""
    return _NAMES.get(word) or _cyrillic_name(american_key(word))


def is_spelling_pair(left: str, right: str) -> bool:
    """Whether two different lower-case words are the British and the American form of one.

    Pairs with two meanings (licence and license) don't count, nor do names.
    """
    if left == right:
        return False
    key = american_key(left)
    return key == american_key(right) and key not in _AMBIGUOUS


def american_key(word: str) -> str:
    """A lower-case word with its British spelling folded to a key; any other word as it is."""
    if not word.isascii() or len(word) < 4 or not word.isalpha():
        return word
    american = _from_table(word)
    if american is not None:
        return american
    # Letters are sought before patterns that need them: most words have none of these.
    if "ae" in word or "oe" in word:
        for british, ours in _LATIN:
            if british in word:
                word = word.replace(british, ours, 1)
                break
    key = _OUR.sub(r"\1or", word) if "our" in word else word
    key = _RE.sub(_er, key) if "re" in key else key
    key = _ISE.sub(r"iz\1", key) if "is" in key else key
    key = _YSE.sub(r"yz\1", key) if "ys" in key else key
    match = _DOUBLE_L.search(key) if "ll" in key else None
    if match and _TWO_SYLLABLES.search(key[: match.start()]):
        key = key[: match.start()] + key[match.start() + 1 :]
    return key


def _er(match: re.Match[str]) -> str:
    """centre, centres, centred to center, centers, centered."""
    ending = match.group(2) or ""
    return f"{match.group(1)}{'ered' if ending == 'd' else 'er' + ending}"


def _cyrillic_name(word: str) -> str:
    """Endings of Slavic names: -skyy, -skiy, -skij, -skii and -sky are one."""
    return re.sub(r"sk(?:yy|iy|ij|ii|yi|y)$", "ski", word) if len(word) > 5 else word


def _from_table(word: str) -> str | None:
    if word in _WORDS:
        return _WORDS[word]
    for ending in _DENOMINAL:
        if not word.endswith(ending):
            continue
        stem = word[: -len(ending)]
        for base in (stem, stem + "e"):
            if base in _WORDS:
                return _join(_WORDS[base], ending)
    return None


def _join(american: str, ending: str) -> str:
    if ending in ("ing", "ed", "er", "ers") and american.endswith("e"):
        return american[:-1] + ending
    if ending in ("d", "r", "rs") and not american.endswith("e"):
        return american + "e" + ending
    return american + ending
