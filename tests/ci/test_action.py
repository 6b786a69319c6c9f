"""action.yml: valid, no input in the text of a script, and its steps run by bash as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
EXPRESSION = re.compile(r"\$\{\{ *(.+?) *\}\}")
FAST = "--model none"
OUTPUTS = (("install", "program"), ("lint", "exit-code"), ("lint", "sarif-file"))


def test_it_is_an_action(valid) -> None:
    valid("github-actions", ACTION)


def test_no_script_holds_an_expression() -> None:
    scripts = [step["run"] for step in ACTION["runs"]["steps"] if "run" in step]
    assert len(scripts) == 2
    for script in scripts:
        assert "${{" not in script
        assert "eval" not in script


def test_what_its_scripts_read_is_there() -> None:
    known = {f"inputs.{name}" for name in ACTION["inputs"]}
    known |= {f"steps.{name}.outputs.{output}" for name, output in OUTPUTS}
    known |= {"github.action_path", "steps.python.outputs.python-path"}
    text = json.dumps([ACTION["runs"], ACTION["outputs"]])
    used = set(EXPRESSION.findall(text))
    assert used <= known
    assert {name for name in known if name.startswith("inputs.")} <= used


@pytest.fixture
def lint(desk: Path, shell: Callable[..., Any], tmp_path: Path) -> Callable[..., Any]:
    """Run the step that checks, with inputs by name; gives the run and the step's outputs."""

    def run(program: str = "factcheck", **inputs: str) -> tuple[Any, dict[str, str]]:
        values = {f"inputs.{name}": one["default"] for name, one in ACTION["inputs"].items()}
        values |= {f"inputs.{name.replace('_', '-')}": text for name, text in inputs.items()}
        values["inputs.args"] = f"{FAST} {inputs.get('args', '')}"
        values["steps.install.outputs.program"] = program
        env = {
            name: EXPRESSION.sub(lambda found: values[found[1]], text)
            for name, text in STEPS["lint"]["env"].items()
        }
        output = tmp_path / "output.txt"
        output.unlink(missing_ok=True)
        done = shell(STEPS["lint"]["run"], env)
        lines = output.read_text().splitlines() if output.exists() else []
        return done, dict(line.split("=", 1) for line in lines)

    return run


def test_findings_make_it_fail_and_stand_in_three_places(lint, tmp_path: Path) -> None:
    done, outputs = lint()
    assert done.returncode == 1, done.stderr
    assert outputs == {"exit-code": "1", "sarif-file": str(tmp_path / "runner/factcheck.sarif")}
    (result,) = json.loads(Path(outputs["sarif-file"]).read_text())["runs"][0]["results"]
    assert result["ruleId"] == "FC203"
    assert b"::error file=draft.md,line=1," in done.stdout
    assert (tmp_path / "summary.md").read_text().startswith("## factcheck: 1 finding\n")


def test_every_input_reaches_the_command(lint, desk: Path) -> None:
    (desk / "my notes").mkdir()
    (desk / "my notes/source.txt").write_text("The harbour plan of the council has 52 pages.\n")
    (desk / "a draft.txt").write_text("The harbour plan of the council has 48 pages.\n")
    (desk / "own.toml").write_text('ignore = ["impossible-date"]\n')
    (desk / "accepted.json").write_text("not JSON")
    two = "draft.md\n\na draft.txt"
    done, outputs = lint(
        paths=two, against="my notes", config="own.toml", fail_on="warning", upload_sarif="true"
    )
    assert outputs["exit-code"] == "1"
    assert b"FC101" in done.stdout
    assert b"FC203" not in done.stdout
    assert b"::" not in done.stdout
    assert lint(paths="a draft.txt", sarif_file="my report.sarif")[1] == {
        "exit-code": "0",
        "sarif-file": "my report.sarif",
    }
    assert lint(paths=two, args="--ignore FC203\n--fail-on=info")[1]["exit-code"] == "0"
    done, outputs = lint(baseline="accepted.json")
    assert outputs == {"exit-code": "2"}
    assert b"accepted.json" in done.stderr


@pytest.mark.parametrize(
    ("inputs", "arguments"),
    [
        ({"paths": "$(touch hacked)"}, ["--", "$(touch hacked)"]),
        ({"paths": "; touch hacked\r\n*"}, ["--", "; touch hacked\r", "*"]),
        ({"paths": "--config=own.toml"}, ["--", "--config=own.toml"]),
        ({"against": "`touch hacked`\n--exit-zero"}, ["--against=`touch hacked`"]),
        ({"against": "a\n--exit-zero"}, ["--against=--exit-zero"]),
        ({"args": '"; touch hacked; "'}, ['";', "touch", "hacked;", '"']),
        ({"args": "*\t$HOME\\\n\n  ~"}, ["*", "$HOME\\", "~"]),
        ({"config": "'; touch hacked; '"}, ["--config='; touch hacked; '"]),
        ({"fail_on": "error --exit-zero"}, ["--fail-on=error --exit-zero"]),
        ({"baseline": "&& touch hacked"}, ["--baseline=&& touch hacked"]),
        ({"sarif_file": "-rf $(touch hacked)"}, ["--format=sarif=-rf $(touch hacked)"]),
    ],
)
def test_hostile_inputs_are_arguments_and_nothing_else(
    lint, desk: Path, tmp_path: Path, inputs: dict[str, str], arguments: list[str]
) -> None:
    said = tmp_path / "bin/said"
    said.write_text('#!/bin/sh\nprintf "%s\\0" "$@"\n')
    said.chmod(0o755)
    done, outputs = lint(program="said", **inputs)
    assert outputs == {"exit-code": "0"}, done.stderr
    given = done.stdout.decode().split("\0")
    places = [given.index(one) for one in arguments]
    assert places == sorted(places)
    assert not (desk / "hacked").exists()


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        ({"paths": "\n\n"}, b"paths is empty"),
        ({"sarif_file": "a.sarif\nexit-code=0"}, b"more than one line"),
        ({"upload_sarif": "true; touch hacked"}, b'neither "true" nor "false"'),
    ],
)
def test_inputs_that_make_no_sense_are_refused(lint, inputs: dict[str, str], message) -> None:
    done, outputs = lint(**inputs)
    assert done.returncode == 2
    assert message in done.stderr
    assert outputs == {}


def test_what_the_command_refuses_is_the_code_of_the_step(lint, desk: Path) -> None:
    (desk / "own.toml").write_text("exit-zero = true\n")
    done, outputs = lint(paths="--config=own.toml", sarif_file="old.sarif")
    assert done.returncode == 2
    assert outputs == {"exit-code": "2"}
    assert b"no such file" in done.stderr


@pytest.mark.parametrize(
    ("version", "package"),
    [("", "/the/action"), ("1.2.3", "factcheck-cli==1.2.3"), ("2.0rc1", "factcheck-cli==2.0rc1")],
)
def test_it_installs_itself_or_a_version(shell, tmp_path: Path, version: str, package: str) -> None:
    done = install(shell, tmp_path, version)
    assert done.returncode == 0, done.stderr
    home = tmp_path / "runner/factcheck-venv"
    assert done.stdout.decode().splitlines() == [
        f"-m venv {home}",
        f"-m pip install --quiet --disable-pip-version-check {package}",
    ]
    assert (tmp_path / "output.txt").read_text() == f"program={home}/bin/factcheck\n"


@pytest.mark.parametrize("version", ["1 --index-url=http://a", "-r x", "1\n2", "$(touch hacked)"])
def test_what_is_no_version_is_not_installed(shell, tmp_path: Path, version: str) -> None:
    done = install(shell, tmp_path, version)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"not a version" in done.stderr


def install(shell: Callable[..., Any], tmp_path: Path, version: str) -> Any:
    """Run the step that installs, with a Python that only says what it is asked to do."""
    python = tmp_path / "bin/python-said"
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    (tmp_path / "runner/factcheck-venv/bin").mkdir(parents=True)
    (tmp_path / "runner/factcheck-venv/bin/python").symlink_to(python)
    env = {"PYTHON": str(python), "ACTION_PATH": "/the/action", "VERSION": version}
    assert set(STEPS["install"]["env"]) == set(env)
    return shell(STEPS["install"]["run"], env)
