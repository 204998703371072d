"""Matching what came into a record, or changed in it, with what it could match: the same result as matching everything anew.

`stages.match` is the definition. A step takes in some documents, looks up what shares a mark or a key with them, matches that anew and
puts the result in place of what was there, in one transaction: a kill loses one step. docs/matching.md says why this is exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from verbale import matching
from verbale.ids import code_id, content_id
from verbale.judging import Tie
from verbale.pipeline.judged import tie
from verbale.record.filing import Filing
from verbale.record.filing_steps import FiledDocuments, FiledStatements, Marked, NewStatement, Step
from verbale.record.reader import Reader
from verbale.record.writer import Writer

AT_ONCE = 500
"""Documents of one step: enough that what is looked up for one serves others, few enough that what was read is still at hand."""


@dataclass(frozen=True, slots=True)
class Rematched:
    """What matching changed, by id.

    `documents`: those that are new, were coded or dated anew, or whose syndication is another. `statements`: theirs, and all of utterances
    that have other members or other witnesses than before.
    """

    documents: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()

    def __or__(self, other: Rematched) -> Rematched:
        """Both together."""
        return Rematched(self.documents | other.documents, self.statements | other.statements)


def rematch(
    reader: Reader, writer: Writer, *, agencies: frozenset[str], ties: Sequence[Tie], told: Callable[[int, int], None]
) -> Iterator[Rematched]:
    """Match every document that changed since it was matched, and tell after each step what it changed.

    `agencies` are as in `stages.match`, `ties` the standing judgements on utterances; `told` hears how many documents are done and how many
    there are. What is read of the record at a time does not grow with it.
    """
    method = content_id("matching", code=code_id("matching", "judging"), agencies=sorted(agencies))
    if reader.filing.method() != method:
        writer.forget_matching(method)
    pending, done = reader.filing.count_unmatched(), 0
    while noted := reader.filing.unmatched():
        for start in range(0, len(noted), AT_ONCE):
            told(done + start, pending)
            yield _step(noted[start : start + AT_ONCE], reader, writer, agencies, ties)
        done += len(noted)
    if pending:
        told(pending, pending)


def _step(taken: Sequence[tuple[str, int]], reader: Reader, writer: Writer, agencies: frozenset[str], ties: Sequence[Tie]) -> Rematched:
    names = [document for document, _ in taken]
    documents, changed = _documents(names, reader, agencies)
    statements, retold = _statements(frozenset(names), reader, ties)
    step = Step(tuple(taken), documents, statements)
    writer.match(step, state=content_id("matched", before=reader.matched(), taken=[list(pair) for pair in taken]))
    return Rematched(changed, retold | reader.filing.beside(changed))


def _documents(names: Sequence[str], reader: Reader, agencies: frozenset[str]) -> tuple[FiledDocuments, frozenset[str]]:
    """File the new documents, copy anew what a passage that came to stand touches, and cluster what copies connect with them.

    A document that a later version of its page supersedes is filed no longer, and what stood as a passage by its means alone falls.
    The second of the pair are the documents that changed (Rematched).
    """
    filing = reader.filing
    superseded = filing.superseded(names)
    known = filing.filed(names)
    gone = superseded & known.keys()
    new = [name for name in names if name not in known and name not in superseded]
    fresh = {document.id: matching.fingerprint(document) for document in reader.documents(new)}
    leaving = [matching.fingerprint(document) for document in reader.documents(sorted(gone))]
    stood, now_standing, touched = _standing(list(fresh.values()), filing, gone)
    fallen, bared = _fallen(list(fresh.values()), filing, leaving)
    touched = (touched | bared) - gone
    touched_prints = {document.id: matching.fingerprint(document) for document in reader.documents(sorted(touched))}
    prints = fresh | touched_prints
    marks = {mark for item in prints.values() for mark in item.mark_values.tolist()}
    passages = (stood | now_standing | filing.standing(marks)) - fallen
    own = {name: [m for m in item.mark_values.tolist() if (item.publisher, m) not in passages] for name, item in prints.items()}
    # Not by what stands for its own publisher: a footer is carried by all that publisher's articles.
    sought = {mark for own_marks in own.values() for mark in own_marks}
    found = [c for c in filing.carriers(sought) if (c.publisher, c.mark) not in now_standing and c.document not in gone]
    carried = [(c.mark, c.document, c.marks) for c in found]
    met = [matching.fingerprint(document) for document in reader.documents(sorted(matching.likely(own, carried)))]
    around = {mark for item in met for mark in item.mark_values.tolist()}
    pairs = matching.copies([*prints.values(), *met], passages=passages | (filing.standing(around) - fallen), fresh=prints.keys())
    kin = filing.kin(sorted({*names, *touched, *(name for pair in pairs for name in (pair.one, pair.other))}))
    anew = gone | prints.keys()
    kept = [pair for pair in filing.copies(kin) if pair.one not in anew and pair.other not in anew]
    members: list[matching.Filed] = [*(item for name, item in filing.filed(kin).items() if name not in anew), *prints.values()]
    groups = matching.clusters(members, [*kept, *pairs], agencies=agencies)
    before = filing.clusters(kin)
    after = {name: (group.id, name == group.head) for group in groups for name in group.documents}
    filed = FiledDocuments(
        files=tuple(map(_marked, fresh.values())),
        unfiled=tuple(map(_marked, leaving)),
        standing=tuple(sorted(now_standing)),
        fallen=tuple(sorted(fallen)),
        owned=tuple((name, len(marks_here)) for name, marks_here in own.items()),
        recopied=(*touched_prints, *sorted(gone)),
        copies=pairs,
        regrouped=tuple(kin),
        syndications=groups,
    )
    return filed, frozenset({*names, *(name for name in kin if before.get(name) != after.get(name))})


def _marked(item: matching.Fingerprinted) -> Marked:
    return Marked(item.document, item.length, tuple(item.mark_values.tolist()))


def _standing(
    fresh: Sequence[matching.Fingerprinted], filing: Filing, gone: frozenset[str]
) -> tuple[frozenset[tuple[str, int]], frozenset[tuple[str, int]], frozenset[str]]:
    """The passages of new documents that stood already, those that stand from now on, and the documents on file that carry these.

    The documents `gone` are on file, but count no longer.
    """
    met: Counter[tuple[str, int]] = Counter()
    for item in fresh:
        if item.publisher is not None:
            met.update((item.publisher, mark) for mark in item.mark_values.tolist())
    stood = filing.standing({mark for _, mark in met})
    carriers = [
        (c.document, (c.publisher, c.mark))
        for c in filing.carriers({mark for _, mark in met.keys() - stood})
        if c.publisher is not None and (c.publisher, c.mark) in met and c.document not in gone
    ]
    met.update(passage for _, passage in carriers)
    now = frozenset(passage for passage, count in met.items() if count >= matching.STANDING and passage not in stood)
    return stood, now, frozenset(document for document, passage in carriers if passage in now)


def _fallen(
    fresh: Sequence[matching.Fingerprinted], filing: Filing, leaving: Sequence[matching.Fingerprinted]
) -> tuple[frozenset[tuple[str, int]], frozenset[str]]:
    """The passages that stand no longer once the documents `leaving` do, and the documents on file that carry these."""
    gone = {item.document for item in leaving}
    theirs = {(item.publisher, mark) for item in leaving for mark in item.mark_values.tolist()}
    stood = filing.standing({mark for _, mark in theirs}) & theirs
    carried = [(document, passage) for document, passage in filing.carrying(stood) if document not in gone]
    left = Counter(passage for _, passage in carried)
    left.update((item.publisher, mark) for item in fresh if item.publisher is not None for mark in item.mark_values.tolist())
    fallen = frozenset(passage for passage in stood if left[passage] < matching.STANDING)
    return fallen, frozenset(document for document, passage in carried if passage in fallen)


def _statements(documents: Collection[str], reader: Reader, ties: Sequence[Tie]) -> tuple[FiledStatements, frozenset[str]]:
    """Match the statements of documents with those on file that they are linked with and the families these belong to; what changed."""
    filing = reader.filing
    joined = [(tie.statement, tie.other) for tie in ties if tie.other is not None]
    tied = {item.wording.statement: item.family for item in filing.named({name for pair in joined for name in pair})}
    fresh = filing.told(documents)
    names = {wording.statement for wording in fresh}
    keys = {key for wording in fresh for key in matching.lookup_keys(wording)}
    near = [item for item in filing.under(keys) if item.wording.document not in documents]
    linked = set(matching.linked_pairs([*(item.wording for item in near), *fresh], fresh=names))
    met = {name for pair in linked for name in pair}
    lost = set(filing.of_documents(documents).values())
    families = lost | {item.family for item in near if item.wording.statement in met}
    families |= {tied[name] for pair in joined if names.intersection(pair) for name in pair if name in tied}
    # What lost a statement, or what people's ties hold together, may fall apart: its links are looked for anew.
    unsure = lost | (families & set(tied.values()))
    kept = [item for item in filing.of_families(families) if item.wording.document not in documents]
    whole: dict[int, list[str]] = {}
    for item in kept:
        if item.family not in unsure:
            whole.setdefault(item.family, []).append(item.wording.statement)
    linked |= set(matching.linked_pairs([item.wording for item in kept if item.family in unsure]))
    together = [*(item.wording for item in kept), *fresh]
    found = matching.families(together, linked=linked, whole=whole.values())
    utterances = tie(matching.divided(found, together), ties, reader)
    now = {statement: utterance.id for utterance in utterances for statement in utterance.statements}
    changed = {item.wording.statement for item in kept if now[item.wording.statement] != item.utterance}
    new = tuple(NewStatement(wording, matching.block_keys(wording)) for wording in fresh)
    return FiledStatements(new, tuple(matching.joined(found, joined)), utterances), frozenset(changed | names)
