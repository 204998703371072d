"""The review in a browser: with the keyboard alone, with a mouse, and in two tabs at once."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import served
from tests.browser.test_accessibility import SERIOUS, TAGS
from tests.web.judged import copied
from verbale.api import Talks


@pytest.fixture
def talks(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Talks]:
    """A record of one's own to judge in."""
    with Talks(copied(tmp_path_factory, tmp_path)) as opened:
        yield opened


@pytest.fixture
def desk(browser: Browser, talks: Talks) -> Iterator[Page]:
    """A window on the review; in the end no page may have complained."""
    troubles: list[str] = []
    with served(talks, judge="Ann") as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address, reduced_motion="reduce")
        page = context.new_page()
        context.on("weberror", lambda error: troubles.append(str(error.error)))
        context.on(
            "console", lambda message: troubles.append(message.text) if message.type == "error" and "409" not in message.text else None
        )
        yield page
        context.close()
    assert not troubles


def longest(talks: Talks) -> str:
    """The article with most statements."""
    return max(talks.articles().articles, key=lambda a: a.statements).document


def test_ten_statements_are_reviewed_with_the_keyboard_alone(desk: Page, talks: Talks) -> None:
    document = longest(talks)
    desk.goto(f"/review/article/{document}")
    items = talks.review.article(document).items
    assert len(items) >= 10
    desk.keyboard.press("j")
    chosen = desk.locator(".judging > .chosen")
    for n, key in enumerate("aaxaaeaxaa"):
        expect(chosen).to_have_attribute("id", f"s-{items[n].id}")
        expect(chosen).to_be_focused()
        assert desk.locator("article .chosen").count()
        if key == "e":
            desk.keyboard.press("e")
            expect(desk.locator('.edit [name="speaker"]')).to_be_focused()
            desk.keyboard.press("Control+a")
            desk.keyboard.type("Nadira Velikh")
            desk.keyboard.press("Tab")
            desk.keyboard.press("Tab")
            desk.keyboard.type("threaten")
            desk.keyboard.press("Control+Enter")
            expect(desk.locator(".said")).to_have_text("Corrected.")
            expect(chosen).to_have_attribute("id", f"s-{items[n].id}")
            desk.keyboard.press("j")
        else:
            desk.keyboard.press(key)
            expect(desk.locator(".said")).to_contain_text("Accepted" if key == "a" else "Rejected")
    view = talks.review.article(document)
    by_id = {item.id: item for item in view.items}
    assert [by_id[i.id].rejected for i in items[:10]] == [key == "x" for key in "aaxaaeaxaa"]
    corrected = by_id[items[5].id].fields
    assert (corrected.speaker_id, corrected.move.value) == ("velikh", "threaten")
    assert {o.judge for i in items[:10] for o in by_id[i.id].opinions} == {"Ann"}
    desk.keyboard.press("u")
    expect(desk.locator(".said")).to_have_text("Taken back.")
    expect(chosen).to_have_attribute("id", f"s-{items[9].id}")
    assert not talks.review.article(document).items[9].opinions
    desk.keyboard.press("?")
    expect(desk.locator(".keylist")).to_be_visible()
    desk.keyboard.press("k")
    expect(chosen).to_have_attribute("id", f"s-{items[8].id}")


def test_words_selected_in_the_article_become_the_statement(desk: Page, talks: Talks) -> None:
    document = longest(talks)
    item = talks.review.article(document).items[0]
    desk.goto(f"/review/article/{document}?edit={item.id}")
    words = desk.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
          let node = walker.nextNode();
          while (node.data.trim().length < 40) node = walker.nextNode();
          const start = node.data.search(/\\S/);
          getSelection().setBaseAndExtent(node, start, node, start + 30);
          return node.data.slice(start, start + 30).trim();
        }"""
    )
    desk.get_by_role("button", name="What was said: use the selection").click()
    expect(desk.locator('[data-preview="content"]')).to_have_text(words)
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".said")).to_have_text("Corrected.")
    now = next(i for i in talks.review.article(document).items if i.id == item.id)
    assert now.fields.quote == words


def test_of_two_tabs_the_second_is_told_and_nothing_is_lost(desk: Page, talks: Talks) -> None:
    document = longest(talks)
    item = talks.review.article(document).items[0]
    path = f"/review/article/{document}?edit={item.id}"
    other = desk.context.new_page()
    for tab in (desk, other):
        tab.goto(path)
    desk.get_by_label("Move").select_option("demand")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".said")).to_have_text("Corrected.")
    other.get_by_label("Move").select_option("offer")
    other.get_by_role("button", name="Save").click()
    expect(other.locator("h1")).to_have_text("Not recorded yet")
    expect(other.locator("main")).to_contain_text("judged anew while you looked at it")
    expect(other.locator(".opinions")).to_contain_text("demand")
    other.get_by_role("button", name="Record mine all the same").click()
    expect(other.locator(".said")).to_have_text("Corrected.")
    assert talks.review.article(document).items[0].fields.move.value == "offer"
    assert len(talks.judgements()) == 2


def test_the_review_works_without_scripts(browser: Browser, talks: Talks) -> None:
    document = longest(talks)
    item = talks.review.article(document).items[0]
    with served(talks) as address:
        context = browser.new_context(java_script_enabled=False, base_url=address)
        page = context.new_page()
        page.goto(f"/review/article/{document}")
        expect(page.get_by_role("button", name="Accept").first).to_be_disabled()
        page.get_by_label("Your name").fill("Bo")
        page.get_by_role("button", name="Go on").click()
        page.locator(f"#s-{item.id}").get_by_role("link", name="Edit").click()
        page.get_by_label("Said on").fill("2025-04-11")
        page.get_by_role("button", name="Save").click()
        expect(page.locator(f"#s-{item.id}")).to_contain_text("judged by Bo")
        page.locator(f"#s-{item.id}").get_by_role("link", name="Merge").click()
        expect(page.get_by_role("button", name="An utterance of its own")).to_be_visible()
        page.goto("/review/history")
        page.get_by_role("button", name="Revoke").click()
        expect(page.locator(".history .revoked")).to_have_count(1)
        context.close()


PAGES = ("/review", "/review/second", "/review/history", "article", "article?edit", "article?merge")


@pytest.mark.skipif(find_spec("axe_playwright_python") is None, reason="axe-core absent: pip install axe-playwright-python")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_serious_finding(browser: Browser, talks: Talks, scheme: Literal["light", "dark"]) -> None:
    document = longest(talks)
    items = talks.review.article(document).items
    with served(talks, judge="Ann") as address:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, color_scheme=scheme, base_url=address, reduced_motion="reduce"
        )
        page = context.new_page()
        page.goto(f"/review/article/{document}")
        page.keyboard.press("j")
        for key, said in (("a", "Accepted"), ("x", "Rejected")):
            page.keyboard.press(key)
            expect(page.locator(".said")).to_contain_text(said)
            page.wait_for_load_state()
        for path in PAGES:
            place, _, asked = path.partition("?")
            page.goto(place if place != "article" else f"/review/article/{document}" + (f"?{asked}={items[3].id}" if asked else ""))
            page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
            found = page.evaluate("runOnly => axe.run(document, { runOnly, resultTypes: ['violations'] })", {"type": "tag", "values": TAGS})
            serious = [
                f"{path}: {v['id']}: {node['html'][:160]}" for v in found["violations"] if v["impact"] in SERIOUS for node in v["nodes"][:3]
            ]
            assert not serious, "\n".join(serious)
        page.set_viewport_size({"width": 390, "height": 844})
        for path in ("/review", "/review/history", f"/review/article/{document}", f"/review/article/{document}?edit={items[3].id}"):
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        context.close()
