"""Looking up what may say the same as an utterance though it is another one: by the keys that matching filed statements under."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import Engine, text

from verbale.record.filing import FiledStatement, Filing
from verbale.record.snapshot import reading

MOST = 200
"""Statements that are looked at: those that share the most keys, so that a page's work is bounded however large the record."""


class Linked:
    """Looks for an utterance's likes in a record. Safe to use while another process writes."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._filing = Filing(engine)

    def reports(self, utterance: str) -> list[FiledStatement]:
        """The statements that report an utterance, as they were filed."""
        return self._named("SELECT statement FROM utterance WHERE id = :utterance", utterance=utterance)

    def likest(self, keys: Collection[int], *, beside: str, speaker: str | None = None) -> list[FiledStatement]:
        """At most MOST of the statements filed under one of the keys, most shared keys first: those of a speaker, or of all.

        Those of the utterance `beside` are none of them.
        """
        query = f"""SELECT m.statement FROM (SELECT b.statement AS number, count(*) AS shared FROM json_each(:keys) AS j
                      JOIN block AS b ON b.key = j.value GROUP BY b.statement) AS p
                    JOIN matched_statement AS m ON m.number = p.number JOIN utterance AS u ON u.statement = m.statement
                    WHERE u.id <> :beside {"AND m.speaker = :speaker" if speaker is not None else ""}
                    ORDER BY p.shared DESC, m.statement LIMIT :most"""
        return self._named(query, keys=json.dumps(sorted(keys)), beside=beside, speaker=speaker, most=MOST)

    def syndications(self, documents: Collection[str]) -> dict[str, str]:
        """The syndication cluster of each of the documents that is in one."""
        return {document: cluster for document, (cluster, _) in self._filing.clusters(documents).items()}

    def _named(self, query: str, **given: object) -> list[FiledStatement]:
        named = {name: value for name, value in given.items() if f":{name}" in query}
        with reading(self._engine) as connection:
            found = [str(row[0]) for row in connection.execute(text(query), named)]
        return sorted(self._filing.named(found), key=lambda item: item.wording.statement)
