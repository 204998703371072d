"""Positions: where each party stands on each issue as of a day; shifts: how that moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from verbale.analysis.cell import Cell, days_of
from verbale.analysis.events import Event, events_by
from verbale.analysis.findings import Position, PositionOf, Shift, ShiftOf
from verbale.analysis.kept import ALL, Kept, held
from verbale.analysis.testimony import Testimony
from verbale.analysis.voices import Voice, voices
from verbale.dossier.model import Dossier


def positions(testimonies: Sequence[Testimony], dossier: Dossier, *, as_of: date | None = None) -> tuple[Position, ...]:
    """Every party's position on every issue it spoke on, in dossier order; a cell without a word of the party is absent.

    The rule is written down in docs/analysis.md. `as_of` is inclusive; with it, undated statements are left out.
    """
    by_id = {t.statement.id: t for t in testimonies}
    found = [one for cell in cells(voices(testimonies, dossier)) for one in held(_kept(*cell)[0], as_of)]
    return tuple(one.cited(by_id.__getitem__) for one in sorted(found, key=lambda one: cell_place(one, dossier)))


def shifts(
    testimonies: Sequence[Testimony], dossier: Dossier, *, since: date | None = None, until: date | None = None
) -> tuple[Shift, ...]:
    """What moved from `since` to `until`, both inclusive: new stances and stances that replaced others, in order of time."""
    by_id = {t.statement.id: t for t in testimonies}
    found = [one for cell in cells(voices(testimonies, dossier)) for one in held(_kept(*cell)[1], until)]
    wanted = [one for one in found if since is None or one.on >= since]
    return tuple(one.cited(by_id.__getitem__) for one in sorted(wanted, key=lambda one: shift_place(one, dossier)))


def cells(found: Iterable[Voice]) -> list[tuple[str, str, list[Voice]]]:
    """The voices by party and issue."""
    groups: dict[tuple[str, str], list[Voice]] = defaultdict(list)
    for voice in found:
        if voice.party is not None:
            for code in voice.codes:
                groups[voice.party, code.issue].append(voice)
    return [(party, issue, group) for (party, issue), group in groups.items()]


def cell_place(one: PositionOf[str] | ShiftOf[str], dossier: Dossier) -> tuple[int, int, str, str]:
    """The order of positions: that of the dossier's parties, then issues."""
    parties, issues = [p.id for p in dossier.parties], [i.id for i in dossier.issues]
    return (
        parties.index(one.party) if one.party in parties else len(parties),
        issues.index(one.issue) if one.issue in issues else len(issues),
        one.party,
        one.issue,
    )


def shift_place(one: ShiftOf[str], dossier: Dossier) -> tuple[date, tuple[int, int, str, str]]:
    """The order of shifts: of time, then of the dossier."""
    return one.on, cell_place(one, dossier)


def _kept(party: str, issue: str, found: Iterable[Voice]) -> tuple[tuple[Kept[PositionOf[str]], ...], tuple[Kept[ShiftOf[str]], ...]]:
    return kept_positions(party, issue, events_by(party, issue, found))


def kept_positions(
    party: str, issue: str, found: Sequence[Event]
) -> tuple[tuple[Kept[PositionOf[str]], ...], tuple[Kept[ShiftOf[str]], ...]]:
    """One party's positions and shifts on one issue, with the days for which they hold, from all its events there, in order of time."""
    cell = Cell(party, issue)
    for day, heard in days_of(found):
        cell.hear(day, heard.events, heard.late)
    hear_undated(cell, found)
    return cell.positions.kept(), cell.shifts.kept()


def hear_undated(cell: Cell, found: Iterable[Event]) -> None:
    """Dated events alone decide where any of them takes a side; else undated ones do, for those who ask for no day."""
    undated = [event for event in found if event.day is None]
    if undated and not cell.stands:
        cell.hear(ALL, undated)
