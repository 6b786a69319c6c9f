"""An archive's place in an object store or another file system that machines share by address.

PyArrow does the talking (S3, Google Cloud Storage, Azure Blob Storage, HDFS), with the credentials
and the endpoint of the environment. Objects are written whole and never changed, but the manifest.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import msgspec

from factcheck.archive.extra import require
from factcheck.archive.reaching import SCHEMES, ChangedError, reaching
from factcheck.model import FactcheckError
from factcheck.read.files import shown

# Stores in which a put replaces an object at once. In the others it is empty for a moment, or for
# good if the writer is killed, and a second copy is written first.
_AT_ONCE = ("s3", "gs", "gcs")
_SECOND = ".new"
_CHUNK = 4 << 20


# PyArrow asks for an object's size before its bytes: one that is replaced in between comes cut off,
# or not at all.
_TRIES = 4


def is_address(place: str) -> bool:
    """Whether `place` is an address ("s3://bucket/wire.archive") and not a folder's path."""
    return "://" in place


@dataclass(frozen=True, slots=True)
class Remote:
    """A folder of an object store, and how it is reached. `remote_of` makes one.

    `names` below are paths within it, with slashes. Every method raises FactcheckError, in one line
    that names the address, for whatever the store has against it.
    """

    address: str
    path: str
    system: Any

    @property
    def scheme(self) -> str:
        """Which kind of store it is: "s3", say."""
        return urlsplit(self.address).scheme

    @property
    def region(self) -> str:
        """The region of an S3 bucket; "" elsewhere."""
        return getattr(self.system, "region", "")

    def address_of(self, name: str) -> str:
        """The address of the object `name`."""
        return f"{self.address}/{name}"

    def read(self, name: str) -> bytes | None:
        """The bytes of an object; None where there is none, though there is the bucket."""
        try:
            with reaching(self.address, "read"), self.system.open_input_stream(self._at(name)) as f:
                data: bytes = f.read()
        except FileNotFoundError:
            self.require_bucket()
            return None
        return data

    def read_replaced(self, name: str) -> bytes | None:
        """The bytes of a JSON object that `replace` wrote, whatever moment its writer is at or was
        killed at; what isn't JSON only where there is nothing else."""
        data = None
        for left in reversed(range(_TRIES)):
            try:
                data = self.read(name)
            except ChangedError:
                if not left:
                    raise
                continue
            if data is None or _is_json(data):
                break
        if data is None or not _is_json(data):
            second = self.read(name + _SECOND)
            return data if second is None or not _is_json(second) else second
        return data

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of an object, piece by piece. Raises FileNotFoundError where there is none."""
        with reaching(self.address, "read"), self.system.open_input_stream(self._at(name)) as file:
            while chunk := file.read(_CHUNK):
                yield chunk

    def put(self, name: str, data: Any) -> None:
        """Write an object whole, or over the one that is there."""
        with (
            reaching(self.address, "write"),
            self.system.open_output_stream(self._at(name)) as file,
        ):
            file.write(data)

    def put_file(self, name: str, path: Path) -> None:
        """Write a file of this machine as an object."""
        import pyarrow as pa

        with pa.memory_map(str(path)) as file:
            self.put(name, file.read_buffer())

    def replace(self, name: str, data: bytes) -> None:
        """Write an object so that readers find the one before or this, whatever happens."""
        if self.scheme in _AT_ONCE:
            self.put(name, data)
            return
        self.put(name + _SECOND, data)
        self.put(name, data)
        self.delete(name + _SECOND)

    def listed(self, below: str, *, recursive: bool = False) -> dict[str, int]:
        """The names of what is in the folder `below` ("": all), each with when it was written, in
        nanoseconds by the clock of the store (0: not known, or a folder)."""
        import pyarrow.fs as pf

        top = self._at(below)
        selector = pf.FileSelector(top, recursive=recursive, allow_not_found=True)
        with reaching(self.address, "read"):
            found = self.system.get_file_info(selector)
        names = {one.path[len(top) :].lstrip("/"): one.mtime_ns or 0 for one in found}
        names.pop("", None)
        return names

    def delete(self, name: str) -> None:
        """Delete an object, if it is there."""
        with reaching(self.address, "write"):
            try:
                self.system.delete_file(self._at(name))
            except FileNotFoundError:
                return

    def delete_folder(self, name: str) -> None:
        """Delete all objects below `name`, if there are any."""
        with reaching(self.address, "write"):
            try:
                self.system.delete_dir(self._at(name))
            except FileNotFoundError:
                return

    def require_bucket(self) -> None:
        """Raise FactcheckError where the bucket, or container, is not there."""
        import pyarrow.fs as pf

        bucket = self.path.split("/")[0]
        if not bucket or self.scheme in ("hdfs", "viewfs"):
            return
        with reaching(self.address, "read"):
            [found] = self.system.get_file_info([bucket])
        if found.type == pf.FileType.NotFound:
            raise FactcheckError(
                f"{shown(self.address)}: there is no bucket {shown(bucket)!r}; check the address, "
                "or make the bucket first"
            )

    def _at(self, name: str) -> str:
        return f"{self.path}/{name}" if name else self.path


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def remote_of(address: str) -> Remote:
    """The place that `address` names. Nothing is asked of the store yet.

    Raises FactcheckError for an address of no kind that is known, or that can't be one.
    """
    require("pyarrow")
    name = shown(address)
    address = address.rstrip("/")
    parts = urlsplit(address)
    if parts.password is not None:
        where = f"{parts.scheme}://…@{parts.hostname}{parts.path}"
        raise FactcheckError(
            f"{shown(where)}: credentials don't belong in an address, which is shown to others; "
            "put them in the environment"
        )
    if parts.scheme not in SCHEMES:
        known = ", ".join(f"{one}://" for one in SCHEMES)
        raise FactcheckError(
            f"{name}: an archive can't be there; it can be at {known} or in a folder, by its path"
        )
    if not parts.netloc or parts.query or parts.fragment:
        raise FactcheckError(
            f"{name}: not an address of an archive; give one like {parts.scheme}://bucket/name"
            " without ? and #"
        )
    with reaching(address, "read"):
        system, path = _opened(parts.scheme, parts.netloc, parts.path)
    return Remote(address, path.rstrip("/"), system)


def _opened(scheme: str, netloc: str, path: str) -> tuple[Any, str]:
    import pyarrow as pa

    if scheme in ("az", "abfs", "abfss"):
        return _azure(netloc, path)
    address = f"{scheme}://{netloc}{quote(path)}"
    if scheme in ("gs", "gcs"):
        # Else it is tried for a quarter of an hour.
        options = "?retry_limit_seconds=30"
        if emulator := os.environ.get("STORAGE_EMULATOR_HOST"):
            at = urlsplit(emulator)
            address = f"{scheme}://anonymous@{netloc}{quote(path)}"
            options += f"&endpoint_override={at.netloc}&scheme={at.scheme}"
        return _from_uri(address + options)
    if scheme == "s3":
        # A small object in one request, which leaves nothing behind when it is cut off.
        with suppress(pa.ArrowInvalid):  # unknown to older PyArrows
            return _from_uri(f"{address}?allow_delayed_open=true")
    return _from_uri(address)


def _from_uri(address: str) -> tuple[Any, str]:
    import pyarrow.fs as pf

    found: tuple[Any, str] = pf.FileSystem.from_uri(address)
    return found


def _azure(netloc: str, path: str) -> tuple[Any, str]:
    """Azure, by container and the account that the environment names, or by the full host name
    ("abfss://container@account.dfs.core.windows.net/name")."""
    import pyarrow.fs as pf

    container, _, host = netloc.partition("@")
    account = host.split(".")[0] or os.environ.get("AZURE_STORAGE_ACCOUNT")
    if not account:
        raise FactcheckError(
            f"az://{shown(netloc + path)}: which account that is in is not said; set "
            "AZURE_STORAGE_ACCOUNT"
        )
    options = {
        "account_key": os.environ.get("AZURE_STORAGE_KEY"),
        "sas_token": os.environ.get("AZURE_STORAGE_SAS_TOKEN"),
    }
    if endpoint := os.environ.get("AZURE_STORAGE_ENDPOINT"):  # an emulator, mostly
        parts = urlsplit(endpoint)
        for kind in ("blob", "dfs"):
            options[f"{kind}_storage_scheme"] = parts.scheme
            options[f"{kind}_storage_authority"] = parts.netloc
    given = {name: value for name, value in options.items() if value}
    return pf.AzureFileSystem(account, **given), f"{container}{path}"
