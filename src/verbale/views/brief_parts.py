"""What the sections of the brief share: the findings, the page's citations and voices, and small turns of phrase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verbale.analysis import (
    Conflict,
    Passage,
    Position,
    ProgressClaim,
    Proposal,
    Round,
    Shift,
    Testimony,
    conflicts,
    positions,
    progress_claims,
    proposals,
    rounds,
    shifts,
)
from verbale.analysis.dating import dated
from verbale.analysis.events import known_by
from verbale.dossier.model import Dossier, PartyKind
from verbale.values import Spans
from verbale.views.citations import Citations
from verbale.views.page import Sentence, sentence
from verbale.views.phrases import Pieces, Voices
from verbale.views.source import Source


@dataclass(frozen=True, slots=True)
class Findings:
    """All that analysis finds in what is known on a day, narrowed to an issue or a party where asked."""

    dossier: Dossier
    testimonies: tuple[Testimony, ...]
    passages: tuple[Passage, ...]
    positions: tuple[Position, ...]
    shifts: tuple[Shift, ...]
    claims: tuple[ProgressClaim, ...]
    conflicts: tuple[Conflict, ...]
    proposals: tuple[Proposal, ...]
    rounds: tuple[Round, ...]
    sides: tuple[str, ...]

    @classmethod
    def of(cls, source: Source, *, as_of: date | None, issue: str | None = None, party: str | None = None) -> Findings:
        """The findings of a record as of a day, inclusive; undated texts count only without a day."""
        dossier = source.dossier()
        told_of, texts = dated(source.testimonies(), source.passages())
        testimonies = known_by(told_of, as_of)
        clashes = tuple(c for c in conflicts(testimonies, dossier) if issue in (None, c.about) and (party is None or party in c.parties))
        offers = [p for p in proposals(texts, testimonies, dossier) if _by(p.on, as_of)]
        return cls(
            dossier=dossier,
            testimonies=testimonies,
            passages=tuple(sorted((p for p in texts if _by(p.published.on, as_of)), key=lambda p: p.document)),
            positions=tuple(p for p in positions(testimonies, dossier) if issue in (None, p.issue) and party in (None, p.party)),
            shifts=tuple(s for s in shifts(testimonies, dossier) if issue in (None, s.issue) and party in (None, s.party)),
            claims=tuple(c for c in progress_claims(testimonies, dossier) if party in (None, c.party)),
            conflicts=clashes,
            proposals=tuple(p for p in offers if (issue is None or issue in p.issues) and party in (None, p.by)),
            rounds=tuple(r for r in rounds(texts, testimonies, dossier) if _by(r.on, as_of)),
            sides=tuple(p.id for p in dossier.parties if p.kind is PartyKind.SIDE),
        )

    @property
    def latest(self) -> date | None:
        """The last day that anything known was said or published."""
        days = [t.day for t in self.testimonies if t.day is not None]
        days += [p.published.on for p in self.passages if p.published.on is not None]
        return max(days, default=None)

    @property
    def publishers(self) -> int:
        """How many named publishers the texts come from."""
        return len({p.publisher for p in self.passages if p.publisher is not None})

    @property
    def unnamed(self) -> int:
        """How many texts name no publisher."""
        return sum(p.publisher is None for p in self.passages)


def _by(on: date | None, as_of: date | None) -> bool:
    """Whether something belongs to what is told as of a day; an undated thing only without a day."""
    return as_of is None or (on is not None and on <= as_of)


class Writer:
    """Writes the brief's sentences: one numbering of citations and one memory of who was introduced and what was said."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.findings = findings
        self.citations = Citations(source, findings.dossier)
        self.voices = Voices(findings.dossier, self.citations)
        self._told: set[str] = set()
        self._utterances: dict[str, list[Testimony]] = defaultdict(list)
        for testimony in findings.testimonies:
            self._utterances[testimony.utterance].append(testimony)

    def told(self, testimony: Testimony) -> bool:
        """Whether the page has quoted this utterance already."""
        return testimony.utterance in self._told

    def tell(self, testimony: Testimony, *, opening: str = "", dated: bool = True, words: Spans | None = None) -> Sentence:
        """One sentence that tells a statement, or only some words of it, cited by all its witnesses."""
        self._told.add(testimony.utterance)
        pieces = self.voices.tell(testimony, dated=dated, words=words)
        if opening and isinstance(pieces[0], str):
            head = pieces[0]
            pieces = (opening + (head[0].lower() + head[1:] if head.startswith("On ") else head), *pieces[1:])
        others = [t for t in self.findings_of(testimony.utterance) if t is not testimony]
        return sentence(*pieces, *_stop(pieces), also=self.citations.every(others, most=2))

    def by_statement(self, statement: str | None) -> Testimony | None:
        """The testimony of a statement."""
        return next((t for t in self.findings.testimonies if t.statement.id == statement), None)

    def findings_of(self, utterance: str) -> Sequence[Testimony]:
        """The testimonies of one utterance."""
        return self._utterances[utterance]


def _stop(pieces: Pieces) -> tuple[str, ...]:
    """A full stop, unless the sentence ends with a mark of its own."""
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces).rstrip(" \"”’'")
    return () if text.endswith(("…", "!", "?", ".")) else (".",)
