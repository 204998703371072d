"""An invented negotiation over a canal, and a way to code one sentence of it."""

from __future__ import annotations

from verbale.coding import Coder, code
from verbale.dossier.model import Actor, Dossier, Issue, Party, PartyKind
from verbale.values import Attribution, Coding, Document, Kind, Resolution, Span, Spans, Speaker

DOSSIER = Dossier(
    parties=(
        Party("varland", "Varland", PartyKind.SIDE, aliases=("Varlanders",), metonyms=("Ostrel",)),
        Party("ketonia", "Ketonia", PartyKind.SIDE, metonyms=("Pell",)),
    ),
    actors=(Actor("moren", "Ilse Moren", party="varland"), Actor("dask", "Tomas Dask", party="ketonia")),
    issues=(
        Issue("canal-tolls", "Canal tolls", "Ships pay less for the canal.", ("tolls", "canal fees")),
        Issue("fishing", "Fishing rights", "Varland may fish in the northern bay.", ("fishing rights", "trawlers", "northern bay")),
        Issue("neutral-zone", "Neutral zone", "The strip becomes a neutral zone.", ("neutral zone", "border strip")),
        Issue(
            "guarantees", "Security guarantees", "Outside powers guarantee the border in a treaty.", ("security guarantees", "guarantor")
        ),
        Issue("league", "The Northern League", "Varland stays outside the Northern League.", ("Northern League", "alliance")),
        Issue("shelling", "Shelling of towns", "The shelling of border towns must stop.", ("shelling", "artillery", "mortar")),
        Issue("good-faith", "Ketonia's good faith", "Ketonia negotiates in good faith.", ("good faith", "buy time", "stalling")),
        Issue("process", "Course of the talks", None, ("talks", "negotiations", "progress", "compromise", "round")),
    ),
)
CODER = Coder.of(DOSSIER)


def span(text: str, part: str, after: int = 0) -> Spans:
    """Where a part stands in a text; no span for no part."""
    if not part:
        return ()
    start = text.index(part, after)
    return (Span(start, start + len(part)),)


def coded(
    source: str, cue: str, content: str, party: str | None = "varland", *, before: str = "", kind: Kind = Kind.INDIRECT
) -> tuple[str, Coding]:
    """The text and the coding of one sentence "source cue content." after the text `before`."""
    text = f"{before}{source} {cue} {content}."
    at = len(before)
    attribution = Attribution(
        span(text, source, at), span(text, cue, at + len(source)), span(text, content, at + len(source) + len(cue)), kind
    )
    document = Document(id="d", path="d.txt", text=text)
    (coding,) = code(document, [attribution], [Resolution(Speaker(None, source), party)], CODER)
    return text, coding
