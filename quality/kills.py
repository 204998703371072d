"""Kills `add` at random moments and compares the record that the next run completes with an undisturbed one.

Each trial makes a new folder, starts `new` and `add` in a process of its own, sends it SIGKILL after a random part of the time that an
undisturbed run takes (and every third time kills the second run too), lets a last run complete the work, and compares: every row of every
table but those that tell of runs must be the same, and `check` must find nothing. Run: `python -m quality.kills [--kills N] [--seed N]`.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from verbale.api import RECORD, Talks
from verbale.settings import Settings

SETTINGS = Settings(threads=1, batch=1, attributor="rules")
DOSSIER = """\
negotiation: {id: canal, title: The canal talks, from: 2031-04-01, until: 2031-04-30}
parties:
  - {id: lyd, name: Lyd, kind: side, aliases: [Lydian]}
  - {id: saar, name: Saar, kind: side, aliases: [Saarian]}
actors:
  - {id: ilves, name: Mara Ilves, party: lyd, roles: [{title: foreign minister}]}
  - {id: brandt, name: Otto Brandt, party: saar, roles: [{title: envoy}]}
issues:
  - {id: tolls, label: Canal tolls, proposition: The canal becomes free of tolls, keywords: [toll, tolls, free passage]}
publishers: []
"""
SENTENCES = (
    "Foreign Minister Mara Ilves said Lyd would accept tolls only if passage in winter stays free.",
    '"We reject any toll on grain," Otto Brandt, the envoy of Saar, told reporters in Port Lyd.',
    "Brandt said the talks had made progress and would go on the week after.",
    "Ilves demanded that Saar withdraw its gunboats from the locks.",
)
INTERNAL = ("run", "outcome", "state", "sqlite_sequence", "matched_document", "matched_statement", "mark", "standing", "block")
"""Tables that tell of runs, or how far matching is by internal numbers; they differ by design, what follows from them does not."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the trials: kills that hit a running process, the records that differ, and what `check` said."""

    kills: int
    records: int
    different: tuple[int, ...]
    troubles: tuple[str, ...]


def write_articles(folder: Path, count: int = 2) -> None:
    """A few short articles: text, JSON lines, two versions of one of them, a page, and a file that can't be read."""
    folder.mkdir(parents=True)
    for number in range(count):
        body = " ".join(SENTENCES[(number + place) % 4] for place in range(2))
        (folder / f"{number}.txt").write_text(
            f"Envoys meet, day {number}\n\nPublished: {number + 2} April 2031\n\n{body}\n", encoding="utf-8"
        )
    lines = (f'{{"id": "line-{n}", "published": "2031-04-{n + 10}", "text": "{SENTENCES[n % 4 // 2 * 3]}"}}\n' for n in range(2))
    named = '"url": "https://post.example/tolls"'
    versions = (f'{{{named}, "published": "2031-04-{n + 20}", "text": "{SENTENCES[0]} {SENTENCES[n]}"}}\n' for n in (3, 2))
    (folder / "lines.jsonl").write_text("".join((*lines, *versions)) + "no JSON\n", encoding="utf-8")
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    (folder / "page.html").write_text(
        f"<html lang='en'><title>Envoys</title><body><article>{paragraphs}</article></body></html>", encoding="utf-8"
    )


def content(record: Path) -> dict[str, str]:
    """A hash of the rows of every table but the INTERNAL ones, whatever their order and internal numbers."""
    found: dict[str, str] = {}
    with closing(sqlite3.connect(record)) as connection:
        for name in _tables(connection):
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")') if row[1] != "number"]
            chosen = ", ".join(f'"{column}"' for column in columns)
            rows = sorted(repr(row) for row in connection.execute(f'SELECT {chosen} FROM "{name}"'))
            found[name] = hashlib.sha256("\n".join(rows).encode()).hexdigest()
    return found


def _tables(connection: sqlite3.Connection) -> Iterator[str]:
    """The tables in which content stands: full-text ones as such, without the tables in which SQLite keeps them."""
    made = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall())
    virtual = [name for name, sql in made.items() if (sql or "").upper().startswith("CREATE VIRTUAL")]
    for name in sorted(made):
        if name not in INTERNAL and not any(name.startswith(f"{table}_") for table in virtual):
            yield name


def add(folder: Path, articles: Path, dossier: Path) -> None:
    """Make the folder where it is not yet, and take the articles in."""
    opened = Talks(folder, settings=SETTINGS) if (folder / RECORD).exists() else Talks.new(folder, dossier=dossier, settings=SETTINGS)
    with opened as talks:
        talks.add([articles])


def in_child(work: Callable[[], None]) -> int:
    """Do some work in a process of its own, which finds loaded what this one has loaded; its number."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    try:
        work()
        os._exit(0)
    except BaseException as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
        os._exit(1)


def ended(child: int) -> int:
    """Wait for a process: its exit code, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed(work: Callable[[], None], after: float) -> bool:
    """Start some work and kill it after so many seconds; whether it was still at work."""
    child = in_child(work)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return ended(child) == -signal.SIGKILL


def trials(home: Path, *, kills: int, seed: int, tell: Callable[[int], None] = lambda _: None) -> Result:
    """Kill until `kills` kills hit, a new record each time."""
    articles, dossier = home / "articles", home / "dossier.yaml"
    write_articles(articles)
    dossier.write_text(DOSSIER, encoding="utf-8")
    add(home / "warm-up", articles, dossier)  # in this process, so that every child finds models and code loaded
    gc.freeze()
    chance = random.Random(seed)
    durations = []
    for number in range(2):
        started = time.monotonic()
        if ended(in_child(lambda number=number: add(home / f"undisturbed-{number}", articles, dossier))):  # type: ignore[misc]
            raise SystemExit("the undisturbed run failed")
        durations.append(time.monotonic() - started)
    expected = content(home / "undisturbed-0" / RECORD)
    hits = records = 0
    different: list[int] = []
    troubles: list[str] = []
    while hits < kills:
        records += 1
        folder = home / f"killed-{records}"
        work = lambda folder=folder: add(folder, articles, dossier)  # noqa: E731
        for _kill in range(2 if records % 3 == 0 else 1):
            hits += killed(work, chance.random() * min(durations))
        if code := ended(in_child(work)):
            troubles.append(f"trial {records}: the completing run ended with {code}")
            continue
        if content(folder / RECORD) != expected:
            different.append(records)
        troubles += [f"trial {records}: {said}" for said in _checked(folder)]
        tell(hits)
    return Result(hits, records, tuple(different), tuple(troubles))


def _checked(folder: Path) -> list[str]:
    with Talks(folder, settings=SETTINGS) as talks:
        return talks.check()


def main() -> int:
    """Prints how many records were the same; 1 where one was not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    options = parser.parse_args()

    def tell(hits: int) -> None:
        print(f"\r{hits} kills", end="", file=sys.stderr, flush=True)

    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        found = trials(Path(name), kills=options.kills, seed=options.seed, tell=tell)
    print(f"\n{found.kills} kills in {found.records} records: {found.records - len(found.different)} identical to the undisturbed one")
    print(*found.troubles, sep="\n")
    return int(bool(found.different or found.troubles))


if __name__ == "__main__":
    sys.exit(main())
