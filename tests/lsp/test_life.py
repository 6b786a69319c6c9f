"""How the server starts and ends, and what reaches the editor when something goes wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsprotocol import types

Start = Callable[..., Any]

# Prints where the protocol's bytes go, as a library might, and fails on one text.
NOISY = """
import os, sys
from factcheck.lsp import desk
real = desk.check
def check(job, shelf):
    print("noise")
    os.write(1, b"more noise")
    if "BOOM" in job.buffer.text:
        raise RuntimeError("the boiler")
    return real(job, shelf)
desk.check = check
from factcheck.lsp.serve import serve
sys.exit(serve(None))
"""


def frames(*messages: dict[str, Any]) -> bytes:
    whole = b""
    for message in messages:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        whole += b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    return whole


def parsed(stream: bytes) -> list[dict[str, Any]]:
    """The messages in `stream`, which holds nothing else."""
    messages = []
    while stream:
        head, _, rest = stream.partition(b"\r\n\r\n")
        fields = dict(line.split(b": ") for line in head.split(b"\r\n"))
        length = int(fields.pop(b"Content-Length"))
        assert set(fields) <= {b"Content-Type"}
        messages.append(json.loads(rest[:length]))
        stream = rest[length:]
    return messages


def opening(uri: str, text: str) -> dict[str, Any]:
    item = {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}
    return {"method": "textDocument/didOpen", "params": {"textDocument": item}}


INITIALIZE = {
    "id": 1,
    "method": "initialize",
    "params": {
        "processId": None,
        "rootUri": None,
        "capabilities": {},
        "initializationOptions": {"model": "none"},
    },
}


def test_what_it_says_it_can_do_then_shutdown_and_exit(start: Start) -> None:
    editor = start({"model": "none"})
    can = editor.capabilities
    assert can.position_encoding == types.PositionEncodingKind.Utf16
    assert can.text_document_sync.change is types.TextDocumentSyncKind.Incremental
    assert can.text_document_sync.open_close
    assert can.text_document_sync.save
    assert can.hover_provider
    assert can.code_action_provider.code_action_kinds == (types.CodeActionKind.QuickFix.value,)
    editor.found(editor.open("a.txt", "It opens on Friday, 6 December 2025.\n"))
    editor.shutdown()
    assert editor.exit() == 0
    assert editor.stderr == b""


def test_exit_without_shutdown_and_a_check_under_way(start: Start) -> None:
    editor = start(None)
    editor.open("a.txt", "It opens on Friday, 6 December 2025.\n" * 2000)
    assert editor.exit() == 1
    assert editor.stderr == b""


def test_an_editor_that_vanishes_takes_the_server_along(start: Start) -> None:
    editor = start({"model": "none"})
    editor.open("a.txt", "It opens on Friday, 6 December 2025.\n")
    assert editor.vanish() == 0
    assert editor.stderr == b""


def test_standard_output_carries_the_protocol_alone(tmp_path: Path) -> None:
    """Whatever is printed goes elsewhere, and a fault of ours is a line, not a traceback."""
    hover = {"textDocument": {"uri": "untitled:one"}, "position": {"line": 0, "character": 20}}
    server = subprocess.Popen(
        [sys.executable, "-c", NOISY],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "FACTCHECK_CACHE_DIR": str(tmp_path / "cache")},
    )
    # The last question waits for the check; its answer says that all is done.
    asked = frames(
        INITIALIZE,
        {"method": "initialized", "params": {}},
        opening("untitled:two", "BOOM on Friday, 6 December 2025.\n"),
        opening("untitled:one", "It opens on Friday, 6 December 2025.\n"),
        {"id": 2, "method": "textDocument/hover", "params": hover},
        {"id": 3, "method": "no/such/method", "params": {}},
    )
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(asked)
    server.stdin.flush()
    got = b""
    while b'"id": 2' not in got:
        got += server.stdout.read1()
    rest, errors = server.communicate(
        frames({"id": 4, "method": "shutdown"}, {"method": "exit"}), timeout=90
    )
    messages = parsed(got + rest)
    answers = {message["id"]: message for message in messages if "id" in message}
    assert "FC202" in answers[2]["result"]["contents"]["value"]
    assert answers[3]["error"]["code"] == -32601
    shown = [one["params"]["message"] for one in messages if one.get("method", "")[:6] == "window"]
    assert any("a fault of ours, RuntimeError: the boiler" in one for one in shown)
    assert b"Traceback" not in got + rest
    assert b"noise" not in got + rest
    assert b"more noise" in errors
    assert b"Traceback" not in errors
    assert server.returncode == 0


def test_the_language_model_reads_in_the_background(start: Start) -> None:
    """With the default model and sources that the file beside it would not show without it."""
    editor = start({"against": ["wire.txt"], "select": ["FC501"]})
    editor.write("wire.txt", "The council rejected the plan for the Oxbow Lane mill on Tuesday.\n")
    uri = editor.open(
        "d.txt", "The council approved the plan for the Oxbow Lane mill on Tuesday.\n"
    )
    (found,) = editor.found(uri)
    assert found.code == "FC501"


def test_without_pygls_one_line_names_the_extra(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['pygls'] = None; sys.argv = ['factcheck', 'lsp']\n"
        "from factcheck.cli.entry import main; main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], input=b"", capture_output=True, cwd=tmp_path, check=False
    )
    assert run.returncode == 2
    assert run.stdout == b""
    assert run.stderr.decode().splitlines() == [
        "factcheck: the server for editors needs the extra lsp: pip install 'factcheck-cli[lsp]'"
    ]
