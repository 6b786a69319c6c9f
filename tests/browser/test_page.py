"""What a reader does with the page: look, filter, open, step, mark, export, print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Report

expect = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed (the extra dev has it)"
).expect


def go(page: Any, view: str) -> None:
    """Choose a part of the report."""
    page.click(f'.views a[href="#{view}"]')
    page.wait_for_selector(f"#{view}:not([hidden])")


def visible(page: Any, selector: str) -> int:
    """How many elements of a selector can be seen."""
    return page.locator(f"{selector} >> visible=true").count()


def test_the_page_opens_on_the_findings(opened, demo: Path, demo_report: Report) -> None:
    page = opened(demo)
    assert visible(page, ".finding") == min(20, len(demo_report.findings))
    assert visible(page, "main > section") == 1
    assert page.locator('.views a[aria-current="true"]').inner_text().startswith("Findings")
    assert page.title() == "4 articles compared · factcheck"


def test_filters_of_findings(opened, demo: Path, demo_report: Report) -> None:
    page = opened(demo)
    errors = [one for one in demo_report.findings if one.severity == "error"]
    page.select_option("#findings select[name=severity]", "error")
    expect(page.locator(".finding:not(.away)")).to_have_count(len(errors))
    assert visible(page, ".finding.error") == len(errors)
    assert (
        page.inner_text("#findings-shown")
        == f"{len(errors)} findings of {len(demo_report.findings)}"
    )
    page.fill("#findings input[name=words]", "tower CRANE")
    expect(page.locator(".finding:not(.away)")).to_have_count(1)
    page.fill("#findings input[name=words]", "no such words")
    expect(page.locator(".finding:not(.away)")).to_have_count(0)
    page.click('.tally a[data-severity="warning"]')
    assert visible(page, ".finding.warning") == visible(page, ".finding") > 0


def test_the_matrix_filters_sorts_and_opens_a_passage(opened, demo: Path) -> None:
    page = opened(demo)
    page.click('.tally a[data-status="disputed"]')
    rows = page.locator("#matrix tbody tr")
    assert rows.count() == 2
    assert page.inner_text("#facts-shown") == "2 facts"
    crane = rows.filter(has_text="tower crane: number of workers")
    assert crane.locator("td.status").inner_text().strip() == "disputed"
    sides = crane.locator(".side").all_inner_texts()
    assert len(set(sides)) == 2
    crane.get_by_role("button", name="5 workers").click()
    detail = page.locator("#matrix .detail")
    assert detail.locator("mark").inner_text() == "five workers"
    assert "The tower crane that fell onto the bridge killed five workers" in detail.inner_text()
    crane.get_by_role("button", name="5 workers").click()
    assert detail.count() == 0
    page.select_option("#fact-filter select[name=status]", "")
    page.select_option("#fact-filter select[name=kind]", label="person")
    page.select_option("#fact-filter select[name=sort]", "label")
    expect(page.locator("#matrix tbody tr").first).to_contain_text("person")
    assert set(page.locator("#matrix th small").all_inner_texts()) == {"person"}
    names = page.locator("#matrix tbody th bdi").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    page.fill("#fact-filter input[name=words]", "pellew")
    expect(page.locator("#matrix tbody tr")).to_have_count(1)


def test_a_cell_leads_to_the_texts_side_by_side(opened, demo: Path) -> None:
    page = opened(demo)
    page.click('.tally a[data-status="disputed"]')
    page.get_by_role("button", name="4 workers").click()
    page.click("#matrix .detail button")
    assert page.input_value("#choose-0") == "3"
    assert page.locator("#text-0 .hit").first.inner_text() == "four workers"


def test_both_sides_of_a_finding_are_marked_and_tied(opened, demo: Path) -> None:
    page = opened(demo)
    page.locator(".finding").first.get_by_role("button", name="Side by side").click()
    assert page.locator("#text-0 .hit").all_inner_texts() == ["five workers"]
    assert page.locator("#text-1 .hit").all_inner_texts() == ["four workers"]
    for side in (0, 1):
        hit = page.locator(f"#text-{side} .hit").bounding_box()
        box = page.locator(f"#text-{side}").bounding_box()
        assert box["y"] <= hit["y"] <= box["y"] + box["height"] - hit["height"]
    page.wait_for_selector("#ties path.disputed", state="attached")
    assert page.locator("#ties path:not(.disputed)").count() > 1
    page.locator("#text-0 .tied", has_text="Nine people").first.click()
    levels = [page.locator(f"#text-{side} .now").first.bounding_box()["y"] for side in (0, 1)]
    assert abs(levels[0] - levels[1]) < 3
    assert page.inner_text("#told") == "number of people: 9 people in both"


def test_step_through_the_findings_by_button_and_by_key(opened, demo: Path, demo_report) -> None:
    page = opened(demo)
    number = len(demo_report.findings)
    go(page, "sides")
    assert page.inner_text("#step-place") == f"1 of {number} findings"
    assert page.is_disabled("#previous")
    seen = [page.inner_text("#step-told")]
    for _ in range(number - 1):
        page.click("#next")
        seen.append(page.inner_text("#step-told"))
        assert page.locator(".text .hit").count() > 0
    assert len(set(seen)) == number
    assert page.is_disabled("#next")
    page.keyboard.press("p")
    assert page.inner_text("#step-place") == f"{number - 1} of {number} findings"
    page.uncheck("#keys")
    page.keyboard.press("p")
    assert page.inner_text("#step-place") == f"{number - 1} of {number} findings"


def test_filters_hold_for_the_steps(opened, demo: Path) -> None:
    page = opened(demo)
    page.click('.tally a[data-severity="warning"]')
    number = visible(page, ".finding")
    go(page, "sides")
    assert page.inner_text("#step-place") == f"1 of {number} findings"


def test_words_that_differ_are_marked_in_both_texts(opened, make_page, reported) -> None:
    said = "Bridge\n\nAnn Holt said: “We will rebuild the bridge by May and pay for it.”\n"
    report = reported({"a.txt": said, "b.txt": said.replace("May", "June")})
    page = opened(make_page(report))
    card = page.locator(".finding", has_text="quote-wording")
    assert card.locator(".differs").all_inner_texts() == ["May", "June"]
    card.get_by_role("button", name="Side by side").click()
    assert page.locator("#text-0 .differs").all_inner_texts() == ["May"]
    assert page.locator("#text-1 .differs").all_inner_texts() == ["June"]


def marked(page: Any, words: str) -> None:
    """Assert what the page says of its marks, once it has got round to it (a dialog takes time)."""
    from playwright.sync_api import expect

    expect(page.locator("#marked-count")).to_have_text(words)


def test_marks_are_kept_and_exported_for_the_baseline(
    opened, cli, tmp_path: Path, make_page, demo_report: Report
) -> None:
    page = opened(make_page(demo_report))
    card = page.locator(".finding").first
    card.get_by_role("button", name="False alarm").click()
    card.get_by_label("Reason").fill("two different crews")
    card.get_by_label("Reason").press("Tab")
    page.locator(".finding").nth(1).get_by_role("button", name="Right").click()
    page.locator(".finding").nth(2).get_by_role("button", name="Done").click()
    page.locator(".finding").nth(2).get_by_role("button", name="Done").click()
    marked(page, "2 marked")
    page.reload()
    marked(page, "2 marked")
    pressed = page.locator(".finding").first.get_by_role("button", name="False alarm")
    assert pressed.get_attribute("aria-pressed") == "true"
    with page.expect_download() as download:
        page.click("#export")
    exported = tmp_path / "factcheck-marks.json"
    download.value.save_as(exported)
    assert download.value.suggested_filename == exported.name
    prints = [finding.fingerprint for finding in demo_report.findings]
    assert json.loads(exported.read_text(encoding="utf-8")) == {
        "decisions": [
            {"fingerprint": prints[0], "decision": "false", "note": "two different crews"},
            {"fingerprint": prints[1], "decision": "right"},
        ]
    }
    done = cli("baseline", "update", "--from", exported.name, "--baseline", "known.json")
    assert done.returncode == 0, done.stderr
    (entry,) = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["entries"]
    assert (entry["fingerprint"], entry["reason"]) == (prints[0], "two different crews")
    page.on("dialog", lambda dialog: dialog.accept())
    page.click("#forget")
    marked(page, "nothing marked")


def test_marks_by_key(opened, demo: Path) -> None:
    page = opened(demo)
    go(page, "sides")
    page.keyboard.press("f")
    assert (
        page.locator('#step-marks [data-decision="false"]').get_attribute("aria-pressed") == "true"
    )
    page.get_by_label("Reason").last.fill("not on paper")
    page.keyboard.press("n")
    assert page.inner_text("#step-place").startswith("1 of ")
    go(page, "findings")
    page.select_option("#findings select[name=mark]", "false")
    expect(page.locator(".finding:not(.away)")).to_have_count(1)


def test_on_paper_there_is_all_of_it(opened, make_page, many) -> None:
    report = many(45)
    page = opened(make_page(report))
    assert visible(page, ".finding") == 20
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert visible(page, ".finding") == 45
    for part in ("#findings", "#facts", "#sources"):
        assert page.is_visible(part)
    for part in (".views", "#findings form", "#sides", "#texts", ".actions"):
        assert visible(page, part) == 0
    assert page.locator("#matrix tbody tr").count() == 1
    assert len(page.pdf()) > 10_000
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert visible(page, ".finding") == 20


def test_long_lists_have_pages(opened, make_page, many) -> None:
    page = opened(make_page(many(450)))
    assert visible(page, ".finding") == 20
    assert page.inner_text("#findings-shown") == "450 findings"
    page.get_by_role("button", name="next page of findings").click()
    assert page.inner_text("#findings-pager").split() == ["‹", "2", "of", "23", "›"]
    assert page.get_by_role("button", name="next page of findings").evaluate(
        "one => one === document.activeElement"
    )


def test_many_texts_share_columns_and_have_pages_of_them(opened, make_page, reported) -> None:
    """Seven texts, two of them near-copies: six columns, four at a time, those that give most."""
    wire = "Fire\n\n" + " ".join(
        f"The {thing} was found {place} by the crew of the second boat that evening."
        for thing, place in (
            ("rope", "ashore"),
            ("mast", "adrift"),
            ("crate", "in mud"),
            ("oar", "dry"),
        )
    )
    texts = {f"{name}.txt": f"Fire\n\nThe fire at Holt killed {name} people.\n" for name in "34567"}
    texts |= {"wire.txt": wire, "copy.txt": f"{wire} Nobody was hurt."}
    page = opened(make_page(reported(texts)))
    go(page, "facts")
    heads = page.locator("#matrix thead th").all_inner_texts()
    assert heads[:3] == ["Fact", "Status", "All sources"]
    assert heads[3] == "copy.txt and 1 near-copy"
    assert len(heads) == 7
    page.get_by_role("button", name="next columns of sources").click()
    assert page.locator("#matrix thead th").count() == 5
    page.select_option("#fact-filter select[name=source]", label="7.txt")
    expect(page.locator("#matrix thead th").nth(3)).to_have_text("7.txt")
    assert page.locator("#matrix tbody tr").count() >= 1


def test_without_javascript_it_reads_from_top_to_bottom(opened, demo: Path, demo_report) -> None:
    page = opened(demo, script=False)
    assert visible(page, ".finding") == len(demo_report.findings)
    for part in ("#findings", "#facts", "#sources", "#texts"):
        assert page.is_visible(part)
    for part in ("#findings form", "#sides", "#findings-pager"):
        assert not page.is_visible(part)
    row = page.locator("#facts tr", has_text="tower crane: number of workers")
    assert "5 workers" in row.inner_text()
    assert "disputed" in row.inner_text()
    assert page.locator("#texts article").count() == 4
    page.locator(".finding .place").first.click()
    assert page.locator(":target").inner_text() == "five workers"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_is_wider_than_the_window(opened, demo: Path, width: int) -> None:
    page = opened(demo, width=width)
    for view in ("findings", "facts", "sides", "sources"):
        go(page, view)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_is_enough(opened, demo: Path) -> None:
    page = opened(demo)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hash === '#sides'"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("#sides-head")).to_be_focused()
    page.focus("#text-0")
    page.keyboard.press("ArrowRight")
    first = page.inner_text("#told")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#told") != first
    assert page.locator(".text .now").count() >= 2
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
