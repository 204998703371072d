"""Work on a record done in processes beside this one, which open the record themselves, only read it and send back what they found."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from types import TracebackType
from typing import IO, Any, TypeVar

from verbale.dossier.model import Dossier
from verbale.pipeline.unsearched import unsearched
from verbale.record.database import open_database
from verbale.record.findings import Facts, Keeper
from verbale.record.reader import Reader

Asked = TypeVar("Asked")
Found = TypeVar("Found")
Work = Callable[[Facts, Reader, Asked, Dossier], Found]
"""A function of a module that reads a record and writes nothing."""


class Beside:
    """Does work that reads a record; with `workers` in so many processes, which end with it.

    They are programs of their own and no copies of this one: those would take its threads' locks with them, or run its main script again.
    """

    def __init__(self, keeper: Keeper, reader: Reader, dossier: Dossier, *, workers: int) -> None:
        self._keeper, self._reader, self._dossier = keeper, reader, dossier
        self._count = workers
        self._workers: list[_Worker] = []

    def __enter__(self) -> Beside:
        for _ in range(self._count if sys.executable else 0):
            with suppress(OSError):  # where no process can be started, the work is done here
                self._workers.append(_Worker(self._keeper.path, self._dossier))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for worker in self._workers:
            worker.end(at_once=kind is not None)

    def each(self, work: Work[Asked, Found], asked: Iterable[Asked]) -> Iterator[tuple[Asked, Found]]:
        """Each of what is asked with what the work finds for it, in order."""
        if not self._workers:
            yield from ((one, self._here(work, one)) for one in asked)
            return
        coming, found = enumerate(asked), dict[int, tuple[Asked, Found]]()
        free, at = self._workers, 0
        with DefaultSelector() as busy:
            while True:
                for worker, (place, one) in zip(free, coming, strict=False):
                    worker.ask(work, one)
                    busy.register(worker, EVENT_READ, (worker, place, one))
                while at in found:
                    yield found.pop(at)
                    at += 1
                if not busy.get_map():
                    return
                free = []
                for key, _ in busy.select():
                    worker, place, one = key.data
                    busy.unregister(worker)
                    found[place] = one, self._answer(worker, work, one)
                    free.append(worker)

    def _here(self, work: Work[Asked, Found], asked: Asked) -> Found:
        with unsearched(), self._keeper.open() as open_facts:
            return work(open_facts, self._reader, asked, self._dossier)

    def _answer(self, worker: _Worker, work: Work[Asked, Found], asked: Asked) -> Found:
        """What a worker found; where it has ended, killed for its memory perhaps, what is found here."""
        try:
            found: Found | Exception = worker.answer()
        except (EOFError, pickle.UnpicklingError):
            return self._here(work, asked)
        if isinstance(found, Exception):
            raise found
        return found


class _Worker:
    """One such process."""

    def __init__(self, path: str, dossier: Dossier) -> None:
        near = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen([sys.executable, "-m", __name__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=near)
        assert self._process.stdin is not None and self._process.stdout is not None
        self._asked, self._answers = self._process.stdin, self._process.stdout
        self.ask(path, dossier)

    def fileno(self) -> int:
        """What to wait at for an answer."""
        return self._answers.fileno()

    def ask(self, *asked: object) -> None:
        with suppress(OSError):  # who has ended will not answer
            _send(self._asked, asked)

    def answer(self) -> Any:
        return pickle.load(self._answers)

    def end(self, *, at_once: bool) -> None:
        if at_once:
            self._process.kill()
        with suppress(BrokenPipeError):
            self._process.communicate()


def _send(to: IO[bytes], value: object) -> None:
    pickle.dump(value, to, protocol=pickle.HIGHEST_PROTOCOL)
    to.flush()


def _work(asked: IO[bytes], answers: IO[bytes]) -> None:
    """Answer until nobody asks any more: whoever stops the program stops the asking."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    path, dossier = pickle.load(asked)
    engine = open_database(Path(path), create=False)
    keeper, reader = Keeper(engine), Reader(engine)
    while True:
        try:
            work, one = pickle.load(asked)
        except EOFError:
            return
        answer: object
        try:
            with unsearched(), keeper.open() as open_facts:
                answer = work(open_facts, reader, one, dossier)
        except Exception as error:  # the edge: it is raised again where the work was asked for
            answer = error
        _send(answers, answer)


if __name__ == "__main__":
    answering, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else must get between the answers
    with suppress(BrokenPipeError):  # who asked has ended
        _work(sys.stdin.buffer, answering)
    os._exit(0)  # to take apart all that was made takes a second
