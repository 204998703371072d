"""Statements as the machine proposed them + what people decided → statements as they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from verbale.ids import statement_id
from verbale.judging.verdict import Decision, Subject, Verdict, likeness
from verbale.values import Attribution, Coding, IssueCode, Judged, Known, Resolution, SaidOn, Statement

ALIKE = 0.5
"""Share of characters from which a statement whose spans moved is the one that was judged; less is another statement."""

NOT_FOUND = "judgement"
"""`found_by` of a statement that only a person found."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What stands on one subject: the latest decision of each judge, the last of them in force.

    `disputed` says that judges differ.
    """

    subject: Subject
    decisions: tuple[Decision, ...]

    @property
    def final(self) -> Decision:
        """The decision in force."""
        return self.decisions[-1]

    @property
    def disputed(self) -> bool:
        """Whether two judges decided differently."""
        last = self.final.verdict
        return any(not _agree(decision.verdict, last) for decision in self.decisions)


@dataclass(frozen=True, slots=True)
class Overlaid:
    """One document's statements as shown, and, by statement id, the ruling on each one that was judged, rejected ones too."""

    shown: tuple[Statement, ...]
    rulings: Mapping[str, Ruling]


def rulings(decisions: Iterable[Decision]) -> tuple[Ruling, ...]:
    """The rulings of standing decisions, by subject; the later decision wins over the earlier, of the same judge and of others."""
    by_subject: dict[Subject, dict[str, Decision]] = {}
    told = sorted(decisions, key=lambda d: (d.made_at, d.id))
    replaced = {decision.instead_of for decision in told}
    for decision in (d for d in told if d.subject not in replaced):
        latest = by_subject.setdefault(decision.subject, {})
        latest.pop(decision.judge, None)
        latest[decision.judge] = decision
    return tuple(Ruling(subject, tuple(by_subject[subject].values())) for subject in sorted(by_subject))


def overlaid(statements: Sequence[Statement], decisions: Iterable[Decision]) -> Overlaid:
    """One document's statements with its standing decisions laid over them.

    A decision holds for the statement with the very content spans that were judged; where there is none, for the one that shares most
    characters with them, at least half, which is then to be looked at again. What a person found and the machine finds no more stays.
    """
    ruled = rulings(decisions)
    placed = _placed(statements, ruled)
    made: list[Statement] = []
    found: dict[str, Ruling] = {}
    for statement in statements:
        ruling = placed.get(statement.id)
        if ruling is None:
            made.append(statement)
            continue
        found[statement.id] = ruling
        if ruling.final.verdict.found:
            made.append(_corrected(statement, ruling, again=ruling.subject.content != statement.attribution.content))
    spare = max((s.position for s in statements), default=-1) + 1
    used = {ruling.subject for ruling in placed.values()}
    for ruling in (r for r in ruled if r.final.verdict.found and r.subject not in used):
        restored = _restored(ruling, spare)
        if restored.id not in {s.id for s in statements}:
            made.append(restored)
            found[restored.id] = ruling
            spare += 1
    return Overlaid(_renested(statements, made), found)


def place(subject: Subject, statements: Sequence[Statement]) -> Statement | None:
    """The statement of its document that a subject names by now; None where none shares half its characters with it."""
    shares = {s.id: likeness(subject.content, s.attribution.content) for s in statements}
    best = max(statements, key=lambda s: (shares[s.id], s.id), default=None)
    return best if best is not None and shares[best.id] >= ALIKE else None


def _placed(statements: Sequence[Statement], ruled: Sequence[Ruling]) -> dict[str, Ruling]:
    """Which ruling holds for which statement, by statement id: at most one for each, the closest first."""
    pairs = sorted(
        (-share, ruling.subject, statement.id, ruling)
        for ruling in ruled
        for statement in statements
        if (share := likeness(ruling.subject.content, statement.attribution.content)) >= ALIKE
    )
    placed: dict[str, Ruling] = {}
    used: set[Subject] = set()
    for _, subject, key, ruling in pairs:
        if key not in placed and subject not in used:
            placed[key] = ruling
            used.add(subject)
    return placed


def _corrected(statement: Statement, ruling: Ruling, *, again: bool) -> Statement:
    verdict = ruling.final.verdict
    machine, resolution, coding = statement.attribution, statement.resolution, statement.coding
    codes = {code.issue: code for code in coding.issues}
    said = resolution.said_on if resolution.said_on.on == verdict.said_on else _said(verdict)
    return replace(
        statement,
        attribution=replace(machine, source=verdict.source, cue=verdict.cue, content=verdict.content, kind=verdict.kind, probability=1.0),
        resolution=replace(
            resolution,
            speaker=verdict.speaker,
            party=verdict.party,
            said_on=said,
            how=resolution.how if resolution.speaker == verdict.speaker else NOT_FOUND,
            probability=1.0 if verdict.speaker else 0.0,
        ),
        coding=replace(
            coding,
            move=verdict.move,
            issues=tuple(
                IssueCode(issue, stance, 1.0, codes[issue].evidence if issue in codes else ()) for issue, stance in verdict.issues
            ),
            probability=1.0,
            evidence=coding.evidence if coding.move is verdict.move else (),
        ),
        judged=_judged(ruling, again=again),
    )


def _restored(ruling: Ruling, position: int) -> Statement:
    verdict, document = ruling.final.verdict, ruling.subject.document
    attribution = Attribution(verdict.source, verdict.cue, verdict.content, verdict.kind, found_by=NOT_FOUND)
    resolution = Resolution(verdict.speaker, verdict.party, _said(verdict), how=NOT_FOUND, probability=1.0 if verdict.speaker else 0.0)
    coding = Coding(tuple(IssueCode(issue, stance) for issue, stance in verdict.issues), verdict.move)
    key = statement_id(document, attribution)
    return Statement(key, document, position, attribution, resolution, coding, _judged(ruling, again=not ruling.final.unproposed))


def _said(verdict: Verdict) -> SaidOn:
    return SaidOn(verdict.said_on, Known.STATED) if verdict.said_on else SaidOn()


def _judged(ruling: Ruling, *, again: bool) -> Judged:
    return Judged(ruling.final.judge, ruling.final.made_at.date(), ruling.disputed, again)


def _renested(statements: Sequence[Statement], shown: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements shown, those in a rejected one moved out to what holds it."""
    kept = {statement.position for statement in shown}
    outer = {statement.position: statement.attribution.nested_in for statement in statements}
    made = []
    for statement in shown:
        holder = statement.attribution.nested_in
        while holder is not None and holder not in kept:
            holder = outer[holder]
        if holder != statement.attribution.nested_in:
            statement = replace(statement, attribution=replace(statement.attribution, nested_in=holder))
        made.append(statement)
    return tuple(made)


def _agree(one: Verdict, other: Verdict) -> bool:
    """Whether two verdicts come to the same: both that it is none, or equal in every field."""
    return not (one.found or other.found) or one == other
