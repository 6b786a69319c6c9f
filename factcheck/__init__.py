"""factcheck finds where texts disagree on the facts.

    import factcheck

    articles = [factcheck.document_from_text(text, name=name) for name, text in texts.items()]
    report = factcheck.compare(articles)
    for finding in report.findings:
        print(finding.severity, finding.rule, finding.message)

Importing the package is cheap: what a name needs is imported when the name is first used.
"""

from __future__ import annotations

__version__ = "0.1.0"

# As good as typing.TYPE_CHECKING to type checkers, and it spares the start of every command the
# import of typing.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from factcheck.api import claims, compare, lint, lint_all
    from factcheck.config import Settings
    from factcheck.model import (
        Claim,
        Document,
        DocumentRole,
        Fact,
        FactcheckError,
        FactGroup,
        Finding,
        Report,
        Severity,
    )
    from factcheck.read import document_from_text, read_paths

_HOMES = {
    "claims": "factcheck.api",
    "compare": "factcheck.api",
    "lint": "factcheck.api",
    "lint_all": "factcheck.api",
    "Settings": "factcheck.config",
    "Claim": "factcheck.model",
    "Document": "factcheck.model",
    "DocumentRole": "factcheck.model",
    "Fact": "factcheck.model",
    "FactcheckError": "factcheck.model",
    "FactGroup": "factcheck.model",
    "Finding": "factcheck.model",
    "Report": "factcheck.model",
    "Severity": "factcheck.model",
    "document_from_text": "factcheck.read",
    "read_paths": "factcheck.read",
}

__all__ = [
    "Claim",
    "Document",
    "DocumentRole",
    "Fact",
    "FactGroup",
    "FactcheckError",
    "Finding",
    "Report",
    "Settings",
    "Severity",
    "__version__",
    "claims",
    "compare",
    "document_from_text",
    "lint",
    "lint_all",
    "read_paths",
]


def __getattr__(name: str) -> object:
    """The public name `name`, from the module where it lives."""
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
