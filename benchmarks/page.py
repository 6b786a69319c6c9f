"""The page of `--format html` on many articles of one event: its size, and how it answers.

usage: python benchmarks/page.py [--articles N]

Needs Chromium and the extra dev. The articles are made from corpus/ (benchmarks/synthetic.py). It
prints
one line a figure: what was measured, the target where there is one, and "ok" or "over". Times are
those of the page itself, wall clock, from the click to the next frame; the machine should be quiet.
Exit code 0 whatever is found.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.run import CORPUS
from benchmarks.synthetic import one_event
from factcheck.api import compare
from factcheck.read import read_paths
from factcheck.report import FORMATS, Style

LOAD, ANSWER = 3_000.0, 300.0
"""Milliseconds: to open the page, and to answer a click or a key."""

# Each does something in the page; "frames" then waits until it is on the screen.
STEPS = (
    ("filter findings by severity", "findings.filter({ severity: 'warning' })"),
    ("search findings for a word", "findings.filter({ words: 'bridge' })"),
    ("next page of findings", "findings.draw(1)"),
    ("open the facts", "click('.views a[href=\"#facts\"]')"),
    ("filter facts by status", "type('#fact-filter select[name=status]', '0')"),
    ("search facts for a word", "type('#fact-filter input[name=words]', 'bridge')"),
    ("sort facts by name", "type('#fact-filter select[name=sort]', 'label')"),
    (
        "show all facts again",
        "type('#fact-filter select[name=status]', ''); type('#fact-filter input[name=words]', '')",
    ),
    # Near-copies share a column, and so few columns may be left that there is no next page.
    (
        "next columns of sources",
        "document.querySelector('#column-pager button:last-child')?.click()",
    ),
    ("open a passage", "click('#matrix td > button')"),
    ("open two texts side by side", "click('#matrix .detail button')"),
    ("next finding", "click('#next')"),
    ("open the sources", "click('.views a[href=\"#sources\"]')"),
)
TOOLS = """
const frames = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
const click = selector => document.querySelector(selector).click();
const type = (selector, value) => {
  const one = document.querySelector(selector);
  one.value = value;
  one.dispatchEvent(new Event("input", { bubbles: true }));
};
const findings = {
  filter: values => { for (const [name, value] of Object.entries(values))
    type(`#findings [name=${name}]`, value); },
  draw: () => click("#findings-pager button:last-child"),
};
"""
TYPING = 120.0
"""Milliseconds that the page waits for the next key before it filters."""


def main() -> None:
    """Make the articles, compare them, and measure the page."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=200, help="articles (200)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "articles"
        folder.mkdir()
        one_event(folder, given.articles, corpus=CORPUS)
        report = compare(read_paths([str(folder)]))
        (html,) = (one for one in FORMATS if one.names == ("html",))
        started = time.process_time()
        text = html.render(report, Style())
        show("made in (processor time)", (time.process_time() - started) * 1000, "ms")
        path = Path(name) / "report.html"
        path.write_text(text, encoding="utf-8")
        print(f"{len(report.documents)} articles, {len(report.findings)} findings")
        show("size", len(text.encode()) / 1000, "kB")
        in_browser(path)


def in_browser(path: Path) -> None:
    """Open the page, and do what a reader does."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        started = time.perf_counter()
        page.goto(path.as_uri())
        page.evaluate(f"async () => {{ {TOOLS} await frames(); }}")
        show("open the page", (time.perf_counter() - started) * 1000, "ms", LOAD)
        show("elements in the page", page.evaluate("document.querySelectorAll('*').length"), "")
        for words, step in STEPS:
            show(words, answer(page, step), "ms", ANSWER)
        browser.close()


def answer(page: Any, step: str) -> float:
    """Milliseconds from a step to the frame that shows it, without the wait for the next key."""
    wait = TYPING if "filter(" in step or "type(" in step else 0.0
    took: float = page.evaluate(
        f"""async () => {{ {TOOLS}
            await frames();
            const started = performance.now();
            {step};
            await new Promise(done => setTimeout(done, {wait}));
            await frames();
            return performance.now() - started;
        }}"""
    )
    return took - wait


def show(words: str, value: float, unit: str, target: float = 0.0) -> None:
    """One line; with a target, whether it is kept."""
    told = f"  target {target:,.0f} {unit}  {'ok' if value <= target else 'over'}" if target else ""
    print(f"{words:<32} {value:>10,.0f} {unit}{told}", flush=True)


if __name__ == "__main__":
    main()
