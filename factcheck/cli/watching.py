"""What `factcheck watch` does between two changes: what is there now, what of it is to be checked.

An event of the file system is only a reason to look: everything is read again and held against what
was there before, so that no event can be misread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factcheck.cli.inputs import read_lint_inputs
from factcheck.config import Settings
from factcheck.model import Document, FactcheckError, Report
from factcheck.read.kept import Kept
from factcheck.report.visible import visible

_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Watched:
    """What the command line and the configuration file say now."""

    settings: Settings
    paths: tuple[str, ...]
    against: tuple[str, ...] = ()
    reference: tuple[str, ...] = ()
    configuration: Path | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What is there: drafts by name, sources, and the text of the baseline.

    `faults` are lines about what can't be read, which is left out among the drafts and, where it
    was there before, kept as it was among the sources.
    """

    watched: Watched
    drafts: Mapping[str, Document]
    sources: tuple[Document, ...]
    baseline: bytes = b""
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One look: the drafts to check, why, and lines about what went missing or can't be read."""

    drafts: tuple[Document, ...] = ()
    header: str = ""
    lines: tuple[str, ...] = field(default=())


def look(watched: Watched, before: State | None = None, kept: Kept | None = None) -> State:
    """What is there now. Raises FactcheckError for what can't be read, the first time only.

    A file that `kept` knows and that is as it was is not read again.
    """
    failed: dict[str, FactcheckError] = {}
    inputs = read_lint_inputs(
        watched.paths,
        settings=watched.settings,
        against=watched.against,
        reference=watched.reference,
        failed=None if before is None else failed,
        kept=kept,
        watched=True,
    )
    known = {source.name: source for source in before.sources} if before else {}
    unread = [source for source in known.values() if source.path in failed]
    sources = sorted((*inputs.sources, *unread), key=lambda source: source.name)
    return State(
        watched,
        {draft.name: draft for draft in inputs.drafts},
        tuple(sources),
        _bytes(watched.settings.baseline),
        tuple(str(failed[name]) for name in sorted(failed)),
    )


def compare(before: State, now: State) -> Round:
    """What is to be checked after a change: all drafts if they are judged by something else now."""
    lines = [line for line in now.faults if line not in before.faults]
    told = " ".join(now.faults)
    lines += [
        f"{name}: no longer there"
        for name in before.drafts
        if name not in now.drafts and name not in told
    ]
    if before.watched != now.watched or before.baseline != now.baseline:
        return _round(now, list(now.drafts.values()), "all drafts, by other settings", lines)
    if before.sources != now.sources:
        changed = _names(_differing({one.name: one for one in before.sources}, now.sources))
        return _round(now, list(now.drafts.values()), f"all drafts, since {changed} changed", lines)
    changed_drafts = _differing(before.drafts, tuple(now.drafts.values()))
    here = [now.drafts[name] for name in changed_drafts if name in now.drafts]
    return _round(now, here, _names([draft.name for draft in here]), lines)


def check(state: State, drafts: Sequence[Document]) -> Report:
    """Check `drafts` as lint does. Raises FactcheckError as that does."""
    from factcheck.drafts import run_drafts

    return run_drafts(drafts, state.sources, settings=state.watched.settings)


def rounds(
    first: State, changes: Iterator[None], watched: Callable[[], Watched]
) -> Iterator[tuple[State, Round]]:
    """A round with something to check or to tell, for each of `changes` that makes one.

    What can't be read or understood any more is told once; what was there before counts on.
    """
    before, trouble, kept = first, "", Kept()
    for _ in changes:
        try:
            now = look(watched(), before, kept)
        except FactcheckError as error:
            if str(error) != trouble:
                trouble = str(error)
                yield before, Round(lines=(trouble,))
            continue
        trouble = ""
        found = compare(before, now)
        before = now
        if found.drafts or found.lines:
            yield now, found


def _round(now: State, drafts: list[Document], header: str, lines: list[str]) -> Round:
    return Round(tuple(drafts), header if drafts else "", tuple(lines))


def _differing(before: Mapping[str, Document], now: Sequence[Document]) -> list[str]:
    """The names of what is new, changed or gone, sorted."""
    after = {document.name: document for document in now}
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(visible(name) for name in names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return f"{shown} and {more:,} more" if more > 0 else shown


def _bytes(path: Path | None) -> bytes:
    """The bytes of the baseline; none where it is missing, which the check tells."""
    try:
        return path.read_bytes() if path else b""
    except OSError:
        return b""
