"""No page's question to the record reads a table through: each goes by an index, and a page's questions are one transaction."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from verbale.api import Talks

ALLOWED = re.compile(
    r"SCAN (\w+ )?(VIRTUAL TABLE INDEX|USING (COVERING )?INDEX listed_)"  # full text; a list in its own order, up to a page's end
    r"|SCAN (l|listed_document) USING COVERING INDEX sqlite_autoindex_listed_document_1$"  # how many articles there are
    r"|SCAN (CONSTANT|\(subquery|\w+$)"
)
SMALL = {"p", "d", "own", "json_each", "state", "alembic_version"}
"""A page's own rows, counts by day, the publishers, and tables of a few."""


def addresses(talks: Talks) -> list[str]:
    speaker = talks.speakers().speakers[0].key
    article = max(talks.articles().articles, key=lambda a: a.statements).document
    days, narrowed = "since=2025-04-05&until=2025-04-20", "issue=inspection&party=doruna&move=reject"
    return [
        *("/table", "/brief", "/brief?as_of=2025-04-20", "/changes?since=2025-04-05", "/proposals", "/rounds", "/conflicts"),
        *("/articles", "/articles?publisher=norwire", f"/articles?{days}", "/speakers", "/speakers?party=doruna"),
        *(f"/speaker/{speaker}", f"/speaker/{speaker}?issue=inspection", f"/speaker/{speaker}?{days}"),
        *("/timeline", f"/timeline?{days}", f"/timeline?{narrowed}", f"/timeline?{narrowed}&{days}", "/timeline?move=reject"),
        *(f"/timeline?speaker={speaker}&issue=inspection", "/timeline?publisher=norwire", f"/timeline?publisher=norwire&{narrowed}&{days}"),
        *("/search?q=water", f"/search?q=water&{narrowed}", f"/search?q=water&{days}", "/search?q=wat*&in=articles&publisher=norwire"),
        *(f"/article/{article}", f"/statement/{talks.article(article).statements[0].utterance}"),
        *("/review", "/review?issue=inspection", "/review?party=doruna", "/review?issue=inspection&party=doruna"),
    ]


@pytest.fixture
def asked(talks: Talks) -> Iterator[list[tuple[str, Any]]]:
    seen: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        seen.append((statement, parameters))

    event.listen(talks._engine, "before_cursor_execute", note)
    yield seen
    event.remove(talks._engine, "before_cursor_execute", note)


def test_every_question_goes_by_an_index(rooms: TestClient, talks: Talks, asked: list[tuple[str, Any]]) -> None:
    paths = addresses(talks)
    for path in paths:  # what is kept between pages is kept now
        rooms.get(path)
    for path in paths:
        asked.clear()
        assert rooms.get(path).status_code == 200
        assert asked, path
        for statement, parameters in list(asked):
            if not statement.lstrip().upper().startswith(("SELECT", "WITH")):
                continue
            with talks._engine.connect() as connection:
                plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            for step in plan:
                scanned = re.match(r"SCAN (\w+)$", step)
                assert not (scanned and scanned[1] not in SMALL), (path, step, statement)
                assert not step.startswith("SCAN") or ALLOWED.match(step), (path, step, statement)
                assert step != "USE TEMP B-TREE FOR ORDER BY" or "LIMIT" not in statement or "SCAN p" in plan, (path, step, statement)


@pytest.fixture
def begun(talks: Talks) -> Iterator[list[object]]:
    seen: list[object] = []

    def note(connection: object) -> None:
        seen.append(connection)

    event.listen(talks._engine, "begin", note)
    yield seen
    event.remove(talks._engine, "begin", note)


def test_a_page_is_made_of_one_state_of_the_record(rooms: TestClient, talks: Talks, begun: list[object]) -> None:
    for path in addresses(talks):
        begun.clear()
        assert rooms.get(path).status_code == 200
        assert len(begun) <= 3, path  # two of them to see whether the findings are in step
