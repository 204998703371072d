"""The stage: one document's attributions → who spoke, for whom, when, through what."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.resolve.casting import cast
from verbale.resolve.chains import inherited
from verbale.resolve.channels import Channels
from verbale.resolve.index import ActorIndex
from verbale.resolve.saidon import SaidOns
from verbale.resolve.speakers import Speakers
from verbale.resolve.text import read
from verbale.values import Attribution, Document, Resolution


def resolve(document: Document, attributions: Sequence[Attribution], index: ActorIndex) -> tuple[Resolution, ...]:
    """Who speaks in each attribution, for which party, on which day and through which channels, in the order given.

    Pure and deterministic; reads only the document's text and metadata, the spans and the index. A speaker who is not in the
    dossier keeps the fullest name that the text gives, with `id` None; what the text does not settle stays unknown.
    """
    if not attributions:
        return ()
    reading = read(document.text)
    sources = tuple(span for attribution in attributions for span in attribution.source)
    mentions = cast(reading, index, sources)
    speakers = Speakers(document, attributions, index=index, reading=reading, cast=mentions)
    found = [speakers.found(number) for number in range(len(attributions))]
    negotiation = index.dossier.negotiation
    dates = SaidOns(
        document, attributions, reading=reading, cast=mentions, found=speakers.found, window=(negotiation.begins, negotiation.ends)
    )
    said = dates.all()
    channels = Channels(document, attributions, index=index, reading=reading, cast=mentions, found=speakers.found)
    chains = inherited(channels, dates.order, [one.on for one in said])
    return tuple(
        Resolution(
            speaker=one.speaker,
            party=one.party,
            said_on=said[number],
            channel=chains[number],
            how=one.how if one.speaker is not None else "unresolved",
            probability=round(one.probability, 4) if one.speaker is not None else 0.0,
        )
        for number, one in enumerate(found)
    )
