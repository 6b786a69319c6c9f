"""Settings of one run: what the command line, the configuration file and the API can set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factcheck.model import FactcheckError


@dataclass(frozen=True, slots=True)
class Settings:
    """Typed settings; the defaults are those of `factcheck compare` with no flags.

    `model` is "auto" (an official en_core_web_* package if installed, else the one we pin), "none"
    (tier 0 alone) or a package name. `select` and `ignore` hold rule codes or names (prefixes of a
    code allowed: "FC1"). `min_confidence` (0 to 1) hides findings below it; `pedantic` shows them
    all. `jobs` is a number of processes, at least 1. `cache_dir` is the user's cache folder when
    None.

    Raises FactcheckError for a value out of range.
    """

    model: str = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.6
    pedantic: bool = False
    cache_dir: Path | None = None
    use_cache: bool = False
    jobs: int = 1

    def __post_init__(self) -> None:
        """Refuse values that no run could honour."""
        if not 0.0 <= self.min_confidence <= 1.0:
            raise FactcheckError(f"min_confidence is {self.min_confidence}, not between 0 and 1")
        if self.jobs < 1:
            raise FactcheckError(f"jobs is {self.jobs}, not a number of processes from 1 up")
