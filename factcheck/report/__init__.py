"""The report formats. A new format is one file, one test and one line here."""

from __future__ import annotations

from factcheck.report.format import Format, Style

FORMATS: tuple[Format, ...] = (
    Format(("text",), "for people: both passages, values, why paired (the default)", "text"),
    Format(("concise",), "one line a finding, by document; for terminals and editors", "concise"),
    Format(("json-v1", "json"), "everything, for programs", "json", for_programs=True),
    Format(("jsonl",), "one finding a line, each usable alone", "jsonl", for_programs=True),
    Format(("sarif",), "SARIF 2.1.0, for code scanning", "sarif", for_programs=True),
    Format(("github",), "annotations of GitHub Actions", "github", for_programs=True),
    Format(("gitlab",), "GitLab Code Quality report", "gitlab", for_programs=True),
    Format(("junit",), "JUnit XML, for build servers", "junit", for_programs=True),
    Format(("rdjson",), "reviewdog's diagnostic format", "rdjson", for_programs=True),
    Format(("markdown",), "a comment for a pull request", "markdown", for_programs=True),
    Format(("html",), "a page for a browser, with all in it", "html", for_programs=True),
)

__all__ = ["FORMATS", "Format", "Style"]
