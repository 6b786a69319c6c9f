"""The texts of a report by number: their short names, their pieces, the voices they count as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck.model import Report
from factcheck.report.html.pieces import Pieces
from factcheck.report.text import common_folder


@dataclass(frozen=True, slots=True)
class Texts:
    """What is known of the texts: all by the name of the document, or by its number in the report.

    `folder` is what all names begin with and `short` are the names without it.
    """

    folder: str
    number: Mapping[str, int]
    short: Mapping[str, str]
    pieces: tuple[Pieces, ...]

    def told(self, words: str) -> str:
        """What a rule says, without the folder of the texts, which the page names once."""
        return words.replace(self.folder, "") if "/" in self.folder else words


def names_of(report: Report) -> tuple[str, dict[str, str]]:
    """The folder that holds all texts, and each one's name without it."""
    names = [document.name for document in report.documents]
    folder = common_folder(names)
    return folder, {name: name.removeprefix(folder) for name in names}
