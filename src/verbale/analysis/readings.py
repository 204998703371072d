"""What one document's text and statements tell of meetings and proposals: read once, its sentences split once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from verbale.analysis.findings import Fact
from verbale.analysis.lexicon_proposals import OFFERS, PROPOSAL
from verbale.analysis.lexicon_rounds import TALK
from verbale.analysis.meetings import Meeting, meetings_in
from verbale.analysis.names import Names, names_of
from verbale.analysis.prose import Prose
from verbale.analysis.terms import Draft, drafts
from verbale.analysis.testimony import Citation, Passage, Testimony
from verbale.analysis.voices import CLEAR
from verbale.analysis.wording import lowered
from verbale.dossier.model import Dossier
from verbale.values import Move, quote


@dataclass(frozen=True, slots=True)
class Reading:
    """One document's mentions of meetings and drafts of proposals, in order; `day` is that of the text, where it is known."""

    document: str
    day: date | None
    meetings: tuple[Meeting, ...]
    drafts: tuple[Draft, ...]


def readings(passages: Iterable[Passage], testimonies: Iterable[Testimony], dossier: Dossier) -> Iterator[Reading]:
    """The readings of texts (dated, dating.py) with their statements, by document; statements without a text are read too."""
    told: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in testimonies:
        told[testimony.statement.document].append(testimony)
    texts = {passage.document: passage for passage in passages}
    for document in sorted(texts.keys() | told.keys()):
        yield reading(document, texts.get(document), told[document], dossier)


def reading(document: str, passage: Passage | None, testimonies: Sequence[Testimony], dossier: Dossier) -> Reading:
    """One document's reading: its text, where there is one, and its statements."""
    names = names_of(dossier)
    offered = _offered(testimonies, passage.text if passage is not None else None, names)
    if passage is None:
        return Reading(document, None, (), tuple(offered))
    published = passage.published
    reference = (published.on, published.known) if published.on is not None else None
    low = lowered(passage.text)
    meets, offers = set(TALK.places(low)), {*OFFERS.places(low), *PROPOSAL.places(low)}
    if not meets and not offers:
        return Reading(document, published.on, (), tuple(offered))
    prose = Prose(passage)
    told = [sentence for at in prose.around(meets) if (sentence := prose.sentence(at)) is not None]
    met = [meeting for sentence in told for meeting in meetings_in(sentence, document, reference, names, dossier)]
    made = drafts(prose, set(prose.around(offers)), document, reference, names, dossier) if offers else []
    return Reading(document, published.on, tuple(met), (*made, *offered))


def _offered(testimonies: Sequence[Testimony], text: str | None, names: Names) -> list[Draft]:
    """Drafts from statements that offer: their words are a term, their condition a condition."""
    found = []
    for testimony in sorted(testimonies, key=lambda t: t.statement.position):
        statement = testimony.statement
        party, coding = statement.resolution.party, statement.coding
        if coding.move is not Move.OFFER or coding.probability < CLEAR or statement.attribution.nested_in is not None:
            continue
        if party is None or (party not in names.sides and party not in names.mediators):
            continue
        draft = Draft(party, statement.document, testimony.day, statement.resolution.said_on.known)
        draft.terms.append(Fact(testimony.quote, Citation(statement.document, testimony.content, statement.id)))
        if coding.condition and text is not None:
            draft.conditions.append(Fact(quote(text, coding.condition), Citation(statement.document, coding.condition, statement.id)))
        found.append(draft)
    return found
