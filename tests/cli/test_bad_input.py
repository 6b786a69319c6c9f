"""Whatever is wrong with the input, one clear line says so and the exit code is 2."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

GOOD = "Harbour plan out\n\nThe harbour plan, published on Monday, runs to 48 pages.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def one_line(done: subprocess.CompletedProcess[bytes], *words: str) -> None:
    """Exit code 2, nothing on standard output, one line on standard error with all `words`."""
    told = done.stderr.decode("utf-8")
    assert done.returncode == 2, told
    assert done.stdout == b""
    assert told.count("\n") == 1, told
    assert told.startswith("factcheck: ")
    assert "fault of ours" not in told
    for word in words:
        assert word in told


def test_a_path_that_is_not_there_among_others(cli, good: Path) -> None:
    one_line(cli("compare", good, "god.txt"), "god.txt", "good.txt")


def test_a_mistyped_path_is_never_a_text(cli) -> None:
    one_line(cli("compare", "The harbour plan runs to 48 pages."))


def test_an_empty_file(cli, good: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    one_line(cli("compare", good, "empty.txt"), "empty.txt")


def test_a_folder_with_nothing_readable(cli, good: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    one_line(cli("compare", good, "folder"), "folder")


def test_a_binary_file(cli, good: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(bytes(range(256)) * 20)
    one_line(cli("compare", good, "photo.txt"), "photo.txt")


def test_bytes_of_no_known_encoding(cli, good: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.txt").write_bytes(b"The plan \x81\x8d\x8f\x90\x9d runs to 48 pages.")
    one_line(cli("compare", good, "odd.txt"), "odd.txt")


def test_a_line_of_50_megabytes(cli, good: Path, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes(b"words " * 8_400_000)
    one_line(cli("compare", good, "long.txt"), "long.txt", "MB")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_no_permission(cli, good: Path, tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_text(GOOD)
    (tmp_path / "locked.txt").chmod(0)
    one_line(cli("compare", good, "locked.txt"), "locked.txt", "permission")


def test_a_name_that_would_steer_the_terminal(cli) -> None:
    told = cli("compare", "\x1b[2Jgone.txt")
    one_line(told, "gone.txt")
    assert b"\x1b" not in told.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--select", "quantity-missmatch"], "quantity-mismatch"),
        (["--ignore", "nonsense"], "factcheck rules"),
        (["--format", "jsn"], "json"),
        (["--format", "json="], "file"),
        (["--format", "json", "--format", "text"], "standard output"),
        (["--format", "json=no/such/folder/x.json"], "no/such/folder/x.json"),
        (["--model", "en_core_web_nothing"], "en_core_web_nothing"),
        (["--min-confidence", "60"], "between 0 and 1"),
        (["--jobs", "-3"], "jobs"),
        (["--cache-dir", "good.txt"], "good.txt"),
    ],
)
def test_options_that_cannot_be_honoured(cli, good: Path, arguments: list[str], word: str) -> None:
    one_line(cli("compare", good, *arguments), word)


def test_usage_errors_are_2_as_well(cli) -> None:
    for arguments in (["compare"], ["compare", "--nonsense"], ["nonsense"]):
        assert cli(*arguments).returncode == 2


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "JSON"), (b"{}", "report"), (b"\xff\xfe\x00", "UTF-8"), (b'{"findings": []}', "0123")],
)
def test_explain_from_what_is_no_report(cli, tmp_path: Path, content: bytes, word: str) -> None:
    (tmp_path / "report.json").write_bytes(content)
    one_line(cli("explain", "0123", "--from", "report.json"), word)


def test_explain_from_a_report_that_is_not_there(cli) -> None:
    one_line(cli("explain", "0123", "--from", "gone.json"), "gone.json")


def test_explain_an_unknown_rule(cli) -> None:
    one_line(cli("explain", "FC1011"), "FC101")


def test_batch_of_a_file_that_is_not_there(cli) -> None:
    one_line(cli("batch", "gone.jsonl"), "gone.jsonl")


def test_a_closed_pipe_ends_cleanly(tmp_path: Path, good: Path) -> None:
    command = f'"{sys.executable}" -m factcheck claims "{good}" --model none --no-cache | head -c 1'
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, timeout=120, check=False
    )
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m factcheck rules > /dev/full'
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"factcheck: standard output: can't write")
    assert done.stderr.count(b"\n") == 1


def test_a_device_is_written_to_and_not_replaced(cli, good: Path, tmp_path: Path) -> None:
    device = tmp_path / "full"
    try:
        os.mknod(device, stat.S_IFCHR | 0o666, os.makedev(1, 7))
        device.open("wb").close()
    except OSError as error:
        pytest.skip(f"no device can be made here: {error}")
    one_line(cli("compare", good, "--model", "none", "--format", f"json={device}"), "full")
    assert device.is_char_device()


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes there")
def test_a_pipe_carries_a_report_as_a_file_does(tmp_path: Path, good: Path) -> None:
    pipe = tmp_path / "report"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "factcheck", "compare", good, "--model", "none"]
    running = subprocess.Popen([*command, "--format", f"json={pipe}"])
    with pipe.open(encoding="utf-8") as read:
        assert '"factcheck.report/v1"' in read.read()
    assert running.wait(timeout=60) == 0
    assert pipe.is_fifo()


def test_a_closed_output_leaves_the_exit_code() -> None:
    command = f'"{sys.executable}" -m factcheck rules >&-'
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_130_without_a_traceback(tmp_path: Path, jobs: str) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "batch", "-", "--model", "none", "--jobs", jobs],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdin is not None
    assert running.stdout is not None
    one = b'{"id": 1, "documents": [{"name": "a", "text": "The plan has 48 pages."}]}\n'
    running.stdin.write(one * 40)
    running.stdin.flush()
    assert running.stdout.readline()
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert b"Traceback" not in told


def test_a_fault_of_ours_is_one_line_unless_asked(tmp_path: Path) -> None:
    script = (
        "import factcheck.pipeline, sys\n"
        "def broken(*args, **named): raise ValueError('boom')\n"
        "factcheck.pipeline.run = broken\n"
        "sys.argv = ['factcheck', 'compare', 'good.txt', '--no-cache']\n"
        "from factcheck.cli.entry import main\n"
        "main()\n"
    )
    (tmp_path / "good.txt").write_text(GOOD)
    for debug in ("", "1"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "FACTCHECK_DEBUG": debug},
            check=False,
        )
        assert (b"Traceback" in done.stderr) == (debug == "1")
        if not debug:
            assert done.returncode == 2
            assert done.stderr.count(b"\n") == 1
            assert b"ValueError: boom" in done.stderr
