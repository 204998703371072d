"""Makes the pictures of docs/web.md from the demo: `python docs/screenshots/make.py`. Needs Chromium and Playwright."""

from __future__ import annotations

import base64
import shutil
import socket
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from verbale.api import Talks
from verbale.api.review import Turn
from verbale.demo import demo_files
from verbale.values import Move
from verbale.web.app import create_app

HERE = Path(__file__).parent
DESKTOP, PHONE = (1280, 860), (390, 844)
QUALITY = 45
"""Of WebP, in [0, 100]: text stays sharp, and the files stay small."""


def main() -> None:
    """Take every room's picture."""
    chromium = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if chromium is None:
        sys.exit("No Chromium here. Install it (Debian: apt-get install chromium).")
    with tempfile.TemporaryDirectory() as folder, Talks.new(Path(folder) / "talks", dossier=demo_files() / "dossier.yaml") as talks:
        if talks.add([demo_files() / "articles"]).failed:
            sys.exit("An article of the demo could not be read through: run `verbale demo` to see why.")
        with socket.create_server(("127.0.0.1", 0)) as listener, sync_playwright() as driver:
            server = uvicorn.Server(uvicorn.Config(create_app(talks, judge="Ann Reader"), log_level="warning"))
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
            thread.start()
            while not server.started:
                time.sleep(0.05)
            with driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]) as browser:
                take(browser, f"http://127.0.0.1:{listener.getsockname()[1]}", talks)
            server.should_exit = True
            thread.join()


def take(browser: Browser, address: str, talks: Talks) -> None:
    """The pictures: each room in light, some in the dark and on a phone."""
    articles = talks.articles().articles
    views = [talks.article(article.document) for article in articles]
    statements = [(statement, view) for view in views for statement in view.statements]
    told, _ = max(statements, key=lambda pair: (pair[0].witnesses, len(pair[0].quote)))
    richest = max(views, key=lambda view: len(view.statements))
    spans = richest.statements[1].spans
    article = f"article/{richest.document}?at={spans[0].start}-{spans[0].end}"
    reviewed = judged(talks)
    pictures = [
        ("table", "table", DESKTOP, "light"),
        ("table-dark", "table", DESKTOP, "dark"),
        ("table-phone", "table", PHONE, "light"),
        ("brief", "brief", DESKTOP, "light"),
        ("timeline", "timeline", DESKTOP, "light"),
        ("timeline-dark", "timeline", DESKTOP, "dark"),
        ("changes", "changes", DESKTOP, "light"),
        ("proposals", "proposals", DESKTOP, "light"),
        ("rounds", "rounds", DESKTOP, "light"),
        ("conflicts", "conflicts", DESKTOP, "light"),
        ("statement", f"statement/{told.utterance}", DESKTOP, "light"),
        ("article", article, DESKTOP, "light"),
        ("article-phone-dark", article, PHONE, "dark"),
        ("article-dark", article, DESKTOP, "dark"),
        ("speakers", "speakers", DESKTOP, "light"),
        ("speaker", f"speaker/{talks.speakers().speakers[0].key}", DESKTOP, "light"),
        ("speaker-phone", f"speaker/{talks.speakers().speakers[0].key}", PHONE, "light"),
        ("timeline-phone-dark", "timeline", PHONE, "dark"),
        ("search-phone", "search?q=reservoir&party=doruna", PHONE, "light"),
        ("search-articles-dark", "search?q=reservoir&in=articles", DESKTOP, "dark"),
        ("articles", "articles", DESKTOP, "light"),
        ("search", "search?q=reservoir", DESKTOP, "light"),
        ("review", "review", DESKTOP, "light"),
        ("review-article", reviewed, DESKTOP, "light"),
        ("review-phone-dark", reviewed, PHONE, "dark"),
        ("review-history", "review/history", DESKTOP, "dark"),
    ]
    for name, path, (width, height), scheme in pictures:
        with browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce") as context:
            page = context.new_page()
            page.goto(f"{address}/{path}")
            if name == "table":
                page.locator("td details summary").first.click()
                page.evaluate("scrollTo(0, document.querySelector('table.positions').offsetTop - 100)")
            shot = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
        (HERE / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))


def judged(talks: Talks) -> str:
    """Two people's judgements on one article; the address of its next statement."""
    document = talks.review.queue().items[0].document
    first, second, third, fourth = [item.id for item in talks.review.article(document).items[:4]]
    talks.review.accept(Turn("Ann Reader", document, first))
    talks.review.reject(Turn("Ann Reader", document, second))
    made = talks.review.correct(Turn("Ann Reader", document, third), lambda verdict, _: replace(verdict, move=Move.DEMAND))
    talks.review.accept(Turn("Bo Second", document, third, seen=made.id, second=True))
    return f"review/article/{document}#s-{fourth}"


if __name__ == "__main__":
    main()
