"""Settings of one run: what the command line, the configuration file and the API can set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Typed settings; the defaults are those of `factcheck compare` with no flags.

    `model` is "auto" (an official en_core_web_* package if installed, else the one we pin), "none"
    (tier 0 alone) or a package name. `select` and `ignore` hold rule codes or names (prefixes of a
    code allowed: "FC1"). `min_confidence` hides findings below it; `pedantic` shows them all.
    """

    model: str = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.6
    pedantic: bool = False
    cache_dir: Path | None = None
    use_cache: bool = False
    jobs: int = 1
