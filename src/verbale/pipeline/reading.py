"""Reading documents for analysis: what their statements and texts tell, as rows of what analysis keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from verbale.analysis.dating import with_days
from verbale.analysis.names import names_of
from verbale.analysis.outlets import sketch_of
from verbale.analysis.readings import reading
from verbale.analysis.rows import Group
from verbale.analysis.testimony import Passage, Testimony
from verbale.analysis.voices import voices_of
from verbale.dossier.model import Dossier
from verbale.ids import utterance_id
from verbale.pipeline.linking import ALWAYS, told_alone
from verbale.pipeline.told import Note, issue_rows_of, mention_rows, told_row
from verbale.record.findings import Facts
from verbale.record.reader import Reader
from verbale.record.schema.findings import EVER
from verbale.values import Document

Rows = list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Told:
    """What documents tell: rows of `told`, `told_issue` and `mention`, and the groups of findings that these have a part in.

    Statements are told as utterances of their own until they are matched; those matched with others belong to no utterance as yet.
    """

    statements: Rows = field(default_factory=list)
    issues: Rows = field(default_factory=list)
    mentions: Rows = field(default_factory=list)
    notes: set[Note] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents to read anew, by id with the state that their facts will follow from, and the days of those that are inferred."""

    states: Mapping[str, str]
    days: Mapping[str, date]


def read(open_facts: Facts, reader: Reader, batch: Batch, dossier: Dossier) -> Told:
    """Read documents. Reads the record and writes nothing."""
    found, utterances = Told(), open_facts.utterances_of(batch.states)
    by_document: dict[str, list[Testimony]] = defaultdict(list)
    told, passages = with_days(*testimonies(open_facts, reader, batch.states, utterances), batch.days)
    for testimony in told:
        by_document[testimony.statement.document].append(testimony)
    for passage in passages:
        _statements(found, by_document[passage.document], utterances, dossier)
        text = reading(passage.document, passage, by_document[passage.document], dossier)
        mentions = list(mention_rows(text, names_of(dossier)))
        found.mentions.extend(mentions)
        found.notes.update(note_of_mention(str(row["kind"]), *_draft_of(row)) for row in mentions)
    return found


def _draft_of(row: Mapping[str, object]) -> tuple[str | None, str | None]:
    party, made_on = row["party"], row["made_on"]
    return (None, None) if party is None else (str(party), str(made_on))


def note_of_mention(kind: str, party: str | None, made_on: str | None) -> Note:
    """The group of findings that a mention has a part in."""
    if kind == "meeting" or party is None:
        return (Group.ROUNDS.value, "", *ALWAYS)
    return (Group.PROPOSALS.value, party, made_on or EVER, EVER)


def _statements(found: Told, own: list[Testimony], utterances: Mapping[str, str], dossier: Dossier) -> None:
    by_id = {testimony.statement.id: testimony for testimony in own}
    for voice in voices_of(own, dossier):
        testimony = by_id[voice.statement]
        row = told_row(voice, sketch_of(voice, testimony.quote, dossier))
        alone = utterance_id((voice.statement,))
        if utterances.get(voice.statement, alone) == alone:
            found.notes.update(told_alone(row, [code.issue for code in voice.codes], alone, testimony, dossier))
        found.statements.append(row)
        found.issues.extend(issue_rows_of(voice))


def testimonies(
    open_facts: Facts, reader: Reader, documents: Collection[str], utterances: Mapping[str, str]
) -> tuple[list[Testimony], list[Passage]]:
    """The statements, with their utterances as far as they are known, and texts of documents; witnesses play no part."""
    texts = list(reader.documents(list(documents), latest=True))
    told = open_facts.statements(documents)
    found = [
        Testimony(statement, quoted, utterances.get(statement.id, statement.id), text.publisher, text.published, "", text.title)
        for text in texts
        for statement, quoted in told[text.id]
    ]
    return found, [_passage(text) for text in texts]


def _passage(text: Document) -> Passage:
    return Passage(text.id, text.text, text.publisher, text.published, text.furniture)
