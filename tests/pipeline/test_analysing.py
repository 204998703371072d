"""What a record keeps of its findings is what analysis from scratch gives, however the documents came and changed."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import Engine, event
from tests.analysis.talks import DOSSIER
from tests.views.record_source import RecordSource

from verbale.analysis import resumed
from verbale.analysis.rows import FindingKind, Group
from verbale.ids import document_id, statement_id
from verbale.pipeline.analysing import analyse, in_step, read_coded
from verbale.pipeline.runner import refresh
from verbale.record.findings import Facts, Keeper
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
from verbale.views.changes import changes
from verbale.views.kept_source import KeptSource
from verbale.views.lists import conflicts_view, proposals_view, rounds_view
from verbale.views.source import Source, Wanted
from verbale.views.table import table

SAID = (
    "we will not lower the tolls by a single crown before {n} ships have left the bay",
    "the tolls on the canal will fall by half once the fishing treaty has been signed by both",
    "our positions on the tolls are unchanged after {n} days of talks on the canal",
    "the talks on the fishing treaty have made real progress since the meeting in Lindau",
    "Kestria's proposal on the tolls would be studied in Tessaly for {n} days at least",
    "no warship will leave the bay as long as the locks stay shut for the tankers of the north",
)
AROUND = (
    "Delegations of Valmora and Kestria met in Lindau on {day} for a round of talks, with Norland hosting.",
    "Kestria has proposed lowering its tolls by half in exchange for a fishing treaty.",
    "Under the proposal, Kestria would not station warships in the bay for {n} years.",
    "Prices of fish rose in Tessaly.",
)
SPEAKERS = (("ruiz", "valmora"), ("dorn", "valmora"), ("hahn", "kestria"), ("pell", "kestria"), ("lind", "norland"), (None, None))


def article(number: int, *, seed: str = "") -> tuple[Document, list[Statement]]:
    """A generated article and its statements; some have no day, some tell what others tell."""
    chance = random.Random(f"{number} {seed}")
    day = date(2030, 5, 1) + timedelta(days=number // 3)
    text, told = f"Article {number}\n\n", []
    for position in range(4):
        text += chance.choice(AROUND).format(day=f"{day:%A}", n=chance.randrange(2, 9)) + "\n\n"
        speaker, party = chance.choice(SPEAKERS)
        words = chance.choice(SAID).format(n=10 + number // 4)
        actor = DOSSIER.actor(speaker)
        text += '"'
        span = Span(len(text), len(text) + len(words))
        text += f'{words}," {actor.name if actor else "somebody"} said on {day:%A}.\n\n'
        issues = tuple(
            IssueCode(issue, chance.choice(tuple(Stance)), 0.9, ())
            for issue in chance.sample(("tolls", "bay", "fishing"), chance.randrange(1, 3))
        )
        said_on = SaidOn(day, Known.TEXT) if chance.random() < 0.7 else SaidOn()
        told.append(
            (
                position,
                Attribution((), (), (span,), chance.choice((Kind.DIRECT, Kind.INDIRECT)), None),
                Resolution(Speaker(speaker, actor.name) if actor else None, party, said_on),
                Coding(issues, chance.choice(tuple(Move)), conditional=chance.random() < 0.2),
            )
        )
    publisher = chance.choice(("wire", "herald", "gazette"))
    published = Published() if number % 11 == 5 else Published(day, None, Known.STATED)
    key = document_id(text, publisher=publisher, url=None, title=None, published=str(published.on))
    document = Document(key, f"{number}.txt", text, None, None, publisher, published)
    return document, [Statement(statement_id(key, found), key, at, found, who, coded) for at, found, who, coded in told]


def reprint(document: Document, statements: list[Statement], *, publisher: str) -> tuple[Document, list[Statement]]:
    """The same text in another paper."""
    key = document_id(document.text, publisher=publisher, url=None, title=None, published=str(document.published.on))
    again = replace(document, id=key, path=f"{publisher}/{document.path}", publisher=publisher)
    return again, [replace(s, id=statement_id(key, s.attribution), document=key) for s in statements]


def add(engine: Engine, articles: Sequence[tuple[Document, list[Statement]]], *, method: str = "m") -> None:
    """Take articles in, code, match and analyse them; half of them are read as soon as they are coded."""
    writer, reader, keeper = Writer(engine), Reader(engine), Keeper(engine)
    run = writer.begin_run(version="0", method=method)
    writer.take_in(run, [Arrival(document, document.text.encode(), "text/plain") for document, _ in articles], [])
    writer.code(run, articles, [], coded_with=method)
    read_coded(keeper, reader, DOSSIER, [document.id for document, _ in articles[::2]])
    refresh(reader=reader, writer=writer, agencies=frozenset({"wire"}), progress=lambda *_: None)
    analyse(keeper, reader, DOSSIER, progress=lambda *_: None)
    assert in_step(reader, DOSSIER)


ARTICLES = [article(number) for number in range(24)]
DAYS = (None, *(date(2030, 5, day) for day in range(1, 12)))


def kept(engine: Engine) -> KeptSource:
    return KeptSource(Reader(engine), Found(engine), Linked(engine), DOSSIER)


def findings(source: Source) -> list[str]:
    """Every finding as of every day."""
    return sorted(f"{day} {found!r}" for kind in FindingKind for day in DAYS for found in source.found(kind, Wanted(day)))


def assert_kept_as_from_scratch(engine: Engine) -> None:
    scratch = RecordSource(Reader(engine), DOSSIER)
    assert findings(kept(engine)) == findings(scratch)
    assert len(scratch.rows) > 100
    for day in DAYS[::5]:
        for page in (table, brief, proposals_view, rounds_view, conflicts_view):
            assert page(kept(engine), as_of=day) == page(scratch, as_of=day)
        for asked in ({"issue": "tolls"}, {"party": "kestria"}):
            assert table(kept(engine), as_of=day, **asked) == table(scratch, as_of=day, **asked)
            assert conflicts_view(kept(engine), as_of=day, **asked) == conflicts_view(scratch, as_of=day, **asked)
    since = date(2030, 5, 4)
    assert changes(kept(engine), since=since, until=date(2030, 5, 8)) == changes(scratch, since=since, until=date(2030, 5, 8))


@pytest.fixture(params=(400, 2))
def every(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How often it is noted how things stand: hardly ever in a record so small, or all the time."""
    monkeypatch.setattr(resumed, "EVERY", request.param)
    monkeypatch.setattr(import_module("verbale.analysis.proposals"), "MARK_BEFORE", (request.param // 2, 5 * request.param))


@pytest.mark.usefixtures("every")
@pytest.mark.parametrize("seed", range(2))
def test_in_whatever_order_documents_come_the_record_keeps_what_analysis_gives(engine: Engine, seed: int) -> None:
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    for start in range(0, len(shuffled), 13):
        add(engine, shuffled[start : start + 13])
    assert_kept_as_from_scratch(engine)


def test_a_document_read_as_it_was_coded_is_not_read_again_for_what_matching_finds(engine: Engine) -> None:
    """That two papers print one text, and that two reports are of one utterance."""
    writer, reader, keeper = Writer(engine), Reader(engine), Keeper(engine)
    dated = [one for one in ARTICLES if one[0].published.on is not None]
    reprints = [reprint(*one, publisher="the day after") for one in dated[:4]]
    told: list[str] = []
    for group in (dated, reprints):
        run = writer.begin_run(version="0", method="m")
        writer.take_in(run, [Arrival(document, document.text.encode(), "text/plain") for document, _ in group], [])
        writer.code(run, group, [], coded_with="m")
        read_coded(keeper, reader, DOSSIER, [document.id for document, _ in group])
        refresh(reader=reader, writer=writer, agencies=frozenset({"wire"}), progress=lambda *_: None)
        analyse(keeper, reader, DOSSIER, progress=lambda stage, *_: told.append(stage))
    assert {document.id for document, _ in reprints} <= {member for cluster in reader.syndications() for member in cluster.documents}
    assert set(told) == {"find"}
    assert_kept_as_from_scratch(engine)


@pytest.mark.usefixtures("every")
def test_what_is_coded_anew_takes_the_place_of_what_was(engine: Engine) -> None:
    add(engine, ARTICLES)
    turned = []
    for document, statements in ARTICLES[::5]:
        other = [Coding((IssueCode("bay", Stance.AGAINST, 0.9),), Move.REJECT) for _ in statements]
        turned.append(
            (
                document,
                [Statement(s.id, s.document, s.position, s.attribution, s.resolution, c) for s, c in zip(statements, other, strict=True)],
            )
        )
    add(engine, turned, method="another")
    assert_kept_as_from_scratch(engine)


@pytest.mark.usefixtures("every")
def test_news_that_comes_day_by_day_goes_on_from_the_day_before(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    drafts = Facts.drafts

    def told(facts: Facts, party: str, after: str) -> list[str]:
        asked.append(after)
        return drafts(facts, party, after)

    monkeypatch.setattr(Facts, "drafts", told)
    dated = [one for one in ARTICLES if one[0].published.on is not None]
    for start in range(0, len(dated), 4):
        add(engine, dated[start : start + 4])
    assert_kept_as_from_scratch(engine)
    with engine.connect() as connection:
        noted = set(connection.exec_driver_sql("SELECT made_from FROM stood").scalars())
    if resumed.EVERY < 10:
        assert noted == {"cell", "issue", "proposals"}
        assert len(set(asked)) > 1, "proposals are read from the latest note on"


def saying(day: date, speaker: str, words: str, move: Move, issue: str) -> tuple[Document, list[Statement]]:
    """An article in which one side says one thing on its day."""
    actor = DOSSIER.actor(speaker)
    assert actor is not None
    text = f'"{words}," {actor.name} said.'
    key = document_id(text, publisher="wire", url=None, title=None, published=str(day))
    document = Document(key, f"{key}.txt", text, None, None, "wire", Published(day, None, Known.STATED))
    told = Attribution((), (), (Span(1, 1 + len(words)),), Kind.DIRECT, None)
    resolution = Resolution(Speaker(speaker, actor.name), actor.party, SaidOn(day, Known.TEXT))
    coding = Coding((IssueCode(issue, Stance.FOR, 0.9, ()),), move)
    return document, [Statement(statement_id(key, told), key, 0, told, resolution, coding)]


def test_what_is_heard_of_one_offer_leaves_another_of_its_day_as_it_was(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("verbale.analysis.proposals"), "MARK_BEFORE", (1, 3))
    day = date(2030, 5, 20)
    add(engine, [one for one in ARTICLES if one[0].published.on is not None])
    offers = {"tolls": "We will lower the tolls by half", "fishing": "We will sign a fishing treaty"}
    add(engine, [saying(day, "hahn", words, Move.OFFER, issue) for issue, words in offers.items()])
    add(engine, [saying(day + timedelta(days=4), "hahn", "We will sign a fishing treaty for ten years", Move.OFFER, "fishing")])
    refused = "Kestria's proposal on the tolls is no basis for anything"
    add(engine, [saying(day + timedelta(days=5), "ruiz", refused, Move.REJECT, "tolls")])
    made = [found.issues for found in kept(engine).found(FindingKind.PROPOSAL, Wanted(None)) if found.on == day]
    assert sorted(made) == [("fishing",), ("tolls",)]
    assert_kept_as_from_scratch(engine)


def test_of_rounds_only_those_are_made_anew_that_a_new_mention_is_of(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    add(engine, ARTICLES[:-1])
    with engine.connect() as connection:
        telling = set(connection.exec_driver_sql("SELECT document FROM mention WHERE kind = 'meeting'").scalars())
    asked: set[str] = set()
    bodies = Facts.meeting_bodies

    def told(facts: Facts, documents: set[str]) -> dict[tuple[str, int], str]:
        asked.update(documents)
        return bodies(facts, documents)

    monkeypatch.setattr(Facts, "meeting_bodies", told)
    text = "Delegations of Valmora and Kestria met in Lindau on Friday for a round of talks."
    day = date(2030, 6, 7)
    key = document_id(text, publisher="wire", url=None, title=None, published=str(day))
    late = Document(key, "late.txt", text, None, None, "wire", Published(day, None, Known.STATED))
    add(engine, [(late, [])])
    assert asked == {key}, "the days before are left as they stood"
    assert len(telling) > 10
    assert_kept_as_from_scratch(engine)


def test_a_kill_in_the_midst_is_made_good_by_the_next_call(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    from verbale.pipeline import analysing, making

    class KilledError(Exception):
        pass

    calls = 0

    def killing(*_: object) -> Iterator[object]:
        nonlocal calls
        calls += 1
        if calls % 3 == 2:
            raise KilledError
        yield from ()

    add(engine, ARTICLES[:10])
    with monkeypatch.context() as patched, pytest.raises(KilledError):
        patched.setitem(making._MAKERS, Group.CREDIT, killing)
        patched.setattr(analysing, "DOCUMENTS_AT_ONCE", 4)
        patched.setattr(analysing, "UTTERANCES_AT_ONCE", 5)
        calls = 1
        add(engine, ARTICLES[10:])
    assert not in_step(Reader(engine), DOSSIER)
    analyse(Keeper(engine), Reader(engine), DOSSIER, progress=lambda *_: None)
    assert_kept_as_from_scratch(engine)


def test_what_another_method_found_is_shown_until_all_is_coded(engine: Engine) -> None:
    add(engine, ARTICLES[:8])
    before = findings(kept(engine))
    with Keeper(engine).open() as facts:
        facts.note("analysed", "with another dossier")
    read_coded(Keeper(engine), Reader(engine), DOSSIER, [document.id for document, _ in ARTICLES[:4]])
    assert findings(kept(engine)) == before


def test_what_another_method_left_half_made_is_not_taken_for_whole(engine: Engine) -> None:
    add(engine, ARTICLES[:8])
    with Keeper(engine).open() as facts:
        facts.begin_anew("of another version, which was killed then")
    assert not in_step(Reader(engine), DOSSIER)
    analyse(Keeper(engine), Reader(engine), DOSSIER, progress=lambda *_: None)
    assert findings(kept(engine)) == findings(RecordSource(Reader(engine), DOSSIER))


def test_pages_look_findings_up_by_an_index(engine: Engine) -> None:
    add(engine, ARTICLES)
    asked: list[tuple[str, Any]] = []
    event.listen(engine, "before_cursor_execute", lambda _, __, query, given, *___: asked.append((query, given)))
    for page in (table, brief, proposals_view, rounds_view, conflicts_view):
        for day in (None, date(2030, 5, 4)):
            page(kept(engine), as_of=day, party="kestria")
            page(kept(engine), as_of=day, issue="tolls")
    plans = []
    with engine.connect() as connection:
        for query, given in [one for one in asked if one[0].lstrip().startswith(("SELECT", "WITH"))]:
            plans += [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", given)]
    scanned = {step for step in plans if step.startswith("SCAN") and "json_each" not in step}
    assert plans
    assert not [step for step in scanned if re.match(r"SCAN (finding|told|statement|document|utterance|f|t|s|d)\b", step)], scanned
