"""The tables of a record, by what they hold. docs/schema.md describes them for people who open the file with other tools."""

from verbale.record.schema.articles import author, document, furniture, raw, syndication
from verbale.record.schema.base import metadata
from verbale.record.schema.findings import analysed, finding, mention, rematched, stood, to_analyse, told, told_issue
from verbale.record.schema.lists import listed, listed_document, listed_issue, tally, voice
from verbale.record.schema.matched import block, copy, mark, matched_document, matched_statement, standing
from verbale.record.schema.runs import judgement, machine, outcome, run, state
from verbale.record.schema.statements import channel, span, statement, statement_issue, utterance

__all__ = [
    "analysed",
    "author",
    "block",
    "channel",
    "copy",
    "document",
    "finding",
    "furniture",
    "judgement",
    "listed",
    "listed_document",
    "listed_issue",
    "machine",
    "mark",
    "matched_document",
    "matched_statement",
    "mention",
    "metadata",
    "outcome",
    "raw",
    "rematched",
    "run",
    "span",
    "standing",
    "state",
    "statement",
    "statement_issue",
    "stood",
    "syndication",
    "tally",
    "to_analyse",
    "told",
    "told_issue",
    "utterance",
    "voice",
]
