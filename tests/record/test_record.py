"""What goes into a record comes out the same, and a record that cannot be used says why."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.errors import RecordError
from verbale.ids import document_id, statement_id
from verbale.record.catalogue import Choice
from verbale.record.database import open_database, writer_lock
from verbale.record.filing_steps import FiledDocuments, FiledStatements, NewStatement, Step
from verbale.record.reader import Reader
from verbale.record.search import Search
from verbale.record.writer import Arrival, OutcomeRow, Writer
from verbale.values import (
    Attribution,
    Coding,
    Document,
    IssueCode,
    Kind,
    Known,
    Move,
    Published,
    Resolution,
    SaidOn,
    Span,
    Speaker,
    Stance,
    Statement,
    Syndication,
    Utterance,
    Wording,
)

TEXT = "On Tuesday Minister Ilves said the sluice stays shut unless the gauges are read. “Not a litre,” she added, “not one.”"
PUBLISHED = Published(date(2025, 4, 3), datetime(2025, 4, 3, 8, tzinfo=UTC), Known.STATED)


def document(text: str = TEXT, *, path: str = "a.txt") -> Document:
    key = document_id(text, publisher="gazette", url=None, title="The sluice", published="2025-04-03")
    return Document(key, path, text, "The sluice", None, "gazette", PUBLISHED, "en", (Span(0, 2),))


def statements(of: Document) -> tuple[Statement, ...]:
    outer = Attribution((Span(11, 25),), (Span(26, 30),), (Span(31, 79),), Kind.INDIRECT, None, 0.9, "test")
    inner = Attribution((Span(96, 99),), (Span(100, 105),), (Span(81, 95), Span(107, 117)), Kind.DIRECT, 0, 0.5, "test")
    said = SaidOn(date(2025, 4, 1), Known.TEXT, (Span(3, 10),))
    resolution = Resolution(Speaker("ilves", "Marta Ilves"), "north", said, ("reporters", "The Gazette"), "surname", 0.8)
    coding = Coding(
        (IssueCode("flow", Stance.AGAINST, 0.7, (Span(35, 41),), 0.6, (Span(42, 45),)), IssueCode("gauges", Stance.FOR)),
        Move.REJECT,
        (Span(53, 79),),
        True,
        0.6,
        (Span(42, 52),),
    )
    nobody = Resolution(None, None)
    plain = Coding((), Move.REPORT)
    return (
        Statement(statement_id(of.id, outer), of.id, 0, outer, resolution, coding),
        Statement(statement_id(of.id, inner), of.id, 1, inner, nobody, plain),
    )


@pytest.fixture
def record(tmp_path: Path) -> Iterator[tuple[Reader, Writer]]:
    engine = open_database(tmp_path / "record.sqlite", create=True)
    yield Reader(engine), Writer(engine)
    engine.dispose()


def take_in(writer: Writer, *documents: Document) -> int:
    run = writer.begin_run(version="1", method="m")
    outcomes = [OutcomeRow("read", d.path, "new", document=d.id) for d in documents]
    writer.take_in(run, [Arrival(d, d.text.encode(), "text/plain") for d in documents], outcomes)
    return run


def found(reader: Reader, words: str) -> list[str]:
    hits = Search(reader._engine).statements(words, Choice(), offset=0, limit=50)
    return [hit.statement.id for hit in hits.statements]


def test_a_document_comes_back_as_it_went_in(record: tuple[Reader, Writer]) -> None:
    reader, writer = record
    take_in(writer, document())
    assert list(reader.documents()) == [document()]
    assert reader.raw(document().id) == TEXT.encode()
    assert reader.uncoded("m") == [document().id]


def test_statements_come_back_as_they_went_in(record: tuple[Reader, Writer]) -> None:
    reader, writer = record
    run = take_in(writer, document())
    made = statements(document())
    writer.code(run, [(document(), made)], [], coded_with="m")
    assert tuple(reader.statements()) == made
    assert tuple(reader.statements(document().id)) == made
    assert reader.uncoded("m") == []
    assert reader.uncoded("another") == [document().id]
    assert reader.quotes()[made[1].id] == "“Not a litre,” … “not one.”"


def test_coding_again_replaces_what_was_there(record: tuple[Reader, Writer]) -> None:
    reader, writer = record
    run = take_in(writer, document())
    first, second = statements(document())
    writer.code(run, [(document(), (first, second))], [], coded_with="m")
    writer.code(run, [(document(), (first,))], [], coded_with="n")
    assert tuple(reader.statements()) == (first,)
    assert found(reader, "litre") == []
    assert found(reader, "sluice") == [first.id]


def test_the_order_of_arrival_does_not_show(tmp_path: Path) -> None:
    copies = [document(path="b.txt"), document(path="a.txt")]
    seen = []
    for name, order in (("one", copies), ("two", copies[::-1])):
        engine = open_database(tmp_path / f"{name}.sqlite", create=True)
        take_in(Writer(engine), *order)
        seen.append(list(Reader(engine).documents()))
        engine.dispose()
    assert seen[0] == seen[1] == [document(path="a.txt")]


def step(of: Document, made: tuple[Statement, ...], *utterances: Utterance, clusters: tuple[Syndication, ...] = ()) -> Step:
    """A step of matching that takes in one document and files its statements as one family under no key."""
    day = date(2025, 4, 1)
    words = tuple(NewStatement(Wording(s.id, of.id, None, day, day, s.attribution.kind, "words", 0), (7,)) for s in made)
    family = (tuple(s.id for s in made),)
    filed = FiledDocuments(regrouped=(of.id,), syndications=clusters)
    return Step(((of.id, 3),), filed, FiledStatements(words, family, utterances))


def test_matching_puts_what_it_found_in_place_of_what_was_there(record: tuple[Reader, Writer]) -> None:
    reader, writer = record
    run = take_in(writer, document())
    made = statements(document())
    writer.code(run, [(document(), made)], [], coded_with="m")
    assert reader.filing.unmatched() == [(document().id, 3)]
    utterance = Utterance("u", (made[1].id, made[0].id))
    cluster = Syndication("s", document().id, (document().id,))
    writer.match(step(document(), made, Utterance("old", (made[0].id,))), state="1")
    writer.match(step(document(), made, utterance, clusters=(cluster,)), state="2")
    assert reader.utterances() == (utterance,)
    assert reader.syndications() == (cluster,)
    assert (reader.matched(), reader.filing.unmatched()) == ("2", [])
    assert {item.wording.statement for item in reader.filing.under([7])} == {s.id for s in made}
    writer.code(run, [(document(), made[:1])], [], coded_with="m")
    assert reader.filing.unmatched() == [(document().id, 6)], "two went, one came"


def test_search_takes_any_words_as_words(record: tuple[Reader, Writer]) -> None:
    reader, writer = record
    run = take_in(writer, document())
    made = statements(document())
    writer.code(run, [(document(), made)], [], coded_with="m")
    assert found(reader, "gauges sluice") == [made[0].id]
    for odd in ('"', "AND", "a* OR (", "", "NEAR/3", "'; DROP TABLE statement; --"):
        found(reader, odd)


@settings(max_examples=25)
@given(text=st.text(min_size=1, max_size=300), data=st.data())
def test_a_quotation_is_the_same_in_sql_as_here(tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject) -> None:
    text = text.replace("\x00", " ")  # SQLite's own functions end a text at NUL
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    path = tmp_path_factory.mktemp("record") / "record.sqlite"
    engine = open_database(path, create=True)
    writer = Writer(engine)
    given_document = document(text)
    found = Attribution((), (), (span,), Kind.INDIRECT)
    made = Statement("s", given_document.id, 0, found, Resolution(None, None), Coding((), Move.REPORT))
    writer.code(take_in(writer, given_document), [(given_document, (made,))], [], coded_with="m")
    engine.dispose()
    with sqlite3.connect(path) as plain:
        query = """SELECT quote, substr(text, start + 1, "end" - start) FROM statement JOIN document ON document.id = statement.document
                   JOIN span ON span.statement = statement.id"""
        quote, cut = plain.execute(query).fetchone()
    plain.close()
    assert quote == cut == span.of(text)


def test_a_missing_record_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="verbale new"):
        open_database(tmp_path / "record.sqlite", create=False)
    assert not (tmp_path / "record.sqlite").exists()


def test_a_file_that_is_no_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    path.write_bytes(b"this is a letter, not a database" * 40)
    with pytest.raises(RecordError, match="cannot be opened as a record"):
        open_database(path, create=False)


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    open_database(path, create=True).dispose()
    with sqlite3.connect(path) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '9999'")
    plain.close()
    with pytest.raises(RecordError, match="newer Verbale"):
        open_database(path, create=False)


def test_two_writers_do_not_meet(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with writer_lock(path), pytest.raises(RecordError, match="another"), writer_lock(path):
        pass
    with writer_lock(path):
        pass
