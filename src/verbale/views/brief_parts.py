"""What the sections of the brief share: the page's citations and voices, and small turns of phrase."""

from __future__ import annotations

from verbale.analysis import Testimony
from verbale.analysis.events import order
from verbale.values import Spans
from verbale.views.citations import Citations
from verbale.views.found import Findings
from verbale.views.page import Sentence, sentence
from verbale.views.phrases import Pieces, Voices
from verbale.views.source import Source


class Writer:
    """Writes the brief's sentences: one numbering of citations and one memory of who was introduced and what was said."""

    def __init__(self, source: Source, findings: Findings) -> None:
        self.findings = findings
        self.citations = Citations(source, findings.dossier)
        self.voices = Voices(findings.dossier, self.citations)
        self._told: set[str] = set()

    def told(self, testimony: Testimony) -> bool:
        """Whether the page has quoted this utterance already."""
        return testimony.utterance in self._told

    def tell(self, testimony: Testimony, *, opening: str = "", dated: bool = True, words: Spans | None = None) -> Sentence:
        """One sentence that tells a statement, or only some words of it, cited by all its witnesses."""
        self._told.add(testimony.utterance)
        pieces = self.voices.tell(testimony, dated=dated, words=words)
        if opening and isinstance(pieces[0], str):
            head = pieces[0]
            pieces = (opening + (head[0].lower() + head[1:] if head.startswith(("On ", "As reported on ")) else head), *pieces[1:])
        others = [t for t in self.findings.reports(testimony.utterance) if t.statement.id != testimony.statement.id]
        return sentence(*pieces, *_stop(pieces), also=self.citations.every(sorted(others, key=order), most=2))

    def by_statement(self, statement: str | None) -> Testimony | None:
        """The testimony of a statement."""
        return self.findings.testimony(statement) if statement is not None else None


def _stop(pieces: Pieces) -> tuple[str, ...]:
    """A full stop, unless the sentence ends with a mark of its own."""
    text = "".join(piece if isinstance(piece, str) else piece.text for piece in pieces).rstrip(" \"”’'")
    return () if text.endswith(("…", "!", "?", ".")) else (".",)
