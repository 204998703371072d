"""Documents read in processes beside this one, which open the record themselves and send back what its documents tell."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO

from verbale.dossier.model import Dossier
from verbale.pipeline.reading import Told, read
from verbale.pipeline.unsearched import unsearched
from verbale.record.database import open_database
from verbale.record.findings import Keeper
from verbale.record.reader import Reader

States = dict[str, str]


class Readers:
    """Reads documents; with `workers` in so many processes, which end with it.

    They are programs of their own and no copies of this one: those would take its threads' locks with them, or run its main script again.
    """

    def __init__(self, keeper: Keeper, reader: Reader, dossier: Dossier, *, workers: int) -> None:
        self._keeper, self._reader, self._dossier = keeper, reader, dossier
        self._count = workers
        self._workers: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Readers:
        path = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        for _ in range(self._count if sys.executable else 0):
            with suppress(OSError):  # where no process can be started, documents are read here
                worker = subprocess.Popen([sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=path)
                self._workers.append(worker)
                _send(worker, (self._keeper.path, self._dossier))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            if kind is not None:
                worker.kill()
            with suppress(BrokenPipeError):
                worker.communicate()

    def read(self, batches: Iterable[States], days: Mapping[str, date]) -> Iterator[tuple[States, Told]]:
        """Each batch of documents with what they tell, in order; `days` are inferred ones, by document."""
        if not self._workers:
            yield from ((states, self._here(states, days)) for states in batches)
            return
        asked: deque[tuple[subprocess.Popen[bytes], States]] = deque()
        for states in batches:
            if len(asked) < len(self._workers):
                self._ask(self._workers[len(asked)], states, days)
                asked.append((self._workers[len(asked)], states))
                continue
            worker, before = asked.popleft()
            found = self._answer(worker, before, days)
            self._ask(worker, states, days)
            asked.append((worker, states))
            yield before, found
        yield from ((states, self._answer(worker, states, days)) for worker, states in asked)

    def _here(self, states: States, days: Mapping[str, date]) -> Told:
        with unsearched(), self._keeper.open() as open_facts:
            return read(open_facts, self._reader, states, days, self._dossier)

    def _ask(self, worker: subprocess.Popen[bytes], states: States, days: Mapping[str, date]) -> None:
        with suppress(OSError):  # who has ended will not answer
            _send(worker, (list(states), {document: days[document] for document in states if document in days}))

    def _answer(self, worker: subprocess.Popen[bytes], states: States, days: Mapping[str, date]) -> Told:
        """What a worker found; where it has ended, killed for its memory perhaps, what is found here."""
        assert worker.stdout is not None
        try:
            found: Told | Exception = pickle.load(worker.stdout)
        except (EOFError, pickle.UnpicklingError):
            return self._here(states, days)
        if isinstance(found, Exception):
            raise found
        return found


def _send(worker: subprocess.Popen[bytes], value: object) -> None:
    assert worker.stdin is not None
    pickle.dump(value, worker.stdin, protocol=pickle.HIGHEST_PROTOCOL)
    worker.stdin.flush()


def _work(asked: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until nobody asks any more: whoever stops the program stops the asking."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    path, dossier = pickle.load(asked)
    engine = open_database(Path(path), create=False)
    keeper, reader = Keeper(engine), Reader(engine)
    while True:
        try:
            documents, days = pickle.load(asked)
        except EOFError:
            return
        answer: Told | Exception
        try:
            with unsearched(), keeper.open() as open_facts:
                answer = read(open_facts, reader, documents, days, dossier)
        except Exception as error:  # the edge: it is raised again where the documents were asked for
            answer = error
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    answering, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else must get between the answers
    with suppress(BrokenPipeError):  # who asked has ended
        _work(sys.stdin.buffer, answering)
