"""What holds for every page: what is shown is what stands in the text, and every sentence is supported."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.analysis.talks import DOCUMENTS
from verbale.values import Span, quote
from verbale.views.brief import brief
from verbale.views.changes import changes
from verbale.views.jsonable import to_json
from verbale.views.lists import conflicts_view, proposals_view, rounds_view
from verbale.views.page import CitationView, Quoted, Sentence
from verbale.views.statement import statement_view
from verbale.views.table import table
from verbale.views.text import brief_text, table_text
from verbale.views.text_lists import changes_text, conflicts_text, proposals_text, rounds_text, statement_text

from .record import Memory, parts

PAGES: dict[str, tuple[Any, Any]] = {
    "table": (table, table_text),
    "brief": (brief, brief_text),
    "proposals": (proposals_view, proposals_text),
    "rounds": (rounds_view, rounds_text),
    "conflicts": (conflicts_view, conflicts_text),
    "changes": (lambda source: changes(source, since=date(2030, 5, 1)), changes_text),
    "statement": (lambda source: statement_view(source, "refusal"), statement_text),
}
TEXTS = {document.id: document.text for document in DOCUMENTS}


@pytest.fixture(params=sorted(PAGES))
def page(request: pytest.FixtureRequest) -> tuple[Any, str]:
    make, render = PAGES[request.param]
    view = make(Memory())
    return view, render(view)


def test_every_quotation_is_the_characters_of_its_span_within_its_citation(page: tuple[Any, str]) -> None:
    view, _ = page
    citations = {c.number: c for c in parts(view) if isinstance(c, CitationView)}
    quotations = [q for q in parts(view) if isinstance(q, Quoted)]
    assert quotations
    for citation in citations.values():
        assert citation.quote == quote(TEXTS[citation.document], citation.spans)
    for shown in quotations:
        citation = citations[shown.citation]
        assert shown.text == quote(TEXTS[citation.document], shown.spans)
        assert all(any(outer.contains(span) for outer in citation.spans) for span in shown.spans)


def test_every_sentence_carries_citations_that_are_on_the_page(page: tuple[Any, str]) -> None:
    view, _ = page
    numbers = {c.number for c in parts(view) if isinstance(c, CitationView)}
    for sentence in (s for s in parts(view) if isinstance(s, Sentence)):
        assert sentence.citations
        assert set(sentence.citations) <= numbers
        assert all(shown.text in sentence.text for shown in sentence.quotes)


def test_citations_are_numbered_in_the_order_of_the_page_and_name_their_place(page: tuple[Any, str]) -> None:
    view, text = page
    assert [c.number for c in view.citations] == list(range(1, len(view.citations) + 1))
    plain = " ".join(text.split())
    for citation in view.citations:
        assert f"{citation.path}:{citation.spans[0].start}-{citation.spans[-1].end}" in plain


def test_the_text_fits_a_terminal_and_shows_no_ids(page: tuple[Any, str]) -> None:
    _, text = page
    assert all(len(line) <= 100 for line in text.splitlines())
    for raw in ("kestria-delegation", "ruiz", "hahn", "None", "Stance.", "Move."):
        assert raw not in text


def test_every_page_is_json_with_iso_dates_and_plain_spans(page: tuple[Any, str]) -> None:
    view, _ = page
    read = json.loads(json.dumps(to_json(view)))
    first = read["citations"][0]
    assert date.fromisoformat(first["published"])
    assert all(isinstance(edge, int) for span in first["spans"] for edge in span)


def test_json_refuses_what_it_does_not_know() -> None:
    assert to_json(Span(1, 2)) == [1, 2]
    with pytest.raises(TypeError):
        to_json({1, 2})


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"statement"}))
def test_an_empty_record_gives_an_empty_page(name: str) -> None:
    make, render = PAGES[name]
    empty = make(Memory((), (), ()))
    assert not empty.citations
    assert render(empty)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_order_of_what_the_record_gives_changes_no_page(name: str) -> None:
    make, _ = PAGES[name]
    turned = Memory(tuple(reversed(Memory().told)), tuple(reversed(Memory().texts)))
    assert make(turned) == make(Memory())


@pytest.mark.parametrize("name", ["proposals", "rounds", "conflicts", "changes"])
def test_a_list_that_is_cut_short_says_so(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    make, render = PAGES[name]
    assert "The latest ones." not in render(make(Memory()))
    monkeypatch.setattr("verbale.views.changes.MOST_NEW", 1)
    monkeypatch.setattr("verbale.views.lists.MOST", 1)
    view = make(Memory())
    assert "The latest ones." in render(view)
    if name == "changes":
        assert {"shifts", "proposals", "conflicts"} <= set(view.cut)
        assert len(view.shifts) == 1
