"""The review by its forms: what a person decides shows everywhere, keeps its name, and can be taken back."""

import csv
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from sqlalchemy import event
from starlette.testclient import TestClient

from tests.web.conftest import LOOPBACK_ADDRESS
from tests.web.judged import copied, token_of
from verbale.api import Talks
from verbale.views.jsonable import to_json
from verbale.web.app import create_app


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Talks]:
    with Talks(copied(tmp_path_factory, tmp_path)) as opened:
        yield opened


@pytest.fixture
def desk(own: Talks) -> Iterator[TestClient]:
    with TestClient(create_app(own, judge="Ann"), base_url=LOOPBACK_ADDRESS) as client:
        yield client


def act(desk: TestClient, document: str, statement: str, action: str, **fields: str) -> Response:
    told = {"csrf": token_of(desk), "statement": statement, "action": action, "seen": "", **fields}
    return desk.post(f"/review/article/{document}", data=told, follow_redirects=False)


def item(desk: TestClient, document: str, statement: str) -> dict[str, Any]:
    return next(i for i in desk.get(f"/review/article/{document}.json").json()["items"] if i["id"] == statement)


def shown_in_table(own: Talks) -> tuple[str, str]:
    """The document and the id of a statement whose words the table shows."""
    table = own.table()
    cell = next(c for c in table.cells if c.quote)
    assert cell.quote is not None
    citation = table.citations[cell.quote.citation - 1]
    assert citation.statement is not None
    return citation.document, citation.statement


def test_the_queue_leads_to_the_statement_and_says_how_many_are_left(desk: TestClient, own: Talks) -> None:
    view = desk.get("/review.json").json()
    assert view["left"] == sum(1 for _ in own.reader.statements())
    assert view["judged"] == 0
    assert any("stands in the table" in i["why"] for i in view["items"][:10])
    assert [i["priority"] for i in view["items"]] == sorted((i["priority"] for i in view["items"]), reverse=True)
    page = desk.get("/review")
    assert f"<strong>{view['left']} statements</strong> left" in page.text
    first = view["items"][0]
    link = f"/review/article/{first['document']}#s-{first['statement']}"
    assert link in page.text
    assert f'id="s-{first["statement"]}"' in desk.get(link).text


def test_the_queue_asks_for_one_issue_or_party(desk: TestClient) -> None:
    every = desk.get("/review.json").json()["left"]
    some = desk.get("/review.json?party=doruna&issue=inspection").json()
    assert 0 < some["left"] < every
    assert {i["party"] for i in some["items"]} == {"Doruna"}
    assert desk.get("/review?issue=nothing").status_code == 400
    of_issue = desk.get("/review.json?issue=inspection").json()
    own_party = {i["statement"] for i in some["items"]}
    assert own_party & {i["statement"] for i in of_issue["items"]}
    first = some["items"][0]
    act(desk, first["document"], first["statement"], "accept")
    after = desk.get("/review.json?party=doruna&issue=inspection").json()
    assert (after["judged"], after["left"]) == (1, some["left"] - 1)
    assert first["statement"] not in {i["statement"] for i in after["items"]}
    judged = [desk.get(f"/review.json?{asked}").json()["judged"] for asked in ("issue=inspection", "party=doruna", "party=marenza")]
    assert judged == [1, 1, 0]


def test_lists_say_what_was_judged_and_by_whom(desk: TestClient, own: Talks) -> None:
    first = desk.get("/search.json?party=doruna").json()["hits"][0]
    assert first["judged"] is None
    act(desk, first["document"], first["statement"], "accept")
    speaker = next(s.key for s in own.speakers().speakers if s.name == first["speaker"])
    day = f"since={first['day']}&until={first['day']}"
    lists = {"/search?party=doruna": "hits", f"/speaker/{speaker}?{day}": "hits", f"/timeline?{day}": "statements"}
    for page, rows in lists.items():
        path, _, asked = page.partition("?")
        judged = {h["statement"]: h["judged"] for h in desk.get(f"{path}.json?{asked}").json()[rows] if h["judged"]}
        assert [(key, by["by"]) for key, by in judged.items()] == [(first["statement"], "Ann")]
        assert desk.get(page).text.count("judged by Ann on") == 1


def test_what_is_rejected_leaves_the_table_and_comes_back_with_undo(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    before = desk.get("/table.json").json()
    answer = act(desk, document, statement, "reject")
    assert answer.status_code == 303
    assert f'id="{answer.headers["location"].rpartition("#")[2]}"' in desk.get(answer.headers["location"]).text
    for page in ("table", "brief"):
        assert statement not in {c["statement"] for c in desk.get(f"/{page}.json").json()["citations"]}
    assert statement not in desk.get(f"/article/{document}.json").text
    assert item(desk, document, statement)["rejected"]
    assert desk.post("/review", data={"csrf": token_of(desk), "action": "undo"}, follow_redirects=False).status_code == 303
    assert desk.get("/table.json").json() == before
    assert not item(desk, document, statement)["rejected"]


def test_a_correction_shows_with_its_judge_and_the_machine_keeps_its_own(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    was = item(desk, document, statement)["fields"]
    fields = {"speaker": "Nadira Velikh", "move": "threaten", "said_on": "2025-04-20", "issue:inspection": "unclear"}
    assert act(desk, document, statement, "edit", **fields).status_code == 303
    now = item(desk, document, statement)
    assert now["fields"]["speaker_id"] == "velikh"
    assert now["fields"]["party"] == "doruna"
    assert (now["fields"]["move"], now["fields"]["said_on"]) == ("threaten", "2025-04-20")
    assert ["inspection", "unclear"] in [[i["id"], i["stance"]] for i in now["fields"]["issues"]]
    assert now["machine"] == was
    assert now["judged"]["by"] == "Ann"
    shown = next(s for s in own.reader.statements(document) if s.id == statement)
    assert shown.coding.move.value == "threaten"
    for path in (f"/review/article/{document}", f"/article/{document}", f"/statement/{statement}"):
        assert "judged by Ann on" in desk.get(path).text, path
    own.export(to="csv", out=own.folder / "out")
    rows = csv.DictReader((own.folder / "out" / "statements.csv").read_text(encoding="utf-8").splitlines())
    assert [row["judged_by"] for row in rows if row["statement"] == statement] == ["Ann"]


def test_what_is_rejected_is_exported_only_where_asked_for_and_marked(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    whole = own.export(to="jsonl", out=own.folder / "whole.jsonl")[0].read_text(encoding="utf-8")
    act(desk, document, statement, "reject")
    plain = own.export(to="jsonl", out=own.folder / "plain.jsonl")[0].read_text(encoding="utf-8")
    kept = own.export(to="jsonl", out=own.folder / "kept.jsonl", rejected=True)[0].read_text(encoding="utf-8")

    def attributions(text: str) -> list[dict[str, Any]]:
        return next(line["attributions"] for line in map(json.loads, text.splitlines()) if line["document"] == document)

    (marked,) = (a for a in attributions(kept) if a.pop("rejected", False))
    assert marked.pop("judged")["by"] == "Ann"
    assert [a["content"] for a in attributions(kept)] == [a["content"] for a in attributions(whole)]
    assert len(attributions(plain)) == len(attributions(whole)) - 1
    assert marked["content"] not in [a["content"] for a in attributions(plain)]
    for attribution in attributions(plain):
        if attribution["nested_in"] is not None:
            outer, inner = attributions(plain)[attribution["nested_in"]]["content"], attribution["content"]
            assert outer[0][0] <= inner[0][0] <= inner[-1][1] <= outer[-1][1]
    own.export(to="csv", out=own.folder / "out", rejected=True)
    rows = csv.DictReader((own.folder / "out" / "statements.csv").read_text(encoding="utf-8").splitlines())
    assert [(row["statement"], row["judged_by"]) for row in rows if row["rejected"] == "True"] == [(statement, "Ann")]


def test_spans_are_corrected_in_code_points_and_must_lie_in_the_text(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    text = next(iter(own.reader.documents([document]))).text
    start = text.index(" ", 40) + 1
    assert act(desk, document, statement, "edit", content=f"{start}-{start + 20}").status_code == 303
    assert item(desk, document, statement)["fields"]["quote"] == text[start : start + 20]
    seen = {"seen": item(desk, document, statement)["seen"]}
    for wrong in ("9-5", f"0-{len(text) + 1}", "soon", "", "3-9,5-12"):
        assert act(desk, document, statement, "edit", content=wrong, **seen).status_code == 400
    assert item(desk, document, statement)["fields"]["quote"] == text[start : start + 20]
    assert own.check() == []


def test_who_judged_meanwhile_is_shown_and_nothing_is_lost(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    assert act(desk, document, statement, "edit", move="demand").status_code == 303
    late = act(desk, document, statement, "edit", move="offer")
    assert late.status_code == 409
    assert "judged anew while you looked at it" in late.text
    assert item(desk, document, statement)["fields"]["move"] == "demand"
    again = {k: unescape(v) for k, v in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', late.text)}
    assert again["move"] == "offer" and again["seen"]
    assert desk.post(f"/review/article/{document}", data=again, follow_redirects=False).status_code == 303
    assert item(desk, document, statement)["fields"]["move"] == "offer"
    assert len(own.review.history().items) == 2


def test_a_second_reader_sees_the_machine_not_the_first(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    proposed = item(desk, document, statement)["fields"]
    act(desk, document, statement, "edit", move="threaten", speaker="Nadira Velikh")
    with TestClient(create_app(own, judge="Bo"), base_url=LOOPBACK_ADDRESS) as other:
        assert other.get("/review/second.json").json()["left"] == 1
        path = f"/review/article/{document}?second=1"
        assert "Ann" not in other.get(path).text
        view = next(i for i in other.get(path.replace("?", ".json?")).json()["items"] if i["id"] == statement)
        assert view["fields"] == proposed
        assert act(other, document, statement, "accept", seen=view["seen"], second="1").status_code == 303
        assert other.get("/review/second.json").json()["left"] == 0
    view = desk.get("/review/history.json").json()
    found = {a["field"]: (a["units"], a["equal"]) for a in view["agreement"]}
    assert found["found"] == (1, 1)
    assert found["move"] == (1, 0)
    assert view["disputed"][0]["words"][-1][0] == "Bo"
    assert "Judges differ" in desk.get(f"/review/article/{document}").text
    assert desk.get("/review.json").json()["items"][0]["why"][0] == "judges differ"


def test_every_judgement_stands_in_the_history_and_can_be_revoked(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    act(desk, document, statement, "accept")
    (made,) = desk.get("/review/history.json").json()["items"]
    assert (made["judge"], made["revoked_at"], made["what"]) == ("Ann", None, "is a statement")
    answer = desk.post("/review", data={"csrf": token_of(desk), "action": "revoke", "judgement": made["id"]}, follow_redirects=False)
    assert answer.status_code == 303
    (made,) = desk.get("/review/history.json").json()["items"]
    assert made["revoked_at"] is not None
    assert desk.post("/review", data={"csrf": token_of(desk), "action": "revoke", "judgement": made["id"]}).status_code == 400
    assert desk.post("/review", data={"csrf": token_of(desk), "action": "undo"}).status_code == 400
    assert item(desk, document, statement)["judged"] is None


def test_utterances_are_joined_and_set_apart(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    others = [u for u in own.reader.utterances() if statement not in u.statements]
    assert act(desk, document, statement, "merge", other=others[0].statements[0]).status_code == 303
    joined = next(u for u in own.reader.utterances() if statement in u.statements)
    assert set(others[0].statements) < set(joined.statements)
    assert act(desk, document, statement, "apart").status_code == 303
    assert next(u for u in own.reader.utterances() if statement in u.statements).statements == (statement,)


def test_the_twins_say_what_the_pages_show(desk: TestClient, own: Talks) -> None:
    document, _ = shown_in_table(own)
    views = {
        "/review": own.review.queue(judge="Ann"),
        "/review/second": own.review.second("Ann"),
        "/review/history": own.review.history("Ann"),
        f"/review/article/{document}": own.review.article(document, judge="Ann"),
    }
    for path, view in views.items():
        assert desk.get(f"{path}.json").json() == to_json(view), path
        page = desk.get(path)
        assert page.status_code == 200
        assert page.text.count("<h1>") == 1
    assert desk.get("/review/article/0000000000000000").status_code == 404


def test_who_judges_is_asked_once(own: Talks) -> None:
    document, statement = shown_in_table(own)
    with TestClient(create_app(own), base_url=LOOPBACK_ADDRESS) as desk:
        assert "Who judges?" in desk.get(f"/review/article/{document}").text
        assert act(desk, document, statement, "accept").status_code == 400
        told = {"csrf": token_of(desk), "action": "judge", "name": "  Zoë <b> ", "back": f"/review/article/{document}"}
        answer = desk.post("/review", data=told, follow_redirects=False)
        assert answer.headers["location"] == told["back"]
        assert "HttpOnly" in answer.headers["set-cookie"] and "SameSite=strict" in answer.headers["set-cookie"]
        assert act(desk, document, statement, "accept").status_code == 303
        page = desk.get(f"/review/article/{document}").text
        assert "Judging as <strong>Zoë &lt;b&gt;</strong>" in page
        for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "/reviewevil"):
            answer = desk.post("/review", data=told | {"back": back, "csrf": token_of(desk)}, follow_redirects=False)
            assert answer.headers["location"] == "/review"
        assert desk.post("/review", data=told | {"name": " "}).status_code == 400


def test_a_form_from_elsewhere_changes_nothing(desk: TestClient, own: Talks) -> None:
    document, statement = shown_in_table(own)
    told = {"csrf": token_of(desk), "statement": statement, "action": "reject", "seen": ""}
    path = f"/review/article/{document}"
    for headers in (
        {"origin": "http://evil.example"},
        {"sec-fetch-site": "same-site"},
    ):
        assert desk.post(path, data=told, headers=headers).status_code == 403, headers
    assert desk.post(path, data=told | {"csrf": "guessed"}, headers={"origin": "null"}).status_code == 403
    assert desk.post(path, data={k: v for k, v in told.items() if k != "csrf"}).status_code == 403
    assert desk.post(path, json=told).status_code == 403
    assert desk.post(path, data=told | {"action": "burn"}).status_code == 400
    assert desk.post(path, data=told | {"statement": "0000000000000000"}).status_code == 400
    assert own.judgements() == []
    assert desk.post(path, data=told, headers={"origin": LOOPBACK_ADDRESS, "sec-fetch-site": "same-origin"}).status_code == 200
    assert len(own.judgements()) == 1


def test_a_judgement_costs_what_it_touches(own: Talks) -> None:
    _, key = shown_in_table(own)
    asked: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, parameters: Any, *___: object) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH", "UPDATE", "DELETE")) and not isinstance(parameters, list):
            asked.append((statement, parameters))

    def numbers() -> dict[str, int]:
        with own._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.exec_driver_sql("SELECT statement, number FROM listed")}

    before = numbers()
    event.listen(own._engine, "before_cursor_execute", note)
    own.review.accept(own.review.turn(key, judge="Ann"))
    own.refresh()
    event.remove(own._engine, "before_cursor_execute", note)
    assert {statement for statement, number in numbers().items() if before[statement] != number} <= {key}
    through = re.compile(r"SCAN (document|d|statement|listed|told)\b|.*USING INDEX document_superseded")
    with own._engine.connect() as connection:
        for statement, parameters in asked:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
            assert not [step for step in plan if through.match(step)], (statement, plan)
