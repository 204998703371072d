"""Syndication: copies whole and in part, furniture of a publisher, shared passages; independent of order, incremental."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verbale.matching import (
    STANDING,
    Fingerprinted,
    clusters,
    copies,
    fingerprint,
    shared_passages,
    standing,
    syndications,
)
from verbale.values import Document, Published, Span


def prose(seed: str, words: int) -> str:
    """Made-up words, as an article of its own."""
    source = random.Random(seed)
    syllables = ("ba", "den", "kor", "li", "mas", "ne", "por", "ru", "sta", "tel", "vo", "zan")
    return " ".join("".join(source.choices(syllables, k=source.randint(1, 3))) for _ in range(words))


def article(name: str, text: str, *, publisher: str | None = None, on: date | None = None, furniture: tuple[Span, ...] = ()) -> Document:
    return Document(id=name, path="", text=text, publisher=publisher, published=Published(on=on), furniture=furniture)


WIRE = prose("wire", 300)


def cluster_names(*documents: Document) -> list[tuple[str, ...]]:
    return [cluster.documents for cluster in syndications([fingerprint(document) for document in documents])]


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        WIRE.upper().replace(" ", "\n"),
        "A headline of our own\n\n" + WIRE,
        prose("own paragraph", 120) + "\n\n" + WIRE,
        " ".join(WIRE.split()[:120]),
        " ".join(WIRE.split()[:150]) + " " + prose("another end", 100),
        " ".join(word for number, word in enumerate(WIRE.split()) if number % 40),
    ],
    ids=["whole", "other case and lines", "headline", "paragraph on top", "cut tail", "own end", "words left out"],
)
def test_copies_are_found_whole_and_in_part(copy: str) -> None:
    assert cluster_names(article("a", WIRE), article("b", copy), article("c", prose("unrelated", 300))) == [("a", "b")]


def test_a_quotation_in_common_is_no_copy() -> None:
    shared = prose("statement", 40)
    assert not cluster_names(article("a", prose("x", 200) + " " + shared), article("b", shared + " " + prose("y", 200)))


def test_cuts_join_their_story_and_a_round_up_only_one_of_those_it_carries() -> None:
    stories = [prose(f"story {number}", 200) for number in range(3)]
    first, later = date(2031, 4, 14), date(2031, 4, 15)
    round_up = article("round-up", " ".join(stories), on=later)
    assert cluster_names(*(article(f"s{n}", text, on=first) for n, text in enumerate(stories)), round_up) == [("round-up", "s0")]
    wire = article("wire", " ".join(stories), on=first)
    cuts = [article(f"s{n}", text, on=later) for n, text in enumerate(stories)]
    assert cluster_names(*cuts, wire) == [("s0", "s1", "s2", "wire")]


def test_the_agency_is_head_and_otherwise_the_earliest() -> None:
    early = article("early", "Copied: " + WIRE, publisher="tidings", on=date(2031, 4, 14))
    agency = article("agency", WIRE, publisher="norwire", on=date(2031, 4, 15))
    prints = [fingerprint(agency), fingerprint(early)]
    assert [cluster.head for cluster in syndications(prints)] == ["early"]
    assert [cluster.head for cluster in syndications(prints, agencies={"norwire"})] == ["agency"]


def test_the_earlier_moment_of_one_day_is_head() -> None:
    day = date(2031, 4, 14)
    late, soon = (
        Document(id=name, path="", text=WIRE, published=Published(on=day, at=datetime(2031, 4, 14, hour, tzinfo=UTC)))
        for name, hour in (("a", 9), ("b", 7))
    )
    (found,) = syndications([fingerprint(late), fingerprint(soon)])
    assert found.head == "b"


def test_a_footer_in_all_articles_of_a_publisher_is_not_copied_text() -> None:
    footer = prose("footer", 90)
    articles = [article(f"a{n:02}", prose(f"body {n}", 60) + " " + footer, publisher="vellana") for n in range(STANDING + 5)]
    assert len(cluster_names(*articles[:3])) == 1, "few articles cannot show that a passage is furniture"
    assert not cluster_names(*articles)


def test_marked_furniture_is_no_shared_text() -> None:
    footer = prose("footer", 200)
    texts = [prose(f"body {n}", 60) for n in range(2)]
    documents = [
        article(f"a{n}", f"{text} {footer}", furniture=(Span(len(text) + 1, len(text) + 1 + len(footer)),)) for n, text in enumerate(texts)
    ]
    assert not cluster_names(*documents)
    assert not shared_passages(*documents)


def test_short_and_empty_texts_are_nobodys_copies() -> None:
    assert not cluster_names(article("a", ""), article("b", ""), article("c", "Talks go on."), article("d", "Talks go on."))


def test_shared_passages_are_the_very_words_in_both_texts() -> None:
    one = article("a", prose("top", 30) + ". " + " ".join(WIRE.split()[:80]) + " ... " + prose("end", 30))
    other = article("b", " ".join(WIRE.split()[20:200]).title())
    (passage,) = shared_passages(one, other)
    assert passage.one.of(one.text).casefold().split() == WIRE.split()[20:80]
    assert passage.other.of(other.text).casefold().split() == WIRE.split()[20:80]


@st.composite
def corpora(draw: st.DrawFn) -> list[Fingerprinted]:
    """Up to a dozen articles: parts of three stories, with and without text of their own."""
    documents = []
    for number in range(draw(st.integers(1, 12))):
        story = prose(f"story {draw(st.integers(0, 2))}", 160).split()
        begin, size = draw(st.integers(0, 80)), draw(st.integers(30, 160))
        own = prose(f"own {number}", draw(st.integers(0, 90)))
        documents.append(fingerprint(article(f"d{number:02}", own + " " + " ".join(story[begin : begin + size]), publisher="p")))
    return documents


@settings(max_examples=40)
@given(corpora(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_clusters(corpus: list[Fingerprinted], shuffler: random.Random) -> None:
    found = syndications(corpus)
    members = [name for cluster in found for name in cluster.documents]
    assert len(members) == len(set(members))
    mixed = list(corpus)
    shuffler.shuffle(mixed)
    assert syndications(mixed) == found
    assert copies(mixed) == copies(corpus)


def carriers(marks: set[int], documents: list[Fingerprinted]) -> list[Fingerprinted]:
    """What a record's index of marks gives: the documents that carry one of them."""
    return [item for item in documents if marks & {int(value) for value in item.mark_values}]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(corpora(), st.integers(0, 12), st.integers(2, 5))
def test_new_documents_need_only_those_that_share_a_mark(
    monkeypatch: pytest.MonkeyPatch, corpus: list[Fingerprinted], cut: int, least: int
) -> None:
    monkeypatch.setattr("verbale.matching.syndication.STANDING", least)
    old, new = corpus[:cut], corpus[cut:]
    stored = copies(old)
    now_standing = standing(corpus) - standing(old)
    touched = [*new, *carriers({mark for _, mark in now_standing}, old)]
    names = {item.document for item in touched}
    near = carriers({int(value) for item in touched for value in item.mark_values}, old)
    around = list({item.document: item for item in [*near, *touched]}.values())
    again = copies(around, passages=standing(corpus), fresh=names)
    kept = [pair for pair in stored if not {pair.one, pair.other} & names]
    assert sorted([*kept, *again]) == list(copies(corpus))
    assert clusters(corpus, [*kept, *again]) == syndications(corpus)
