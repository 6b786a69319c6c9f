"""How the arguments of two statements stand to each other: shared, swapped, rivals, elsewhere."""

from __future__ import annotations

from functools import cache

from factcheck.annotate.canonical import name_relation
from factcheck.annotate.data.places import country_table
from factcheck.annotate.geography import place_sort
from factcheck.model import StatementValue

# A pronoun stands for its referent only as far as the sentences around it agree.
PRONOUNS = frozenset("he she it they".split())
# Of two measures of one thing, each with its own of these, the one may rise while the other falls.
_NARROWING = frozenset(
    "net gross organic adjusted underlying comparable domestic foreign international retail "
    "wholesale online operating pretax core headline urban rural male female".split()
)


def theme(value: StatementValue) -> tuple[str, ...]:
    """What rises or falls: the object of "raised its forecast", else the subject of "rose"."""
    if value.passive or not value.patient or value.predicate == "be":
        return value.patient if value.passive else value.agent
    return value.patient


def one_theme(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether one thing rises in one statement and falls in the other.

    The heads agree, and words that narrow them don't exclude each other: organic sales may rise
    while net sales fall.
    """
    if not one or not two or one[0] != two[0]:
        return False
    rest, others = set(one[1:]), set(two[1:])
    narrow, other = rest & _NARROWING, others & _NARROWING
    if narrow and other and narrow.isdisjoint(other):
        return False
    return not rest or not others or not rest.isdisjoint(others)


def names_agree(one: StatementValue, two: StatementValue) -> bool:
    """Whether a name stands in the arguments of both."""
    names = {*one.agent_names, *one.patient_names}
    return not names.isdisjoint((*two.agent_names, *two.patient_names))


def one_government(one: StatementValue, two: StatementValue) -> bool:
    """Whether both actors are one country, its capital or its seat of power: Russia, the Kremlin.

    A capital that acts stands for its government in the news.
    """
    mine, theirs = _government(one), _government(two)
    return bool(mine) and mine == theirs


def _government(value: StatementValue) -> str:
    if value.agent_kind in ("", "person"):
        return ""
    for name in value.agent_names:
        if value.agent[0] in name.replace("-", " ").split():
            return _countries().get(name, "")
    return ""


@cache
def _countries() -> dict[str, str]:
    return {form.lower(): country for form, country in country_table().items()}


def apart(one: StatementValue, two: StatementValue) -> bool:
    """Whether a preposition has other words on each side: against the dollar, against the euro."""
    ones, twos = _by_preposition(one), _by_preposition(two)
    return any(
        ones[name] - twos[name] and twos[name] - ones[name] for name in ones.keys() & twos.keys()
    )


_TURNING = frozenset("before after until since with without for against above below".split())


def turned(one: StatementValue, two: StatementValue) -> bool:
    """Whether one has before what the other has after: who didn't leave before may leave after."""
    found: dict[str, set[str]] = {}
    for other in two.others:
        preposition, word = other.split(":", 1)
        found.setdefault(word, set()).add(preposition)
    for other in one.others:
        preposition, word = other.split(":", 1)
        theirs = found.get(word, {preposition})
        if preposition not in theirs and not _TURNING.isdisjoint((preposition, *theirs)):
            return True
    return False


def _by_preposition(value: StatementValue) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for other in value.others:
        preposition, word = other.split(":", 1)
        found.setdefault(preposition, set()).add(word)
    return found


def bare_words(others: tuple[str, ...]) -> tuple[str, ...]:
    """The words of `StatementValue.others` without their prepositions."""
    return tuple(word.split(":", 1)[1] for word in others)


def overlap(one: tuple[str, ...], two: tuple[str, ...]) -> bool | None:
    """True when two arguments share their head or most of their words; None when one is unknown."""
    if not one or not two:
        return None
    if one[0] != two[0] and (one[0] in PRONOUNS or two[0] in PRONOUNS):
        # Whom a pronoun of another article stands for is not known.
        return None
    rest, others = set(one), set(two)
    if not rest <= others and not others <= rest and len(rest & others) < 2 and one[0] != two[0]:
        return False
    if one[0] == two[0] or one[0] in two or two[0] in one:
        return True
    return len(set(one) & set(two)) * 2 >= min(len(one), len(two))


def swapped(one: StatementValue, two: StatementValue) -> bool:
    """Both arguments are names and stand the other way round."""
    if not (one.agent_names and one.patient_names and two.agent_names and two.patient_names):
        return False
    return (
        one.agent_names[0] == two.patient_names[0]
        and one.patient_names[0] == two.agent_names[0]
        and one.agent_names[0] != one.patient_names[0]
    )


def rivals(
    one: tuple[str, ...],
    two: tuple[str, ...],
    left: StatementValue,
    right: StatementValue,
    side: str,
) -> bool:
    """Whether names head both arguments, not of two sorts, and can't be names of one thing."""
    kinds = {getattr(value, f"{side}_kind") for value in (left, right)}
    if len(kinds - {"", "unknown"}) > 1 or _shares_word(one, two):
        return False
    if "" not in kinds:
        return True
    mine = _heading_name(one, getattr(left, f"{side}_names"))
    theirs = _heading_name(two, getattr(right, f"{side}_names"))
    return bool(mine and theirs) and name_relation(mine, theirs) == "other"


def _heading_name(words: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the name that heads an argument; empty where a common noun does."""
    for name in names:
        parts = tuple(name.title().split())
        if words[0] in name.replace("-", " ").split():
            return parts
    return ()


def _shares_word(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    words = {word.lower().rstrip("s") for word in one}
    return not words.isdisjoint(word.lower().rstrip("s") for word in two)


def elsewhere(left: StatementValue, right: StatementValue) -> bool:
    """Whether two places exclude each other: narrow and wide places compared level by level.

    A town against a state says nothing without an atlas, so only like is held against like: both
    with the place around them, or both places of one known sort.
    """
    one, two = left.where, right.where
    if _moved(left) or _moved(right):
        return False
    if not one or not two or not set(one).isdisjoint(two[:1]) or not set(two).isdisjoint(one[:1]):
        return False
    if one[0].startswith(two[0]) or two[0].startswith(one[0]):
        return False
    if len(one) > 1 and len(two) > 1:
        return True
    return place_sort(one[0]) == place_sort(two[0]) != ""


def _moved(value: StatementValue) -> bool:
    """Whether a statement bounds its own time, or is one of several happenings."""
    return value.indefinite or any(
        o.startswith(("until:", "since:", "till:")) for o in value.others
    )
