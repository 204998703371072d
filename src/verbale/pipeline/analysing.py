"""Keeping the findings: facts of changed documents, then the groups of findings that they touch, in small transactions.

Killed at any point, the next call goes on: what is to be done is read from the record.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from verbale.analysis.dating import inferred_days, with_days
from verbale.analysis.kept import ALL
from verbale.analysis.names import names_of
from verbale.analysis.once import once
from verbale.analysis.outlets import Account, alike, phrases_of, sketch_of
from verbale.analysis.progress import sides_of
from verbale.analysis.readings import reading
from verbale.analysis.rows import (
    Group,
    Row,
    before,
    claim_rows,
    credit_rows,
    utterance_rows,
)
from verbale.analysis.testimony import Passage, Testimony
from verbale.analysis.voices import Voice, voices_of
from verbale.dossier.model import Dossier
from verbale.ids import code_id, content_id
from verbale.pipeline.linking import ALWAYS, keys_of, link, told_alone
from verbale.pipeline.refolding import refold, refold_proposals, regather
from verbale.pipeline.told import (
    UTTERANCE,
    UTTERED_ON,
    day_of,
    days_by_utterance,
    finding_row,
    issue_rows_of,
    mention_rows,
    range_of,
    told_row,
    voice_of,
)
from verbale.pipeline.unsearched import unsearched
from verbale.record.findings import Facts, Keeper
from verbale.record.reader import Reader
from verbale.record.schema.findings import EVER
from verbale.values import Document

DOCUMENTS_AT_ONCE, UTTERANCES_AT_ONCE = 200, 2000

Progress = Callable[[str, int, int | None], None]
"""Told the stage's name, how many are done and how many there are."""


@once
def method_of(dossier: Dossier) -> str:
    """A name for how findings are made: another one makes them all anew."""
    return content_id("analysis", code=code_id("analysis", "matching"), dossier=dossier.fingerprint or repr(dossier))


def analyse(keeper: Keeper, reader: Reader, dossier: Dossier, *, progress: Progress) -> None:
    """Bring the findings of a record in step with its statements. Hold database.writer_lock."""
    state = _state(reader, dossier)
    with keeper.open() as open_facts:
        open_facts.begin_anew(method_of(dossier))
    days = _inferred(keeper, reader)
    _read(keeper, reader, dossier, days, progress)
    while _tell(keeper, dossier):
        pass
    for kind in Group:
        while _make(keeper, kind, dossier):
            pass
    with keeper.open() as open_facts:
        open_facts.note("analysed-from", state)


def in_step(reader: Reader, dossier: Dossier) -> bool:
    """Whether the findings follow from the statements as they are, by what is noted with each change of them."""
    analysed, *state = reader.noted("analysed-from", "matched", "judged")
    return analysed == " ".join(map(str, (method_of(dossier), *state)))


def _state(reader: Reader, dossier: Dossier) -> str:
    return " ".join(map(str, (method_of(dossier), *reader.noted("matched", "judged"))))


def _inferred(keeper: Keeper, reader: Reader) -> dict[str, date]:
    """The better days of documents that came without one, by what dated documents tell of the same utterances and speakers."""
    with keeper.open() as open_facts:
        undated = open_facts.undated()
        if not undated:
            return {}
        own = _testimonies(open_facts, reader, undated)
        speakers = {t.statement.resolution.speaker.id for t in own[0] if t.statement.resolution.speaker is not None}
        near = open_facts.speaking({s for s in speakers if s is not None}, {t.utterance for t in own[0]})
        others = _testimonies(open_facts, reader, [document for document in near if document not in set(undated)])
    return dict(inferred_days((*own[0], *others[0]), own[1]))


def _testimonies(open_facts: Facts, reader: Reader, documents: Collection[str]) -> tuple[list[Testimony], list[Passage]]:
    """The statements and texts of documents as inference of days reads them: witnesses play no part."""
    texts = list(reader.documents(list(documents), latest=True))
    told = open_facts.statements(documents)
    utterances = open_facts.utterances_of(documents)
    found = [
        Testimony(statement, quoted, utterances.get(statement.id, statement.id), text.publisher, text.published, "", text.title)
        for text in texts
        for statement, quoted in told[text.id]
    ]
    return found, [_passage(text) for text in texts]


def _passage(text: Document) -> Passage:
    return Passage(text.id, text.text, text.publisher, text.published, text.furniture)


def _read(keeper: Keeper, reader: Reader, dossier: Dossier, days: dict[str, date], progress: Progress) -> None:
    """Read the documents anew whose facts follow from what has changed, some at once."""
    inferred, last, done = {document: day.isoformat() for document, day in days.items()}, "", 0
    with keeper.open() as open_facts:
        changed = sum(1 for _ in open_facts.changed(inferred))
    while done < changed:
        progress("analyse", done, changed)
        with unsearched(), keeper.open() as open_facts:
            states = dict(islice(open_facts.changed(inferred, after=last), DOCUMENTS_AT_ONCE))
            _facts(open_facts, reader, states, days, dossier)
        last, done = max(states), done + len(states)


def _facts(open_facts: Facts, reader: Reader, states: dict[str, str], days: dict[str, date], dossier: Dossier) -> None:
    """Read documents anew; statements whose utterances others report too belong to none until they are linked."""
    gone, mentioned = open_facts.forget(states)
    stay = open_facts.days_of({row[UTTERANCE] for row in gone if row[UTTERANCE]})
    days_gone = {key: range_of([*stay.get(key, ()), *own]) for key, own in days_by_utterance(gone).items()}
    keys = {key for row in gone for key in keys_of(row, row[UTTERANCE], row[UTTERED_ON], sides_of(dossier), days_gone)}
    keys |= {(Group.UTTERANCE, row[UTTERANCE], *ALWAYS) for row in gone if row[UTTERANCE]}
    alone = open_facts.alone(states)
    by_document: dict[str, list[Testimony]] = defaultdict(list)
    told, passages = with_days(*_testimonies(open_facts, reader, states), {key: days[key] for key in states if key in days})
    for testimony in told:
        by_document[testimony.statement.document].append(testimony)
    kept: dict[str, list[dict[str, object]]] = {"told": [], "told_issue": [], "mention": []}
    kept["analysed"] = [{"document": document, "state": state} for document, state in states.items()]
    for passage in passages:
        own = by_document[passage.document]
        spoken = voices_of(own, dossier)
        by_id = {t.statement.id: t for t in own}
        for voice in spoken:
            row = told_row(voice, sketch_of(voice, by_id[voice.statement].quote, dossier))
            if utterance := alone.get(voice.statement):
                issues = json.dumps([[code.issue] for code in voice.codes])
                keys.update(told_alone(row, issues, utterance, by_id[voice.statement], dossier))
            kept["told"].append(row)
        kept["told_issue"] += [row for voice in spoken for row in issue_rows_of(voice)]
        read = reading(passage.document, passage, own, dossier)
        kept["mention"] += mention_rows(read, names_of(dossier))
        mentioned |= {("draft", draft.by, (draft.on or ALL).isoformat()) for draft in read.drafts}
        mentioned |= {("meeting", None, "") for _ in read.meetings[:1]}
    for table, rows in kept.items():
        open_facts.keep(table, rows)
    keys |= {(Group.PROPOSALS.value, party, since, EVER) for kind, party, since in mentioned if kind == "draft" and party is not None}
    keys |= {(Group.ROUNDS.value, "", *ALWAYS) for kind, *_ in mentioned if kind == "meeting"}
    open_facts.stale_days(keys)


def _tell(keeper: Keeper, dossier: Dossier) -> bool:
    """Tell statements of some utterances that are not told as theirs; whether there were any."""
    with unsearched(), keeper.open() as open_facts:
        moved = open_facts.take_moved(UTTERANCES_AT_ONCE)
        link(open_facts, moved, dossier)
    return bool(moved)


def _make(keeper: Keeper, kind: Group, dossier: Dossier) -> bool:
    """Make some stale groups of a kind anew; whether there were any."""
    with unsearched(), keeper.open() as open_facts:
        if kind in (Group.CELL, Group.ISSUE):
            notes = open_facts.take_stale_days(kind, 200)
            for note in notes:
                refold(open_facts, kind, note, dossier)
            return bool(notes)
        if kind is Group.PROPOSALS:
            return refold_proposals(open_facts, dossier)
        if kind is Group.ROUNDS:
            return regather(open_facts, dossier)
        keys = open_facts.take_stale(kind, 2000 if kind is Group.UTTERANCE else 200)
        open_facts.keep("finding", (finding_row(row) for row in _MAKERS[kind](open_facts, keys, dossier)))
    return bool(keys)


def _claims(open_facts: Facts, keys: Sequence[str], dossier: Dossier) -> Iterator[Row]:
    for key in keys:
        party, on = key.split("\n")
        yield from claim_rows(party, date.fromisoformat(on) if on else None, [voice_of(row) for row in open_facts.claiming(party, on)])


def _utterances(open_facts: Facts, keys: Sequence[str], dossier: Dossier) -> Iterator[Row]:
    reports: dict[str, list[Voice]] = defaultdict(list)
    for row in open_facts.reported_often(keys):
        voice = voice_of(row)
        reports[voice.utterance].append(voice)
    quotes = open_facts.quotes([voice.statement for group in reports.values() for voice in group])
    for utterance, group in reports.items():
        yield from utterance_rows(utterance, [Account(voice, quotes[voice.statement], ()) for voice in group], dossier)


def _credits(open_facts: Facts, keys: Sequence[str], dossier: Dossier) -> Iterator[Row]:
    days = [date.fromisoformat(key) for key in keys]
    near = sorted({day for key in days for day in before(key)})
    told = open_facts.sketched(None if day == ALL else day.isoformat() for day in near)
    phrases = phrases_of((key, day_of(on) or ALL, sketch.split("\n")) for key, on, sketch in told)
    for day in days:
        pairs = alike(day, phrases)
        members = {key for pair in pairs for key in pair}
        quotes = open_facts.quotes(members)
        known = {row[0]: Account(voice_of(row), quotes[row[0]], ()) for row in open_facts.told_of(members)}
        yield from credit_rows(day, [(known[one], known[other]) for one, other in pairs], dossier)


Maker = Callable[[Facts, Sequence[str], Dossier], Iterable[Row]]

_MAKERS: dict[Group, Maker] = {
    Group.CLAIM: _claims,
    Group.UTTERANCE: _utterances,
    Group.CREDIT: _credits,
}
