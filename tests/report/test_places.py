"""Places as formats need them: lines, columns, bytes, the words around."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Location, Report, Span, Tool
from factcheck.report.places import Places

TEXT = "One é\r\n水 two three\nlast"


def places_of(text: str) -> Places:
    return Places(Report(Tool("factcheck", "1", "none"), (Document("a", text),), (), (), ()))


def test_a_place_has_both_ends() -> None:
    start, end = TEXT.index("two"), TEXT.index("last") + 2
    places = places_of(TEXT)
    place = places.of(Location("a", Span(start, end)))
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 3, 3, 3)
    assert place.name == "a:2:3"
    assert place.words == "two three\nla"
    assert places.around(place, 100) == ("水 ", "st")
    assert places.around(place, 1) == (" ", "s")


@given(st.text(alphabet="aé水\U0001f600\ud800\n\r", max_size=300), st.data())
def test_byte_columns_count_the_bytes_of_the_line(piece: str, data: st.DataObject) -> None:
    text = piece * data.draw(st.integers(1, 60))
    offset = data.draw(st.integers(0, len(text)))
    places = places_of(text)
    place = places.of(Location("a", Span(offset, offset)))
    before = text[offset - (place.column - 1) : offset]
    counted = len(before.encode("utf-8", "surrogatepass")) + 1
    assert places.byte_columns(place) == (counted, counted)
