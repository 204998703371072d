"""What people decided on names: this name is that actor, is not, is nobody of the dossier, or is another name's bearer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verbale.resolve.names import name_words


@dataclass(frozen=True, slots=True)
class Identity:
    """A judgement: a name as it stands in texts is (or, with `same` false, is not) whom `actor` or `other` means.

    `actor` is an id of the dossier, `other` another name of somebody whom the dossier need not list; at most one of them is given.
    Without either, the name is nobody of the dossier. `document` is a document's id, or None for every document; the narrower
    judgement wins.
    """

    name: str
    actor: str | None
    document: str | None = None
    same: bool = True
    other: str | None = None


def ordered(identities: Sequence[Identity]) -> tuple[Identity, ...]:
    """The judgements in a fixed order, a split of two names read from either side."""
    splits = [replace(one, name=one.other, other=one.name) for one in identities if one.other is not None and not one.same]
    return tuple(sorted({*identities, *splits}, key=lambda one: (one.name, one.document or "", one.actor or "", one.other or "", one.same)))


def standing(identities: Sequence[Identity], name: str, document: str) -> tuple[Identity, ...]:
    """The judgements on a name in a document, the document's own before the general ones, what a name is before what it is not."""
    wanted = name_words(name)
    hits = [one for one in identities if one.document in (None, document) and name_words(one.name) == wanted]
    narrow = {(one.actor, one.other, not one.same) for one in hits if one.document is not None}
    kept = [one for one in hits if one.document is not None or (one.actor, one.other, one.same) not in narrow]
    return tuple(sorted(kept, key=lambda one: (one.document is None, not one.same)))


def joined(identities: Sequence[Identity], name: str, document: str) -> Identity | None:
    """The end of a chain of joined names: the last judgement on it, None where the name is joined to none or the chain is a ring."""
    seen = {name_words(name)}
    last: Identity | None = None
    while True:
        here = next((one for one in standing(identities, last.other if last and last.other else name, document) if one.same), None)
        if here is None:
            return last
        if here.other is None:
            return here
        if name_words(here.other) in seen:
            return last
        seen.add(name_words(here.other))
        last = here
