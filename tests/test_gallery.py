"""docs/gallery.md shows what is; `python tools/gallery.py` makes it anew."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")


def test_the_text_is_what_the_command_prints() -> None:
    """Confidences, reasons and counts may move when the matching is fitted anew."""
    tool: dict[str, Any] = runpy.run_path(str(ROOT / "tools" / "gallery.py"))
    assert "$ factcheck compare" in PAGE
    assert _steady(tool["with_text"](PAGE)) == _steady(PAGE)


def test_every_picture_is_there_and_shown() -> None:
    shown = re.findall(r"!\[[^\]]{20,}\]\((gallery/[a-z-]+\.png)\)", PAGE)
    made = [path.relative_to(ROOT / "docs").as_posix() for path in ROOT.glob("docs/gallery/*.png")]
    assert sorted(shown) == sorted(made)
    assert shown
    for name in shown:
        assert (ROOT / "docs" / name).read_bytes().startswith(b"\x89PNG")


def _steady(text: str) -> str:
    text = re.sub(r" +confidence [\d.]+", "", text)
    text = re.sub(r"^  = why paired: .*\n(?:    .*\n)*", "", text, flags=re.M)
    return re.sub(r"^(?:Disputed|\d+ articles) .*\n", "", text, flags=re.M)
