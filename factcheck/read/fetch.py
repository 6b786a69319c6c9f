"""A page is fetched from the web when the user names its address, and never otherwise.

`http.client` rather than a library: the connection must be made to the address that was judged
(`factcheck.read.addresses`), which libraries do not offer, and one page needs no pool, no cookies
and no retries. Proxies of the environment are not used, since behind them nothing can be judged.
"""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urljoin

from factcheck import __version__
from factcheck.model import FactcheckError
from factcheck.read.addresses import AddressError, Target, target_of
from factcheck.read.files import LARGEST_FILE, shown
from factcheck.read.formats.http_body import BodyError, unpacked
from factcheck.read.network import Network
from factcheck.read.pages import Page, keep_page, kept_page

MOST_REDIRECTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_BIT = 65_536
_HEADERS = {
    "User-Agent": f"factcheck/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def fetch(address: str, network: Network) -> Page:
    """The page at `address`: kept from before, or fetched and kept.

    Raises:
        FactcheckError: it isn't allowed, isn't there, takes too long or is too large.
    """
    page = kept_page(address, network.folder, any_age=network.offline)
    if page is not None:
        return page
    if network.offline:
        raise FactcheckError(
            f"{shown(address)}: not fetched, as --offline says, and no copy is kept; save the page "
            "and give the file"
        )
    try:
        page = _fetched(address, network)
    except (AddressError, BodyError) as fault:
        raise FactcheckError(f"{shown(address)}: not fetched: {fault}") from fault
    except TimeoutError as fault:
        raise FactcheckError(
            f"{shown(address)}: not fetched: no answer within {network.seconds:g} seconds; try "
            "again, or save the page and give the file"
        ) from fault
    except (OSError, http.client.HTTPException) as fault:
        raise FactcheckError(
            f"{shown(address)}: not fetched: {shown(_reason(fault))}; try again, or save the page "
            "and give the file"
        ) from fault
    keep_page(address, page, network.folder)
    return page


def _reason(fault: Exception) -> str:
    if isinstance(fault, ssl.SSLCertVerificationError):
        return f"its certificate is not to be trusted ({fault.verify_message})"
    reason = getattr(fault, "strerror", None)
    return str(reason or f"{type(fault).__name__} {fault}").strip()[:200]


def _fetched(address: str, network: Network) -> Page:
    until = time.monotonic() + network.seconds
    secure = False
    for _ in range(MOST_REDIRECTS + 1):
        target = target_of(address, private_hosts=network.private_hosts)
        if secure and target.scheme != "https":
            raise AddressError("it leads from https: to http:")
        secure = target.scheme == "https"
        with _asked(target, until) as response:
            if response.status in _REDIRECTS and response.headers.get("Location"):
                address = urljoin(address, response.headers["Location"].strip())
                continue
            if response.status != 200:
                raise AddressError(f"the server answered {response.status}")
            body = _body(response)
        content = unpacked(body, response.headers.get("Content-Encoding", ""), largest=LARGEST_FILE)
        return Page(address, response.headers.get("Content-Type", ""), content)
    raise AddressError(f"it leads on more than {MOST_REDIRECTS} times")


def _body(response: http.client.HTTPResponse) -> bytes:
    pieces: list[bytes] = []
    length = 0
    while bit := response.read(_BIT):
        length += len(bit)
        if length > LARGEST_FILE:
            raise BodyError(f"it is over the limit of {LARGEST_FILE / 1e6:.0f} MB for one text")
        pieces.append(bit)
    if response.length:
        raise BodyError("it is cut off")
    return b"".join(pieces)


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was judged, whatever the host's name leads to by now."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._target = target
        self._held: socket.socket | None = None
        if target.scheme == "https":
            self.default_port = 443

    def connect(self) -> None:
        self.sock = socket.create_connection(
            (self._target.address, self._target.port), self.timeout
        )
        if self._target.scheme == "https":
            context = ssl.create_default_context()
            secured = context.wrap_socket(
                self.sock, server_hostname=self._target.host, do_handshake_on_connect=False
            )
            self.sock = self._held = secured
            secured.do_handshake()
        self._held = self.sock

    def cut(self) -> None:
        """End whatever waits for the server; `sock` may have gone to the response by now."""
        with suppress(OSError):
            if self._held is not None:
                self._held.shutdown(socket.SHUT_RDWR)


@contextmanager
def _asked(target: Target, until: float) -> Iterator[http.client.HTTPResponse]:
    """The answer of a server, as long as it comes in time."""
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    connection = _Connection(target, left)
    late = threading.Event()

    def cut() -> None:
        # A server that sends a byte now and then would hold every single wait below its limit.
        late.set()
        connection.cut()

    timer = threading.Timer(left, cut)
    timer.daemon = True
    timer.start()
    try:
        connection.request("GET", target.path, headers=_HEADERS)
        with connection.getresponse() as response:
            yield response
        if late.is_set():
            raise TimeoutError
    except (OSError, http.client.HTTPException) as fault:
        if late.is_set():
            raise TimeoutError from fault
        raise
    finally:
        timer.cancel()
        connection.close()
