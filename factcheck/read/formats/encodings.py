"""The encoding of a text by what is said of it, where that holds."""

from __future__ import annotations

import codecs
import re

from factcheck.read.decode import decoded
from factcheck.read.formats.source import Source

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Those of the standard of encodings. Python knows more, and some of them (punycode, unicode_escape)
# are no encodings of texts, or take the square of the time.
_KNOWN = re.compile(
    r"ascii|utf-8|utf-16(?:-[bl]e)?|cp(?:125\d|866|874|949|932)|iso8859-\d{1,2}|koi8-[ru]|"
    r"mac-(?:roman|cyrillic)|gb2312|gbk|gb18030|big5(?:hkscs)?|euc_(?:jp|kr)|shift_jis|iso2022_jp"
)
# What the standard of encodings (WHATWG, section 4.2) takes these names for.
_WESTERN = ("ascii", "iso8859-1", "cp1252")


def text_of(data: bytes, source: Source, stated: str = "") -> str:
    """The text of `data`: by its mark, by what the server said, by `stated`, else by its bytes.

    Raises FactcheckError for bytes that are no text, or text of an unknown encoding.
    """
    if not data.startswith(_MARKS):
        for label in filter(None, (source.charset, stated)):
            try:
                encoding = codecs.lookup(label).name
                if _KNOWN.fullmatch(encoding):
                    return data.decode("cp1252" if encoding in _WESTERN else encoding)
            except (LookupError, UnicodeError, ValueError):
                continue  # not what it is said to be: the bytes themselves decide
    return decoded(data, source.shown)
