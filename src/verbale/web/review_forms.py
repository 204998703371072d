"""What the review's forms say, checked for where they come from; and who says it."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

MOST_FIELDS = 300
COOKIE = "verbale_judge"
YEAR = 365 * 24 * 3600

Fields = Mapping[str, str]


async def fields_of(request: Request, token: str) -> Fields:
    """The fields of a form that one of our own pages sent.

    HTTPException 403 where another site sent it or an earlier run of the server made the page. The guard bounds its length.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    # Our own pages send no referrer, and so their forms the origin "null".
    if site not in (None, "same-origin") or (origin not in (None, "null") and urlsplit(origin).netloc != request.headers.get("host")):
        raise HTTPException(403, "This form came from another site, so nothing was recorded.")
    try:
        fields = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError as error:
        raise HTTPException(400, "This form cannot be read.") from error
    if not hmac.compare_digest(fields.pop("csrf", "").encode(), token.encode()):
        raise HTTPException(
            403, "This page is from an earlier run of `verbale serve`, so nothing was recorded. Load it again, then decide."
        )
    return fields


def judge_of(request: Request) -> str | None:
    """The name that the reader gave, from the cookie; None where none."""
    try:
        found = SimpleCookie(request.headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return " ".join(unquote(found.value).split()) or None if found is not None else None


def remember(answer: Response, judge: str) -> None:
    """Keep the name in a cookie that scripts cannot read and other sites cannot send."""
    answer.set_cookie(COOKIE, quote(judge, safe=""), max_age=YEAR, httponly=True, samesite="strict", path="/")
