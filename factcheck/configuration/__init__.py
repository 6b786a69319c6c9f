"""Configuration files: found, read and checked; the flags of the command line come on top."""

from __future__ import annotations

from factcheck.configuration.find import find_file
from factcheck.configuration.keys import KEYS, Key
from factcheck.configuration.read import Configuration, Origin, read_file

__all__ = ["KEYS", "Configuration", "Key", "Origin", "find_file", "read_file"]
