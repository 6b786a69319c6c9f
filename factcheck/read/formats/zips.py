"""The files within a zip archive, with a guard against those that unpack to far more than they say.

Office documents are zip archives. Nothing is unpacked to disk.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from factcheck.read.formats.source import Source

MOST_MEMBERS = 10_000
LARGEST_MEMBER = 100_000_000
# Office documents shrink to a tenth or a thirtieth; deflate can't do better than 1,032 to 1.
LARGEST_RATIO = 250
SMALL = 5_000_000
_FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Members:
    """The files of an archive, read one by one when asked for."""

    def __init__(self, data: bytes, source: Source) -> None:
        """Raises FactcheckError for what is no whole archive, or holds too many files."""
        self._source = source
        try:
            self._archive = ZipFile(BytesIO(data))
            names = self._archive.namelist()
        except (*_FAULTS, struct.error) as fault:
            raise self._broken(str(fault)) from fault
        if len(names) > MOST_MEMBERS:
            raise source.refusal(
                f"the document holds {len(names):,} files, more than {MOST_MEMBERS:,}; "
                "save it again with the program that wrote it"
            )
        self.names = frozenset(names)

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`.

        Raises:
            FactcheckError: it isn't there, is damaged, is protected by a password, or would unpack
                to more than a document of its size holds.
        """
        try:
            info = self._archive.getinfo(name)
        except KeyError as fault:
            raise self._broken(f"{name} is missing") from fault
        if info.flag_bits & 1:
            raise self._source.refusal(
                "the document is protected by a password; save it without one"
            )
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self._broken(f"{name} is packed in an unknown way")
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > LARGEST_MEMBER or (info.file_size > SMALL and ratio > LARGEST_RATIO):
            raise self._source.refusal(
                f"{name} in it unpacks to {info.file_size / 1e6:,.0f} MB, which no document of its "
                "size does; it may be made to do harm"
            )
        try:
            with self._archive.open(info) as member:
                # The size may be a lie, so it is no more than a limit.
                return member.read(LARGEST_MEMBER)
        except _FAULTS as fault:
            raise self._broken(f"{name}: {fault}") from fault

    def _broken(self, why: str) -> Exception:
        return self._source.refusal(
            f"the document is damaged ({why}); save it again with the program that wrote it"
        )
