"""Progress of long work, on stderr: a bar on a terminal, a plain line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from verbale.cli.counts import in_a_line

if TYPE_CHECKING:
    from verbale.pipeline.runner import Progress

WORDS = {
    "read": "Reading",
    "code": "Finding who said what",
    "match": "Joining reports of one utterance",
    "analyse": "Reading what each article tells",
    "find": "Working out where they stand",
}
SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def progress(*, quiet: bool) -> Iterator[Progress]:
    """A callable for the pipeline to tell how far it is; silent where `quiet`."""
    if quiet:
        yield lambda stage, done, total: None
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _lines()


def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def tell(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(_words(stage), total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield tell


def _lines() -> Progress:
    last = time.monotonic()

    def tell(stage: str, done: int, total: int | None) -> None:
        nonlocal last
        begins_long = stage not in WORDS and not done  # there may be no other word for minutes
        if begins_long or time.monotonic() - last >= SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            print(f"{_words(stage)}: {done}{f' of {total}' if total else ''}", file=sys.stderr)

    return tell


def _words(stage: str) -> str:
    """What people read of a stage, or of a long document in it."""
    name, _, path = stage.partition(" ")
    return f"{WORDS[name]} in {in_a_line(path)}, characters" if path else WORDS[name]
