"""factcheck finds where texts disagree on the facts."""

__version__ = "0.1.0"
