"""Makes the pictures of docs/web.md from the demo: `python docs/screenshots/make.py`. Needs Chromium and Playwright."""

from __future__ import annotations

import argparse
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


ROOMS = (
    *("table", "evidence", "brief", "timeline", "changes", "proposals", "proposal", "rounds", "conflicts", "statement", "article"),
    *("review", "review-article", "review-history", "speakers", "speaker", "articles", "search", "search-articles"),
)
VARIANTS = {
    "": (DESKTOP, "light"),
    "-dark": (DESKTOP, "dark"),
    "-phone": (PHONE, "light"),
    "-phone-dark": (PHONE, "dark"),
}


def main() -> None:
    """Take every room's pictures of the demo, or look at another folder of talks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--talks", type=Path, help="a folder of talks to look at instead of the demo")
    parser.add_argument("--word", default="reservoir", help="what is searched for")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--rooms", nargs="*", default=ROOMS)
    options = parser.parse_args()
    chromium = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if chromium is None:
        sys.exit("No Chromium here. Install it (Debian: apt-get install chromium).")
    options.out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(options.talks, Path(folder) / "talks") as talks,
        socket.create_server(("127.0.0.1", 0)) as listener,
        sync_playwright() as driver,
    ):
        server = uvicorn.Server(uvicorn.Config(create_app(talks, judge="Ann Reader"), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        with driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]) as browser:
            places = addresses(talks, options.word)
            for room in options.rooms:
                take(browser, f"http://127.0.0.1:{listener.getsockname()[1]}/{places[room]}", room, options.out)
        server.should_exit = True
        thread.join()
    if options.out == HERE:
        (HERE / "README.md").write_text(index(), encoding="utf-8")


def opened(folder: Path | None, place: Path) -> Talks:
    """The talks in a folder, or else the demo's, made in a place."""
    if folder is not None:
        return Talks(folder)
    talks = Talks.new(place, dossier=demo_files() / "dossier.yaml")
    if talks.add([demo_files() / "articles"]).failed:
        sys.exit("An article of the demo could not be read through: run `verbale demo` to see why.")
    return talks


def addresses(talks: Talks, word: str) -> dict[str, str]:
    """Where each room is, by its name."""
    views = [talks.article(article.document) for article in talks.articles().articles]
    statements = [statement for view in views for statement in view.statements]
    told = max(statements, key=lambda statement: (statement.witnesses, len(statement.quote)))
    richest = max(views, key=lambda view: len(view.statements))
    spans = richest.statements[1].spans
    proposals = talks.proposals().proposals
    fullest = max(proposals, key=lambda p: len(p.terms) + len(p.conditions) + len(p.guarantors) + len(p.answers), default=None)
    return {room: room for room in ROOMS} | {
        "evidence": "table",
        "proposal": f"proposals#{fullest.id}" if fullest else "proposals",
        "statement": f"statement/{told.utterance}",
        "article": f"article/{richest.document}?at={spans[0].start}-{spans[0].end}",
        "review-article": judged(talks),
        "review-history": "review/history",
        "speaker": f"speaker/{talks.speakers().speakers[0].key}",
        "search": f"search?q={word}",
        "search-articles": f"search?q={word}&in=articles",
    }


def take(browser: Browser, address: str, room: str, out: Path) -> None:
    """One room's pictures; says where a page is wider than its window."""
    for variant, ((width, height), scheme) in VARIANTS.items():
        with browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce") as context:
            page = context.new_page()
            page.goto(address)
            if room == "evidence":
                page.locator("td details summary").first.click()
                page.evaluate("scrollTo(0, document.querySelector('td details').getBoundingClientRect().top + scrollY - 200)")
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                print(f"{room}{variant}: {wide} pixels wide in a window of {width}", flush=True)
            shot = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
        (out / f"{room}{variant}.webp").write_bytes(base64.b64decode(shot["data"]))


def index() -> str:
    """The page that shows them all."""
    head = "| room | light | dark | phone | phone, dark |\n|---|---|---|---|---|\n"
    rows = (f"| {room} | " + " | ".join(f"![{room}{v}]({room}{v}.webp)" for v in VARIANTS) + " |\n" for room in ROOMS)
    told = "Made by `python docs/screenshots/make.py`. [The web rooms](../web.md) says what they are."
    return f"# Every room of the demo\n\n{told}\n\n{head}{''.join(rows)}"


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
