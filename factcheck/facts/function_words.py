"""Words that can't be what a number counts or what it designates: closed classes of English."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "the a an in on at of for to from by with and or but about over under some only just more "
    "than least all after before as when while where if they we he she it i you there these "
    "those its his her their our my this that nearly almost around up down off out into onto "
    "per between among since until till another every each both either neither what which who "
    "not is was are were be been has have had will would could should may might say says said "
    "came went did does do can".split()
)
