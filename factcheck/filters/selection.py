"""Which rules run: codes, names and prefixes of codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from factcheck.config import Settings
from factcheck.model import FactcheckError
from factcheck.rules.rule import Rule

ALL = "ALL"
OFF = "off"
_CODE = re.compile(r"[Ff][Cc]\d*")


def chosen_rules(rules: Sequence[Rule], settings: Settings) -> tuple[Rule, ...]:
    """The rules that `settings` ask for, as `select_rules` has it.

    `extend_select` adds to what is selected or on by default, `extend_ignore` to what is ignored;
    a rule whose severity is "off" is ignored too. Raises FactcheckError as `select_rules` does.
    """
    for words in (settings.severity, *settings.per_file_ignores.values()):
        _refuse_unknown(words, rules)
    on = [rule for rule in rules if override(rule, settings.severity) != OFF]
    off = [rule.code for rule in rules if rule not in on]
    _refuse_unknown(settings.extend_select, rules)
    usual = [rule.code for rule in rules if rule.default]
    return select_rules(
        rules,
        select=(*(settings.select or usual), *settings.extend_select),
        ignore=(*settings.ignore, *settings.extend_ignore, *off),
    )


def override(rule: Rule, severity: Mapping[str, str]) -> str:
    """The severity that a table sets for a rule, "" if none.

    The most particular word wins: the code or the name, then the longest beginning of the code.
    """
    fitting = [word for word in severity if _covers(word, rule)]
    return severity[max(fitting, key=_particular)] if fitting else ""


def _particular(word: str) -> int:
    if word.upper() == ALL:
        return 0
    return len(word) if _CODE.fullmatch(word) else len("FC000")


def covers(words: Iterable[str], rule: Rule) -> bool:
    """Whether one of `words` means `rule`."""
    return any(_covers(word, rule) for word in words)


def is_rule_word(word: str, rules: Sequence[Rule]) -> bool:
    """Whether `word` means at least one rule."""
    return any(_covers(word, rule) for rule in rules)


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
    _refuse_unknown((*select, *ignore), rules)
    chosen = tuple(
        rule
        for rule in rules
        if (covers(select, rule) if select else rule.default) and not covers(ignore, rule)
    )
    if rules and not chosen:
        raise FactcheckError("nothing to check: every selected rule is ignored as well")
    return chosen


def _refuse_unknown(words: Iterable[str], rules: Sequence[Rule]) -> None:
    for word in words:
        if not is_rule_word(word, rules):
            raise FactcheckError(unknown_rule(word, rules))


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
