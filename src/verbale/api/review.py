"""Reviewing what the machine proposed: every action is a judgement that stands until it is revoked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from verbale.analysis.rows import FindingKind
from verbale.api.corrections import corrected
from verbale.errors import UsageError
from verbale.judging import Agreement, Subject, Verdict, agreements, overlaid, rulings
from verbale.pipeline.judged import UTTERANCE, decisions
from verbale.record.bench import STATEMENT, Bench
from verbale.record.judgements import Judgement, new_judgement
from verbale.record.queue import Candidate, Queue
from verbale.values import Document, Statement
from verbale.views.review import ReviewView, review
from verbale.views.review_history import HistoryView, SecondView, history, second
from verbale.views.review_lists import QueueView, first, queue
from verbale.views.source import Source, Wanted

if TYPE_CHECKING:
    from verbale.analysis.findings import PositionOf
    from verbale.dossier import Dossier
    from verbale.record.reader import Reader

LONGEST_NAME = 80
"""Characters of a judge's name."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Who judges which statement of which article. `seen` is the judgement in force that the judge knew of, None for none.

    In a `second` reading the judge sees what the machine proposed and what he himself decided, not what others did.
    """

    judge: str
    document: str
    statement: str
    seen: str | None = None
    second: bool = False


class Review:
    """The review of one record. Judging needs no lock and waits for no run: each judgement is one short transaction."""

    def __init__(self, places: tuple[Reader, Queue, Bench], dossier: Dossier, page: Callable[[], AbstractContextManager[Source]]) -> None:
        """`places` are where the record is read, searched for what is worth a look, and judged; `page` opens what a page is made of."""
        self._reader, self._queue, self._bench = places
        self._dossier, self._page = dossier, page

    def article(self, document: str, *, judge: str | None = None, second: bool = False) -> ReviewView:
        """One article with every statement as proposed and as judged; UsageError where the record has none of that id."""
        with self._reader.snapshot():
            made = decisions(self._reader.standing(STATEMENT, document))
            return review(self._document(document), self._reader.machine(document), made, self._dossier, judge=judge, second=second)

    def queue(self, *, issue: str | None = None, party: str | None = None, judge: str | None = None) -> QueueView:
        """The unjudged statements that matter most: doubtful, often reported, shown in the table.

        UsageError for an id that is not in the dossier.
        """
        if issue is not None and self._dossier.issue(issue) is None:
            raise UsageError(f"The dossier has no issue '{issue}'.")
        if party is not None and self._dossier.party(party) is None:
            raise UsageError(f"The dossier has no party '{party}'.")
        with self._page() as source:
            shown = _shown(source.found(FindingKind.POSITION, Wanted()))
            waiting = self._queue.waiting(issue=issue, party=party, wanted=sorted(shown))
            found = self._queue.candidates(first(waiting, shown))
            counted = self._queue.counts(issue=issue, party=party)
        return queue(found, counted, self._dossier, shown=shown, judge=judge, chosen=(issue, party))

    def second(self, judge: str | None) -> SecondView:
        """The articles in which others judged what `judge` did not, for a second reading."""
        with self._reader.snapshot():
            return second(decisions(self._reader.standing(STATEMENT)), self._reader.documents, self._dossier, judge=judge)

    def agreement(self) -> tuple[Agreement, ...]:
        """How far the judges agree, field by field, on what two or more judged."""
        return agreements(rulings(decisions(self._reader.standing(STATEMENT))))

    def history(self, judge: str | None = None) -> HistoryView:
        """Every judgement, the latest first, with the agreement of the judges on what two or more judged."""
        with self._reader.snapshot():
            ruled = rulings(decisions(self._reader.standing(STATEMENT)))
            return history(self._reader.judgements(), ruled, agreements(ruled), self._reader.documents, self._dossier, judge=judge)

    def accept(self, turn: Turn) -> Judgement:
        """Record that a statement is as it is shown; UsageError where there is none such, StaleError where `seen` is not the last."""
        return self._judge(turn, lambda statement: Verdict.of(statement))

    def reject(self, turn: Turn) -> Judgement:
        """Record that a statement is none: the machine misread. Errors as `accept`."""
        return self._judge(turn, lambda statement: Verdict.of(statement, found=False))

    def correct(self, turn: Turn, change: Callable[[Verdict, Document], Verdict]) -> Judgement:
        """Record what a statement is instead: `change` gets what is shown and the article. Errors as `accept`, and those of `change`."""
        document = self._document(turn.document)
        return self._judge(turn, lambda statement: change(Verdict.of(statement), document))

    def edit(self, turn: Turn, fields: Mapping[str, str]) -> Judgement:
        """Record what a statement is instead, written as `corrected` reads it. Errors as `accept`, and UsageError for what cannot be."""
        return self.correct(turn, corrected(fields, self._dossier))

    def turn(self, statement: str, *, judge: str, second: bool = False) -> Turn:
        """The turn to judge a statement, rejected or not, knowing what stands now; UsageError where there is none of that id."""
        document = self._queue.document_of(statement)
        items = self.article(document, judge=judge, second=second).items if document else ()
        item = next((item for item in items if item.id == statement), None)
        if document is None or item is None:
            raise UsageError(f"No statement has the id '{statement}'. `verbale review queue` gives ids, and so do exports.")
        return Turn(judge, document, statement, seen=item.seen, second=second)

    def merge(self, turn: Turn, other: str) -> Judgement:
        """Record that a statement reports the same utterance as another statement, by id; it shows after the next matching."""
        return self._tie(turn, other)

    def set_apart(self, turn: Turn) -> Judgement:
        """Record that a statement reports another utterance than those it was matched with."""
        return self._tie(turn, None)

    def alike(self, statement: str) -> list[Candidate]:
        """What may report the same utterance as a statement: the same speaker about the same days in other utterances, one of each."""
        return self._queue.alike(statement)

    def undo(self, judge: str) -> Judgement:
        """Revoke the judge's own latest standing judgement on a statement or an utterance; UsageError where there is none."""
        own = [made for kind in (STATEMENT, UTTERANCE) for made in self._reader.standing(kind) if made.judge == judge]
        if not own:
            raise UsageError(f"{judge} has no judgement left to undo.")
        return self.revoke(max(own, key=lambda made: (made.made_at, made.id)).id)

    def revoke(self, judgement: str, *, at: datetime | None = None) -> Judgement:
        """Revoke a standing judgement of any kind by its id; UsageError where there is none."""
        return self._bench.revoke(judgement, at=at or datetime.now(UTC))

    def _judge(self, turn: Turn, decide: Callable[[Statement], Verdict]) -> Judgement:
        told = decisions(self._reader.standing(STATEMENT, turn.document))
        machine = self._reader.machine(turn.document)
        every = overlaid(machine, told)
        view = overlaid(machine, [d for d in told if d.judge == turn.judge]) if turn.second else every
        proposed = {statement.id: statement for statement in machine}
        statement = {**proposed, **{s.id: s for s in view.shown}}.get(turn.statement)
        if statement is None:
            raise UsageError("The article was read anew, and this statement is no longer found in it. Open the article again.")
        ruling = every.rulings.get(turn.statement)
        known = proposed.get(turn.statement)
        subject = Subject.of(known) if known else ruling.subject if ruling else Subject.of(statement)
        before = ruling.subject if ruling and ruling.subject != subject else None
        verdict = decide(statement).told() | {"instead_of": str(before) if before else None, "unproposed": known is None}
        made = self._new(STATEMENT, subject, verdict, turn.judge)
        self._bench.judge(made, seen=turn.seen, also=str(before) if before else None)
        return made

    def _tie(self, turn: Turn, other: str | None) -> Judgement:
        mine, theirs = self._reader.statement(turn.statement), self._reader.statement(other) if other else None
        if mine is None or (other and theirs is None):
            raise UsageError(f"No statement has the id '{other if mine else turn.statement}'. Ids stand in the output of `verbale export`.")
        made = self._new(UTTERANCE, self._subject(mine), {"with": str(self._subject(theirs)) if theirs else None}, turn.judge)
        self._bench.tell(made)
        return made

    def _subject(self, statement: Statement) -> Subject:
        proposed = {s.id: s for s in self._reader.machine(statement.document)}
        return Subject.of(proposed.get(statement.id, statement))

    def _new(self, kind: str, subject: Subject, verdict: Mapping[str, Any], judge: str) -> Judgement:
        name = " ".join(judge.split())
        if not name or len(name) > LONGEST_NAME:
            raise UsageError(f"A judge needs a name of 1 to {LONGEST_NAME} characters.")
        return new_judgement(kind=kind, subject=str(subject), verdict=verdict, judge=name, made_at=datetime.now(UTC))

    def _document(self, key: str) -> Document:
        found = next(iter(self._reader.documents([key])), None)
        if found is None:
            raise UsageError(f"The record has no article '{key}'.")
        return found


def _shown(positions: Iterable[PositionOf[str]]) -> dict[str, str]:
    """How the table shows each statement that it cites, by statement id."""
    told = list(positions)
    before = {position.before.best: "was the table's word before" for position in told if position.before}
    support = {report: "supports a cell of the table" for position in told for report in position.current.reports}
    best = {position.best: "stands in the table" for position in told}
    return before | support | best
