"""Inputs → record, in small transactions: a run may be killed at any moment, and the next one completes its work."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, starmap
from typing import TypeVar

from verbale import __version__
from verbale.documents import Retrieved, Skipped
from verbale.ids import code_id, content_id
from verbale.pipeline.editions import METHOD, succession
from verbale.pipeline.judged import UTTERANCE, overlay, tied_documents, ties
from verbale.pipeline.rematch import rematch
from verbale.pipeline.stages import Stages, code
from verbale.record.reader import Reader
from verbale.record.writer import Arrival, OutcomeRow, Writer
from verbale.resolve import Told, days_by_neighbours
from verbale.values import Document, Statement

Item = TypeVar("Item")
Progress = Callable[[str, int, int | None], None]
"""Told the stage's name, how many documents are done and how many there are (None: not known yet).

Of a document of LONG characters and more the name is the stage's, a space and its path, and characters are counted.
"""

LONG = 200_000
"""Characters that take about half a minute to find statements in, so that people want to hear of it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the inputs of one run: new + updated + unchanged + skipped is their number; coded + failed that of what was coded.

    Updated is another text of an article that was there.
    """

    new: int
    updated: int
    unchanged: int
    skipped: tuple[OutcomeRow, ...]
    coded: int
    failed: tuple[OutcomeRow, ...]

    @property
    def inputs(self) -> int:
        """How many inputs came in."""
        return self.new + self.updated + self.unchanged + len(self.skipped)


@dataclass(slots=True)
class _Tally:
    """Outcomes as they are counted: only those that people are told of are kept, so that memory does not grow with the inputs."""

    results: Counter[str] = field(default_factory=Counter)
    told: list[OutcomeRow] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.results.total()

    def add(self, outcomes: Iterable[OutcomeRow]) -> None:
        for row in outcomes:
            self.results[row.result] += 1
            if row.result in ("skipped", "failed"):
                self.told.append(row)


def take_in(
    inputs: Iterable[Retrieved | Skipped],
    *,
    reader: Reader,
    writer: Writer,
    stages: Stages,
    batch: int,
    read_coded: Callable[[Sequence[str]], None],
    progress: Progress,
) -> Report:
    """Store the inputs, code and read (`read_coded`) what this method has not coded yet, and match anew where statements changed."""
    run = writer.begin_run(version=__version__, method=stages.fingerprint)
    writer.supersede(succession, method=METHOD)
    read, coded = _Tally(), _Tally()
    for group in _groups(inputs, batch):
        read.add(_store(group, reader, writer, run))
        progress("read", read.total, None)
    _date(reader, writer)
    pending, last = reader.count_uncoded(stages.fingerprint), ""
    while ids := reader.uncoded(stages.fingerprint, after=last, limit=batch):  # what fails stays uncoded, and is passed over
        coded.add(_code(ids, stages, reader, writer, run, progress))
        writer.settle(overlay)
        read_coded(ids)
        progress("code", coded.total, pending)
        last = ids[-1]
    refresh(reader=reader, writer=writer, agencies=stages.agencies, progress=progress)
    writer.end_run(run)
    return Report(
        new=read.results["new"],
        updated=read.results["updated"],
        unchanged=read.results["unchanged"],
        skipped=tuple(read.told),
        coded=coded.results["coded"],
        failed=tuple(coded.told),
    )


def refresh(*, reader: Reader, writer: Writer, agencies: frozenset[str], progress: Progress) -> None:
    """Bring what follows from the statements into step with them: what people judged, and what matching makes of it."""
    writer.settle(overlay)
    _match(reader, writer, agencies, progress)


def _groups(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(items)
    while group := list(islice(source, size)):
        yield group


def _store(group: Sequence[Retrieved | Skipped], reader: Reader, writer: Writer, run: int) -> list[OutcomeRow]:
    seen = reader.known([item.document.id for item in group if isinstance(item, Retrieved)])
    arrivals: list[Arrival] = []
    outcomes: list[OutcomeRow] = []
    for item in group:
        if isinstance(item, Skipped):
            outcomes.append(OutcomeRow("read", item.path, "skipped", item.reason.value, item.detail))
            continue
        document = item.document
        outcomes.append(
            OutcomeRow("read", item.place or document.path, "unchanged" if document.id in seen else "new", document=document.id)
        )
        seen.add(document.id)
        arrivals.append(Arrival(document, item.raw, item.media_type, item.as_of))
    return writer.take_in(run, arrivals, outcomes, succession=succession)


def _date(reader: Reader, writer: Writer) -> None:
    """Infer the days of undated documents from all that the record holds, so that the order of arrival does not show.

    Nothing is done where all came with a day, or none came in since the days were inferred.
    """
    known = reader.undated()
    state = content_id("dated", documents=reader.count_documents(), code=code_id("resolve"))
    if not known or reader.dated() == state:
        return
    inferred = days_by_neighbours(lambda: starmap(Told, reader.texts()))
    writer.date({document: inferred.get(document) for document, day in known.items() if day != inferred.get(document)}, state=state)


def _code(ids: Sequence[str], stages: Stages, reader: Reader, writer: Writer, run: int, progress: Progress) -> list[OutcomeRow]:
    documents = list(reader.documents(ids))
    coded: list[tuple[Document, Sequence[Statement]]] = []
    outcomes: list[OutcomeRow] = []
    for document in documents:
        length = len(document.text)
        if length >= LONG:
            progress(f"code {document.path}", 0, length)
        try:
            coded.append((document, code(document, stages)))
        except Exception as error:  # the runner's edge: whatever a stage does with one text, the rest goes on
            detail = f"{type(error).__name__}: {error}"
            outcomes.append(OutcomeRow("code", document.path, "failed", "error", detail, document.id))
        else:
            outcomes.append(OutcomeRow("code", document.path, "coded", document=document.id))
        if length >= LONG:
            progress(f"code {document.path}", length, length)
    writer.code(run, coded, outcomes, coded_with=stages.fingerprint)
    return outcomes


def _match(reader: Reader, writer: Writer, agencies: frozenset[str], progress: Progress) -> None:
    judgements = reader.standing(UTTERANCE)
    named = tied_documents(judgements)
    tied = json.dumps([named, sorted(made.id for made in judgements)])
    before = reader.filing.tied()
    if tied != before:
        writer.tie(sorted({*named, *(json.loads(before)[0] if before else ())}), tied=tied)
    found = rematch(reader, writer, agencies=agencies, ties=ties(judgements, reader), told=lambda done, of: progress("match", done, of))
    for _changed in found:
        pass
