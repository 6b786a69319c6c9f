"""What a run says of itself on standard error: --verbose and --timing. Reports stay apart."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from factcheck.cli.entry import printable
from factcheck.config import Settings
from factcheck.configuration.read import Configuration
from factcheck.model import Document, DocumentRole, Report
from factcheck.timing import Timing

# As many of the slowest rules and documents as fit on a line or two.
_SLOWEST = 5


def tell(lines: Iterable[str]) -> None:
    """Each line on standard error, nothing in it that steers a terminal."""
    for line in lines:
        print(f"factcheck: {printable(line)}", file=sys.stderr)


def inputs_told(
    configuration: Configuration,
    documents: Sequence[Document],
    left_out: Sequence[str] = (),
    both: Sequence[str] = (),
) -> list[str]:
    """Where the settings are from, which files were read, as what, which were left out, and which
    drafts are no sources for themselves."""
    file = configuration.path
    lines = [f"settings from {file}" if file else "settings from the command line alone"]
    lines += [f"read {_part(document)} {document.name}" for document in documents]
    lines += [f"left out {path}, as --exclude or an ignore file says" for path in sorted(left_out)]
    return lines + [f"{name} is a draft and a source: left out as its own source" for name in both]


def run_told(report: Report, settings: Settings, timing: Timing) -> list[str]:
    """The model and the cache of a run."""
    from factcheck.cache import open_cache

    cache = open_cache(settings)
    kept = ", ".join(f"{number} {what}" for what, number in sorted(timing.counts.items()))
    place = f"cache {cache.folder}" if cache else "no cache"
    return [f"model {report.tool.model}", f"{place}: {kept}" if kept else place]


def timing_told(timing: Timing) -> list[str]:
    """Seconds by stage in the order of the flow, then the slowest rules and documents."""
    lines = [f"time by stage: {_seconds(timing.stages.items())}"]
    for what, seconds in (("rules", timing.rules), ("files", timing.documents)):
        if seconds:
            lines.append(f"slowest {what}: {_seconds(_slowest(seconds))}")
    return lines


def _slowest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=lambda item: (-item[1], item[0]))[:_SLOWEST]


def _seconds(items: Iterable[tuple[str, float]]) -> str:
    return ", ".join(f"{name} {seconds:.2f} s" for name, seconds in items)


def _part(document: Document) -> str:
    if document.reference:
        return "reference"
    return "article" if document.role is DocumentRole.ARTICLE else document.role.value
