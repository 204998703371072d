"""What is read of a record in a snapshot is one state of it, in one transaction."""

from pathlib import Path

from sqlalchemy import Engine, event

from verbale.record.database import open_database
from verbale.record.feeds import Feeds
from verbale.record.reader import Reader
from verbale.record.snapshot import reading, snapshot
from verbale.record.writer import Writer


def test_a_snapshot_does_not_see_what_is_written_meanwhile(engine: Engine) -> None:
    reader = Reader(engine)
    with reader.snapshot():
        assert reader.matched() is None
        Writer(engine).forget_matching("another method")
        Feeds(engine).keep({"https://example.org/feed": "heard"})
        assert reader.filing.method() is None
    assert reader.filing.method() == "another method"


def test_a_snapshot_is_one_transaction_however_often_it_is_entered(engine: Engine) -> None:
    reader = Reader(engine)
    begun: list[object] = []
    event.listen(engine, "begin", begun.append)
    with snapshot(engine), reader.snapshot():
        reader.counts()
        assert list(reader.documents()) == []
        reader.judged()
    assert len(begun) == 1
    reader.judged()
    assert len(begun) == 2


def test_a_snapshot_is_of_one_record_only(engine: Engine, tmp_path: Path) -> None:
    other = open_database(tmp_path / "other.sqlite", create=True)
    with snapshot(engine), reading(engine) as one, reading(engine) as same, reading(other) as another:
        assert one is same
        assert one is not another
    other.dispose()
