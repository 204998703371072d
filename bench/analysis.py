"""Seconds of analysis for records of several sizes, made here: what each part takes, and what one added document takes.

    python -m bench.analysis [STATEMENTS…]           # in memory; default: 1000 10000
    python -m bench.analysis record [STATEMENTS…]    # in a record: all findings, one more document, pages

Processor seconds unless it says otherwise; ten statements a document, 300 documents a day, two sides, eight issues.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Engine, insert, text

from verbale.analysis import Passage, Testimony
from verbale.analysis.positions import cells
from verbale.analysis.readings import Reading, readings
from verbale.analysis.rows import account_of, cell_rows, claim_rows_of, issue_rows_of, outlet_rows_of, reading_rows_of
from verbale.analysis.voices import Voice, voices
from verbale.analysis.wording import content_words
from verbale.dossier.model import Actor, Dossier, Issue, Negotiation, Party, PartyKind, Role
from verbale.ids import statement_id, utterance_id
from verbale.pipeline.analysing import analyse, read_coded
from verbale.pipeline.unsearched import unsearched
from verbale.record import schema
from verbale.record.database import open_database
from verbale.record.findings import Keeper
from verbale.record.found import Found
from verbale.record.linked import Linked
from verbale.record.reader import Reader
from verbale.record.writer import Arrival, Writer
from verbale.values import (
    Attribution,
    Coding,
    Document,
    IssueCode,
    Kind,
    Known,
    Move,
    Published,
    Resolution,
    SaidOn,
    Span,
    Speaker,
    Stance,
    Statement,
)
from verbale.views.brief import brief
from verbale.views.kept_source import KeptSource
from verbale.views.lists import conflicts_view, proposals_view, rounds_view
from verbale.views.table import table

DOCUMENTS_A_DAY, STATEMENTS_A_DOCUMENT, AT_ONCE = 300, 10, 16
FIRST = date(2030, 1, 1)
SUBJECTS = ("tolls", "the bay", "fishing", "the locks", "pilots", "dredging", "insurance", "customs")
TITLES = ("President", "Foreign Minister", "spokesman", "head of the delegation", "aide to the President")
SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo", "zu"]
WORDS = [one + two + three for one in SYLLABLES for two in SYLLABLES for three in SYLLABLES]
PLAIN = (
    "The ministry said that the figures for {a} and {b} had been published in the {c} report.",
    "Residents of the {a} quarter spoke of the {b} and of the {c} that nobody had seen since spring.",
    "It was the third {a} of the {b} in a year, and the {c} had been repaired by hand.",
    "The road from the {a} to the {b} stayed shut because of the {c}, and trucks waited.",
    "Prices of {a} rose by 4 percent in a month, while {b} and {c} fell.",
    "Nobody knew how long the {a} would last, as the {b} had no {c} left.",
)
OF_TALKS = (
    "Delegations of Valmora and Kestria met in Lindau on Monday for a round of talks, with Norland hosting.",
    "The talks on {a} went on in Geneva while the {b} of the {c} was being repaired.",
    "Kestria has proposed lowering its tolls by a {a} in exchange for a {b} treaty, if the {c} ends.",
)
SAID = (
    "Kestria must lower {s} by a {a} before the {b} of the {c} comes",
    "there will be no {a} on {s} as long as the {b} stays near the {c}",
    "the talks on {s} have made progress since the {a} of the {b} and the {c}",
    "our positions on {s} are unchanged after the {a} of the {b} in the {c}",
    "the proposal on {s} would be studied with the {a}, the {b} and the {c}",
    "{s} will be free if the {a} leaves the {b} of the {c}",
)
PARTIES = ("valmora", "kestria")


def dossier() -> Dossier:
    """Two sides with ten speakers each, a mediator, eight issues."""
    names = {party: [f"{word.title()} {word[::-1].title()}" for word in WORDS[10 * at : 10 * at + 10]] for at, party in enumerate(PARTIES)}
    return Dossier(
        negotiation=Negotiation("bench", "Bench", FIRST, None),
        parties=(
            Party("valmora", "Valmora", PartyKind.SIDE),
            Party("kestria", "Kestria", PartyKind.SIDE),
            Party("norland", "Norland", PartyKind.MEDIATOR),
        ),
        actors=tuple(
            Actor(f"{party}{at}", name, party=party, roles=(Role(f"{TITLES[at % 5]} of {party.title()}"),))
            for party in PARTIES
            for at, name in enumerate(names[party])
        ),
        issues=tuple(
            Issue(f"issue{at}", subject.title(), f"Kestria gives way on {subject}.", (subject,)) for at, subject in enumerate(SUBJECTS)
        ),
    )


def made(count: int, known: Dossier, *, first: int = 0) -> tuple[list[Testimony], list[Passage]]:
    """`count` documents from a number on; equal numbers give equal documents."""
    testimonies: list[Testimony] = []
    passages: list[Passage] = []
    for number in range(first, first + count):
        told, passage = _document(number, known)
        testimonies += told
        passages.append(passage)
    return testimonies, passages


def _document(number: int, known: Dossier) -> tuple[list[Testimony], Passage]:
    chance = random.Random(number)
    day = FIRST + timedelta(days=(number % 10_000_000) // DOCUMENTS_A_DAY)
    published = Published(day, None, Known.STATED)
    name, publisher = f"d{number:07}", f"paper{chance.randrange(60)}"
    body, told = "", []
    for position in range(STATEMENTS_A_DOCUMENT):
        body += " ".join(_filled(chance.choice(OF_TALKS if chance.random() < 0.1 else PLAIN), chance, "") for _ in range(2)) + "\n\n"
        actor = chance.choice(known.actors)
        issue = chance.randrange(len(SUBJECTS))
        words = _filled(chance.choice(SAID), chance, SUBJECTS[issue])
        span = Span(len(body) + 1, len(body) + 1 + len(words))
        body += f'"{words}," {actor.name} said on {day:%A}. '
        told.append(_testimony(name, position, words, span, actor, f"issue{issue}", chance, day, published, publisher))
    return told, Passage(name, body, publisher, published)


def _filled(pattern: str, chance: random.Random, subject: str) -> str:
    return pattern.format(s=subject, a=chance.choice(WORDS), b=chance.choice(WORDS), c=chance.choice(WORDS))


def _testimony(
    document: str,
    position: int,
    words: str,
    span: Span,
    actor: Actor,
    issue: str,
    chance: random.Random,
    day: date,
    published: Published,
    publisher: str,
) -> Testimony:
    """One statement; every tenth repeats an utterance of the day in another paper."""
    attribution = Attribution((), (), (span,), chance.choice((Kind.DIRECT, Kind.INDIRECT)))
    stance = chance.choice(tuple(Stance))
    said_on = SaidOn(day, Known.TEXT) if chance.random() < 0.6 else SaidOn()
    statement = Statement(
        statement_id(document, attribution),
        document,
        position,
        attribution,
        Resolution(Speaker(actor.id, actor.name), actor.party, said_on),
        Coding((IssueCode(issue, stance, 0.9),), chance.choice(tuple(Move)), conditional=chance.random() < 0.1),
    )
    utterance = f"u{day}{actor.id}{issue}" if chance.random() < 0.1 else utterance_id((statement.id,))
    return Testimony(statement, words, utterance, publisher, published, publisher, None)


def parts(testimonies: Sequence[Testimony], passages: Sequence[Passage], known: Dossier) -> Iterator[tuple[str, float]]:
    """The seconds of each part of analysis from scratch, cycles unsearched as in a record."""
    spoken: list[Voice] = []
    read: list[Reading] = []
    quotes = {t.statement.id: t.quote for t in testimonies}
    steps: tuple[tuple[str, Callable[[], object]], ...] = (
        ("documents: voices", lambda: spoken.extend(voices(testimonies, known))),
        ("documents: meetings, drafts", lambda: read.extend(readings(passages, testimonies, known))),
        ("positions, shifts", lambda: [list(cell_rows(*cell)) for cell in cells(spoken)]),
        ("quarrels", lambda: list(issue_rows_of(spoken, lambda key: content_words(quotes[key]), known))),
        ("progress", lambda: list(claim_rows_of(spoken, known))),
        ("outlets", lambda: list(outlet_rows_of([account_of(voice, quotes[voice.statement], known) for voice in spoken], known))),
        ("proposals, rounds", lambda: list(reading_rows_of(read, spoken, known))),
    )
    for name, step in steps:
        began = time.process_time()
        with unsearched():
            step()
        yield name, time.process_time() - began


def record(folder: Path, documents: int, known: Dossier) -> tuple[Engine, float]:
    """A record of generated documents, coded, read and matched but not analysed; and the seconds of reading them."""
    engine = open_database(folder / "record.sqlite", create=True)
    spent = sum(store(engine, *made(min(AT_ONCE, documents - first), known, first=first), known) for first in range(0, documents, AT_ONCE))
    return engine, spent


def store(engine: Engine, testimonies: Sequence[Testimony], passages: Sequence[Passage], known: Dossier) -> float:
    """Store documents with their statements and utterances; the processor seconds of reading them, as is done when they are coded."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for testimony in testimonies:
        told[testimony.statement.document].append(testimony.statement)
    writer = Writer(engine)
    run = writer.begin_run(version="bench", method="bench")
    texts = [Document(p.document, f"{p.document}.txt", p.text, None, None, p.publisher, p.published) for p in passages]
    writer.take_in(run, [Arrival(text, b"", "text/plain") for text in texts], [])
    writer.code(run, [(text, told[text.id]) for text in texts], [], coded_with="bench")
    began = time.process_time()
    read_coded(Keeper(engine), Reader(engine), known, [text.id for text in texts])
    spent = time.process_time() - began
    with engine.begin() as connection:
        rows = [{"statement": t.statement.id, "id": t.utterance, "ordinal": 0} for t in testimonies]
        connection.execute(insert(schema.utterance), rows)
        state = {"name": "matched", "value": texts[-1].id}
        connection.execute(text("INSERT OR REPLACE INTO state (name, value) VALUES (:name, :value)"), state)
    return spent


def kept(size: int, known: Dossier) -> Iterator[tuple[str, float]]:
    """The seconds of reading documents as they are coded, of keeping findings, all of them and those of one more document, and of pages.

    Of one more document the reading is a part; pages are the slowest of 20 looks.

    By the clock where it says so, since processes beside this one take a part; else processor seconds, those of such processes included.
    """
    count = size // STATEMENTS_A_DOCUMENT
    with tempfile.TemporaryDirectory() as name:
        engine, read = record(Path(name), count, known)
        yield "documents, read as they are coded", read
        for step, first in (("all findings", None), *_more(count)):
            read = store(engine, *made(1, known, first=first), known) if first is not None else 0.0
            clock, began = time.perf_counter(), _processor()
            analyse(Keeper(engine), Reader(engine), known, progress=lambda *_: None)
            yield f"{step}, by the clock", time.perf_counter() - clock + read
            yield step, _processor() - began + read
        days = [None, *(FIRST + timedelta(days=count * part // DOCUMENTS_A_DAY // 10) for part in range(1, 10))]
        for page in (table, brief, proposals_view, rounds_view, conflicts_view):
            spent = sorted(_look(page, engine, known, day) for day in days for _ in range(2))
            yield f"page {page.__name__}, 95th of 100", spent[-2]
        engine.dispose()


def _more(count: int) -> Iterator[tuple[str, int]]:
    """Further documents by their numbers: three of the last day, since they differ in what they touch, and three of a day a third in."""
    for at in range(3):
        yield f"one more document ({at + 1})", 10_000_000 + count - 1 - at
        yield f"one more document of an early day ({at + 1})", 20_000_000 + count // 3 + at


def _processor() -> float:
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def _look(page: Callable[..., object], engine: Engine, known: Dossier, day: date | None) -> float:
    began = time.process_time()
    page(KeptSource(Reader(engine), Found(engine), Linked(engine), known), as_of=day)
    return time.process_time() - began


def main(arguments: Sequence[str]) -> None:
    """Print a table of seconds a part and size."""
    known = dossier()
    measure = kept if "record" in arguments else lambda size, known: parts(*made(size // STATEMENTS_A_DOCUMENT, known), known)
    sizes = [int(size) for size in arguments if size.isdigit()] or [1000, 10_000]
    columns: list[dict[str, float]] = []
    for size in sizes:
        columns.append({})
        for name, spent in measure(size, known):
            columns[-1][name] = spent
            print(f"{size:,} statements, {name}: {spent:.3f} s", file=sys.stderr, flush=True)
    print("| part | " + " | ".join(f"{size:,} statements" for size in sizes) + " |")
    for name in columns[0]:
        print(f"| {name} | " + " | ".join(f"{column[name]:.3f} s" for column in columns) + " |")
    if measure is not kept:
        print("| all | " + " | ".join(f"{sum(column.values()):.2f} s" for column in columns) + " |")


if __name__ == "__main__":
    main(sys.argv[1:])
