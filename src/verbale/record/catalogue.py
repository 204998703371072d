"""Looking things up for pages: a page of statements, speakers or documents, and counts, read from the lists and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Engine, RowMapping, text

from verbale.record import rows
from verbale.record.editions import Edition, editions_of
from verbale.record.listing import UNDATED
from verbale.record.snapshot import reading
from verbale.values import Judged, Move, Published, Spans, Stance

UNITS = {
    "day": "{day}",
    "week": "date({day}, '-6 days', 'weekday 1')",
    "month": "substr({day}, 1, 7) || '-01'",
    "year": "substr({day}, 1, 4) || '-01-01'",
}
"""The first day of a day's stretch, in SQL."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which statements count: those with all that is given. `speaker` and `publisher` are keys of `voices`; days are inclusive."""

    issue: str | None = None
    party: str | None = None
    move: str | None = None
    speaker: str | None = None
    publisher: str | None = None
    language: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document as lists show it."""

    id: str
    title: str | None
    publisher: str | None
    published: Published
    statements: int


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A statement as lists show it; `spans` are its content's, `issues` in its own order."""

    id: str
    utterance: str
    document: str
    spans: Spans
    quote: str
    speaker: str | None
    party: str | None
    day: date | None
    publisher: str | None
    move: Move
    issues: tuple[tuple[str, Stance], ...]
    judged: Judged | None


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker or publisher with how much is heard of it, from when to when; `party` is the one it speaks for most."""

    key: str
    party: str | None
    statements: int
    issues: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements there are in a stretch of time that begins on a day, of a party or of an issue (None: of none)."""

    begins: date
    key: str | None
    statements: int


class Catalogue:
    """The lists of a record. Safe to use while another process writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def documents(self, choice: Choice, *, offset: int, limit: int) -> tuple[int, tuple[ListedDocument, ...]]:
        """How many documents there are of a publisher and time, and those from `offset` on, by day, undated ones last."""
        where, given = _where("l", choice, ("publisher",))
        query = f"""SELECT d.id, d.title, d.publisher, d.published_on, d.published_at, d.published_known, d.inferred_on, p.statements
                    FROM (SELECT document, day, statements FROM listed_document AS l WHERE {where}
                          ORDER BY day, document LIMIT :limit OFFSET :offset) AS p
                    JOIN document AS d ON d.id = p.document ORDER BY p.day, p.document"""
        with reading(self._engine) as connection:
            total = int(connection.execute(text(f"SELECT count(*) FROM listed_document AS l WHERE {where}"), given).scalar_one())
            found = connection.execute(text(query), {**given, "limit": limit, "offset": offset}).mappings()
            listed = [ListedDocument(r["id"], r["title"], r["publisher"], rows.published_of(r), r["statements"]) for r in found]
        return total, tuple(listed)

    def voices(self, kind: str, *, party: str | None = None, offset: int = 0, limit: int) -> tuple[int, tuple[Voice, ...]]:
        """How many speakers or publishers there are, and those from `offset` on, the most heard first."""
        where = "kind = :kind" + (" AND party = :party" if party is not None else "")
        given: dict[str, Any] = {"kind": kind, "party": party, "limit": limit, "offset": offset}
        query = f"SELECT * FROM voice WHERE {where} ORDER BY statements DESC, key LIMIT :limit OFFSET :offset"
        with reading(self._engine) as connection:
            total = int(connection.execute(text(f"SELECT count(*) FROM voice WHERE {where}"), given).scalar_one())
            return total, tuple(_voice(row) for row in connection.execute(text(query), given).mappings())

    def loudest(self, kind: str, *, limit: int) -> tuple[str, ...]:
        """The keys of the speakers or publishers most heard."""
        query = "SELECT key FROM voice WHERE kind = :kind ORDER BY statements DESC, key LIMIT :limit"
        with reading(self._engine) as connection:
            return tuple(row[0] for row in connection.exec_driver_sql(query, {"kind": kind, "limit": limit}).all())

    def voice(self, kind: str, key: str) -> Voice | None:
        """One speaker or publisher; None where none is heard of that key."""
        with reading(self._engine) as connection:
            found = connection.execute(text("SELECT * FROM voice WHERE kind = :kind AND key = :key"), {"kind": kind, "key": key})
            row = found.mappings().first()
        return _voice(row) if row is not None else None

    def statements(self, choice: Choice, *, offset: int, limit: int) -> tuple[ListedStatement, ...]:
        """The chosen statements from `offset` on, by day, document and position, undated ones last. Languages play no part."""
        table, where, given = _narrowed(choice)
        day = "i.day" if choice.issue is not None else "l.day"
        query = f"SELECT l.number FROM {table} WHERE {where} ORDER BY {day}, l.document, l.position LIMIT :limit OFFSET :offset"
        with reading(self._engine) as connection:
            numbers = [row[0] for row in connection.execute(text(query), {**given, "limit": limit, "offset": offset})]
            return listed(connection, numbers)

    def days(self, choice: Choice) -> tuple[date, date] | None:
        """The first and the last day of the chosen statements; None where none has a day."""
        table, where, given = _tallied(choice)
        day = "i.day" if table.startswith("listed_issue") else "l.day"
        query = f"SELECT {day} FROM {table} WHERE {where} AND {day} < '{UNDATED}' ORDER BY {day}"
        with reading(self._engine) as connection:
            first, last = (connection.execute(text(f"{query} {way} LIMIT 1"), given).scalar() for way in ("ASC", "DESC"))
        return (date.fromisoformat(first), date.fromisoformat(last)) if first is not None and last is not None else None

    def total(self, choice: Choice, *, undated: bool = False) -> int:
        """How many statements are chosen; of those without a day only where `undated`."""
        table, where, given = _tallied(choice)
        if None not in (choice.speaker, choice.issue) and {choice.party, choice.move, choice.publisher} == {None}:
            table, (where, given) = "listed_issue AS l", _where("l", choice, ("speaker", "issue"))
        summed = "sum(l.statements)" if table.startswith("tally") else "count(*)"
        only = f" AND l.day = '{UNDATED}'" if undated else ""
        with reading(self._engine) as connection:
            return connection.execute(text(f"SELECT {summed} FROM {table} WHERE {where}{only}"), given).scalar() or 0

    def by_party(self, choice: Choice, unit: str) -> tuple[Count, ...]:
        """The chosen statements that have a day, counted by stretch of time (UNITS) and party."""
        table, where, given = _tallied(choice)
        summed = "sum(l.statements)" if table.startswith("tally") else "count(*)"
        return self._counts(table, f"{where} AND l.day < '{UNDATED}'", given, unit, key="l.party", summed=summed)

    def by_issue(self, speaker: str, choice: Choice, unit: str) -> tuple[Count, ...]:
        """A speaker's statements that have a day, counted by stretch of time and issue; under None all of them."""
        where, given = _where("l", Choice(speaker=speaker, since=choice.since, until=choice.until), ("speaker",))
        where = f"{where} AND l.day < '{UNDATED}'"
        return (
            *self._counts("listed AS l", where, given, unit, key="NULL", summed="count(*)"),
            *self._counts("listed_issue AS l", where, given, unit, key="l.issue", summed="count(*)"),
        )

    def _counts(self, table: str, where: str, given: dict[str, Any], unit: str, *, key: str, summed: str) -> tuple[Count, ...]:
        # By day first, as the indexes have them, so that a stretch's beginning is worked out once a day and not for each statement.
        daily = f"SELECT l.day AS day, {key} AS key, {summed} AS n FROM {table} WHERE {where} GROUP BY 1, 2"
        begins = UNITS[unit].format(day="day")
        query = text(f"SELECT {begins} AS begins, nullif(key, '') AS key, sum(n) AS n FROM ({daily}) AS d GROUP BY 1, 2")
        with reading(self._engine) as connection:
            return tuple(Count(date.fromisoformat(r.begins), r.key, r.n) for r in connection.execute(query, given))

    def utterance(self, key: str) -> str | None:
        """The id of an utterance by its own or by a statement's; None where there is neither."""
        query = text("SELECT id FROM utterance WHERE id = :key UNION ALL SELECT id FROM utterance WHERE statement = :key LIMIT 1")
        with reading(self._engine) as connection:
            return connection.execute(query, {"key": key}).scalar()

    def editions(self, document: str) -> tuple[Edition, ...]:
        """The versions of the article that a document is one of, the earliest first; the last one counts."""
        with reading(self._engine) as connection:
            return editions_of(connection, document)

    def since_superseded(self, key: str) -> str | None:
        """The id of the utterance, in the latest version of its article, with the words of a statement of an earlier one; None for none."""
        query = text("""SELECT u.id FROM machine AS m JOIN document AS d ON d.id = m.document
                        JOIN statement AS s ON s.document = d.superseded_by AND s.quote = json_extract(m.value, '$.statement.quote')
                        JOIN utterance AS u ON u.statement = s.id WHERE m.statement = :key ORDER BY s.position LIMIT 1""")
        with reading(self._engine) as connection:
            return connection.execute(query, {"key": key}).scalar()

    def utterances(self, document: str) -> dict[str, str]:
        """The ids of the utterances of a document's statements, by statement."""
        query = text("SELECT u.statement, u.id FROM statement AS s JOIN utterance AS u ON u.statement = s.id WHERE s.document = :document")
        with reading(self._engine) as connection:
            return {row[0]: row[1] for row in connection.execute(query, {"document": document})}


def listed(connection: Connection, numbers: Sequence[int]) -> tuple[ListedStatement, ...]:
    """The statements of these numbers, in their order."""
    if not numbers:
        return ()
    marks = ", ".join(str(int(number)) for number in numbers)
    query = f"""SELECT l.number, l.statement, l.document, l.day, l.party, l.publisher, l.move, s.quote, s.speaker_name,
                       s.judged_by, s.judged_on, s.disputed, s.look_again, u.id AS utterance
                FROM listed AS l JOIN statement AS s ON s.id = l.statement LEFT JOIN utterance AS u ON u.statement = l.statement
                WHERE l.number IN ({marks})"""
    found = {row["number"]: row for row in connection.execute(text(query)).mappings()}
    these = f"(SELECT statement FROM listed WHERE number IN ({marks}))"
    content = text(f"SELECT * FROM span WHERE statement IN {these} AND role = 'content' ORDER BY statement, ordinal")
    spans = {key: rows.spans_of(group) for key, group in _grouped(connection.execute(content).mappings())}
    touched = text(f"SELECT * FROM statement_issue WHERE statement IN {these} ORDER BY statement, ordinal")
    issues = {
        key: tuple((r["issue"], Stance(r["stance"])) for r in group) for key, group in _grouped(connection.execute(touched).mappings())
    }
    return tuple(
        ListedStatement(
            id=row["statement"],
            utterance=row["utterance"] or row["statement"],
            document=row["document"],
            spans=spans[row["statement"]],
            quote=row["quote"],
            speaker=row["speaker_name"],
            party=row["party"],
            day=_day(row["day"]),
            publisher=row["publisher"],
            move=Move(row["move"]),
            issues=issues.get(row["statement"], ()),
            judged=rows.judged_of(row),
        )
        for number in numbers
        if (row := found.get(number)) is not None
    )


def _grouped(found: Iterable[RowMapping]) -> Iterable[tuple[str, list[RowMapping]]]:
    return ((key, list(group)) for key, group in groupby(found, key=lambda row: str(row["statement"])))


def _where(table: str, choice: Choice, columns: Iterable[str]) -> tuple[str, dict[str, Any]]:
    """The condition that a choice makes on some columns of a table and on its day."""
    given: dict[str, Any] = {name: value for name in columns if (value := getattr(choice, name)) is not None}
    conditions = [f"{table}.{name} = :{name}" for name in given]
    if choice.since is not None:
        given["since"] = choice.since.isoformat()
        conditions.append(f"{table}.day >= :since")
    if choice.until is not None:
        given["until"] = choice.until.isoformat()
        conditions.append(f"{table}.day <= :until")
    elif choice.since is not None:
        conditions.append(f"{table}.day < '{UNDATED}'")
    return " AND ".join(conditions) or "true", given


def _narrowed(choice: Choice) -> tuple[str, str, dict[str, Any]]:
    """Tables, condition and values for the chosen statements one by one."""
    own = ("speaker", "publisher", "party", "move")
    if choice.issue is None:
        return "listed AS l", *_where("l", choice, own)
    # An issue's list has its own days and speakers, so that its index does the work.
    where, given = _where("i", choice, ("issue", "speaker"))
    rest, more = _where("l", Choice(party=choice.party, move=choice.move, publisher=choice.publisher), own)
    return "listed_issue AS i CROSS JOIN listed AS l USING (number)", f"{where} AND {rest}", given | more


def _tallied(choice: Choice) -> tuple[str, str, dict[str, Any]]:
    """The same for counting, from the tally where it knows enough."""
    if choice.speaker is not None and choice.issue is not None:
        return _narrowed(choice)  # what one speaker says on one issue is little
    if choice.speaker is not None or choice.publisher is not None:
        table, where, given = _narrowed(replace(choice, issue=None))
        if choice.issue is None:
            return table, where, given
        held = "SELECT 1 FROM listed_issue AS i WHERE i.issue = :issue AND i.day = l.day AND i.number = l.number"
        return table, f"{where} AND EXISTS ({held})", given | {"issue": choice.issue}
    where, given = _where("l", Choice(party=choice.party, since=choice.since, until=choice.until), ("party",))
    return (
        "tally AS l",
        f"l.issue = :issue AND l.move = :move AND {where}",
        {**given, "issue": choice.issue or "", "move": choice.move or ""},
    )


def _voice(row: RowMapping) -> Voice:
    return Voice(row["key"], row["party"], row["statements"], row["issues"], _day(row["first"]), _day(row["last"]))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value not in (None, UNDATED) else None
