"""The lists say what the statements say, whatever order they came in, and are made for records from before there were any."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, text

import verbale.record
from tests.record.test_record import document, statements, take_in
from verbale.errors import RecordError, SlowError
from verbale.record.database import open_database, time_limit, writer_lock
from verbale.record.reader import Reader
from verbale.record.writer import Writer
from verbale.values import Document, Statement

TEXTS = tuple(f"{document().text} {number}" for number in ("One.", "Two.", "Three."))
LISTS = {
    "listed": "SELECT statement, document, position, day, speaker, party, move, publisher FROM listed",
    "issues": "SELECT issue, l.day, statement, i.speaker, i.party, i.doubt IS NULL FROM listed_issue AS i JOIN listed AS l USING (number)",
    "tally": "SELECT * FROM tally WHERE statements <> 0",
    "voice": "SELECT * FROM voice",
    "documents": "SELECT document, day, publisher, language, statements FROM listed_document",
    "texts": "SELECT l.statement, quote, s.speaker, facets FROM statement_text AS s JOIN listed AS l ON l.number = s.rowid",
    "articles": "SELECT l.document, title, text, facets FROM document_text AS d JOIN listed_document AS l ON l.number = d.rowid",
}
Coded = tuple[tuple[int, int], ...]


def of(number: int, kept: int) -> tuple[Document, tuple[Statement, ...]]:
    one = document(TEXTS[number])
    return one, statements(one)[:kept]


def listed(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {name: sorted((tuple(row) for row in connection.execute(text(query))), key=repr) for name, query in LISTS.items()}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    return (tmp_path_factory.mktemp("lists") / f"{number}.sqlite" for number in count())


def coded(place: Path, steps: Coded) -> dict[str, list[tuple[object, ...]]]:
    engine = open_database(place, create=True)
    writer = Writer(engine)
    run = take_in(writer, *(document(text_) for text_ in TEXTS))
    for number, kept in steps:
        writer.code(run, [of(number, kept)], [], coded_with="m")
    found = listed(engine)
    engine.dispose()
    return found


@settings(max_examples=15)
@given(steps=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=6))
def test_lists_follow_from_the_statements_alone(places: Iterator[Path], steps: list[tuple[int, int]]) -> None:
    last = tuple(sorted(dict(steps).items()))
    assert coded(next(places), tuple(steps)) == coded(next(places), last)


def test_what_is_listed(places: Iterator[Path]) -> None:
    found = coded(next(places), ((0, 2), (1, 1)))
    assert ("", "", "2025-04-01", "north", 2) in found["tally"]
    assert ("", "", "2025-04-03", "", 1) in found["tally"]
    assert ("flow", "reject", "2025-04-01", "north", 2) in found["tally"]
    assert ("speaker", "ilves", "north", 2, 2, "2025-04-01", "2025-04-01") in found["voice"]
    assert sorted(str(row[-1]) for row in found["documents"]) == ["0", "1", "2"]


def at_revision(place: Path, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(verbale.record.__file__).with_name("migrations")))
    config.set_main_option("path_separator", "os")
    engine = create_engine(f"sqlite:///{place}")
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()
    engine.dispose()


def test_a_record_from_before_the_lists_gets_them(tmp_path: Path) -> None:
    new, old = tmp_path / "new.sqlite", tmp_path / "old.sqlite"
    wanted = coded(new, ((0, 2), (1, 1), (2, 2)))
    at_revision(old, "0001")
    with closing(sqlite3.connect(old)) as plain:
        plain.execute("ATTACH ? AS new", (str(new),))
        for table in ("raw", "document", "furniture", "statement", "span", "statement_issue", "channel"):
            columns = ", ".join(f'"{row[1]}"' for row in plain.execute(f"PRAGMA main.table_info({table})"))
            plain.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        plain.commit()
    engine = open_database(old, create=False)
    assert listed(engine) == wanted
    engine.dispose()


def test_no_record_is_brought_up_to_date_beside_a_writer(tmp_path: Path) -> None:
    place = tmp_path / "record.sqlite"
    at_revision(place, "0001")
    with writer_lock(place), pytest.raises(RecordError, match="another `verbale`"):
        open_database(place, create=False)
    open_database(place, create=False).dispose()


def test_a_record_that_vanishes_or_breaks_while_it_is_open_says_so(tmp_path: Path) -> None:
    place = tmp_path / "record.sqlite"
    open_database(place, create=True).dispose()
    engine = open_database(place, create=False)
    engine.dispose()
    place.unlink()
    with pytest.raises(RecordError, match="gone"):
        Reader(engine).counts()
    assert not place.exists()
    place.write_bytes(b"no record" * 1000)
    with pytest.raises(RecordError, match="no longer a record"):
        Reader(engine).counts()
    engine.dispose()


def test_reading_ends_in_time(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "record.sqlite", create=True)
    endless = text("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")
    with time_limit(0.05), engine.connect() as connection, pytest.raises(SlowError, match="took too long"):
        connection.execute(endless)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1
    engine.dispose()
