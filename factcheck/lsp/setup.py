"""The settings that hold for one open text: its configuration file, and the editor's on top."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factcheck.config import Settings
from factcheck.configuration.find import find_file
from factcheck.configuration.read import Configuration, read_file
from factcheck.lsp.buffers import Buffer
from factcheck.lsp.options import Options

_PATTERN = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class Setup:
    """The settings of a check, and the paths of its sources, absolute."""

    settings: Settings
    against: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()


def set_up(buffer: Buffer, options: Options, root: Path | None) -> Setup:
    """What holds for `buffer`: the nearest configuration file upwards, then `options`.

    Relative paths of `options` count from `root`, those of the file from its folder. Raises
    FactcheckError for a file or a value that can't be used.
    """
    here = Path.cwd()
    configuration = _configuration(buffer, options, root or here)
    against = _paths(options.against, root or here)
    if against is None:
        against = _paths(configuration.values.get("against"), here)
    reference = _paths(options.reference, root or here)
    if reference is None:
        reference = _paths(configuration.values.get("reference"), here)
    return Setup(_settings(configuration, options), against or (), reference or ())


def _configuration(buffer: Buffer, options: Options, root: Path) -> Configuration:
    if options.isolated:
        return Configuration()
    if options.config:
        return read_file(root / options.config)
    path = find_file([str(buffer.path or root)])
    return read_file(path) if path else Configuration()


def _settings(configuration: Configuration, options: Options) -> Settings:
    values: dict[str, Any] = {} if "cache" in configuration.values else {"use_cache": True}
    # As on the command line, where the environment ranks above the file.
    if cache_dir := os.environ.get("FACTCHECK_CACHE_DIR"):
        values["cache_dir"] = Path(cache_dir)
    for name in ("select", "ignore", "min_confidence", "pedantic", "model"):
        given = getattr(options, name)
        if given is not None:
            values[name] = given
    # The checks have a thread of their own; more processes would only slow the editor down.
    return replace(configuration.settings(), **{**values, "jobs": 1})


def _paths(given: tuple[str, ...] | None, root: Path) -> tuple[str, ...] | None:
    """Paths as seen from everywhere; what is special in the name of `root` isn't."""
    if given is None:
        return None
    return tuple(
        str(Path(glob.escape(str(root))) / path)
        if _PATTERN & set(path) and not (root / path).exists()
        else str(root / path)
        for path in given
    )
