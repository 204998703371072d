"""What stands between the pages and a hostile network or text: host check, token, security headers, bounded requests."""

from __future__ import annotations

import hmac
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    # Nothing is loaded from outside and nothing inline runs: an article's text stays text.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "verbale_token"


class Guard:
    """ASGI middleware: answers 421 to a foreign host name, 401 without the token where one is set, and adds the security headers.

    The host check keeps a page elsewhere from reaching the rooms under a name of its own (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], token: str | None) -> None:
        self._app, self._hosts, self._token = app, hosts, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        given = ""

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                if given:
                    headers.append("Set-Cookie", f"{COOKIE}={given}; HttpOnly; SameSite=Strict; Path=/")
            await send(message)

        headers = Headers(scope=scope)
        host = headers.get("host", "").rsplit(":", 1)[0].strip("[]") if "]" not in headers.get("host", "") else _bracketed(headers["host"])
        if host not in self._hosts:
            await PlainTextResponse("This address is not served here.", 421)(scope, receive, guarded)
            return
        if self._token is not None:
            given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
            if not self._known(given):
                given = ""
                cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
                if cookie is None or not self._known(cookie.value):
                    await PlainTextResponse("Open the address with the token that `verbale serve` printed.", 401)(scope, receive, guarded)
                    return
        await self._app(scope, receive, guarded)

    def _known(self, token: str) -> bool:
        return self._token is not None and hmac.compare_digest(token.encode(), self._token.encode())


def _bracketed(host: str) -> str:
    return host[1 : host.index("]")]
