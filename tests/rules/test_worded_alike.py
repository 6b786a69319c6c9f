"""FC501 in a draft: what is put for what in passages worded as in its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model import Document, Finding, Severity

RULE = "FC501"
Check = Callable[..., tuple[Finding, ...]]
Make = Callable[..., list[Document]]

OPPOSITE, NAME, DAY = "opposite words", "another name", "another day or span of time"
ABSENT = "no source has"
AFFIRMED, DENIED = "affirmed here, denied there", "denied here, affirmed there"
OTHER_WORD = "another word in passages worded alike"

FLAGGED = (
    (
        OPPOSITE,
        "Divers found the wreck in shallow water off the northern tip of the island, they said.",
        "The wreck that divers found lies in deep water off the northern tip of the island.",
        "deep",
    ),
    (
        OPPOSITE,
        "Tests showed that the water in the old mill pond is safe for swimmers, the council said.",
        "The council said the water of the mill pond is unsafe for swimmers.",
        "unsafe",
    ),
    (
        ABSENT,
        "The bronze helmet beneath the chapel floor was the find of Anna Holm, who leads the dig.",
        "Beneath the chapel floor lay a bronze helmet, the find of Marta Ivers.",
        "Marta Ivers",
    ),
    (
        NAME,
        "The choir will sing the new mass in Norway before it goes on tour, its conductor said.",
        "The choir will sing the new mass in Denmark before going on tour.",
        "Denmark",
    ),
    (
        NAME,
        "Two ceilings of the opera house are by Petra Lund, who painted them at the age of 81.",
        "The ceilings of the opera house were painted by Agnes Lund at the age of 81.",
        "Agnes",
    ),
    (
        NAME,
        "Marta Ivers, whose firm built the bridge, was fined on Monday for the delays.",
        "Rose Ivers was fined for the delays to the bridge that her firm built.",
        "Rose Ivers",
    ),
    (
        NAME,
        "Soldiers of World War I hid in the mill. Some of them cut their names into its beams.",
        "Names of World War II soldiers are cut into the beams of the mill.",
        "World War II",
    ),
    (
        NAME,
        "The storm cut off villages in the North East for two days, the council said.",
        "Villages in the North West were cut off for two days, the council said.",
        "North West",
    ),
    (
        ABSENT,
        "The mayor went to a Muslim burial ground on Wednesday and was met by protesters.",
        "Protesters meet mayor on visit to Hindu burial ground.",
        "Hindu",
    ),
    (
        ABSENT,
        "The paper bag was invented by a New York grocer who had run out of boxes.",
        "The paper bag was invented by a Tokyo grocer who had no boxes left.",
        "Tokyo",
    ),
    (
        ABSENT,
        "Corvel were the better team in their 1-0 victory over Talvik on Saturday, its coach said.",
        "Corvel beat Brandal 1-0 on Saturday and were the better team, said the coach.",
        "Brandal",
    ),
    (
        DAY,
        "Volunteers will count the storks along the river on Saturday, wardens said.",
        "Volunteers will count the storks along the river on Sunday.",
        "Sunday",
    ),
    (
        DAY,
        "Last month the dairy said that the tainted cheese had come from a farm in Lesna.",
        "Last year the dairy said that the tainted cheese was from a farm in Lesna.",
        "Last year",
    ),
    (
        DAY,
        "Ekman has turned down a contract of £9,000 a week at the harbour club, he said.",
        "Ekman turned down a contract of £9,000 a month at the harbour club.",
        "a month",
    ),
    (
        AFFIRMED,
        "The board reported that it no longer has the funds to repay the harbour loan in time.",
        "It was reported that the board did have funds to repay the harbour loan.",
        "funds",
    ),
    (
        DENIED,
        "The warden asks for a deposit on bicycles, boats and tents at the gate.",
        "No deposit on bicycles, boats and tents is asked for at the gate.",
        "deposit",
    ),
    (
        ABSENT,
        "A jeweller in Lindal has offered a reward of $500 to anyone who finds the stolen ring.",
        "A jeweller in Lindal has delivered a reward of $500 to anyone who finds the stolen ring.",
        "delivered",
    ),
    (
        OTHER_WORD,
        "The mill wheel was built by a carpenter from Lindal in one winter. Rain delayed the roof.",
        "The mill wheel was delayed by a carpenter from Lindal in one winter.",
        "delayed",
    ),
    (
        ABSENT,
        "Nurses in Corvel say that the new ward is too small for its patients, the union told us.",
        "Farmers in Corvel say that the new ward is too small for its patients.",
        "Farmers",
    ),
    (
        OTHER_WORD,
        "Most of the new brothers at the abbey are over 60, the abbot said. Women bake its bread.",
        "Most of the new women at the abbey are over 60, the abbot said.",
        "women",
    ),
    (
        ABSENT,
        "Wardens in Corvel say all wells of the valley hold traces of lead, a report has found.",
        "Wardens in Corvel say some wells of the valley hold traces of lead, so that the school, "
        "the inns and the dairy now buy their water in bottles from Lindal.",
        "some",
    ),
    (
        ABSENT,
        "The saint himself is said to have slept in the old mill at Corvel, the guide writes.",
        "The saint herself is said to have slept in the old mill at Corvel.",
        "herself",
    ),
)

QUIET = (
    # Said in other words, or with an opposite of something else.
    (
        "The mill pond is safe for swimmers, but the weir below it is unsafe, the council said.",
        "The weir below the mill pond is unsafe, the council said.",
    ),
    # Two readings of one word: the middle of a thing is no opposite of its beginning.
    (
        "The plan begins with returning land to the marsh, which lies in the middle of the county.",
        "The plan is centred on returning land to the marsh in the middle of the county.",
    ),
    # Two of one family.
    (
        "President Marta Ivers opened the bridge. Her son Olav Ivers was fined for the delays.",
        "Anna Marta Ivers opened the bridge that was late.",
    ),
    # Both wars are in the source.
    (
        "Soldiers of World War I hid in the mill, and those of World War II stored food there.",
        "World War II food was stored in the mill.",
    ),
    # A people that the source names by its country.
    (
        "The choir of Norway sang a French mass on Friday, and its conductor thanked the town.",
        "The Norwegian mass was sung on Friday, and the conductor of the choir thanked the town.",
    ),
    # A name among several.
    (
        "Among the painters of the ceiling were Jon Ask, Petra Lund and Ines Roth, the opera said.",
        "Jon Ask, Ines Roth and Petra Lund were among the painters of the ceiling, the opera said.",
    ),
    # A denial turns the opposite round.
    (
        "The water of the mill pond is safe for swimmers, the council said on Monday.",
        "The water of the mill pond is not unsafe for swimmers, the council said on Monday.",
    ),
    # The winner and the loser of one game.
    (
        "Corvel beat Talvik by two goals in the final of the harbour cup on Sunday.",
        "Talvik lost to Corvel by two goals in the final of the harbour cup on Sunday.",
    ),
    # First of two things, last of another.
    (
        "The first ferry of the season leaves for Lesna on Friday with 90 passengers.",
        "Last season the ferry for Lesna left with 90 passengers.",
    ),
    # A name in another form, and a given name added.
    (
        "Rob Ekman, the keeper of the lighthouse, has sold his boat to the museum in Aldham.",
        "Robert Ekman, the keeper of the lighthouse, has sold his boat to the museum in Aldham.",
    ),
    # A place inside another.
    (
        "A barn owl was seen in Bergen for the first time in forty years, bird-watchers said.",
        "A barn owl was seen in Norway for the first time in forty years, bird-watchers said.",
    ),
    # Another slot of the same sentence.
    (
        "The museum in Aldham bought the boat from Ines Roth, who had it from her uncle.",
        "Ines Roth sold the boat to the museum in Aldham; it was her uncle's.",
    ),
    # The source has both days, of two things.
    (
        "Wardens count the storks on Saturday and the herons on Sunday along the river.",
        "Wardens count the herons along the river on Sunday.",
    ),
    # What was expected is not what came; a denial of the cause or of the extent is no denial.
    (
        "Repairs to the roof of the chapel were expected to start two months ago, said the vicar.",
        "Repairs to the roof of the chapel have not started, two months later, said the vicar.",
    ),
    (
        "The board did not only repay the loan of the harbour bank in March, it paid the fine.",
        "The board repaid the loan of the harbour bank in March and paid the fine.",
    ),
    # The same span of time in another unit, and a stretch beside a point of time.
    (
        "The ferry was laid up for a year, and for a month of it the yard worked on it at night.",
        "The ferry was laid up for a month of night work in the yard, and for a year in all.",
    ),
    # One word may be said for the other, or stands for nearly anything.
    (
        "Divers have recovered more planks from the site where the old ferry sank in the lake.",
        "Divers have found more planks from the site where the old ferry sank in the lake.",
    ),
    (
        "The porter told the guests of the harbour inn to leave by the back door at once.",
        "The man told the guests of the harbour inn to leave by the back door at once.",
    ),
    # A word of which nothing is known, and one that stands elsewhere in the sentence.
    (
        "Three tinkers shared the dais with the mayor at the opening of the harbour fair.",
        "Three tinkers shared the podium with the mayor at the opening of the harbour fair.",
    ),
    (
        "The swallow takes two weeks to build a nest ready for the young in the old boat shed.",
        "The swallow takes two weeks to ready a nest for the young in the old boat shed.",
    ),
    # The source has the word too, in a passage worded like this.
    (
        "Sailors have been drinking it for a hundred years. Sailors have been making it for a "
        "hundred years, and all in the harbour inns of Corvel.",
        "Sailors have been drinking it for a hundred years in the harbour inns of Corvel.",
    ),
    # A subject goes by several names.
    (
        "The Herald told how the nurse drove through the harbour market of Corvel at night.",
        "The driver drove through the harbour market of Corvel at night.",
    ),
    # Either may come.
    (
        "The guild may build the old weir of the harbour mill again before the winter.",
        "The guild may burn the old weir of the harbour mill again before the winter.",
    ),
    # "May" is no month.
    (
        "Volunteers may count the storks along the river, and did so in March, wardens said.",
        "Volunteers counted the storks along the river in March, wardens said.",
    ),
)


@pytest.mark.parametrize(("reason", "source", "draft", "told"), FLAGGED)
def test_flagged(
    findings: Check, texts: Make, reason: str, source: str, draft: str, told: str
) -> None:
    documents = texts(source, draft, roles=("source", "draft"))
    (finding,) = findings(documents)
    assert finding.message.startswith(reason)
    assert finding.severity is Severity.WARNING
    place = finding.primary
    assert (place.document, documents[1].slice(place.span)) == ("b.txt", told)


@pytest.mark.parametrize(("source", "draft"), QUIET)
def test_left_alone(findings: Check, texts: Make, source: str, draft: str) -> None:
    assert findings(texts(source, draft, roles=("source", "draft"))) == ()


@pytest.mark.parametrize(("source", "draft"), [(one[1], one[2]) for one in FLAGGED])
def test_articles_are_not_held_against_each_other_so(
    findings: Check, texts: Make, source: str, draft: str
) -> None:
    found = findings(texts(source, draft))
    assert not [one for one in found if "worded alike" in one.message or ABSENT in one.message]
