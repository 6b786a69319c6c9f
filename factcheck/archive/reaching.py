"""What an object store has against a request, in one line that names the address and the remedy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from factcheck.model import FactcheckError
from factcheck.read.files import shown

_AWS = (
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or a role of the machine",
    "AWS_ENDPOINT_URL",
)
_GOOGLE = ("GOOGLE_APPLICATION_CREDENTIALS, or `gcloud auth application-default login`", "")
_AZURE = ("AZURE_STORAGE_KEY, AZURE_STORAGE_SAS_TOKEN, or `az login`", "AZURE_STORAGE_ACCOUNT")
_HADOOP = ("HADOOP_USER_NAME, or `kinit`", "JAVA_HOME, HADOOP_HOME, CLASSPATH")
# By scheme: where credentials come from, and what says where the store is.
_ENVIRONMENT = {
    "s3": _AWS,
    "gs": _GOOGLE,
    "gcs": _GOOGLE,
    "az": _AZURE,
    "abfs": _AZURE,
    "abfss": _AZURE,
    "hdfs": _HADOOP,
    "viewfs": _HADOOP,
}
SCHEMES = tuple(_ENVIRONMENT)

_NO_BUCKET = re.compile(
    r"NO_SUCH_BUCKET|ContainerNotFound|container does not exist|bucket does not exist", re.I
)
_FORBIDDEN = re.compile(
    r"ACCESS_DENIED|INVALID_ACCESS_KEY|SIGNATURE_DOES_NOT_MATCH|EXPIRED_TOKEN|INVALID_CLIENT_TOKEN"
    r"|UNAUTHENTICATED|PERMISSION_DENIED|AuthenticationFailed|AuthorizationFailure|Authentication"
    r"|credential|Permission denied|\b40[13]\b",
    re.I,
)
# Said by Google's library after it has looked for credentials everywhere.
_UNKNOWN = re.compile(r"OAuth2 access token", re.I)
_AWAY = re.compile(
    r"NETWORK_CONNECTION|curlCode|CURL error|timed? ?out|resolve host|Fail to get a new connection"
    r"|UnknownHost|ConnectException|Connection refused|UNAVAILABLE",
    re.I,
)


# An object was replaced, or deleted, between the question for its size and that for its bytes.
_CHANGED = re.compile(r"Failed to flush response stream|INVALID_RANGE|InvalidRange|HTTP status 416")


class ChangedError(FactcheckError):
    """An object that was replaced while it was read: to be read again."""


@contextmanager
def reaching(address: str, doing: str) -> Iterator[None]:
    """Raise what PyArrow says of `address` in the block as FactcheckError; `doing` is "read" or
    "write". That an object isn't there stays FileNotFoundError."""
    import pyarrow as pa

    try:
        yield
    except FileNotFoundError:
        raise
    except (OSError, pa.ArrowException) as error:
        if _CHANGED.search(str(error)):
            raise ChangedError(
                f"{shown(address)}: the archive was changed while it was read; run it again"
            ) from error
        raise FactcheckError(f"{shown(address)}: {_told(address, doing, error)}") from error


def _told(address: str, doing: str, error: Exception) -> str:
    words = " ".join(str(error).split())
    credentials, place = _ENVIRONMENT.get(urlsplit(address).scheme, ("", ""))
    # What the server said, without the request it was said to.
    reason = re.sub(r"^.*?(?=AWS Error |Azure Error: )|\(Request ID: .*?\)", "", words).strip()
    reason = shown(reason)[:160]
    if _NO_BUCKET.search(words):
        return "there is no such bucket; check the address, or make the bucket first"
    if _UNKNOWN.search(words):
        return f"no credentials were found, or they can't be used; give them by {credentials}"
    also = f" and {place}" if place else ""
    if _AWAY.search(words):
        return f"the store can't be reached ({reason}); check the network{also}, and run it again"
    if _FORBIDDEN.search(words):
        return f"no permission to {doing} there ({reason}); give credentials by {credentials}"
    done = "read" if doing == "read" else "written to"
    return f"the store can't be {done} ({reason}); check the address{also}"
