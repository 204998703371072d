"""Keeping the findings: facts of changed documents, then the groups of findings that they touch, in small transactions.

Killed at any point, the next call goes on: what is to be done is read from the record.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from itertools import chain, islice

from verbale.analysis.dating import inferred_days
from verbale.analysis.once import once
from verbale.analysis.progress import sides_of
from verbale.dossier.model import Dossier
from verbale.ids import code_id, content_id
from verbale.pipeline.beside import Beside
from verbale.pipeline.linking import keys_of, link, reported_with
from verbale.pipeline.making import make, together
from verbale.pipeline.reading import Batch, Told, note_of_mention, read, testimonies
from verbale.pipeline.refolding import spread
from verbale.pipeline.told import STATEMENT, UTTERANCE, UTTERED_ON, days_by_utterance, issues_of, range_of
from verbale.pipeline.unsearched import unsearched
from verbale.record.findings import Facts, Keeper
from verbale.record.reader import Reader

DOCUMENTS_AT_ONCE, UTTERANCES_AT_ONCE, MADE_AT_ONCE = 200, 2000, 10

DOCUMENTS_FOR_WORKERS, WAITING_FOR_WORKERS, MOST_WORKERS = 3000, 1000, 8
"""From how many on processes beside this one make it faster, although they take a second to start; and how many there are."""

Progress = Callable[[str, int, int | None], None]
"""Told the stage's name, how many documents or groups of findings are done and how many there are."""


@once
def method_of(dossier: Dossier) -> str:
    """A name for how findings are made: another one makes them all anew."""
    return content_id("analysis", code=code_id("analysis", "matching"), dossier=dossier.fingerprint or repr(dossier))


def read_coded(keeper: Keeper, reader: Reader, dossier: Dossier, documents: Collection[str]) -> None:
    """Read documents that have just been coded, so that analysis finds them read. Hold database.writer_lock.

    Not where another method made the findings, as before a change of the dossier: they are shown until all is coded.
    """
    with unsearched(), keeper.open() as open_facts:
        if open_facts.noted("analysed") not in (None, method_of(dossier)):
            return
        open_facts.begin_anew(method_of(dossier))
        states = dict(open_facts.changed({}, among=documents))
        _keep(open_facts, states, read(open_facts, reader, Batch(states, {}), dossier), dossier)


def analyse(keeper: Keeper, reader: Reader, dossier: Dossier, *, progress: Progress) -> None:
    """Bring the findings of a record in step with its statements. Hold database.writer_lock."""
    state = _state(reader, dossier)
    with keeper.open() as open_facts:
        open_facts.begin_anew(method_of(dossier))
    batches, changed = _unread(keeper, reader, dossier)
    with Beside(keeper, reader, dossier, workers=_workers(keeper, changed)) as beside:
        _read(keeper, beside, batches, changed, dossier, progress)
        while _tell(keeper, dossier):
            pass
        _make(keeper, beside, progress)
    with keeper.open() as open_facts:
        open_facts.note("analysed-from", state)


def _workers(keeper: Keeper, changed: int) -> int:
    with keeper.open() as open_facts:
        much = changed >= DOCUMENTS_FOR_WORKERS or open_facts.count_waiting() >= WAITING_FOR_WORKERS
    return min(os.cpu_count() or 1, MOST_WORKERS) if much else 0


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
        own = testimonies(open_facts, reader, undated, open_facts.utterances_of(undated))
        speakers = {t.statement.resolution.speaker.id for t in own[0] if t.statement.resolution.speaker is not None}
        near = open_facts.speaking({s for s in speakers if s is not None}, {t.utterance for t in own[0]})
        dated = [document for document in near if document not in set(undated)]
        others = testimonies(open_facts, reader, dated, open_facts.utterances_of(dated))
    return dict(inferred_days((*own[0], *others[0]), own[1]))


def _unread(keeper: Keeper, reader: Reader, dossier: Dossier) -> tuple[Iterator[Batch], int]:
    """The documents to read anew, since their facts follow from what has changed, some at once; and how many they are."""
    days, judged = _inferred(keeper, reader), _only_judged(reader, dossier)
    batches = _batches(keeper, days, judged)
    first = next(batches, None)
    if first is None:
        return iter(()), 0
    changed = len(first.states)
    if changed == DOCUMENTS_AT_ONCE:  # to look for more takes as long as to look for the first
        with keeper.open() as open_facts:
            changed += sum(1 for _ in open_facts.changed(days, after=max(first.states), judged=judged))
    return chain([first], batches), changed


def _read(keeper: Keeper, beside: Beside, batches: Iterator[Batch], changed: int, dossier: Dossier, progress: Progress) -> None:
    done = 0
    if changed:
        progress("analyse", done, changed)
    for batch, found in beside.each(read, batches):
        with unsearched(), keeper.open() as open_facts:
            _keep(open_facts, batch.states, found, dossier)
        done += len(batch.states)
        progress("analyse", done, changed)


def _batches(keeper: Keeper, days: Mapping[str, date], judged: bool) -> Iterator[Batch]:
    last, more = "", True
    while more:
        with keeper.open() as open_facts:
            states = dict(islice(open_facts.changed(days, after=last, judged=judged), DOCUMENTS_AT_ONCE))
        if states:
            yield Batch(states, {document: days[document] for document in states if document in days})
            last = max(states)
        more = len(states) == DOCUMENTS_AT_ONCE


def _keep(open_facts: Facts, states: Mapping[str, str], found: Told, dossier: Dossier) -> None:
    """Put what documents tell in the place of what they told before."""
    gone, mentioned = open_facts.forget(states)
    stay = open_facts.days_of({row[UTTERANCE] for row in gone if row[UTTERANCE]})
    days_gone = {key: range_of([*stay.get(key, ()), *own]) for key, own in days_by_utterance(gone).items()}
    sides = sides_of(dossier)
    notes = {note for row in gone for note in keys_of(row, issues_of(row), (row[UTTERANCE], row[UTTERED_ON]), sides, days_gone)}
    notes |= {note for row in gone for note in reported_with(row[STATEMENT], row[UTTERANCE])}
    notes |= {note_of_mention(kind, party, made_on) for kind, party, made_on in mentioned}
    open_facts.keep("analysed", ({"document": document, "state": state} for document, state in states.items()))
    open_facts.keep("told", found.statements)
    open_facts.keep("told_issue", found.issues)
    open_facts.keep("mention", found.mentions)
    open_facts.stale_days((*notes, *found.notes))


def _tell(keeper: Keeper, dossier: Dossier) -> bool:
    """Tell statements of some utterances as theirs that are not told so; whether there were any."""
    with unsearched(), keeper.open() as open_facts:
        untold = open_facts.take_untold(UTTERANCES_AT_ONCE)
        link(open_facts, untold, dossier)
    return bool(untold)


def _make(keeper: Keeper, beside: Beside, progress: Progress) -> None:
    """Make the stale groups anew."""
    with keeper.open() as open_facts:
        spread(open_facts)
        stale = open_facts.waiting()
    found, done = beside.each(make, together(stale)), 0
    while some := list(islice(found, MADE_AT_ONCE)):
        with unsearched(), keeper.open() as open_facts:
            for notes, writes in some:
                for write in writes:
                    write(open_facts)
                open_facts.made(notes)
                done += len(notes)
        progress("find", done, len(stale))
