"""Nothing an article says can act in the page, whatever it says."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model import Report

ATTACK = (
    "Harbour</script><script>window.taken = 1</script>\n\n"
    "The plan has 48 pages <img src=x onerror='window.taken = 2'> \u202eand more\u2066 text.\n\n"
    "<!-- </style><svg onload='window.taken=3'> --> ]]> <base href='http://x.example/'>\n\n"
    "It is {{ 7*7 }} or {% raw %}.\n\n"
    "“</textarea><iframe srcdoc='<script>parent.taken=4</script>'>” said Ann Holt.\x00\x1b[2J\n"
)


def test_an_article_that_means_harm_is_text(opened, make_page, reported) -> None:
    report: Report = reported(
        {
            "<img src=x onerror=window.taken=5>.txt": ATTACK,
            "b.txt": ATTACK.replace("48", "42").replace("Holt", "Hold"),
        }
    )
    one, *others = report.findings
    hostile = replace(
        one,
        message="</script><script>window.taken = 6</script>\u202e",
        topic="<b onclick=x>",
        notes=("<svg/onload=window.taken=7>",),
    )
    page = opened(make_page(replace(report, findings=(hostile, *others))))
    for view in ("facts", "sides", "sources", "findings"):
        page.click(f'.views a[href="#{view}"]')
        assert page.evaluate("window.taken") is None
    assert page.locator("img, iframe, base, textarea").count() == 0
    assert page.locator("script").count() == 2
    assert (
        page.evaluate(
            "document.body.textContent.match(/[\\u202a-\\u202e\\u2066-\\u2069\\x00\\x1b]/)"
        )
        is None
    )
    assert "49" not in page.inner_text("#findings")
    page.click('.views a[href="#sides"]')
    assert "<img src=x onerror='window.taken = 2'>" in page.inner_text("#text-0")
    assert page.locator("#text-0 .cp").all_inner_texts()[0] == "U+202E"
    page.click('.views a[href="#facts"]')
    buttons = page.locator("#matrix td > button")
    for number in range(min(buttons.count(), 10)):
        buttons.nth(number).click()
    assert page.evaluate("window.taken") is None


def test_the_policy_stops_what_would_run(chromium, demo) -> None:
    """Even with a hole in our escaping, no script and no style of an article would be let in."""
    text = demo.read_text(encoding="utf-8")
    broken = demo.with_name("broken.html")
    inserted = "<script>window.taken = 1</script><img src=x onerror='window.taken = 2'>"
    broken.write_text(text.replace("<main>", f"<main>{inserted}<p id=p style='color:red'>x", 1))
    page = chromium.new_page()
    page.goto(broken.as_uri())
    page.click('.views a[href="#facts"]')
    assert page.evaluate("window.taken") is None
    assert page.evaluate("getComputedStyle(document.getElementById('p')).color") != "rgb(255, 0, 0)"
    refused = page.evaluate(
        "(() => { try { document.body.innerHTML = '<b>'; return false } catch { return true } })()"
    )
    assert refused
    page.close()
