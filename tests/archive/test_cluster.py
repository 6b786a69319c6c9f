"""On a Ray cluster of two workers: the same archive, the same findings, killed workers or not."""

from __future__ import annotations

import json
import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.archive.build import add, build
from factcheck.archive.everything import Scope, compare_archive, each_story
from factcheck.archive.inputs import Columns, each_article
from factcheck.archive.retrieve import candidates_sql
from factcheck.archive.store import open_store
from factcheck.cluster.session import connected, quieten
from factcheck.config import Settings
from factcheck.model import DocumentRole, FactcheckError
from tests.archive.conftest import story

pytest.importorskip("daft", reason="the extra cluster is not installed")
ray = pytest.importorskip("ray", reason="the extra cluster is not installed")

SETTINGS = Settings(model="none")
SCOPE = Scope(largest=8)


@pytest.fixture(scope="module")
def cluster(s3) -> Iterator[None]:
    """Two nodes with a processor each; this process drives them, in one environment with it."""
    quieten()
    from ray.cluster_utils import Cluster

    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    made.add_node(num_cpus=1)
    ray.init(address=made.address, log_to_driver=False)
    yield
    ray.shutdown()
    made.shutdown()


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """JSON Lines of sixty articles, every other one with a twin that differs."""
    path = tmp_path / "rows.jsonl"
    raws = [story(number // 2, pages=300 + number if number % 4 == 3 else None)
            for number in range(60)]  # fmt: skip
    rows = [{"name": f"{number}.txt", "text": raw.data} for number, raw in enumerate(raws)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def local(lines: Path, folder: Path | str) -> str:
    articles = each_article([str(lines)], columns=Columns(), failed=pytest.fail)
    build(str(folder), articles, model="none", size=7)
    return str(folder)


def contents(folder: str) -> list[object]:
    store = open_store(folder)
    return store.load(store.places(), role=DocumentRole.ARTICLE)


def kill_one_worker(at_work: bytes, stop: threading.Event, killed: list[int]) -> None:
    """Kill the first process found that runs a stage."""
    while not stop.is_set() and not killed:
        for process in stage_processes(at_work):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                continue
            killed.append(process)
            break
        time.sleep(0.05)


def stage_processes(at_work: bytes) -> list[int]:
    """The Ray processes in which Daft works on a stage, by what they call themselves."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            command = (entry / "cmdline").read_bytes()
        except (OSError, ValueError):
            continue
        # An actor of Daft's is called after what it does at the time.
        if entry.name.isdigit() and command.startswith(b"ray::") and at_work in command:
            found.append(int(entry.name))
    return found


def test_built_on_a_cluster_it_is_the_same_archive(cluster, lines: Path, tmp_path: Path) -> None:
    from factcheck.cluster import build_on_ray, compare_on_ray

    here, there = local(lines, tmp_path / "here"), str(tmp_path / "there")
    tally = build_on_ray(there, [str(lines)], columns=Columns(), model="none", size=30)
    assert (tally.added, tally.failures) == (60, [])
    assert contents(there) == contents(here)
    expected = compare_archive(open_store(here), settings=SETTINGS, scope=SCOPE)
    assert len(expected.findings) > 10
    # Each side reads what the other wrote.
    assert compare_archive(open_store(there), settings=SETTINGS, scope=SCOPE) == expected
    assert compare_on_ray(here, settings=SETTINGS, scope=SCOPE) == expected
    assert add(there, [story(70)], model="none").added == 1
    with pytest.raises(FactcheckError, match="there is an archive already"):
        build_on_ray(there, [str(lines)], columns=Columns(), model="none")


def test_articles_come_from_an_object_store(cluster, lines: Path, tmp_path: Path) -> None:
    """Parquet and JSON Lines on an S3 server of this machine."""
    moto = pytest.importorskip("moto.server", reason="moto's server is not installed")
    boto3 = pytest.importorskip("boto3", reason="boto3 is not installed")
    import daft
    import pyarrow as pa
    import pyarrow.parquet as pq

    from factcheck.cluster import build_on_ray

    rows = [json.loads(line) for line in lines.open()]
    pq.write_table(pa.Table.from_pylist(rows[:30]), tmp_path / "first.parquet")
    (tmp_path / "second.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows[30:]))
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    try:
        host, port = server.get_host_and_port()
        secret = {"aws_access_key_id": "testing", "aws_secret_access_key": "testing"}
        client = boto3.client(
            "s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1", **secret
        )
        client.create_bucket(Bucket="copy")
        for name in ("first.parquet", "second.jsonl"):
            client.upload_file(str(tmp_path / name), "copy", name)
        config = daft.io.IOConfig(
            s3=daft.io.S3Config(
                endpoint_url=f"http://{host}:{port}",
                region_name="us-east-1",
                key_id="testing",
                access_key="testing",
                use_ssl=False,
            )
        )
        there = str(tmp_path / "there")
        paths = ["s3://copy/first.parquet", "s3://copy/second.jsonl"]
        tally = build_on_ray(
            there, paths, columns=Columns(), model="none", size=30, io_config=config
        )
    finally:
        server.stop()
    assert (tally.added, tally.failures) == (60, [])
    assert contents(there) == contents(local(lines, tmp_path / "here"))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds processes by /proc")
def test_killed_workers_change_nothing(cluster, lines: Path, tmp_path: Path) -> None:
    from factcheck.cluster import build_on_ray, compare_on_ray

    here, there = local(lines, tmp_path / "here"), str(tmp_path / "there")
    # The annotation, and the join.
    for run, at_work in (("build", b"UDFProject"), ("compare", b"Join")):
        killed: list[int] = []
        stop = threading.Event()
        killer = threading.Thread(target=kill_one_worker, args=(at_work, stop, killed))
        killer.start()
        try:
            if run == "build":
                build_on_ray(there, [str(lines)], columns=Columns(), model="none", size=10)
                assert contents(there) == contents(here)
            else:
                expected = compare_archive(open_store(here), settings=SETTINGS, scope=SCOPE)
                assert compare_on_ray(there, settings=SETTINGS, scope=SCOPE) == expected
        finally:
            stop.set()
            killer.join()
        assert killed, f"nothing was killed in {run}"


def test_the_same_text_of_sql_gives_the_same_rows_on_daft(cluster) -> None:
    import duckdb
    import pyarrow as pa

    chance = random.Random(1)
    rows = {(int(chance.paretovariate(0.6)) % 5000, one) for one in range(300) for _ in range(40)}
    columns = list(zip(*sorted(rows), strict=True))
    named = [int(key % 3 == 0) for key in columns[0]]
    table = pa.table({"key": columns[0], "article": columns[1], "named": named})
    text = candidates_sql(cut=50, top=5, floor=12)
    connection = duckdb.connect()
    connection.register("probes", table)
    connection.register("held", table)
    daft = connected()
    frame = daft.from_arrow(table)
    expected = connection.execute(text).fetchall()
    found = daft.sql(text, probes=frame, held=frame).to_pylist()
    assert len(expected) > 50
    assert [tuple(row.values()) for row in found] == expected


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds processes by /proc")
def test_an_archive_in_an_object_store_is_written_and_read_by_workers(
    s3, address: str, cluster, lines: Path, tmp_path: Path
) -> None:
    from factcheck.cluster import build_on_ray, compare_on_ray

    here = local(lines, tmp_path / "here")
    killed: list[int] = []
    stop = threading.Event()
    killer = threading.Thread(target=kill_one_worker, args=(b"UDFProject", stop, killed))
    killer.start()
    try:
        tally = build_on_ray(address, [str(lines)], columns=Columns(), model="none", size=10)
    finally:
        stop.set()
        killer.join()
    assert killed, "nothing was killed"
    assert (tally.added, tally.failures) == (60, [])
    assert contents(address) == contents(here)
    expected = compare_archive(open_store(here), settings=SETTINGS, scope=SCOPE)
    assert compare_archive(open_store(address), settings=SETTINGS, scope=SCOPE) == expected
    # Written by one process, on the other hand.
    embedded = local(lines, f"{address}.embedded")
    elsewhere = replace(SETTINGS, cache_dir=tmp_path / "another machine")
    assert compare_on_ray(embedded, settings=elsewhere, scope=SCOPE) == expected
    # A worker that can't get at it says so in one line.
    top = embedded.removeprefix("s3://copy/")
    for one in s3.list_objects_v2(Bucket="copy", Prefix=top)["Contents"]:
        if one["Key"].endswith("documents.parquet"):
            s3.put_object(Bucket="copy", Key=one["Key"], Body=b"damaged")
    elsewhere = replace(SETTINGS, cache_dir=tmp_path / "a third")
    with pytest.raises(FactcheckError, match=r"documents\.parquet has 7 bytes"):
        compare_on_ray(embedded, settings=elsewhere, scope=SCOPE)


def test_workers_add_to_an_archive(address: str, cluster, lines: Path, tmp_path: Path) -> None:
    from factcheck.cluster import build_on_ray, each_story_on_ray

    here, there = local(lines, tmp_path / "here"), local(lines, address)
    rows = [{"name": "5.txt", "text": story(2, pages=98).data}]
    rows += [{"name": raw.name, "text": raw.data} for raw in (story(70), story(71))]
    # Of one name the last stays, in one batch or in several.
    rows += [{"name": "7.txt", "text": story(1, pages=pages).data} for pages in (91, 92, 93)]
    (tmp_path / "new.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00" * 40)
    paths = [str(tmp_path / "new.jsonl"), str(tmp_path / "picture.txt"), str(lines)]
    failures: list[str] = []
    articles = each_article(paths, columns=Columns(), failed=failures.append)
    expected = add(here, articles, model="none", size=2)
    tally = build_on_ray(there, paths, columns=Columns(), model="none", size=2, adding=True)
    assert contents(there) == contents(here)
    assert (tally.added, tally.replaced, tally.known) == (
        expected.added, expected.replaced, expected.known
    )  # fmt: skip
    assert len(tally.failures) == len(expected.failures) == 1
    store, other = open_store(here), open_store(there)
    outcomes = list(each_story_on_ray(other, settings=SETTINGS, scope=SCOPE))
    assert outcomes == list(each_story(store, settings=SETTINGS, scope=SCOPE))
    assert add(there, [], model="none").added == 0
    with pytest.raises(FactcheckError, match="there is no archive here"):
        build_on_ray(f"{there}.not", paths, columns=Columns(), model="none", adding=True)
