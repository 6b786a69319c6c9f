"""Patterns of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.globs import anchored, matches
from factcheck.model import FactcheckError


@pytest.mark.parametrize(
    ("pattern", "fits", "not_"),
    [
        ("a.txt", "a.txt sub/a.txt ./a.txt sub/../a.txt", "ba.txt a.txt.md"),
        ("*.txt", "a.txt sub/deep/a.txt", "a.md"),
        ("old", "old/a.txt sub/old/deep/a.txt", "older/a.txt"),
        ("old/", "old/a.txt", "a/older.txt"),
        ("old/*.txt", "old/a.txt", "sub/old/a.txt old/deep/a.txt"),
        ("old/**", "old/a.txt old/deep/a.txt", "a.txt"),
        ("old/**/*.md", "old/a.md old/x/y/a.md", "old/a.txt a.md"),
        ("**/old/*.md", "old/a.md x/y/old/a.md", "old/x/a.md"),
        ("a?.md", "ab.md", "a.md a/.md"),
        ("[ab].md", "a.md b.md", "c.md"),
        ("[!ab].md", "c.md", "a.md"),
        ("[a.md", "[a.md", "a.md"),
        ("a+b(1).md", "a+b(1).md", "aab1.md"),
    ],
)
def test_matches(pattern: str, fits: str, not_: str) -> None:
    assert [path for path in fits.split() if not matches(pattern, path)] == []
    assert [path for path in not_.split() if matches(pattern, path)] == []


def test_absolute_paths_and_patterns(tmp_path: Path) -> None:
    odd = tmp_path / "a [draft] *"
    pattern = anchored("old/*.txt", odd)
    assert matches(pattern, str(odd / "old/a.txt"))
    assert not matches(pattern, str(tmp_path / "a [draft] x/old/a.txt"))
    assert anchored("/x/*.md", odd) == "/x/*.md"


def test_a_pattern_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(FactcheckError, match="not a pattern"):
        matches("[z-a].md", "a.md")
