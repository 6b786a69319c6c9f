"""WCAG 2.2 AA as far as axe-core can tell: every part, both themes, wide and narrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Any, axe: str) -> list[str]:
    """What axe finds, one line a rule and element."""
    page.mouse.move(0, 0)
    # The bar of parts stays in sight and would lie over whatever is scrolled behind it.
    page.evaluate("window.scrollTo(0, 0)")
    # What is out of sight is not laid out before the reader comes near; axe measures all of it.
    page.evaluate(
        "for (const one of document.querySelectorAll('.finding, .source'))"
        " one.style.contentVisibility = 'visible'"
    )
    page.evaluate(axe)
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)
    assert found["passes"]
    return [
        f"{one['id']}: {node['target']} {node.get('failureSummary', '')}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True), (768, False)])
def test_every_part_of_the_page(opened, axe: str, demo: Path, width: int, dark: bool) -> None:
    page = opened(demo, width=width, dark=dark)
    page.locator(".why summary").first.click()
    page.locator(".finding").first.get_by_role("button", name="False alarm").click()
    assert violations(page, axe) == []
    page.click('.views a[href="#facts"]')
    page.locator("#matrix td > button").first.click()
    assert violations(page, axe) == []
    for view in ("sides", "sources"):
        page.click(f'.views a[href="#{view}"]')
        assert violations(page, axe) == []


def test_the_page_without_javascript(opened, axe: str, demo: Path) -> None:
    """As a browser without JavaScript builds it: what is for such browsers is part of the page."""
    text = demo.read_text(encoding="utf-8").replace("<noscript>", "").replace("</noscript>", "")
    head, _, rest = text.partition('<script type="application/json"')
    plain = demo.with_name("plain.html")
    plain.write_text(head + rest[rest.index("</body>") :], encoding="utf-8")
    assert violations(opened(plain), axe) == []


def test_axe_finds_what_is_wrong(opened, axe: str, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text("<title>x</title><img src='data:,'><input><p style='color:#ccc'>pale</p>")
    found = {line.split(":")[0] for line in violations(opened(page), axe)}
    assert {"image-alt", "label", "html-has-lang", "color-contrast"} <= found
