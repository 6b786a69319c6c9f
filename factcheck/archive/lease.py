"""One writer at a time in an object store, which has no locks.

A writer puts an object of its own beside the archive and lists those of others: as stores show what
was written before a list began, of two that begin together at least one sees the other and gives
way. It renews its object as long as it lives; one that was not renewed for `LEASE` is of a writer
that was killed. All times are those of the store's clock.
"""

from __future__ import annotations

import platform
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from factcheck.archive.reaching import ChangedError
from factcheck.archive.remote import Remote
from factcheck.model import FactcheckError
from factcheck.read.files import shown

WRITERS = "writers"
LEASE = 60.0
"""Seconds after which a writer counts as dead that gives no sign."""


@dataclass(slots=True)
class Lease:
    """The right to write, as long as it is renewed. `leased` makes one."""

    remote: Remote
    writer: str
    ended: threading.Event = field(default_factory=threading.Event)

    def take(self) -> None:
        """Tell other writers that this one is there."""
        self.remote.put(f"{WRITERS}/{self.writer}", shown(platform.node()).encode())

    def check(self) -> None:
        """Raise FactcheckError when another took this writer for dead: it sweeps its object."""
        if self.writer not in self.remote.listed(WRITERS):
            raise FactcheckError(
                f"{shown(self.remote.address)}: this process stood still for over {LEASE:.0f} s, "
                "and another has begun to write to the archive since; run it again after that"
            )

    def keep(self) -> None:
        """Renew it until it has ended or is lost; what goes wrong meanwhile `check` tells."""
        while not self.ended.wait(LEASE / 4):
            with suppress(FactcheckError):
                self.check()
                self.take()


@contextmanager
def leased(remote: Remote, writer: str) -> Iterator[Lease]:
    """Be the only writer of the archive at `remote`, known as `writer` (a file name).

    What a writer of the same name left is taken over. Raises FactcheckError while another writes.
    """
    lease = Lease(remote, writer)
    lease.take()
    try:
        _give_way(remote, writer)
        thread = threading.Thread(target=lease.keep, name="lease", daemon=True)
        thread.start()
        try:
            yield lease
        finally:
            lease.ended.set()
            thread.join()
    finally:
        # A killed one stays until it counts as dead.
        with suppress(FactcheckError):
            remote.delete(f"{WRITERS}/{writer}")


def _give_way(remote: Remote, writer: str) -> None:
    there = remote.listed(WRITERS)
    now = there.get(writer, 0)
    for other, renewed in there.items():
        if other == writer:
            continue
        age = (now - renewed) / 1e9
        if age > LEASE:
            remote.delete(f"{WRITERS}/{other}")
            continue
        host = _host_of(remote, other)
        raise FactcheckError(
            f"{shown(remote.address)}: another process is writing to this archive"
            f"{f' (on {host})' if host else ''}; wait for it, or if it was killed, "
            f"{max(1, round(LEASE - age))} s"
        )


def _host_of(remote: Remote, writer: str) -> str:
    """The machine a writer is on; "" where it has just ended."""
    try:
        data = remote.read(f"{WRITERS}/{writer}") or b""
    except ChangedError:
        return ""
    return shown(data.decode("utf-8", "replace"))[:60]
