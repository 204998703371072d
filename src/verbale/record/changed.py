"""Which documents are to be read anew, since what analysis keeps of them follows from what is no longer so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, text

from verbale.record.reading import THESE, listed

STATE = """coalesce(d.coded_with, '') || ' ' || coalesce(d.judged_with, '') || ' ' || coalesce(d.published_on, '') || ' '
           || coalesce(d.inferred_on, '') || CASE WHEN d.superseded_by IS NULL THEN '' ELSE ' superseded' END"""
"""What the facts of a document follow from, beside the method: in SQL, for `document AS d`."""

_JUDGED = """(SELECT substr(subject, 1, instr(subject, ':') - 1) FROM judgement WHERE kind = 'statement'
             UNION SELECT id FROM document WHERE published_on IS NULL)"""

_AMONG = "(SELECT value FROM json_each(:among))"


class Changed:
    """A transaction on what follows from documents."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def changed(
        self, days: Mapping[str, date], *, after: str = "", judged: bool = False, among: Collection[str] | None = None
    ) -> Iterator[tuple[str, str]]:
        """The documents after one whose facts are to be made anew, in order, with the state to come; `days` are inferred ones, by id.

        With `judged` only those are looked at that a judgement can change: the judged ones, and those whose days are inferred. With
        `among` only those.
        """
        chosen = f"{f'AND d.id IN {_JUDGED}' if judged else ''} {f'AND d.id IN {_AMONG}' if among is not None else ''}"
        # SQLite tells of most that they are as they were: to look at each here takes as long as to read a document.
        query = text(f"""SELECT d.id, {STATE}, a.state FROM document AS d LEFT JOIN analysed AS a ON a.document = d.id
                         WHERE d.coded_with IS NOT NULL AND d.id > :after {chosen}
                         AND (a.state IS NOT ({STATE} || ' ') OR d.id IN {THESE}) ORDER BY d.id""")
        with self._connection.execute(query, {"after": after, "these": listed(days), "among": listed(among or ())}) as found:
            for key, stated, kept in found:
                if (state := f"{stated} {days.get(key, '')}") != kept:
                    yield key, state

    def undated(self) -> list[str]:
        """The ids of documents without a day of their own."""
        return list(self._connection.execute(text("SELECT id FROM document WHERE published_on IS NULL ORDER BY id")).scalars())
