"""Run a command and kill it, again and again; what is left each time is looked at.

usage: python killing.py KIND FOLDER KILLS

KIND is compare, lint, batch or archive. Everything is imported once and each run is a fork, so that
a kill hits the work and not the start of Python. Moments are spread evenly over the time that a run
takes, by a seed. Prints a JSON object: the kills, those that hit with some of the files written and
not all, and what was not as it should be.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BEFORE = b"the report of last week\n"
DOCUMENTS = 16


@dataclass(frozen=True)
class Scene:
    """A folder with texts in it, and a command that writes a cache and files there."""

    kind: str
    folder: Path

    @property
    def outputs(self) -> tuple[str, ...]:
        return () if self.kind in ("batch", "archive") else ("out.json", "out.html")

    @property
    def arguments(self) -> list[str]:
        common = ["--model", "none"]
        kept = ["--cache-dir", "kept"]
        reports = ["--format", "json=out.json", "--format", "html=out.html", "--exit-zero"]
        return {
            "compare": ["compare", "texts", *common, *kept, *reports],
            "lint": ["lint", "texts", "--against", "source.txt", *common, *kept, *reports],
            "batch": ["batch", "sets.jsonl", *common, *kept],
        }[self.kind]

    def prepare(self) -> None:
        """The texts, and nothing else."""
        texts = self.folder / "texts"
        texts.mkdir(parents=True)
        rows = []
        for number in range(DOCUMENTS):
            text = (
                f"The harbour plan, published on Monday, runs to {40 + number % 3} pages.\n\n"
                f"“We kept the lamps of ward {number},” said Ada Holt, the mayor of Oslo.\n\n"
                f"Ward {number} paid $5.{number}m for {number + 3} bridges on 3 March 2026.\n"
            )
            (texts / f"{number:02}.txt").write_text(text, encoding="utf-8")
            documents = [{"name": "a", "text": text}, {"name": "b", "text": text.upper()}]
            rows.append(json.dumps({"id": number, "documents": documents}) + "\n")
        (self.folder / "sets.jsonl").write_text("".join(rows), encoding="utf-8")
        source = "The harbour plan, published on Monday, runs to 41 pages.\n"
        (self.folder / "source.txt").write_text(source, encoding="utf-8")

    def clear(self, *, before: bool) -> None:
        """Nothing kept, nothing made; with `before`, a report of last week where one will go."""
        for name in ("kept", "made"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for name in (*self.outputs, "stdout"):
            (self.folder / name).unlink(missing_ok=True)
        if before:
            for name in self.outputs:
                (self.folder / name).write_bytes(BEFORE)

    def made(self) -> dict[str, bytes]:
        """What stands where the results go."""
        names = (*self.outputs, "stdout")
        paths = [self.folder / name for name in names]
        return {path.name: path.read_bytes() for path in paths if path.exists()}

    def kept(self) -> int:
        """The number of entries in the cache, or of partitions in the archive."""
        entries = self.folder.glob("kept/claims-1/??/*")
        partitions = self.folder.glob("made/partitions/*")
        return sum(one.suffix != ".part" for one in (*entries, *partitions))


def fork(work: Callable[[], int]) -> int:
    """Do `work` in a process of its own, which ends with the code that it gives; its number."""
    sys.stdout.flush()
    number = os.fork()
    if number:
        return number
    code = 99
    try:
        code = work()
    finally:
        os._exit(code)


def command(scene: Scene) -> int:
    """The command as the console script runs it, its standard output in a file."""
    from factcheck.cli.entry import main

    os.chdir(scene.folder)
    if scene.kind == "archive":
        return build()
    out = os.open("stdout", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    os.dup2(out, 1)
    sys.argv = ["factcheck", *scene.arguments]
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)


def build() -> int:
    """An archive of four texts to a partition; 2 where one is finished already."""
    from factcheck.archive.build import build
    from factcheck.archive.inputs import Columns, each_article
    from factcheck.model import FactcheckError

    articles = each_article(["texts"], columns=Columns(), failed=print)
    try:
        build("made", articles, model="none", size=4)
    except FactcheckError:
        return 2
    return 0


def ended(process: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def texts_of(scene: Scene) -> dict[str, str]:
    from factcheck.archive.store import open_store

    rows = open_store(str(scene.folder / "made")).rows(["name", "text"])
    return {row["name"]: row["text"] for row in rows}


def archive_faults(scene: Scene, *, whole: bool) -> int:
    """0 for an archive that holds what it should: all texts, or some of them and nothing else."""
    from factcheck.archive.manifest import read_manifest

    os.chdir(scene.folder)
    if read_manifest(scene.folder / "made") is None:
        return int(whole)
    given = {path.as_posix(): path.read_text() for path in Path("texts").iterdir()}
    found = texts_of(scene)
    return int(found != given if whole else not found.items() <= given.items())


def faults(scene: Scene, expected: dict[str, bytes], code: int) -> Iterator[str]:
    """What is wrong after a kill, and then after another run over what it left."""
    for name, data in scene.made().items():
        if name == "stdout":
            if scene.kind != "archive" and not expected[name].startswith(data):
                yield f"{name} is neither whole nor a beginning"
        elif data not in (BEFORE, expected[name]):
            yield f"{name} is half written"
    if scene.kind == "archive":
        if ended(fork(lambda: archive_faults(scene, whole=False))):
            yield "the archive can't be opened or holds something else"
        again = ended(fork(lambda: command(scene)))
        # A finished archive is not built over.
        if again not in (code, 2) or ended(fork(lambda: archive_faults(scene, whole=True))):
            yield f"the archive does not end as it should ({again})"
        return
    if ended(fork(lambda: command(scene))) != code or scene.made() != expected:
        yield "another run over the same cache gives something else"


def main() -> None:
    kind, place, wanted = sys.argv[1:]
    sys.path.insert(0, str(ROOT))
    import factcheck.cli.app
    import factcheck.drafts
    import factcheck.report.html.page

    if kind == "archive":
        import rensa  # noqa: F401

        import factcheck.archive.build
        import factcheck.archive.inputs  # noqa: F401

    scene = Scene(kind, Path(place))
    scene.prepare()
    times = []
    for _ in range(3):
        scene.clear(before=False)
        start = time.monotonic()
        code = ended(fork(lambda: command(scene)))
        times.append(time.monotonic() - start)
    expected, entries = scene.made(), scene.kept()
    assert code == 0, code
    assert entries, "nothing is kept"
    chance = random.Random(kind)
    kills = midway = 0
    wrong = []
    for turn in range(3 * int(wanted)):
        if kills == int(wanted):
            break
        scene.clear(before=bool(turn % 2))
        process = fork(lambda: command(scene))
        time.sleep(chance.uniform(0.05, 1) * sorted(times)[1])
        os.kill(process, signal.SIGKILL)
        if ended(process) != -signal.SIGKILL:
            continue
        kills += 1
        midway += 0 < scene.kept() < entries or scene.made().keys() < expected.keys()
        wrong += [f"kill {kills}: {fault}" for fault in faults(scene, expected, code)]
    print(json.dumps({"kills": kills, "midway": midway, "wrong": wrong}))


if __name__ == "__main__":
    main()
