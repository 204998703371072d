"""The names in a byline, and the authors of documents of every kind of input."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.documents import Retrieved, read
from verbale.documents.authors import byline, names_in

NAMES = ("Mara Ilves", "Otto Brandt")


@pytest.mark.parametrize(
    ("given_as", "names"),
    [
        ("By Mara Ilves and Otto Brandt", NAMES),
        ("Mara Ilves, Otto Brandt", NAMES),
        ("Mara Ilves; additional reporting by Otto Brandt", NAMES),
        ("Mara Ilves og Otto Brandt", NAMES),
        ("Мара Ильвес и Отто Брандт", ("Мара Ильвес", "Отто Брандт")),
        ("Mara Ilves, Saar correspondent", NAMES[:1]),
        ("Mara Ilves in Lyd and Otto Brandt in Saar", NAMES),
        ("mara@post.example (Mara Ilves)", NAMES[:1]),
        ("Sofie van der Lind, Jean d’Arvor", ("Sofie van der Lind", "Jean d’Arvor")),
        ("Norwire, Tidende", ("Norwire, Tidende",)),
        ("Ministry of Foreign Affairs", ("Ministry of Foreign Affairs",)),
        ("https://post.example/authors", ()),
        ("", ()),
    ],
)
def test_a_byline_gives_its_names(given_as: str, names: tuple[str, ...]) -> None:
    assert names_in([given_as]) == names


@given(st.lists(st.text(max_size=60), max_size=4))
def test_whatever_is_given_each_name_stands_once_on_one_line(values: list[str]) -> None:
    names = names_in(values)
    assert len(set(names)) == len(names)
    assert all(name.strip() == name and "\n" not in name for name in names)


def test_only_a_line_that_is_a_byline_and_nothing_else_is_one() -> None:
    assert byline("Envoys meet\nBy Mara Ilves\n\nThe envoys met.") == NAMES[:1]
    assert byline("Envoys meet\n\nBy Tuesday Otto Brandt had left.\n") == ()
    assert byline("By the river\n\nThe envoys met by chance.") == ()


TEXT = "The envoys met on the canal and said that the talks would go on until both sides agree on the tolls. " * 3
RSS = f"""<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Post</title><item><title>Envoys</title>
<dc:creator>Mara Ilves and Otto Brandt</dc:creator><description>{TEXT}</description></item></channel></rss>"""
PAGE = f"""<html lang="en"><head><title>Envoys</title><meta property="article:author" content="https://post.example/authors">
<meta name="sailthru.author" content="Mara Ilves and Otto Brandt"></head><body><article><p>{TEXT}</p></article></body></html>"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", json.dumps({"text": TEXT, "authors": list(NAMES)})),
        ("a.json", json.dumps({"text": TEXT, "authors": [{"name": name} for name in NAMES]})),
        ("a.csv", f'byline,text\nBy Mara Ilves and Otto Brandt,"{TEXT}"\n'),
        ("a.rss", RSS),
        ("a.html", PAGE),
        ("a.txt", f"Envoys meet\n\nBy Mara Ilves and Otto Brandt\n\n{TEXT}"),
        ("b.txt", f"Publication: Harbour Post\nDate: 8 April 2031\nByline: Mara Ilves, Otto Brandt\n\n{TEXT}"),
    ],
)
def test_authors_are_read_from_every_kind_of_input(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (found,) = read([str(tmp_path / name)])
    assert isinstance(found, Retrieved)
    assert found.document.authors == NAMES


def test_a_newsletters_sender_is_its_publisher_and_no_author(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = "Harbour Post <news@post.example>"
    message.set_content(TEXT)
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    (found,) = read([str(tmp_path / "a.eml")])
    assert isinstance(found, Retrieved)
    assert (found.document.publisher, found.document.authors) == ("Harbour Post", ())


@pytest.mark.parametrize(
    ("fields", "least", "most"),
    [({"published": "2031-04-08"}, 0.95, 1.0), ({"url": "https://post.example/2031/04/08/a"}, 0.8, 0.95), ({}, 0.0, 0.0)],
)
def test_a_day_is_as_likely_as_its_way_of_being_known(tmp_path: Path, fields: dict[str, str], least: float, most: float) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT} | fields), encoding="utf-8")
    (found,) = read([str(tmp_path / "a.jsonl")])
    assert isinstance(found, Retrieved)
    published = found.document.published
    assert least <= (published.probability if published.on else 0.0) <= most
