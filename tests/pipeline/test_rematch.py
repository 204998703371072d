"""Matching what came in gives what matching everything anew gives, whatever the order, the portions, recodings and interruptions."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import reduce
from operator import or_
from pathlib import Path

import pytest

from verbale.ids import statement_id
from verbale.judging import Tie
from verbale.pipeline.judged import tie
from verbale.pipeline.rematch import Rematched, rematch
from verbale.pipeline.stages import match
from verbale.record.database import open_database
from verbale.record.editions import Edition
from verbale.record.filing_steps import Step
from verbale.record.reader import Reader
from verbale.record.writer import Arrival, Writer
from verbale.values import (
    Attribution,
    Coding,
    Document,
    Kind,
    Known,
    Move,
    Published,
    Resolution,
    SaidOn,
    Span,
    Speaker,
    Statement,
)

MONDAY = date(2031, 4, 14)
AGENCIES = frozenset({"norwire"})
SENTENCES = (
    "“The positions of the two delegations have moved as close together as they can on the river quota.”",
    "the delegations' positions on the river quota had converged to the maximum",
    "“We will radically reduce patrols along the northern canal.”",
    "patrols along the northern canal would be drastically cut",
    "patrols along the southern canal would be increased",
    "“Our government will release 120 prisoners by the end of the month, and perhaps more of them later.”",
    "the government would free 120 captives by the end of the month",
    "transit was now under serious discussion in conjunction with fees",
)
SYLLABLES = ("ba", "den", "kor", "li", "mas", "ne", "por", "ru")


def prose(seed: str, words: int) -> str:
    """Made-up words, the same for the same seed."""
    source = random.Random(seed)
    return " ".join("".join(source.choices(SYLLABLES, k=2)) for _ in range(words))


STORIES = [prose(str(n), 90) for n in range(4)]


def article(number: int, source: random.Random) -> tuple[Document, tuple[Statement, ...]]:
    """A made-up article: a story that others carry too, whole or cut, a footer of its publisher, and up to four statements."""
    publisher = source.choice(["norwire", "vellana", "tidende", None])
    story = source.choice(STORIES).split()
    said = source.sample(SENTENCES, source.randint(0, 4))
    footer = prose(str(publisher), 30)
    own = prose(f"own {number}", 25)
    text = "\n".join([*said, " ".join(story[: source.choice([40, 90])]), own, footer])
    day = MONDAY + timedelta(days=source.randint(0, 4)) if source.random() < 0.9 else None
    document = Document(f"d{number:02}", f"{number:02}.txt", text, publisher=publisher, published=Published(on=day))
    return document, coded(document, said, source)


def coded(document: Document, said: Sequence[str], source: random.Random) -> tuple[Statement, ...]:
    """The statements of an article, credited and dated as chance will have it."""
    found = []
    for position, sentence in enumerate(said):
        start = document.text.index(sentence)
        kind = Kind.DIRECT if sentence[0] == "“" else Kind.INDIRECT
        attribution = Attribution((), (), (Span(start, start + len(sentence)),), kind)
        name = source.choice(["velk", "velk", "arden", None])
        on = MONDAY + timedelta(days=source.randint(0, 3)) if source.random() < 0.6 else None
        known = Known.TEXT if on else Known.UNKNOWN
        resolution = Resolution(Speaker(name, name.title()) if name else None, None, SaidOn(on, known))
        key = statement_id(document.id, attribution)
        found.append(Statement(key, document.id, position, attribution, resolution, Coding((), Move.REPORT)))
    return tuple(found)


@dataclass
class Filled:
    """A record, and beside it what it should hold."""

    reader: Reader
    writer: Writer
    content: dict[str, tuple[Document, tuple[Statement, ...]]] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    superseded: set[str] = field(default_factory=set)

    def succession(self, editions: Sequence[Edition]) -> dict[str, str]:
        """Of each page the last document by name counts."""
        latest = max(edition.document for edition in editions)
        found = {edition.document: latest for edition in editions if edition.document != latest}
        self.superseded |= found.keys()
        return found

    def take_in(self, articles: Sequence[tuple[Document, tuple[Statement, ...]]]) -> None:
        run = self.writer.begin_run(version="1", method="m")
        arrivals = [Arrival(document, document.text.encode(), "text/plain") for document, _ in articles]
        self.writer.take_in(run, arrivals, [], succession=self.succession)
        self.code(articles)
        for document in self.superseded:
            self.content.pop(document, None)

    def code(self, articles: Sequence[tuple[Document, tuple[Statement, ...]]]) -> None:
        self.content |= {document.id: (document, statements) for document, statements in articles}
        self.writer.code(1, articles, [], coded_with="m")

    def rematch(self) -> Rematched:
        return reduce(or_, rematch(self.reader, self.writer, agencies=AGENCIES, ties=self.ties, told=lambda *_: None), Rematched())

    def is_as_from_scratch(self) -> None:
        utterances, syndications = match(self.content.values(), agencies=AGENCIES)
        assert self.reader.utterances() == tie(utterances, self.ties, self.reader)
        assert self.reader.syndications() == syndications


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Filled]:
    for name, value in (("verbale.matching.STANDING", 4), ("verbale.matching.syndication.STANDING", 4)):
        monkeypatch.setattr(name, value)
    monkeypatch.setattr("verbale.pipeline.rematch.AT_ONCE", 3)
    engine = open_database(tmp_path / "record.sqlite", create=True)
    yield Filled(Reader(engine), Writer(engine))
    engine.dispose()


@pytest.mark.parametrize("seed", range(5))
def test_any_order_and_any_portions_give_the_same(record: Filled, seed: int) -> None:
    source = random.Random(seed)
    articles = [article(number, source) for number in range(16)]
    source.shuffle(articles)
    while articles:
        size = source.randint(1, 7)
        record.take_in(articles[:size])
        articles = articles[size:]
        record.rematch()
        record.is_as_from_scratch()


@pytest.mark.parametrize("seed", range(5))
def test_superseded_articles_leave_no_trace(record: Filled, seed: int) -> None:
    source = random.Random(seed)
    articles = [article(number, source) for number in range(20)]
    pages = [(replace(document, url=f"https://post.example/{source.randint(0, 8)}"), said) for document, said in articles]
    source.shuffle(pages)
    while pages:
        size = source.randint(1, 7)
        record.take_in(pages[:size])
        pages = pages[size:]
        record.rematch()
        record.is_as_from_scratch()
    assert record.superseded


@pytest.mark.parametrize("seed", range(5))
def test_articles_coded_or_dated_anew_are_matched_anew(record: Filled, seed: int) -> None:
    source = random.Random(seed)
    record.take_in([article(number, source) for number in range(12)])
    record.rematch()
    for _ in range(3):
        again = source.sample([name for name, (_, statements) in sorted(record.content.items()) if statements], 3)
        for name in again:
            document, statements = record.content[name]
            said = [statement.attribution.content[0].of(document.text) for statement in statements]
            record.code([(document, coded(document, said[source.randint(0, 1) :], source))])
        changed = record.rematch()
        assert changed.documents >= set(again)
        record.is_as_from_scratch()


class KilledError(Exception):
    """The run ended here."""


class Mortal(Writer):
    """A writer that dies at its n-th step."""

    left = 0

    def match(self, step: Step, *, state: str) -> None:
        self.left -= 1
        if self.left < 0:
            raise KilledError
        super().match(step, state=state)


@pytest.mark.parametrize("seed", range(3))
def test_an_interrupted_matching_is_completed_by_the_next(record: Filled, seed: int) -> None:
    source = random.Random(seed)
    articles = [article(number, source) for number in range(16)]
    record.take_in(articles[:9])
    record.rematch()
    record.take_in(articles[9:])
    document, _ = record.content["d02"]
    record.code([(document, ())])
    mortal = Mortal(record.writer._engine)
    mortal.left = seed % 3
    with pytest.raises(KilledError):
        list(rematch(record.reader, mortal, agencies=AGENCIES, ties=(), told=lambda *_: None))
    record.rematch()
    record.is_as_from_scratch()


def test_what_changed_is_told_and_no_more(record: Filled) -> None:
    source = random.Random(5)
    articles = [article(number, source) for number in range(14)]
    record.take_in(articles[:13])
    record.rematch()
    assert record.rematch() == Rematched()
    before = ({s: u.id for u in record.reader.utterances() for s in u.statements}, record.reader.filing.clusters(record.content))
    record.take_in(articles[13:])
    changed = record.rematch()
    after = ({s: u.id for u in record.reader.utterances() for s in u.statements}, record.reader.filing.clusters(record.content))
    regrouped = {name for name in record.content if before[1].get(name) != after[1].get(name)}
    assert changed.documents == regrouped | {articles[13][0].id}
    moved = {name for name, utterance in after[0].items() if before[0].get(name) != utterance}
    assert moved <= changed.statements
    witnessed = {u for name, u in after[0].items() if any(s.id == name for d in changed.documents for s in record.content[d][1])}
    assert changed.statements == moved | {name for name, utterance in after[0].items() if utterance in witnessed}


def test_what_people_joined_stays_joined_while_articles_come_in(record: Filled) -> None:
    source = random.Random(3)
    articles = [article(number, source) for number in range(12)]
    named = [statement.id for _, statements in articles for statement in statements]
    record.ties = (Tie(named[0], named[-1]), Tie(named[2], None), Tie(named[-1], named[4]))
    for part in (articles[6:], articles[:6]):
        record.take_in(part)
        record.rematch()
        record.is_as_from_scratch()


def test_another_method_matches_everything_anew(record: Filled) -> None:
    source = random.Random(9)
    record.take_in([article(number, source) for number in range(8)])
    record.rematch()
    changed = reduce(or_, rematch(record.reader, record.writer, agencies=frozenset(), ties=(), told=lambda *_: None))
    assert changed.documents == record.content.keys()
