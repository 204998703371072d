"""What analysis reads of a record that bench/web.py makes up: facts written straight into the tables, findings made from them as ever.

One document in ten is on the talks: its statements lie on the dossier's issues, one in six of them speaks of a proposal, half of those
documents tell of a meeting, one in five of an offer.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, Engine, text

from verbale.analysis.findings import Fact, Format, Named
from verbale.analysis.meetings import Meeting
from verbale.analysis.names import names_of
from verbale.analysis.plain import from_text, to_text
from verbale.analysis.progress import sides_of
from verbale.analysis.readings import Reading
from verbale.analysis.rows import Group
from verbale.analysis.terms import Draft
from verbale.analysis.testimony import Citation
from verbale.dossier.model import Dossier
from verbale.pipeline.analysing import analyse, method_of
from verbale.pipeline.told import joined, mention_rows
from verbale.record.changed import STATE
from verbale.record.findings import Keeper
from verbale.record.reader import Reader
from verbale.values import Known, Span

ON_TALKS = 10
"""One document in so many is on the talks."""

FIRM = "('demand', 'offer', 'commit', 'accept', 'reject', 'threaten')"

TOLD = f"""INSERT INTO told (statement, document, position, utterance, witness, party, speaker, day, published, told, said, uttered_on,
                            weight, move, kind, nested, conditional, meaning, fits, rank, focus, certainty, level, worded, words, proposal)
          SELECT s.id, s.document, s.position, u.id, l.publisher, s.party, s.speaker, l.day, d.published_on, s.said_on IS NOT NULL,
                 s.said_on IS NOT NULL, min(l.day) OVER (PARTITION BY u.id), CASE WHEN s.party IS NULL THEN 0 ELSE 1 + l.number % 4 END,
                 s.move, s.kind, 0, l.number % 9 = 0, 5 + l.number % 9, 1, CASE WHEN s.move IN {FIRM} THEN 5 ELSE 2 END, -1, 0.9,
                 CASE WHEN i.issue IS NOT NULL AND s.move = 'progress' THEN 3 + l.number % 4
                      WHEN i.issue IS NOT NULL AND s.move = 'obstacle' THEN l.number % 3 END,
                 1, '[[' || p.start || ',' || p."end" || ']]',
                 CASE WHEN i.issue IS NOT NULL AND l.number % 6 = 0 THEN 'party-' || (1 + l.number % 2) END
          FROM statement AS s JOIN listed AS l ON l.statement = s.id JOIN document AS d ON d.id = s.document
          JOIN utterance AS u ON u.statement = s.id JOIN span AS p ON p.statement = s.id AND p.role = 'content' AND p.ordinal = 0
          LEFT JOIN statement_issue AS i ON i.statement = s.id AND i.ordinal = 0"""

TOLD_ISSUE = f"""INSERT INTO told_issue (issue, party, statement, stance, probability, firm, day)
                 SELECT i.issue, s.party, s.id, i.stance, 0.8, s.move IN {FIRM}, t.day
                 FROM statement_issue AS i JOIN statement AS s ON s.id = i.statement JOIN told AS t ON t.statement = s.id
                 WHERE s.party IS NOT NULL"""


def on_talks(number: int) -> bool:
    """Whether a document is on the talks."""
    return number % ON_TALKS == 0


def mentions(source: random.Random, document: str, day: date, spans: list[Span], body: str) -> Iterator[tuple[object, ...]]:
    """Rows of `mention`: a meeting, an offer, each in words of the document's statements."""
    facts = [Fact(span.of(body), Citation(document, (span,))) for span in spans]
    if source.random() < 0.5:
        town = f"Town {source.randrange(12)}"
        place = Named(town, None, source.choice(facts))
        on = day - timedelta(days=source.randrange(3)) if source.random() < 0.8 else None
        sides = tuple(Named(f"Party {n}", f"party-{n}", source.choice(facts)) for n in (1, 2))
        known = Known.UNKNOWN if on is None else Known.INFERRED
        met = Meeting(facts[0], place, None, on, on, known, Format.IN_PERSON, sides, None, None, None, source.random() < 0.1)
        yield document, "meeting", 0, None, day.isoformat(), to_text(met)
    if source.random() < 0.2:
        by = f"party-{source.choice((1, 2))}"
        draft = Draft(by, document, day, Known.STATED, source.sample(facts, 2), [], source.sample(facts, 1), source.sample(facts, 1))
        yield document, "draft", 0, by, day.isoformat(), to_text(draft)


def find(engine: Engine, dossier: Dossier) -> None:
    """Make the findings of the facts, as `add` makes them."""
    keeper = Keeper(engine)
    with engine.begin() as connection:
        _tell_mentions(connection, dossier)
        connection.execute(text(f"INSERT OR REPLACE INTO analysed (document, state) SELECT d.id, {STATE} || ' ' FROM document AS d"))
        days = list(connection.execute(text("SELECT DISTINCT party, uttered_on FROM told WHERE level IS NOT NULL")))
        connection.execute(text("DELETE FROM finding"))
    parties, issues = [party.id for party in dossier.parties], [issue.id for issue in dossier.issues]
    with keeper.open() as facts:
        facts.note("analysed", method_of(dossier))
        facts.stale((Group.CELL, joined(party, issue)) for party in parties for issue in issues)
        facts.stale((Group.ISSUE, issue) for issue in issues)
        facts.stale((Group.CLAIM, joined(party, day)) for party, day in days if party in sides_of(dossier))
        facts.stale((Group.PROPOSALS, party) for party in parties)
        facts.stale([(Group.ROUNDS, "")])
    analyse(keeper, Reader(engine), dossier, progress=lambda *_: None)


def _tell_mentions(connection: Connection, dossier: Dossier) -> None:
    """Note beside the bodies of mentions what tells them apart, as reading the texts does."""
    lacking = text("SELECT document, kind, ordinal, day, body FROM mention WHERE coalesce(made_on, gist) IS NULL")
    for document, kind, ordinal, day, body in connection.execute(lacking).all():
        meetings, drafts = ((from_text(Meeting, body),), ()) if kind == "meeting" else ((), (from_text(Draft, body),))
        (row,) = mention_rows(Reading(document, date.fromisoformat(day), meetings, drafts), names_of(dossier))
        told = {"document": document, "kind": kind, "ordinal": ordinal, "made_on": row["made_on"], "gist": row["gist"]}
        where = "document = :document AND kind = :kind AND ordinal = :ordinal"
        connection.execute(text(f"UPDATE mention SET made_on = :made_on, gist = :gist WHERE {where}"), told)
