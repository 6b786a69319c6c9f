"""The cache of extracted claims: one file a document, found again by what went into it.

A cached entry holds the claims and facts of one document, never parses, and nothing that runs code
when it is read. Several runs may share the folder: an entry is written beside its place and then
renamed, so it is whole or not there. Whatever can't be read, or isn't ours, counts as absent and is
written anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factcheck import __version__
from factcheck.config import Settings
from factcheck.model import Claim, Document, FactcheckError
from factcheck.whole_files import write_whole

MAX_BYTES = 256 * 1024 * 1024
MAX_AGE_DAYS = 90
_DAY = 86_400.0
_MAGIC = b"factcheck.claims/1\n"
_DIGEST = 16
# The stages whose code decides what is extracted; a change in any of their files is a new version.
_STAGES = ("model.py", "read", "annotate", "facts")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries. `open_cache` makes one."""

    folder: Path

    def load(self, key: str, *, name: str) -> tuple[Claim, ...] | None:
        """The claims stored under `key`, as those of the document `name`; None if absent."""
        from factcheck.cache_codec import decode

        payload = self.load_bytes(key)
        return None if payload is None else decode(payload, name)

    def store(self, key: str, claims: Sequence[Claim]) -> None:
        """Keep `claims` under `key`. A full disk or a folder that went away is not an error."""
        from factcheck.cache_codec import encode

        payload = encode(claims)
        if payload is not None:
            self.store_bytes(key, payload)

    def load_bytes(self, key: str) -> bytes | None:
        """What `store_bytes` kept under `key`; None if it isn't there or isn't whole."""
        path = self._path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        head = len(_MAGIC) + _DIGEST
        payload = data[head:]
        if data[:head] != _MAGIC + _digest(key, payload):
            return None
        # Marks the entry as used, so that pruning drops others first.
        with contextlib.suppress(OSError):
            os.utime(path)
        return payload

    def store_bytes(self, key: str, payload: bytes) -> None:
        """Keep `payload` under `key`; failing to is not an error."""
        with contextlib.suppress(OSError):
            path = self._path(key)
            path.parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(path, _MAGIC + _digest(key, payload) + payload)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key


def open_cache(settings: Settings) -> Cache | None:
    """The cache that `settings` ask for, pruned at most once a day; None where they ask for none.

    Raises FactcheckError when `settings.cache_dir` was given and can't be used. The default folder
    failing only means a slower run.
    """
    if not settings.use_cache:
        return None
    folder = (settings.cache_dir or usual_folder()) / "claims-1"
    try:
        # Claims hold sentences of the articles: nobody else's business.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, "no permission to write there")
    except OSError as error:
        if settings.cache_dir is None:
            return None
        reason = error.strerror or type(error).__name__
        raise FactcheckError(f"cache folder {settings.cache_dir}: {reason}") from error
    with contextlib.suppress(OSError):
        _prune_daily(folder)
    return Cache(folder)


def pages_folder(settings: Settings) -> Path | None:
    """The folder in which fetched pages are kept; None where `settings` ask for no cache."""
    if not settings.use_cache:
        return None
    return (settings.cache_dir or usual_folder()) / "pages-1"


def cache_key(document: Document, *, model: str) -> str:
    """Hex digest of all that decides what is extracted from `document`.

    That is its text, day and blocks, our code and the language model (`model`: its name and version
    in one string). The document's name and role are not part of it.
    """
    digest = hashlib.sha256()
    published = "" if document.published is None else document.published.isoformat()
    blocks = [
        (block.kind.value, block.span.start, block.span.end, block.level, block.furniture.value)
        for block in document.blocks
    ]
    layout = (
        None if document.title is None else (document.title.start, document.title.end),
        blocks,
        [(mark.start, mark.end) for mark in document.markup],
    )
    for part in (code_version(), model, published, repr(layout), document.text):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@cache
def code_version(stages: tuple[str, ...] = _STAGES) -> str:
    """Our version and a digest of the files of `stages` (names, sizes and times).

    Between releases the version stands still while the code moves; this does not.
    """
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for stage in stages:
        top = root / stage
        files = sorted(top.rglob("*")) if top.is_dir() else [top]
        for file in files:
            if file.suffix == ".pyc" or not file.is_file():
                continue
            status = file.stat()
            relative = file.relative_to(root).as_posix()
            digest.update(f"{relative}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return f"{__version__}+{digest.hexdigest()[:16]}"


def prune(folder: Path, *, max_bytes: int = MAX_BYTES, max_age_days: float = MAX_AGE_DAYS) -> None:
    """Drop entries unused for `max_age_days`, then the longest unused until `max_bytes` hold.

    Half-written files that a killed run left behind go after an hour. A clock that was set back
    leaves files dated in the future, which count by their distance from now. Other runs may read
    and write the folder meanwhile.
    """
    now = time.time()
    entries: list[tuple[float, int, Path]] = []
    for file in folder.glob("??/*"):
        try:
            status = file.stat()
        except OSError:
            continue
        age = abs(now - status.st_mtime)
        limit = 3600.0 if file.suffix == ".part" else max_age_days * _DAY
        if age > limit:
            _forget(file)
        else:
            entries.append((age, status.st_size, file))
    total = 0
    for _, size, file in sorted(entries, key=lambda entry: (entry[0], entry[2])):
        total += size
        if total > max_bytes:
            _forget(file)


def _prune_daily(folder: Path) -> None:
    stamp = folder / "pruned"
    if stamp.exists() and abs(time.time() - stamp.stat().st_mtime) < _DAY:
        return
    # First, since on a full disk the stamp can't be made.
    prune(folder)
    stamp.touch()


def _forget(file: Path) -> None:
    with contextlib.suppress(OSError):
        file.unlink()


def usual_folder() -> Path:
    """The folder for caches that the system gives this user."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("factcheck", appauthor=False))


def _digest(key: str, payload: bytes) -> bytes:
    # The key is part of it: an entry moved to another's place is not taken for it.
    return hashlib.blake2b(payload, digest_size=_DIGEST, key=key.encode()[:64]).digest()
