"""The search finds words in statements and articles, narrows to what is chosen, and shows where the words stand."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from verbale.api import Talks
from verbale.record.catalogue import Choice


@pytest.mark.parametrize(
    "choice", [{"party": "doruna"}, {"issue": "inspection"}, {"move": "reject"}, {"publisher": "norwire"}, {"language": "en"}]
)
def test_a_filter_keeps_only_what_fits_and_loses_nothing(talks: Talks, rooms: TestClient, choice: dict[str, Any]) -> None:
    found, shown = talks.search("water", Choice(**choice)), rooms.get("/search.json", params={"q": "water", **choice}).json()
    assert shown["paging"]["total"] == found.paging.total == len(found.hits) > 0
    for hit in talks.search("water").hits:
        fits = {
            "party": hit.party == "Doruna",
            "issue": "Inspection of the dam" in [label for label, _ in hit.issues],
            "move": hit.move.value == "reject",
            "publisher": hit.publisher == "Norwire",
            "language": True,
        }[next(iter(choice))]
        assert (hit.statement in [other.statement for other in found.hits]) == fits


def test_a_speaker_and_a_time_narrow(talks: Talks, rooms: TestClient) -> None:
    speaker = talks.speakers().speakers[0]
    found = rooms.get("/search.json", params={"speaker": speaker.key, "since": "2025-04-10", "until": "2025-04-15"}).json()["hits"]
    own = [h for h in talks.speaker(speaker.key).hits if h.day and "2025-04-10" <= h.day.isoformat() <= "2025-04-15"]
    assert sorted(h["statement"] for h in found) == sorted(h.statement for h in own) != []


def test_an_open_time_reaches_to_the_end(talks: Talks, rooms: TestClient) -> None:
    times = ({"since": "2025-04-16"}, {"until": "2025-04-15"})
    late, early = (rooms.get("/search.json", params={"q": "water", **asked}).json() for asked in times)
    undated = [hit for hit in talks.search("water").hits if hit.day is None]
    assert late["paging"]["total"] + early["paging"]["total"] + len(undated) == talks.search("water").paging.total
    assert rooms.get("/search.json", params={"q": "water", "since": "2031-01-01"}).json()["paging"]["total"] == 0
    assert rooms.get("/search.json", params={"q": "water", "since": "1000-01-01", "until": "8999-01-01"}).json()["hits"]


@pytest.mark.parametrize(("words", "wanted"), [("water", "water"), ('"the dam"', "the dam"), ("inspect*", r"inspect\w*")])
def test_marks_are_the_words_asked_for(talks: Talks, words: str, wanted: str) -> None:
    marked = [span.of(hit.quote) for hit in talks.search(words).hits for span in hit.marks]
    assert marked
    assert all(re.fullmatch(wanted, piece, re.IGNORECASE) for piece in marked)


def test_quoted_words_stand_together_and_a_star_goes_on(talks: Talks) -> None:
    together, apart = talks.search('"the dam"').paging.total, talks.search("dam the").paging.total
    assert 0 < together < apart
    assert talks.search("inspect").paging.total < talks.search("inspect*").paging.total


def test_articles_are_found_by_their_text(talks: Talks, rooms: TestClient) -> None:
    found = rooms.get("/search.json", params={"q": "reservoir", "in": "articles", "publisher": "norwire"}).json()
    assert found["articles"] and not found["hits"]
    for item in found["articles"]:
        assert item["article"]["publisher"] == "Norwire"
        assert {item["excerpt"][start:end].casefold() for start, end in item["marks"]} <= {"reservoir"}
    page = rooms.get("/search", params={"q": "reservoir", "in": "articles"}).text
    assert "<mark>reservoir</mark>" in page


def test_what_cannot_be_asked_is_told(rooms: TestClient) -> None:
    for asked in ("issue=nothing", "move=shout", "publisher=nobody", "in=dreams", "page=0", "page=99", "page=x"):
        assert rooms.get(f"/search?q=water&{asked}").status_code == 400, asked
