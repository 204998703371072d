"""The brief on the talks themselves: how each side says they go, what is on offer, where they met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import takewhile

from verbale.analysis import Answer, Citation, Fact, Format, Named, ProgressClaim, Proposal, Round
from verbale.analysis.findings import GapOf
from verbale.values import Move, Span
from verbale.views.brief_parts import Writer
from verbale.views.levels import BareClaim
from verbale.views.page import Paragraph, Sentence, sentence
from verbale.views.phrases import is_clause, level_phrase, listed, quoted, with_article

RECENT = timedelta(days=7)
"""How long a side's last word on the talks counts as how it sees them."""

MOST_OFFERS, MOST_TERMS, MOST_ANSWERS, MOST_MENTIONS = 4, 6, 3, 3


def standing(writer: Writer) -> tuple[Paragraph, ...]:
    """How each side says the talks go: its last word, and where the sides last stood apart."""
    claims = [claim for claim in writer.findings.claims if claim.party in writer.findings.sides]
    if not claims:
        return ()
    gap = _widest(writer.findings.gaps)
    last = {claim.party: claim for claim in claims}
    newest = max((claim.day for claim in last.values() if claim.day is not None), default=None)
    fresh = [c for c in last.values() if newest is None or (c.day is not None and newest - c.day <= RECENT)]
    paragraphs = []
    if gap is None or not {id(gap.higher), id(gap.lower)} & {id(claim) for claim in fresh}:
        paragraphs.append(Paragraph(None, tuple(_latest(writer, fresh))))
        fresh = []
    if gap is not None:
        paragraphs.append(Paragraph(None, tuple(_gap(writer, gap, earlier=not fresh))))
        rest = [claim for claim in fresh if claim is not gap.higher and claim is not gap.lower]
        paragraphs.append(Paragraph(None, tuple(_latest(writer, rest))))
    return tuple(paragraphs)


def _latest(writer: Writer, claims: Sequence[BareClaim]) -> Iterator[Sentence]:
    found = writer.findings.full(claims)
    writer.findings.read_reports(claim.best for claim in found)
    for claim in found:
        if not writer.told(claim.best):
            yield writer.tell(claim.best, words=claim.words)


def _gap(writer: Writer, gap: GapOf[None], *, earlier: bool) -> Iterator[Sentence]:
    """The two sides' accounts side by side, then both in quotation."""
    high, low = writer.findings.full((gap.higher, gap.lower))
    writer.findings.read_reports((high.best, low.best))
    numbers = (writer.citations.of(high.best), writer.citations.of(low.best))
    first, second = writer.voices.party(high.party), writer.voices.party(low.party)
    if high.day == low.day and high.day is not None:
        verb = "had given" if earlier else "gave"
        yield sentence(
            f"On {writer.voices.on(high.day)} the sides {verb} different accounts of the talks: in {_possessive(first)} they were "
            f"{level_phrase(high.level)}, in {_possessive(second)} {level_phrase(low.level)}.",
            also=numbers,
        )
    else:
        verb = "differed" if earlier else "differ"
        yield sentence(
            f"The sides' accounts of the talks {verb}: in {_possessive(first)} ({_day(writer, high)}) they are "
            f"{level_phrase(high.level)}, in {_possessive(second)} ({_day(writer, low)}) {level_phrase(low.level)}.",
            also=numbers,
        )
    for claim in (high, low):
        yield writer.tell(claim.best, dated=high.day != low.day, words=claim.words)


def _widest(found: Sequence[GapOf[None]]) -> GapOf[None] | None:
    """The widest gap of the last days that have one; of equally wide ones that within one day, then the latest."""
    recent = list(takewhile(lambda gap: found[-1].on - gap.on <= RECENT, reversed(found)))
    return max(reversed(recent), key=lambda gap: (gap.size, gap.higher.day == gap.lower.day, gap.on), default=None)


def _day(writer: Writer, claim: ProgressClaim) -> str:
    return writer.voices.on(claim.day) if claim.day is not None else "undated"


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def on_offer(writer: Writer) -> tuple[Paragraph, ...]:
    """The proposals, the fullest of the latest first: terms, what for, guarantors, conditions, answers."""
    sides = {p.id for p in writer.findings.dossier.parties}
    ranked = sorted(
        (p for p in writer.findings.proposals if p.by in sides),
        key=lambda p: (-_fullness(p), -_ordinal(p), p.id),
    )
    chosen = ranked[:MOST_OFFERS]
    terms = (term.citation.statement for proposal in chosen for term in proposal.terms[:MOST_TERMS])
    told = writer.findings.told(statement for statement in terms if statement is not None)
    writer.findings.read_reports((*told.values(), *(answer.testimony for proposal in chosen for answer in proposal.answers[:MOST_ANSWERS])))
    return tuple(Paragraph(_headed(writer, p), tuple(_offer(writer, p))) for p in chosen)


def _fullness(proposal: Proposal) -> int:
    """How many kinds of things a proposal settles: the fullest comes first."""
    fields = (proposal.terms, proposal.in_exchange, proposal.conditions, proposal.guarantors, proposal.periods, proposal.entry_into_force)
    return sum(bool(field) for field in fields)


def _ordinal(proposal: Proposal) -> int:
    return proposal.on.toordinal() if proposal.on is not None else 0


def _headed(writer: Writer, proposal: Proposal) -> str:
    owner = _possessive(writer.voices.party(proposal.by).removeprefix("the "))
    kind = "proposal" if proposal.version == 1 else f"proposal, version {proposal.version}"
    when = f", {writer.voices.on(proposal.on)}" if proposal.on is not None else ""
    return f"{owner} {kind}{when}"


def _offer(writer: Writer, proposal: Proposal) -> Iterator[Sentence]:
    cite, owner = writer.citations, writer.voices.party(proposal.by)
    terms = list(proposal.terms)
    first = _opening_term(terms)
    if first is not None and not _full(first):
        terms.remove(first)
        pieces: list[object] = [f"{owner} {_offers(first)} ", *quoted(cite.fact(first))]
        if proposal.in_exchange:
            pieces += [" in exchange for ", *quoted(cite.fact(proposal.in_exchange[0]))]
        yield sentence(*pieces, ".")  # type: ignore[arg-type]
    elif proposal.in_exchange:
        yield sentence(f"{owner} asks in exchange for ", *quoted(cite.fact(proposal.in_exchange[0])), ".")
    for at, term in enumerate(terms[: MOST_TERMS - 1]):
        yield _term(writer, term, at)
    for at, ask in enumerate(proposal.asks[:MOST_TERMS]):
        yield sentence(f"{'It' if at else owner} {'also wants' if at else 'wants'} ", *quoted(cite.fact(ask)), ".")
    if proposal.guarantors:
        yield _guarantors(writer, proposal.guarantors)
    yield from _conditions(writer, proposal)
    for answer in proposal.answers[:MOST_ANSWERS]:
        yield _answer(writer, answer)


_INFINITIVE = re.compile(r"to [a-z]")
_GERUND = re.compile(r"[a-z]+ing\b")
_WOULD = re.compile(r"\b(?:would|will|shall|must)\b")


def _opening_term(terms: Sequence[Fact]) -> Fact | None:
    """The term that opens best: an offer to do something, then anything that is no full sentence, then the first."""
    for form in (_INFINITIVE, _GERUND):
        found = next((term for term in terms if form.match(term.text)), None)
        if found is not None:
            return found
    return next((term for term in terms if not _WOULD.search(term.text)), None)


def _offers(term: Fact) -> str:
    return "offered" if _INFINITIVE.match(term.text) else "proposed"


def _full(fact: Fact) -> bool:
    """Whether a term is a sentence of its own, told by a statement."""
    return fact.citation.statement is not None and is_clause(fact.text)


def _term(writer: Writer, term: Fact, at: int) -> Sentence:
    testimony = writer.by_statement(term.citation.statement)
    if testimony is not None:
        return writer.tell(testimony)
    return sentence(_term_opening(term, at), *quoted(writer.citations.fact(term)), ".")


def _term_opening(term: Fact, at: int) -> str:
    """Words before a term, by its form: a full sentence, an infinitive, or a thing."""
    if _WOULD.search(term.text):
        return ("By the report, ", "The report adds: ", "Further: ")[at % 3]
    if _INFINITIVE.match(term.text):
        return "It offered "
    if _GERUND.match(term.text):
        return "It also proposed "
    return ("It includes ", "It also provides for ")[at % 2]


def _guarantors(writer: Writer, guarantors: Sequence[Named]) -> Sentence:
    names = listed([with_article(named.name) for named in guarantors])
    return sentence(f"The guarantors named are {names}.", also=tuple(writer.citations.number(place) for place in _places(guarantors)))


def _places(guarantors: Sequence[Named]) -> tuple[Citation, ...]:
    """One place a document: all the names of its list."""
    spans: dict[str, set[Span]] = {}
    for named in guarantors:
        spans.setdefault(named.fact.citation.document, set()).update(named.fact.citation.spans)
    return tuple(Citation(document, tuple(sorted(found))) for document, found in spans.items())


def _conditions(writer: Writer, proposal: Proposal) -> Iterator[Sentence]:
    cite = writer.citations
    told: list[Fact] = []
    for fact in proposal.entry_into_force:
        told.append(fact)
        if any(_inside(fact, term) for term in proposal.terms):
            continue
        opening = "It " if re.match(r"(?:would|will|shall|could|can)\b", fact.text) else "On its entry into force: "
        yield sentence(opening, *quoted(cite.fact(fact)), ".")
    for condition in proposal.conditions:
        if any(_inside(condition, fact) for fact in (*told, *proposal.terms)):
            continue
        yield sentence("The condition: ", *quoted(cite.fact(condition)), ".")
    for period in proposal.periods:
        if not any(_inside(period, fact) for fact in (*proposal.terms, *proposal.asks)):
            yield sentence("The period named is ", *quoted(cite.fact(period)), ".")


def _inside(fact: Fact, other: Fact) -> bool:
    """Whether a fact is told with another one: the same characters, or the same words of another report."""
    same = fact.citation.document == other.citation.document
    covered = all(any(outer.contains(span) for outer in other.citation.spans) for span in fact.citation.spans)
    return (same and covered) or fact.text.casefold() in other.text.casefold()


_ANSWERS = {Move.ACCEPT: "accepted", Move.REJECT: "turned it down", Move.PROGRESS: "welcomed"}


def _answer(writer: Writer, answer: Answer) -> Sentence:
    return writer.tell(answer.testimony, opening="In answer, " if answer.move in _ANSWERS else "")


def met(writer: Writer) -> tuple[Paragraph, ...]:
    """The rounds in order of time; undated ones first, since they lie behind what is told with a day."""
    rounds = writer.findings.bare_rounds(mentions=MOST_MENTIONS)
    ordered = sorted(rounds, key=lambda r: (r.on.toordinal() if r.on else 0, r.count is None, r.id))
    writer.findings.prepare(fact for round_ in ordered for fact in round_.mentions)
    return (Paragraph(None, tuple(_round(writer, round_) for round_ in ordered)),)


def _round(writer: Writer, round_: Round) -> Sentence:
    numbers = tuple(dict.fromkeys(writer.citations.number(fact.citation) for fact in round_.mentions))
    where = f" in {with_article(round_.place.name)}" if round_.place is not None else ""
    how = {Format.VIDEO: " by video link", Format.PHONE: " by telephone", Format.IN_PERSON: "", Format.UNKNOWN: ""}[round_.format]
    when = _when(writer, round_)
    host = f", with {with_article(round_.mediator.name)} as host or mediator" if round_.mediator is not None else ""
    who = _who(round_)
    if round_.planned:
        ahead = when.replace(" on ", " for ") or " (date not given)"
        return sentence(f"Talks{where}{how} were announced{ahead}{host}.", also=numbers)
    if round_.count is not None:
        words = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}.get(round_.count, str(round_.count))
        return sentence(f"{who} held {words} rounds{where}{how}{when or ' (dates not given)'}{host}.", also=numbers)
    return sentence(f"{who} {'negotiated' if how else 'met'}{where}{how}{when or ' (date not given)'}{host}.", also=numbers)


def _who(round_: Round) -> str:
    sides = listed([with_article(named.name) for named in round_.participants]) if len(round_.participants) > 1 else ""
    if round_.delegates is not None and not sides:
        return f"The {round_.delegates.text.lower()}"
    if round_.delegates is not None:
        return f"The {round_.delegates.text.lower()} of {sides}"
    return sides or "The sides"


def _when(writer: Writer, round_: Round) -> str:
    if round_.on is None or round_.until is None:
        return ""
    if round_.on == round_.until:
        return f" on {writer.voices.on(round_.on)}"
    if round_.on.month == round_.until.month:
        return f" from {round_.on.day} to {writer.voices.on(round_.until)}"
    return f" from {writer.voices.on(round_.on)} to {writer.voices.on(round_.until)}"
