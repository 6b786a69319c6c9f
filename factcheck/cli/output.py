"""Where reports go: standard output as the terminal can carry it, or files, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import typer

from factcheck.cli.options import Color
from factcheck.model import FactcheckError, Report
from factcheck.report import FORMATS, Format, Style
from factcheck.report.visible import visible


@dataclass(frozen=True, slots=True)
class Output:
    """One report to write; `path` is None for standard output."""

    format: Format
    path: Path | None = None


def parse_outputs(wanted: Sequence[str] | None) -> tuple[Output, ...]:
    """The outputs of `--format F[=FILE]` options; text on standard output when there are none.

    Raises FactcheckError for an unknown format, for two reports on standard output and for a file
    named twice.
    """
    outputs = tuple(_parse(value) for value in wanted or ("text",))
    places = [output.path for output in outputs]
    for place in places:
        if places.count(place) > 1:
            name = "standard output" if place is None else str(place)
            raise FactcheckError(f"two formats would be written to {name}: use --format NAME=FILE")
    return outputs


def write_outputs(
    report: Report,
    outputs: Sequence[Output],
    *,
    color: Color,
    facts: bool = False,
    summary: bool = True,
    day: str = "",
) -> None:
    """Write the report in every format asked for; files first, so that a closed pipe loses none."""
    for output in sorted(outputs, key=lambda output: output.path is None):
        if output.path is None:
            style = replace(stdout_style(color, facts=facts), summary=summary, day=day)
            text = output.format.render(report, style)
            (write_json if output.format.for_programs else write_stdout)(text)
        else:
            style = Style(color=color is Color.ALWAYS, facts=facts, summary=summary, day=day)
            write_file(output.path, output.format.render(report, style))
    if summary:
        tell_stale(report)


def tell_stale(report: Report) -> None:
    """Say on standard error which entries of the baseline nothing finds any more."""
    if not report.stale:
        return
    number = len(report.stale)
    entries = "1 entry" if number == 1 else f"{number:,} entries"
    lines = [f"baseline: {entries} stale; `factcheck baseline update` drops what is mended"]
    lines += [f"  {one.code} {one.document}: {one.message}" for one in report.stale[:_MOST_STALE]]
    if number > _MOST_STALE:
        lines.append(f"  and {number - _MOST_STALE:,} more")
    for line in lines:
        typer.echo(visible(line), err=True)


_MOST_STALE = 10


def stdout_style(color: Color, *, facts: bool = False) -> Style:
    """How text on standard output may look: its width, its colours, its characters."""
    return Style(
        width=max(40, min(shutil.get_terminal_size((80, 24)).columns, 160)),
        color=use_color(color),
        ascii=not _carries("·…“—"),
        facts=facts,
    )


def use_color(color: Color) -> bool:
    """`--color` first, then NO_COLOR and FORCE_COLOR, then whether a capable terminal reads."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def write_stdout(text: str) -> bool:
    """`text` in the encoding of standard output; what that can't carry is escaped.

    False when nobody reads any more (`| head`), which is no error.
    """
    return _send(text.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))


def write_json(text: str) -> bool:
    """JSON is UTF-8 whatever the terminal is set to (RFC 8259, section 8.1); else as above."""
    return _send(text.encode("utf-8"))


def _send(data: bytes) -> bool:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _give_up_stdout()
        return False
    except OSError as error:
        _give_up_stdout()
        reason = error.strerror or str(error)
        raise FactcheckError(f"standard output: can't write: {reason}") from error
    return True


def _give_up_stdout() -> None:
    """Python flushes standard output again on exit; that must not fail a second time."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)


def write_file(path: Path, text: str) -> None:
    """`text` as UTF-8 in `path`: written beside it and renamed, so it is whole or not there.

    A device or a pipe (/dev/stderr, a shell's `>(…)`) can't be replaced and is written to. Raises
    FactcheckError when it can't be written.
    """
    temporary = None
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(text.encode("utf-8", "backslashreplace"))
            return
        # Through a symbolic link, the file it points to is replaced, not the link.
        target = path.resolve()
        handle, temporary = tempfile.mkstemp(prefix=".factcheck-", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
        Path(temporary).chmod(_mode(target))
        Path(temporary).replace(target)
    except OSError as error:
        raise FactcheckError(f"{path}: can't write: {error.strerror or error}") from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else what the umask leaves of 0666."""
    if target.is_file():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _parse(value: str) -> Output:
    name, equals, file = value.partition("=")
    for format_ in FORMATS:
        if name in format_.names:
            if equals and not file:
                raise FactcheckError(f"--format {value}: no file after the equals sign")
            return Output(format_, _writable(Path(file)) if equals else None)
    names = [known for format_ in FORMATS for known in format_.names]
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
    raise FactcheckError(f"no format is called {name!r}; {hint}")


def _writable(path: Path) -> Path:
    """Tell before the work what would only fail after it."""
    if path.is_dir():
        raise FactcheckError(f"{path}: can't write: it is a folder")
    if not path.resolve().parent.is_dir():
        raise FactcheckError(f"{path}: can't write: there is no folder {path.parent}")
    return path


def _carries(characters: str) -> bool:
    try:
        characters.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
