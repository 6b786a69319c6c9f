"""An archive in an object store is the archive in a folder, whatever happens on the way."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from factcheck.archive import lease
from factcheck.archive.build import add, build
from factcheck.archive.change import remove
from factcheck.archive.home import existing, home_of
from factcheck.archive.reaching import reaching
from factcheck.archive.remote import Remote
from factcheck.archive.store import open_store
from factcheck.cli.app import app
from factcheck.model import FactcheckError
from tests.archive.conftest import story

ROOT = Path(__file__).resolve().parents[2]


def factcheck(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments), prog_name="factcheck")
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.stdout


def texts(place: str) -> dict[str, str]:
    return {row["name"]: row["text"] for row in open_store(place).rows(["name", "text"])}


def given(numbers: range) -> dict[str, str]:
    return {story(number).name: str(story(number).data) for number in numbers}


def key_of(address: str, name: str) -> dict[str, str]:
    """What boto3 calls an object of the archive."""
    return {"Bucket": "copy", "Key": f"{address.removeprefix('s3://copy/')}/{name}"}


def objects(s3: Any, address: str) -> dict[str, bytes]:
    """What is in the store, by the paths in the archive; markers of folders aside."""
    top = key_of(address, "")["Key"]
    listed = s3.list_objects_v2(Bucket="copy", Prefix=top).get("Contents", [])
    keys = [one["Key"] for one in listed if not one["Key"].endswith("/")]
    return {
        key.removeprefix(top): s3.get_object(Bucket="copy", Key=key)["Body"].read() for key in keys
    }


def test_it_is_the_archive_that_a_folder_would_be(s3, address: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.mkdir()
    for number in range(9):
        # Of each town two tell, and not the same.
        raw = story(number // 2, pages=300 + number if number % 2 else None)
        (copy / f"{number}.txt").write_text(str(raw.data), encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text(str(story(2, pages=99).data), encoding="utf-8")
    told = []
    for place in (str(tmp_path / "folder"), address):
        common = ("--model", "none", "--partition", "3")
        for change in (
            ("build", place, *(str(copy / f"{number}.txt") for number in range(7)), *common),
            ("add", place, str(copy), *common),
            ("remove", place, str(copy / "4.txt")),
            ("stats", place, "--json"),
            ("compare", place, "--format", "json", "--exit-zero"),
            ("check", place, str(draft), "--format", "json", "--exit-zero"),
            *(("export", place, what) for what in ("facts", "claims", "findings", "passages")),
        ):
            told.append(factcheck("archive", *change))
    here, there = told[: len(told) // 2], told[len(told) // 2 :]
    assert there == here
    assert json.loads(here[4])["findings"]
    assert json.loads(here[5])["findings"]
    assert here[6].count("\n") > 20
    folder = tmp_path / "folder"
    manifest = json.loads((folder / "manifest.json").read_bytes())
    named = {f"partitions/{one['name']}/{file}" for one in manifest["partitions"] for file in
             one["files"]}  # fmt: skip
    found = objects(s3, address)
    assert {name for name in found if name in named} == named
    for name in ("manifest.json", *named):
        assert found[name] == (folder / name).read_bytes()
    # Copied there by other means, it is read as well.
    for name in ("manifest.json", *named):
        s3.upload_file(str(folder / name), **key_of(f"{address}.copied", name))
    assert factcheck("archive", "export", f"{address}.copied", "facts") == here[6]


def test_what_was_fetched_once_is_not_fetched_again(
    s3, address: str, monkeypatch, tmp_path
) -> None:
    build(address, [story(number) for number in range(8)], model="none", size=4)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "another machine"))
    assert texts(address) == given(range(8))
    fetched = {path.name for path in (tmp_path / "another machine").rglob("*.parquet")}
    assert fetched == {"documents.parquet"}  # nothing else was asked for
    for name in objects(s3, address):
        if name.startswith("partitions/"):
            s3.delete_object(**key_of(address, name))
    assert texts(address) == given(range(8))
    assert not list(tmp_path.rglob("*.part"))


def test_one_who_reads_goes_on_with_the_state_that_was_opened(s3, address: str) -> None:
    build(address, [story(number) for number in range(8)], model="none", size=4)
    store = open_store(address)
    add(address, [story(2, pages=99)], model="none")
    again = open_store(address, state=store.state)
    assert {row["name"]: row["text"] for row in again.rows(["name", "text"])} == given(range(8))
    assert texts(address) != given(range(8))


def test_a_manifest_that_is_replaced_while_it_is_read(s3, address: str, monkeypatch) -> None:
    """The size of the one before and the bytes of the one after: it comes cut off, or not."""
    build(address, [story(0)], model="none")
    read = Remote.read
    steps = ["cut off", "refused"]

    def in_between(self: Remote, name: str) -> bytes | None:
        data = read(self, name)
        step = steps.pop() if steps and name == "manifest.json" else ""
        if step == "refused":
            with reaching(self.address, "read"):
                raise OSError("AWS Error INTERNAL_FAILURE: Failed to flush response stream")
        return data[:40] if data and step else data

    monkeypatch.setattr(Remote, "read", in_between)
    assert texts(address) == given(range(1))
    assert not steps


def test_a_state_that_is_swept_away_is_told(s3, address: str, tmp_path: Path) -> None:
    build(address, [story(number) for number in range(4)], model="none")
    store = open_store(address, cache=tmp_path / "another machine")
    remove(address, [story(0).name])
    remove(address, [story(1).name])
    with pytest.raises(FactcheckError, match="was changed twice while it was read; run it again"):
        store.places()
    assert texts(address) == given(range(2, 4))


RUN = """
import os, sys
sys.path.insert(0, {root!r})
from factcheck.archive.build import add, build
from factcheck.archive.remote import Remote
from tests.archive.conftest import story
puts, put = 0, Remote.put

def killed(self, name, data):
    global puts
    puts += 1
    if puts == int(sys.argv[3]):
        os._exit(9)
    put(self, name, data)

Remote.put = killed
raws = [story(number) for number in range(12)]
{{"build": build, "add": add}}[sys.argv[1]](sys.argv[2], raws, model="none", size=4)
"""


@pytest.mark.parametrize(("call", "put"), [("build", 2), ("build", 8), ("add", 3), ("add", 5)])
def test_killed_while_it_uploads_it_is_as_before_and_goes_on(
    s3, address: str, tmp_path: Path, call: str, put: int
) -> None:
    """Puts are, in turn: who writes, the empty manifest of a build, three files and the manifest
    for each partition."""
    if call == "add":
        build(address, [story(number) for number in range(4)], model="none")
    (tmp_path / "run.py").write_text(RUN.format(root=str(ROOT)))
    arguments = [sys.executable, str(tmp_path / "run.py"), call, address]
    killed = subprocess.run([*arguments, str(put)], check=False, cwd=ROOT)
    assert killed.returncode == 9
    if put > 2:
        assert texts(address) == given(range(4))
    before = set(objects(s3, address))
    assert any(name.startswith("writers/") for name in before)
    # The same machine knows that its own writer is dead, and sweeps what it left.
    {"build": build, "add": add}[call](
        address, [story(number) for number in range(12)], model="none", size=5
    )
    assert texts(address) == given(range(12))
    named = {one.name for one in open_store(address).manifest.partitions}
    after = objects(s3, address)
    assert {name.split("/")[1] for name in after if name.startswith("partitions/")} == named
    assert not any(name.startswith("writers/") for name in after)
    assert not list((tmp_path / "cache").rglob("unfinished"))


def test_one_writer_at_a_time(s3, address: str, tmp_path: Path, monkeypatch) -> None:
    build(address, [story(0)], model="none")
    other = tmp_path / "another machine"
    with home_of(address).locked():
        for cache in (None, other):
            with pytest.raises(FactcheckError, match="another process is writing") as told:
                add(address, [story(1)], model="none", cache=cache)
            assert address in str(told.value)
        # One that gives no sign for long was killed.
        time.sleep(1.1)  # the store's clock counts seconds
        monkeypatch.setattr(lease, "LEASE", 0.2)
        assert add(address, [story(1)], model="none", cache=other).added == 1
    assert texts(address) == given(range(2))


def test_a_writer_gives_signs_of_life(s3, address: str, monkeypatch) -> None:
    build(address, [story(0)], model="none")
    monkeypatch.setattr(lease, "LEASE", 0.4)
    home = home_of(address)
    with home.locked():
        writers = home.mirror.remote.listed(lease.WRITERS)
        time.sleep(1.3)
        later = home.mirror.remote.listed(lease.WRITERS)
    assert set(later) == set(writers)
    assert max(later.values()) > max(writers.values())


def test_a_writer_that_was_taken_for_dead_gives_way(s3, address: str) -> None:
    build(address, [story(0)], model="none")
    home = home_of(address)
    manifest = existing(home)
    with home.locked():
        for name in objects(s3, address):
            if name.startswith("writers/"):
                s3.delete_object(**key_of(address, name))
        with pytest.raises(FactcheckError, match="stood still"):
            home.commit(msgspec.structs.replace(manifest, next=7))
    assert existing(home_of(address)) == manifest


def test_what_another_wrote_meanwhile_is_not_written_over(s3, address: str) -> None:
    build(address, [story(0)], model="none")

    def articles():
        yield story(1)
        # By one who knows nothing of locks.
        data = objects(s3, address)["manifest.json"].replace(b'"next":1', b'"next":5')
        s3.put_object(Body=data, **key_of(address, "manifest.json"))
        yield story(2)

    with pytest.raises(FactcheckError, match="has changed the archive meanwhile"):
        add(address, articles(), model="none")
    assert open_store(address).manifest.next == 5
    assert texts(address) == given(range(1))
    assert add(address, [story(1), story(2)], model="none").added == 2


@pytest.mark.parametrize("killed_at", range(1, 5))
def test_where_a_put_is_not_at_once_there_is_a_second_copy(tmp_path, killed_at: int) -> None:
    """HDFS and Azure: an object that is written over is empty until it is whole."""
    import pyarrow.fs as pf

    class Killed(BaseException):
        pass

    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1
        if steps == killed_at:
            raise Killed

    class Slow(Remote):
        __slots__ = ()

        def put(self, name: str, data: Any) -> None:
            Path(self.path, name).write_bytes(data[:3])
            step()
            Path(self.path, name).write_bytes(data)
            step()

    place = Slow("hdfs://store/a", str(tmp_path), pf.LocalFileSystem())
    Path(tmp_path, "manifest.json").write_bytes(b'"before"')
    with pytest.raises(Killed):
        place.replace("manifest.json", b'"after"')
    expected = b'"before"' if killed_at < 3 else b'"after"'
    assert place.read_replaced("manifest.json") == expected
    steps = 10
    place.replace("manifest.json", b'"next"')
    assert place.read_replaced("manifest.json") == b'"next"'
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("s3://nowhere/a", "s3://nowhere/a: there is no bucket 'nowhere'"),
        ("s3://copy/nothing", "s3://copy/nothing: there is no archive here"),
        ("ftp://copy/a", "ftp://copy/a: an archive can't be there; it can be at s3://, gs://"),
        ("s3://", "s3://: not an address"),
        ("s3://copy/a?region=b", "without [?] and #"),
        ("s3://key:secret@copy/a", "s3://…@copy/a: credentials don't belong in an address"),
        ("az://copy/a", "set AZURE_STORAGE_ACCOUNT"),
    ],
)
def test_a_place_that_is_none_is_one_clear_line(address: str, monkeypatch, place, message) -> None:
    monkeypatch.delenv("AZURE_STORAGE_ACCOUNT", raising=False)
    with pytest.raises(FactcheckError, match=message) as told:
        open_store(place)
    assert "\n" not in str(told.value)
    assert "secret" not in str(told.value)


def test_other_things_are_left_alone(s3, address: str) -> None:
    s3.put_object(Body=b"years of work", **key_of(address, "thesis.doc"))
    with pytest.raises(FactcheckError, match="other things are there"):
        build(address, [story(1)], model="none")
    assert set(objects(s3, address)) == {"thesis.doc"}


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("manifest.json", lambda data: data[:40], "the manifest is damaged"),
        ("manifest.json", lambda data: data.replace(b'"format":1', b'"format":7'), "format 7"),
        ("documents.parquet", lambda data: data[:-9], r"documents\.parquet has \d+ bytes, not"),
        ("documents.parquet", lambda data: b"\0" * len(data), "is not as it was written"),
        ("documents.parquet", lambda data: data[:99] + b"x" * 99 + data[198:], "not as it was"),
        ("documents.parquet", None, "is missing; put it back"),
    ],
)
def test_a_damaged_archive_is_one_clear_line(
    s3, address: str, cli, monkeypatch, tmp_path: Path, name: str, change, message: str
) -> None:
    build(address, [story(0)], model="none")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "another machine"))
    [key] = [one for one in objects(s3, address) if one.endswith(name)]
    whole = objects(s3, address)[key]
    if change is None:
        s3.delete_object(**key_of(address, key))
    else:
        s3.put_object(Body=change(whole), **key_of(address, key))
    with pytest.raises(FactcheckError, match=message) as told:
        texts(address)
    assert str(told.value).startswith(f"{address}: ")
    assert "\n" not in str(told.value)
    # Nothing of it was kept: once it is put back, all is well.
    s3.put_object(Body=whole, **key_of(address, key))
    assert texts(address) == given(range(1))


def test_who_may_not_and_who_can_not(s3, address: str, tmp_path: Path, monkeypatch) -> None:
    build(address, [story(0)], model="none")
    endpoint = s3.meta.endpoint_url

    def answers(count: str) -> None:
        """From so many requests on the server asks who it is; it knows nobody."""
        request = urllib.request.Request(
            f"{endpoint}/moto-api/reset-auth", count.encode(), {"Content-Type": "text/plain"}
        )
        urllib.request.urlopen(request).close()

    answers("0")
    try:
        for call in (lambda: open_store(address), lambda: add(address, [], model="none")):
            with pytest.raises(FactcheckError, match="no permission to read") as told:
                call()
            assert "AWS_ACCESS_KEY_ID" in str(told.value)
    finally:
        answers("inf")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(FactcheckError, match=r"can't be reached .*AWS_ENDPOINT_URL"):
        open_store(address)


def test_the_command_tells_it_in_one_line(s3, address: str, cli, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("The plan has 12 pages.")
    given = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
    for arguments, line in (
        (("archive", "stats", "s3://nowhere/a"), "there is no bucket 'nowhere'"),
        (("lint", "draft.txt", "--archive", address, "--offline"), "as --offline says"),
    ):
        done = cli(*arguments, env=given)
        assert (done.returncode, done.stdout) == (2, b"")
        [told] = done.stderr.decode().splitlines()
        assert line in told


def test_the_folder_of_the_mirror_is_named_when_it_is_in_the_way(
    s3, address: str, tmp_path: Path
) -> None:
    build(address, [story(0)], model="none")
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(FactcheckError, match=r"file.*can't be kept there .*--cache-dir"):
        open_store(address, cache=tmp_path / "file")


def test_what_is_long_replaced_leaves_the_mirror(s3, address: str, tmp_path: Path) -> None:
    build(address, [story(number) for number in range(8)], model="none", size=4)
    texts(address)
    remove(address, [story(0).name])
    week = time.time() - 7 * 86_400
    for path in (tmp_path / "cache").rglob("*"):
        os.utime(path, (week, week))
    assert texts(address) == given(range(1, 8))
    kept = {path.parent.name for path in (tmp_path / "cache").rglob("documents.parquet")}
    assert kept == {one.name for one in open_store(address).manifest.partitions}
