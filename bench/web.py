"""How fast the rooms answer over a large record: the time of the server for every page, and how much a first visit loads.

    python -m bench.web FOLDER --documents 100000   # makes the record there if there is none, in minutes, then measures
    python -m bench.web FOLDER --pages search       # only the pages whose address begins so

The record is made up and written straight into the tables: ten statements a document, three hundred documents a day, unequally busy
speakers and publishers, two statements in five reports of an utterance that others report too; one document in ten on the dossier's issues
(bench/facts.py). Its findings are made as ever. Each address is asked once to warm up
and then ROUNDS times. Times are those from the request to the last byte of the answer within this process, without a network: by the
clock, and in processor time, which other work on the machine does not lengthen. A page's size is what a browser loads: the page,
compressed as it asks for, and its style sheet and script.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles

from bench.facts import TOLD, TOLD_ISSUE, find, mentions, on_talks
from bench.matching import BEGINS, DAILY, PUBLISHERS, SPEAKERS, STATEMENTS, WEIGHTS, WORDS
from starlette.testclient import TestClient

from verbale.api import DOSSIER, RECORD, Talks
from verbale.ids import content_id
from verbale.pipeline.analysing import in_step
from verbale.record import listing
from verbale.record.database import open_database
from verbale.record.findings import Keeper
from verbale.values import Move, Span
from verbale.web.app import create_app
from verbale.web.server import spare_collector

ROUNDS = 20
PARTIES, ISSUES = 6, 8
CHUNK = 2000
"""Documents written at a time."""
CACHE = 500_000
"""KiB of pages kept while the record is made."""
SUMS = list(accumulate(WEIGHTS))


def prose(source: random.Random, words: int) -> str:
    """Words as unequally frequent as a language's."""
    return " ".join(source.choices(WORDS, cum_weights=SUMS, k=words))


@dataclass
class Rows:
    """Rows to write, by table."""

    made: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)

    def add(self, table: str, *values: object) -> None:
        """Add a row of a table's first columns."""
        self.made.setdefault(table, []).append(values)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write and forget them."""
        for table, rows in self.made.items():
            columns = COLUMNS[table]
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
        connection.commit()
        self.made.clear()


COLUMNS = {
    "raw": ("hash", "size", "compressed"),
    "document": (
        *("id", "path", "text", "title", "publisher", "published_on", "published_known", "language", "media_type", "raw", "coded_with"),
    ),
    "statement": (
        *("id", "document", "position", "kind", "probability", "found_by", "speaker", "speaker_name", "party", "resolved_by"),
        *("resolution_probability", "said_on", "said_known", "move", "conditional", "coding_probability", "quote", "doubt"),
    ),
    "span": ("statement", "role", "ordinal", "start", '"end"'),
    "statement_issue": ("statement", "ordinal", "issue", "stance", "probability"),
    "channel": ("statement", "ordinal", "name"),
    "utterance": ("statement", "id", "ordinal"),
    "mention": ("document", "kind", "ordinal", "party", "day", "body"),
}


def dossier() -> str:
    """The dossier of the made-up talks."""
    parties = "".join(f"  - {{id: party-{n}, name: Party {n}, kind: {'side' if n < 3 else 'third-party'}}}\n" for n in range(PARTIES))
    actors = "".join(f"  - {{id: speaker-{n}, name: Speaker {n}, party: party-{n % PARTIES}}}\n" for n in range(SPEAKERS))
    issues = "".join(f"  - {{id: issue-{n}, label: Issue {n}, proposition: Point {n} is agreed}}\n" for n in range(ISSUES))
    publishers = "".join(f"  - {{id: p{n}, name: Publisher {n}, kind: {'agency' if n < 5 else 'outlet'}}}\n" for n in range(PUBLISHERS))
    return (
        f"negotiation:\n  id: bench\n  title: Talks made up\nparties:\n{parties}actors:\n{actors}issues:\n{issues}publishers:\n{publishers}"
    )


def make(folder: Path, documents: int) -> None:
    """Make the folder with its record."""
    folder.mkdir(parents=True)
    (folder / DOSSIER).write_text(dossier(), encoding="utf-8")
    open_database(folder / RECORD, create=True).dispose()
    with closing(sqlite3.connect(folder / RECORD)) as connection:
        for setting in ("synchronous=OFF", f"cache_size=-{CACHE}"):
            connection.execute(f"PRAGMA {setting}")
        rows, source = Rows(), random.Random(23)
        recent: list[tuple[str, int, date, str]] = []
        reported: dict[str, int] = {}
        for number in range(documents):
            recent = _document(rows, source, number, recent, reported)
            if number % CHUNK == CHUNK - 1:
                rows.write(connection)
        rows.write(connection)
        connection.execute("INSERT OR REPLACE INTO state VALUES ('matched', 'bench')")
        connection.commit()
    engine = open_database(folder / RECORD, create=False)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA cache_size=-{CACHE}")
        listing.fill(connection)
        connection.exec_driver_sql(TOLD)
        connection.exec_driver_sql(TOLD_ISSUE)
    engine.dispose()


def settle(talks: Talks) -> None:
    """Make the findings, as often as the way of making them changed."""
    keeper = Keeper(talks._engine)
    if not in_step(keeper, talks.reader, talks.dossier):
        began = time.monotonic()
        find(talks._engine, talks.dossier)
        print(f"made the findings in {time.monotonic() - began:.0f} s", flush=True)
    assert in_step(keeper, talks.reader, talks.dossier)


def _document(
    rows: Rows, source: random.Random, number: int, recent: list[tuple[str, int, date, str]], reported: dict[str, int]
) -> list[tuple[str, int, date, str]]:
    """One document with its statements; gives back the utterances that later ones may report."""
    key, day = content_id("bench", number=number), BEGINS + timedelta(days=number // DAILY)
    publisher = min(PUBLISHERS - 1, int(source.expovariate(1 / 25)))
    text = f"{prose(source, 8).capitalize()}\n\n"
    contents: list[Span] = []
    for position in range(STATEMENTS):
        if recent and source.random() < 0.4:
            utterance, speaker, said, words = source.choice(recent)
        else:
            utterance, speaker, said = f"u{number:07}.{position}", min(SPEAKERS - 1, int(source.expovariate(1 / 40))), day
            words = prose(source, source.randint(8, 25))
            recent = [*recent[-DAILY:], (utterance, speaker, said, words)]
        text += f"{prose(source, 12)}. "
        start, name = len(text) + 1, f"Speaker {speaker}"
        text += f"“{words},” said {name}.\n\n"
        statement = f"{key[:12]}{position:04}"
        known = source.random() < 0.95
        rows.add(
            *("statement", statement, key, position, "direct", 0.9, "bench"),
            *(
                (f"speaker-{speaker}", name, f"party-{speaker % PARTIES}")
                if known
                else (None, f"the envoy {source.randrange(50_000)}", None)
            ),
            *("name", 0.9, said.isoformat() if source.random() < 0.7 else None, "text"),
            *(source.choices(list(Move), (3, 3, 3, 2, 3, 1, 3, 1, 1, 20))[0].value, False, 0.8, words),
            int(content_id("doubt", of=statement), 16) % 1000 / 1000,
        )
        end = start + len(words)
        contents.append(Span(start, end))
        for role, begin, stop in (("content", start, end), ("cue", end + 3, end + 7), ("source", end + 8, end + 8 + len(name))):
            rows.add("span", statement, role, 0, begin, stop)
        for ordinal, issue in enumerate(source.sample(range(ISSUES), source.choice((1, 1, 1, 2))) if on_talks(number) else ()):
            rows.add("statement_issue", statement, ordinal, f"issue-{issue}", source.choice(("for", "against", "unclear")), 0.8)
        if source.random() < 0.2:
            rows.add("channel", statement, 0, f"Publisher {source.randrange(5)}")
        reported[utterance] = reported.get(utterance, -1) + 1
        rows.add("utterance", statement, utterance, reported[utterance])
    for mention in mentions(source, key, day, contents, text) if on_talks(number) else ():
        rows.add("mention", *mention)
    raw = zlib.compress(text.encode(), 1)
    rows.add("raw", key, len(text), raw)
    rows.add(
        "document",
        key,
        f"{key}.txt",
        text,
        text.split("\n")[0],
        f"p{publisher}",
        day.isoformat(),
        "stated",
        "en",
        "text/plain",
        key,
        "bench",
    )
    return recent


def addresses(talks: Talks) -> Iterator[str]:
    """The pages measured: each room plain, and as people narrow it, up to the costliest."""
    first = talks.articles()
    key = first.articles[0].document
    statement = talks.article(key).statements[0]
    common, rare = WORDS[0], WORDS[5000]
    middle = BEGINS + timedelta(days=100)
    yield from ("/table", f"/table?as_of={middle}", "/table?party=party-1&issue=issue-1", "/brief", f"/brief?as_of={middle}")
    for room in ("proposals", "rounds", "conflicts"):
        yield from (f"/{room}", f"/{room}?as_of={middle}", f"/{room}?party=party-1&issue=issue-1")
    yield from (f"/changes?since={middle}&until={middle + timedelta(days=7)}", f"/changes?since={middle}")
    yield from ("/articles", f"/articles?page={first.paging.pages}", "/articles?publisher=p0", f"/articles?since={middle}")
    yield from ("/speakers", "/speakers?page=50", "/speakers?party=party-1")
    yield from ("/speaker/speaker-0", "/speaker/speaker-0?issue=issue-1", "/speaker/speaker-0?page=200", "/speaker/speaker-200")
    yield from (f"/article/{key}", f"/statement/{statement.utterance}")
    yield from ("/timeline", "/timeline?party=party-1", "/timeline?issue=issue-1", "/timeline?move=threaten", "/timeline?publisher=p0")
    yield from ("/timeline?speaker=speaker-0", "/timeline?speaker=speaker-0&issue=issue-1&move=reject", f"/timeline?since={middle}")
    yield from (f"/timeline?since={middle}&until={middle}", "/timeline?publisher=p0&speaker=speaker-0&issue=issue-2")
    yield from (
        f"/search?q={common}",
        f"/search?q={rare}",
        f"/search?q={common}+{WORDS[1]}",
        f"/search?q={common}&party=party-1&issue=issue-1",
    )
    yield from (f"/search?q={common}&in=articles", f"/search?q={common}&since={middle}&until={middle}", f"/search?q={WORDS[0][:4]}*")
    yield from ("/search?party=party-1&move=threaten", "/openapi.json")
    yield from ("/review", "/review?issue=issue-1", "/review?party=party-1", "/review?party=party-1&issue=issue-1")
    yield from (f"/review/article/{key}", "/review/second", "/review/history")


def measure(talks: Talks, wanted: str) -> bool:
    """Print the time and the size of each page; whether all are within bounds."""
    good = True
    spare_collector()
    with TestClient(
        create_app(talks), base_url="http://127.0.0.1", headers={"accept-encoding": "gzip"}, raise_server_exceptions=False
    ) as client:
        shared = sum(_loaded(client, f"/static/{name}") for name in ("style.css", "rooms.js"))
        print(f"{'':<70} {'clock, ms':>15} {'work, ms':>15} {'kB':>6}")
        print(f"{'page':<70} {'median':>7} {'p95':>7} {'median':>7} {'p95':>7} {'':>6}")
        for address in addresses(talks):
            if not address.startswith(f"/{wanted}"):
                continue
            client.get(address)
            clock, work = [], []
            for _ in range(ROUNDS):
                began, worked = time.perf_counter(), time.process_time()
                status = client.get(address).status_code
                clock.append(1000 * (time.perf_counter() - began))
                work.append(1000 * (time.process_time() - worked))
            slow, size = quantiles(work, n=20)[-1], shared + _loaded(client, address)
            good &= status == 200 and slow < 150 and size < 300_000
            told = "" if status == 200 else f"  {status}"
            times = f"{median(clock):>7.0f} {quantiles(clock, n=20)[-1]:>7.0f} {median(work):>7.0f} {slow:>7.0f}"
            print(f"{address:<70} {times} {size / 1000:>6.0f}{told}", flush=True)
    return good


def _loaded(client: TestClient, address: str) -> int:
    """The bytes of an answer on the wire."""
    with client.stream("GET", address) as answer:
        return sum(len(piece) for piece in answer.iter_raw())


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the record where there is none, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--pages", default="", help="only addresses that begin so")
    options = parser.parse_args(arguments)
    if not (options.folder / RECORD).exists():
        began = time.monotonic()
        make(options.folder, options.documents)
        size = (options.folder / RECORD).stat().st_size
        print(f"made {options.documents} documents in {time.monotonic() - began:.0f} s, {size / 1e6:.0f} MB", flush=True)
    with Talks(options.folder) as talks:
        settle(talks)
        return 0 if measure(talks, options.pages) else 1


if __name__ == "__main__":
    sys.exit(main())
