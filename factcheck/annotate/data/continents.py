"""On which continent a country lies; general knowledge, by the regions of the UN geoscheme (M49).

Countries that lie on two, and those that are counted to either, stand in both rows. A country that
stands in none says nothing.
"""

from __future__ import annotations

from functools import cache

_CONTINENTS = {
    "Africa": "Algeria;Angola;Benin;Botswana;Burkina Faso;Burundi;Cameroon;Chad;Congo;Djibouti;"
    "Egypt;Eritrea;Eswatini;Ethiopia;Gabon;Gambia;Ghana;Guinea;Ivory Coast;Kenya;Lesotho;Liberia;"
    "Libya;Madagascar;Malawi;Mali;Mauritania;Mauritius;Morocco;Mozambique;Namibia;Niger;Nigeria;"
    "Rwanda;Senegal;Sierra Leone;Somalia;South Africa;South Sudan;Sudan;Tanzania;Togo;Tunisia;"
    "Uganda;Zambia;Zimbabwe",
    "Asia": "Afghanistan;Armenia;Azerbaijan;Bahrain;Bangladesh;Bhutan;Brunei;Cambodia;China;Cyprus;"
    "Egypt;Georgia;Hong Kong;India;Indonesia;Iran;Iraq;Israel;Japan;Jordan;Kazakhstan;Kuwait;"
    "Kyrgyzstan;Laos;Lebanon;Malaysia;Maldives;Mongolia;Myanmar;Nepal;North Korea;Oman;Pakistan;"
    "Palestine;Philippines;Qatar;Russia;Saudi Arabia;Singapore;South Korea;Sri Lanka;Syria;Taiwan;"
    "Tajikistan;Thailand;Timor-Leste;Turkey;Turkmenistan;United Arab Emirates;Uzbekistan;Vietnam;"
    "Yemen",
    "Europe": "Albania;Armenia;Austria;Azerbaijan;Belarus;Belgium;Bosnia and Herzegovina;Bulgaria;"
    "Croatia;Cyprus;Czech Republic;Denmark;England;Estonia;Finland;France;Georgia;Germany;Greece;"
    "Hungary;Iceland;Ireland;Italy;Kazakhstan;Kosovo;Latvia;Liechtenstein;Lithuania;Luxembourg;"
    "Malta;Moldova;Monaco;Montenegro;Netherlands;North Macedonia;Northern Ireland;Norway;Poland;"
    "Portugal;Romania;Russia;Scotland;Serbia;Slovakia;Slovenia;Spain;Sweden;Switzerland;Turkey;"
    "Ukraine;United Kingdom;Vatican;Wales",
    "America": "Argentina;Bahamas;Barbados;Belize;Bolivia;Brazil;Canada;Chile;Colombia;Costa Rica;"
    "Cuba;Dominican Republic;Ecuador;El Salvador;Greenland;Grenada;Guatemala;Guyana;Haiti;Honduras;"
    "Jamaica;Mexico;Nicaragua;Panama;Paraguay;Peru;Suriname;Trinidad and Tobago;United States;"
    "Uruguay;Venezuela",
    "Oceania": "Australia;Fiji;Indonesia;New Zealand;Papua New Guinea;Samoa;Timor-Leste;Tonga",
}
_FORMS = {
    "Africa": "Africa;African",
    "Asia": "Asia;Asian",
    "Europe": "Europe;European",
    "America": "America",
    "Oceania": "Oceania",
    "Antarctica": "Antarctica",
}

_PARTS = frozenset(
    "North South East West Central Northern Southern Eastern Western Latin South-East Southeast "
    "North-East Northeast Sub-Saharan Mainland Continental".split()
)


@cache
def continents_of(country: str) -> frozenset[str]:
    """The continents on which a country, by its name in `country_table`, lies."""
    return frozenset(
        continent for continent, row in _CONTINENTS.items() if country in row.split(";")
    )


@cache
def _forms() -> dict[str, str]:
    return {form: name for name, forms in _FORMS.items() for form in forms.split(";")}


def continent_named(name: str) -> str:
    """The continent that a name or an adjective is of, "" for none; the Americas are one.

    A part of one counts as it: "North Africa", "South-East Asia".
    """
    *part, last = name.split() or [""]
    return _forms().get(last, "") if set(part) <= _PARTS else ""
