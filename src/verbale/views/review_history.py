"""What was decided, how far the judges agree, and what waits for a second reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from verbale.dossier.model import Dossier
from verbale.judging import Agreement, Decision, Ruling, Subject, Verdict
from verbale.record.judgements import Judgement
from verbale.values import Document, Spans, quote
from verbale.views.review import differing

MOST = 300
"""Judgements that a page of the history shows, the latest."""

Texts = Callable[[Sequence[str]], Iterable[Document]]
"""The documents of these ids."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a judged statement stands."""

    document: str
    title: str | None
    spans: Spans
    quote: str


@dataclass(frozen=True, slots=True)
class SecondView:
    """The statements that others judged and the reader did not: what a second reading is for."""

    title: str
    judge: str | None
    left: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class HistoryItem:
    """One judgement in words: `what` was decided, of `place` where it is of a statement, else of `subject`. Moments are UTC."""

    id: str
    kind: str
    subject: str
    judge: str
    made_at: datetime
    revoked_at: datetime | None
    what: str
    details: tuple[str, ...]
    place: Place | None


@dataclass(frozen=True, slots=True)
class Disputed:
    """One statement on which judges differ: each judge's latest word; the last one holds."""

    place: Place
    words: tuple[tuple[str, str], ...]
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Every judgement, the latest first, at most MOST of `total`; with the judges, how many each made, and their agreement."""

    title: str
    judge: str | None
    judges: tuple[tuple[str, int], ...]
    agreement: tuple[Agreement, ...]
    disputed: tuple[Disputed, ...]
    total: int
    items: tuple[HistoryItem, ...]


def history(
    made: Sequence[Judgement], ruled: Sequence[Ruling], agreement: Sequence[Agreement], texts: Texts, dossier: Dossier, *, judge: str | None
) -> HistoryView:
    """The judgements of a record, the disputes among those that stand, and the agreement."""
    latest = sorted(made, key=lambda j: (j.made_at, j.id), reverse=True)[:MOST]
    differ = [ruling for ruling in ruled if ruling.disputed][:MOST]
    subjects = [Subject.read(j.subject) for j in latest if j.kind != "identity"] + [ruling.subject for ruling in differ]
    places = _places(subjects, texts)
    standing = Counter(j.judge for j in made if j.revoked_at is None)
    return HistoryView(
        title=dossier.negotiation.title,
        judge=judge,
        judges=tuple(sorted(standing.items(), key=lambda pair: (-pair[1], pair[0]))),
        agreement=tuple(agreement),
        disputed=tuple(_disputed(ruling, places, dossier) for ruling in differ if ruling.subject in places),
        total=len(made),
        items=tuple(_item(j, places, dossier) for j in latest),
    )


def second(decisions: Iterable[Decision], texts: Texts, dossier: Dossier, *, judge: str | None) -> SecondView:
    """What others judged and `judge` did not, by document and place."""
    judges: dict[Subject, set[str]] = {}
    for decision in decisions:
        judges.setdefault(decision.subject, set()).add(decision.judge)
    waiting = sorted(subject for subject, names in judges.items() if judge not in names)
    places = _places(waiting[:MOST], texts)
    return SecondView(dossier.negotiation.title, judge, len(waiting), tuple(places[s] for s in waiting[:MOST] if s in places))


def _places(subjects: Sequence[Subject], texts: Texts) -> dict[Subject, Place]:
    documents = {d.id: d for d in texts(sorted({subject.document for subject in subjects}))}
    return {s: Place(s.document, d.title, s.content, quote(d.text, s.content)) for s in subjects if (d := documents.get(s.document))}


def _disputed(ruling: Ruling, places: Mapping[Subject, Place], dossier: Dossier) -> Disputed:
    last = ruling.final.verdict
    both = [d.verdict for d in ruling.decisions if d.verdict.found]
    differs = tuple(dict.fromkeys(field for verdict in both if last.found for field in differing(verdict, last)))
    words = tuple((d.judge, "; ".join(_words(d.verdict, dossier)) if d.verdict.found else "no statement") for d in ruling.decisions)
    return Disputed(places[ruling.subject], words, differs if len(both) == len(ruling.decisions) else ("found", *differs))


def _item(made: Judgement, places: Mapping[Subject, Place], dossier: Dossier) -> HistoryItem:
    what, details = _told(made, dossier)
    place = None if made.kind == "identity" else places.get(Subject.read(made.subject))
    return HistoryItem(made.id, made.kind, made.subject, made.judge, made.made_at, made.revoked_at, what, details, place)


def _told(made: Judgement, dossier: Dossier) -> tuple[str, tuple[str, ...]]:
    """What a judgement decided, in a word and in details."""
    if made.kind == "statement":
        verdict = Verdict.read(made.verdict)
        return ("is a statement", _words(verdict, dossier)) if verdict.found else ("is no statement", ())
    if made.kind == "utterance":
        return ("reports the same utterance as another" if made.verdict["with"] else "reports an utterance of its own"), ()
    return "is a name judged", tuple(f"{key}: {_plain(value)}" for key, value in sorted(made.verdict.items()) if value is not None)


def _plain(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _words(verdict: Verdict, dossier: Dossier) -> tuple[str, ...]:
    labels = {issue.id: issue.label for issue in dossier.issues}
    issues = ", ".join(f"{labels.get(issue, issue)} ({stance.value})" for issue, stance in verdict.issues)
    speaker = verdict.speaker.name if verdict.speaker else "speaker unknown"
    day = verdict.said_on.isoformat() if verdict.said_on else "day unknown"
    return speaker, verdict.move.value, issues or "no issue", day
