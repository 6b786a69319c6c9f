"""Mails (.eml, RFC 5322) and mailboxes (.mbox): subject, sender, day and text of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from factcheck.model import Document, FactcheckError
from factcheck.read.formats.dates import stated_day
from factcheck.read.formats.encodings import text_of
from factcheck.read.formats.records import Names, Record, document_of
from factcheck.read.formats.source import Source

MOST_PARTS = 500
LONGEST_FIELD = 10_000
_READ = frozenset(
    "subject from date message-id content-type content-disposition "
    "content-transfer-encoding".split()
)
_FIELD = re.compile(rb"[!-9;-~]{1,80}:")
_FROM = re.compile(rb"^From [^\n]{0,500}\n", re.MULTILINE)
_MARKED_FROM = re.compile(rb"^>(>{0,9}From )", re.MULTILINE)


def read_eml(data: bytes, source: Source) -> Iterator[Document]:
    """The one mail in `data`. Attachments are not read; a line tells of them.

    Raises:
        FactcheckError: it is no mail, can't be read, or holds no text.
    """
    if not _FIELD.match(data.lstrip(b"\xef\xbb\xbf\r\n")):
        raise source.refusal("this is no mail: it doesn't begin with the fields of one")
    record = _record(data, source, source.shown)
    if not record.text.strip():
        raise source.refusal("the mail holds no text")
    # One file, one mail: it keeps the file's name.
    yield document_of(record, source, name="")


def read_mbox(data: bytes, source: Source) -> Iterator[Document]:
    """The mails of a mailbox, in order.

    Raises:
        FactcheckError: it is no mailbox, a mail can't be read, or none holds text.
    """
    starts = [found.span() for found in _FROM.finditer(data)]
    if not starts or data[: starts[0][0]].strip():
        raise source.refusal('this is no mailbox: it doesn\'t begin with "From "')
    ends = [start for start, _ in starts[1:]] + [len(data)]
    names = Names(source)
    done = 0
    for number, ((_, start), end) in enumerate(zip(starts, ends, strict=True), start=1):
        one = _MARKED_FROM.sub(rb"\1", data[start:end])
        record = _record(one, source, f"{source.shown}: mail {number}")
        if record.text.strip():
            done += 1
            name = names.of(record.identity, number)
            yield document_of(record, source, name=name, first=f"mail {number}")
    if not done:
        raise source.refusal("no mail of the mailbox holds text")
    if done < len(starts):
        source.note(f"{source.shown}: {len(starts) - done} of {len(starts)} mails hold no text")


def _record(data: bytes, source: Source, shown: str) -> Record:
    try:
        _refuse_long_fields(data, source)
        message = BytesParser(policy=policy.default).parsebytes(data)
        assert isinstance(message, EmailMessage)
        parts = [part for part in message.walk() if not part.is_multipart()]
        if len(parts) > MOST_PARTS:
            raise source.refusal(f"the mail has {len(parts):,} parts, more than {MOST_PARTS}")
        body = message.get_body(("plain", "html"))
        text = "" if body is None else _text(body, shown)
        attached = [part for part in parts if part.is_attachment()]
        if attached:
            names = ", ".join(_name(part) for part in attached[:3])
            more = f" and {len(attached) - 3} more" if len(attached) > 3 else ""
            source.note(f"{shown}: attachments are not read ({names}{more}); save them as files")
        return Record(
            text,
            _field(message, "subject"),
            parseaddr(_field(message, "from"))[0],
            stated_day(_field(message, "date")),
            _field(message, "message-id").strip("<>"),
        )
    except FactcheckError:
        raise
    except Exception as fault:  # the parser of the standard library has its faults with strangers'
        raise FactcheckError(
            f"{shown}: the mail can't be read ({type(fault).__name__}); save its text as .txt"
        ) from fault


def _refuse_long_fields(data: bytes, source: Source) -> None:
    """Refuse what the parser that knows the meaning of fields would take far too long over.

    The older one leaves them as they are.
    """
    for part in BytesParser(policy=policy.compat32).parsebytes(data).walk():
        for name, value in part.items():
            if name.lower() in _READ and len(str(value)) > LONGEST_FIELD:
                raise source.refusal(
                    f"a field of the mail is longer than {LONGEST_FIELD:,} characters; "
                    "save its text as .txt"
                )


def _text(body: MIMEPart, shown: str) -> str:
    payload = body.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if not data:
        return ""
    text = text_of(data, Source(shown, shown), body.get_content_charset() or "")
    return text.replace("\r\n", "\n")


def _field(message: EmailMessage, name: str) -> str:
    value = message.get(name)
    return "" if value is None else " ".join(str(value).split())


def _name(part: MIMEPart) -> str:
    name = part.get_filename() or part.get_content_type()
    return "".join(character for character in name if character.isprintable())[:80]
