"""A finding overlaid by what people decided on the name."""

from __future__ import annotations

from dataclasses import replace

from verbale.resolve.found import Found
from verbale.resolve.identities import joined, standing
from verbale.resolve.index import ActorIndex
from verbale.resolve.names import name_words
from verbale.resolve.phrases import phrase_of
from verbale.values import Speaker


def judged(found: Found, written: str, document: str, index: ActorIndex) -> Found:
    """The finding as the standing judgements leave it; `written` are the source's characters.

    The words of the text are asked for first, then the name found. A name joined to another is whoever that one is; a name that is
    not whom it was taken for keeps the text's own words.
    """
    for name in dict.fromkeys((written, found.speaker.name) if found.speaker is not None else (written,)):
        identity = joined(index.identities, name, document)
        if identity is not None:
            return _same(found, written, identity.actor, identity.other, index)
    if found.speaker is None:
        return found
    for identity in standing(index.identities, written, document) or standing(index.identities, found.speaker.name, document):
        parted = identity.other is not None and name_words(found.speaker.name) == name_words(identity.other)
        if parted or (identity.actor is not None and identity.actor == found.speaker.id):
            return _stranger(found, written)
    return found


def _same(found: Found, written: str, actor: str | None, other: str | None, index: ActorIndex) -> Found:
    known = index.by_id(actor) if actor is not None else index.exact(other) if other is not None else None
    if known is not None:
        return Found(known.speaker, known.party, found.figure, "judgement", "person" if known.person else "body", found.gender, 1.0)
    if actor is not None:
        return found
    if other is not None:
        return replace(found, speaker=Speaker(None, other), how="judgement", probability=1.0)
    return _stranger(found, written)


def _stranger(found: Found, written: str) -> Found:
    return Found(Speaker(None, phrase_of(written).head), None, None, "judgement", found.kind, found.gender, 1.0)
