"""What a page tells beyond an utterance's wordings is what comparing all statements of the record with each other gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Engine
from tests.analysis.talks import DOSSIER
from tests.pipeline.test_analysing import ARTICLES, add, kept
from tests.views.record_source import RecordSource

from verbale.ids import statement_id
from verbale.matching import Route
from verbale.record.reader import Reader
from verbale.values import Document, Known, Published, Span, Statement, quote
from verbale.views.statement import statement_view
from verbale.views.text_lists import statement_text


def test_what_is_said_again_or_credited_elsewhere_is_found_by_keys_as_by_comparing_all(engine: Engine) -> None:
    add(engine, ARTICLES[:16])
    scratch, source = RecordSource(Reader(engine), DOSSIER), kept(engine)
    again = elsewhere = 0
    for utterance in Reader(engine).utterances():
        found, expected = (statement_view(one, utterance.id) for one in (source, scratch))
        assert [item.utterance for item in found.said_again] == [item.utterance for item in expected.said_again]
        assert [(item.utterance, item.like) for item in found.credited_to] == [(item.utterance, item.like) for item in expected.credited_to]
        assert all(item.said_on != found.said_on for item in found.said_again)
        again, elsewhere = again + len(found.said_again), elsewhere + len(found.credited_to)
    assert again and elsewhere


def test_an_agency_and_a_paper_that_names_it_are_one_witness_and_the_page_draws_the_way(engine: Engine) -> None:
    document, statements = next((d, s) for d, s in ARTICLES if s[0].resolution.speaker and s[0].resolution.said_on.on)
    add(engine, [_report(document, statements[0], "wire", 3, ()), _report(document, statements[0], "herald", 4, ("Northern Wire",))])
    (utterance,) = Reader(engine).utterances()
    view = statement_view(kept(engine), utterance.id)
    assert view.witnesses == 1
    assert [(step.publisher, step.route, step.through, step.depth) for step in view.spread.steps] == [
        ("Northern Wire", Route.FIRST, None, 0),
        ("Tessaly Herald", Route.CITES, "Northern Wire", 1),
    ]
    assert "rests on Northern Wire" in statement_text(view)


def _report(
    document: Document, statement: Statement, publisher: str, day: int, channel: tuple[str, ...]
) -> tuple[Document, list[Statement]]:
    """One sentence of an article in a publisher's own short text."""
    head, words = f"From {publisher}.\n\n", quote(document.text, statement.attribution.content)
    own = Document(publisher, publisher, head + words, None, None, publisher, Published(date(2030, 5, day), None, Known.STATED))
    attribution = replace(statement.attribution, content=(Span(len(head), len(head) + len(words)),))
    resolution = replace(statement.resolution, channel=channel)
    made = replace(statement, id=statement_id(own.id, attribution), document=own.id, position=0, attribution=attribution)
    return own, [replace(made, resolution=resolution)]
