"""When to check: soon after a change, one text at a time, and never an older text over a newer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from factcheck.lsp.buffers import Buffer
from factcheck.lsp.checking import Checked, Job, check
from factcheck.lsp.sources import Shelf, identity


@dataclass(slots=True)
class Entry:
    """One open text, the check that is due or under way, and what the last one came to.

    `sources` are the files that the last check read, by `identity`; `begun` says that a check is
    under way, whose sources aren't known yet.
    """

    buffer: Buffer
    task: asyncio.Task[None] | None = None
    checked: Checked | None = None
    sources: frozenset[str] = frozenset()
    begun: bool = False


class Desk:
    """The open texts. All of it runs on the event loop but the checks, which have a thread.

    A check under way can't be stopped: when a newer text comes in, what it finds is dropped, and
    the newer text goes next.
    """

    def __init__(
        self,
        job: Callable[[Buffer, tuple[Buffer, ...]], Job],
        done: Callable[[Buffer, Checked | None], None],
        failed: Callable[[Buffer, Exception], None],
    ) -> None:
        self.shelf = Shelf()
        self._entries: dict[str, Entry] = {}
        self._job, self._done, self._failed = job, done, failed
        # One thread: two checks at once would each take twice as long.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="factcheck")
        self._running = False

    @property
    def busy(self) -> bool:
        """Whether a check is under way."""
        return self._running

    def buffers(self) -> tuple[Buffer, ...]:
        """The open texts."""
        return tuple(entry.buffer for entry in self._entries.values())

    def buffer(self, uri: str) -> Buffer | None:
        """The open text of `uri`."""
        entry = self._entries.get(uri)
        return entry.buffer if entry else None

    def put(self, buffer: Buffer, *, wait: float = 0.0) -> None:
        """Take in a text, and check it in `wait` seconds unless a newer one comes before."""
        entry = self._entries.setdefault(buffer.uri, Entry(buffer))
        entry.buffer = buffer
        self._schedule(entry, wait)

    def drop(self, uri: str) -> Buffer | None:
        """Forget a text that was closed, and give it back."""
        entry = self._entries.pop(uri, None)
        if entry is None:
            return None
        if entry.task:
            entry.task.cancel()
        return entry.buffer

    def recheck(self, *, wait: float = 0.0) -> None:
        """Check all open texts again."""
        for entry in self._entries.values():
            self._schedule(entry, wait)

    def recheck_users(self, source: Buffer, *, wait: float = 0.0) -> None:
        """Check again the open texts that `source` is a source of, or may be."""
        if source.path is None:
            return
        place = identity(source.path)
        for uri, entry in self._entries.items():
            if uri != source.uri and (entry.begun or place in entry.sources):
                self._schedule(entry, wait)

    async def settled(self, uri: str) -> Checked | None:
        """What the check of a text as it now stands comes to, when it is done; None if it fails."""
        while (entry := self._entries.get(uri)) and entry.task and not entry.task.done():
            await asyncio.wait({entry.task})
        return entry.checked if entry else None

    def close(self) -> None:
        """Take no more texts, and begin no more checks."""
        for uri in list(self._entries):
            self.drop(uri)
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _schedule(self, entry: Entry, wait: float) -> None:
        if entry.task:
            entry.task.cancel()
        entry.checked, entry.begun = None, False
        entry.task = asyncio.ensure_future(self._check(entry, wait))

    async def _check(self, entry: Entry, wait: float) -> None:
        await asyncio.sleep(wait)
        buffer = entry.buffer
        others = tuple(one.buffer for one in self._entries.values() if one is not entry)
        entry.begun = True
        try:
            job = self._job(buffer, others)
            loop = asyncio.get_running_loop()
            entry.checked = await loop.run_in_executor(self._worker, self._work, job)
            entry.sources = entry.checked.sources if entry.checked else frozenset()
            self._done(buffer, entry.checked)
        except Exception as error:
            self._failed(buffer, error)
        entry.begun = False

    def _work(self, job: Job) -> Checked | None:
        self._running = True
        try:
            return check(job, self.shelf)
        finally:
            self._running = False
