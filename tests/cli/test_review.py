"""Every action of the review room from the command line: recorded, told as data, and taken back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.test_commands import run
from tests.web.judged import copied

Call = Callable[..., Any]


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> Call:
    copied(tmp_path_factory, tmp_path)

    def asked(command: str, *arguments: object, code: int = 0) -> Any:
        given, out, err = run(monkeypatch, capsys, "review", command, tmp_path, *arguments)
        assert given == code, err
        return json.loads(out) if "--json" in arguments else out + err

    return asked


def test_a_queue_is_judged_and_told_in_the_history(call: Call) -> None:
    before = call("queue", "--json")
    first, second, third = before["items"][:3]
    made = call("accept", first["statement"], second["statement"], "--by", "Ann", "--json")
    assert [one["judge"] for one in made] == ["Ann", "Ann"]
    (rejected,) = call("reject", third["statement"], "--by", "Ann", "--json")
    assert rejected["verdict"]["found"] is False
    after = call("queue", "--json")
    assert (after["left"], after["judged"]) == (before["left"] - 3, 2)
    assert not {first["statement"], second["statement"], third["statement"]} & {item["statement"] for item in after["items"]}
    assert third["statement"] + ": rejected" in call("article", third["document"])
    assert [item["id"] for item in call("history", "--json")["items"]] == [rejected["id"], *(one["id"] for one in reversed(made))]
    assert first["statement"] not in call("queue")
    for item in call("history", "--json")["items"]:
        assert item["id"] in call("history")
    call("accept", third["statement"], "--by", "Ann")  # a rejected statement is found again by its id
    assert "rejected" not in call("article", third["document"])


def test_a_statement_is_corrected_field_by_field(call: Call) -> None:
    item = call("queue", "--json")["items"][0]
    given = ("--speaker", "velikh", "--move", "threaten", "--said-on", "2025-04-20", "--issue", "inspection=against", "--by", "Ann")
    (made,) = call("edit", item["statement"], *given, "--json")
    assert made["verdict"]["speaker"][0] == "velikh"
    assert made["verdict"]["party"] == "doruna"
    assert (made["verdict"]["move"], made["verdict"]["said_on"]) == ("threaten", "2025-04-20")
    assert ["inspection", "against"] in made["verdict"]["issues"]
    (made,) = call("edit", item["statement"], "--issue", "inspection=none", "--said-on", "", "--by", "Ann", "--json")
    assert made["verdict"]["said_on"] is None
    assert "inspection" not in dict(made["verdict"]["issues"])
    (start, end), *_ = made["verdict"]["content"]
    (made,) = call("edit", item["statement"], "--content", f"{start}-{end - 1}", "--by", "Ann", "--json")
    assert made["verdict"]["content"] == [[start, end - 1]]
    assert "corrected:" in call("article", item["document"])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--speaker"),
        (("--issue", "nothing=for"), "no issue 'nothing'"),
        (("--issue", "inspection"), "ID=for"),
        (("--move", "sing"), "no move 'sing'"),
        (("--said-on", "soon"), "YYYY-MM-DD"),
        (("--content", "9-5"), "from-until"),
    ],
)
def test_what_cannot_be_is_told_and_not_recorded(call: Call, arguments: tuple[str, ...], words: str) -> None:
    item = call("queue", "--json")["items"][0]
    assert words in call("edit", item["statement"], *arguments, code=1)
    assert "review queue" in call("accept", "nothing", code=1)
    assert call("history", "--json")["total"] == 0


def test_own_words_are_undone_and_any_are_revoked(call: Call) -> None:
    first, second = (item["statement"] for item in call("queue", "--json")["items"][:2])
    (one,) = call("accept", first, "--by", "Ann", "--json")
    (two,) = call("reject", second, "--by", "Bo", "--json")
    assert [made["id"] for made in call("undo", "--by", "Ann", "--json")] == [one["id"]]
    assert "no judgement left" in call("undo", "--by", "Ann", code=1)
    assert call("revoke", two["id"], "--json")[0]["revoked_at"] is not None
    assert call("queue", "--json")["judged"] == 0


def test_utterances_are_joined_and_set_apart(call: Call) -> None:
    first, second = (item["statement"] for item in call("queue", "--json")["items"][:2])
    assert call("merge", first, second, "--json")[0]["verdict"]["with"] is not None
    assert call("apart", first, "--json")[0]["verdict"]["with"] is None


def test_two_judges_are_compared(call: Call) -> None:
    statements = [item["statement"] for item in call("queue", "--json")["items"][:4]]
    call("accept", *statements, "--by", "Ann")
    assert call("second", "--by", "Bo", "--json")["left"] == 4
    assert "“" in call("second", "--by", "Bo")
    call("accept", *statements[:3], "--by", "Bo", "--second")
    call("reject", statements[3], "--by", "Bo", "--second")
    found = {row["field"]: row for row in call("agreement", "--json")}
    assert (found["found"]["units"], found["found"]["equal"]) == (4, 3)
    assert "alpha" in call("agreement")
