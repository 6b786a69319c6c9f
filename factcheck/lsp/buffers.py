"""The texts an editor holds open, as it holds them: unsaved changes and all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from lsprotocol import types
from pygls.uris import to_fs_path, urlparse

from factcheck.lsp.positions import Ruler
from factcheck.read.formats.table import MARKDOWN_SUFFIXES

# What editors call the language: VS Code, Neovim and Helix the first, Emacs any of them.
_MARKDOWN = frozenset({"markdown", "gfm", "markdown-ts", "rmd", "quarto"})


@dataclass(frozen=True, slots=True)
class Buffer:
    """One open text: its URI as the editor spells it, its language and its version.

    `edited` says that it was changed since it was opened, so that someone is writing it.
    """

    uri: str
    language: str
    version: int
    text: str
    edited: bool = False

    @property
    def path(self) -> Path | None:
        """The file that the buffer belongs to; None for one without (`untitled:`)."""
        return path_of(self.uri)

    @property
    def markdown(self) -> bool:
        """Whether it is read as Markdown: by the language the editor gives it or by its ending."""
        name = urlparse(self.uri)[2]
        ending = PurePosixPath(name).suffix.lower()
        return self.language.lower() in _MARKDOWN or ending in MARKDOWN_SUFFIXES


def path_of(uri: str) -> Path | None:
    """The path of a file URI, absolute; None for any other."""
    path = to_fs_path(uri)
    return Path(path) if path else None


def opened(item: types.TextDocumentItem) -> Buffer:
    """The buffer of a text that an editor opens."""
    return Buffer(item.uri, item.language_id, item.version, item.text)


def changed(
    buffer: Buffer,
    changes: Sequence[types.TextDocumentContentChangeEvent],
    *,
    version: int,
    encoding: types.PositionEncodingKind | str,
) -> Buffer:
    """`buffer` after `changes`, each of which is counted in the text that the one before left."""
    text = buffer.text
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            ruler = Ruler(text, encoding)
            start, end = ruler.offset(change.range.start), ruler.offset(change.range.end)
            text = text[:start] + change.text + text[max(start, end) :]
        else:
            text = change.text
    return replace(buffer, text=text, version=version, edited=True)
