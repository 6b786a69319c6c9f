"""Settings of one run: what the command line, the configuration file and the API can set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.model import FactcheckError

SPELLINGS = ("british", "american")
SEVERITIES = ("error", "warning", "info", "off")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How the house writes: its spelling ("british", "american", or "" for either), and names.

    `names` maps a name as the house writes it to the ways in which it doesn't: {"Kyiv": ("Kiev",)}.

    Raises FactcheckError for a spelling that isn't one of the two.
    """

    spelling: str = ""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a spelling that nobody has."""
        if self.spelling and self.spelling not in SPELLINGS:
            raise FactcheckError(f"spelling is {self.spelling!r}, neither british nor american")


@dataclass(frozen=True, slots=True)
class Settings:
    """Typed settings; the defaults are those of `factcheck compare` with no flags.

    `model` is "auto" (an official en_core_web_* package if installed, else the one we pin), "none"
    (tier 0 alone) or a package name. `select` and `ignore` hold rule codes or names (prefixes of a
    code allowed: "FC1"); `extend_select` and `extend_ignore` add to them. `severity` maps such
    words to "error", "warning", "info" or "off", `per_file_ignores` patterns of files (see
    `factcheck.globs`) to the words of rules left out there. `style` is how the house writes.
    `min_confidence` (0 to 1) hides findings below it; `pedantic` shows them all. `jobs` is a number
    of processes, at least 1. `cache_dir` is the user's cache folder when None. `baseline` is a file
    of accepted findings, which are suppressed. `exclude`, `ignore_files` and `force_exclude` say
    what is left out of folders (`read.folders.LeaveOut`). `text_field`, `title_field`, `date_field`
    and `id_field` are the names of a record's fields ("" for the usual ones), `offline` forbids to
    fetch pages.

    Raises FactcheckError for a value out of range.
    """

    model: str = "auto"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    style: HouseStyle = HouseStyle()
    min_confidence: float = 0.6
    pedantic: bool = False
    cache_dir: Path | None = None
    use_cache: bool = False
    baseline: Path | None = None
    exclude: tuple[str, ...] = ()
    ignore_files: bool = True
    force_exclude: bool = False
    text_field: str = ""
    title_field: str = ""
    date_field: str = ""
    id_field: str = ""
    offline: bool = False
    jobs: int = 1

    def __post_init__(self) -> None:
        """Refuse values that no run could honour."""
        if not 0.0 <= self.min_confidence <= 1.0:
            raise FactcheckError(f"min_confidence is {self.min_confidence}, not between 0 and 1")
        for rule, severity in self.severity.items():
            if severity not in SEVERITIES:
                raise FactcheckError(
                    f"severity of {rule} is {severity!r}, not one of {', '.join(SEVERITIES)}"
                )
        if self.jobs < 1:
            raise FactcheckError(f"jobs is {self.jobs}, not a number of processes from 1 up")
