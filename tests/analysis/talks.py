"""An invented negotiation over a canal's tolls: four articles and what each person in them says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from verbale.analysis import Passage, Testimony
from verbale.dossier.model import Actor, ActorKind, Dossier, Issue, Negotiation, Party, PartyKind, Publisher, PublisherKind, Role
from verbale.ids import content_id, statement_id
from verbale.values import (
    Attribution,
    Coding,
    Document,
    IssueCode,
    Kind,
    Known,
    Move,
    Published,
    Resolution,
    SaidOn,
    Span,
    Speaker,
    Stance,
    Statement,
    quote,
)

FOR, AGAINST, UNCLEAR = Stance.FOR, Stance.AGAINST, Stance.UNCLEAR

DOSSIER = Dossier(
    negotiation=Negotiation("ister", "Talks on the Ister canal, May 2030", date(2030, 5, 1), date(2030, 5, 31)),
    parties=(
        Party("valmora", "Valmora", PartyKind.SIDE, aliases=("Valmoran side",), metonyms=("Tessaly",)),
        Party("kestria", "Kestria", PartyKind.SIDE, aliases=("Kestrian side",), metonyms=("Hallen",)),
        Party("norland", "Norland", PartyKind.MEDIATOR),
        Party("ostmark", "Ostmark", PartyKind.GUARANTOR),
        Party("pelagia", "Pelagia", PartyKind.GUARANTOR),
    ),
    actors=(
        Actor("ruiz", "Ana Ruiz", party="valmora", roles=(Role("Foreign Minister of Valmora"),)),
        Actor("dorn", "Eva Dorn", party="valmora", roles=(Role("President of Valmora"),)),
        Actor("hahn", "Oskar Hahn", party="kestria", roles=(Role("President of Kestria"),)),
        Actor("pell", "Mira Pell", party="kestria", roles=(Role("spokeswoman of the President of Kestria"),)),
        Actor("kestria-delegation", "Kestrian delegation", ActorKind.BODY, party="kestria", aliases=("Kestrian negotiators",)),
        Actor("lind", "Per Lind", party="norland", roles=(Role("Foreign Minister of Norland"),)),
    ),
    issues=(
        Issue("tolls", "Canal tolls", "Kestria lowers its tolls on the canal.", ("tolls", "canal fees")),
        Issue("bay", "Warships in the bay", "Kestria keeps its warships out of the bay.", ("warships", "the bay")),
        Issue("fishing", "Fishing treaty", "The sides sign a fishing treaty.", ("fishing",)),
        Issue("process", "Course of the talks", None, ("talks", "positions")),
    ),
    publishers=(
        Publisher("wire", "Northern Wire", PublisherKind.AGENCY),
        Publisher("herald", "Tessaly Herald"),
        Publisher("gazette", "Hallen Gazette"),
    ),
)

OPENING = """Valmora and Kestria open talks on canal tolls

Delegations of Valmora and Kestria met in Lindau on Monday for a first round of talks, with Norland hosting.

Valmora's Foreign Minister Ana Ruiz said on Monday that Kestria must cut its tolls by half.

"We will not lower the tolls by a single crown, and 12 more ships will patrol near Port Amber," President Oskar Hahn said on Monday.
"""

ECHO = """Hahn digs in

Kestria's president refused to move. "We will not lower the tolls by a single crown, and 15 more ships will patrol near Port Ember,"
Hahn said after Monday's talks in Lindau.

Share this article
"""

APART = """Two accounts of one day

The sides resumed negotiations by video link on Friday for a second straight day.

"Our positions are as close as possible," Ruiz said on Friday. Valmora would not sign at any price, she added.

"Nothing has moved. Our positions are unchanged," Mira Pell wrote on Friday.
"""

PROPOSAL = """Kestria makes an offer in Lindau

In Monday's talks in Lindau, Kestria has proposed lowering its tolls by half in exchange for a fishing treaty.

Under the proposal, Kestria would not station warships in the bay. The guarantors would be Norland, Ostmark and Pelagia. The proposal
also includes a 10-year review period on the bay. It would only come into force if the shelling of the locks ends.

Ruiz said on Monday that Kestria's proposal would be studied in Tessaly.
"""


def document(name: str, text: str, publisher: str | None, on: date | None) -> Document:
    """An article of the fixture."""
    furniture = (Span(at, at + len("Share this article")),) if (at := text.find("Share this article")) >= 0 else ()
    published = Published(on, None, Known.STATED if on else Known.UNKNOWN)
    return Document(name, f"articles/{name}.txt", text, text.split("\n")[0], None, publisher, published, furniture=furniture)


DOCUMENTS = (
    document("opening", OPENING, "wire", date(2030, 5, 7)),
    document("echo", ECHO, "herald", date(2030, 5, 7)),
    document("apart", APART, "gazette", date(2030, 5, 11)),
    document("proposal", PROPOSAL, "wire", date(2030, 5, 14)),
)


def said(
    article: Document,
    words: str,
    speaker: str | None,
    party: str | None,
    *,
    move: Move = Move.REPORT,
    on: date | None = None,
    issues: Mapping[str, Stance] | None = None,
    utterance: str | None = None,
    position: int = 0,
    **more: object,
) -> Testimony:
    """A testimony whose content is `words` in an article. `more`: cue, source, conditional, nested_in, witness, probability."""
    start = article.text.index(words)
    content = (Span(start, start + len(words)),)
    attribution = Attribution(
        source=_spans(article.text, str(more.get("source", "")), start),
        cue=_spans(article.text, str(more.get("cue", "")), start),
        content=content,
        kind=Kind.DIRECT if words.startswith('"') else Kind.INDIRECT,
        nested_in=more.get("nested_in"),  # type: ignore[arg-type]
    )
    actor = DOSSIER.actor(speaker)
    known = DOSSIER.party(speaker)
    name = actor.name if actor else known.name if known else speaker or ""
    statement = Statement(
        statement_id(article.id, attribution),
        article.id,
        position,
        attribution,
        Resolution(Speaker(speaker if actor or known else None, name) if speaker else None, party, SaidOn(on, Known.TEXT)),
        Coding(
            tuple(IssueCode(issue, stance, float(str(more.get("probability", 0.9)))) for issue, stance in (issues or {}).items()),
            move,
            conditional=bool(more.get("conditional", False)),
        ),
    )
    witness = str(more.get("witness", article.publisher or article.id))
    shown = quote(article.text, content)
    key = utterance or content_id("utterance", statement=statement.id)
    return Testimony(statement, shown, key, article.publisher, article.published, witness, article.title)


def _spans(text: str, words: str, before: int) -> tuple[Span, ...]:
    """The last place of some words before a place in a text."""
    return (Span(at := text.rindex(words, 0, before), at + len(words)),) if words else ()


MONDAY, FRIDAY, SECOND_MONDAY = date(2030, 5, 6), date(2030, 5, 10), date(2030, 5, 13)
_opening, _echo, _apart, _proposal = DOCUMENTS

DEMAND = said(
    _opening,
    "Kestria must cut its tolls by half",
    "ruiz",
    "valmora",
    move=Move.DEMAND,
    on=MONDAY,
    issues={"tolls": FOR},
    source="Ana Ruiz",
    cue="said",
)
REFUSAL = said(
    _opening,
    '"We will not lower the tolls by a single crown, and 12 more ships will patrol near Port Amber,"',
    "hahn",
    "kestria",
    move=Move.REJECT,
    on=MONDAY,
    issues={"tolls": AGAINST},
    utterance="refusal",
    position=1,
)
REFUSAL_AGAIN = said(
    _echo,
    '"We will not lower the tolls by a single crown, and 15 more ships will patrol near Port Ember,"',
    "hahn",
    "kestria",
    move=Move.REJECT,
    on=MONDAY,
    issues={"tolls": AGAINST},
    utterance="refusal",
)
CLOSE = said(
    _apart, '"Our positions are as close as possible,"', "ruiz", "valmora", move=Move.PROGRESS, on=FRIDAY, issues={"process": UNCLEAR}
)
STALLED = said(
    _apart,
    '"Nothing has moved. Our positions are unchanged,"',
    "pell",
    "kestria",
    move=Move.OBSTACLE,
    on=FRIDAY,
    issues={"process": UNCLEAR},
    position=1,
)
OFFER = said(
    _proposal,
    "lowering its tolls by half in exchange for a fishing treaty",
    "kestria",
    "kestria",
    move=Move.OFFER,
    on=SECOND_MONDAY,
    issues={"tolls": FOR, "fishing": FOR},
    conditional=True,
    source="Kestria",
    cue="proposed",
)
ANSWER = said(
    _proposal,
    "Kestria's proposal would be studied in Tessaly",
    "ruiz",
    "valmora",
    on=SECOND_MONDAY,
    issues={"tolls": UNCLEAR},
    position=1,
)

TESTIMONIES: Sequence[Testimony] = (DEMAND, REFUSAL, REFUSAL_AGAIN, CLOSE, STALLED, OFFER, ANSWER)
PASSAGES: Sequence[Passage] = tuple(Passage(d.id, d.text, d.publisher, d.published, d.furniture) for d in DOCUMENTS)
