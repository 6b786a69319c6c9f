"""Fuzz the readers and the grammars: coverage-guided inputs, until one breaks what must hold.

    pip install atheris
    python tools/fuzz.py plain --seconds 300 --corpus /tmp/fuzz

What a target finds is written beside the corpus (`crash-…`, `timeout-…`) and ends the run with an
error. A FactcheckError is an answer, not a crash; any other exception is one, and so is a span out
of the text, a block that loses words, or an input that takes longer than ten seconds.
"""

from __future__ import annotations

import argparse
import json
import runpy
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import atheris

SEEDS = Path(__file__).resolve().parents[1] / "corpus"
SLOWEST_SECONDS = 10
LONGEST_INPUT = 4096
MAKERS = Path(__file__).resolve().parents[1] / "tests/read/formats/makers.py"

with atheris.instrument_imports(include=["factcheck"]):
    from factcheck.annotate import annotate
    from factcheck.annotate.shadow import shadow_of
    from factcheck.config import Settings
    from factcheck.facts import KINDS
    from factcheck.facts.claims import extract_claims
    from factcheck.facts.moment_grammar import find as find_moments
    from factcheck.facts.quantity_grammar import read as read_quantities
    from factcheck.model import Document, FactcheckError
    from factcheck.pipeline import run
    from factcheck.read import document_from_text
    from factcheck.read.decode import decode
    from factcheck.read.formats.docx import read_docx
    from factcheck.read.formats.fragment import parts_of_html
    from factcheck.read.formats.odt import read_odt
    from factcheck.read.formats.source import Source
    from factcheck.read.formats.table import EML, FEED, HTML, JSON, JSONL, MBOX, RTF, WARC, Format


def plain(data: bytes) -> None:
    """Bytes as a .txt file."""
    _check_blocks(document_from_text(decode(data, "fuzz.txt"), name="fuzz.txt"))


def markdown(data: bytes) -> None:
    """Bytes as a .md file, front matter and all."""
    _check_blocks(document_from_text(decode(data, "fuzz.md"), name="fuzz.md", markdown=True))


def quantities(data: bytes) -> None:
    """The grammar of numbers, amounts and measures."""
    text = shadow_of(_text(data))
    for reading in read_quantities(text):
        assert 0 <= reading.start < reading.end <= len(text), reading


def moments(data: bytes) -> None:
    """The grammar of dates and times."""
    text = shadow_of(_text(data))
    for expression in find_moments(text):
        assert 0 <= expression.start < expression.end <= len(text), expression


def claims(data: bytes) -> None:
    """Claims and facts of every kind, without a language model."""
    document = document_from_text(_text(data), name="fuzz.txt")
    for claim in extract_claims(annotate(document, model=None), KINDS):
        for fact in claim.facts:
            assert fact.surface == document.slice(fact.span), fact


def whole(data: bytes) -> None:
    """Two texts compared by every rule, without a language model."""
    left, _, right = _text(data).partition("\x1e")
    documents = [
        document_from_text(text, name=name)
        for name, text in (("a.txt", left), ("b.txt", right))
        if text.strip()
    ]
    if documents:
        run(documents, settings=Settings(model="none", pedantic=True))


def of_format(chosen: Format) -> Callable[[bytes], None]:
    """A file of a kind, as bytes."""

    def read(data: bytes) -> None:
        for document in chosen.read(BytesIO(data), Source("fuzz", "fuzz")):
            _check_blocks(document)

    read.__name__ = chosen.suffixes[0].removeprefix(".")
    return read


def docx(data: bytes) -> None:
    """The XML within a Word document; the archive round it is ours."""
    _check_blocks(read_docx(_zip({"word/document.xml": data, "[Content_Types].xml": b""}), _FUZZ))


def odt(data: bytes) -> None:
    """The XML within an OpenDocument text; the archive round it is ours."""
    _check_blocks(read_odt(_zip({"content.xml": data}), _FUZZ))


def archive(data: bytes) -> None:
    """Bytes as an office document, archive and all."""
    _check_blocks(read_docx(data, _FUZZ))


def fragment(data: bytes) -> None:
    """HTML that is an article already."""
    for part in parts_of_html(_text(data)):
        assert part.text.strip(), part


_FUZZ = Source("fuzz", "fuzz")


def _zip(members: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return stream.getvalue()


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (
        *(plain, markdown, quantities, moments, claims, whole, docx, odt, archive, fragment),
        *map(of_format, (HTML, RTF, EML, MBOX, FEED, JSON, JSONL, WARC)),
    )
}


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _check_blocks(document: Document) -> None:
    """Blocks stand in order, within the text, and only white space is in none of them."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text), block
        _check_gap(document.text[end : block.span.start])
        end = block.span.end
    _check_gap(document.text[end:])
    end = 0
    for mark in document.markup:
        assert end <= mark.start < mark.end <= len(document.text), mark
        end = mark.end


def _check_gap(text: str) -> None:
    assert not any(character.isalnum() for character in text), text


def seeds(target: str) -> Iterator[bytes]:
    """What a run starts from: our own articles, whole and by the paragraph, and small files."""
    makers = runpy.run_path(str(MAKERS))
    made = {
        "docx": [
            makers["word_xml"](makers["paragraph"]("Words.", "T") + makers["table"](("a", "b")))
        ],
        "odt": [makers["open_xml"]("<text:p>Words.</text:p><text:list/>")],
        "archive": [makers["docx"](makers["paragraph"]("Words."))],
        "html": [makers["page"]("Title", "A paragraph of words that goes on for a while." * 5)],
        "fragment": [makers["page"]("Title", "Words.")],
        "rtf": [rb"{\rtf1\ansi\ansicpg1252 It cost \'a333\~million.\par It \u8212? is.\cell\row}"],
        "warc": [makers["response"]("http://a.example/", makers["page"]("T", "Words. " * 50))],
        "eml": [b"Subject: x\r\nDate: Sun, 07 Dec 2025 10:00:00 GMT\r\n\r\nWords.\r\n"],
        "mbox": [b"From x\nSubject: x\n\nWords.\n\nFrom y\nSubject: y\n\nMore.\n"],
        "rss": [
            b"<rss><item><title>T</title><description>&lt;p&gt;Words.</description></item></rss>"
        ],
        "json": [b'[{"id": "a", "text": "Words.", "title": "T", "date": "2025-12-07"}]'],
        "jsonl": [b'{"text": "Words."}\n{"text": "<p>More."}\n'],
    }
    if target in made:
        yield from made[target]
        return
    for path in sorted(SEEDS.rglob("*")):
        if path.suffix in (".txt", ".md"):
            data = path.read_bytes()
            yield data[:LONGEST_INPUT]
            if target in ("quantities", "moments", "claims"):
                yield from data.split(b"\n\n")


def main() -> None:
    """Fuzz one target for a number of seconds; the exit code is that of libFuzzer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder, kept between runs")
    given = parser.parse_args()
    corpus = given.corpus / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(given.target)):
        (corpus / f"seed-{number}").write_bytes(data)
    check = TARGETS[given.target]

    def once(data: bytes) -> None:
        with suppress(FactcheckError):
            check(data)

    before = len(list(corpus.iterdir()))
    print(json.dumps({"target": given.target, "inputs at the start": before}), flush=True)
    atheris.Setup(
        [
            sys.argv[0],
            str(corpus),
            f"-max_total_time={given.seconds}",
            f"-max_len={LONGEST_INPUT}",
            f"-timeout={SLOWEST_SECONDS}",
            f"-artifact_prefix={given.corpus}/{given.target}-",
            "-print_final_stats=1",
            "-rss_limit_mb=4096",
        ],
        once,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
