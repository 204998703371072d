"""The rooms: one route a page and one for its JSON twin; both show the same dataclass."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from verbale.api import Talks
from verbale.errors import UsageError, VerbaleError
from verbale.values import Move, Span, Spans
from verbale.views import to_json
from verbale.views.timeline import Choice
from verbale.web import urls
from verbale.web.guard import Guard
from verbale.web.review import review_routes
from verbale.web.words import FILTERS, LEVELS

ROOMS = (
    ("table", "Table"),
    ("brief", "Brief"),
    ("timeline", "Timeline"),
    ("changes", "What changed"),
    ("proposals", "Proposals"),
    ("rounds", "Rounds"),
    ("conflicts", "Conflicts"),
    ("speakers", "Speakers"),
    ("articles", "Articles"),
    ("search", "Search"),
    ("review", "Review"),
)
LONGEST_QUERY = 300
"""Characters of a search; more is a mistake, not a question."""

FIRST_YEAR, LAST_YEAR = 1000, 8999
"""Between them a week more or less is still a date."""

Make = Callable[[Talks, Request], Any]


LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def create_app(talks: Talks, *, hosts: frozenset[str] = LOOPBACK, token: str | None = None, judge: str | None = None) -> ASGIApp:
    """The application over one negotiation; `hosts` are the names it answers to, `token` what other than loopback must know.

    `judge` is the name under which judgements are made where the reader gives none.
    """
    templates = Environment(
        loader=PackageLoader("verbale.web"), autoescape=select_autoescape(default=True), undefined=StrictUndefined, trim_blocks=True
    )
    templates.filters.update(FILTERS)
    templates.globals.update(
        urls=urls,
        rooms=ROOMS,
        levels=LEVELS,
        moves=[(move.value, move.value) for move in Move],
        negotiation=talks.dossier.negotiation,
        dossier=talks.dossier,
    )

    def shown(name: str, make: Make) -> list[Route]:
        path = PATHS.get(name, f"/{name}")

        def view(request: Request) -> Any:
            try:
                return make(talks, request)
            except UsageError as error:
                raise HTTPException(404 if request.path_params else 400, str(error)) from error

        def html(request: Request) -> Response:
            text = templates.get_template(f"{name}.html").render(view=view(request), here=name, asked=dict(request.query_params))
            return HTMLResponse(text)

        def twin(request: Request) -> Response:
            return JSONResponse(to_json(view(request)))

        return [Route(f"{path}.json", twin), Route(path, html)]

    def failed(request: Request, error: Exception) -> Response:
        status, detail = _told(error)
        headers = error.headers if isinstance(error, HTTPException) else None
        if request.url.path.endswith(".json"):
            return JSONResponse({"error": {"status": status, "detail": detail}}, status, headers)
        page = templates.get_template("error.html").render(here="", asked={}, status=status, detail=detail)
        return HTMLResponse(page, status, headers)

    routes: list[BaseRoute] = [Route("/", lambda _: RedirectResponse("/table"))]
    for name, make in MAKERS.items():
        routes += shown(name, make)
    routes += review_routes(talks, templates, judge=judge)
    static = StaticFiles(directory=Path(__file__).with_name("static"))
    handlers: dict[Any, Any] = {VerbaleError: failed, HTTPException: failed, Exception: failed}
    app = Starlette(routes=[*routes, Mount("/static", static)], exception_handlers=handlers)
    # Outside of all else, so that errors carry the headers too.
    return Guard(GZipMiddleware(app), hosts=hosts, token=token)


def _told(error: Exception) -> tuple[int, str]:
    """The status of an error and what people are told of it: of a fault of ours nothing that names the machine."""
    if isinstance(error, HTTPException):
        plain = HTTPStatus(error.status_code).phrase
        return error.status_code, PLAINLY.get(error.status_code, plain) if error.detail == plain else error.detail
    if isinstance(error, VerbaleError):
        return 500, str(error)
    return 500, "Something went wrong here. The window in which `verbale serve` runs says what."


PLAINLY = {404: "There is no page at this address.", 405: "Pages are for reading: only GET and HEAD are answered."}


def _asked(request: Request) -> dict[str, Any]:
    return {
        "as_of": _day(request, "as_of"),
        "issue": request.query_params.get("issue") or None,
        "party": request.query_params.get("party") or None,
    }


def _choice(request: Request) -> Choice:
    return Choice(**{field.name: request.query_params.get(field.name) or None for field in fields(Choice)})


def _day(request: Request, name: str) -> date | None:
    text = request.query_params.get(name)
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"'{text}' is no day. Write it as YYYY-MM-DD.") from error
    if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UsageError(f"{day} is too far away. Choose a day between the years {FIRST_YEAR} and {LAST_YEAR}.")
    return day


def _cited(request: Request) -> Spans:
    """The characters asked for: "120-164,201-230"."""
    asked = request.query_params.get("at", "")
    pairs = [re.fullmatch(r"(\d{1,9})-(\d{1,9})", part) for part in asked.split(",")] if asked else []
    try:
        return tuple(sorted(Span(int(pair[1]), int(pair[2])) for pair in pairs if pair is not None))
    except ValueError as error:
        raise HTTPException(400, f"'{asked}' are no places in a text. Write them as from-until, for instance 120-164.") from error


def _search(talks: Talks, request: Request) -> Any:
    words = "".join(c for c in request.query_params.get("q", "") if c >= " ").strip()
    if len(words) > LONGEST_QUERY:
        raise UsageError(f"A search of {len(words)} characters is too long. Use at most {LONGEST_QUERY}.")
    return talks.search(words)


PATHS = {
    "article": "/article/{document}",
    "statement": "/statement/{utterance}",
    "speaker": "/speaker/{key}",
}
MAKERS: dict[str, Make] = {
    "table": lambda talks, request: talks.table(**_asked(request)),
    "brief": lambda talks, request: talks.brief(**_asked(request)),
    "timeline": lambda talks, request: talks.timeline(_choice(request), since=_day(request, "since"), until=_day(request, "until")),
    "changes": lambda talks, request: talks.changes(since=_day(request, "since"), **_asked(request)),
    "proposals": lambda talks, request: talks.proposals(**_asked(request)),
    "rounds": lambda talks, request: talks.rounds(**_asked(request)),
    "conflicts": lambda talks, request: talks.conflicts(**_asked(request)),
    "speakers": lambda talks, request: talks.speakers(),
    "articles": lambda talks, request: talks.articles(),
    "search": _search,
    "article": lambda talks, request: talks.article(request.path_params["document"], cited=_cited(request)),
    "statement": lambda talks, request: talks.utterance(request.path_params["utterance"]),
    "speaker": lambda talks, request: talks.speaker(request.path_params["key"]),
}
