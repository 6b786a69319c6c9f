"""What sort of place a name is, so that like is held against like."""

from __future__ import annotations

from functools import cache

from factcheck.annotate.data.places import country_table

_STATES = """
alabama;alaska;arizona;arkansas;california;colorado;connecticut;delaware;florida;hawaii;idaho
illinois;indiana;iowa;kansas;kentucky;louisiana;maine;maryland;massachusetts;michigan;minnesota
mississippi;missouri;montana;nebraska;nevada;new hampshire;new jersey;new mexico
north carolina;north dakota;ohio;oklahoma;oregon;pennsylvania;rhode island;south carolina
south dakota;tennessee;texas;utah;vermont;virginia;west virginia;wisconsin;wyoming
"""


@cache
def _states() -> frozenset[str]:
    return frozenset(name for line in _STATES.split("\n") for name in line.split(";") if name)


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.lower() for name in country_table().values())


def place_sort(name: str) -> str:
    """ "country" for a state of the world, "state" for one of the United States, else ""."""
    lower = name.lower().removeprefix("the ")
    if lower in _countries():
        return "country"
    return "state" if lower in _states() else ""
