"""What kind of slip a labelled change is, and whether findings lie on it.

A *slip* is one place that people (or the makers of a set) changed into something wrong. Sets that
label pairs of sentences as a whole give one slip a record, classified by the words in which the two
sentences differ; a set that only marks the sentence gives slips of the kind "not told".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.annotate.data.offices import office_phrases
from factcheck.annotate.data.places import countries, demonyms, places
from factcheck.annotate.lemma import lemma_of
from factcheck.facts.function_words import FUNCTION_WORDS
from factcheck.facts.lexicon import are_antonyms

KINDS = (
    "number",
    "date",
    "name",
    "role",
    "place",
    "predicate",
    "other word",
    "negation",
    "certainty",
    "quote",
    "not told",
)
"""Kinds of slip in the order of the report; "other word" is a common noun, an adjective or a
pronoun put for another, or words added or left out."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DIGITS = re.compile(r"\d[\d.,]*")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty "
    "fifty hundred thousand million billion trillion half third quarter double triple twice both "
    "single first second fourth fifth sixth seventh eighth ninth tenth all most some few several "
    "many none couple".split()
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december spring summer autumn winter today yesterday "
    "tomorrow tonight morning afternoon evening night day week weekend month year decade century "
    "days weeks months years hour hours minute minutes later earlier before after ago next last "
    "until since early late midnight noon".split()
)
_NEGATIONS = frozenset(
    "not no never n't without nor neither nobody nothing none cannot denied denies deny failed "
    "fails fail refused refuses refuse rejected".split()
)
_CERTAINTY = frozenset(
    "may might could would can should will must likely unlikely possibly possible probably perhaps "
    "maybe reportedly allegedly alleged suspected apparently certainly definitely confirmed "
    "expected planned plans claims claimed suggests believed feared seem seems appears".split()
)
_ROLES = frozenset(
    "president minister chancellor chief secretary chairman chairwoman director manager coach "
    "captain spokesman spokeswoman spokesperson judge senator governor mayor lawyer officer "
    "professor striker defender midfielder goalkeeper actor actress singer father mother brother "
    "sister son daughter husband wife boyfriend girlfriend doctor nurse teacher driver".split()
)
_ENDINGS = ("ed", "ing", "ize", "ise", "ify")
_DIRECTIONS = frozenset(
    "rise rose fall fell grow grew drop increase decrease up down above below higher lower high "
    "low more less over under within outside positive negative strong weak gain loss win won lose "
    "lost beat start end began improve decline include exclude".split()
)


@dataclass(frozen=True, slots=True)
class Slip:
    """One wrong place: its kind and, where known, its document and span (else -1)."""

    kind: str
    document: int = -1
    start: int = -1
    end: int = -1


def slips_of(record: Mapping[str, Any]) -> tuple[Slip, ...]:
    """The slips of a record; none where its label says that nothing is wrong."""
    if record["label"] != 1:
        return ()
    marked = [span for span in record["spans"] if span["type"] != "evidence"]
    changes = record["meta"].get("changes") or []
    if marked or changes:
        return tuple(_labelled(record, marked, changes))
    if len(record["documents"]) == 2 and record["meta"].get("task") == "pair":
        texts = [document["text"] for document in record["documents"]]
        return (Slip(kind_between(texts[0], texts[1])),)
    return (Slip("not told"),)


def _labelled(
    record: Mapping[str, Any], marked: list[Any], changes: Iterable[Mapping[str, Any]]
) -> Iterator[Slip]:
    error = record["meta"].get("error_type") or ""
    left = list(marked)
    for change in changes:
        place = next((span for span in left if span["text"] == change["new"]), None)
        kind = kind_of_change(change["old"], change["new"], change["kind"], error)
        if place is None:
            yield Slip(kind)
            continue
        left.remove(place)
        text = record["documents"][place["doc"]]["text"]
        if _in_quotation(text, place["start"], place["end"]):
            kind = "quote"
        yield Slip(kind, place["doc"], place["start"], place["end"])
    for span in left if not marked or not changes else []:
        yield Slip(
            kind_of_change("", span["text"], span["type"], error),
            span["doc"],
            span["start"],
            span["end"],
        )


def kind_of_change(old: str, new: str, told: str = "other", error: str = "") -> str:
    """The kind of slip that puts `new` for `old`; `told` and `error` are what a data set says."""
    words = _words(f"{old} {new}")
    if told in ("number", "date", "negation"):
        return told
    if _NEGATIONS & words or any(word.endswith("n't") for word in words):
        return "negation"
    if _CERTAINTY & words and not words - _CERTAINTY - FUNCTION_WORDS:
        return "certainty"
    if _is_place(old) or _is_place(new):
        return "place"
    if words & _ROLES or any(" ".join(office) in new.lower() for office in _long_offices()):
        return "role"
    if told == "name" or any(_capitalised(text) for text in (old, new)):
        return "name"
    if _DIGITS.search(f"{old} {new}") or _NUMBERS & words:
        return "number"
    if _DATES & words:
        return "date"
    if _CERTAINTY & words:
        return "certainty"
    if "Predicate" in error or words & _DIRECTIONS or _opposed(old, new):
        return "predicate"
    if error:
        return "other word"
    return "predicate" if any(word.endswith(_ENDINGS) for word in words) else "other word"


def kind_between(one: str, two: str) -> str:
    """The kind of slip by the words in which two sentences differ, the most telling first."""
    mine, theirs = _words(one), _words(two)
    only = (mine - theirs, theirs - mine)
    if bool(_NEGATIONS & only[0]) != bool(_NEGATIONS & only[1]):
        return "negation"
    figures = [{figure.rstrip(".,") for figure in _DIGITS.findall(text)} for text in (one, two)]
    if figures[0] - figures[1] and figures[1] - figures[0]:
        both = (figures[0] - figures[1]) | (figures[1] - figures[0])
        years = all(re.fullmatch(r"1[5-9]\d\d|20\d\d", figure) for figure in both)
        return "date" if years or _MONTHS & (mine | theirs) else "number"
    if _NUMBERS & only[0] and _NUMBERS & only[1]:
        return "number"
    names = [_names(text) for text in (one, two)]
    known = [{name for name in some if _is_place(name)} for some in names]
    if known[0] - known[1] and known[1] - known[0]:
        return "place"
    if names[0] - names[1] and names[1] - names[0]:
        return "name"
    if only[0] & _ROLES and only[1] & _ROLES:
        return "role"
    return "predicate"


_MONTHS = frozenset(
    "january february march april june july august september october november december".split()
)


def _words(text: str) -> set[str]:
    return {word.replace("’", "'") for word in _WORD.findall(text.lower())}


def _opposed(old: str, new: str) -> bool:
    """Whether a word of the one is the opposite of a word of the other."""
    pairs = ((lemma_of(a), lemma_of(b)) for a in sorted(_words(old)) for b in sorted(_words(new)))
    return any(are_antonyms(one, two) for one, two in pairs)


def _names(text: str) -> set[str]:
    """Capitalised words but the first."""
    return {word for word in _WORD.findall(text)[1:] if word[:1].isupper()}


def _capitalised(text: str) -> bool:
    return any(word[:1].isupper() for word in _WORD.findall(text))


def _is_place(text: str) -> bool:
    bare = text.strip(" .,;:'\"’").removeprefix("in ").removeprefix("the ")
    known = (countries(), demonyms(), places())
    return any(bare in names or bare.title() in names for names in known if bare)


def _long_offices() -> list[tuple[str, ...]]:
    return [phrase for phrase in office_phrases() if len(phrase) > 1]


def _in_quotation(text: str, start: int, end: int) -> bool:
    """Whether a span lies between quotation marks of its own line."""
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    before, after = text[line:start], text[end : stop if stop >= 0 else len(text)]
    curly = before.count("“") > before.count("”") and "”" in after
    return curly or (before.count('"') % 2 == 1 and '"' in after)


def article_of(record: Mapping[str, Any]) -> str:
    """A short name of the article that a record is made from; they split by it."""
    meta, text = record["meta"], record["documents"][0]["text"]
    if "prompt" in meta:
        told = meta["prompt"]
    elif "topic" in meta:
        told = meta["topic"]
    elif meta.get("doc_type"):
        told = text[:80]
    elif meta.get("task") == "pair":
        told = " ".join(_WORD.findall(text)[:6])
    else:
        # A summary may stand above its article, so the end is what two records share.
        told = text.rstrip()[-300:]
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def held_out(records: Sequence[Mapping[str, Any]]) -> frozenset[str]:
    """The ids of the records kept aside: those of a fifth of the articles, by their hash."""
    articles = {record["id"]: article_of(record) for record in records}
    order = sorted(set(articles.values()))
    aside = frozenset(order[: max(1, round(len(order) / 5))])
    return frozenset(name for name, article in articles.items() if article in aside)
