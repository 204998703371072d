"""English around quotations: names, dates, lists, and how a statement is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from verbale.analysis.authority import title_weight
from verbale.analysis.findings import Progress
from verbale.analysis.testimony import Testimony
from verbale.dossier.model import Actor, Dossier, Issue
from verbale.values import Kind, Spans, Speaker
from verbale.views.citations import Citations
from verbale.views.names import family_name, media_in, names_in
from verbale.views.page import Quoted
from verbale.views.tenses import past

Pieces = tuple[str | Quoted, ...]

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

_ARTICLE = re.compile(
    r"^(?:United|European|African|Arab|Netherlands|Philippines|Vatican|Kremlin)\b|\b(?:States|Union|Kingdom|Federation|Republic|Emirates|"
    r"Islands|Alliance|Company|Council|Government|Ministry|Commission|Authority|Board|Federation|Office|Delegation|delegation|Nations|"
    r"Side|Party|Movement|Front|League|Cooperative|Association|negotiators|Office of .+|Ministry of .+|Port of .+)$"
)


def day(on: date, *, year: int | None = None) -> str:
    """A day as an editor writes it: "18 March", with the year where it is not `year`."""
    return f"{on.day} {MONTHS[on.month - 1]}" + ("" if on.year == year else f" {on.year}")


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def with_article(name: str) -> str:
    """A name as it stands within a sentence: "the United States", "Turkey"."""
    return f"the {name}" if _ARTICLE.search(name) and not name.lower().startswith("the ") else name


def issue_phrase(issue: Issue | None, fallback: str, dossier: Dossier) -> str:
    """An issue's label as it stands within a sentence: "neutral status", "Crimea"."""
    if issue is None:
        return "progress in the talks" if fallback == "progress" else fallback
    label = issue.label
    first = label.split()[0].strip(",.:")
    inside = re.search(rf"(?<=\s){re.escape(first)}\b", issue.proposition or "")
    proper = first in names_in(dossier) or inside is not None or first[1:] != first[1:].lower() or first in _PROPER
    return label if proper else label[0].lower() + label[1:]


_PROPER = frozenset({"Donetsk", "Crimea", "Donbas", "Russian", "Ukrainian"})


def quoted(words: Quoted) -> Pieces:
    """A quotation between marks; an ellipsis outside them says that words are left out."""
    return ("“", words, "” …" if words.cut else "”")


def level_phrase(level: Progress) -> str:
    """A step of the progress scale as it stands after "the talks are"."""
    return _LEVELS[level]


_LEVELS = {
    Progress.DEAD_END: "at a dead end",
    Progress.STALLED: "no further than before",
    Progress.DIFFICULT: "difficult",
    Progress.UNDER_WAY: "under way",
    Progress.HOPEFUL: "moving forward",
    Progress.CLOSE: "close to an agreement",
    Progress.AGREED: "settled",
}


class Voices:
    """Names speakers on one page: in full with the office at first, shorter afterwards."""

    def __init__(self, dossier: Dossier, citations: Citations) -> None:
        self._dossier = dossier
        self._citations = citations
        self._met: set[str] = set()
        self._told = 0

    def name(self, speaker: Speaker | None, on: date | None = None, *, party: str | None = None) -> str:
        """A speaker within a sentence; where nobody is named, the party."""
        if speaker is None:
            found = self._dossier.party(party)
            return with_article(found.name) if found is not None else "a speaker whom the text does not name"
        actor = self._dossier.actor(speaker.id)
        if actor is None or speaker.id == party:
            return _inner(with_article(speaker.name))
        if not actor.person:
            return with_article(actor.name) if actor.name.isupper() else f"the {actor.name.removeprefix('the ').removeprefix('The ')}"
        if actor.id in self._met:
            return family_name(actor)
        self._met.add(actor.id)
        title = _title(actor, on)
        return f"{actor.name}, {title}," if title else actor.name

    def party(self, party: str | None) -> str:
        """A party within a sentence."""
        found = self._dossier.party(party)
        return with_article(found.name) if found is not None else "an unnamed party"

    def issue(self, issue: str) -> str:
        """An issue within a sentence."""
        return issue_phrase(self._dossier.issue(issue), issue, self._dossier)

    def on(self, on: date) -> str:
        """A day within a sentence; the year is left out where the negotiation has one alone."""
        talks = self._dossier.negotiation
        years = {edge.year for edge in (talks.begins, talks.ends) if edge is not None}
        return day(on, year=years.pop() if len(years) == 1 else None)

    def tell(self, testimony: Testimony, *, dated: bool = True, words: Spans | None = None) -> Pieces:
        """A statement, or some words of it, in one sentence without its full stop: own words between marks, a report as reported speech."""
        shown = self._citations.words(testimony, part=words)
        resolution = testimony.statement.resolution
        on = testimony.day if dated else None
        speaker = self.name(resolution.speaker, testimony.day, party=resolution.party)
        document = self._citations.document(testimony.statement.document)
        if testimony.statement.attribution.kind is Kind.DIRECT or document.language != "en":
            return self._direct(shown, speaker, on, testimony)
        return self._reported(shown, speaker, on, testimony)

    def _direct(self, words: Quoted, speaker: str, on: date | None, testimony: Testimony) -> Pieces:
        verb = self._verb(testimony)
        known = testimony.statement.resolution.said_on.on is not None
        when = "" if on is None else f" on {self.on(on)}" if known else f", as reported on {self.on(on)}"
        self._told += 1
        if self._told % 3 == 2 and len(words.text) < SIMPLE and not words.cut:
            return (*quoted(words), f", {speaker} {verb}{when}")
        if self._told % 3 == 0 and on is not None and known:
            return (f"On {self.on(on)} {speaker} {verb}: ", *quoted(words))
        return (f"{speaker} {verb}{when}: ", *quoted(words))

    def _reported(self, words: Quoted, speaker: str, on: date | None, testimony: Testimony) -> Pieces:
        carried = self._carried(testimony, words)
        standing = carried is not None and _STANDING.search(carried) is not None
        known = testimony.statement.resolution.said_on.on is not None
        lead = "On {} " if known else "As reported on {}, "
        when = lead.format(self.on(on)) if on is not None and not standing else ""
        ellipsis = " …" if words.cut else ""
        if carried is not None:
            return (f"{when}{self._told_by(testimony, speaker)} {carried}", words, ellipsis)
        reported = f" on {self.on(on)}" if on is not None else ""
        if is_clause(words.text):
            if not words.text[:1].isupper() or _stays_capital(words.text, self._dossier):
                return (f"{when}{speaker} said that ", words, ellipsis)
            return (f"{speaker} is reported to have said{reported}: ", words, ellipsis)
        if _THING.match(words.text):
            return (f"{when}{speaker} spoke of ", *quoted(words))
        return (f"{speaker.rstrip(',')}, as reported{reported}: ", *quoted(words))

    def _told_by(self, testimony: Testimony, speaker: str) -> str:
        """The speaker as the subject of the text's own words, which may be what is his: "Orlan's plan is to …"."""
        attribution = testimony.statement.attribution
        text = self._citations.document(testimony.statement.document).text
        owned = _POSSESSIVE.search(text, attribution.source[0].start, attribution.cue[0].start)
        return f"{speaker.rstrip(',')}'s" if owned and not speaker.endswith("'s") else speaker

    def _carried(self, testimony: Testimony, words: Quoted) -> str | None:
        """The text's own words between the source and the content ("said that ", "rejected "), where they join up."""
        attribution = testimony.statement.attribution
        if len(attribution.source) != 1 or len(attribution.cue) != 1:
            return None
        text = self._citations.document(testimony.statement.document).text
        source, cue, begin = attribution.source[0], attribution.cue[0], words.spans[0].start
        if not source.end <= cue.start < cue.end <= begin or begin - cue.end > FAR:
            return None
        verb, before, after = cue.of(text), text[source.end : cue.start], text[cue.end : begin]
        if not _AFTER_CUE.fullmatch(after) or not _VERB.match(verb) or "\n" in before:
            return None
        if len(before) > FAR and not _PAST_VERB.match(verb):
            return None
        mark = after.rstrip()[-1:]
        opening = mark if mark in _PARTNERS and _PARTNERS[mark] in words.text else ""
        joint = _DAY_WORDS.sub(" ", after.rstrip(" \"“‘'"))
        auxiliary = _AUXILIARY.search(before[-FAR:])
        verb = _LOOSE.sub("", verb)
        spoken = past(f"{auxiliary.group()} {verb}" if auxiliary else verb)
        if self._one(testimony.statement.resolution.speaker):  # the text may name others beside: "Orlan and the envoys were adamant"
            spoken = re.sub(r"^were\b", "was", spoken)
        return " ".join(f"{spoken}{joint}".split()) + " " + opening

    def _one(self, speaker: Speaker | None) -> bool:
        """Whether a speaker is one person."""
        if speaker is None:
            return False
        known = self._dossier.actor(speaker.id)
        return (
            known.person
            if known is not None
            else Actor("", speaker.name).person and len(speaker.name.split()) > 1 and speaker.name.istitle()
        )

    def _verb(self, testimony: Testimony) -> str:
        """The verb of a direct quotation with the medium it was said to, where the channel names one."""
        channel = testimony.statement.resolution.channel
        if any(name in ("Twitter", "X", "Telegram", "Facebook", "Truth Social") for name in channel):
            return f"wrote on {next(name for name in channel if name in ('Twitter', 'X', 'Telegram', 'Facebook', 'Truth Social'))}"
        media = media_in(self._dossier) if channel else {}
        medium = next((media[name.casefold()] for name in channel if name.casefold() in media), None)
        return f"told {medium}" if medium is not None else "said"


SIMPLE = 140
"""Characters of a quotation that may open its sentence."""

_DAY_NAMES = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday)"
_AFTER_CUE = re.compile(rf",?\s*(?:(?:on |late |earlier |late on )?{_DAY_NAMES}\s*)?(?:that\s+|for\s+|to\s+)?[\"“‘']?")
_DAY_WORDS = re.compile(rf"\s*(?:on |late |earlier |late on )?\b{_DAY_NAMES}\b\s*")
_AUXILIARY = re.compile(r"\b(?:has|have|had|is|are|was|were|will|would)\b(?: \w+)?\s*$")
_POSSESSIVE = re.compile(r"(?:['’]s|\b[Hh]is|\b[Hh]er|\b[Ii]ts|\b[Tt]heir)\s*$")
_VERB = re.compile(r"[a-z]")
_PAST_VERB = re.compile(r"(?:also |then )?(?:\w+ed|said|told|wrote|made|called)\b")
_LOOSE = re.compile(r"^(?:(?:also|then|later|after|before|still|further|meanwhile|however|again) )+")
_PARTNERS = {"“": "”", '"': '"', "‘": "’", "'": "'"}
_STANDING = re.compile(r"\b(?:long|always|repeatedly|earlier|previously|once|often)\b")
"""Words by which a report tells of no single day."""

_THING = re.compile(
    r"(?:an?|the|his|her|its|their|our|this|that|these|those|no|more|some|any|all|every|both|progress|new)\b", re.IGNORECASE
)
FAR = 40
"""Characters between a cue and its content beyond which they do not join up."""


def _stays_capital(text: str, dossier: Dossier) -> bool:
    """Whether the first word is a name, so that it keeps its capital within a sentence."""
    first, names = text.split()[0].rstrip(",'’s"), names_in(dossier)
    return first in names or first.rstrip("s") in names


def _inner(name: str) -> str:
    """A description as it stands within a sentence: "a senior official"."""
    return name[0].lower() + name[1:] if name.startswith(("A ", "An ", "The ", "One ", "Some ")) else name


def _title(actor: Actor, on: date | None) -> str:
    """The first of the roles held on a day, with a small letter where it names no single office."""
    held = [role.title for role in actor.roles if role.held_on(on)]
    if not held:
        return ""
    title = held[0]
    return title if title[0].islower() or title_weight(title) else title[0].lower() + title[1:]


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|did|do|cannot|can't|won't|isn't|aren't|wasn't|"
    r"needs?|wants?|remains?|hopes?|expects?|believes?|agreed|rejected|accepted|made|became|began|came|went|took|gave|"
    r"continues?|contains?|includes?|means|depends|requires?|stands?|says|goes|comes|makes?|takes?|gives?|belongs?|looks?|seems?|shows?)\b",
    re.IGNORECASE,
)


_NO_SUBJECT = re.compile(
    r"(?:to|not to|for|by|in order|is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\b|[a-z]+ed (?!and\b)",
    re.IGNORECASE,
)


def is_clause(text: str) -> bool:
    """Whether words stand after "said that": they begin like a subject and hold a finite verb before a relative clause takes over."""
    head = re.split(r"\b(?:which|who|that|whose|where)\b", text, maxsplit=1)[0] or text
    return not _NO_SUBJECT.match(text) and bool(_FINITE.search(head))
