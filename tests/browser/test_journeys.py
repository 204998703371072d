"""What people come for, done with a mouse and with a keyboard."""

import re
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Opener
from verbale.api import Talks


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def in_view(page: Page, selector: str) -> bool:
    script = "s => { const box = document.querySelector(s).getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    return bool(page.evaluate(script, selector))


def test_from_a_cell_to_its_characters_in_three_clicks(opened: Opener) -> None:
    page = opened("/")
    cell = page.locator("td:has(details)").first
    cell.get_by_text("Evidence", exact=True).click()
    citation = cell.locator("details .quotes q a").first
    expect(citation).to_be_visible()
    words = citation.inner_text()
    citation.click()
    page.wait_for_url("**/article/**")
    cited = page.locator("article .cited")
    assert "".join(cited.all_inner_texts()) == words.replace(" … ", "")
    assert in_view(page, "article .cited")


def test_all_wordings_stand_side_by_side(opened: Opener, talks: Talks) -> None:
    counts: dict[str, int] = {}
    for article in talks.articles().articles:
        for statement in talks.article(article.document).statements:
            counts[statement.utterance] = counts.get(statement.utterance, 0) + 1
    most = max(counts, key=lambda key: counts[key])
    page = opened(f"/statement/{most}")
    expect(page.locator(".wordings > section")).to_have_count(counts[most])
    page.locator(".wordings blockquote a").last.click()
    expect(page.locator("article .cited").first).to_be_visible()


def test_j_and_k_walk_through_an_article(opened: Opener, talks: Talks) -> None:
    article = max(talks.articles().articles, key=lambda a: a.statements)
    page = opened(f"/article/{article.document}")
    chosen = page.locator(".coded .chosen")
    expect(chosen).to_have_count(0)
    for key, position in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        expect(chosen).to_have_count(1)
        assert chosen.get_attribute("id") == f"s{position}"
        expect(page.locator("article .chosen")).to_have_count(1)
    for _ in range(article.statements + 3):
        page.keyboard.press("j")
    assert chosen.get_attribute("id") == f"s{article.statements - 1}"
    assert in_view(page, "article .chosen")


def test_the_slider_replays_a_day(opened: Opener) -> None:
    page = opened("/table")
    expect(page.locator(".slider output")).to_have_text("2025-04-30")
    before = page.locator("table.positions").inner_text()
    slider = page.get_by_label("Replay")
    slider.focus()
    slider.press("Home")
    page.wait_for_url("**as_of=2025-04-01*")
    slider = page.get_by_label("Replay")
    slider.fill("9")
    slider.dispatch_event("change")
    page.wait_for_url("**as_of=2025-04-10*")
    expect(page.locator("h1")).to_contain_text("10 April 2025")
    expect(page.locator(".slider output")).to_have_text("2025-04-10")
    assert page.locator("table.positions").inner_text() != before
    page.get_by_role("link", name="Brief").click()
    assert asked(page)["as_of"] == ["2025-04-10"]


def test_a_newcomer_gets_from_the_served_demo_to_the_evidence_in_three_clicks(browser: Browser, talks: Talks) -> None:
    """What `make demo` ends with is `verbale serve FOLDER`; from the address that it prints, a cell's evidence is three clicks away."""
    command = [sys.executable, "-m", "verbale", "serve", str(talks.folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        assert server.stdout is not None
        told = next(line for line in server.stdout if "http://" in line)
        page = browser.new_page()
        page.goto(re.findall(r"http://\S+", told)[0])
        clicks = 0
        cell = page.locator("table.positions td:has(details)").first
        for place in (cell.get_by_text("Evidence", exact=True), cell.locator("details .quotes q a").first):
            place.click()
            clicks += 1
        page.wait_for_url("**/article/**")
        expect(page.locator("article .cited").first).to_be_visible()
        assert clicks <= 3
        page.close()
        server.terminate()


def test_the_keyboard_searches_steps_and_opens(opened: Opener) -> None:
    page = opened("/timeline")
    page.keyboard.press("/")
    page.wait_for_url("**/search")
    page.keyboard.press("/")
    page.keyboard.type('"the dam"')
    page.keyboard.press("Enter")
    page.wait_for_url("**q=%22the+dam%22*")
    assert {text.casefold() for text in page.locator(".hits mark").all_inner_texts()} == {"the dam"}
    for key, place in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(page.locator(".hits > li").nth(place).locator("blockquote a")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    expect(page.locator("article .cited").first).to_be_visible()


def test_two_tabs_keep_their_own_choices_and_share_them_by_address(opened: Opener) -> None:
    first, second = opened("/search"), opened("/search")
    first.get_by_label("Words").fill("water")
    first.get_by_label("Party").select_option("doruna")
    first.get_by_role("button", name="Search").click()
    first.wait_for_url("**party=doruna*")
    second.get_by_label("Words").fill("water")
    second.get_by_label("Move").select_option("reject")
    second.get_by_role("button", name="Search").click()
    second.wait_for_url("**move=reject*")
    first.reload()
    shown = first.locator(".hits").inner_text()
    assert shown != second.locator(".hits").inner_text()
    assert first.get_by_label("Party").input_value() == "doruna"
    assert first.get_by_label("Move").input_value() == ""
    second.goto(first.url)
    assert second.locator(".hits").inner_text() == shown
    second.go_back()
    assert second.get_by_label("Move").input_value() == "reject"


def test_a_speaker_over_time_narrows_by_issue_and_days(opened: Opener) -> None:
    page = opened("/speakers")
    page.locator("table.list tbody a").first.click()
    page.wait_for_url("**/speaker/**")
    name = page.locator("h1").inner_text()
    cell = page.locator("table.time tbody tr").nth(1).locator("td a").first
    count = int(cell.inner_text())
    cell.click()
    page.wait_for_url("**issue=**")
    expect(page.locator(".hits > li")).to_have_count(count)
    assert set(page.locator(".hits .who strong").all_inner_texts()) == {name}


def test_a_search_marks_what_it_finds(opened: Opener) -> None:
    page = opened("/search")
    page.get_by_label("Words").fill("reservoir")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=reservoir*")
    assert {text.casefold() for text in page.locator(".hits mark").all_inner_texts()} == {"reservoir"}
    page.locator(".hits blockquote a").first.click()
    expect(page.locator("article .cited").first).to_be_visible()


def test_a_drag_across_the_days_looks_closer(opened: Opener) -> None:
    page = opened("/timeline?party=doruna")
    first, last = page.locator('[data-since="2025-04-12"]').bounding_box(), page.locator('[data-since="2025-04-18"]').bounding_box()
    assert first is not None and last is not None
    page.mouse.move(first["x"] + 4, first["y"] + first["height"] - 2)
    page.mouse.down()
    page.mouse.move(last["x"] + 4, last["y"] + 4, steps=5)
    expect(page.locator(".picked")).to_have_count(7)
    page.mouse.up()
    page.wait_for_url("**since=2025-04-12*")
    assert asked(page) == {"party": ["doruna"], "since": ["2025-04-12"], "until": ["2025-04-18"]}
    expect(page.locator(".days [data-since]")).to_have_count(7)
    page.locator("td[class^=n] a").first.click()
    page.wait_for_url("**#statements")
    expect(page.locator(".hits > li").first).to_be_visible()


def test_the_brief_prints_with_its_citations(opened: Opener) -> None:
    page = opened("/brief")
    page.emulate_media(media="print")
    for hidden in ("header", "footer", ".filters"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".places li").first).to_be_visible()
    width = page.evaluate("document.querySelector('.brief').getBoundingClientRect().width / innerWidth")
    assert width > 0.95
    sheet = page.pdf(format="A4")
    assert sheet.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", sheet)) <= 8


def test_hostile_text_does_nothing(opened: Opener, talks: Talks) -> None:
    item = next(a for a in talks.articles().articles if "onerror" in (a.title or ""))
    page = opened(f"/article/{item.document}")
    assert "owned" not in page.title()
    assert page.locator("article img, article script, article b").count() == 0
    assert "<script>document.title='owned'</script>" in page.locator("article").inner_text()


@pytest.mark.parametrize("path", ["/table", "/timeline", "/brief", "/speakers", "/articles", "/conflicts", "/search?q=water"])
def test_a_phone_needs_no_sideways_scrolling(opened: Opener, path: str) -> None:
    page = opened(path, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_phone_folds_the_filters_and_says_which_are_on(opened: Opener) -> None:
    phone = opened("/timeline?since=2025-04-05&party=doruna", width=390)
    told = phone.get_by_text("Filters: since 5 April 2025, Doruna")
    expect(phone.get_by_label("Move")).to_be_hidden()
    told.click()
    phone.get_by_label("Move").select_option("reject")
    phone.get_by_role("button", name="Show").click()
    expect(phone.get_by_text("Filters: since 5 April 2025, Doruna, reject")).to_be_visible()


@pytest.mark.parametrize("path", ["/table", "/timeline", "/articles", "/speakers", "/search?q=water", "/review"])
def test_a_wide_screen_shows_the_filters_unfolded(opened: Opener, path: str) -> None:
    page = opened(path)
    expect(page.locator(".filters select").first).to_be_visible()
    expect(page.locator(".fold > summary")).to_be_hidden()


def test_a_phone_searches_without_unfolding(opened: Opener) -> None:
    page = opened("/search?in=articles", width=390)
    expect(page.get_by_text("Filters: in articles")).to_be_visible()
    page.get_by_label("Words").fill("water")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".hits blockquote").first).to_be_visible()


def test_pages_read_without_scripts(browser: object, opened: Opener, address: str) -> None:
    page = opened("/table")
    context = page.context.browser.new_context(java_script_enabled=False) if page.context.browser else page.context
    plain = context.new_page()
    plain.goto(f"{address}/table")
    expect(plain.locator("table.positions")).to_be_visible()
    expect(plain.locator(".slider")).to_be_hidden()
    context.close()
