"""Names of documents as paths and as URIs, for formats whose readers look the file up."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote


def relative(name: str) -> str:
    """`name` relative to the working folder where it lies in it, without "./" at its start.

    Any other name, an absolute path elsewhere or no path at all, stays as it is.
    """
    while name.startswith("./") and len(name.lstrip("./")) > 0:
        name = name[2:].lstrip("/")
    if not Path(name).is_absolute():
        return name
    try:
        here = Path.cwd().as_posix().rstrip("/") + "/"
    except OSError:  # the working folder is gone; its name is lost
        return name
    inside = name.removeprefix(here)
    return inside if inside and not inside.startswith("/") else name


def uri(name: str, *, web: bool = False) -> str:
    """`name` as a URI reference, percent-encoded: relative where `relative` makes it so.

    The address of a page (`web`) is one already.
    """
    if web:
        return _quoted(name, safe="/:?#[]@!$&'()*+,;=%~")
    path = relative(name)
    absolute = Path(path).is_absolute()
    # A colon before the first slash of a relative reference would read as a scheme.
    encoded = _quoted(path, safe="/:" if absolute else "/")
    if not absolute:
        return encoded
    return f"file://{encoded}" if encoded.startswith("/") else f"file:///{encoded}"


def _quoted(path: str, *, safe: str) -> str:
    try:
        # File names that are not UTF-8 keep their bytes.
        return quote(path, safe=safe, errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path, safe=safe, errors="surrogatepass")
