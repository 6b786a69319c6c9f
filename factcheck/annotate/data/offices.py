"""Offices in the words of the news, each with one canonical name, and which exclude each other."""

from __future__ import annotations

from functools import cache

# canonical office: phrases that name it (lower case)
_OFFICES = """
vice president: vice president;vice-president;vp
president: president
deputy prime minister: deputy prime minister;vice prime minister
deputy prime minister: vice premier;deputy premier;tánaiste
prime minister: prime minister;premier;pm;taoiseach
chancellor: chancellor
foreign minister: foreign minister;foreign secretary;secretary of state
foreign minister: minister of foreign affairs;external affairs minister
foreign minister: foreign affairs minister;minister for foreign affairs
finance minister: finance minister;treasury secretary;secretary of the treasury
finance minister: minister of finance;chancellor of the exchequer;finance secretary
defence minister: defence minister;defense minister;defence secretary;defense secretary
defence minister: secretary of defense;secretary of defence;minister of defence;minister of defense
interior minister: interior minister;home secretary;home minister;minister of the interior
justice minister: justice minister;justice secretary;minister of justice
health minister: health minister;health secretary;minister of health
energy minister: energy minister;energy secretary;minister of energy
education minister: education minister;education secretary;minister of education
trade minister: trade minister;trade secretary;commerce minister;commerce secretary
environment minister: environment minister;environment secretary
cabinet minister: cabinet minister
minister: minister
spokesperson: spokesman;spokeswoman;spokesperson
spokesperson: press secretary;chief spokesman;chief spokeswoman;chief spokesperson
monarch: king;queen;monarch;emperor;empress
crown prince: crown prince;crown princess
pope: pope;pontiff
secretary-general: secretary-general;secretary general
chief of staff: chief of staff
attorney general: attorney general;attorney-general
chief executive: chief executive;chief executive officer;ceo
chief financial officer: chief financial officer;cfo;finance chief;finance director
chief operating officer: chief operating officer;coo
chief technology officer: chief technology officer;cto
chief economist: chief economist
managing director: managing director
director general: director general;director-general
chairman: chairman;chairwoman;chairperson;chair
deputy chairman: deputy chairman;vice chairman;vice-chairman;vice chair
governor: governor;gov
lieutenant governor: lieutenant governor;deputy governor
mayor: mayor
deputy mayor: deputy mayor;vice mayor
senator: senator;sen
representative: congressman;congresswoman;representative;rep
ambassador: ambassador
special envoy: special envoy;envoy;special representative
chief negotiator: chief negotiator;lead negotiator;negotiator
police chief: police chief;chief of police;police commissioner
sheriff: sheriff
judge: judge;magistrate
chief justice: chief justice
prosecutor: prosecutor;district attorney;chief prosecutor;state prosecutor
lawyer: lawyer;attorney;solicitor;barrister
head coach: head coach;coach
captain: captain
speaker: speaker
archbishop: archbishop
bishop: bishop
cardinal: cardinal
aide: aide;adviser;advisor;senior adviser
aide: senior aide;top aide;national security adviser;national security advisor
editor: editor;editor-in-chief
director: director
founder: founder;co-founder;cofounder
owner: owner;co-owner
principal: principal;headteacher;headmaster
leader: leader
head: head
chief: chief
boss: boss
official: official
lawmaker: lawmaker;mp;legislator;parliamentarian
politician: politician
diplomat: diplomat;top diplomat;chief diplomat
"""

BROAD = frozenset(
    "leader head chief boss official lawmaker politician diplomat aide minister lawyer director "
    "founder owner editor judge captain".split()
) | {"cabinet minister"}
"""Offices that say too little to exclude another."""

# Offices of one state of which a person holds one at a time.
_STATE = (
    "president",
    "vice president",
    "prime minister",
    "deputy prime minister",
    "chancellor",
    "foreign minister",
    "finance minister",
    "defence minister",
    "interior minister",
    "justice minister",
    "health minister",
    "energy minister",
    "education minister",
    "trade minister",
    "environment minister",
    "spokesperson",
    "monarch",
    "crown prince",
    "attorney general",
    "ambassador",
)
_LEGISLATURE = ("senator", "representative", "governor", "lieutenant governor", "mayor")
# Offices of which an organisation has one; its deputy is someone else.
_SINGLE = (
    "mayor", "governor", "chairman", "president", "prime minister", "chief executive",
    "director general", "secretary-general", "speaker", "managing director",
)  # fmt: skip
_COMPANY = (
    "chief executive",
    "chief financial officer",
    "chief operating officer",
    "chief technology officer",
    "chief economist",
    "spokesperson",
)
# Held together often enough: a deputy prime minister with a ministry, a king with a command.
_TOGETHER = (
    frozenset(("chancellor", "finance minister")),
    frozenset(("crown prince", "prime minister")),
    frozenset(("crown prince", "deputy prime minister")),
    frozenset(("crown prince", "defence minister")),
    frozenset(("justice minister", "attorney general")),
    frozenset(("monarch", "prime minister")),
    frozenset(("chancellor", "justice minister")),
)

# Offices that are held of one country only: another country is another claim.
NATIONAL = frozenset(
    ("president", "vice president", "prime minister", "deputy prime minister", "chancellor",
     "foreign minister", "finance minister", "defence minister", "interior minister",
     "spokesperson")
)  # fmt: skip
# Offices whose place name is a destination or a subject, not the organisation that is served.
ELSEWHERE = frozenset(("ambassador", "special envoy", "chief negotiator", "lawyer", "aide"))


@cache
def office_phrases() -> dict[tuple[str, ...], str]:
    """Phrases that name an office, as lower-case words, to the canonical office."""
    table: dict[tuple[str, ...], str] = {}
    for line in _OFFICES.strip().split("\n"):
        office, phrases = line.split(": ")
        for phrase in phrases.split(";"):
            table[tuple(phrase.replace("-", " ").split())] = office
    return table


def exclusive(one: str, two: str) -> bool:
    """Whether one person can't hold both offices of the same state or organisation at one time."""
    if one == two or one in BROAD or two in BROAD or frozenset((one, two)) in _TOGETHER:
        return False
    pair = {one, two}
    if "deputy prime minister" in pair and any(office.endswith("minister") for office in pair):
        return "prime minister" in pair
    if any(pair == {office, f"deputy {office}"} for office in _SINGLE):
        return True
    return any(pair <= set(group) for group in (_STATE, _LEGISLATURE, _COMPANY))
