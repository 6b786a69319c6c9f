"""Make docs/gallery.md anew: what factcheck shows of the articles in corpus/, as text and pictures.

usage: python tools/gallery.py

Needs Chromium and the extra dev. Run at development time, whenever the page changes to the eye.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE, PICTURES = ROOT / "docs" / "gallery.md", ROOT / "docs" / "gallery"
STORY = "corpus/harbour-bridge"
TEXT = re.compile(r"(?<=```text\n)\$ (factcheck [^\n]+)\n.*?(?=```)", re.S)

# Each picture: its file, the width and height of the window, the theme, and what is done before.
SHOTS: tuple[tuple[str, int, int, str, tuple[str, ...]], ...] = (
    ("findings", 1280, 900, "light", ()),
    ("matrix", 1280, 800, "light", ('.views a[href="#facts"]', "#matrix td > button")),
    ("side-by-side", 1280, 860, "light", (".finding .beside",)),
    ("side-by-side-dark", 1280, 860, "dark", (".finding .beside",)),
    ("why-paired", 1280, 860, "light", (".finding .why summary",)),
    ("sources", 1280, 1000, "light", ('.views a[href="#sources"]',)),
    ("narrow", 360, 1000, "light", ('.views a[href="#facts"]',)),
)


def printed(command: str) -> str:
    """What a command prints in the root of the repository, for a terminal of 100 columns."""
    done = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return done.stdout


def with_text(page: str) -> str:
    """The page with what its commands print now."""
    return TEXT.sub(lambda found: f"$ {found[1]}\n{printed(found[1])}", page)


def take_pictures(report: Path) -> None:
    """A picture of each of `SHOTS` of the page at `report`."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=arguments)
        for name, width, height, theme, clicks in SHOTS:
            context: Any = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme
            )
            page = context.new_page()
            page.goto(report.as_uri())
            for selector in clicks:
                page.click(selector)
            page.mouse.move(0, 0)
            page.wait_for_timeout(300)
            page.screenshot(path=PICTURES / f"{name}.png")
            context.close()
        browser.close()


def main() -> None:
    """Write the page and its pictures."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        printed(f"factcheck compare {STORY} --format html={report}")
        take_pictures(report)
    PAGE.write_text(with_text(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
