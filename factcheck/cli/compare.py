"""`factcheck compare`: all articles against one another, and each with itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def command(
    paths: Annotated[list[str], typer.Argument()],
    format_: Annotated[str, typer.Option("--format")] = "text",
    exit_zero: Annotated[bool, typer.Option("--exit-zero")] = False,
    jobs: Annotated[int, typer.Option("--jobs")] = 1,
    model: Annotated[str, typer.Option("--model")] = "auto",
    select: Annotated[str, typer.Option("--select")] = "",
    cache: Annotated[bool, typer.Option("--cache/--no-cache")] = True,
) -> None:
    """Compare all articles given with one another, and each with itself."""
    from factcheck.config import Settings
    from factcheck.pipeline import run
    from factcheck.read import document_from_text
    from factcheck.report import FORMATS, Style

    files: list[Path] = []
    for path in map(Path, paths):
        files += sorted(path.glob("**/*.txt")) if path.is_dir() else [path]
    documents = [document_from_text(f.read_text(encoding="utf-8"), name=str(f)) for f in files]
    chosen = tuple(part for part in select.split(",") if part)
    report = run(documents, settings=Settings(jobs=jobs, model=model, select=chosen))
    render = next(f.render for f in FORMATS if format_ in f.names)
    sys.stdout.buffer.write(render(report, Style()).encode())
    if not exit_zero and any(f.severity.value == "error" for f in report.findings):
        raise typer.Exit(1)
