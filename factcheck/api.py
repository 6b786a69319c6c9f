"""The Python interface: what the command line does, as functions."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.config import Settings
from factcheck.model import Claim, Document, FactcheckError, Report


def compare(documents: Iterable[Document], *, settings: Settings | None = None) -> Report:
    """Compare `documents` with one another, and each with itself.

    The report is the same for any order of `documents`. What there is not enough memory for is told
    in `Report.left_out`. Raises FactcheckError when there are no documents, when two have one name,
    or when `settings` ask for what is not there (a rule, a model).
    """
    from factcheck.pipeline import run

    return run(_named_once(documents), settings=settings or Settings())


def lint(
    draft: Document, sources: Iterable[Document] = (), *, settings: Settings | None = None
) -> Report:
    """Check `draft` against `sources` and against itself; every finding points at the draft.

    Raises FactcheckError as `compare` does.
    """
    return lint_all([draft], sources, settings=settings)


def lint_all(
    drafts: Iterable[Document],
    sources: Iterable[Document] = (),
    *,
    settings: Settings | None = None,
) -> Report:
    """Check each of `drafts` against `sources` and against itself, not against other drafts.

    A document that is both draft and source (one name, one text) is no source for itself. The
    report holds no claims, and of the groups those with a fact of a draft. It is the same for any
    order of both. Raises FactcheckError as `compare` does, and when a draft and a source have one
    name and two texts.
    """
    from factcheck.drafts import run_drafts

    checked, known = _named_once(drafts), _named_once(sources, needed=False)
    texts = {draft.name: draft.text for draft in checked}
    for source in known:
        if texts.get(source.name, source.text) != source.text:
            raise FactcheckError(f"a draft and a source have the name {source.name!r}")
    return run_drafts(checked, known, settings=settings or Settings())


def claims(documents: Iterable[Document], *, settings: Settings | None = None) -> tuple[Claim, ...]:
    """The claims and typed facts of `documents`, compared with nothing, in the documents' order.

    Raises FactcheckError as `compare` does.
    """
    from factcheck.annotate import resolve_model
    from factcheck.pipeline import read_claims

    chosen = settings or Settings()
    model = resolve_model(chosen.model)
    return read_claims(_named_once(documents), model=model, settings=chosen)


def _named_once(documents: Iterable[Document], *, needed: bool = True) -> list[Document]:
    found = list(documents)
    if needed and not found:
        raise FactcheckError("nothing to check: no documents were given")
    names: set[str] = set()
    for document in found:
        if document.name in names:
            raise FactcheckError(f"two documents have the name {document.name!r}")
        names.add(document.name)
    return found
