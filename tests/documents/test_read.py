"""What reading promises: an outcome for every source, exact texts, and reasons for what can't be read."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.documents import Limits, Retrieved, Skipped, read
from verbale.dossier.model import Publisher
from verbale.errors import SkipReason
from verbale.values import Known

PUBLISHERS = (
    Publisher("harbour-post", "The Harbour Post", aliases=("Harbour Post",), domains=("harbourpost.example",)),
    Publisher("tass", "TASS"),
)
ARTICLE = "Envoys meet again in Lyd\n\nThe envoy said the talks on the canal would go on. A second round is set for Monday.\n"


def documents(*sources: Path | str, within: tuple[date, date] | None = None) -> list[Retrieved]:
    found = list(read([str(source) for source in sources], publishers=PUBLISHERS, within=within))
    assert all(isinstance(outcome, Retrieved) for outcome in found), found
    return [outcome for outcome in found if isinstance(outcome, Retrieved)]


def skipped(*sources: Path | str, limits: Limits | None = None) -> Skipped:
    (outcome,) = read([str(source) for source in sources], limits=limits or Limits())
    assert isinstance(outcome, Skipped), outcome
    return outcome


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE.encode(),
        ARTICLE.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + ARTICLE.encode(),
        "Посол заявил, что переговоры будут продолжены.\r\rВторой раунд назначен на понедельник.\n".encode(),
    ],
    ids=["lf", "crlf", "mark", "russian"],
)
def test_text_offsets_are_those_of_the_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (found,) = documents(path)
    with path.open(encoding="utf-8", newline="") as file:
        assert found.document.text == file.read()
    assert found.raw == data
    assert found.document.path == str(path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1251"])
def test_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = "Посол заявил журналистам, что переговоры о канале будут продолжены в понедельник, сообщает агентство.\n" * 4
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    (found,) = documents(path)
    assert found.document.text == text
    assert found.document.language == "ru"


def test_jsonl_gives_one_outcome_a_line_and_names_the_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    good = {
        "id": "n-1",
        "text": " A text.\r\nWith lines. ",
        "publisher": "Harbour Post",
        "published": "Wed, 21 May 2025 23:36:25 GMT",
        "x": 1,
    }
    lines = [
        json.dumps(good),
        "{broken",
        '{"id": "no text"}',
        "",
        '["list"]',
        json.dumps({"text": "Nameless.", "published": None}),
        '{"id":"e","text":" "}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    outcomes = list(read([str(path)], publishers=PUBLISHERS))
    first = outcomes[0]
    assert isinstance(first, Retrieved)
    assert first.document.path == "n-1"
    assert first.document.text == good["text"]
    assert first.document.publisher == "harbour-post"
    assert first.document.published.on == date(2025, 5, 21)
    assert first.document.published.known is Known.STATED
    assert first.raw == lines[0].encode()
    assert [(o.path, o.reason) for o in outcomes if isinstance(o, Skipped)] == [
        (f"{path}:2", SkipReason.BAD_LINE),
        (f"{path}:3", SkipReason.BAD_LINE),
        (f"{path}:5", SkipReason.BAD_LINE),
        (f"{path}:7", SkipReason.EMPTY),
    ]
    assert [o.document.path for o in outcomes if isinstance(o, Retrieved)] == ["n-1", f"{path}:6"]


def test_a_lone_surrogate_can_be_stored_and_moves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "s", "text": "He said \\ud800 yes."}')
    (found,) = documents(path)
    assert found.document.text.encode()
    assert found.document.text.index("yes") == len("He said x ")


def test_a_long_line_is_skipped_and_the_next_ones_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "big", "text": "x" * 5000}) + "\n" + json.dumps({"id": "small", "text": "Short."}) + "\n")
    outcomes = list(read([str(path)], limits=Limits(document_bytes=1000)))
    assert isinstance(outcomes[0], Skipped)
    assert (outcomes[0].path, outcomes[0].reason) == (f"{path}:1", SkipReason.TOO_LARGE)
    assert isinstance(outcomes[1], Retrieved)


def test_a_folder_is_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.txt", ".hidden.txt"):
        (tmp_path / name).write_text(ARTICLE)
    (tmp_path / "picture.bin").write_bytes(b"\x00\x01")
    outcomes = list(read([str(tmp_path)]))
    paths = [o.document.path if isinstance(o, Retrieved) else o.path for o in outcomes]
    assert paths == [str(tmp_path / name) for name in ("a.txt", "c.txt", "picture.bin", "b/z.txt")]
    assert isinstance(outcomes[2], Skipped)


def test_a_link_to_a_folder_is_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "around").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a.txt").write_text(ARTICLE)
    first, second = read([str(tmp_path)])
    assert isinstance(first, Skipped)
    assert (first.path, first.reason) == (str(tmp_path / "around"), SkipReason.UNSUPPORTED)
    assert isinstance(second, Retrieved)


def test_equal_content_has_equal_ids_wherever_it_lies(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(ARTICLE)
    one, two = documents(tmp_path)
    assert one.document.id == two.document.id


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", SkipReason.EMPTY),
        ("blank.txt", b" \n\t ", SkipReason.EMPTY),
        ("mark.txt", b"\xef\xbb\xbf", SkipReason.EMPTY),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), SkipReason.BINARY),
        ("random.txt", bytes(range(256)) * 20, SkipReason.BINARY),
        ("empty.jsonl", b"\n\n", SkipReason.EMPTY),
        ("array.json", b"[]", SkipReason.EMPTY),
        ("broken.json", b'{"text": ', SkipReason.BAD_LINE),
        ("deep.json", b"[" * 100_000, SkipReason.BAD_LINE),
        ("bodiless.html", b"<html><head><title>x</title></head></html>", SkipReason.NO_TEXT),
        ("big.txt", b"word " * 1000, SkipReason.TOO_LARGE),
        ("sheet.xlsx", b"what", SkipReason.UNSUPPORTED),
    ],
)
def test_bad_files_are_skipped_for_a_reason(tmp_path: Path, name: str, data: bytes, reason: SkipReason) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    limits = Limits(document_bytes=4000) if reason is SkipReason.TOO_LARGE else Limits()
    outcome = skipped(path, limits=limits)
    assert (outcome.reason, outcome.path.startswith(str(path))) == (reason, True)
    assert outcome.detail


def test_sources_that_are_no_files_are_skipped_for_a_reason(tmp_path: Path) -> None:
    assert skipped(tmp_path / "nowhere.txt").reason is SkipReason.MISSING
    assert skipped(tmp_path).reason is SkipReason.EMPTY
    assert skipped("a\x00b.txt").reason is SkipReason.MISSING
    assert skipped("ftp://news.example/a.txt").reason is SkipReason.FETCH_FAILED
    os.mkfifo(tmp_path / "pipe.txt")
    assert skipped(tmp_path / "pipe.txt").reason is SkipReason.UNSUPPORTED


def test_a_file_that_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert skipped(path).reason is SkipReason.NO_PERMISSION


def test_what_a_text_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "# Envoys meet again in Lyd\n\nBy [TASS](#)\n\nThe envoy said the talks would go on.\n\nOriginal url:\n\n"
        "<https://www.harbourpost.example/2031/04/07/envoys-meet>"
    )
    (found,) = documents(path)
    document = found.document
    assert document.title == "Envoys meet again in Lyd"
    assert document.publisher == "harbour-post"
    assert (document.published.on, document.published.known) == (date(2031, 4, 7), Known.URL)
    assert document.url == "https://www.harbourpost.example/2031/04/07/envoys-meet"


def test_the_title_ends_before_the_publisher(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Envoys meet again – The Harbour Post\n\nThe envoy said the talks would go on.")
    (found,) = documents(path)
    assert (found.document.title, found.document.publisher) == ("Envoys meet again", "harbour-post")


def test_a_dateline_names_the_agency_and_the_negotiation_the_year(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Talks go on\n\nLYD, April 7. /TASS/. The envoy said the talks would go on.")
    (found,) = documents(path)
    assert found.document.publisher == "tass"
    assert found.document.published.known is Known.UNKNOWN
    (found,) = documents(path, within=(date(2031, 3, 1), date(2031, 6, 1)))
    assert (found.document.published.on, found.document.published.known) == (date(2031, 4, 7), Known.INFERRED)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=400) | st.text(max_size=200).map(str.encode),
    suffix=st.sampled_from([".txt", ".html", ".jsonl", ".json", "", ".md"]),
)
def test_no_bytes_raise(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    outcomes = list(read([str(path)]))
    assert outcomes
    for outcome in outcomes:
        if isinstance(outcome, Retrieved):
            outcome.document.text.encode()
            spans = outcome.document.furniture
            assert all(span.end <= len(outcome.document.text) for span in spans)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_text_is_kept_character_for_character(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    for outcome in read([str(path)]):
        if isinstance(outcome, Retrieved):
            assert outcome.document.text == text
