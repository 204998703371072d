"""What analysis keeps of meetings and proposals that texts mention."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, text

from verbale.record.reading import THESE, listed
from verbale.record.schema.findings import EVER


class Mentions:
    """A transaction on the mentions of meetings and proposals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def drafts(self, party: str, after: str) -> list[str]:
        """The bodies of a party's drafts of proposals made after a day; what has no day comes after all days."""
        query = "SELECT body FROM mention WHERE kind = 'draft' AND party = :party AND made_on > :after ORDER BY document, ordinal"
        return list(self._connection.execute(text(query), {"party": party, "after": after}).scalars())

    def proposed_undated(self) -> bool:
        """Whether a proposal, or what is told of one, has no day."""
        query = f"""SELECT EXISTS (SELECT 1 FROM told WHERE proposal IS NOT NULL AND day IS NULL)
                    OR EXISTS (SELECT 1 FROM mention WHERE kind = 'draft' AND made_on = '{EVER}' AND day IS NULL)"""
        return bool(self._connection.execute(text(query)).scalar())

    def proposing(self) -> list[str]:
        """The parties with a draft of a proposal, or with a proposal kept."""
        query = text("""SELECT DISTINCT party FROM mention WHERE kind = 'draft'
                        UNION SELECT DISTINCT key FROM finding WHERE made_from = 'proposals' ORDER BY 1""")
        return list(self._connection.execute(query).scalars())

    def meetings(self) -> list[tuple[str, int, str]]:
        """Document, ordinal and gist of every mention of a meeting, by the day of its document, undated ones last, and in order."""
        found: list[tuple[str, int, str]] = []
        for days in ("day IS NOT NULL", "day IS NULL"):  # each in the order of the index
            query = f"SELECT document, ordinal, gist FROM mention WHERE kind = 'meeting' AND {days} ORDER BY day, document, ordinal"
            found += [(document, ordinal, gist) for document, ordinal, gist in self._connection.exec_driver_sql(query)]
        return found

    def meeting_bodies(self, documents: Collection[str]) -> dict[tuple[str, int], str]:
        """The bodies of the mentions of meetings in documents, by document and ordinal."""
        query = text(f"SELECT document, ordinal, body FROM mention WHERE document IN {THESE} AND kind = 'meeting'")
        found = self._connection.execute(query, {"these": listed(documents)})
        return {(document, ordinal): body for document, ordinal, body in found}

    def made_of(self, group: str) -> set[str]:
        """The keys of the findings of a kind of group."""
        return set(self._connection.execute(text("SELECT DISTINCT key FROM finding WHERE made_from = :group"), {"group": group}).scalars())

    def drop(self, group: str, keys: Collection[str]) -> None:
        """Drop the findings of groups."""
        query = text(f"DELETE FROM finding WHERE made_from = :group AND key IN {THESE}")
        self._connection.execute(query, {"group": group, "these": listed(keys)})
