"""One document's drafts of proposals: who offers, and the facts that the following sentences give."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from verbale.analysis.days import days_in
from verbale.analysis.findings import Fact, Named
from verbale.analysis.lexicon_proposals import (
    CONDITION,
    EXCHANGE,
    FORCE,
    GUARANTEE,
    INCLUDES,
    IS_SUBJECT,
    MEETING_ONLY,
    OFFERS,
    ON_TOPIC,
    PERIOD,
    PROPOSAL,
    REFUSED,
    WANTS,
    WOULD,
)
from verbale.analysis.names import Names, runs
from verbale.analysis.prose import Prose, Sentence
from verbale.analysis.testimony import Citation
from verbale.dossier.model import Dossier
from verbale.values import Known, Span

REACH = 2
"""Sentences off the topic after which a text no longer speaks of the proposal."""

SHORTEST = 8
"""Characters of the shortest term worth showing."""


@dataclass(slots=True)
class Draft:
    """What one document tells of one party's proposal."""

    by: str
    document: str
    on: date | None
    known: Known
    terms: list[Fact] = field(default_factory=list)
    asks: list[Fact] = field(default_factory=list)
    in_exchange: list[Fact] = field(default_factory=list)
    conditions: list[Fact] = field(default_factory=list)
    guarantors: list[Named] = field(default_factory=list)
    periods: list[Fact] = field(default_factory=list)
    entry_into_force: list[Fact] = field(default_factory=list)

    def facts(self) -> list[Fact]:
        """All facts of the draft."""
        plain = [*self.terms, *self.asks, *self.in_exchange, *self.conditions, *self.periods, *self.entry_into_force]
        return [*plain, *(named.fact for named in self.guarantors)]


def drafts(
    prose: Prose, telling: Collection[int], document: str, reference: tuple[date, Known] | None, names: Names, dossier: Dossier
) -> list[Draft]:
    """The proposals that one document's sentences tell of, one a party, in the order in which they begin.

    `telling` are the numbers of the sentences that may tell who offers.
    """
    by_party: dict[str, Draft] = {}
    current: Draft | None = None
    off_topic = 0
    guaranteed = False
    for at in range(len(prose)):
        if current is None and at not in telling:
            continue
        sentence = prose.sentence(at)
        if sentence is None:
            continue
        party = offerer(sentence.text, sentence.low, names) if at in telling else None
        if party is not None:
            if party not in by_party:
                found = days_in(sentence.text, sentence.low, reference[0] if reference else None, dossier.negotiation)
                days = [day for day in found if day.on is not None]
                on, known = (days[0].on, days[0].known) if days else reference if reference else (None, Known.UNKNOWN)
                by_party[party] = Draft(party, document, on, known)
            current, off_topic = by_party[party], 0
        elif current is None or not _goes_on(sentence, current, names, guaranteed=guaranteed):
            off_topic += 1
            if off_topic > REACH:
                current, guaranteed = None, False
            continue
        else:
            off_topic = 0
        about = bool(GUARANTEE.search(sentence.low))
        _read(sentence, document, current, names, guaranteed=about or guaranteed)
        guaranteed = about
    return [draft for draft in by_party.values() if _holds(draft)]


def _holds(draft: Draft) -> bool:
    """Whether a draft tells enough to be shown: two facts, at least one of them a term or an exchange."""
    return bool(draft.terms or draft.in_exchange) and len(draft.facts()) > 1


def offerer(text: str, low: str, names: Names) -> str | None:
    """The party that a sentence, and `low` in small letters, says makes a proposal: "X has proposed", "X's proposal", "a draft by X"."""
    for match in OFFERS.finditer(low):
        if MEETING_ONLY.search(match.group("what")):
            continue
        before = [m for m in names.find(text) if m.span.end <= match.start() and m.party is not None]
        gap = text[before[-1].span.end : match.start()] if before else ""
        if before and _ADVERBS.fullmatch(gap) and not before[-1].adjective:
            return before[-1].party
        if before and _OFFICIALS.fullmatch(gap):
            return before[-1].party
    for match in PROPOSAL.finditer(low):
        if REFUSED.search(low, 0, match.start()):
            continue
        for mention in names.find(text):
            if mention.party is None:
                continue
            ahead, after = text[mention.span.end : match.start()], text[match.end() : mention.span.start]
            if mention.span.end <= match.start() and (_OWNS.fullmatch(ahead) or (mention.adjective and _ADJECTIVE.fullmatch(ahead))):
                return mention.party if mention.party in names.sides or mention.party in names.mediators else None
            if match.end() <= mention.span.start and _BY.fullmatch(after):
                return mention.party if mention.party in names.sides or mention.party in names.mediators else None
    return None


_ADVERBS = re.compile(
    r"(?:,[^,]{0,60},)? (?:(?:has|have|had|is|are|was|were|also|now|reportedly|formally|again|already|been|once) )*", re.IGNORECASE
)
_OFFICIALS = re.compile(
    r"['’]?s? (?:\w+ ){0,2}(?:negotiators?|officials?|side|delegation|government|president|minister|representatives|leader|team) "
    r"(?:(?:has|have|had|is|are|was|were|also|now|formally|again|already|been) )*",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s? (?:[\w-]+ ){0,2}", re.IGNORECASE)
_ADJECTIVE = re.compile(r" (?:[\w-]+ ){0,1}", re.IGNORECASE)
_BY = re.compile(r" (?:by|from|of|put forward by|tabled by|presented by|made by) (?:the )?", re.IGNORECASE)


def _goes_on(sentence: Sentence, draft: Draft, names: Names, *, guaranteed: bool) -> bool:
    """Whether a sentence goes on about the proposal: it speaks of it, or its party wants more, or it lists the guarantors."""
    text, low = sentence.text, sentence.low
    if IS_SUBJECT.search(text):
        return True
    if guaranteed and any(len(run) > 2 for run in runs(text, names.find(text))):
        return True
    if not ON_TOPIC.search(low) or not (WANTS.search(low) or WOULD.search(text)):
        return False
    first = next((m for m in names.find(text) if m.party in names.sides), None)
    return first is not None and first.party == draft.by and first.span.start < OPENING


OPENING = 40
"""Characters at the head of a sentence in which its subject stands."""


def _read(sentence: Sentence, document: str, draft: Draft, names: Names, *, guaranteed: bool) -> None:
    """Adds one sentence's facts to the draft."""
    text = sentence.text
    found = runs(text, names.find(text)) if guaranteed else []
    listed = [run for run in found if not {m.party for m in run} <= names.sides]
    for run in listed:
        for mention in run:
            name = names.party_name(mention.party) or mention.name
            draft.guarantors.append(Named(name, mention.party, _fact(sentence, document, mention.span.start, mention.span.end)))
    for pattern, field_ in (
        (EXCHANGE, draft.in_exchange),
        (FORCE, draft.entry_into_force),
        (PERIOD, draft.periods),
        (CONDITION, draft.conditions),
    ):
        for match in pattern.finditer(sentence.low):
            span = _bare(text, *match.span("what"))
            if span is not None:
                field_.append(_fact(sentence, document, *span))
    if listed:
        return
    for start, end, asked in _term_ranges(text, sentence.low):
        (draft.asks if asked else draft.terms).append(_fact(sentence, document, start, end))


def _term_ranges(text: str, low: str) -> Iterator[tuple[int, int, bool]]:
    """The ranges of the terms in a sentence, disjoint, in order, and whether each is asked of others."""
    taken: list[tuple[int, int, bool]] = []
    for pattern in (OFFERS, INCLUDES, WANTS, WOULD):
        for match in pattern.finditer(text if pattern is WOULD else low):
            span = _trim(text, *match.span("what"))
            if span is None or MEETING_ONLY.search(low[span[0] : span[1]]) or FORCE.search(low, *span):
                continue
            if pattern is WOULD:
                span = (_clause_start(text, span[0]), span[1])
            if all(span[1] <= start or end <= span[0] for start, end, _ in taken):
                taken.append((*span, pattern is WANTS))
    yield from sorted(taken)


def _clause_start(text: str, at: int) -> int:
    """Where the clause around a verb begins: after the last break before it, or the sentence's own start."""
    breaks = [match.end() for match in _CLAUSE.finditer(text, 0, at)]
    return breaks[-1] if breaks else 0


_CLAUSE = re.compile(r"[,;:–—]\s+(?:and |but |that )?|\b(?:said|says|that|meaning) ")


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A term's range without what it is offered for, trailing commas and white space; None where too little is left."""
    match = _EXCHANGE_TAIL.search(text, start, end)
    return _bare(text, start, end if match is None else match.start())


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A range without a closing "X said", trailing commas and white space; None where too little is left."""
    credit = _CREDIT.search(text, start, end)
    end = end if credit is None else credit.start()
    while end > start and text[end - 1] in " ,\t\n–—-":
        end -= 1
    return (start, end) if end - start >= SHORTEST else None


_CREDIT = re.compile(
    r",[\"”]? (?:[A-Z][\w'’.-]* |he |she |they |it |the \w+ |officials? |according to ){1,5}"
    r"(?:said|told|added|wrote|announced|noted|reported|told)\b.*$"
)
_EXCHANGE_TAIL = re.compile(
    r"(?:,? (?:in (?:the )?(?:exchange|return) (?:for|of)|against (?=(?:\w+ )?(?:guarantees?|security|compensation|assurances?))|"
    r"(?:only )?if |provided |on condition )|, and in addition,?|, and (?=[A-Z]))"
)


def _fact(sentence: Sentence, document: str, start: int, end: int) -> Fact:
    return Fact(sentence.raw[start:end], Citation(document, (sentence.place(start, end),)))


def with_also(first: Fact, other: Fact) -> Fact:
    """The first fact with the places of another that says the same, as long as they are few."""
    if len(first.also) >= MOST_PLACES or other.citation == first.citation:
        return first
    also = list(first.also)
    also += [place for place in (other.citation, *other.also) if place != first.citation and place not in also]
    return Fact(first.text, first.citation, tuple(also[:MOST_PLACES]))


MOST_PLACES = 12
"""Further places that say the same which a fact names."""


def overlap(one: Citation, other: Citation) -> bool:
    """Whether two citations share characters of one document."""
    return one.document == other.document and any(a.overlaps(b) for a in one.spans for b in other.spans)


def whole(spans: Sequence[Span]) -> Span:
    """The span from the first to the last character."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
