"""Pages kept between runs, so that one is fetched once an hour at most."""

from __future__ import annotations

import hashlib
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from factcheck.whole_files import write_whole

FRESH_SECONDS = 3_600
_OLDEST_SECONDS = 30 * 86_400
_MAGIC = b"factcheck.page/1"


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave: the address that it came from in the end, its media type, its bytes."""

    address: str
    content_type: str
    data: bytes


def kept_page(address: str, folder: Path | None, *, any_age: bool = False) -> Page | None:
    """The page kept for `address`, if it is at most an hour old or may be of any age.

    What isn't whole, or says that it is from the future, counts as absent.
    """
    if folder is None:
        return None
    try:
        data = _place(address, folder).read_bytes()
        magic, digest, head, body = data.split(b"\n", 3)
        if magic != _MAGIC or digest.decode() != _digest(head + b"\n" + body):
            return None
        said = json.loads(head)
        age = time.time() - float(said["fetched"])
        if said["asked"] != address or not (any_age or 0 <= age <= FRESH_SECONDS):
            return None
        return Page(str(said["address"]), str(said["type"]), body)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_page(address: str, page: Page, folder: Path | None) -> None:
    """Keep `page` for `address`; a full disk, or a folder that isn't there, is no error."""
    if folder is None:
        return
    said = {"asked": address, "address": page.address, "type": page.content_type}
    head = json.dumps({**said, "fetched": time.time()}).encode()
    rest = head + b"\n" + page.data
    data = b"\n".join((_MAGIC, _digest(rest).encode(), rest))
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _prune(folder)
        write_whole(_place(address, folder), data)


def _place(address: str, folder: Path) -> Path:
    return folder / hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _prune(folder: Path) -> None:
    for file in folder.iterdir():
        with suppress(OSError):
            # Either way: a clock that was set back leaves pages dated in the future.
            if abs(time.time() - file.stat().st_mtime) > _OLDEST_SECONDS:
                file.unlink()
