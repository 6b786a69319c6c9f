"""Two short texts on one subject: what excludes each other there, and what doesn't."""

from __future__ import annotations

import pytest

from factcheck.api import compare
from factcheck.model import Severity
from factcheck.read import document_from_text

FLAGGED = [
    # dates
    ("It was founded on 4 May 1921 by dock workers.", "Harrow Athletic was founded in 1934."),
    ("Ilse Brandt (born 3 March 1950) is a Danish chemist.", "Ilse Brandt was born in 1962."),
    ("Tomas Vale (2 June 1871 – 9 May 1940) was a painter.", "Tomas Vale died in 1948."),
    ("The Grey Mill is a 1998 drama film.", "The Grey Mill was released in 2006."),
    ("The bridge was built in 1884.", "The bridge was built in 1912 by a Lindal firm."),
    # makers
    (
        "The Grey Mill is a drama film directed by Ada Pike and starring Tom Orr.",
        "The director of The Grey Mill is Paul Trent.",
    ),
    ("Cold Harbour was written by Ann Holt.", "Carl Munk wrote Cold Harbour."),
    ("The quartet was founded by Ida Holm.", "The founder of the quartet was Arno Vell."),
    ("Petra Lund's mother was Clara Lund.", "Petra Lund's mother was Ebba Friis."),
    ("It aired on Channel Nine for two seasons.", "Night Ferry aired on Delta TV."),
    ("He graduated from Norrow University in 1990.", "Holt graduated from Lindal College."),
    # what it is
    ("Brightwell is a town in Sweden.", "Brightwell is a novel."),
    ("Mara Quill is a Norwegian singer.", "Mara Quill is a Finnish singer."),
    ("Petra Lund is a cricketer.", "Petra Lund is a judge and politician."),
    # places
    ("The Orr Valley lies in Kenya.", "The Orr Valley lies in Peru."),
    ("She was born in Lisbon, Portugal.", "Clara Munk was born in Oslo, Norway."),
    # denials
    ("Arno Vell was a celebrated surgeon in Lindal.", "Arno Vell was not a celebrated surgeon."),
    ("He served in the merchant navy as a cook.", "Carl Munk never served in the merchant navy."),
    ("Holt has written for the Lindal Gazette.", "Ann Holt refused to write for the Gazette."),
    # figures and bounds
    ("The choir has 40 singers from Lindal.", "The choir has more than 45 singers from Lindal."),
    ("The choir has 40 singers from Lindal.", "The choir has fewer than 40 singers from Lindal."),
    # small classes
    ("The members wear a green cap at feasts.", "The members wear a yellow cap at feasts."),
    ("Ebba Friis was the second woman to swim it.", "Ebba Friis was the first woman to swim it."),
    # subjects behind longer openings, with accents written apart, by a short given name
    (
        "Following a long strike, cold and hunger, Holt was elected in 1990.",
        "Holt was never elected.",
    ),
    (
        "Born in Lindal, Kent, Ada Pike was a celebrated singer.",
        "Pike was not a celebrated singer.",
    ),
    ("Jose\u0301 Vell was born in 1950.", "José Vell was born in 1961."),
    ("Alexander Peter Holt was a celebrated surgeon.", "Alex Holt was not a celebrated surgeon."),
    ("The late film was directed by Ada Pike.", "Grey Water was directed by Carl Munk."),
    (
        "Norrow Nights airs on Delta.",
        "Norrow Nights was first broadcast on Channel Nine in May 2001.",
    ),
    # dates
    ("Ida Holm (April 14, 1866 -- October 20, 1936) was a teacher.", "Ida Holm was born in 1881."),
    ("Ida Holm was born on 3 May 1950.", "Ida Holm graduated on 3 May 1950."),
    ("1992 was the year when Harrow Athletic was founded.", "Harrow Athletic was founded in 1934."),
    # works and teams
    ("Red Tide is a single from his third album, Orr Valley.", "Red Tide is from Grey Water."),
    (
        "Holt had roles as Joe Lund in Dale, and as Carl Munk in Tarn.",
        "Holt played Tom Orr in Tarn.",
    ),
    ("Holt plays as a goalkeeper for Harrow Athletic.", "Holt plays for Bexley Rovers."),
    ("Night Ferry was released by Delta.", "Fox 900 Pictures released the film Night Ferry."),
    # what it is
    ("Down by the Lake is a 2003 novel by Ada Pike.", "Down by the Lake is a film."),
    ("Brightwell, Kent is a county.", "Brightwell is a town in Kent."),
    ("Petra Lund is a model.", "Petra Lund is a senator and lawyer."),
    ("Petra Lund is a golf player.", "Petra Lund is an actress."),
    ("Ada of Norrow was a queen.", "Ada of Norrow was the first king of Norrow."),
    ("Harrow United is a football club.", "Harrow United is a rock band."),
    ("Brightwell is a place.", "Brightwell is the latest hit of Ada Pike."),
    # places
    ("Orria is a country in Africa.", "Orria is a country in the Asian continent."),
    ("Orria lies in Europe.", "Orria is a town in Japan."),
    ("The Orr Valley is a landlocked state of Germany.", "The Orr Valley is in Peru."),
    ("Brightwell is a town in Kent County.", "Brightwell is in Essex County."),
    ("Ida Holm fled to India, where she currently lives.", "Ida Holm lives in Japan."),
    ("Ida Holm was born in Lindal.", "Ida Holm was born outside of Lindal."),
    # denials
    ("Holt is something other than a country singer.", "Holt is a country singer from Lindal."),
    ("Holt works under Delta Records.", "Holt turned down offers to work under Delta Records."),
    ("Orr is not a U.S. state.", "Orr is a state in the west of the United States."),
    ("Ida Holm has yet to write for television.", "Ida Holm was a television writer."),
    # opposites, parts of compounds
    ("The drug is sold for reducing pain.", "The drug is sold to increase pain."),
    ("The play received negative reviews.", "The play was sold on positive reviews."),
    ("Ida Holm is a fictional character.", "Ida Holm is a real nurse."),
    ("Delta is a Spanish-language channel.", "Delta is an English-language television channel."),
    (
        "The club wears a red and white striped kit.",
        "The club wears a red-and-green-striped shirt.",
    ),
]

LEFT_ALONE = [
    # dates that are not of one event
    ("He was born in Peru in 1951 and moved to Chile in 1970.", "He moved to Chile in 1970."),
    ("Harrow Athletic was founded in 1921.", "Harrow Athletic won the cup in 1934."),
    ("The firm was founded in 1921.", "The firm was refounded in 1950 after the war."),
    ("Ilse Brandt was born in 1950.", "Ilse Brandt was born on 3 March 1950."),
    ("Ilse Brandt married Tomas Vale, who was born in 1940.", "Ilse Brandt was born in 1950."),
    ("The Grey Mill 2 came out in 1999.", "The Grey Mill 3 came out in 2004."),
    # two subjects
    ("Ida Holm was born in 1930.", "Clara Munk was born in 1951."),
    ("The Lindal bridge opened in 1900.", "The Norrow bridge opened in 1931."),
    ("Some members voted for the plan.", "Some members did not vote for the plan."),
    ("A boat sank off Lindal in May 2001.", "A boat sank off Norrow in June 2002."),
    # makers: lists, parts, short forms
    ("The film was produced by Ada Pike and Tom Orr.", "Tom Orr produced the film."),
    ("The song was written by Ada Pike.", "Pike wrote the song."),
    ("The hall was designed by Carl Munk.", "The hall's gate was designed by Arno Vell."),
    ("Its directors include Ada Pike.", "Its directors include Paul Trent."),
    ("He wrote for the Gazette.", "He wrote for the Herald."),
    ("She was taught by Ida Holm.", "She was taught by Clara Munk."),
    ("The Pike trust was founded by Ada Pike.", "The Pike trust was founded by Ada B. Pike."),
    # what it is: no exclusion
    ("Mara Quill is a Scottish singer.", "Mara Quill is a British singer."),
    ("Mara Quill is a singer.", "Mara Quill is a songwriter and actress."),
    ("Petra Lund is a physicist.", "Petra Lund is a teacher."),
    ("Mara Quill is a singer.", "Mara Quill is Norwegian."),
    ("Cold Harbour is a song by Ada Pike.", "Cold Harbour is an album by Ada Pike."),
    ("Norvik Energy is a company.", "Norvik Energy is a leader in wind power."),
    ("The harbour was once Danish.", "The harbour is in Sweden."),
    # places
    ("Norvik Energy was based in Sweden until 2010.", "Norvik Energy is based in Finland."),
    ("Clara Munk was born in Norway.", "Clara Munk died in Peru."),
    ("She was born in Oslo, Norway.", "She was born in Norway."),
    ("Ebba Friis lives in Lindal with her son in Kenya.", "Ebba Friis is in Kenya."),
    # denials of something else
    ("It does not support Corvid 7.", "It supports Corvid 10 and later."),
    ("Holt resigned after the vote.", "Holt did not resign before the vote."),
    ("The drug is not approved for children.", "The drug is approved for adults."),
    ("The court did not find that Holt lied.", "The court found that Holt was careless."),
    ("The plant makes steel.", "The plant made no profit in 2012."),
    ("Harrow Athletic won a match.", "Harrow Athletic did not win many matches."),
    ("The museum did not open until May.", "The museum opened in May."),
    ("Vell is a surgeon.", "Vell is not a politician."),
    ("The council has not yet approved the plan.", "The council approved the plan."),
    ("Holt did not leave because of the rain.", "Holt left in the rain."),
    ("Not only did Holt sing, she wrote the songs.", "Holt sang and wrote the songs."),
    ("Holt may not run for mayor.", "Holt runs for mayor."),
    ("The house has no garden.", "The house stands in Garden Street."),
    ("Holt was not the only candidate.", "Holt was a candidate."),
    # works and teams: clubs play clubs, offices are no roles
    ("Norvik played Harrow in Lindal.", "Norvik played Bexley in Lindal."),
    ("Holt worked as Secretary in Lindal.", "Holt worked as Mayor in Lindal."),
    ("Holt plays for Harrow Athletic.", "Holt plays for Norway."),
    ("Holt plays bass for the Lund Trio.", "Holt plays drums for the Holm Band."),
    ("Holt is from Lindal.", "Holt sings on tracks from her album Grey Water."),
    ("It was directed by Ada Pike and directed by Tom Orr.", "It was directed by Tom Orr."),
    ("It was produced by Ada Pike and starring Tom Orr.", "It was produced by Ada Pike."),
    # places where something was founded, won
    ("Delta is a newspaper founded in Norway.", "Delta is a newspaper in Peru."),
    # a day is no day of birth, and another's
    ("Holt was born on 3 May 1990.", "Her mother died on 3 May 1990."),
    ("Holt was born on 3 May 1990.", "Holt graduated on 3 May 2012."),
    # places that hold one another, that are on two continents, that are reached
    ("Brightwell is a town in Scotland.", "Brightwell is a town in the United Kingdom."),
    ("Turkey is a country in Europe.", "Turkey is a country in Asia."),
    ("The Tarn is a river in Kent County.", "The Tarn is a river in Essex County."),
    ("Norvik is a company in Africa.", "Norvik is a company with plants in Asia."),
    ("Holt was a correspondent for the Herald in Kenya.", "Holt was a writer in Peru."),
    ("Holt was born outside Lindal.", "Holt was born in Kent."),
    # what it is: senses
    ("Petra Lund is a model of restraint.", "Petra Lund is a senator."),
    ("Harrow is a place in Kent.", "Harrow is a town."),
    ("Norrow College is a school.", "Norrow College is a club."),
    ("Brightwell, Kent is a village.", "Brightwell is a parish in Kent."),
    # opposites of two things, or in degree
    ("The tax rose in May.", "The tax fell in June."),
    ("The drug increases sleep.", "The drug reduces pain."),
    ("The company is large.", "The company is a small player in Asia."),
    ("Orr is a fictional town.", "Orr is based on a real town."),
    ("The firm has English-language sites.", "The firm has French-language schools."),
    ("The flag has a red-and-white border.", "The flag has a blue-and-white shield."),
    # denials
    ("Holt did not vote for the plan.", "Holt voted against the plan."),
    ("Holt is not an American citizen.", "Holt is in the United States as a citizen of Norway."),
    # figures and bounds
    ("The choir has 40 singers from Lindal.", "The choir has at least 40 singers from Lindal."),
    ("The choir has 40 singers from Lindal.", "The choir has fewer than 45 singers from Lindal."),
    pytest.param(
        "The choir has 40 singers.",
        "The choir once sang with more than 200 singers.",
        marks=pytest.mark.xfail(reason="“once” is no word of time to the slots", strict=True),
    ),
    ("Holt scored four goals in May.", "Holt scored more than six goals in June."),
    # small classes
    ("The team wore red shirts in the first half.", "The team wore blue shirts at home."),
    ("The first stage ran to Lindal.", "The second stage ran to Norrow."),
    ("The north gate was shut on Monday.", "The south gate was shut on Monday."),
]


def conflicts(one: str, two: str) -> list[str]:
    """The messages of warnings and errors between two texts."""
    documents = [document_from_text(text, name=name) for name, text in (("a", one), ("b", two))]
    found = compare(documents).findings
    return [f"{each.code} {each.message}" for each in found if each.severity is not Severity.INFO]


@pytest.mark.parametrize(("one", "two"), FLAGGED)
def test_flags(one: str, two: str) -> None:
    assert conflicts(one, two)
    assert conflicts(two, one)


@pytest.mark.parametrize(("one", "two"), LEFT_ALONE)
def test_leaves_alone(one: str, two: str) -> None:
    assert conflicts(one, two) == []
    assert conflicts(two, one) == []


def test_longer_texts_need_more_than_a_pronoun() -> None:
    story = "Harrow Athletic drew a large crowd. " * 3
    one = "It was founded on 4 May 1921 by dock workers. " + story
    assert conflicts(one, "Norvik Energy was founded in 1934. " + story) == []


FILLER = (
    "The weather was fine all week. Nobody had expected so large a crowd at the old fair ground. "
)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The 1904 Lindal Regatta was the 17th Lindal Regatta.",
            "The 1904 Lindal Regatta was the 18th Lindal Regatta, held on the river Tarn.",
        ),
        (
            "Harrow Athletic left the stadium after the Second Tarn War.",
            "Harrow Athletic left the old stadium during the Second Tarn War.",
        ),
        (
            "Harrow Athletic used the stadium until the Second Tarn War.",
            "Harrow Athletic used the old stadium since the Second Tarn War.",
        ),
        (
            "The 1904 Lindal Regatta was the 17th Lindal Regatta, held before the Tarn War.",
            "The 1904 Lindal Regatta was the 17th Lindal Regatta, held after the Tarn War.",
        ),
    ],
)
def test_an_article_says_again_what_it_said_and_changes_it(one: str, two: str) -> None:
    document = document_from_text(f"{one} {FILLER}{two}", name="story.txt")
    assert [each.code for each in compare([document]).findings] == ["FC501"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The 17th regatta was held in Lindal.", "The 18th regatta was held in Lindal too."),
        (
            "Harrow Athletic left the stadium after the war with Tarvia.",
            "Harrow Athletic won the cup before the war with Tarvia.",
        ),
        ("The clerk said that Holt was not present.", "Police said that Holt was present."),
        (
            "Harrow Athletic used the stadium since the Second Tarn War.",
            "Harrow Athletic used the old stadium after the Second Tarn War.",
        ),
        (
            "Harrow Athletic used the stadium until the Second Tarn War.",
            "Harrow Athletic used the old stadium before the Second Tarn War.",
        ),
        (
            "Harrow Athletic used the stadium until the Second Tarn War.",
            "Harrow Athletic used the old stadium during the Second Tarn War.",
        ),
        (
            "“Harrow Athletic left the stadium after the Second Tarn War,” said Holt.",
            "Harrow Athletic left the old stadium during the Second Tarn War.",
        ),
        (
            "Harrow Athletic may leave the stadium after the Second Tarn War.",
            "Harrow Athletic left the old stadium during the Second Tarn War.",
        ),
        (
            "Harrow Athletic left the stadium after the Second Tarn War.",
            "Harrow Athletic left the old stadium before the Orr Valley fair.",
        ),
    ],
)
def test_an_article_that_says_something_else_is_left_alone(one: str, two: str) -> None:
    document = document_from_text(f"{one} {FILLER}{two}", name="story.txt")
    assert compare([document]).findings == ()
