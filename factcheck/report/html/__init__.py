"""The report as one page of HTML that needs nothing else: no server, no network, no build.

`page.py` says what the page holds, the templates how it reads, `assets/page.css` how it looks; the
files of `assets/*.js` add sorting, filters, side by side and marks to a page that reads without.
"""

from __future__ import annotations

from factcheck.report.html.page import render

__all__ = ["render"]
