"""What analysis keeps: what it reads of every statement and text, the findings that follow, and what is still to be analysed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Row, text
from sqlalchemy.dialects.sqlite import insert as upsert

from verbale.record import rows, schema
from verbale.record.changed import Changed
from verbale.record.mentions import Mentions
from verbale.record.reading import THESE, listed, read_statements
from verbale.record.schema.findings import EVER
from verbale.values import Published, Statement


@dataclass(frozen=True, slots=True)
class Report:
    """One statement of an utterance with what tells its witness."""

    statement: str
    utterance: str
    document: str
    publisher: str | None
    published: Published
    channel: tuple[str, ...]
    syndication: str | None


class Facts(Changed, Mentions):
    """One transaction on what analysis keeps."""

    def begin_anew(self, method: str) -> None:
        """Forget everything where another method made it; what matching put together anew before is told as it is now, then."""
        if self.noted("analysed") == method:
            return
        for table in ("analysed", "told", "told_issue", "mention", "finding", "to_analyse", "stood", "rematched"):
            self._connection.execute(text(f"DELETE FROM {table}"))
        self._connection.execute(text("DELETE FROM state WHERE name = 'analysed-from'"))
        self.note("analysed", method)

    def noted(self, name: str) -> str | None:
        """What is noted under a name; None for nothing."""
        found: str | None = self._connection.execute(text("SELECT value FROM state WHERE name = :name"), {"name": name}).scalar()
        return found

    def note(self, name: str, value: str) -> None:
        """Note something about the record under a name."""
        values = {"name": name, "value": value}
        self._connection.execute(upsert(schema.state).values(values).on_conflict_do_update(index_elements=["name"], set_=values))

    def speaking(self, speakers: Collection[str], utterances: Collection[str]) -> list[str]:
        """The ids of documents in which one of the speakers spoke on a known day, or one of the utterances is reported."""
        query = text("""SELECT document FROM statement WHERE speaker IN (SELECT value FROM json_each(:speakers)) AND said_on IS NOT NULL
                        UNION SELECT s.document FROM utterance AS u JOIN statement AS s ON s.id = u.statement
                        WHERE u.id IN (SELECT value FROM json_each(:utterances)) ORDER BY 1""")
        given = {"speakers": json.dumps(sorted(speakers)), "utterances": json.dumps(sorted(utterances))}
        return list(self._connection.execute(query, given).scalars())

    def statements(self, documents: Collection[str]) -> dict[str, list[tuple[Statement, str]]]:
        """The statements of documents with their quotations, by document and in order."""
        found: dict[str, list[tuple[Statement, str]]] = {document: [] for document in documents}
        chosen = f"SELECT * FROM statement WHERE document IN {THESE} ORDER BY document, position"
        for statement, row in read_statements(self._connection, chosen, documents):
            found[statement.document].append((statement, row["quote"]))
        return found

    def forget(self, documents: Collection[str]) -> tuple[list[Row[Any]], set[tuple[str, str | None, str]]]:
        """Drop the facts of documents; what was told there (each with its codes), the kinds of mentions, whose they are, and since when."""
        gone = self._told(f"t.document IN {THESE}", these=listed(documents))
        mentions = text(f"SELECT kind, party, min(made_on) FROM mention WHERE document IN {THESE} GROUP BY kind, party")
        mentioned = {(kind, party, on) for kind, party, on in self._connection.execute(mentions, {"these": listed(documents)})}
        self._run(f"DELETE FROM told_issue WHERE statement IN (SELECT statement FROM told WHERE document IN {THESE})", documents)
        for table in ("told", "mention", "analysed"):
            self._run(f"DELETE FROM {table} WHERE document IN {THESE}", documents)
        return gone, mentioned

    def utterances_of(self, documents: Collection[str]) -> dict[str, str]:
        """The utterance of each statement in documents."""
        query = text(f"""SELECT s.id, u.id FROM statement AS s JOIN utterance AS u ON u.statement = s.id WHERE s.document IN {THESE}""")
        return {row[0]: row[1] for row in self._connection.execute(query, {"these": listed(documents)})}

    def keep(self, table: str, values: Iterable[Mapping[str, object]]) -> None:
        """Add rows to one of the tables of facts."""
        added = list(values)
        if added:  # as SQLite takes them: SQLAlchemy looks at each value of each row
            names = ", ".join(f'"{name}"' for name in added[0])
            query = f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{name}' for name in added[0])})"
            self._connection.exec_driver_sql(query, added)

    def take_untold(self, most: int) -> list[str]:
        """Some utterances of statements that are not told as theirs, or not as they were put together now; none if there are no more."""
        untold = text("""SELECT DISTINCT u.id FROM told AS t CROSS JOIN utterance AS u ON u.statement = t.statement
                         WHERE t.utterance IS NULL LIMIT :most""")
        if found := list(self._connection.execute(untold, {"most": most}).scalars()):
            return found
        noted = list(self._connection.execute(text("SELECT utterance FROM rematched LIMIT :most"), {"most": most}).scalars())
        self._run(f"DELETE FROM rematched WHERE utterance IN {THESE}", noted)
        return noted

    def reports(self, utterances: Collection[str]) -> list[Report]:
        """All reports of utterances, by utterance."""
        query = text(f"""SELECT u.statement, u.id AS utterance, s.document, d.publisher, c.id AS syndication,
                           d.published_on, d.published_at, d.published_known, d.inferred_on,
                           (SELECT json_group_array(name) FROM (SELECT name FROM channel WHERE statement = s.id ORDER BY ordinal)) AS names
                         FROM utterance AS u JOIN statement AS s ON s.id = u.statement JOIN document AS d ON d.id = s.document
                         LEFT JOIN syndication AS c ON c.document = s.document WHERE u.id IN {THESE} ORDER BY u.id, u.ordinal""")
        return [
            Report(
                statement=row["statement"],
                utterance=row["utterance"],
                document=row["document"],
                publisher=row["publisher"],
                published=rows.published_of(row),
                channel=tuple(json.loads(row["names"])),
                syndication=row["syndication"],
            )
            for row in self._connection.execute(query, {"these": listed(utterances)}).mappings()
        ]

    def told_of(self, statements: Collection[str]) -> list[Row[Any]]:
        """The rows of statements, each with its codes."""
        return self._told(f"t.statement IN {THESE}", these=listed(statements))

    def claiming(self, party: str, day: str) -> list[Row[Any]]:
        """What a party said of the talks in utterances of a day, empty for none, each with its codes."""
        on = "t.uttered_on = :day" if day else "t.uttered_on IS NULL"
        return self._told(f"t.level IS NOT NULL AND t.party = :party AND {on}", party=party, day=day)

    def reported_often(self, utterances: Collection[str]) -> list[Row[Any]]:
        """The rows of those of the utterances that more than one statement reports, each with its codes."""
        often = f"SELECT utterance FROM told WHERE utterance IN {THESE} GROUP BY utterance HAVING count(*) > 1"
        return self._told(f"t.utterance IN ({often})", these=listed(utterances))

    def sketched(self, days: Iterable[str | None]) -> list[tuple[str, str | None, str | None, str]]:
        """Statement, speaker, day of the utterance and sketch of what was told with a sketch in utterances of those days, None for none."""
        known = list(days)
        on = f"(uttered_on IN {THESE}{' OR uttered_on IS NULL' if None in known else ''})"
        query = text(f"SELECT statement, speaker, uttered_on, sketch FROM told WHERE sketch IS NOT NULL AND {on}")
        found = self._connection.execute(query, {"these": listed([day for day in known if day is not None])})
        return [(statement, speaker, on, sketch) for statement, speaker, on, sketch in found.all()]

    def of_proposals(self, party: str, after: str, answers: Collection[str]) -> list[Row[Any]]:
        """What others than a party told after a day of its proposals, or of any in a move that answers one, each with its codes.

        What has no day comes after all days.
        """
        others = f"t.party <> :party AND NOT t.nested AND (t.proposal = :party OR t.move IN {THESE})"
        told = f"t.proposal IS NOT NULL AND coalesce(t.day, '{EVER}') > :after AND {others}"
        return self._told(told, party=party, after=after, these=listed(answers))

    def _told(self, where: str, **given: object) -> list[Row[Any]]:
        """Rows of `told AS t` with their codes as JSON: [issue, stance, probability, firm]."""
        query = f"""SELECT t.*, (SELECT json_group_array(json_array(i.issue, i.stance, i.probability, i.firm))
                                 FROM told_issue AS i WHERE i.statement = t.statement) FROM told AS t WHERE {where}"""
        return list(self._connection.execute(text(query), given).all())

    def on_issue(self, issue: str, parties: Collection[str], after: str, until: str) -> list[Row[Any]]:
        """What parties told on an issue in utterances of which any report lies in the days (after, until], each with its code there."""
        ours = "i.issue = :issue AND i.party IN (SELECT value FROM json_each(:parties))"
        given = {"issue": issue, "parties": json.dumps(sorted(parties)), "after": after, "until": until}
        days = f"FROM told_issue AS i CROSS JOIN told AS t ON t.statement = i.statement WHERE {ours} AND i.day > :after AND i.day <= :until"
        columns = "t.*, i.issue, i.stance, i.probability, i.firm"
        # By way of the utterances, which are few where the days are: SQLite keeps to the order of a CROSS JOIN.
        within = f"""FROM told AS t CROSS JOIN told_issue AS i ON i.statement = t.statement
                     WHERE t.utterance IN (SELECT t.utterance {days} AND t.utterance IS NOT NULL) AND {ours}"""
        query = f"SELECT {columns} {days} AND t.utterance IS NOT NULL" if (after, until) == ("", EVER) else f"SELECT {columns} {within}"
        return list(self._connection.execute(text(query), given).all())

    def on_issue_in(self, issue: str, parties: Collection[str], utterances: Collection[str]) -> list[Row[Any]]:
        """What parties told on an issue in some utterances, each with its code there."""
        query = f"""SELECT t.*, i.issue, i.stance, i.probability, i.firm
                    FROM told AS t CROSS JOIN told_issue AS i ON i.statement = t.statement
                    WHERE t.utterance IN {THESE} AND i.issue = :issue AND i.party IN (SELECT value FROM json_each(:parties))"""
        given = {"issue": issue, "parties": json.dumps(sorted(parties)), "these": listed(utterances)}
        return list(self._connection.execute(text(query), given).all())

    def days_of(self, utterances: Collection[str]) -> dict[str, tuple[str, str]]:
        """The first and the last day of the reports of utterances; EVER for none."""
        query = f"""SELECT utterance, min(coalesce(day, '{EVER}')), max(coalesce(day, '{EVER}')) FROM told
                    WHERE utterance IN {THESE} GROUP BY utterance"""
        return {row[0]: (row[1], row[2]) for row in self._connection.execute(text(query), {"these": listed(utterances)})}

    def stood(self, group: str, key: str) -> list[tuple[str, str]]:
        """After which days it is noted how a group of findings stood, and how, in order."""
        query = text("SELECT day, state FROM stood WHERE made_from = :group AND key = :key ORDER BY day")
        return [(day, state) for day, state in self._connection.execute(query, {"group": group, "key": key})]

    def reopen(self, group: str, key: str, days: tuple[str, str | None], open_at: Sequence[tuple[str | None, ...]]) -> None:
        """Drop findings and notes of a group after a day, up to another or to the end; `open_at` (kind, since, on, id) were open then."""
        after, until = days
        given = {"group": group, "key": key, "after": after, "until": until, "open": json.dumps(open_at)}
        ended = "(:until IS NULL OR until <= :until)"
        opened = """EXISTS (SELECT 1 FROM json_each(:open) AS o WHERE json_extract(o.value, '$[0]') = finding.kind
                      AND json_extract(o.value, '$[1]') = finding.since AND json_extract(o.value, '$[2]') IS finding."on"
                      AND json_extract(o.value, '$[3]') IS json_extract(finding.body, '$.id'))"""
        query = f"""DELETE FROM finding WHERE made_from = :group AND key = :key AND (until IS NULL OR until > :after)
                    AND ((since > :after AND ({ended} OR (kind = 'self' AND since <= :until)))
                         OR (since <= :after AND {ended} AND {opened}))"""
        self._connection.execute(text(query), given)
        query = "DELETE FROM stood WHERE made_from = :group AND key = :key AND day > :after AND (:until IS NULL OR day < :until)"
        self._connection.execute(text(query), given)

    def unend(self, group: str, key: str, after: str) -> None:
        """Let findings of a group that were shown after a day go on for good."""
        query = text("UPDATE finding SET until = NULL WHERE made_from = :group AND key = :key AND since <= :after AND until > :after")
        self._connection.execute(query, {"group": group, "key": key, "after": after})

    def forget_stood(self, group: str, key: str, before: str) -> None:
        """Drop the notes of how a group stood before a day."""
        query = text("DELETE FROM stood WHERE made_from = :group AND key = :key AND day < :before")
        self._connection.execute(query, {"group": group, "key": key, "before": before})

    def retell(self, values: Sequence[Mapping[str, object]]) -> None:
        """Set the utterance, the witness and the utterance's day of statements."""
        if values:
            query = "UPDATE told SET utterance = :utterance, witness = :witness, uttered_on = :uttered_on WHERE statement = :statement"
            self._connection.execute(text(query), values)

    def quotes(self, statements: Collection[str]) -> dict[str, str]:
        """The quotations of statements."""
        found = self._connection.execute(text(f"SELECT id, quote FROM statement WHERE id IN {THESE}"), {"these": listed(statements)})
        return {row[0]: row[1] for row in found.all()}

    def stale(self, keys: Iterable[tuple[str, str]]) -> None:
        """Note groups of findings that are to be made anew."""
        self.stale_days((group, key, "", EVER) for group, key in keys)

    def stale_days(self, keys: Iterable[tuple[str, str, str, str]]) -> None:
        """Note groups of findings that are to be made anew from a day on, for changes up to another, both inclusive."""
        days: dict[tuple[str, str], tuple[str, str]] = {}
        for group, key, since, until in keys:
            first, last = days.get((group, key), (since, until))
            days[group, key] = (min(first, since), max(last, until))
        values = [{"group": group, "key": key, "since": since, "until": until} for (group, key), (since, until) in sorted(days.items())]
        if values:
            query = """INSERT INTO to_analyse (made_from, key, since, until) VALUES (:group, :key, :since, :until) ON CONFLICT DO UPDATE
                       SET since = min(since, excluded.since), until = max(until, excluded.until)"""
            self._connection.execute(text(query), values)

    def waiting(self) -> list[tuple[str, str, str, str]]:
        """The groups that are to be made anew, by kind and key, with the days of what changed."""
        query = text("SELECT made_from, key, since, until FROM to_analyse ORDER BY made_from, key")
        return [(group, key, since, until) for group, key, since, until in self._connection.execute(query).all()]

    def count_waiting(self) -> int:
        """How many groups are to be made anew, and how many utterances are to be told."""
        query = text("SELECT (SELECT count(*) FROM to_analyse) + (SELECT count(*) FROM rematched)")
        return int(self._connection.execute(query).scalar_one())

    def made(self, notes: Iterable[tuple[str, str, str, str]]) -> None:
        """Note groups no longer as to be made anew."""
        self._connection.exec_driver_sql("DELETE FROM to_analyse WHERE made_from = ? AND key = ?", [note[:2] for note in notes])

    def _run(self, query: str, these: Collection[str], **given: object) -> None:
        if these:
            self._connection.execute(text(query), {"these": listed(these), **given})


class Keeper:
    """Where the findings of a record are kept. Hold database.writer_lock while you change them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def path(self) -> str:
        """Where the record lies."""
        with self._engine.connect() as connection:
            found: str = connection.exec_driver_sql("PRAGMA database_list").all()[0][2]
        return found

    @contextmanager
    def open(self) -> Iterator[Facts]:
        """A transaction on what analysis keeps: all of it or nothing is written."""
        with self._engine.begin() as connection:
            yield Facts(connection)
