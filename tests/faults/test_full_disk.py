"""A full disk: what was there stays whole, nothing is left half written, one line says so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from factcheck.cli.output import write_file
from factcheck.config import Settings
from factcheck.model import FactcheckError
from factcheck.pipeline import run
from factcheck.read import read_paths
from factcheck.report import FORMATS, Format, Style
from tests.faults.conftest import Limited, told

NOTHING = "-f 0"


@contextmanager
def full_disk() -> Iterator[None]:
    """Within the block no file can be written to."""
    resource = pytest.importorskip("resource", reason="the system has no limit of file sizes")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("format_", FORMATS, ids=lambda one: one.names[0])
@pytest.mark.parametrize("before", [None, "the report of last week\n"])
def test_a_report_of_any_format(
    desk: Path, tmp_path: Path, format_: Format, before: str | None
) -> None:
    report = run(read_paths([str(desk)]), settings=Settings(model="none"))
    target = tmp_path / "out"
    if before is not None:
        target.write_text(before)
    there = files(tmp_path)
    text = format_.render(report, Style())
    with full_disk(), pytest.raises(FactcheckError, match=r"out: can't write: "):
        write_file(target, text)
    assert files(tmp_path) == there


@pytest.mark.parametrize(
    "command",
    [
        ("compare", "desk", "--format", "json=out"),
        ("lint", "desk", "--format", "html=out"),
        ("baseline", "update", "desk", "--compare", "--baseline", "out"),
        ("init",),
    ],
)
def test_a_command_that_writes_a_file(
    limited: Limited, desk: Path, tmp_path: Path, command
) -> None:
    model = () if command == ("init",) else ("--model", "none", "--no-cache")
    if command[0] == "baseline":
        limited("-c 0", *command, *model)
    elif command[0] != "init":
        (tmp_path / "out").write_text("before\n")
    there = files(tmp_path)
    done = limited(NOTHING, *command, *model)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told(done).count("\n") == 1
    assert "can't write" in told(done)
    assert files(tmp_path) == there


@pytest.mark.parametrize("given", ["--cache-dir=kept", "--cache"])
def test_the_cache_is_done_without(
    limited: Limited, desk: Path, tmp_path: Path, given: str
) -> None:
    command = ("compare", "desk", "--model", "none", "--format", "json", "--exit-zero")
    bare = limited("-c 0", *command, "--no-cache")
    full = limited(NOTHING, *command, given)
    assert (full.returncode, full.stdout, full.stderr) == (0, bare.stdout, b"")
    folder = tmp_path / ("kept" if "kept" in given else "user-cache")
    assert not any(files(folder).values())
    # What could not be kept then is kept later.
    assert limited("-c 0", *command, given).stdout == bare.stdout
    assert any(files(folder).values())


def test_an_archive_stays_what_it_was(limited: Limited, desk: Path, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason="the extra archive is not installed")
    more = tmp_path / "more"
    more.mkdir()
    (more / "c.txt").write_text("The tower of Oslo has 12 bells.\n")
    none = ("--model", "none")
    done = limited("-c 0", "archive", "build", "made", "desk", *none)
    assert done.returncode == 0, done.stderr
    (tmp_path / "out.csv").write_text("before\n")
    there = files(tmp_path)
    for command in (
        ("add", "made", "more", *none),
        ("add", "made", "more", *none, "--jobs", "2"),
        ("remove", "made", "desk/a.txt"),
        ("export", "made", "facts", "out.csv"),
        ("export", "made", "facts", "out.jsonl"),
        ("export", "made", "facts", "out.parquet"),
    ):
        done = limited(NOTHING, "archive", *command)
        assert done.returncode == 2, command
        assert told(done).count("\n") == 1
        assert "can't write" in told(done) or "no folder for temporary files" in told(done)
        assert files(tmp_path) == there, command
    done = limited(NOTHING, "archive", "build", "new", "desk", *none)
    assert (done.returncode, told(done).count("\n")) == (2, 1)
    assert limited("-c 0", "archive", "build", "new", "desk", *none).returncode == 0
    assert limited("-c 0", "archive", "add", "made", "more", *none).returncode == 0


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KB, which only root can mount."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except OSError:
        pytest.skip("there is no mount here")
    if done.returncode != 0 or sys.platform != "linux":
        pytest.skip("no file system can be mounted here (it takes root)")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_really_full(cli, desk: Path, small: Path) -> None:
    command = ("compare", "desk", "--model", "none", "--exit-zero")
    whole = cli(*command, "--format", "json", "--no-cache").stdout
    out = small / "out.json"
    out.write_bytes(b"before\n")
    cache = small / "cache"
    (cache / "claims-1").mkdir(parents=True)
    filler = small / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass
    done = cli(*command, "--format", f"json={out}", "--cache-dir", cache)
    assert (done.returncode, done.stdout) == (2, b"")
    assert told(done) == f"factcheck: {out}: can't write: No space left on device\n"
    assert out.read_bytes() == b"before\n"
    assert cli(*command, "--format", "json", "--cache-dir", cache).stdout == whole
    assert {path.name for path in small.iterdir()} == {"out.json", "cache", "filler"}
    filler.unlink()
    assert cli(*command, "--format", f"json={out}", "--cache-dir", cache).returncode == 0
    assert out.read_bytes() == whole
