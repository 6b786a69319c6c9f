"""`factcheck watch`, as a process of its own: what changes is checked again, trouble is a line."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.cli.watching import State, Watched, compare, look, rounds
from factcheck.config import Settings
from factcheck.model import FactcheckError

GENEROUS = 120.0
READY = "watching "


class Watch:
    """A running watch, whose output is read as it comes."""

    def __init__(self, folder: Path, environment: dict[str, str], *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "watch", *arguments, "--model", "none"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.lines: list[str] = []
        self.taken = 0
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line.decode())

    def until(self, words: str) -> str:
        """What it prints up to and with the next line that holds `words`."""
        start, end = self.taken, time.monotonic() + GENEROUS
        while time.monotonic() < end:
            for place in range(self.taken, len(self.lines)):
                if words in self.lines[place]:
                    self.taken = place + 1
                    return "".join(self.lines[start : self.taken])
            time.sleep(0.05)
        raise AssertionError(f"no {words!r} in {self.lines[start:]}")

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=GENEROUS)
        self.reader.join(timeout=GENEROUS)
        return code


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / "drafts").mkdir(parents=True)
    (folder / "notes").mkdir()
    (folder / "drafts/a.md").write_text("The ticket is valid until 31 April 2026.\n")
    (folder / "drafts/b.txt").write_text("The harbour plan of the council has 48 pages.\n")
    (folder / "notes/source.txt").write_text("The ferry terminal will move.\n")
    (folder / "factcheck.toml").write_text('against = ["notes"]\n')
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("FACTCHECK_")}
    return {**kept, "FACTCHECK_CACHE_DIR": str(tmp_path / "cache"), "LC_ALL": "C.UTF-8"}


@pytest.fixture
def watch(desk: Path, environment: dict[str, str]) -> Iterator[Watch]:
    watching = Watch(desk, environment, "drafts")
    yield watching
    watching.process.kill()
    watching.process.wait()


def replaced(path: Path, text: str | bytes) -> None:
    """Write as most editors do: a new file takes the old one's name, so nobody sees half of it."""
    new = path.parents[1] / "being.written"
    new.write_bytes(text if isinstance(text, bytes) else text.encode())
    new.rename(path)


def test_it_checks_what_changes_until_it_is_interrupted(watch: Watch, desk: Path) -> None:
    told = watch.until(READY)
    assert "FC203" in told
    assert "watching 2 drafts, 1 source" in told
    assert "\x1b" not in told
    # A draft: that one alone.
    replaced(desk / "drafts/b.txt", "The pass is valid until 31 June 2026.\n")
    told = watch.until(READY)
    assert told.startswith("--- drafts/b.txt\n")
    assert "31 June 2026" in told
    assert "31 April 2026" not in told
    # A source.
    replaced(desk / "notes/source.txt", "The harbour plan of the council has 52 pages.\n")
    told = watch.until(READY)
    assert told.startswith("--- all drafts, since notes/source.txt changed\n")
    assert "31 April 2026" in told
    # The settings.
    replaced(desk / "factcheck.toml", 'against = ["notes"]\nignore = ["impossible-date"]\n')
    told = watch.until(READY)
    assert told.startswith("--- all drafts, by other settings\n")
    assert "FC203" not in told
    # Settings that don't work, a text that is none, one that goes: a line each.
    replaced(desk / "factcheck.toml", "against = 7\n")
    told = watch.until(READY)
    assert told.startswith("factcheck: ")
    assert "factcheck.toml:1: against: " in told
    replaced(desk / "factcheck.toml", 'against = ["notes"]\n')
    watch.until(READY)
    replaced(desk / "drafts/a.md", b"\x00\x01\x02 half a picture \x00" * 20)
    told = watch.until(READY)
    assert told.splitlines()[0].startswith("factcheck: drafts/a.md: ")
    assert "watching 1 draft," in told
    (desk / "drafts/b.txt").unlink()
    told = watch.until(READY)
    assert told.splitlines()[0].startswith("factcheck: drafts/b.txt: no longer there")
    assert watch.interrupt() == 130
    assert "Traceback" not in "".join(watch.lines)


def test_a_terminal_is_cleared_before_each_check(desk: Path, environment: dict[str, str]) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "watch", "drafts", "--model", "none"],
        cwd=desk,
        env={**environment, "TERM": "xterm"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    told = b""
    while READY.encode() not in told:
        told += os.read(ours, 65_536)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=GENEROUS) == 130
    os.close(ours)
    assert told.startswith(b"\x1b[2J")
    assert b"FC203" in told


def looked(desk: Path, before: State | None = None, **settings: object) -> State:
    chosen = Settings(model="none", **settings)  # type: ignore[arg-type]
    folder = str(desk)
    return look(Watched(chosen, (f"{folder}/drafts",), (f"{folder}/notes",)), before)


def test_nothing_is_checked_that_did_not_change(desk: Path) -> None:
    first = looked(desk)
    os.utime(desk / "drafts/a.md")
    assert compare(first, looked(desk, first)).drafts == ()


def test_a_source_that_is_half_written_counts_as_it_was(desk: Path) -> None:
    first = looked(desk)
    (desk / "notes/source.txt").write_bytes(b"\x00\x01\x02" * 50)
    second = looked(desk, first)
    found = compare(first, second)
    assert found.drafts == ()
    assert len(found.lines) == 1
    assert "source.txt" in found.lines[0]
    # It is told once.
    assert compare(second, looked(desk, second)).lines == ()


def test_the_baseline_counts_as_a_setting(desk: Path) -> None:
    accepted = desk / "accepted.json"
    accepted.write_text("{}")
    first = looked(desk, baseline=accepted)
    accepted.write_text('{"entries": []}')
    second = looked(desk, first, baseline=accepted)
    assert len(compare(first, second).drafts) == 2


def test_trouble_is_told_once_and_ends_nothing(desk: Path) -> None:
    first = looked(desk)
    answers: list[Watched | str] = ["broken", "broken", first.watched]

    def watched() -> Watched:
        answer = answers.pop(0)
        if isinstance(answer, str):
            raise FactcheckError(answer)
        (desk / "drafts/b.txt").write_text("The ferry terminal will stay.\n")
        return answer

    found = [one for _, one in rounds(first, iter([None, None, None]), watched)]
    assert [one.lines for one in found] == [("broken",), ()]
    assert [draft.name for draft in found[1].drafts] == [f"{desk}/drafts/b.txt"]


def test_trouble_at_the_start_is_the_end(run_here, desk: Path) -> None:
    for arguments, message in (
        (("nowhere.md",), "nowhere.md: no such file"),
        (("-",), "standard input can't be watched"),
        (("drafts", "--format", "json=a.json"), "`factcheck lint` writes them to files"),
        (("drafts", "--against", "nowhere"), "nowhere: no such file"),
    ):
        done = run_here("watch", *arguments, "--model", "none", cwd=desk)
        assert done.returncode == 2, arguments
        assert message in done.stderr.decode()
        assert done.stdout == b""


def test_without_the_extra_it_says_what_to_install(cli, desk: Path) -> None:
    (desk / "watchfiles.py").write_text(
        "raise ModuleNotFoundError('not here', name='watchfiles')\n", encoding="utf-8"
    )
    done = cli("watch", "drafts", cwd=desk, env={"PYTHONPATH": str(desk)})
    assert done.returncode == 2
    assert b"pip install 'factcheck-cli[watch]'" in done.stderr
