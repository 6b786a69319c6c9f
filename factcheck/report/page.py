"""A rule's page: found in the package, shown in the terminal."""

from __future__ import annotations

import io
from pathlib import Path

from factcheck.filters.selection import unknown_rule
from factcheck.model import FactcheckError
from factcheck.report.format import Style
from factcheck.rules import RULES


def load_page(what: str) -> str:
    """The Markdown page of the rule with code or name `what`.

    Raises FactcheckError for an unknown rule, with the nearest right name.
    """
    wanted = what.lower()
    for rule in RULES:
        if wanted in (rule.code.lower(), rule.name):
            page = page_path(rule.name)
            if not page.is_file():
                raise FactcheckError(f"the page of {rule.name} is missing from this installation")
            return page.read_text(encoding="utf-8")
    hint = "a fingerprint needs --from REPORT.json"
    raise FactcheckError(f"{unknown_rule(what, RULES)} ({hint})")


def page_path(name: str) -> Path:
    """Where the page of the rule called `name` is, whether or not it is there."""
    return pages_folder() / f"{name}.md"


def pages_folder() -> Path:
    """Where the rule pages are: in the installed package, or in docs/rules of a source tree."""
    package = Path(__file__).parents[1]
    shipped = package / "_pages"
    return shipped if shipped.is_dir() else package.parent / "docs" / "rules"


def render_page(page: str, style: Style) -> str:
    """The page with its headings, lists and examples laid out for the terminal."""
    from rich.console import Console
    from rich.markdown import Markdown

    sink = io.StringIO()
    console = Console(
        file=sink,
        width=min(style.width, 100),
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        legacy_windows=False,
    )
    console.print(Markdown(with_labels(page), hyperlinks=False))
    return "".join(f"{line.rstrip()}\n" for line in sink.getvalue().splitlines())


def with_labels(page: str) -> str:
    """The page with what an example stands for above it: readers see no info strings."""
    for mark, words in (("must-flag", "Flagged:"), ("must-not-flag", "Not flagged:")):
        page = page.replace(f"```{mark}\n", f"{words}\n\n```text\n")
    return page
