"""Words that accuse: crimes, who commits them, and what police and courts do about them.

The crimes follow the sections of the International Classification of Crime for Statistics (UNODC
2015): acts leading to death or harm, sexual acts, acts against property, fraud and corruption, acts
against public safety; then the stages of a criminal case. Words of more everyday use ("beat",
"clear", "try") are left out.
"""

from __future__ import annotations

from collections.abc import Collection

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

# Words by which the same act is told.
_SAME_ACT = tuple(
    frozenset(row.split())
    for row in (
        "kill killer killing murder murderer manslaughter homicide assassinate slay slaying slain "
        "massacre execute execution",
        "shoot shooting shot gun gunman gunfire gunshot bullet",
        "stab stabbing knife slash",
        "rob robber robbery mug steal stolen stole theft thief burgle burglar burglary heist loot",
        "fraud fraudster defraud swindle forgery forge forger con scam fake cheat embezzle "
        "dishonest dishonestly",
        "bribe bribery corrupt corruption kickback",
        "assault attack attacker beat bite maul punch ambush",
        "abuse harass molest rape rapist indecent sexual sexually",
        "abduct kidnap kidnapper abductor hostage captive snatch",
        "bomb bomber bombing explosive grenade",
        "arson arsonist torch",
        "terror terrorism terrorist extremist jihadist",
        "extort extortion blackmail ransom",
        "smuggle smuggler traffic trafficker trafficking",
    )
)
# What a crime leaves behind. It tells of the crime where someone is accused of it.
_LEFT_BEHIND = tuple(
    (frozenset(acts.split()), frozenset(traces.split()))
    for acts, traces in (
        (
            "kill killer killing murder murderer manslaughter homicide assassinate",
            "die dead death deadly fatal fatally shoot shot stab strangle",
        ),
        ("arson arsonist", "fire blaze"),
        ("bomb bomber bombing", "blast explosion explode"),
        ("assault attack attacker", "injure injury hit"),
    )
)


def tells_of(told: Collection[str], crime: str) -> bool:
    """Whether a text that has the words `told` tells of a crime, in whatever words.

    A death, a fire or a blast does where the text also has a stage of a criminal case; else nobody
    need be to blame.
    """
    if crime in told or any(word in told for row in _SAME_ACT if crime in row for word in row):
        return True
    return any(
        crime in acts and any(word in told for word in traces) and any(one in told for one in _CASE)
        for acts, traces in _LEFT_BEHIND
    )


def is_crime(lemma: str) -> bool:
    """Whether a word, as a lemma, names a crime or who commits it."""
    return lemma in _ACTS


def accuses(lemma: str) -> bool:
    """Whether a word, as a lemma, names a crime, who commits it, or a stage of a criminal case."""
    return lemma in _ACTS or lemma in _CASE
