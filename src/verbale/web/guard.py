"""What stands between the pages and a hostile network or text: host check, token, security headers, bounded requests."""

from __future__ import annotations

import asyncio
import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
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
LONGEST_ADDRESS = 4096
"""Bytes of a path with its query; no page asks for more."""
LONGEST_BODY = 65_536
"""Bytes that a request may send."""
SECONDS_TO_SEND = 15.0
"""How long a request may take to come."""


class Guard:
    """ASGI middleware: answers 421 to a foreign host name, 401 without the token where one is set, and adds the security headers.

    Requests are bounded in size (413, 414) and in the time that they take to come (408).
    The host check keeps a page elsewhere from reaching the rooms under a name of its own (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str], token: str | None) -> None:
        self._app, self._hosts, self._token = app, hosts, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Guard one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        answer = self._answer(scope)
        if answer is None and scope["method"] not in ("GET", "HEAD"):
            try:
                receive = await _whole(receive)
            except _RefusedError as refused:
                answer = _refusal(scope["path"], refused.status, str(refused))
        await (answer or self._app)(scope, receive, guarded)

    def _answer(self, scope: Scope) -> Response | None:
        """What the guard itself answers; None where the request may pass."""
        headers = Headers(scope=scope)
        if _name(headers.get("host", "")) not in self._hosts:
            return _refusal(scope["path"], 421, "This address is not served here.")
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            return _refusal(scope["path"], 414, f"An address may have {LONGEST_ADDRESS} characters.")
        if self._token is None:
            return None
        asked = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(name == "token" and self._known(value) for name, value in asked):
            return self._remember(scope["path"], [pair for pair in asked if pair[0] != "token"])
        if not self._known(_cookie(headers.get("cookie", ""))):
            return _refusal(scope["path"], 401, "Open the address with the token that `verbale serve` printed.")
        return None

    def _remember(self, path: str, asked: list[tuple[str, str]]) -> Response:
        """To the page asked for, without the token in its address, so that it stays out of the history and of copied links."""
        # A path of two slashes would be another host's address.
        answer = RedirectResponse("/" + path.lstrip("/") + (f"?{urlencode(asked)}" if asked else ""), 303)
        answer.set_cookie(COOKIE, self._token or "", httponly=True, samesite="strict", path="/")
        return answer

    def _known(self, token: str) -> bool:
        return self._token is not None and hmac.compare_digest(token.encode(), self._token.encode())


class _RefusedError(Exception):
    """A request that is not read to its end."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


async def _whole(receive: Receive) -> Receive:
    """What gives a request's body in one piece, after it came in time and was not too long."""
    body, more = b"", True
    try:
        async with asyncio.timeout(SECONDS_TO_SEND):
            while more and len(body) <= LONGEST_BODY:
                message = await receive()
                body += message.get("body", b"")
                more = message.get("more_body", False)
    except TimeoutError as error:
        raise _RefusedError(408, "The request took too long to come.") from error
    if len(body) > LONGEST_BODY:
        raise _RefusedError(413, f"A request may send {LONGEST_BODY} bytes.")
    pieces = [{"type": "http.request", "body": body, "more_body": False}]

    async def read() -> Message:
        return pieces.pop() if pieces else await receive()

    return read


def _refusal(path: str, status: int, detail: str) -> Response:
    """An answer that shows nothing of the negotiation."""
    if path.endswith(".json"):
        return JSONResponse({"error": {"status": status, "detail": detail}}, status)
    return PlainTextResponse(detail, status)


def _name(host: str) -> str:
    """The name in a Host header: without its port, in small letters, an IPv6 address without its brackets."""
    if host.startswith("["):
        name, bracket, port = host[1:].partition("]")
        return name if bracket and (not port or port[1:].isdigit()) else ""
    return host.rpartition(":")[0].lower() if ":" in host else host.lower()


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found is not None else ""
