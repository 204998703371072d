"""Serving the rooms: on loopback without more ado, elsewhere with a token."""

from __future__ import annotations

import gc
import secrets
import socket
from collections.abc import Callable

import uvicorn

from verbale.api import Talks
from verbale.errors import UsageError
from verbale.web.app import LOOPBACK, create_app

MOST_AT_ONCE = 64
"""Requests answered at a time; further ones get 503."""
LONGEST_HEAD = 32_768
"""Bytes of a request before its body."""


COLLECTED = 20_000
"""New objects after which Python looks for cycles: more than a page makes, so that few answers wait for the search."""


def spare_collector() -> None:
    """Leave what is loaded by now out of the search for cycles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECTED)


def serve(talks: Talks, *, host: str, port: int, tell: Callable[[str], None], judge: str | None = None) -> None:
    """Answer requests until interrupted; `tell` gets the address, `judge` names who reviews.

    UsageError where the address cannot be listened on.
    """
    token = None if host in LOOPBACK else secrets.token_urlsafe(24)
    hosts = LOOPBACK | {host, socket.gethostname()} if token else LOOPBACK
    try:
        listener = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise UsageError(f"{host}:{port} cannot be listened on ({error.strerror}). Choose another with --port.") from error
    with listener:
        address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}/"
        tell(f"Open {address}{f'table?token={token}' if token else ''}  (stop with Ctrl-C)")
        config = uvicorn.Config(
            create_app(talks, hosts=hosts, token=token, judge=judge),
            log_level="warning",
            server_header=False,
            limit_concurrency=MOST_AT_ONCE,
            h11_max_incomplete_event_size=LONGEST_HEAD,
        )
        spare_collector()
        uvicorn.Server(config).run(sockets=[listener])
