"""Passages shared by documents, and groups of near-copies."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.copies import PASSAGE_WORDS, copies, shared_passages
from factcheck.model import Document
from factcheck.read import document_from_text

words = st.text(alphabet="abcdefghij", min_size=2, max_size=6)


def text_of(parts: list[str]) -> str:
    return "The " + " ".join(parts) + ".\n"


def document(name: str, text: str) -> Document:
    return document_from_text(text, name=name)


@given(
    shared=st.lists(words, min_size=40, max_size=60, unique=True),
    left=st.lists(words, max_size=30),
    right=st.lists(words, max_size=30),
)
def test_a_long_shared_run_is_always_found(
    shared: list[str], left: list[str], right: list[str]
) -> None:
    one = document("a", text_of([*left, *shared]))
    two = document("b", text_of([*right, *shared]))
    found = shared_passages([one, two])
    assert found
    assert found[0].words >= PASSAGE_WORDS
    assert shared[20] in one.slice(found[0].left_span)
    assert shared[20] in two.slice(found[0].right_span)


def test_the_order_of_the_documents_does_not_matter() -> None:
    shared = [f"word{number}" for number in range(40)]
    one, two = document("a", text_of(shared)), document("b", text_of(["but", *shared]))
    assert shared_passages([one, two]) == shared_passages([two, one])


def test_copies_groups_documents_that_share_half_their_words() -> None:
    wire = [f"wire{number}" for number in range(60)]
    own = [f"own{number}" for number in range(200)]
    documents = [
        document("wire", text_of(wire)),
        document("paper", text_of([*wire, *own[:30]])),
        document("site", text_of([*own[:20], *wire[:50]])),
        document("other", text_of(own)),
    ]
    assert copies(documents) == (("paper", "site", "wire"),)


def test_short_documents_are_nobodys_copy() -> None:
    line = [f"word{number}" for number in range(30)]
    assert copies([document("a", text_of(line)), document("b", text_of(line))]) == ()
