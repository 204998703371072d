"""The review: a queue, an article to judge, the history; every action a plain form, and the keys only press its buttons."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from verbale.api import Talks
from verbale.api.corrections import named
from verbale.api.review import LONGEST_NAME, Turn
from verbale.errors import BusyError, RecordError, StaleError, UsageError
from verbale.judging import Subject
from verbale.values import Spans
from verbale.views.jsonable import to_json
from verbale.views.review import ReviewItem, ReviewView
from verbale.web.review_forms import Fields, fields_of, judge_of, remember

SAID = {
    "accept": "Accepted.",
    "reject": "Rejected: it is in no table from now on.",
    "edit": "Corrected.",
    "merge": "Recorded: one utterance.",
    "apart": "Recorded: an utterance of its own.",
    "name": "Recorded. The articles that hold the name are read anew at the next `verbale add`.",
    "undone": "Taken back.",
}
"""What a page says of the action that led to it."""

Work = Callable[[Request, Fields], Response]


def review_routes(talks: Talks, templates: Environment, *, judge: str | None) -> list[BaseRoute]:
    """The routes of the review; `judge` is who judges where the reader gave no name."""
    desk = Desk(talks, templates, judge, secrets.token_urlsafe(24))
    templates.globals.update(review_token=desk.token, longest_name=LONGEST_NAME)
    templates.filters.update(places=_places, lastpart=lambda path: path.rpartition("/")[2])
    pages = {
        "/review": desk.queue,
        "/review/second": desk.second,
        "/review/history": desk.history,
        "/review/article/{document}": desk.article,
    }
    routes: list[BaseRoute] = []
    for path, make in pages.items():
        routes += [Route(f"{path}.json", desk.twin(make)), Route(path, desk.page(make))]
    for path, work in {"/review": desk.overall, "/review/article/{document}": desk.act}.items():
        routes.append(Route(path, desk.posted(work), methods=["POST"]))
    return routes


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers the review's requests over one negotiation. `token` is in every form, so that no other site can send one."""

    talks: Talks
    templates: Environment
    default: str | None
    token: str

    def judge(self, request: Request) -> str | None:
        """Who judges: by the cookie, or else as the server was started."""
        return judge_of(request) or self.default

    def queue(self, request: Request) -> tuple[str, Any]:
        """What matters most first."""
        asked = {key: request.query_params.get(key) or None for key in ("issue", "party")}
        return "review.html", self.talks.review.queue(**asked, judge=self.judge(request))

    def second(self, request: Request) -> tuple[str, Any]:
        """What others judged and the reader did not."""
        return "review_second.html", self.talks.review.second(self.judge(request))

    def history(self, request: Request) -> tuple[str, Any]:
        """Every judgement and the agreement."""
        return "review_history.html", self.talks.review.history(self.judge(request))

    def article(self, request: Request) -> tuple[str, Any]:
        """One article under review."""
        document, second = request.path_params["document"], "second" in request.query_params
        return "review_article.html", self.talks.review.article(document, judge=self.judge(request), second=second)

    def page(self, make: Callable[[Request], tuple[str, Any]]) -> Callable[[Request], Response]:
        """The HTML page of a view."""

        def html(request: Request) -> Response:
            name, view = _made(make, request)
            return self.shown(request, name, view=view, said=SAID.get(request.query_params.get("said", "")))

        return html

    def twin(self, make: Callable[[Request], tuple[str, Any]]) -> Callable[[Request], Response]:
        """The same view as data."""
        return lambda request: JSONResponse(to_json(_made(make, request)[1]))

    def shown(self, request: Request, name: str, *, status: int = 200, **values: Any) -> Response:
        """A page of the review."""
        edit, merge = request.query_params.get("edit"), request.query_params.get("merge")
        told = {"here": "review", "asked": dict(request.query_params), "judge": self.judge(request), "edit": edit, "merge": merge}
        alike = self.talks.review.alike(merge) if merge and name == "review_article.html" else ()
        text = self.templates.get_template(name).render(path=_path(request), alike=alike, **told, **values)
        return HTMLResponse(text, status)

    def posted(self, work: Work) -> Callable[[Request], Any]:
        """The answer to a form: checked, carried out, and told where it could not be, with what was filled in kept."""

        async def answer(request: Request) -> Response:
            fields = await fields_of(request, self.token)
            return await run_in_threadpool(self._carried_out, work, request, fields)

        return answer

    def _carried_out(self, work: Work, request: Request, fields: Fields) -> Response:
        try:
            answer = work(request, fields)
            self._refresh()
            return answer
        except StaleError as error:
            document, key = request.path_params["document"], fields["statement"]
            view = self.talks.review.article(document, judge=self.judge(request))
            item = next((item for item in view.items if item.id == key), None)
            return self.shown(request, "review_stale.html", status=409, detail=str(error), fields=dict(fields), view=view, item=item)
        except BusyError as error:
            return self.shown(request, "review_stale.html", status=503, detail=str(error), fields=dict(fields), view=None, item=None)
        except UsageError as error:
            raise HTTPException(400, str(error)) from error

    def _refresh(self) -> None:
        """Bring the tables into step; where a run is adding, it does so itself when it comes to its end."""
        with suppress(RecordError):
            self.talks.refresh()

    def overall(self, request: Request, fields: Fields) -> Response:
        """Carry out what concerns no one article: who judges, taking back one's last word, revoking any."""
        asked = {"judge": self._named, "undo": self._undone, "revoke": self._revoked}.get(fields.get("action", ""))
        if asked is None:
            raise UsageError("This form asks for nothing that can be done. Load the page again.")
        return asked(request, fields)

    def _named(self, request: Request, fields: Fields) -> Response:
        name = " ".join(fields.get("name", "").split())
        if not name or len(name) > LONGEST_NAME:
            raise UsageError(f"A judge needs a name of 1 to {LONGEST_NAME} characters.")
        answer = RedirectResponse(_back(fields), 303)
        remember(answer, name)
        return answer

    def act(self, request: Request, fields: Fields) -> Response:
        """Carry out what a button of an article asks for, and go on to the next statement."""
        document, action = request.path_params["document"], fields.get("action", "")
        turn = Turn(
            self._somebody(request),
            document,
            fields.get("statement", ""),
            seen=fields.get("seen") or None,
            second=bool(fields.get("second")),
        )
        view = self.talks.review.article(document, judge=turn.judge, second=turn.second)
        review = self.talks.review
        if action == "accept":
            review.accept(turn)
        elif action == "reject":
            review.reject(turn)
        elif action == "edit":
            review.edit(turn, fields)
        elif action == "merge":
            review.merge(turn, fields.get("other", ""))
        elif action == "apart":
            review.set_apart(turn)
        elif action == "name":
            self._name(turn, view, fields)
        else:
            raise UsageError("This form asks for nothing that can be done. Load the page again.")
        goal = _next(view, turn) if action in ("accept", "reject") else turn.statement
        asked = {"said": action} | ({"second": "1"} if turn.second else {})
        return RedirectResponse(f"/review/article/{document}?{urlencode(asked)}#s-{goal}", 303)

    def _revoked(self, request: Request, fields: Fields) -> Response:
        self._somebody(request)
        self.talks.review.revoke(fields.get("judgement", ""))
        return RedirectResponse("/review/history?said=undone", 303)

    def _undone(self, request: Request, fields: Fields) -> Response:
        """Take back the judge's own last judgement, and show where it was."""
        made = self.talks.review.undo(self._somebody(request))
        subject = Subject.read(made.subject)
        second = bool(fields.get("second"))
        view = self.talks.review.article(subject.document, judge=made.judge, second=second)
        item = next(
            (i for i in view.items if (i.machine and i.machine.content == subject.content) or i.fields.content == subject.content), None
        )
        asked = {"said": "undone"} | ({"second": "1"} if second else {})
        place = f"#s-{item.id}" if item else ""
        return RedirectResponse(f"/review/article/{subject.document}?{urlencode(asked)}{place}", 303)

    def _name(self, turn: Turn, view: ReviewView, fields: Fields) -> None:
        """Join the name of a statement's speaker with another, of the dossier or not."""
        item = next((item for item in view.items if item.id == turn.statement), None)
        other = " ".join(fields.get("is", "").split())
        if item is None or item.fields.speaker is None or not other:
            raise UsageError("Say who the speaker is: a name, of the dossier or as it stands in a text.")
        known = named(other, self.talks.dossier)
        if known is not None:
            self.talks.judge_name(item.fields.speaker, actor=known[0].id, judge=turn.judge)
        else:
            self.talks.judge_names(item.fields.speaker, other, judge=turn.judge)

    def _somebody(self, request: Request) -> str:
        name = self.judge(request)
        if name is None:
            raise UsageError("Say who you are first: the field is on top of every page of the review.")
        return name


def _made(make: Callable[[Request], tuple[str, Any]], request: Request) -> tuple[str, Any]:
    try:
        return make(request)
    except UsageError as error:
        raise HTTPException(404 if request.path_params else 400, str(error)) from error


def _next(view: ReviewView, turn: Turn) -> str:
    """The next statement that is not judged, or else the next, or else this one."""
    ids = [item.id for item in view.items]
    if turn.statement not in ids:
        return turn.statement
    after = view.items[ids.index(turn.statement) + 1 :]
    return next((item.id for item in after if not _done(item, turn)), after[0].id if after else turn.statement)


def _done(item: ReviewItem, turn: Turn) -> bool:
    return item.own if turn.second else bool(item.opinions) and not (item.judged is not None and item.judged.again)


def _places(spans: Spans) -> str:
    """Spans as forms write them."""
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def _path(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _back(fields: Fields) -> str:
    """Where a form came from, if that is a page of the review; nowhere else."""
    back = fields.get("back", "")
    return back if back == "/review" or back.startswith(("/review/", "/review?")) else "/review"
