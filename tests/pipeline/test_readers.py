"""Documents read in processes beside this one tell what they tell when they are read here."""

from __future__ import annotations

import subprocess

import pytest
from sqlalchemy import Engine
from tests.analysis.talks import DOSSIER
from tests.pipeline.test_analysing import ARTICLES, add, assert_kept_as_from_scratch

from verbale.errors import RecordError
from verbale.pipeline import analysing
from verbale.pipeline.readers import Readers
from verbale.pipeline.reading import Told
from verbale.record.findings import Keeper
from verbale.record.reader import Reader

BATCHES = [{document.id: "" for document, _ in ARTICLES[at : at + 4]} for at in range(0, len(ARTICLES), 4)]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started."""
    found: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[call-overload]
            found.append(self)

    monkeypatch.setattr("verbale.pipeline.readers.subprocess.Popen", Noted)
    return found


def readers(engine: Engine, workers: int) -> Readers:
    return Readers(Keeper(engine), Reader(engine), DOSSIER, workers=workers)


def told(engine: Engine, workers: int) -> list[tuple[dict[str, str], Told]]:
    with readers(engine, workers) as found:
        return list(found.read(BATCHES, {}))


def test_a_record_read_by_processes_is_kept_as_from_scratch(
    engine: Engine, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysing, "LEAST_FOR_WORKERS", 1)
    monkeypatch.setattr(analysing, "MOST_WORKERS", 2)
    monkeypatch.setattr(analysing, "DOCUMENTS_AT_ONCE", 3)
    add(engine, ARTICLES)
    assert started
    assert_kept_as_from_scratch(engine)
    assert [one.poll() for one in started] == [0] * len(started)


def test_a_process_that_was_killed_is_done_without(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES)
    with readers(engine, 1) as found:
        started[0].kill()
        started[0].wait()
        assert list(found.read(BATCHES, {})) == told(engine, 0)


def test_who_stops_the_program_stops_its_processes(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES)
    with pytest.raises(KeyboardInterrupt), readers(engine, 2) as found:
        next(found.read(BATCHES, {}))
        raise KeyboardInterrupt
    assert len(started) == 2
    assert all(one.poll() is not None for one in started)


def test_what_fails_in_a_process_fails_here(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES)
    with pytest.raises(RecordError, match="cannot be read"), readers(engine, 1) as found:
        next(found.read(BATCHES[:1], {}))
        with engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE furniture RENAME TO other")
        list(found.read(BATCHES[1:2], {}))
