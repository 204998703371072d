"""The review's pages as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from verbale.judging import Agreement
from verbale.views.phrases import day
from verbale.views.review import Fields, Opinion, ReviewItem, ReviewView
from verbale.views.review_history import HistoryView, SecondView
from verbale.views.review_lists import QueueView
from verbale.views.text import date_text, wrapped


def queue_text(view: QueueView) -> str:
    """The queue: a paragraph a statement, beginning with its id and what makes it matter."""
    lines = [f"{view.left} left to judge, {view.judged} judged", ""]
    for item in view.items:
        issues = "; ".join(f"{label} ({stance.value})" for label, stance in item.issues)
        who = ", ".join(dict.fromkeys(part for part in (item.speaker or "speaker unknown", item.party) if part))
        lines += [
            *wrapped(f"{item.statement}: {', '.join(item.why)}", hanging="    "),
            *wrapped(f"{who}: {item.move.value}{', ' + issues if issues else ''}, {date_text(item.said_on)}", indent="    "),
            *wrapped(f"“{item.quote}”", indent="    "),
            *wrapped(f"{item.title or item.document}, {item.publisher or 'publisher unknown'}, {date_text(item.published)}", indent="    "),
            "",
        ]
    return "\n".join(lines)


def review_text(view: ReviewView) -> str:
    """An article under review: a paragraph a statement, rejected ones too, with each judge's latest word."""
    head = f"{view.title or view.path}, {view.publisher or 'publisher unknown'}, {date_text(view.published)}: {view.left} left to judge"
    lines = [*wrapped(head), ""]
    for item in view.items:
        lines += [*_item(item), ""]
    return "\n".join(lines)


def _item(item: ReviewItem) -> Iterable[str]:
    state = "rejected" if item.rejected else "" if item.opinions else f"{round(100 * item.doubt)} % doubtful"
    yield from wrapped(f"{item.id}: {state}" if state else item.id, hanging="    ")
    yield from wrapped(_fields(item.fields), indent="    ")
    yield from wrapped(f"“{item.fields.quote}”", indent="    ")
    for opinion in item.opinions:
        yield from wrapped(_opinion(opinion), indent="    ")
    if item.judged is not None and item.judged.again:
        yield "    The machine reads this place otherwise since it was judged."


def _opinion(opinion: Opinion) -> str:
    changed = f", corrected: {', '.join(opinion.differs)}" if opinion.differs else ""
    return f"{opinion.judgement}: {'judged' if opinion.found else 'rejected'} by {opinion.judge} on {day(opinion.made_at.date())}{changed}"


def _fields(fields: Fields) -> str:
    issues = "".join(f", {issue.label} ({issue.stance.value})" for issue in fields.issues)
    who = ", ".join(dict.fromkeys(part for part in (fields.speaker or "speaker unknown", fields.party_name) if part))
    return f"{who}: {fields.move.value}{issues}, {date_text(fields.said_on)}"


def second_text(view: SecondView) -> str:
    """What waits for a second reading: an article's id and the words."""
    lines = [f"{view.left} that others judged and {view.judge or 'you'} did not", ""]
    for place in view.places:
        lines += [f"{place.document}  {place.title or ''}".rstrip(), *wrapped(f"“{place.quote}”", indent="    "), ""]
    return "\n".join(lines)


def history_text(view: HistoryView) -> str:
    """Every judgement, the latest first: its id, when, who, what, of which words."""
    lines = [f"{view.total} judgements" + (f", the latest {len(view.items)} of them" if len(view.items) < view.total else ""), ""]
    for item in view.items:
        state = f", revoked {_moment(item.revoked_at)}" if item.revoked_at else ""
        details = f" ({', '.join(item.details)})" if item.details else ""
        words = f"“{item.place.quote}”" if item.place else f"'{item.subject}'"
        lines += wrapped(f"{item.id}: {_moment(item.made_at)}, {item.judge}{state}: {words} {item.what}{details}", hanging="    ")
    return "\n".join(lines)


def agreement_text(agreement: Sequence[Agreement]) -> str:
    """A line a field: alpha, and on how many of how many all judges say the same."""
    told = [(row.field, "–" if row.alpha is None else f"{row.alpha:.2f}", row.equal, row.units) for row in agreement]
    return "\n".join(f"{field:<10}{alpha:>7}{equal:>7}{units:>6}" for field, alpha, equal, units in [("", "alpha", "equal", "of"), *told])


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"
