"""A large record for the rooms' measurement, made up and written straight into the tables."""

from __future__ import annotations

import random
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

from bench.facts import TOLD, TOLD_ISSUE, mentions, on_talks
from bench.matching import BEGINS, DAILY, PUBLISHERS, SPEAKERS, STATEMENTS, WEIGHTS, WORDS

from verbale.api import DOSSIER, RECORD
from verbale.ids import content_id
from verbale.record import listing
from verbale.record.database import open_database
from verbale.values import Move, Span

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
        *(
            "id",
            "path",
            "text",
            "title",
            "publisher",
            "published_on",
            "published_known",
            "published_probability",
            "language",
            "media_type",
            "raw",
            "coded_with",
        ),
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
        1.0,
        "en",
        "text/plain",
        key,
        "bench",
    )
    return recent
