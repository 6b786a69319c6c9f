"""Whether and how pages may be fetched; what does it is `factcheck.read.fetch`, imported late."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Network:
    """How addresses are fetched.

    `offline` forbids it: what `folder` keeps, of whatever age, is then all there is.
    `private_hosts` allows hosts that are not public. `folder` keeps pages between runs; None keeps
    none. `seconds` is the time that one page may take, redirects and all.
    """

    offline: bool = False
    private_hosts: bool = False
    folder: Path | None = None
    seconds: float = SECONDS


def is_address(path: str) -> bool:
    """Whether a path as given is the address of a page."""
    return path.lower().startswith(("http://", "https://"))
