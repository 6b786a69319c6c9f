"""A cache that is damaged, can't be written or is another version's changes no report."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck import cache as cache_module
from factcheck.config import Settings
from factcheck.drafts import run_drafts
from factcheck.model import Document, Report
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.report.json import as_dict

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {
    "a.txt": "The harbour plan, published on Monday, runs to 48 pages. It cost $5.2bn.",
    "b.txt": "The harbour plan, published on Tuesday, runs to 52 pages. It cost $5.2bn.",
    "c.txt": "“We kept the lamps,” said Ada Holt, the mayor of Oslo. The plan has 48 pages.",
}
Check = Callable[[Settings], Report]


def documents() -> list[Document]:
    return [document_from_text(text, name=name) for name, text in TEXTS.items()]


def compared(settings: Settings) -> Report:
    return run(documents(), settings=settings)


def linted(settings: Settings) -> Report:
    first, *others = documents()
    return run_drafts([first], others, settings=settings)


def cached(folder: Path) -> Settings:
    return Settings(model="none", pedantic=True, use_cache=True, cache_dir=folder)


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("claims-1/??/*") if path.is_file())


def damages(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """An entry cut off, overwritten, with bits flipped, and replaced by what is none."""
    yield b""
    for length in (1, 18, 19, 34, 35, 36, len(data) // 2, len(data) - 1):
        yield data[:length]
    yield data + b"\0"
    yield chance.randbytes(len(data))
    for _ in range(20):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(flipped)
    yield b"factcheck.claims/2\n" + data[19:]
    yield b"\x80\x04K\x01."  # a pickle


@pytest.mark.parametrize("check", [compared, linted])
def test_each_entry_damaged_in_each_way(tmp_path: Path, check: Check) -> None:
    expected = as_dict(check(Settings(model="none", pedantic=True)))
    settings = cached(tmp_path)
    assert as_dict(check(settings)) == expected
    made = entries(tmp_path)
    assert len(made) >= len(TEXTS)
    chance = random.Random(7)
    whole = [path.read_bytes() for path in made]
    for path, data in zip(made, whole, strict=True):
        for damaged in damages(data, chance):
            path.write_bytes(damaged)
            # Outcomes would spare it a look at the claims.
            for other in made:
                if other != path and b"findings" in other.read_bytes():
                    other.unlink()
            assert as_dict(check(settings)) == expected
        assert path.read_bytes() == data
    for path, data in zip(made, whole[1:] + whole[:1], strict=True):
        path.write_bytes(data)
    assert as_dict(check(settings)) == expected


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"\xdd\xff\xff\xff\xff",
        b"\xc6\xff\xff\xff\xff",
        b"\x91" * 100_000,
        b"\xc1",
        b"\x90\x90",
    ],
)
@pytest.mark.parametrize("check", [compared, linted])
def test_whole_entries_of_something_else(tmp_path: Path, check: Check, payload: bytes) -> None:
    """Their sums are right; what they hold is not ours: too long, too deep, or nothing."""
    settings = cached(tmp_path)
    expected = as_dict(check(settings))
    cache = cache_module.open_cache(settings)
    assert cache
    for path in entries(tmp_path):
        cache.store_bytes(path.name, payload)
    assert as_dict(check(settings)) == expected


def test_two_versions_share_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = cached(tmp_path)
    expected = as_dict(compared(settings))
    before = {path: path.read_bytes() for path in entries(tmp_path)}
    for module in ("factcheck.cache", "factcheck.outcome"):
        monkeypatch.setattr(f"{module}.code_version", lambda *_: "9.9.9+of another time")
    assert as_dict(compared(settings)) == expected
    now = {path: path.read_bytes() for path in entries(tmp_path)}
    assert len(now) == 2 * len(before)
    assert before.items() <= now.items()


def test_folders_of_other_layouts_are_left_alone(tmp_path: Path) -> None:
    for name in ("claims-0", "claims-2"):
        (tmp_path / name / "ab").mkdir(parents=True)
        (tmp_path / name / "ab" / "abcdef").write_bytes(b"of another version")
    compared(cached(tmp_path))
    for name in ("claims-0", "claims-2"):
        assert (tmp_path / name / "ab" / "abcdef").read_bytes() == b"of another version"


def test_files_where_folders_should_be(tmp_path: Path) -> None:
    (tmp_path / "claims-1").mkdir()
    for number in range(256):
        (tmp_path / "claims-1" / f"{number:02x}").write_bytes(b"in the way")
    expected = as_dict(compared(Settings(model="none", pedantic=True)))
    for _ in range(2):
        assert as_dict(compared(cached(tmp_path))) == expected


READ_ONLY = """
import os, sys
sys.path.insert(0, {root!r})
from dataclasses import replace
from pathlib import Path
import platformdirs
from factcheck.config import Settings
from factcheck.model import FactcheckError
from factcheck.report.json import as_dict
from tests.faults.test_damaged_cache import cached, compared
folder = Path({folder!r})
platformdirs.user_cache_dir = lambda *_, **__: str(folder)
expected = as_dict(compared(Settings(model="none", pedantic=True)))
assert as_dict(compared(cached(folder))) == expected  # everything is imported by now
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
assert not any(os.access(path, os.W_OK) for path in (folder, *folder.rglob("*")))
assert as_dict(compared(replace(cached(folder), cache_dir=None))) == expected
try:
    compared(cached(folder))
except FactcheckError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another thing there")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    """The default one is done without; a folder that was asked for is told."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "cache"
        folder.mkdir()
        Path(place).chmod(0o755)
        compared(cached(folder))
        assert entries(folder)
        script = READ_ONLY.format(root=str(ROOT), folder=str(folder))
        locked = [folder, *folder.rglob("*")]
        if os.geteuid() != 0:
            for path in locked:
                path.chmod(0o500 if path.is_dir() else 0o400)
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, timeout=120, check=False
        )
        if os.geteuid() != 0:
            for path in locked:
                path.chmod(0o700)
    assert done.stderr.decode() == ""
    assert done.stdout.decode().startswith(f"cache folder {folder}: ")
