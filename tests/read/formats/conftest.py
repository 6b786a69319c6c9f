"""What the tests of formats share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.model import Document, FactcheckError
from factcheck.read import read_paths

Read = Callable[..., tuple[Document, ...]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Read bytes as a file of a name; `notes` takes what is told of what was left unread."""
    monkeypatch.chdir(tmp_path)

    def one(name: str, data: bytes | str, **given: object) -> tuple[Document, ...]:
        raw = data.encode() if isinstance(data, str) else data
        (tmp_path / name).write_bytes(raw)
        return read_paths([name], **given)  # type: ignore[arg-type]

    return one


@pytest.fixture
def refusal(read: Read) -> Callable[..., str]:
    """The message with which a file is refused: one line that names it."""

    def one(name: str, data: bytes | str, **given: object) -> str:
        with pytest.raises(FactcheckError) as refused:
            read(name, data, **given)
        message = str(refused.value)
        assert message.startswith(name)
        assert "\n" not in message
        assert message.isprintable()
        return message

    return one
