"""Pages fetched from a server on this machine: what is read, and all that is refused."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from factcheck.model import Document, FactcheckError
from factcheck.read import addresses, pages, read_paths
from factcheck.read.network import Network

from .formats.makers import page

STORY = (
    "The bridge cost £33 million and took the builders four years, the council said on Friday.",
    "It will open to the public on 12 December, with a walk from the lighthouse to the old mill.",
    "Nobody had thought that the lamps of the old bridge would be kept, but they were.",
)
PAGE = page("The Lantern Bridge", *STORY)


@dataclass
class Answer:
    """What the server gives for a path."""

    body: bytes = PAGE
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    fields: dict[str, str] = field(default_factory=dict)
    slowly: float = 0.0


@dataclass
class Server:
    """A server, its answers by path, and what it was asked."""

    address: str
    answers: dict[str, Answer]
    asked: list[tuple[str, str]]


def serve(answers: dict[str, Answer], asked: list[tuple[str, str]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append((self.path, self.headers["Host"]))
            answer = answers.get(self.path, Answer(b"gone", status=404))
            self.send_response(answer.status)
            if answer.kind:
                self.send_header("Content-Type", answer.kind)
            for name, value in answer.fields.items():
                self.send_header(name, value)
            self.end_headers()
            for number in range(0, len(answer.body), 1 if answer.slowly else 1 << 20):
                try:
                    self.wfile.write(
                        answer.body[number : number + (1 if answer.slowly else 1 << 20)]
                    )
                except OSError:
                    return
                time.sleep(answer.slowly)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback address."""
    answers: dict[str, Answer] = {"/a": Answer()}
    asked: list[tuple[str, str]] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), serve(answers, asked)) as running:
        running.daemon_threads = True
        running.block_on_close = False
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield Server(f"http://127.0.0.1:{running.server_port}", answers, asked)
        running.shutdown()
        thread.join()


HERE = Network(private_hosts=True)


def got(address: str, network: Network = HERE) -> tuple[Document, ...]:
    return read_paths([address], network=network)


def refused(address: str, network: Network = HERE) -> str:
    with pytest.raises(FactcheckError) as error:
        read_paths([address], network=network)
    message = str(error.value)
    assert message.startswith(address)
    assert message.isprintable()
    return message


def test_a_page_is_fetched_and_read(server: Server) -> None:
    (document,) = got(f"{server.address}/a")
    assert document.name == f"{server.address}/a"
    assert document.text.startswith("The Lantern Bridge\n\n")
    assert document.landmark(document.text.index("Nobody")) == "paragraph 3"
    assert document.fetched
    assert server.asked == [("/a", server.address.removeprefix("http://"))]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (Answer("Café — open.".encode("utf-16"), "text/plain"), "Café — open."),
        (Answer("Кафе.".encode("koi8-r"), "text/plain; charset=KOI8-R"), "Кафе."),
        (Answer("Café.".encode(), "text/plain; charset=latin-9000"), "Café."),
        (Answer(gzip.compress(b"Plain words."), "text/plain", fields={"Content-Encoding": "gzip"}),
         "Plain words."),
        (Answer(b'{"text": "A record."}', "application/json"), "A record."),
        (Answer(b"{\\rtf1 Some words.}", "application/octet-stream"), "Some words.\n"),
        (Answer(b"<rss><item><description>An item.</description></item></rss>", "text/xml"),
         "An item."),
    ],
)  # fmt: skip
def test_what_the_server_says_it_is(server: Server, answer: Answer, text: str) -> None:
    server.answers["/x"] = answer
    assert got(f"{server.address}/x")[0].text == text


def test_redirects_are_followed(server: Server) -> None:
    server.answers["/r"] = Answer(b"", status=302, fields={"Location": "/s"})
    server.answers["/s"] = Answer(b"", status=308, fields={"Location": f"{server.address}/a"})
    (document,) = got(f"{server.address}/r")
    assert document.name == f"{server.address}/r"


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        (Answer(status=404), "the server answered 404"),
        (Answer(b"\x89PNG", "image/png"), "image/png, which isn't read"),
        (Answer(b"words", ""), "no kind of file"),
        (Answer(b"", status=302, fields={"Location": "/x"}), "leads on more than 5 times"),
        (Answer(b"", status=302, fields={"Location": "file:///etc/passwd"}), "leads to file:"),
        (Answer(b"", status=302, fields={"Location": "http://a:b@127.0.0.1/"}), "password"),
        (Answer(b"x", fields={"Content-Length": "100"}), "cut off"),
        (Answer(b"x" * 20_000_001, "text/plain"), "over the limit of 20 MB"),
        (Answer(gzip.compress(b" " * 20_000_001), fields={"Content-Encoding": "gzip"}), "20 MB"),
        (Answer(b"x", fields={"Content-Encoding": "br"}), "isn't read (br)"),
        (Answer(b"x", fields={"X" * 70_000: "y"}), "not fetched"),
    ],
)  # fmt: skip
def test_what_is_not_read(server: Server, answer: Answer, part: str) -> None:
    server.answers["/x"] = answer
    message = refused(f"{server.address}/x", replace(HERE, seconds=20))
    assert part in message


def test_an_answer_that_never_ends(server: Server) -> None:
    server.answers["/slow"] = Answer(b"word " * 1000, "text/plain", slowly=0.05)
    begun = time.monotonic()
    message = refused(f"{server.address}/slow", replace(HERE, seconds=0.5))
    assert "no answer within 0.5 seconds" in message
    assert time.monotonic() - begun < 10


def test_a_port_that_nobody_listens_on() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        assert "not fetched" in refused(f"http://127.0.0.1:{held.getsockname()[1]}/")


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
    ],
)
def test_hosts_that_are_not_public(address: str) -> None:
    assert "private network" in refused(address, Network())


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_hosts_that_are(address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    assert addresses.target_of(f"http://{host}/", private_hosts=False).address == address


def test_a_redirect_into_a_private_network(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names are resolved here as a hostile name server would: the first leads to the server."""
    port = server.address.rpartition(":")[2]
    hosts = {"news.example": "127.0.0.1", "router.example": "192.168.1.1"}
    monkeypatch.setattr(addresses, "_resolved", lambda host, _: [hosts[host]])
    monkeypatch.setattr(addresses, "_is_public", lambda address: address == "127.0.0.1")
    there = f"http://router.example:{port}/a"
    server.answers["/r"] = Answer(b"", status=302, fields={"Location": there})
    (document,) = got(f"http://news.example:{port}/a", Network())
    assert document.text.startswith("The Lantern Bridge")
    assert server.asked[-1] == ("/a", f"news.example:{port}")
    message = refused(f"http://news.example:{port}/r", Network())
    assert "router.example is in a private network (192.168.1.1)" in message


def test_the_address_that_was_judged_is_the_one_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name may lead elsewhere the next time it is asked for; it is asked for once."""
    calls: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, *rest: object, **more: object) -> object:
        calls.append(host)
        return real("127.0.0.1", *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    got(f"http://news.example:{server.address.rpartition(':')[2]}/a")
    assert [one for one in calls if one != "127.0.0.1"] == ["news.example"]


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("http://", "names no host"),
        ("http://user:secret@news.example/", "password"),
        ("http://news.example:99999/", "no web address"),
        ("http://[::1/", "no web address"),
        ("http://news.example/a b", "%20"),
        ("http://no-such-host.invalid/", "isn't found"),
    ],
)
def test_addresses_that_lead_nowhere(address: str, part: str) -> None:
    assert part in refused(address, Network())


def test_pages_are_kept(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = replace(HERE, folder=tmp_path / "pages")
    address = f"{server.address}/a"
    first = got(address, network)
    assert got(address, network) == first
    assert len(server.asked) == 1
    offline = replace(network, offline=True)
    later = time.time() + 2 * pages.FRESH_SECONDS
    monkeypatch.setattr(time, "time", lambda: later)
    assert got(address, offline) == first
    assert len(server.asked) == 1
    got(address, network)
    assert len(server.asked) == 2
    # A clock that went backwards: a page from the future is fetched anew.
    monkeypatch.setattr(time, "time", lambda: later - 9e6)
    got(address, network)
    assert len(server.asked) == 3


@pytest.mark.parametrize("harm", [b"", b"x", b"\n\n\n\n", b"factcheck.page/1\nabc\n{}\nbody"])
def test_a_kept_page_that_is_damaged_is_fetched_anew(
    server: Server, tmp_path: Path, harm: bytes
) -> None:
    network = replace(HERE, folder=tmp_path / "pages")
    got(f"{server.address}/a", network)
    (file,) = (tmp_path / "pages").iterdir()
    file.write_bytes(harm or file.read_bytes()[:-9])
    got(f"{server.address}/a", network)
    assert len(server.asked) == 2


def test_offline(server: Server, tmp_path: Path) -> None:
    for folder in (None, tmp_path):
        network = replace(HERE, offline=True, folder=folder)
        assert "as --offline says" in refused(f"{server.address}/a", network)
    assert server.asked == []


def test_nothing_is_fetched_where_nobody_asked_for_it(server: Server) -> None:
    with pytest.raises(FactcheckError, match="not fetched here"):
        read_paths([f"{server.address}/a"])
    assert server.asked == []


@pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl to make a certificate")
def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    asked: list[tuple[str, str]] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), serve({"/a": Answer()}, asked)) as running:
        running.socket = context.wrap_socket(running.socket, server_side=True)
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        message = refused(f"https://127.0.0.1:{running.server_port}/a")
        running.shutdown()
        thread.join()
    assert "certificate" in message
    assert asked == []


def test_the_command_line(
    server: Server, cli: Callable[..., subprocess.CompletedProcess[bytes]]
) -> None:
    address = f"{server.address}/a"
    plain = cli("compare", address, "--model", "none")
    assert plain.returncode == 2
    assert b"private network (127.0.0.1); --allow-private-hosts reads it" in plain.stderr
    allowed = cli("compare", address, "--allow-private-hosts", "--model", "none")
    assert allowed.returncode == 0, allowed.stderr
    assert b"1 article" in allowed.stdout
    # It is kept by now, and --offline takes what is kept.
    assert cli("compare", address, "--offline", "--model", "none").returncode == 0
    assert len(server.asked) == 1
    none = cli("compare", address, "--offline", "--no-cache", "--model", "none")
    assert none.returncode == 2
    assert len(server.asked) == 1
