"""Proposals: what each party offers, merged over documents and statements, with versions and answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from verbale.analysis.days import reference_days
from verbale.analysis.events import CLEAR, order
from verbale.analysis.findings import Answer, Fact, Named, Proposal
from verbale.analysis.lexicon_proposals import TRIGGERS
from verbale.analysis.names import Names, names_of
from verbale.analysis.prose import sentences
from verbale.analysis.terms import Draft, drafts, offerer, overlap, with_also
from verbale.analysis.testimony import Citation, Passage, Testimony
from verbale.dossier.model import Dossier
from verbale.ids import content_id
from verbale.values import Move, quote

NEAR = timedelta(days=2)
"""How far two reports of one proposal may lie apart."""

ANSWERED = timedelta(days=21)
"""How long after a proposal a statement may answer it."""


def proposals(passages: Sequence[Passage], testimonies: Sequence[Testimony], dossier: Dossier) -> tuple[Proposal, ...]:
    """The proposals in order of time; undated ones last. Every field cites its spans.

    Merged are reports of one party's proposal within NEAR days that share an issue; a later one that shares an issue is its next version.
    """
    names = names_of(dossier)
    references = reference_days(passages, testimonies)
    texts = {passage.document: passage.text for passage in passages}
    found: list[Draft] = []
    for passage in sorted(passages, key=lambda p: p.document):
        if any(trigger in passage.text for trigger in TRIGGERS):
            found.extend(drafts(sentences(passage), passage.document, references.get(passage.document), names, dossier))
    found.extend(_offered(testimonies, texts, names))
    keyed = _Issues(dossier)
    merged = [proposal for group in _grouped(found, keyed) if (proposal := _proposal(group, keyed)).issues]
    merged.sort(key=lambda p: (p.on or date.max, p.by, p.id))
    if not merged:
        return ()
    told = [t for t in sorted(testimonies, key=order) if _OF_PROPOSAL.search(t.quote)]
    speaking = [(t, offerer(t.quote, names.find(t.quote), names)) for t in told]
    return tuple(replace(p, answers=_answers(p, speaking)) for p in _versions(merged))


class _Issues:
    """The issues with a proposition that words touch, by the dossier's labels and keywords."""

    def __init__(self, dossier: Dossier) -> None:
        self._patterns = [
            (issue.id, re.compile(r"\b(?:" + "|".join(re.escape(word) for word in (issue.label, *issue.keywords)) + ")", re.IGNORECASE))
            for issue in dossier.issues
            if issue.proposition is not None
        ]

    def of(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The ids of the issues in dossier order."""
        return tuple(issue for issue, pattern in self._patterns if any(pattern.search(text) for text in texts))


def _offered(testimonies: Sequence[Testimony], texts: dict[str, str], names: Names) -> list[Draft]:
    """Drafts from statements that offer: their words are a term, their condition a condition."""
    found = []
    for testimony in sorted(testimonies, key=order):
        statement = testimony.statement
        party = statement.resolution.party
        if (
            statement.coding.move is not Move.OFFER
            or statement.coding.probability < CLEAR
            or party is None
            or statement.attribution.nested_in is not None
        ):
            continue
        if party not in names.sides and party not in names.mediators:
            continue
        draft = Draft(party, statement.document, testimony.day, statement.resolution.said_on.known)
        draft.terms.append(Fact(testimony.quote, Citation(statement.document, testimony.content, statement.id)))
        text = texts.get(statement.document)
        if statement.coding.condition and text is not None:
            spans = statement.coding.condition
            draft.conditions.append(Fact(quote(text, spans), Citation(statement.document, spans, statement.id)))
        found.append(draft)
    return found


def _grouped(found: Sequence[Draft], keyed: _Issues) -> list[list[Draft]]:
    """Reports of one proposal together: the fullest first, since the others are told apart by it."""
    groups: dict[str, list[tuple[list[Draft], set[str]]]] = defaultdict(list)
    for draft in sorted(found, key=lambda d: (-len(d.facts()), d.on or date.max, d.document, d.facts()[0].citation.spans)):
        issues = set(keyed.of([fact.text for fact in draft.facts()]))
        home = next((group for group in groups[draft.by] if group[1] & issues and _near(draft, group[0][0])), None)
        if home is None:
            groups[draft.by].append(([draft], issues))
        else:
            home[0].append(draft)
            home[1].update(issues)
    return [drafted for by in sorted(groups) for drafted, _ in groups[by]]


def _near(draft: Draft, first: Draft) -> bool:
    """Whether two drafts are of about one day; where a day is unknown, whether they stand in one document."""
    if draft.on is None or first.on is None:
        return draft.document == first.document
    return abs(draft.on - first.on) <= NEAR


def _proposal(group: Sequence[Draft], keyed: _Issues) -> Proposal:
    first = group[0]
    dated = next((draft for draft in group if draft.on is not None), first)
    terms = _gather(group, lambda draft: draft.terms)
    texts = [fact.text for draft in group for fact in draft.facts()]
    exchange, force = _gather(group, lambda draft: draft.in_exchange), _gather(group, lambda draft: draft.entry_into_force)
    conditions = [fact for fact in _gather(group, lambda draft: draft.conditions) if not any(_touches(fact, e) for e in exchange)]
    anchor = terms[0] if terms else first.facts()[0]
    return Proposal(
        id=content_id("proposal", by=first.by, document=anchor.citation.document, start=anchor.citation.spans[0].start),
        by=first.by,
        on=dated.on,
        known=dated.known,
        issues=keyed.of(texts),
        terms=terms,
        asks=_gather(group, lambda draft: draft.asks),
        in_exchange=exchange,
        conditions=tuple(conditions),
        guarantors=_guarantors(group),
        periods=_gather(group, lambda draft: draft.periods),
        entry_into_force=force,
    )


def _touches(condition: Fact, exchange: Fact) -> bool:
    """Whether a condition is only the price that the exchange names already."""
    return overlap(condition.citation, exchange.citation) or exchange.text in condition.text


def _gather(group: Sequence[Draft], of: Callable[[Draft], Sequence[Fact]]) -> tuple[Fact, ...]:
    """The facts of one field, without doubles: of facts that overlap or say the same the one that a text's sentence gave stays."""
    kept: list[Fact] = []
    for fact in (fact for draft in group for fact in of(draft)):
        at = next((i for i, other in enumerate(kept) if overlap(fact.citation, other.citation) or _same(fact.text, other.text)), None)
        if at is None:
            kept.append(fact)
        elif fact.citation != kept[at].citation:
            kept[at] = with_also(kept[at], fact)
    return tuple(kept)


def _same(one: str, other: str) -> bool:
    first, second = _words(one), _words(other)
    small, large = sorted((first, second), key=len)
    return bool(small) and len(small & large) >= SAME * len(small)


SAME = 0.85
"""Share of the shorter fact's words that make two facts one."""


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _guarantors(group: Sequence[Draft]) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for named in (named for draft in group for named in draft.guarantors):
        known = found.get(named.name)
        found[named.name] = named if known is None else replace(known, fact=with_also(known.fact, named.fact))
    return tuple(found.values())


def _versions(merged: Sequence[Proposal]) -> list[Proposal]:
    """Numbers the versions: a proposal follows the latest earlier one of its party that shares at least half of the smaller's issues."""
    done: list[Proposal] = []
    for proposal in merged:
        earlier = None
        if proposal.on is not None:
            for other in reversed(done):
                shared = set(other.issues) & set(proposal.issues)
                small = min(len(other.issues), len(proposal.issues))
                if other.by == proposal.by and other.on is not None and other.on < proposal.on and small and 2 * len(shared) >= small:
                    earlier = other
                    break
        done.append(proposal if earlier is None else replace(proposal, version=earlier.version + 1, earlier=earlier.id))
    return done


_OF_PROPOSAL = re.compile(
    r"\b(?:proposals?|initiatives?|drafts?|models?|peace plan)\b|"
    r"\b(?:the|this|that|these|those|its|their|such|['’]s|s['’]) (?:\w+ ){0,2}(?:offers?|plans?|package|terms|variant|ideas?)\b",
    re.IGNORECASE,
)


def _answers(proposal: Proposal, speaking: Sequence[tuple[Testimony, str | None]]) -> tuple[Answer, ...]:
    """What other parties said to it, the first of each speaker and move.

    They speak of a proposal of that party's, or accept or reject one on its issues soon after.
    """
    found: dict[tuple[str, Move], Answer] = {}
    for testimony, owner in speaking:
        party, day = testimony.statement.resolution.party, testimony.day
        if party is None or party == proposal.by or testimony.statement.attribution.nested_in is not None:
            continue
        if day is not None and proposal.on is not None and not proposal.on <= day <= proposal.on + ANSWERED:
            continue
        if (day is None or proposal.on is None) and testimony.statement.document not in _documents(proposal):
            continue
        if _answer_to(proposal, testimony, owner):
            speaker = testimony.statement.resolution.speaker
            move = testimony.statement.coding.move
            found.setdefault((speaker.id or speaker.name if speaker else party, move), Answer(party, day, move, testimony))
    return tuple(found.values())


def _documents(proposal: Proposal) -> set[str]:
    facts = (*proposal.terms, *proposal.asks, *proposal.in_exchange, *proposal.conditions)
    return {citation.document for fact in facts for citation in (fact.citation, *fact.also)}


def _answer_to(proposal: Proposal, testimony: Testimony, owner: str | None) -> bool:
    move = testimony.statement.coding.move
    issues = {code.issue for code in testimony.statement.coding.issues}
    if owner == proposal.by:
        return bool(issues & set(proposal.issues)) or testimony.statement.document in _documents(proposal)
    return move in (Move.ACCEPT, Move.REJECT) and bool(issues & set(proposal.issues))
