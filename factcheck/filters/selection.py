"""Which rules run: codes, names and prefixes of codes."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from factcheck.model import FactcheckError
from factcheck.rules.rule import Rule

ALL = "ALL"


def select_rules(
    rules: Sequence[Rule], *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules to run, in the order of `rules`.

    Each word of `select` and `ignore` is a code ("FC101"), the beginning of one ("FC1"), a name
    ("quantity-mismatch") or "ALL"; case does not matter. Nothing selected means the rules that are
    on by default; a rule that is off by default runs when a word of `select` covers it. `ignore`
    wins over `select`.

    Raises FactcheckError for a word that fits no rule, and when no rule is left.
    """
    for word in (*select, *ignore):
        if not any(_covers(word, rule) for rule in rules):
            raise FactcheckError(unknown_rule(word, rules))
    chosen = tuple(
        rule
        for rule in rules
        if (any(_covers(word, rule) for word in select) if select else rule.default)
        and not any(_covers(word, rule) for word in ignore)
    )
    if rules and not chosen:
        raise FactcheckError("nothing to check: every selected rule is ignored as well")
    return chosen


def _covers(word: str, rule: Rule) -> bool:
    folded = word.upper()
    if folded == ALL:
        return True
    # "FC" alone would be every rule, which nobody means who writes it: "ALL" says so.
    is_prefix = len(folded) > 2 and rule.code.startswith(folded)
    return is_prefix or word.lower() == rule.name


def unknown_rule(word: str, rules: Sequence[Rule]) -> str:
    """A line for people who wrote `word`, which is no rule: with the nearest that is one."""
    names = [rule.name for rule in rules] + [rule.code.lower() for rule in rules]
    near = get_close_matches(word.lower(), names, n=1, cutoff=0.5)
    if not near:
        return f"no rule is called {word!r}; `factcheck rules` lists them all"
    right = next(rule for rule in rules if near[0] in (rule.name, rule.code.lower()))
    return f"no rule is called {word!r}; did you mean {right.name} ({right.code})?"
