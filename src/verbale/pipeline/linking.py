"""Telling statements as their utterances': who witnesses them, when they were made, and which findings they have a part in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any

from verbale import matching
from verbale.analysis.findings import Weight
from verbale.analysis.kept import ALL
from verbale.analysis.once import once
from verbale.analysis.outlets import NEIGHBOURING
from verbale.analysis.progress import sides_of
from verbale.analysis.rows import Group
from verbale.analysis.sweep import ANSWERS
from verbale.analysis.testimony import Testimony
from verbale.dossier.model import Dossier
from verbale.ids import utterance_id
from verbale.pipeline.refolding import ANY
from verbale.pipeline.told import (
    DAY,
    LEVEL,
    MOVE,
    NESTED,
    PARTY,
    PROPOSAL,
    SKETCH,
    TOLD,
    UTTERANCE,
    UTTERED_ON,
    WEIGHT,
    Note,
    day_of,
    issues_of,
    joined,
    range_of,
)
from verbale.record.findings import Facts, Report
from verbale.record.schema.findings import EVER

ALWAYS = ("", EVER)


def told_alone(row: dict[str, object], issues: Iterable[str], utterance: str, testimony: Testimony, dossier: Dossier) -> Iterator[Note]:
    """Tell a row of `told` as that of an utterance which nothing else reports; the groups of findings that it has a part in."""
    names = _names(dossier)
    told, publisher = testimony.statement, names.get(testimony.publisher or "", testimony.publisher)
    report = matching.Report(told.id, told.document, publisher, testimony.published, told.resolution.channel, None)
    day = testimony.day.isoformat() if testimony.day is not None else None
    row |= {"utterance": utterance, "witness": matching.first_witness(report, publishers=dossier.reporting), "uttered_on": day}
    yield from keys_of(tuple(row.values()), issues, (utterance, day), sides_of(dossier), {utterance: (day or EVER, day or EVER)})


@once
def _names(dossier: Dossier) -> Mapping[str | None, str]:
    """The names that channels give publishers."""
    return {publisher.id: publisher.name for publisher in dossier.publishers}


def link(open_facts: Facts, utterances: Sequence[str], dossier: Dossier) -> None:
    """Tell statements as their utterances': who witnesses them, and on which day they were made."""
    reports: dict[str, list[Report]] = defaultdict(list)
    for report in open_facts.reports(utterances):
        reports[report.utterance].append(report)
    sides, reporting = sides_of(dossier), dossier.reporting
    known = {row[0]: row for row in open_facts.told_of([one.statement for group in reports.values() for one in group])}
    earlier = open_facts.days_of({row[UTTERANCE] for row in known.values() if row[UTTERANCE]})
    keys: set[Note] = set()
    values = []
    for utterance, group in reports.items():
        rows = {r.statement: known[r.statement] for r in group if r.statement in known}
        on = min(((not row[TOLD], row[DAY]) for row in rows.values() if row[DAY] is not None), default=(True, None))[1]
        found = matching.witnesses(_reports(group, _names(dossier)), publishers=reporting)
        witnesses = {key: witness.key for witness in found for key in witness.statements}
        now = {utterance: range_of([row[DAY] or EVER for row in rows.values()])}
        for key, row in rows.items():
            keys.update(reported_with(key, row[UTTERANCE]), reported_with(key, utterance))
            issues = issues_of(row)
            keys.update(keys_of(row, issues, (row[UTTERANCE], row[UTTERED_ON]), sides, earlier))
            keys.update(keys_of(row, issues, (utterance, on), sides, now))
            values.append({"statement": key, "utterance": utterance, "witness": witnesses[key], "uttered_on": on})
    open_facts.retell(values)
    open_facts.stale_days(keys)


def _reports(group: Iterable[Report], names: Mapping[str | None, str]) -> list[matching.Report]:
    """Reports as witnesses are counted, their publishers by the names that channels give them."""
    named = ((r, names.get(r.publisher, r.publisher)) for r in group)
    return [matching.Report(r.statement, r.document, name, r.published, r.channel, r.syndication) for r, name in named]


def reported_with(statement: str, utterance: str | None) -> Iterator[Note]:
    """The reports of an utterance, which are compared: none where it is of one statement alone, or of none yet."""
    if utterance and utterance != utterance_id((statement,)):
        yield Group.UTTERANCE, utterance, *ALWAYS


def keys_of(
    row: Sequence[Any],
    issues: Iterable[str],
    uttered: tuple[str | None, str | None],
    sides: Collection[str],
    days: Mapping[str, tuple[str, str]],
) -> Iterator[Note]:
    """The groups of findings, beside its utterance's, that a row of `told` on issues has a part in; none before it has an utterance.

    `uttered` is the utterance and its day, `days` are the first and the last on which utterances are reported.
    """
    utterance, on = uttered
    if not utterance:
        return
    if row[SKETCH]:
        yield from _credits(on)
    party = row[PARTY]
    if party is not None and row[WEIGHT] > Weight.NONE:
        for issue in issues:
            yield Group.CELL, joined(party, issue), *days[utterance]
            yield Group.ISSUE, issue, *days[utterance]
        if row[LEVEL] is not None and party in sides:
            yield Group.CLAIM, joined(party, on or ""), *ALWAYS
    if row[PROPOSAL] is not None and party is not None and not row[NESTED]:
        since = row[DAY] or EVER
        if row[MOVE] in ANSWERS:
            yield Group.PROPOSALS, ANY, since, EVER
        elif row[PROPOSAL] not in ("", party):
            yield Group.PROPOSALS, row[PROPOSAL], since, EVER


@lru_cache(maxsize=20_000)
def _credits(on: str | None) -> tuple[Note, ...]:
    """The days whose accounts are compared with those of a day."""
    day = day_of(on)
    near = [ALL] if day is None else [day + timedelta(days=step) for step in range(NEIGHBOURING + 1)]
    return tuple((Group.CREDIT.value, day.isoformat(), *ALWAYS) for day in near)
