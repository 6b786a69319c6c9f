"""docs/ci.md: its recipes are valid for whom they are meant, and do what the page says."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import yaml
from pre_commit.clientlib import load_config, load_manifest

import factcheck

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
RECIPES = {
    name: dedent(text)
    for name, text in re.findall(r"^ *```\w+ (\S+)\n(.*?)^ *```$", PAGE, re.M | re.S)
}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = f"OWNER/factcheck@v{factcheck.__version__}"
Shell = Callable[..., Any]


def steps(name: str) -> list[dict[str, Any]]:
    """The steps of the one job of a workflow."""
    (job,) = yaml.safe_load(RECIPES[name])["jobs"].values()
    return list(job["steps"])


@pytest.fixture
def newsroom(desk: Path) -> Path:
    """`desk` as the page supposes it: drafts, one of them wrong, and notes."""
    for folder in ("drafts", "notes"):
        (desk / folder).mkdir()
    (desk / "draft.md").rename(desk / "drafts/a.md")
    (desk / "notes/b.txt").write_text("The ferry terminal will move.\n")
    (desk / "factcheck.toml").write_text('model = "none"\nselect = ["FC2"]\n')
    return desk


def test_every_block_is_a_recipe_that_a_test_runs() -> None:
    assert PAGE.count("```") == 2 * len(RECIPES)
    assert set(RECIPES) == {
        *("github-action", "github-code-scanning", "github-commands", "gitlab", "shell"),
        *("changed-files", "pre-commit", "pre-commit-compare", "look", "accept", "new-only"),
    }


@pytest.mark.parametrize("name", [name for name in RECIPES if name.startswith("github-")])
def test_workflows_are_valid(valid, name: str) -> None:
    workflow = yaml.safe_load(RECIPES[name])
    # YAML 1.1 reads the key "on" as true; GitHub does not.
    valid("github-workflows", {"on" if key is True else key: workflow[key] for key in workflow})
    assert "${{" not in RECIPES[name]


def test_the_step_has_the_inputs_that_are_used_and_told() -> None:
    for name in ("github-action", "github-code-scanning"):
        (step,) = [one for one in steps(name) if one["uses"] == STEP]
        assert set(step["with"]) <= set(ACTION["inputs"])
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:`(.+?)`)? *\|", PAGE, re.M)
    assert dict(rows) == {name: one["default"] for name, one in ACTION["inputs"].items()}
    for output in ACTION["outputs"]:
        assert f"`{output}`" in PAGE


def test_commands_for_github(newsroom: Path, shell: Shell, tmp_path: Path) -> None:
    scripts = {one["name"]: one["run"] for one in steps("github-commands") if "run" in one}
    checked = shell(scripts["Check"])
    assert checked.returncode == 1, checked.stderr
    assert b"::error file=drafts/a.md,line=1," in checked.stdout
    assert shell(scripts["Summary"]).returncode == 0
    assert "FC203" in (tmp_path / "summary.md").read_text()
    (kept,) = [one for one in steps("github-commands") if one.get("name") == "Keep the report"]
    assert json.loads((newsroom / kept["with"]["path"]).read_text())["runs"][0]["results"]


def test_gitlab(newsroom: Path, shell: Shell, valid) -> None:
    pipeline = yaml.safe_load(RECIPES["gitlab"])
    valid("gitlab-ci", pipeline)
    job = pipeline["factcheck"]
    assert shell("\n".join(job["script"])).returncode == 1
    (finding,) = json.loads((newsroom / job["artifacts"]["reports"]["codequality"]).read_text())
    assert finding["location"]["path"] == "drafts/a.md"


def test_a_shell(newsroom: Path, shell: Shell) -> None:
    done = shell(RECIPES["shell"])
    assert done.returncode == 1
    assert done.stdout.startswith(b"drafts/a.md:1:27: error")
    assert "FC203" in (newsroom / "factcheck.xml").read_text()


def test_what_a_branch_has_changed(newsroom: Path, shell: Shell) -> None:
    me = {"GIT_CONFIG_GLOBAL": os.devnull}
    for role in ("AUTHOR", "COMMITTER"):
        me |= {f"GIT_{role}_NAME": "Anna", f"GIT_{role}_EMAIL": "anna@example.org"}
    commit = "git add -A && git commit -q -m texts"
    begun = shell(f"git init -q -b main && {commit} && git checkout -q -b new", me)
    assert begun.returncode == 0, begun.stderr
    unchanged = shell(RECIPES["changed-files"], me)
    assert (unchanged.returncode, unchanged.stdout) == (0, b"")
    (newsroom / "drafts/a new one.md").write_text("The pass is valid until 31 June 2026.\n")
    assert shell(commit, me).returncode == 0
    changed = shell(RECIPES["changed-files"], me)
    assert changed.returncode == 1, changed.stderr
    assert b"31 June" in changed.stdout
    assert b"31 April" not in changed.stdout


@pytest.mark.parametrize("name", ["pre-commit", "pre-commit-compare"])
def test_pre_commit(tmp_path: Path, name: str) -> None:
    file = tmp_path / ".pre-commit-config.yaml"
    file.write_text(RECIPES[name])
    ((repository,),) = [load_config(str(file))["repos"]]
    assert repository["rev"] == f"v{factcheck.__version__}"
    known = {hook["id"] for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))}
    assert {hook["id"] for hook in repository["hooks"]} <= known


def test_starting_with_many_texts(newsroom: Path, shell: Shell) -> None:
    looked = shell(RECIPES["look"])
    assert looked.returncode == 0
    assert b"FC203" in looked.stdout
    assert shell(RECIPES["accept"]).returncode == 0
    assert "before we used factcheck" in (newsroom / "factcheck-baseline.json").read_text()
    assert shell(RECIPES["new-only"]).returncode == 0
    (newsroom / "drafts/new.md").write_text("The pass is valid until 31 June 2026.\n")
    new = shell(RECIPES["new-only"])
    assert new.returncode == 1
    assert b"31 June" in new.stdout
    assert b"31 April" not in new.stdout


def test_the_version_is_ours() -> None:
    assert set(re.findall(r"(?:factcheck-cli==|factcheck@v|rev: v)([\d.]+)", PAGE)) == {
        factcheck.__version__
    }


def test_exit_codes_are_those_of_the_readme() -> None:
    codes = re.findall(r"^\| (\d+) \|", PAGE, re.M)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert codes == re.findall(r"^\| (\d+) \|", readme, re.M) == ["0", "1", "2", "130"]


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^a-z -]", "", line.lower()).replace(" ", "-")
        for line in re.findall(r"^## (.+)$", PAGE, re.M)
    }
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        if target.startswith("#"):
            assert target[1:] in headings, target
        else:
            assert (ROOT / "docs" / target).is_file(), target
