"""Which publisher a text, title, name or address belongs to."""

from __future__ import annotations

import pytest

from verbale.documents.publishers import PublisherIndex
from verbale.dossier.model import Publisher

INDEX = PublisherIndex.of(
    [
        Publisher("harbour-post", "The Harbour Post", aliases=("HP Online",), domains=("harbourpost.example",)),
        Publisher("afp", "Agence France-Presse"),
    ]
)


@pytest.mark.parametrize("name", ["The Harbour Post", "harbour post", "HARBOUR-POST", "hp online", "harbour-post"])
def test_names_and_aliases(name: str) -> None:
    assert INDEX.named(name) == "harbour-post"


@pytest.mark.parametrize(
    ("url", "publisher"),
    [
        ("https://www.harbourpost.example/a", "harbour-post"),
        ("https://news.harbourpost.example:8080/a", "harbour-post"),
        ("https://notharbourpost.example/a", None),
        ("https://harbourpost.example.evil.test/", None),
        ("https://[", None),
    ],
)
def test_domains(url: str, publisher: str | None) -> None:
    assert INDEX.at(url) == publisher


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Envoys meet\n\nLYD, April 7. /TASS/. The envoy said so.", "TASS"),
        ("Envoys meet\n\nLYD (AFP) — The envoy said so.", "afp"),
        ("Envoys meet\n\nBy [AFP](#)\n\nThe envoy said so.", "afp"),
        ("Envoys meet\n\nBy Mara Lindqvist\n\nThe envoy said so.", None),
        ("Envoys meet\n\nThe envoy told TASS and (AFP) that the talks go on.", None),
    ],
)
def test_marks_in_the_text(text: str, publisher: str | None) -> None:
    assert INDEX.from_text(text) == publisher


def test_a_title_keeps_what_is_no_publisher() -> None:
    assert INDEX.from_title("Envoys meet | The Harbour Post") == ("Envoys meet", "harbour-post")
    assert INDEX.from_title("Envoys meet – Live updates") == ("Envoys meet – Live updates", None)
