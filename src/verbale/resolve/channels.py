"""The chain between speaker and document: medium, venue, agency, from the speaker outward."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from verbale.resolve.cast import Cast
from verbale.resolve.channel_patterns import (
    ANY_VENUE,
    CARRIED,
    FLOOR,
    GENERIC,
    INTERVIEW,
    KEPT_ADJECTIVES,
    OFFICE,
    OFFICIAL,
    OWN_INTERVIEW,
    PLACE,
    RENAMED,
    REPORT_BY,
    REPORTED,
    ROOM,
    SHOW,
    SOCIAL,
    TAIL,
    TO_PRESS,
    TOLD,
    VENUE,
)
from verbale.resolve.found import Found
from verbale.resolve.heads import quoted_by
from verbale.resolve.index import ActorIndex, fold_words
from verbale.resolve.lexicon_media import MEDIA_WORDS
from verbale.resolve.names import fold
from verbale.resolve.owndates import signed
from verbale.resolve.phrases import medium, phrase_of
from verbale.resolve.text import Reading, covers, masked, phrase_words
from verbale.values import Attribution, Document, Kind, Span, quote


@dataclass(frozen=True, slots=True)
class Hit:
    """One channel named in a text: its name, place, and how far it stands from the speaker (0 medium or venue, 1 agency)."""

    name: str
    at: int
    rank: int
    lasting: bool


class Channels:
    """Finds the channels of every attribution of one document; `found` gives the speaker of each."""

    def __init__(self, document: Document, attributions: Sequence[Attribution], *, index: ActorIndex, reading: Reading, cast: Cast,
                 found: Callable[[int], Found]) -> None:  # fmt: skip
        self.document = document
        self.attributions = attributions
        self.index = index
        self.reading = reading
        self.cast = cast
        self.found = found
        self._hidden: list[tuple[Span, ...]] = []
        self._read: dict[tuple[int, str], list[Hit]] = {}
        self.early = document.published.on is not None and document.published.on < RENAMED
        self.renamed = document.published.on is not None and document.published.on >= RENAMED

    def own(self, number: int) -> tuple[Hit, ...]:
        """The channels that the attribution's own sentence names for it, agencies last."""
        attribution = self.attributions[number]
        place = _place_of_cue(attribution)
        sentence = self.reading.sentences[self.reading.sentence(place)]
        if not self._hidden:
            self._hidden = [(*self._words(n), *self._named(n)) for n in range(len(self.attributions))]
        hidden = [
            span
            for other, spans in zip(self.attributions, self._hidden, strict=True)
            for span in spans
            if span.start < sentence.end and span.end > sentence.start and not covers(other.content, place)
        ]
        voice = masked(self.document.text, sentence, tuple(hidden))
        found = self.found(number)
        source = found.speaker.name if found.kind == "media" and found.speaker is not None else None
        hits = [hit for hit in self._hits(voice, sentence.start) if hit.name != source and self._mine(number, hit, sentence)]
        if signed(self.document.text, attribution):
            hits.append(Hit("X" if self.renamed else "Twitter", place, 0, False))
        if (paper := self._paper(attribution)) is not None:
            hits.append(Hit(paper, place, 0, False))
        if source is None and (relay := self._relay(attribution)) is not None:
            hits.append(Hit(relay, place, 1, False))
        if source is not None:
            hits.append(Hit(source, place, 1, False))
        elif (house := self._house(number)) is not None:
            hits.append(Hit(house, place, 0, True))
        return _ordered(hits)

    def _words(self, number: int) -> tuple[Span, ...]:
        """The content's spans, without a closing "in comments on …" of an indirect one: that tells the channel."""
        attribution = self.attributions[number]
        if attribution.kind is not Kind.INDIRECT and attribution.content[-1].of(self.document.text).rstrip().endswith(
            ('"', "”", "'", "’", "»")
        ):
            return attribution.content
        last = attribution.content[-1]
        tail = TAIL.search(last.of(self.document.text))
        if tail is None or tail.start() == 0:
            return attribution.content
        return (*attribution.content[:-1], Span(last.start, last.start + tail.start()))

    def _named(self, number: int) -> tuple[Span, ...]:
        """The source's spans, where it is no medium: a venue in a source says who speaks, not where."""
        return () if self.found(number).kind == "media" else self.attributions[number].source

    def _relay(self, attribution: Attribution) -> str | None:
        """The medium that quotes somebody as saying something, where it stands as the source."""
        if not attribution.source:
            return None
        span = Span(attribution.source[0].start, attribution.source[-1].end)
        relayed = quoted_by(self.document.text, span, attribution.cue)
        return self._medium_name(span.of(self.document.text)) if relayed.start >= span.end else None

    def _paper(self, attribution: Attribution) -> str | None:
        """The kind of text that is itself credited ("a statement by the ministry")."""
        if any(pattern.search(quote(self.document.text, attribution.source)) for _, pattern in SOCIAL):
            return next(name for name, pattern in SOCIAL if pattern.search(quote(self.document.text, attribution.source)))
        words = phrase_words(phrase_of(quote(self.document.text, attribution.source)).head) if attribution.source else ()
        return next(
            (word.key for word in words if word.key in ("statement", "letter", "communique", "readout", "memo", "declaration")), None
        )

    def _hits(self, voice: str, offset: int) -> list[Hit]:
        """The channels that a sentence's own voice names; several attributions share a sentence, so it is read once."""
        if (offset, voice) not in self._read:
            hits = [*self._social(voice), *self._media(voice), *self._venues(voice)]
            self._read[offset, voice] = [Hit(hit.name, hit.at + offset, hit.rank, hit.lasting) for hit in hits]
        return self._read[offset, voice]

    def _mine(self, number: int, hit: Hit, sentence: Span) -> bool:
        """Whether the channel stands nearest to this attribution's cue, of those with other speakers in the sentence."""
        mine = self.found(number).speaker
        distance = abs(_place_of_cue(self.attributions[number]) - hit.at)
        for other, attribution in enumerate(self.attributions):
            place = _place_of_cue(attribution)
            if other == number or not sentence.start <= place < sentence.end or self.found(other).speaker == mine:
                continue
            if attribution.nested_in != self.attributions[number].nested_in or hit.rank == 1:
                continue
            if abs(place - hit.at) < distance:
                return False
        return True

    # -- social media ------------------------------------------------------------------------------------------------

    def _social(self, voice: str) -> list[Hit]:
        hits = []
        for name, pattern in SOCIAL:
            match = pattern.search(voice)
            if match is None or (name == "X" and self.early):
                continue
            hits.append(Hit("X" if name == "Twitter" and self.renamed else name, match.start(), 0, True))
        return hits

    # -- media, agencies, offices ------------------------------------------------------------------------------------

    def _media(self, voice: str) -> list[Hit]:
        hits: list[Hit] = []
        if match := TO_PRESS.search(voice):
            name = match["x"] if match["x"] == "the press" or match["x"].endswith("s") or match["x"] == "newsmen" else f"{match['x']}s"
            hits.append(Hit(name, match.start("x"), 0, False))
        hits.extend(Hit((match["x"] or match["y"]).lower(), match.start(), 0, False) for match in FLOOR.finditer(voice))
        for match in SHOW.finditer(voice):
            name = self._medium_name(match["x"])
            hits.extend([Hit(name or match["x"], match.start(), 0, True), Hit(match["show"], match.start() + 1, 0, True)])
        for pattern, rank in ((TOLD, 0), (INTERVIEW, 0), (OWN_INTERVIEW, 0), (CARRIED, 1), (REPORT_BY, 1), (REPORTED, 1)):
            for match in pattern.finditer(voice):
                name = self._medium_name(match["x"]) or (
                    self._generic(match["x"])
                    if pattern not in (INTERVIEW, OWN_INTERVIEW) or voice[: match.start("x")].endswith("on ")
                    else None
                )
                if name is not None:
                    hits.append(Hit(name, match.start("x"), rank, rank == 0))
        for match in OFFICE.finditer(voice):
            name = self._office(match["x"])
            if name is not None:
                hits.append(Hit(name, match.start("x"), 0, False))
        return hits

    def _medium_name(self, text: str) -> str | None:
        """The medium that stands at the beginning of a few words."""
        head = re.split(
            r"\s+(?:that|in|at|on|about|after|before|as|while|during|when|for|how|he|she|they|it)\b|[,(]|\.\s", text.strip(), maxsplit=1
        )[0]
        owned = re.match(r"[A-Z][\w-]*['’]s\s+(?=[A-Z])", head)
        if owned is not None and self.index.media.get(fold_words(re.sub(r"['’]s\s*$", "", owned.group()))) is None:
            head = head[owned.end() :]
        head = re.sub(r"['’]s?\s.*$|['’]s?$", "", head)
        publisher = self.document.publisher
        if publisher is not None and fold_words(head) == fold_words(publisher):
            return self.index.media.get(fold_words(publisher), publisher)
        words = phrase_words(head)
        if any(pattern.search(head) for _, pattern in SOCIAL):
            return None
        if not words or not any(word.capital for word in words[:5]):
            return None
        name = medium(phrase_of(" ".join(head.split()[:6])), self.index) if head.split() else None
        if name is not None:
            return name
        capitals = [word for word in words if word.capital]
        if len(capitals) >= 2 and capitals[-1].key in MEDIA_WORDS and self.index.exact(head) is None:
            return re.sub(r"^(?:the|a)\s+", "", " ".join(head.split()), flags=re.IGNORECASE)
        return None

    def _generic(self, text: str) -> str | None:
        match = GENERIC.match(re.sub(r"^(?:the|a|an|several|some|other)\s+", "", text.strip()))
        return match["x"] if match is not None and match["x"] not in ("news agency",) else None

    def _office(self, text: str) -> str | None:
        """The office that published the words: the dossier's name where it has one."""
        known = self.index.exact(text) or self.index.body(text)
        if known is not None:
            return known.speaker.name
        owner = OFFICIAL.search(text)
        if owner is None:
            return self._medium_name(text)
        bearers = self.index.bearers([fold(owner["who"])])
        office = self.index.office_of(bearers[0]) if len(bearers) == 1 else None
        return office.speaker.name if office is not None else owner.group()

    def _house(self, number: int) -> str | None:
        """The medium of an interviewer who is himself the source ("Fox News's Chris Wallace")."""
        figure = self.found(number).figure
        if figure is None or figure.party is not None or not figure.person:
            return None
        first = next((mention for mention in self.cast.mentions if mention.figure is figure), None)
        if first is None:
            return None
        before = re.search(
            r"(?P<x>(?:[A-Z][\w&.]*\s+){0,3}[A-Z][\w&.]*)['’]s?\s+$", self.document.text[max(0, first.span.start - 50) : first.span.start]
        )
        return self._medium_name(before["x"]) if before is not None else None

    # -- venues ------------------------------------------------------------------------------------------------------

    def _venues(self, voice: str) -> list[Hit]:
        hits: list[Hit] = []
        room = ROOM.search(voice)
        if room is not None:
            hits.append(Hit(" ".join(room["x"].split()), room.start("x"), 0, False))
        hits.extend(Hit(match["x"], match.start("x"), 0, False) for match in PLACE.finditer(voice))
        for name, pattern in VENUE if ANY_VENUE.search(voice) else ():
            found = pattern.search(voice)
            if found is None or (name in ("hearing", "meeting") and room is not None):
                continue
            lead = voice[found.start() : found.start("venue")]
            if name != "statement" and re.search(r"^(?:after|from|by)\b|\b(?:after|before|following)\b", lead):
                continue
            if name == "press conference" and "news" in found["venue"].lower():
                name = "news conference"
            kept = KEPT_ADJECTIVES.search(found["lead"])
            hits.append(
                Hit(
                    f"{kept.group().lower()} {name}" if kept and name not in ("press conference", "news conference", "briefing") else name,
                    found.start("venue"),
                    0,
                    False,
                )
            )
        return hits


def _ordered(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Hits by rank and place, each name once; an interview with a named outlet is the outlet, a report is its agency."""
    names = {hit.name for hit in hits}
    outlets = {hit.name for hit in hits if hit.lasting or hit.rank == 1}
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.rank, h.at, h.name)):
        if (hit.name in ("interview", "report", "video", "op-ed") and outlets) or (hit.name == "address" and "video address" in names):
            continue
        if any(
            hit.name == other.name or (hit.name.casefold() in other.name.casefold() and hit.rank == other.rank and hit.name != "X")
            for other in kept
        ):
            continue
        kept.append(hit)
    return tuple(kept)


def _place_of_cue(attribution: Attribution) -> int:
    return (attribution.cue or attribution.source or attribution.content)[0].start
