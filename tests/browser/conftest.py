"""The page of html in a real headless Chromium, with axe-core at hand."""

from __future__ import annotations

import os
import runpy
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from factcheck.api import compare
from factcheck.config import Settings
from factcheck.model import Document, Report
from factcheck.read import read_paths
from factcheck.report import FORMATS, Style

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus" / "harbour-bridge"
SAMPLE = ROOT / "tests" / "report" / "sample.py"
NAMES = ("chromium", "chromium-browser", "google-chrome")
(HTML,) = (format_ for format_ in FORMATS if format_.names == ("html",))

Open = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium for all tests of this process."""
    program = next((found for found in map(shutil.which, NAMES) if found), None)
    if program is None:
        pytest.skip("no Chromium on this machine (Debian: apt-get install chromium)")
    if find_spec("playwright") is None:
        pytest.skip("playwright, which drives Chromium, is not installed (the extra dev has it)")
    from playwright.sync_api import sync_playwright

    # Root has no sandbox in Chromium.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("axe-core is not installed (the extra dev has it)")
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def demo_report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on the articles of the demo."""
    kept = tmp_path_factory.mktemp("cache")
    settings = Settings(use_cache=True, cache_dir=kept)
    return compare(read_paths([str(CORPUS)]), settings=settings)


@pytest.fixture(scope="session")
def demo(demo_report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the demo."""
    path = tmp_path_factory.mktemp("demo") / "report.html"
    path.write_text(HTML.render(demo_report, Style()), encoding="utf-8")
    return path


@pytest.fixture
def make_page(tmp_path: Path) -> Callable[[Report], Path]:
    """Write the page of a report."""

    def make(report: Report) -> Path:
        path = tmp_path / "report.html"
        path.write_text(HTML.render(report, Style()), encoding="utf-8")
        return path

    return make


@pytest.fixture(scope="session")
def reported() -> Callable[[dict[str, str]], Report]:
    """Compare texts by name, without a language model."""

    def report(texts: dict[str, str]) -> Report:
        from factcheck.read import document_from_text

        documents: list[Document] = [
            document_from_text(text, name=name) for name, text in texts.items()
        ]
        return compare(documents, settings=Settings(model="none", pedantic=True))

    return report


@pytest.fixture(scope="session")
def many() -> Callable[[int], Report]:
    """A report with as many findings as asked for."""
    made: Callable[[int], Report] = runpy.run_path(str(SAMPLE))["many_findings"]
    return made


@pytest.fixture
def opened(chromium: Any) -> Iterator[Open]:
    """Open a page in a window of its own; at the end of the test no page may have complained.

    By keyword `width`, `height`, `dark`, `script` (False turns JavaScript off).
    """
    contexts: list[Any] = []
    complaints: list[str] = []

    def open_page(
        path: Path, *, width: int = 1280, height: int = 900, dark: bool = False, script: bool = True
    ) -> Any:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            accept_downloads=True,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                complaints.append(f"asked for {request.url}")
                if not request.url.startswith(("file:", "blob:"))
                else None
            ),
        )
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
