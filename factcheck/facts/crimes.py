"""Words that accuse: crimes, who commits them, and what police and courts do about them.

The crimes follow the sections of the International Classification of Crime for Statistics (UNODC
2015): acts leading to death or harm, sexual acts, acts against property, fraud and corruption, acts
against public safety; then the stages of a criminal case. Words of more everyday use ("beat",
"clear", "try") are left out.
"""

from __future__ import annotations

_ACTS = frozenset(
    "kill killer killing murder murderer manslaughter homicide stab stabbing shoot shooting "
    "strangle assassinate assault attack attacker abduct kidnap abuse harass torture rape rapist "
    "molest rob robber robbery mug steal theft thief burgle burglar burglary vandalize arson "
    "arsonist smuggle smuggler fraud fraudster defraud swindle forgery bribe bribery corrupt "
    "corruption embezzle extort extortion blackmail perjury terror terrorism terrorist bomb bomber "
    "bombing".split()
)
_CASE = frozenset(
    "suspect accuse arrest detain charge indict prosecute convict conviction guilty acquit "
    "acquittal sentence jail imprison prison raid".split()
)


def is_crime(lemma: str) -> bool:
    """Whether a word, as a lemma, names a crime or who commits it."""
    return lemma in _ACTS


def accuses(lemma: str) -> bool:
    """Whether a word, as a lemma, names a crime, who commits it, or a stage of a criminal case."""
    return lemma in _ACTS or lemma in _CASE
