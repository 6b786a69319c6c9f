"""Front matter: headline and day, in three notations; what is broken is one clear line."""

from __future__ import annotations

import pytest

from factcheck.config import Settings
from factcheck.model import BlockKind, Document, FactcheckError
from factcheck.pipeline import run
from factcheck.read import document_from_text

BODY = "The tower was lit on Monday, and forty people came to see it.\n"


def read(text: str) -> Document:
    return document_from_text(text, name="posts/a.md", markdown=True)


def title(document: Document) -> str | None:
    return None if document.title is None else document.slice(document.title)


@pytest.mark.parametrize(
    ("head", "headline", "day"),
    [
        ("---\ntitle: The tower\ndate: 2024-03-04\n---", "The tower", "2024-03-04"),
        ("---\ntitle: 'The tower: lit'\n---", "The tower: lit", None),
        ('---\ndate: 2024-03-04T09:15:00Z\ntitle: "The tower"\n---', "The tower", "2024-03-04"),
        ("---\nTitle: The tower\nPublish-Date: 4 March 2024\n...", "The tower", "2024-03-04"),
        ("---\ndate: 2024-03-05\npublished: 2024-03-04\n---", None, "2024-03-04"),
        ("---\npublished: true\ndate: 2024-03-05\n---", None, "2024-03-05"),
        ("---\ntitle: >\n  The tower\nlastmod: 2024-03-09\n---", "The tower", "2024-03-09"),
        ("---\ntitle: 1984\ntags: [a, b]\nnested: {title: no}\n---", "1984", None),
        ("---\n# a remark\n\nauthor: Ana Lind\ntitle: The tower # really\n---", "The tower", None),
        ("---\ndate: soon\n---", None, None),
        ('+++\ntitle = "The tower"\ndate = 2024-03-04\n+++', "The tower", "2024-03-04"),
        ("+++\ndate = 2024-03-04\ntitle = 'The tower'\n[x]\n+++", "The tower", "2024-03-04"),
        ('{\n  "title": "The tower",\n  "date": "2024-03-04"\n}', "The tower", "2024-03-04"),
        ('{"date": "2024-03-04", "title": "The tower"}', "The tower", "2024-03-04"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_front_matter_gives(head: str, headline: str | None, day: str | None, ending) -> None:
    document = read(f"{head}\n\n{BODY}".replace("\n", ending))
    assert title(document) == headline
    assert (document.published and document.published.isoformat()) == day
    words = [block for block in document.blocks if block.furniture != "front matter"]
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH] if headline else [BlockKind.PARAGRAPH]
    assert [block.kind for block in words] == kinds
    assert document.slice(words[-1].span) == BODY.strip()


def test_the_day_given_by_the_caller_wins_and_a_dateline_comes_last() -> None:
    from datetime import date

    text = f"---\ndate: 2024-03-04\n---\n\nBy Ana Lind\n7 March 2024\n\n{BODY}"
    assert str(read(text).published) == "2024-03-04"
    day = date(2024, 3, 1)
    given = document_from_text(text, name="a.md", markdown=True, published=day)
    assert given.published == day
    assert str(read(text.replace("date:", "mood:")).published) == "2024-03-07"


def test_a_headline_that_the_text_repeats_is_the_one_of_the_text() -> None:
    document = read(f"---\ntitle: The tower is lit\n---\n\n# The *tower* is lit\n\n{BODY}")
    assert title(document) == "The *tower* is lit"
    settings = Settings(model="none", select=("FC702",))
    assert run([document], settings=settings).findings == ()


def test_the_headline_is_checked_against_the_text() -> None:
    body = "The storm killed five people on the coast, the police said.\n"
    document = read(f"---\ntitle: Storm kills nine people on the coast\n---\n\n{body}")
    (finding,) = run([document], settings=Settings(select=("FC105",))).findings
    shown = [document.slice(place.span) for place in (finding.primary, *finding.related)]
    assert any(words.startswith("nine") for words in shown)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("---\ntitle: The tower: lit\n---\n", "a.md:2: the front matter is not valid YAML"),
        ("---\ntitle: a\ndate: 'b\n---\n", "valid YAML"),
        ("---\ntitle: a\n\tdate: b\n---\n", "a.md:3:"),
        ("---\ntitle: *nobody\n---\n", "valid YAML"),
        ("+++\ntitle = The tower\n+++\n", "a.md:2: the front matter is not valid TOML"),
        ("+++\nx = 1\n\ntitle = 'a\n+++\n", "a.md:4:"),
        ('{\n  "title": "a",\n  date: 3\n}\n', "a.md:3: the front matter is not valid JSON"),
        ("---\ntitle: " + "[" * 5000 + "\n---\n", "valid YAML"),
    ],
)
def test_broken_front_matter_is_refused_in_one_line(text: str, words: str) -> None:
    with pytest.raises(FactcheckError) as caught:
        read(text + BODY)
    message = str(caught.value)
    assert words in message
    assert message.startswith("posts/a.md:")
    assert "mend it" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    "text",
    [
        f"---\n\n{BODY}\n---\n\nMore.\n",
        f"---\n{BODY}---\n",
        f"---\ntitle: never closed\n\n{BODY}",
        f"{{{{< figure >}}}}\n\n{BODY}",
        f"{{a, b}} {BODY}",
        f"+++\n{BODY}+++\n",
        f"+++\n\n{BODY}",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    document = read(text)
    assert not any(block.furniture == "front matter" for block in document.blocks)
    words = " ".join(
        document.slice(block.span) for block in document.blocks if block.furniture == ""
    )
    assert BODY.strip() in words


def test_plain_text_has_no_front_matter() -> None:
    document = document_from_text(f"---\ntitle: The tower\n---\n\n{BODY}", name="a.txt")
    assert not any(block.furniture == "front matter" for block in document.blocks)


def test_yaml_that_would_grow_or_run_does_neither() -> None:
    levels = "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    merges = "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 60))
    head = f"a0: &a0 x\n{levels}m0: &m0 {{k: v}}\n{merges}title: The tower\n"
    assert title(read(f"---\n{head}---\n\n{BODY}")) == "The tower"
    run_me = "title: !!python/object/apply:os.system ['touch /tmp/l3-ran']\n"
    assert title(read(f"---\n{run_me}---\n\n{BODY}")) is None
