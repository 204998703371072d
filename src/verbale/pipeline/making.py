"""Groups of findings made from what a record has: told as what is to be written, by who only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from verbale.analysis.kept import ALL
from verbale.analysis.outlets import Account, alike, copied, phrases_of
from verbale.analysis.rows import Group, Row, before, claim_rows, credit_rows, utterance_rows
from verbale.analysis.voices import Voice
from verbale.dossier.model import Dossier
from verbale.pipeline.refolding import Write, issue_of, keeping, refold, refold_proposals, regather
from verbale.pipeline.told import Note, day_of, finding_row, voice_of
from verbale.record.findings import Facts
from verbale.record.reader import Reader

AT_ONCE = {Group.PROPOSALS: 1, Group.CREDIT: 20, Group.UTTERANCE: 2000, Group.CLAIM: 200, Group.ROUNDS: 1}
"""How many groups of a kind are made at once; of cells and quarrels it is all of an issue. What takes longest is begun first."""


def together(notes: Iterable[Note]) -> Iterator[Sequence[Note]]:
    """Groups that are to be made, some at once."""
    issues: dict[str, list[Note]] = defaultdict(list)
    others: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        if note[0] in (Group.CELL, Group.ISSUE):
            issues[issue_of(note)].append(note)
        else:
            others[note[0]].append(note)
    for group, most in AT_ONCE.items():
        yield from (others[group][at : at + most] for at in range(0, len(others[group]), most))
    yield from issues.values()


def make(open_facts: Facts, _: Reader, notes: Sequence[Note], dossier: Dossier) -> list[Write]:
    """Make groups of findings anew. Reads the record and writes nothing."""
    return list(_MAKERS[Group(notes[0][0])](open_facts, notes, dossier))


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


Maker = Callable[[Facts, Sequence[Note], Dossier], Iterator[Write]]


def _whole(rows_of: Callable[[Facts, Sequence[str], Dossier], Iterator[Row]]) -> Maker:
    """What makes groups anew as a whole, out of what makes their rows."""

    def made(open_facts: Facts, notes: Sequence[Note], dossier: Dossier) -> Iterator[Write]:
        keys = [key for _, key, *_ in notes]
        yield partial(Facts.drop, group=notes[0][0], keys=keys)
        yield keeping("finding", map(finding_row, rows_of(open_facts, keys, dossier)))

    return made


_MAKERS: dict[Group, Maker] = {
    Group.CELL: refold,
    Group.ISSUE: refold,
    Group.CLAIM: _whole(_claims),
    Group.UTTERANCE: _whole(_utterances),
    Group.CREDIT: _whole(_credits),
    Group.PROPOSALS: refold_proposals,
    Group.ROUNDS: regather,
}
