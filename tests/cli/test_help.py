"""The help of every command fits a screen and has examples that parse; shells complete."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli.app import app

COMMANDS = [command.name for command in app.registered_commands]
SCREEN = 40


def help_of(command: str) -> str:
    done = CliRunner().invoke(app, [*command.split(), "--help"], prog_name="factcheck")
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_a_screen(command: str) -> None:
    lines = help_of(command).splitlines()
    assert len(lines) <= SCREEN
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_examples_are_command_lines_that_exist(command: str) -> None:
    examples = help_of(command).split("Examples")[1].splitlines()[1:]
    assert len(examples) >= (1 if command == "lsp" else 2)
    for example in examples:
        words = shlex.split(example.split("|")[-1].split(">")[0])
        assert words[0] == "factcheck"
        assert command in ("", words[1])
        listed = help_of(words[1])
        for option in (word for word in words if word.startswith("--")):
            assert f"{option} " in listed


def completed(cli, *words: str) -> list[str]:
    environment = {
        "_FACTCHECK_COMPLETE": "complete_bash",
        "COMP_WORDS": " ".join(("factcheck", *words)),
        "COMP_CWORD": str(len(words)),
    }
    return cli(env=environment).stdout.decode().split()


def test_commands_options_and_rules_are_completed(cli) -> None:
    assert completed(cli, "li") == ["lint"]
    assert completed(cli, "lint", "--stat") == ["--statistics"]
    assert completed(cli, "lint", "--select", "FC101") == ["FC101"]
    assert completed(cli, "explain", "quantity") == ["quantity-mismatch"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")
def test_bash_takes_the_script(cli, tmp_path: Path) -> None:
    script = cli("--show-completion", "bash").stdout.decode()
    (tmp_path / "factcheck").write_text(f'#!/bin/sh\nexec {sys.executable} -m factcheck "$@"\n')
    (tmp_path / "factcheck").chmod(0o755)
    asked = (
        f'PATH="{tmp_path}:$PATH"\n{script}\nCOMP_WORDS=(factcheck exp)\nCOMP_CWORD=1\n'
        '_factcheck_completion factcheck\necho "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "explain"
