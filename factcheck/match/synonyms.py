"""Small classes of nouns and verbs that newswriting uses for one another.

A generic noun ("the document", "the deal") refers back to a named work or event of its article, so
two articles may name one thing by two members of a class. General knowledge of news English, kept
to classes in which a swap leaves what is counted or measured the same.
"""

from __future__ import annotations

from factcheck.facts.works import WORKS

_CLASSES: tuple[str, ...] = (
    WORKS,
    "talk meeting negotiation discussion session summit conversation consultation dialogue",
    "deal agreement accord pact treaty settlement contract",
    "attack strike assault raid bombing shelling offensive",
    "person people victim resident civilian passenger individual man woman inhabitant citizen",
    "kill die death dead fatality slay perish",
    "injure wound hurt injury",
    "worker employee staff job staffer",
    "company firm business corporation group",
    "home house property dwelling residence",
    "pupil student schoolchild",
    "officer policeman policewoman cop police",
    "soldier troop serviceman fighter",
    "child kid youngster boy girl teenager teen",
    "sale revenue turnover",
    "profit earning income",
    "earthquake quake tremor temblor",
    "crash accident collision wreck",
    "fire blaze wildfire inferno",
    "buy purchase acquire acquisition takeover",
    "jail imprison sentence prison",
    "arrest detain custody",
    "rise increase grow climb gain jump growth up surge soar",
    "fall decrease drop decline slide dip shrink down plunge slump",
    "win beat defeat victory triumph",
    "storm hurricane cyclone typhoon",
    "ship vessel boat ferry",
    "plane aircraft jet airliner flight",
    "car vehicle automobile",
    "wed marry wedding marriage",
    "release publish unveil announce reveal issue",
    "begin start launch open",
    "end finish conclude close",
    "suspect man accused defendant",
    "fine penalty",
    "vote ballot poll",
    "game match",
    "point pt",
    "share stock",
    "cost price bill",
    "pay salary wage",
)
_CLASS_OF: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(_CLASSES):
    for _word in _line.split():
        _CLASS_OF[_word] = _CLASS_OF.get(_word, frozenset()) | {_number}


def same_class(left: str, right: str) -> bool:
    """Whether two lemmas are equal or members of one class."""
    if left == right:
        return True
    classes = _CLASS_OF.get(left)
    return classes is not None and not classes.isdisjoint(_CLASS_OF.get(right, ()))


def class_mates(lemma: str) -> tuple[str, ...]:
    """The other members of the classes of a lemma, in order."""
    numbers = sorted(_CLASS_OF.get(lemma, ()))
    words = dict.fromkeys(word for number in numbers for word in _CLASSES[number].split())
    return tuple(word for word in words if word != lemma)
