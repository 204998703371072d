"""The rooms in a real browser: Debian's Chromium, driven by Playwright, over a server of our own on a free loopback port."""

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.web.talks import talks_folder
from verbale.api import Talks
from verbale.web.app import create_app

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START = 30.0
"""Seconds that the server may take to listen."""

Opener = Callable[..., Page]


@pytest.fixture(scope="session")
def talks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talks]:
    with Talks(talks_folder(tmp_path_factory)) as opened:
        yield opened


@contextmanager
def served(talks: Talks, *, judge: str | None = None) -> Iterator[str]:
    """The rooms over a record on a free port of this machine; their address."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(talks, judge=judge), log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    begun = time.monotonic()
    while not server.started:
        assert time.monotonic() - begun < START, "the server did not start"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(START)
    listener.close()


@pytest.fixture(scope="session")
def address(talks: Talks) -> Iterator[str]:
    with served(talks) as address:
        yield address


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine: install it (Debian: apt-get install chromium) to run the browser's tests")
    with sync_playwright() as driver:
        try:
            started = driver.chromium.launch(executable_path=Path(CHROMIUM), args=FLAGS)
        except Error as error:
            pytest.skip(f"{CHROMIUM} does not start here: {error.message.splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opener]:
    """Opens a page in a window of its own; in the end no page may have complained or asked for anything elsewhere."""
    troubles: list[str] = []
    contexts = []

    def open_page(path: str, *, width: int = 1280, scheme: Literal["light", "dark"] = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: troubles.append(message.text) if message.type in ("error", "warning") and "404" not in message.text else None,
        )
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(address) else troubles.append(f"asked for {request.url}"))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not troubles
