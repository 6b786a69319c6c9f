"""Small archives: of the corpus, and of made-up stories read without a language model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from factcheck.archive.build import build
from factcheck.archive.inputs import Columns, each_article
from factcheck.archive.records import Raw

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
TOWNS = ("Alderwick", "Brackenford", "Corvendale", "Dunmorrow", "Elstonby", "Farrowgate")


@pytest.fixture(autouse=True, scope="session")
def _extra() -> None:
    """Without the libraries of the extra there is nothing to test here."""
    for module in ("duckdb", "pyarrow", "rensa"):
        pytest.importorskip(module, reason="the extra archive is not installed")


def story(number: int, *, pages: int | None = None, version: str = "") -> Raw:
    """An article on the harbour plan of a town; each number has a town and figures of its own."""
    town = f"{TOWNS[number % len(TOWNS)]}{'abcdefghijklmnop'[number // len(TOWNS) % 16]}"
    text = (
        f"{town} council published its harbour strategy on 3 March 2026.\n\n"
        f"The {town} harbour strategy has {pages or 40 + number} pages. "
        f"It plans {120 + number} homes on the old {town} quay, the {town} mayor said.\n\n"
        f"Residents of {town} have until 14 April 2026 to answer. {version}\n"
    )
    return Raw(f"{town.lower()}{'-' if version else ''}{len(version) or ''}.txt", text)


@pytest.fixture
def archive(tmp_path: Path) -> Callable[[Iterable[Raw]], str]:
    """Make an archive without a language model; its folder."""

    def make(articles: Iterable[Raw], *, size: int = 4, jobs: int = 1) -> str:
        folder = str(tmp_path / "made.archive")
        build(folder, articles, model="none", size=size, jobs=jobs)
        return folder

    return make


@pytest.fixture(scope="session")
def corpus_archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The articles of the corpus, read without a language model, four to a partition."""
    folder = str(tmp_path_factory.mktemp("archives") / "corpus.archive")
    articles = each_article([str(CORPUS)], columns=Columns(), failed=pytest.fail)
    build(folder, articles, model="none", size=4)
    return folder


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    """An S3 server of this machine (moto's) with the bucket "copy", as the environment has it;
    gives boto3's client."""
    server_of = pytest.importorskip("moto.server", reason="moto's server is not installed")
    boto3 = pytest.importorskip("boto3", reason="boto3 is not installed")
    server = server_of.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL_S3"):
            patch.delenv(name, raising=False)
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv("AWS_ACCESS_KEY_ID", "testing")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
        client = boto3.client("s3")
        client.create_bucket(Bucket="copy")
        yield client
    server.stop()


@pytest.fixture
def address(s3: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an archive that is still to be made; the test has a cache of its own."""
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return f"s3://copy/{uuid4().hex}/wire.archive"
