"""The archive at scale: drafts, all against all, annotation, passages, kills, a cluster.

usage: python benchmarks/archive.py [--only PART] [--claims N] [--folder DIR] [--jobs N] [--kills N]

PART is drafts, everything, annotation, parsing, passages, kills or cluster. Prints one line a
figure: what was measured, the target where there is one, and "ok" or "over". The archives are made
by archive_data.py (which says how) in DIR, and found there again. Times are elapsed seconds, with
processor seconds beside them, since others may use the machine. Exit code 0 whatever is found.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.archive_data import PLANTED, Planted, make_archive, planted_articles, planted_draft
from benchmarks.run import CORPUS, ROOT, factcheck, measure, show
from benchmarks.synthetic import articles
from factcheck.annotate import resolve_model
from factcheck.archive.build import build
from factcheck.archive.drafts import check_drafts
from factcheck.archive.everything import (
    HANDFUL,
    Scope,
    check_stories,
    compare_archive,
    find_stories,
)
from factcheck.archive.inputs import Columns, each_article
from factcheck.archive.passages import near_duplicates
from factcheck.archive.retrieve import CUT, FLOOR, TOP_ALL, all_candidates, candidates_sql
from factcheck.archive.store import Store, open_store
from factcheck.archive.tables import KEYS
from factcheck.config import Settings
from factcheck.model import Finding, Severity
from factcheck.pipeline import run
from factcheck.read import document_from_text
from factcheck.workers import work_through

CONFLICTS = ("FC1", "FC2", "FC3", "FC4", "FC5")


@contextmanager
def taken() -> Iterator[list[float]]:
    """The elapsed and the processor seconds of a `with` block, children's aside."""
    found: list[float] = []
    start, used = time.perf_counter(), time.process_time()
    yield found
    found += [time.perf_counter() - start, time.process_time() - used]


def archive_of(folder: Path, claims: int, jobs: int) -> Store:
    """The made-up archive of so many claims, made if it isn't in `folder` yet."""
    place = folder / f"archive-{claims}"
    if not (place / "manifest.json").exists():
        shutil.rmtree(place, ignore_errors=True)
        made = make_archive(place, claims, model=resolve_model("auto"), jobs=jobs)
        print(f"made {place}: {made}", file=sys.stderr)
    return open_store(str(place))


def is_conflict(finding: Finding) -> bool:
    """Whether a finding says that the draft contradicts the archive."""
    across = any(place.document != finding.primary.document for place in finding.related)
    return across and finding.code.startswith(CONFLICTS) and finding.severity is not Severity.INFO


def tells(finding: Finding, planted: Planted) -> bool:
    """Whether a finding is the planted one: both its values and no other field's."""
    values = [value.replace(",", "") for value in finding.values]
    return all(
        any(wanted.replace(",", "") in value for value in values)
        for wanted in (planted.here, planted.there)
    )


def drafts(given: argparse.Namespace) -> None:
    """Drafts of about 40 claims against an archive, in one process and from a cold one."""
    store = archive_of(given.folder, given.claims, given.jobs)
    claims = sum(one.claims for one in store.manifest.partitions)
    what = f"{claims:,} claims, {store.articles:,} articles"
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(use_cache=True, cache_dir=Path(name))
        elapsed, processor, reading, sizes = [], [], [], []
        found = planted = false = lost = 0
        for number in range(PLANTED):
            one = planted_draft(number)
            draft = document_from_text(one.text, name=one.name)
            with taken() as first:  # read, and kept in the cache
                check_drafts(store, [draft], settings=settings)
            with taken() as again:
                report = check_drafts(store, [draft], settings=settings)
            reading.append(first[1] - again[1])
            elapsed.append(again[0])
            processor.append(again[1])
            sizes.append(report.claim_counts[one.name])
            conflicts = [finding for finding in report.findings if is_conflict(finding)]
            right = [finding for finding in conflicts if one.here and tells(finding, one)]
            planted += bool(one.here)
            found += bool(right)
            lost += bool(one.here) and not right and _compare_finds(number, one, settings)
            false += len(conflicts) - len(right)
        print(f"# {what}; {PLANTED} drafts of {statistics.mean(sizes):.0f} claims", flush=True)
        middle, cost = statistics.median(elapsed), statistics.median(processor)
        show("draft, warm, read before", f"{middle:.3f} s ({cost:.3f} s of a processor)",
             target=0.2, value=min(middle, cost))  # fmt: skip
        show("  reading it first (language model)", f"{statistics.median(reading):.3f} s processor")
        show("planted conflicts missed", f"{1 - found / planted:.3f} ({found} of {planted} found)",
             target=0.02, value=round(1 - found / planted, 6))  # fmt: skip
        show("  of those that compare finds alone", f"{lost} missed", target=0, value=lost)
        show("false conflicts", f"{false}", target=0, value=false)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        show("memory of this process", f"{memory:.0f} MB", target=1024, value=memory)
        _cold(store, Path(name))


def _compare_finds(number: int, one: Planted, settings: Settings) -> bool:
    """Whether `compare` tells the planted conflict with nothing but its own story at hand."""
    articles = [
        document_from_text(str(raw.data), name=raw.name) for raw in planted_articles(number)
    ]
    draft = document_from_text(one.text, name=one.name)
    found = run([draft, *articles], settings=settings).findings
    return any(is_conflict(finding) and tells(finding, one) for finding in found)


def _cold(store: Store, cache: Path) -> None:
    """The command in processes of their own: the draft known to the cache, and not."""
    draft = cache / "draft.txt"
    draft.write_text(planted_draft(0).text, encoding="utf-8")
    command = factcheck(
        "archive", "check", store.folder, draft, "--exit-zero", "--cache-dir", cache
    )
    measure(command)
    known = [measure(command) for _ in range(5)]
    fresh = [measure([*command, "--no-cache"]) for _ in range(3)]
    for what, costs in (("cold process, draft read before", known),
                        ("cold process, draft to be read", fresh)):  # fmt: skip
        middle = statistics.median(cost.elapsed for cost in costs)
        used = statistics.median(cost.processor for cost in costs)
        show(what, f"{middle:.2f} s ({used:.2f} s of a processor, "
             f"{max(cost.memory for cost in costs):.0f} MB)",
             target=1.5, value=min(middle, used))  # fmt: skip


def everything(given: argparse.Namespace) -> None:
    """All against all: the join beside the bare SQL, the whole run at two sizes."""
    costs = {}
    for claims in (given.claims // 10, given.claims):
        sample = given.sample if claims == given.claims else 1
        store = archive_of(given.folder, claims, given.jobs)
        store = open_store(str(store.folder), memory_limit=given.memory_limit, threads=given.jobs)
        # Articles come in stories, so that an archive has somewhat more claims than were asked for.
        held = sum(one.claims for one in store.manifest.partitions)
        print(f"# {held:,} claims, --memory-limit {given.memory_limit}", flush=True)
        ours, bare = _joins(store)
        show("candidate join / bare SQL", f"{ours / bare:.2f}  ({ours:.2f} / {bare:.2f} s)",
             target=2.0, value=ours / bare)  # fmt: skip
        with taken() as finding:
            stories = find_stories(store, Scope())
        bridges = sum(story.bridge for story in stories)
        show("  stories, of them bridges", f"{len(stories):,}, {bridges:,} ({finding[1]:.1f} s)")
        # Each story is checked by itself, so that every n-th of them costs its share.
        chosen = stories[::sample]
        handfuls = [chosen[start : start + HANDFUL] for start in range(0, len(chosen), HANDFUL)]
        work = partial(check_stories, folder=str(store.folder), settings=Settings())
        start, findings = _children(), 0
        with taken() as whole:
            for done in work_through(work, handfuls, jobs=given.jobs):
                findings += sum(len(outcome.findings) for outcome in done.result or ())
        costs[held] = finding[1] + (whole[1] + _children() - start) * sample
        told = f"{costs[held]:.0f} s of processors, {findings * sample:,} findings"
        if sample > 1:
            told = f"about {told}, from 1 in {sample} stories"
        show("whole run", told)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        of_child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        show("memory, and of its largest process", f"{memory:.0f} MB, {of_child:.0f} MB",
             target=given.most_memory, value=max(memory, of_child))  # fmt: skip
    small, large = sorted(costs)
    exponent = math.log(costs[large] / costs[small]) / math.log(large / small)
    show("exponent of the cost", f"{exponent:.3f}", target=1.15, value=exponent)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _joins(store: Store) -> tuple[float, float]:
    """Processor seconds of our candidate join, and of its SQL alone on DuckDB, in turns."""
    import duckdb

    ours, bare = [], []
    for _ in range(3):
        with taken() as found:
            all_candidates(store)
        ours.append(found[1])
        limits = {"memory_limit": store.memory_limit or "80%", "threads": store.threads or 2}
        connection = duckdb.connect(":memory:", config=limits)
        connection.read_parquet(store.files(KEYS)).create_view("held")
        connection.execute("CREATE VIEW probes AS SELECT * FROM held")
        with taken() as found:
            connection.execute(candidates_sql(cut=CUT, top=TOP_ALL, floor=FLOOR)).fetchall()
        bare.append(found[1])
    return statistics.median(ours), statistics.median(bare)


def annotation(given: argparse.Namespace) -> None:
    """Words a second of a build, by one process and by two, with the model that is there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "copy").mkdir()
        words = articles(folder / "copy", 600, corpus=CORPUS)
        seconds = {}
        for jobs in (1, 2):
            command = factcheck("archive", "build", folder / f"a{jobs}", folder / "copy",
                                "--partition", "100", "--jobs", str(jobs))  # fmt: skip
            cost = measure(command)
            seconds[jobs] = cost.elapsed
            rate = words / cost.elapsed
            per_core = words / cost.processor
            show(
                f"build, {jobs} process{'es' * (jobs > 1)}",
                f"{rate:,.0f} words/s, {per_core:,.0f} a processor second",
            )
        scaling = seconds[1] / seconds[2]
        show(
            "scaling to two processes (at least 1.7)", f"{scaling:.2f}", target=-1.7, value=-scaling
        )


def parsing(given: argparse.Namespace) -> None:
    """Sentences parsed: all, only those that can hold a fact, only those with a counterpart."""
    from benchmarks.archive_parsing import compare_ways

    compare_ways(show, taken)


def passages(given: argparse.Namespace) -> None:
    """100k paragraphs with 5 % planted near-copies, beside rensa alone."""
    chance = random.Random(7)
    words = [f"{chance.choice('bcdfghklmnprst')}{number:x}" for number in range(40_000)]
    weights = [1.0 / (rank + 10) for rank in range(len(words))]
    lengths = [chance.randint(30, 90) for _ in range(95_000)]
    stream = iter(chance.choices(words, weights, k=sum(lengths)))
    texts = [[next(stream) for _ in range(length)] for length in lengths]
    copied = chance.sample(range(len(texts)), 5_000)
    planted = set()
    for number in copied:
        share = chance.uniform(0.0, 0.15)
        planted.add((number, len(texts)))
        texts.append(
            [chance.choice(words) if chance.random() < share else w for w in texts[number]]
        )
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with taken() as ours:
        found = near_duplicates(texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - base
    with taken() as bare:
        _rensa(texts)
    pairs = {(first, second) for first, second, _ in found}
    recall, precision = len(pairs & planted) / len(planted), len(pairs & planted) / len(pairs)
    show("passages: recall (at least .95)", f"{recall:.4f}", target=-0.95, value=-recall)
    show("passages: precision (at least .99)", f"{precision:.4f}", target=-0.99, value=-precision)
    costs = f"{ours[1] / bare[1]:.2f}  ({ours[1]:.1f} / {bare[1]:.1f} s)"
    show("passages: time / rensa alone", costs,
         target=2.0, value=ours[1] / bare[1])  # fmt: skip
    show("passages: memory beside the texts", f"{memory:.0f} MB", target=400, value=memory)


def _rensa(texts: list[list[str]]) -> None:
    """What rensa's own README does: a sketch of each text's words, put into its index, queried."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    sketches = []
    for number, words in enumerate(texts):
        sketch = RMinHash(num_perm=128, seed=42)
        sketch.update(words)
        index.insert(number, sketch)
        sketches.append(sketch)
    for sketch in sketches:
        index.query(sketch)


def kills(given: argparse.Namespace) -> None:
    """Builds and adds killed at random moments: the archive opens, and ends as it should."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "copy").mkdir()
        articles(folder / "copy", 150, corpus=CORPUS)
        whole = folder / "whole"
        raws = list(each_article([str(folder / "copy")], columns=Columns(), failed=print))
        build(str(whole), raws, model="none", size=10)
        expected = _texts(open_store(str(whole)))
        chance, done, bad, opened = random.Random(11), 0, 0, 0
        while done < given.kills:
            archive = folder / "killed"
            shutil.rmtree(archive, ignore_errors=True)
            verb = "build"
            if chance.random() < 0.5:
                build(str(archive), raws[:20], model="none", size=10)
                verb = "add"
            command = [str(part) for part in factcheck(
                "archive", verb, archive, folder / "copy", "--model", "none", "--partition", "10",
                "--jobs", str(chance.choice((1, 2))))]  # fmt: skip
            while done < given.kills:
                process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL)  # fmt: skip
                try:
                    process.wait(chance.uniform(0.3, 6.0))
                    break
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                    done += 1
                    if (archive / "manifest.json").exists():
                        opened += 1
                        there = _texts(open_store(str(archive)))
                        bad += any(expected[key] != text for key, text in there.items())
            subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            bad += _texts(open_store(str(archive))) != expected
        show(f"{done} kills: archives not as they should be", f"{bad} ({opened} opened midway)",
             target=0, value=bad)  # fmt: skip


def _texts(store: Store) -> dict[str, str]:
    return {row["name"]: row["text"] for row in store.rows(["name", "text"])}


def cluster(given: argparse.Namespace) -> None:
    """Embedded and on Ray: the same findings for many articles, and the overhead on two cores."""
    from factcheck.cluster import build_on_ray, compare_on_ray
    from factcheck.cluster.session import connected

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "copy").mkdir()
        articles(folder / "copy", given.articles, corpus=CORPUS)
        connected(2)
        times: dict[str, float] = {}

        def timed(what: str, run: Callable[[], object]) -> object:
            start = time.perf_counter()
            found = run()
            times[what] = time.perf_counter() - start
            return found

        raws = list(each_article([str(folder / "copy")], columns=Columns(), failed=print))
        model = given.model or resolve_model("auto")
        timed("build", lambda: build(str(folder / "one"), raws, model=model, jobs=2, size=250))
        timed("build on ray", lambda: build_on_ray(
            str(folder / "two"), [str(folder / "copy")], columns=Columns(), model=model,
            size=250))  # fmt: skip
        settings = Settings(model=model.split(" ")[0], jobs=2)
        one = timed("compare", lambda: compare_archive(
            open_store(str(folder / "one")), settings=settings))  # fmt: skip
        two = timed(
            "compare on ray", lambda: compare_on_ray(str(folder / "two"), settings=settings)
        )
        same = _lines(one) == _lines(two)
        show(f"{len(raws):,} articles, findings that differ", f"{int(not same)} "
             f"({len(one.findings):,} findings)", target=0, value=int(not same))  # fmt: skip
        for what in ("build", "compare"):
            ratio = times[f"{what} on ray"] / times[what]
            show(f"{what}: cluster / embedded", f"{ratio:.2f}  ({times[f'{what} on ray']:.0f} s / "
                 f"{times[what]:.0f} s, elapsed, two cores)")  # fmt: skip


def _lines(report: object) -> list[str]:
    from factcheck.report.json import as_dict

    return sorted(json.dumps(one, sort_keys=True) for one in as_dict(report)["findings"])


PARTS = (drafts, everything, annotation, parsing, passages, kills, cluster)


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--only", choices=[part.__name__ for part in PARTS])
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=10_000, help="for the cluster (10000)")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "factcheck")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, default=1, help="check 1 in N stories at full size")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--model", default="", help="for the cluster, such as none")
    parser.add_argument("--memory-limit", default="1GB")
    parser.add_argument("--most-memory", type=float, default=2048, help="MB of a process (2048)")
    given = parser.parse_args()
    for part in PARTS:
        if given.only in (None, part.__name__):
            part(given)


if __name__ == "__main__":
    main()
