"""The application: for each room one route for its page and one for its JSON twin; both show the same dataclass."""

from __future__ import annotations

import logging
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
from verbale.errors import RecordError, UsageError, VerbaleError
from verbale.record.database import time_limit
from verbale.values import Move
from verbale.views.jsonable import to_json
from verbale.web import quoted, urls
from verbale.web.guard import Guard
from verbale.web.openapi import openapi
from verbale.web.review import review_routes
from verbale.web.rooms import ROOMS, Room
from verbale.web.words import FILTERS, LEVELS

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
COMPRESSED = 4
"""How hard pages are compressed, from 1 to 9: at 9 a long one takes five times as long for a tenth less."""

LONGEST = 20.0
"""Seconds that a page may read the record."""


def create_app(talks: Talks, *, hosts: frozenset[str] = LOOPBACK, token: str | None = None, judge: str | None = None) -> ASGIApp:
    """The application over one negotiation; `hosts` are the names it answers to, `token` what other than loopback must know.

    `judge` is the name under which judgements are made where the reader gives none.
    """
    # Outside of all else, so that errors carry the headers too.
    return Guard(GZipMiddleware(create_rooms(talks, judge=judge), compresslevel=COMPRESSED), hosts=hosts, token=token)


def create_rooms(talks: Talks, *, judge: str | None = None) -> Starlette:
    """The rooms without what guards them."""
    templates = Environment(
        loader=PackageLoader("verbale.web"), autoescape=select_autoescape(default=True), undefined=StrictUndefined, trim_blocks=True
    )
    templates.filters.update(FILTERS)
    templates.globals.update(
        urls=urls,
        quoted=quoted,
        rooms=[(room.name, room.label) for room in ROOMS if room.label is not None] + [("review", "Review")],
        levels=LEVELS,
        moves=[(move.value, move.value) for move in Move],
        negotiation=talks.dossier.negotiation,
        dossier=talks.dossier,
    )

    def shown(room: Room) -> list[Route]:
        def view(request: Request) -> Any:
            asked = {name: value for name, value in (*request.query_params.items(), *request.path_params.items()) if value}
            try:
                with time_limit(LONGEST):
                    return room.make(talks, asked)
            except UsageError as error:
                raise HTTPException(404 if request.path_params and not request.query_params else 400, str(error)) from error

        def html(request: Request) -> Response:
            asked = dict(request.query_params)
            return HTMLResponse(templates.get_template(f"{room.name}.html").render(view=view(request), here=room.name, asked=asked))

        def twin(request: Request) -> Response:
            return JSONResponse(to_json(view(request)))

        return [Route(f"{room.path}.json", twin), Route(room.path, html)]

    def failed(request: Request, error: Exception) -> Response:
        status, detail = _told(error)
        headers = error.headers if isinstance(error, HTTPException) else None
        if request.url.path.endswith(".json"):
            return JSONResponse({"error": {"status": status, "detail": detail}}, status, headers)
        page = templates.get_template("error.html").render(here="", asked={}, status=status, detail=detail)
        return HTMLResponse(page, status, headers)

    described = openapi(talks.dossier.negotiation.title)
    routes: list[BaseRoute] = [Route("/", lambda _: RedirectResponse("/table")), Route("/openapi.json", lambda _: JSONResponse(described))]
    for room in ROOMS:
        routes += shown(room)
    routes += review_routes(talks, templates, judge=judge)
    static = StaticFiles(directory=Path(__file__).with_name("static"))
    handlers: dict[Any, Any] = {VerbaleError: failed, HTTPException: failed, Exception: failed}
    return Starlette(routes=[*routes, Mount("/static", static)], exception_handlers=handlers)


def _told(error: Exception) -> tuple[int, str]:
    """The status of an error and what people are told of it: of a fault of ours nothing that names the machine."""
    if isinstance(error, HTTPException):
        plain = HTTPStatus(error.status_code).phrase
        return error.status_code, PLAINLY.get(error.status_code, plain) if error.detail == plain else error.detail
    if isinstance(error, RecordError):
        logging.getLogger("uvicorn.error").warning("%s", error)
        return 503, str(error)
    if isinstance(error, VerbaleError):
        return 500, str(error)
    return 500, "Something went wrong here. The window in which `verbale serve` runs says what."


PLAINLY = {404: "There is no page at this address.", 405: "Pages are for reading: only GET and HEAD are answered."}
