"""The rooms as one table: address, what may be asked, how the page is made and of what kind it is. Routes and OpenAPI follow from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from verbale.api import Talks
from verbale.errors import UsageError
from verbale.record.catalogue import Choice
from verbale.values import Move, Span, Spans
from verbale.views.article import ArticleView
from verbale.views.brief import BriefView
from verbale.views.changes import ChangesView
from verbale.views.listing import ArticlesView, SearchView, SpeakersView, SpeakerView
from verbale.views.lists import ConflictsView, ProposalsView, RoundsView
from verbale.views.statement import StatementView
from verbale.views.table import TableView
from verbale.views.timeline import TimelineView

Asked = Mapping[str, str]
"""What an address asks for, by name; nothing is empty."""

LONGEST_QUERY = 300
"""Characters of a search; more is a mistake, not a question."""

FIRST_YEAR, LAST_YEAR = 1000, 8999
"""Between them a week more or less is still a date."""

HIGHEST_PAGE = 10**6


@dataclass(frozen=True, slots=True)
class Param:
    """Something that may be asked of a page in its `place`: query, path or cookie; `schema` is its JSON Schema."""

    name: str
    description: str
    schema: Mapping[str, Any]
    place: str = "query"

    @property
    def in_path(self) -> bool:
        """Whether it is part of the path."""
        return self.place == "path"


@dataclass(frozen=True, slots=True)
class Room:
    """One kind of page. `label` stands in the navigation, None where it is not there; `view` is the dataclass that `make` gives."""

    name: str
    label: str | None
    path: str
    summary: str
    make: Callable[[Talks, Asked], Any]
    view: type
    params: tuple[Param, ...] = ()


_TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1}
_DAY: Mapping[str, Any] = {"type": "string", "format": "date"}
AS_OF = Param("as_of", "The last day that counts, inclusive.", _DAY)
SINCE = Param("since", "The first day, inclusive.", _DAY)
UNTIL = Param("until", "The last day, inclusive.", _DAY)
ISSUE = Param("issue", "An issue's id in the dossier.", _TEXT)
PARTY = Param("party", "A party's id in the dossier.", _TEXT)
MOVE = Param("move", "A speech act.", {"type": "string", "enum": [move.value for move in Move]})
SPEAKER = Param("speaker", "A speaker's key, as /speakers gives it.", _TEXT)
PUBLISHER = Param("publisher", "A publisher's id in the dossier or its name in the articles.", _TEXT)
LANGUAGE = Param("language", "A language by ISO 639-1.", {"type": "string", "pattern": "^[a-z]{2,3}$"})
PAGE = Param("page", "Which page, counted from 1.", {"type": "integer", "minimum": 1, "maximum": HIGHEST_PAGE, "default": 1})
WORDS = Param(
    "q",
    'Words that must all be there; quoted ones must stand together; a star ends a word that may go on: "joint commission" inspect*.',
    {"type": "string", "maxLength": LONGEST_QUERY},
)
WHERE = Param("in", "What is looked through.", {"type": "string", "enum": ["statements", "articles"], "default": "statements"})
AT = Param(
    "at", "Places in the text to mark, from-until in code points.", {"type": "string", "pattern": r"^\d{1,9}-\d{1,9}(,\d{1,9}-\d{1,9})*$"}
)


def path_of(name: str, description: str) -> Param:
    """A part of the path."""
    return Param(name, description, _TEXT, place="path")


FOUND = (AS_OF, ISSUE, PARTY)


def _found(asked: Asked) -> dict[str, Any]:
    return {"as_of": day(asked, "as_of"), "issue": asked.get("issue"), "party": asked.get("party")}


def _choice(asked: Asked, *names: str) -> Choice:
    plain = {name: asked.get(name) for name in names if name not in ("since", "until")}
    return Choice(**plain, since=day(asked, "since"), until=day(asked, "until"))


def day(asked: Asked, name: str) -> date | None:
    """A day that was asked for; UsageError where it is none."""
    text = asked.get(name)
    try:
        found = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"'{text}' is no day. Write it as YYYY-MM-DD.") from error
    if found and not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UsageError(f"{found} is too far away. Choose a day between the years {FIRST_YEAR} and {LAST_YEAR}.")
    return found


def page(asked: Asked) -> int:
    """The number of the page that was asked for; UsageError where it is none."""
    text = asked.get("page", "1")
    if not re.fullmatch(r"[0-9]{1,7}", text) or not 1 <= int(text) <= HIGHEST_PAGE:
        raise UsageError(f"'{text}' is no page. Pages are counted from 1.")
    return int(text)


def _cited(asked: Asked) -> Spans:
    """The characters asked for: "120-164,201-230"."""
    text = asked.get("at", "")
    pairs = [re.fullmatch(r"(\d{1,9})-(\d{1,9})", part) for part in text.split(",")] if text else []
    try:
        return tuple(sorted(Span(int(pair[1]), int(pair[2])) for pair in pairs if pair is not None))
    except ValueError as error:
        raise UsageError(f"'{text}' are no places in a text. Write them as from-until, for instance 120-164.") from error


def _search(talks: Talks, asked: Asked) -> SearchView:
    words = "".join(c for c in asked.get("q", "") if c >= " ").strip()
    if len(words) > LONGEST_QUERY:
        raise UsageError(f"A search of {len(words)} characters is too long. Use at most {LONGEST_QUERY}.")
    choice = _choice(asked, "issue", "party", "move", "speaker", "publisher", "language")
    where = asked.get("in", "statements")
    if where not in ("statements", "articles"):
        raise UsageError(f"'{where}' cannot be searched. Look in statements or in articles.")
    return (talks.search_articles if where == "articles" else talks.search)(words, choice, page=page(asked))


ROOMS = (
    Room("table", "Table", "/table", "Where each party stands", lambda talks, asked: talks.table(**_found(asked)), TableView, FOUND),
    Room("brief", "Brief", "/brief", "The briefing", lambda talks, asked: talks.brief(**_found(asked)), BriefView, FOUND),
    Room(
        "timeline",
        "Timeline",
        "/timeline",
        "Statements by party and time",
        lambda talks, asked: talks.timeline(_choice(asked, "issue", "party", "move", "speaker", "publisher"), page=page(asked)),
        TimelineView,
        (SINCE, UNTIL, ISSUE, PARTY, MOVE, SPEAKER, PUBLISHER, PAGE),
    ),
    Room(
        "changes",
        "What changed",
        "/changes",
        "What moved between two days",
        lambda talks, asked: talks.changes(since=day(asked, "since"), **_found(asked)),
        ChangesView,
        (SINCE, *FOUND),
    ),
    Room(
        "proposals",
        "Proposals",
        "/proposals",
        "What is proposed",
        lambda talks, asked: talks.proposals(**_found(asked)),
        ProposalsView,
        FOUND,
    ),
    Room("rounds", "Rounds", "/rounds", "The meetings", lambda talks, asked: talks.rounds(**_found(asked)), RoundsView, FOUND),
    Room(
        "conflicts",
        "Conflicts",
        "/conflicts",
        "Accounts that cannot both hold",
        lambda talks, asked: talks.conflicts(**_found(asked)),
        ConflictsView,
        FOUND,
    ),
    Room(
        "speakers",
        "Speakers",
        "/speakers",
        "Who speaks",
        lambda talks, asked: talks.speakers(party=asked.get("party"), page=page(asked)),
        SpeakersView,
        (PARTY, PAGE),
    ),
    Room(
        "articles",
        "Articles",
        "/articles",
        "The articles by day",
        lambda talks, asked: talks.articles(_choice(asked, "publisher"), page=page(asked)),
        ArticlesView,
        (PUBLISHER, SINCE, UNTIL, PAGE),
    ),
    Room(
        "search",
        "Search",
        "/search",
        "Statements or articles that hold words",
        _search,
        SearchView,
        (WORDS, WHERE, ISSUE, PARTY, MOVE, SPEAKER, PUBLISHER, LANGUAGE, SINCE, UNTIL, PAGE),
    ),
    Room(
        "article",
        None,
        "/article/{document}",
        "One article with its markings",
        lambda talks, asked: talks.article(asked["document"], cited=_cited(asked)),
        ArticleView,
        (path_of("document", "A document's id."), AT),
    ),
    Room(
        "statement",
        None,
        "/statement/{utterance}",
        "All wordings of one utterance",
        lambda talks, asked: talks.utterance(asked["utterance"], page=page(asked)),
        StatementView,
        (path_of("utterance", "An utterance's id or a statement's."), PAGE),
    ),
    Room(
        "speaker",
        None,
        "/speaker/{key}",
        "One speaker's statements over time by issue",
        lambda talks, asked: talks.speaker(asked["key"], _choice(asked, "issue"), page=page(asked)),
        SpeakerView,
        (path_of("key", "A speaker's key, as /speakers gives it."), ISSUE, SINCE, UNTIL, PAGE),
    ),
)
