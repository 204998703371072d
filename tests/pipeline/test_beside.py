"""Work done in processes beside this one finds what it finds when it is done here."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Sequence

import pytest
from sqlalchemy import Engine
from tests.analysis.talks import DOSSIER
from tests.pipeline.test_analysing import ARTICLES, add, assert_kept_as_from_scratch

from verbale.dossier.model import Dossier
from verbale.errors import RecordError
from verbale.pipeline import analysing
from verbale.pipeline.analysing import analyse
from verbale.pipeline.beside import Beside
from verbale.pipeline.reading import Batch, Told, read
from verbale.pipeline.told import Note
from verbale.record.findings import Facts, Keeper
from verbale.record.reader import Reader

BATCHES = [Batch({document.id: "" for document, _ in ARTICLES[at : at + 4]}, {}) for at in range(0, len(ARTICLES), 4)]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started."""
    found: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[call-overload]
            found.append(self)

    monkeypatch.setattr("verbale.pipeline.beside.subprocess.Popen", Noted)
    return found


def beside(engine: Engine, workers: int) -> Beside:
    return Beside(Keeper(engine), Reader(engine), DOSSIER, workers=workers)


def told(engine: Engine, workers: int) -> list[tuple[Batch, Told]]:
    with beside(engine, workers) as found:
        return list(found.each(read, BATCHES))


def slow(_: Facts, __: Reader, seconds: float, ___: Dossier) -> float:
    """Work that takes so long."""
    time.sleep(seconds)
    return seconds


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes for every document."""
    monkeypatch.setattr(analysing, "DOCUMENTS_FOR_WORKERS", 1)
    monkeypatch.setattr(analysing, "WAITING_FOR_WORKERS", 1)
    monkeypatch.setattr(analysing, "MOST_WORKERS", 2)
    monkeypatch.setattr(analysing, "DOCUMENTS_AT_ONCE", 3)


@pytest.mark.usefixtures("busy")
def test_a_record_read_and_made_by_processes_is_kept_as_from_scratch(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES[:12])
    add(engine, ARTICLES[12:])
    assert started
    assert_kept_as_from_scratch(engine)
    assert [one.poll() for one in started] == [0] * len(started)


def test_a_few_documents_start_no_processes(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES)
    assert not started


@pytest.mark.usefixtures("busy")
def test_findings_whose_process_is_killed_are_made_here(
    engine: Engine, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Facts.made

    def killing(facts: Facts, notes: Sequence[Note]) -> None:
        for one in started:
            one.kill()
        made(facts, notes)

    monkeypatch.setattr(Facts, "made", killing)
    add(engine, ARTICLES)
    assert {one.poll() for one in started} == {-signal.SIGKILL}
    assert_kept_as_from_scratch(engine)


@pytest.mark.usefixtures("busy")
def test_findings_that_were_not_written_when_the_program_was_stopped_are_made_by_the_next_call(
    engine: Engine, started: list[subprocess.Popen[bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, calls = Facts.made, 0

    def stopping(facts: Facts, notes: Sequence[Note]) -> None:
        nonlocal calls
        calls += 1
        if calls > 3:
            raise KeyboardInterrupt
        made(facts, notes)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Facts, "made", stopping)
        add(engine, ARTICLES)
    assert calls > 3
    assert all(one.poll() is not None for one in started)
    analyse(Keeper(engine), Reader(engine), DOSSIER, progress=lambda *_: None)
    assert_kept_as_from_scratch(engine)


def test_what_is_found_comes_in_the_order_in_which_it_was_asked(engine: Engine) -> None:
    seconds = [0.5, 0.01, 0.02, 0.03]
    with beside(engine, 2) as found:
        assert list(found.each(slow, seconds)) == [(one, one) for one in seconds]


def test_a_process_that_was_killed_is_done_without(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES)
    with beside(engine, 1) as found:
        started[0].kill()
        started[0].wait()
        assert list(found.each(read, BATCHES)) == told(engine, 0)


def test_who_stops_the_program_stops_its_processes(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES)
    with pytest.raises(KeyboardInterrupt), beside(engine, 2) as found:
        next(found.each(read, BATCHES))
        raise KeyboardInterrupt
    assert len(started) == 2
    assert all(one.poll() is not None for one in started)


def test_what_fails_in_a_process_fails_here(engine: Engine, started: list[subprocess.Popen[bytes]]) -> None:
    add(engine, ARTICLES)
    with pytest.raises(RecordError, match="cannot be read"), beside(engine, 1) as found:
        next(found.each(read, BATCHES[:1]))
        with engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE furniture RENAME TO other")
        list(found.each(read, BATCHES[1:2]))
