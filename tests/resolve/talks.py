"""An invented negotiation for the tests of this room, and a short way to write down attributions."""

from __future__ import annotations

from datetime import date

from verbale.dossier.model import Actor, ActorKind, Dossier, Negotiation, Party, PartyKind, Publisher, PublisherKind, Role
from verbale.resolve import ActorIndex, Identity, resolve
from verbale.values import Attribution, Document, Kind, Known, Published, Resolution, Span, Spans

FRIDAY = date(2024, 5, 17)


def role(title: str, begins: date | None = None, ends: date | None = None) -> tuple[Role, ...]:
    return (Role(title, begins, ends),)


DOSSIER = Dossier(
    negotiation=Negotiation(id="strait", title="Talks on the strait", begins=date(2024, 4, 1), ends=date(2024, 7, 31)),
    parties=(
        Party("velmark", "Velmark", PartyKind.SIDE, ("Velmarkers",), ("Tornby",)),
        Party("osgia", "Osgia", PartyKind.SIDE, (), ("Karsk",)),
        Party("norway", "Norway", PartyKind.MEDIATOR),
        Party("usa", "United States (administration)", PartyKind.GUARANTOR),
        Party("europe", "Europe (EU and its member states)"),
    ),
    actors=(
        Actor("lind", "Aksel Lind", party="velmark", roles=role("President of Velmark")),
        Actor("moor", "Greta Moor", party="velmark", roles=role("Foreign Minister of Velmark", date(2020, 1, 1), date(2024, 5, 10))),
        Actor("holt", "Bertil Holt", party="velmark", roles=role("Foreign Minister of Velmark", date(2024, 5, 11))),
        Actor("velmark-office", "Office of the President of Velmark", ActorKind.OFFICE, "velmark"),
        Actor("velmark-delegation", "Velmarkian delegation", ActorKind.BODY, "velmark", ("Velmarkian negotiators",)),
        Actor("savchuk", "Mykhailo Savchuk", party="osgia", aliases=("Mikhail Savchuk",), roles=role("head of the Osgian delegation")),
        Actor("dorin", "Yuriy Dorinsky", party="osgia", roles=role("President of Osgia")),
        Actor("citadel", "Citadel", ActorKind.OFFICE, "osgia", ("the Citadel",)),
        Actor("rell", "Pavlo Rell", party="osgia", roles=role("Citadel spokesman, Osgia")),
        Actor("osgia-defence", "Osgian Defence Ministry", ActorKind.BODY, "osgia"),
        Actor("aas", "Ingrid Aas", party="norway", roles=role("Foreign Minister of Norway")),
        Actor("cole", "Marcus Cole", party="usa", roles=role("US Secretary of State")),
        Actor("weber", "Anna Weber", party="europe", roles=role("Chancellor of Germany")),
    ),
    publishers=(
        Publisher("bna", "Baltic News Agency", PublisherKind.AGENCY, aliases=("BNA",)),
        Publisher("post", "The Tornby Post", PublisherKind.OUTLET),
    ),
)  # fmt: skip
INDEX = ActorIndex.of(DOSSIER)

Said = tuple[str, str, str]


def located(text: str, said: Said, *, kind: Kind = Kind.INDIRECT, nested_in: int | None = None) -> Attribution:
    """The attribution whose content is the first such words, with the cue nearest to it and the source nearest to the cue."""
    source, cue, content = said
    start = text.index(content)
    content_at = Span(start, start + len(content))
    cue_at = nearest(text, cue, content_at, content_at) if cue else ()
    source_at = nearest(text, source, cue_at[0] if cue_at else content_at, content_at) if source else ()
    if text[start] in '"“' and kind is Kind.INDIRECT:
        kind = Kind.DIRECT
    return Attribution(source_at, cue_at, (content_at,), kind, nested_in)


def nearest(text: str, words: str, to: Span, outside: Span) -> Spans:
    places = [at for at in range(len(text)) if text.startswith(words, at) and not outside.overlaps(Span(at, at + len(words)))]
    at = min(places, key=lambda place: min(abs(place - to.end), abs(place + len(words) - to.start)))
    return (Span(at, at + len(words)),)


def article(text: str, *, published: date | None = FRIDAY, publisher: str | None = None, furniture: Spans = ()) -> Document:
    known = Known.STATED if published else Known.UNKNOWN
    return Document(id="a", path="a.txt", text=text, publisher=publisher, published=Published(published, None, known), furniture=furniture)


def resolved(text: str, *said: Said, published: date | None = FRIDAY, publisher: str | None = None) -> tuple[Resolution, ...]:
    """Resolves attributions, none nested, of a text in the invented negotiation."""
    document = article(text, published=published, publisher=publisher)
    return resolve(document, [located(text, one) for one in said], INDEX)


def speaker_of(text: str, source: str, cue: str, content: str, *, published: date | None = FRIDAY) -> str | None:
    """The speaker's id, or the name where there is no id, of the one attribution."""
    speaker = resolved(text, (source, cue, content), published=published)[0].speaker
    return None if speaker is None else speaker.id or speaker.name


def judged(text: str, said: Said, *identities: Identity) -> Resolution:
    return resolve(article(text), [located(text, said)], ActorIndex.of(DOSSIER, identities))[0]
