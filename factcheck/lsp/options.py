"""What an editor sets: the `initializationOptions`, or the `factcheck` part of its settings."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

import msgspec

from factcheck.model import FactcheckError


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """The keys an editor may set; None leaves a thing to the configuration file.

    Relative paths count from the workspace folder. `debounce` is how long to wait after a
    keystroke, in seconds.
    """

    config: str | None = None
    isolated: bool = False
    against: tuple[str, ...] | None = None
    reference: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    min_confidence: float | None = None
    pedantic: bool | None = None
    model: str | None = None
    debounce: float = 0.4


def parse_options(given: object) -> Options:
    """The options of what a client sent; none sent is all defaults.

    Raises FactcheckError that names the key, for one that doesn't exist or holds the wrong type.
    """
    if given is None:
        return Options()
    if isinstance(given, Mapping):
        known = [field.encode_name for field in msgspec.structs.fields(Options)]
        for key in given:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"
                raise FactcheckError(f"editor settings: no key {str(key)!r}; {hint}")
    try:
        return msgspec.convert(given, Options)
    except msgspec.ValidationError as error:
        raise FactcheckError(f"editor settings: {error}") from error
