"""`factcheck baseline update` and `--baseline`: accepted findings, new ones, stale entries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.cli.decisions import decided
from factcheck.filters.baseline_file import Baseline
from factcheck.model import FactcheckError

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/schema/baseline-v1.json").read_text(encoding="utf-8"))
FIRST = "The ticket is valid until 31 April 2026."
SECOND = "The pass is valid until 31 June 2026."
PLAIN = "The boat leaves whatever the weather."
FAST = ("--model", "none", "--no-cache")
DATES = ("--select", "FC203,FC001,FC002", *FAST)


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "a.md").write_text(f"# Tickets\n\n{PLAIN}\n\n{FIRST}\n", encoding="utf-8")
    (folder / "b.md").write_text(f"# Passes\n\n{PLAIN}\n\n{SECOND}\n", encoding="utf-8")
    return folder


def saved(folder: Path, name: str = "factcheck-baseline.json") -> Any:
    value = json.loads((folder / name).read_text(encoding="utf-8"))
    Draft202012Validator(SCHEMA).validate(value)
    return value


def test_what_is_accepted_is_not_reported_again(cli, drafts: Path, tmp_path: Path) -> None:
    assert cli("lint", "drafts", *DATES).returncode == 1
    done = cli("baseline", "update", "drafts", *DATES, "--reason", "printed so")
    assert done.returncode == 0
    assert done.stderr == b"factcheck-baseline.json: 2 entries (2 added, 0 dropped)\n"
    assert done.stdout == b""
    entries = saved(tmp_path)["entries"]
    assert [(one["document"], one["code"], one["reason"]) for one in entries] == [
        ("drafts/a.md", "FC203", "printed so"),
        ("drafts/b.md", "FC203", "printed so"),
    ]
    for command in ("lint", "compare"):
        again = cli(command, "drafts", *DATES, "--baseline", "factcheck-baseline.json")
        assert again.returncode == 0
        assert b"2 findings suppressed: 2 by the baseline" in again.stdout
        assert again.stderr == b""


def test_it_survives_moves_edits_and_other_folders(cli, drafts: Path, tmp_path: Path) -> None:
    cli("baseline", "update", "drafts", *DATES)
    text = (
        f"# Tickets\n\n{PLAIN}\n\nMore words.\n\n  {FIRST.replace(' is', '  is')}\n\n{PLAIN} So.\n"
    )
    (drafts / "a.md").write_text(text.replace("\n", "\r\n"), encoding="utf-8")
    path = tmp_path / "factcheck-baseline.json"
    for where, name in ((tmp_path, "drafts/a.md"), (drafts, "a.md"), (tmp_path, drafts / "a.md")):
        done = cli("lint", name, *DATES, "--baseline", path, cwd=where)
        assert (done.returncode, done.stderr) == (0, b""), done.stdout


def test_a_new_finding_is_reported(cli, drafts: Path, tmp_path: Path) -> None:
    cli("baseline", "update", "drafts", *DATES)
    with (drafts / "a.md").open("a", encoding="utf-8") as file:
        file.write("\nThe card is valid until 31 September 2026.\n")
    done = cli(
        "lint", "drafts", *DATES, "--baseline", "factcheck-baseline.json", "--format", "json"
    )
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert len(report["findings"]) == 1
    assert [one["suppression"]["kind"] for one in report["suppressed"]] == ["baseline"] * 2


def test_equal_findings_are_counted(cli, drafts: Path, tmp_path: Path) -> None:
    twice = f"{FIRST}\n\n{PLAIN}\n\n{FIRST}\n"
    (drafts / "a.md").write_text(f"# Tickets\n\n{twice}", encoding="utf-8")
    cli("baseline", "update", "drafts", *DATES)
    counts = {one["document"]: one.get("count", 1) for one in saved(tmp_path)["entries"]}
    assert counts == {"drafts/a.md": 2, "drafts/b.md": 1}
    (drafts / "a.md").write_text(f"# Tickets\n\n{twice}\nBut then:\n\n{FIRST}\n", encoding="utf-8")
    arguments = ("lint", "drafts", *DATES, "--baseline", "factcheck-baseline.json")
    done = cli(*arguments, "--format", "json")
    assert len(json.loads(done.stdout)["findings"]) == 1
    (drafts / "a.md").rename(drafts / "renamed.md")
    (drafts / "renamed.md").write_text(f"# Tickets\n\n{twice}", encoding="utf-8")
    assert cli(*arguments).returncode == 0


def test_an_entry_accepts_nothing_in_another_file_while_its_own_is_there(cli, drafts: Path) -> None:
    (drafts / "c.md").write_text(f"# Tickets\n\n{FIRST}\n", encoding="utf-8")
    cli("baseline", "update", drafts / "c.md", *DATES)
    (drafts / "d.md").write_text(f"# Tickets\n\n{FIRST}\n", encoding="utf-8")
    arguments = ("lint", drafts / "d.md", *DATES, "--baseline", "factcheck-baseline.json")
    assert cli(*arguments).returncode == 1
    (drafts / "c.md").unlink()
    assert cli(*arguments).returncode == 0


def test_stale_entries_are_listed_and_dropped(cli, drafts: Path, tmp_path: Path) -> None:
    cli("baseline", "update", "drafts", *DATES)
    path = tmp_path / "factcheck-baseline.json"
    value = saved(tmp_path)
    value["entries"][1]["reason"] = "agreed with the desk"
    path.write_text(json.dumps(value), encoding="utf-8")
    (drafts / "a.md").write_text(f"# Tickets\n\n{PLAIN}\n", encoding="utf-8")
    done = cli("lint", "drafts", *DATES, "--baseline", path)
    assert done.returncode == 0
    told = done.stderr.decode().splitlines()
    assert told[0].startswith("baseline: 1 entry stale")
    assert "FC203 drafts/a.md" in told[1]
    # Neither other files nor other rules say anything of an entry.
    assert cli("lint", "drafts/b.md", *DATES, "--baseline", path).stderr == b""
    assert cli("lint", "drafts", "--select", "FC701", *FAST, "--baseline", path).stderr == b""
    for arguments in (("drafts/b.md", *DATES), ("drafts", "--select", "FC701", *FAST)):
        assert cli("baseline", "update", *arguments).returncode == 0
        assert len(saved(tmp_path)["entries"]) == 2
    done = cli("baseline", "update", "drafts", *DATES)
    assert done.stderr.endswith(b"1 entry (0 added, 1 dropped)\n")
    (entry,) = saved(tmp_path)["entries"]
    assert entry["reason"] == "agreed with the desk"
    (drafts / "b.md").unlink()
    done = cli("baseline", "update", "drafts", *DATES)
    assert done.stderr.endswith(b"0 entries (0 added, 1 dropped)\n")


def test_the_same_findings_give_the_same_bytes(cli, drafts: Path, tmp_path: Path) -> None:
    path = tmp_path / "factcheck-baseline.json"
    cli("baseline", "update", "drafts/b.md", "drafts/a.md", *DATES)
    first = path.read_bytes()
    cli("baseline", "update", "drafts", *DATES)
    assert path.read_bytes() == first


def test_a_conflict_with_a_source_can_be_accepted(cli, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The harbour plan has 48 pages.\n", encoding="utf-8")
    (tmp_path / "source.txt").write_text("The harbour plan has 52 pages.\n", encoding="utf-8")
    arguments = ("draft.txt", "--against", "source.txt", "--select", "FC101", "--no-cache")
    assert cli("lint", *arguments).returncode == 1
    cli("baseline", "update", *arguments, "--baseline", "known.json")
    (entry,) = saved(tmp_path, "known.json")["entries"]
    assert (entry["document"], entry["others"]) == ("draft.txt", ["source.txt"])
    done = cli("lint", *arguments, "--baseline", "known.json")
    assert (done.returncode, done.stderr) == (0, b"")
    alone = cli("lint", "draft.txt", "--select", "FC101", "--baseline", "known.json")
    assert (alone.returncode, alone.stderr) == (0, b"")


def test_a_saved_report_and_decisions_on_it(cli, drafts: Path, tmp_path: Path) -> None:
    done = cli("lint", "drafts", *DATES, "--format", "json=report.json")
    findings = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["findings"]
    marks = [one["fingerprint"] for one in findings]
    decisions = [
        {"fingerprint": marks[0], "decision": "false", "note": "printed  so"},
        {"fingerprint": marks[1], "decision": "right"},
    ]
    (tmp_path / "decisions.json").write_text(json.dumps(decisions), encoding="utf-8")
    saves = ("--from", "report.json", "--from", "decisions.json")
    done = cli("baseline", "update", *saves)
    assert done.stderr == b"factcheck-baseline.json: 1 entry (1 added, 0 dropped)\n"
    (entry,) = saved(tmp_path)["entries"]
    assert (entry["fingerprint"], entry["reason"]) == (marks[0], "printed so")
    done = cli(
        "lint", "drafts", *DATES, "--baseline", "factcheck-baseline.json", "--format", "json"
    )
    assert [one["fingerprint"] for one in json.loads(done.stdout)["findings"]] == marks[1:]
    done = cli("baseline", "update", "--from", "report.json")
    assert done.stderr.endswith(b"2 entries (1 added, 0 dropped)\n")
    decisions[0]["decision"] = "done"
    (tmp_path / "decisions.json").write_text(json.dumps({"decisions": decisions}), "utf-8")
    done = cli("baseline", "update", "--from", "decisions.json")
    assert done.stderr.endswith(b"0 entries (0 added, 2 dropped)\n")


def test_a_baseline_that_is_missing_or_none(cli, drafts: Path, tmp_path: Path) -> None:
    for command in ("lint", "compare"):
        done = cli(command, "drafts", *DATES, "--baseline", "b.json")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"factcheck: b.json: there is no such baseline")
    (tmp_path / "b.json").write_text("{}", encoding="utf-8")
    done = cli("baseline", "update", "drafts", *DATES, "--baseline", "b.json")
    assert done.returncode == 2
    assert (tmp_path / "b.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("nonsense", "not JSON"),
        ("{}", "decisions"),
        ('[{"decision": "false"}]', "fingerprint"),
        ('[{"fingerprint": "ab", "decision": "maybe"}]', "maybe"),
        ('{"findings": [{"code": "FC101"}]}', "--format json"),
    ],
)
def test_saved_findings_that_are_none(tmp_path: Path, content: str, word: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FactcheckError, match=word):
        decided(Baseline(), [path], path=tmp_path / "b.json", reason="")


def test_files_or_saved_findings(cli, drafts: Path) -> None:
    assert cli("baseline", "update").returncode == 2
    assert cli("baseline", "update", "drafts", "--from", "x.json").returncode == 2


def test_the_configuration_names_the_baseline(cli, drafts: Path, tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('baseline = "kept/known.json"\n', encoding="utf-8")
    (tmp_path / "kept").mkdir()
    assert cli("lint", "drafts", *DATES).returncode == 2
    assert cli("baseline", "update", "drafts", *DATES).returncode == 0
    assert len(saved(tmp_path, "kept/known.json")["entries"]) == 2
    assert cli("lint", "drafts", *DATES).returncode == 0
