"""Statements and decisions to judge with, as literals."""

from datetime import UTC, date, datetime, timedelta

from verbale.ids import statement_id
from verbale.judging import Decision, Subject, Verdict
from verbale.values import Attribution, Coding, IssueCode, Kind, Known, Move, Resolution, SaidOn, Span, Speaker, Stance, Statement

BEGUN = datetime(2025, 5, 1, 9, tzinfo=UTC)


def statement(position: int, start: int, end: int, *, nested_in: int | None = None) -> Statement:
    attribution = Attribution(
        (Span(start - 10, start - 6),), (Span(start - 5, start - 1),), (Span(start, end),), Kind.DIRECT, nested_in, 0.6, "rule"
    )
    resolution = Resolution(Speaker("ada", "Ada"), "north", SaidOn(date(2025, 4, 2), Known.TEXT, (Span(0, 4),)), ("radio",), "name", 0.7)
    coding = Coding(
        (IssueCode("water", Stance.FOR, 0.8, (Span(start, start + 3),)),), Move.OFFER, (), False, 0.5, (Span(start, start + 2),)
    )
    return Statement(statement_id("d", attribution), "d", position, attribution, resolution, coding)


def decided(of: Statement | Subject, verdict: Verdict, *, judge: str = "ann", minute: int = 0) -> Decision:
    subject = of if isinstance(of, Subject) else Subject.of(of)
    return Decision(f"{judge}{minute:04}", subject, verdict, judge, BEGUN + timedelta(minutes=minute))
