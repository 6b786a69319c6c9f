"""Which configuration file holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.configuration.find import find_file
from factcheck.model import FactcheckError

TABLE = '[tool.factcheck]\nselect = ["FC1"]\n'


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """work/ (the working folder) with work/desk/story, and outside/."""
    (tmp_path / "work/desk/story").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def found(tree: Path, *paths: str) -> str:
    path = find_file(paths)
    return path.relative_to(tree).as_posix() if path else ""


def test_none(tree: Path) -> None:
    assert find_file(["desk/story/a.txt"]) is None


def test_the_nearest_wins(tree: Path) -> None:
    (tree / "factcheck.toml").write_text("")
    assert found(tree, "desk/story/a.txt") == "factcheck.toml"
    (tree / "work/pyproject.toml").write_text(TABLE)
    assert found(tree, "desk/story") == "work/pyproject.toml"
    (tree / "work/desk/factcheck.toml").write_text("")
    assert found(tree, "desk/story/*.txt") == "work/desk/factcheck.toml"
    assert found(tree, "-") == "work/pyproject.toml"
    assert found(tree) == "work/pyproject.toml"


def test_several_paths_share_one_file_whatever_their_order(tree: Path) -> None:
    (tree / "work/factcheck.toml").write_text("")
    (tree / "work/desk/story/factcheck.toml").write_text("")
    assert found(tree, "desk/story/a.txt", "desk/b.txt") == "work/factcheck.toml"
    assert found(tree, "desk/b.txt", "desk/story/a.txt") == "work/factcheck.toml"
    assert found(tree, "desk/story/b.txt", "desk/story/a.txt") == "work/desk/story/factcheck.toml"


def test_the_working_folder_stands_in_for_files_elsewhere(tree: Path) -> None:
    (tree / "work/factcheck.toml").write_text("")
    assert found(tree, str(tree / "outside/a.txt")) == "work/factcheck.toml"


def test_a_pyproject_without_our_table_is_passed_over(tree: Path) -> None:
    (tree / "factcheck.toml").write_text("")
    for text in ('[project]\nname = "factcheck-house"\n', "[tool.ruff]\n", "not = = toml\n"):
        (tree / "work/pyproject.toml").write_text(text)
        assert found(tree, "desk") == "factcheck.toml"


def test_two_in_one_folder_are_refused(tree: Path) -> None:
    (tree / "work/factcheck.toml").write_text("")
    (tree / "work/pyproject.toml").write_text(TABLE)
    with pytest.raises(FactcheckError, match=r"two configurations in one folder.*--config"):
        find_file(["desk"])
