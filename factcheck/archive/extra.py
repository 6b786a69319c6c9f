"""The libraries of the extra `archive`, or one line that names it."""

from __future__ import annotations

from importlib.util import find_spec

from factcheck.model import FactcheckError


def require(*modules: str, extra: str = "archive") -> None:
    """Raise FactcheckError where one of `modules` is not installed, naming its extra."""
    for module in modules:
        if find_spec(module) is None:
            raise FactcheckError(
                f"the archive needs {module}: pip install 'factcheck-cli[{extra}]'"
            )
