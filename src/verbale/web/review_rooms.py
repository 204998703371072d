"""The review's pages and forms as tables, for the OpenAPI document and the routes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from verbale.values import Move
from verbale.views.review import ReviewView
from verbale.views.review_history import HistoryView, SecondView
from verbale.views.review_lists import QueueView
from verbale.web.review_forms import COOKIE
from verbale.web.rooms import ISSUE, PARTY, Param, path_of

JUDGE = Param(COOKIE, "Who reads, percent-encoded; else as the server was started.", {"type": "string"}, place="cookie")
DOCUMENT = path_of("document", "A document's id.")
SECOND = Param("second", "A second reading: without what others decided.", {"type": "string"})


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the review."""

    name: str
    path: str
    summary: str
    view: type
    params: tuple[Param, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What may be sent to a page; `fields` with what each says, those of `required` always."""

    name: str
    path: str
    summary: str
    params: tuple[Param, ...]
    required: tuple[str, ...]
    fields: Mapping[str, str]


PAGES = (
    Page("review_queue", "/review", "What matters most to judge", QueueView, (ISSUE, PARTY, JUDGE)),
    Page("review_second", "/review/second", "What others judged and the reader did not", SecondView, (JUDGE,)),
    Page("review_history", "/review/history", "Every judgement, and how far the judges agree", HistoryView, (JUDGE,)),
    Page("review_article", "/review/article/{document}", "One article under review", ReviewView, (DOCUMENT, SECOND, JUDGE)),
)

_TOKEN = {"csrf": "The token of the forms of this run of the server."}
FORMS = (
    Form(
        "review_overall",
        "/review",
        "Say who judges, take back one's last judgement, or revoke any",
        (JUDGE,),
        ("csrf", "action"),
        _TOKEN
        | {
            "action": "judge, undo or revoke.",
            "name": "For judge: who judges.",
            "judgement": "For revoke: the judgement's id.",
            "back": "For judge: the page of the review to go to.",
            "second": "For undo: stay in the second reading.",
        },
    ),
    Form(
        "review_judge",
        "/review/article/{document}",
        "Judge a statement",
        (DOCUMENT, JUDGE),
        ("csrf", "action", "statement"),
        _TOKEN
        | {
            "action": "accept, reject, edit, merge, apart or name.",
            "statement": "The statement's id.",
            "seen": "The judgement in force that the judge knows of (`seen` of the page's item); empty for none.",
            "second": "A second reading.",
            "speaker": "For edit: a name, or an id of the dossier; empty for unknown.",
            "party": "For edit: a party's id.",
            "said_on": "For edit: YYYY-MM-DD; empty for unknown.",
            "move": f"For edit: {', '.join(Move)}.",
            "content": "For edit: places, 120-164,201-230 in code points, half-open.",
            "source": "For edit: places; empty for none.",
            "cue": "For edit: places; empty for none.",
            "other": "For merge: another statement's id.",
            "is": "For name: who the speaker is, a name of the dossier or of a text.",
        },
    ),
)
