"""The documents that a command line names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import typer

from factcheck.cache import pages_folder
from factcheck.cli.notes import tell
from factcheck.config import Settings
from factcheck.model import Document, DocumentRole, FactcheckError
from factcheck.read import read_paths
from factcheck.read.folders import LeaveOut
from factcheck.read.formats.source import Fields
from factcheck.read.kept import Kept
from factcheck.read.network import Network


@dataclass(frozen=True, slots=True)
class LintInputs:
    """Drafts and sources, each sorted by name; `both` are the names of those that are both."""

    drafts: tuple[Document, ...]
    sources: tuple[Document, ...]
    both: tuple[str, ...]


def read_inputs(
    paths: Sequence[str],
    *,
    settings: Settings,
    reference: Sequence[str] = (),
    stdin_filename: str | None = None,
    private_hosts: bool = False,
    left_out: list[str] | None = None,
) -> tuple[Document, ...]:
    """The documents of `paths` and of `reference`, sorted by name, each file once.

    A file that both name counts as a reference. What `settings` leave out is added to `left_out`.
    What was left unread for another reason is told on standard error. `private_hosts` allows to
    fetch pages from hosts that are not public. Raises FactcheckError for what can't be read.
    """
    notes: list[str] = []
    read = partial(
        read_paths,
        fields=_fields(settings),
        network=_network(settings, private_hosts=private_hosts),
        leave_out=_leave_out(settings),
        left_out=left_out,
        notes=notes,
    )
    documents = read(paths, stdin_filename=stdin_filename)
    primary = read(reference, reference=True) if reference else ()
    tell(dict.fromkeys(notes))
    _tell_nothing(documents)
    if not reference:
        return documents
    named = {os.path.realpath(document.name) for document in primary}
    others = (one for one in documents if os.path.realpath(one.name) not in named)
    return tuple(sorted((*primary, *others), key=lambda document: document.name))


def read_lint_inputs(
    paths: Sequence[str],
    *,
    settings: Settings,
    against: Sequence[str] = (),
    reference: Sequence[str] = (),
    stdin_filename: str | None = None,
    private_hosts: bool = False,
    watched: bool = False,
    left_out: list[str] | None = None,
    failed: dict[str, FactcheckError] | None = None,
    kept: Kept | None = None,
) -> LintInputs:
    """The drafts of `paths`, and the sources of `against` and `reference`, each file once.

    A source that is a draft as well is that draft, as given on standard input if it is, under the
    draft's name. What `settings` leave out is added to `left_out`. Raises FactcheckError for what
    can't be read, unless `failed` takes it, by the name it would have.
    What `kept` holds is not read again. `watched` says that this is one look of many: pages are not
    fetched, and nothing is told on standard error.
    """
    if "-" in (*against, *reference):
        raise FactcheckError(
            "standard input can be a draft, not a source; give the sources as files"
        )
    notes: list[str] = []
    read = partial(
        read_paths,
        fields=_fields(settings),
        network=None if watched else _network(settings, private_hosts=private_hosts),
        leave_out=_leave_out(settings),
        left_out=left_out,
        failed=failed,
        kept=kept,
        notes=notes,
    )
    drafts = read(paths, stdin_filename=stdin_filename, role=DocumentRole.DRAFT)
    if not failed:
        _tell_nothing(drafts)
    draft_of = {os.path.realpath(draft.name): draft for draft in drafts}
    sources: dict[str, Document] = {}
    both: list[str] = []
    found = [
        *(read(reference, role=DocumentRole.SOURCE, reference=True) if reference else ()),
        *(read(against, role=DocumentRole.SOURCE) if against else ()),
    ]
    if not watched:
        tell(dict.fromkeys(notes))
    for source in found:
        real = os.path.realpath(source.name)
        if real in draft_of and real not in sources:
            both.append(draft_of[real].name)
            source = replace(draft_of[real], role=DocumentRole.SOURCE, reference=source.reference)
        sources.setdefault(real, source)
    ordered = sorted(sources.values(), key=lambda document: document.name)
    return LintInputs(drafts, tuple(ordered), tuple(sorted(both)))


def _fields(settings: Settings) -> Fields:
    return Fields(settings.text_field, settings.title_field, settings.date_field, settings.id_field)


def _network(settings: Settings, *, private_hosts: bool) -> Network:
    return Network(
        offline=settings.offline,
        private_hosts=private_hosts,
        folder=pages_folder(settings),
    )


def _leave_out(settings: Settings) -> LeaveOut:
    return LeaveOut(settings.exclude, settings.ignore_files, settings.force_exclude)


def _tell_nothing(documents: Sequence[Document]) -> None:
    """Files were given and none is left: only `--force-exclude` does that, and it is no fault."""
    if not documents:
        typer.echo("factcheck: nothing to check: every file given is excluded", err=True)
