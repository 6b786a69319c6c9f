"""What sort of place a name is, so that like is held against like."""

from __future__ import annotations

from functools import cache

from factcheck.annotate.data.places import capitals, countries

_STATES = """
alabama;alaska;arizona;arkansas;california;colorado;connecticut;delaware;florida;hawaii;idaho
illinois;indiana;iowa;kansas;kentucky;louisiana;maine;maryland;massachusetts;michigan;minnesota
mississippi;missouri;montana;nebraska;nevada;new hampshire;new jersey;new mexico
north carolina;north dakota;ohio;oklahoma;oregon;pennsylvania;rhode island;south carolina
south dakota;tennessee;texas;utah;vermont;virginia;west virginia;wisconsin;wyoming
"""
# Cities that are no capitals; general knowledge, kept to names that stand for no other place.
_CITIES = """
new york;new york city;los angeles;chicago;houston;philadelphia;san antonio;san diego;dallas
san francisco;seattle;denver;boston;detroit;las vegas;baltimore;atlanta;miami;minneapolis;cleveland
new orleans;pittsburgh;honolulu;anchorage;nashville;toronto;montreal;vancouver;calgary;manchester
birmingham;liverpool;leeds;glasgow;edinburgh;cardiff;belfast;bristol;sheffield;geneva;zurich;davos;milan
naples;venice;florence;turin;barcelona;seville;munich;hamburg;frankfurt;cologne;marseille;lyon;strasbourg
rotterdam;antwerp;salzburg;krakow;gdansk;istanbul;kharkiv;odesa;lviv;mariupol;mumbai;kolkata;chennai
bengaluru;karachi;lahore;shanghai;shenzhen;guangzhou;wuhan;osaka;hiroshima;nagasaki;busan;sydney
melbourne;brisbane;perth;adelaide;auckland;christchurch;johannesburg;cape town;durban;lagos;mombasa
casablanca;tel aviv;haifa;dubai;rio de janeiro;sao paulo;brussels;luxembourg;budapest
"""


@cache
def _states() -> frozenset[str]:
    return frozenset(name for line in _STATES.split("\n") for name in line.split(";") if name)


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for name in countries())


@cache
def _cities() -> frozenset[str]:
    named = {
        name.strip() for line in _CITIES.split("\n") for name in line.split(";") if name.strip()
    }
    return frozenset(named | {name.lower() for name in capitals()})


def place_sort(name: str) -> str:
    """What sort of place a name is, "" for none that is known.

    "country" is a state of the world, "state" one of the United States, "city" a town.
    """
    lower = name.lower().removeprefix("the ")
    if lower in _countries():
        return "country"
    if lower in _states():
        return "state"
    return "city" if lower in _cities() else ""
