"""The Python interface: what the command line does, as functions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.config import Settings
from factcheck.model import Claim, Document, DocumentRole, FactcheckError, Report


def compare(documents: Iterable[Document], *, settings: Settings | None = None) -> Report:
    """Compare `documents` with one another, and each with itself.

    The report is the same for any order of `documents`. Raises FactcheckError when there are none,
    when two have one name, or when `settings` ask for what is not there (a rule, a model).
    """
    from factcheck.pipeline import run

    return run(_named_once(documents), settings=settings or Settings())


def lint(
    draft: Document, sources: Iterable[Document] = (), *, settings: Settings | None = None
) -> Report:
    """Check `draft` against `sources` and against itself; every finding has a place in the draft.

    Raises FactcheckError as `compare` does.
    """
    checked = [replace(draft, role=DocumentRole.DRAFT)]
    checked += [replace(source, role=DocumentRole.SOURCE) for source in sources]
    return compare(checked, settings=settings)


def claims(documents: Iterable[Document], *, settings: Settings | None = None) -> tuple[Claim, ...]:
    """The claims and typed facts of `documents`, compared with nothing, in the documents' order.

    Raises FactcheckError as `compare` does.
    """
    from factcheck.annotate import resolve_model
    from factcheck.pipeline import read_claims

    chosen = settings or Settings()
    model = resolve_model(chosen.model)
    return read_claims(_named_once(documents), model=model, settings=chosen)


def _named_once(documents: Iterable[Document]) -> list[Document]:
    found = list(documents)
    if not found:
        raise FactcheckError("nothing to check: no documents were given")
    names: set[str] = set()
    for document in found:
        if document.name in names:
            raise FactcheckError(f"two documents have the name {document.name!r}")
        names.add(document.name)
    return found
