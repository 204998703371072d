"""Keeping the findings: facts of changed documents, then the groups of findings that they touch, in small transactions.

Killed at any point, the next call goes on: what is to be done is read from the record.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice

from verbale.analysis.dating import inferred_days
from verbale.analysis.kept import ALL
from verbale.analysis.once import once
from verbale.analysis.outlets import Account, alike, copied, phrases_of
from verbale.analysis.progress import sides_of
from verbale.analysis.rows import (
    Group,
    Row,
    before,
    claim_rows,
    credit_rows,
    utterance_rows,
)
from verbale.analysis.voices import Voice
from verbale.dossier.model import Dossier
from verbale.ids import code_id, content_id
from verbale.pipeline.linking import ALWAYS, keys_of, link
from verbale.pipeline.readers import Readers
from verbale.pipeline.reading import Told, note_of_mention, testimonies
from verbale.pipeline.refolding import refold, refold_proposals, regather
from verbale.pipeline.told import (
    UTTERANCE,
    UTTERED_ON,
    day_of,
    days_by_utterance,
    finding_row,
    range_of,
    voice_of,
)
from verbale.pipeline.unsearched import unsearched
from verbale.record.findings import Facts, Keeper
from verbale.record.reader import Reader

DOCUMENTS_AT_ONCE, UTTERANCES_AT_ONCE = 200, 2000

LEAST_FOR_WORKERS, MOST_WORKERS = 3000, 8
"""Documents from which processes beside this one read them faster, although they take a second to start; and how many there are."""

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
    _read(keeper, reader, dossier, progress)
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


def _only_judged(reader: Reader, dossier: Dossier) -> bool:
    """Whether nothing but judgements came since the findings were last in step."""
    analysed, matched = reader.noted("analysed-from", "matched")
    return analysed is not None and analysed.startswith(f"{method_of(dossier)} {matched} ")


def _inferred(keeper: Keeper, reader: Reader) -> dict[str, date]:
    """The better days of documents that came without one, by what dated documents tell of the same utterances and speakers."""
    with keeper.open() as open_facts:
        undated = open_facts.undated()
        if not undated:
            return {}
        own = testimonies(open_facts, reader, undated)
        speakers = {t.statement.resolution.speaker.id for t in own[0] if t.statement.resolution.speaker is not None}
        near = open_facts.speaking({s for s in speakers if s is not None}, {t.utterance for t in own[0]})
        others = testimonies(open_facts, reader, [document for document in near if document not in set(undated)])
    return dict(inferred_days((*own[0], *others[0]), own[1]))


def _read(keeper: Keeper, reader: Reader, dossier: Dossier, progress: Progress) -> None:
    """Read the documents anew whose facts follow from what has changed, some at once; many of them in processes beside this one."""
    days, judged = _inferred(keeper, reader), _only_judged(reader, dossier)
    inferred = {document: day.isoformat() for document, day in days.items()}
    batches, done = _batches(keeper, inferred, judged), 0
    first = next(batches, None)
    if first is None:
        return
    changed = len(first)
    if changed == DOCUMENTS_AT_ONCE:  # to look for more takes as long as to look for the first
        with keeper.open() as open_facts:
            changed += sum(1 for _ in open_facts.changed(inferred, after=max(first), judged=judged))
    progress("analyse", done, changed)
    workers = min(os.cpu_count() or 1, MOST_WORKERS) if changed >= LEAST_FOR_WORKERS else 0
    with Readers(keeper, reader, dossier, workers=workers) as readers:
        for states, found in readers.read(chain([first], batches), days):
            with unsearched(), keeper.open() as open_facts:
                _keep(open_facts, states, found, dossier)
            done += len(states)
            progress("analyse", done, changed)


def _batches(keeper: Keeper, inferred: dict[str, str], judged: bool) -> Iterator[dict[str, str]]:
    """The documents to read anew, some at once, with the state that their facts will follow from."""
    last, more = "", True
    while more:
        with keeper.open() as open_facts:
            states = dict(islice(open_facts.changed(inferred, after=last, judged=judged), DOCUMENTS_AT_ONCE))
        if states:
            yield states
            last = max(states)
        more = len(states) == DOCUMENTS_AT_ONCE


def _keep(open_facts: Facts, states: dict[str, str], found: Told, dossier: Dossier) -> None:
    """Put what documents tell in the place of what they told before."""
    gone, mentioned = open_facts.forget(states)
    stay = open_facts.days_of({row[UTTERANCE] for row in gone if row[UTTERANCE]})
    days_gone = {key: range_of([*stay.get(key, ()), *own]) for key, own in days_by_utterance(gone).items()}
    notes = {note for row in gone for note in keys_of(row, row[UTTERANCE], row[UTTERED_ON], sides_of(dossier), days_gone)}
    notes |= {(Group.UTTERANCE, row[UTTERANCE], *ALWAYS) for row in gone if row[UTTERANCE]}
    notes |= {note_of_mention(kind, party, made_on) for kind, party, made_on in mentioned}
    open_facts.keep("analysed", ({"document": document, "state": state} for document, state in states.items()))
    open_facts.keep("told", found.statements)
    open_facts.keep("told_issue", found.issues)
    open_facts.keep("mention", found.mentions)
    open_facts.stale_days((*notes, *found.notes))


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
    phrases = phrases_of((key, speaker, day_of(on) or ALL, sketch.split("\n")) for key, speaker, on, sketch in told)
    for day in days:
        pairs = alike(day, phrases)
        quotes = open_facts.quotes({key for pair in pairs for key in pair})
        pairs = copied(pairs, quotes)
        members = {key for pair in pairs for key in pair}
        known = {row[0]: Account(voice_of(row), quotes[row[0]], ()) for row in open_facts.told_of(members)}
        yield from credit_rows(day, [(known[one], known[other]) for one, other in pairs], dossier)


Maker = Callable[[Facts, Sequence[str], Dossier], Iterable[Row]]

_MAKERS: dict[Group, Maker] = {
    Group.CLAIM: _claims,
    Group.UTTERANCE: _utterances,
    Group.CREDIT: _credits,
}
