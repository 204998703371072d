"""What cannot be shown is refused with a sentence for people, in one shape."""

import pytest
from starlette.testclient import TestClient

MISTAKES = [
    ("/table?as_of=soon", 400, "'soon' is no day. Write it as YYYY-MM-DD."),
    ("/brief?as_of=2025-02-30", 400, "'2025-02-30' is no day. Write it as YYYY-MM-DD."),
    ("/changes?since=30.4.2025", 400, "'30.4.2025' is no day. Write it as YYYY-MM-DD."),
    ("/conflicts?issue=inspektion", 400, "Did you mean 'inspection'?"),
    ("/rounds?party=nobody", 400, "The dossier has no party 'nobody'."),
    ("/timeline?move=shout", 400, "There is no move 'shout'."),
    ("/timeline?speaker=nobody", 400, "Nobody in the record"),
    ("/timeline?publisher=nobody", 400, "The record has no statement from the publisher 'nobody'."),
    ("/timeline?since=2025-05-01&until=2025-04-01", 400, "2025-04-01 lies before 2025-05-01."),
    ("/timeline?since=1700-05-01", 400, "more than 62 years"),
    ("/changes?as_of=0001-01-01", 400, "0001-01-01 is too far away."),
    ("/article/0000000000000000", 404, "The record has no article '0000000000000000'."),
    ("/statement/0000000000000000", 404, "No statement or utterance has the id '0000000000000000'."),
    ("/speaker/nobody-at-all", 404, "Nobody in the record"),
    ("/nowhere", 404, "There is no page"),
    ("/article/..%2F..%2Fetc%2Fpasswd", 404, "There is no page"),
    ("/static/../app.py", 404, "There is no page"),
]


@pytest.mark.parametrize(("path", "status", "sentence"), MISTAKES)
def test_a_mistake_is_told_in_words(rooms: TestClient, path: str, status: int, sentence: str) -> None:
    page = rooms.get(path)
    assert page.status_code == status
    assert sentence.replace("'", "&#39;") in page.text
    assert "Traceback" not in page.text


@pytest.mark.parametrize(("path", "status", "sentence"), [row for row in MISTAKES if "static" not in row[0] and "passwd" not in row[0]])
def test_errors_have_one_shape(rooms: TestClient, path: str, status: int, sentence: str) -> None:
    where, _, asked = path.partition("?")
    answer = rooms.get(f"{where}.json{'?' + asked if asked else ''}")
    assert answer.status_code == status
    body = answer.json()
    assert set(body) == {"error"}
    assert set(body["error"]) == {"status", "detail"}
    assert body["error"]["status"] == status
    assert sentence in body["error"]["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/table", "/brief.json", "/search"])
def test_pages_are_for_reading(rooms: TestClient, method: str, path: str) -> None:
    assert rooms.request(method, path).status_code == 405


@pytest.mark.parametrize(
    "words", ['"', "'", "AND", "water OR", "NEAR(", "*", "a* -b", "(", "col:x", "^", "\\", "%", "<b>", "\u202e", "вода", "💧", "\x00"]
)
def test_a_search_takes_any_characters(rooms: TestClient, words: str) -> None:
    assert rooms.get("/search", params={"q": words}).status_code == 200


def test_a_search_finds_and_says_how_many(rooms: TestClient) -> None:
    found = rooms.get("/search.json", params={"q": "water"}).json()
    assert found["hits"]
    assert all("water" in (hit["quote"] + (hit["speaker"] or "")).casefold() for hit in found["hits"])
    assert "statement" in rooms.get("/search", params={"q": "water"}).text
    assert "0 statements" in rooms.get("/search", params={"q": "zeppelin"}).text


def test_requests_are_bounded(rooms: TestClient) -> None:
    assert rooms.get("/search", params={"q": "w" * 301}).status_code == 400
    assert rooms.get("/search", params={"q": "w" * 300}).status_code == 200
    assert rooms.get("/table?x=" + "y" * 10_000).status_code == 414


def test_what_goes_wrong_inside_tells_nothing_of_the_machine(rooms: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("/secret/place")

    monkeypatch.setattr("verbale.api.Talks.table", broken)
    page, twin = rooms.get("/table"), rooms.get("/table.json")
    assert page.status_code == twin.status_code == 500
    assert "secret" not in page.text
    assert twin.json() == {
        "error": {"status": 500, "detail": "Something went wrong here. The window in which `verbale serve` runs says what."}
    }
    assert page.headers["content-security-policy"]
