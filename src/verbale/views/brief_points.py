"""The brief on the points of the agenda: what is agreed, where the sides differ, what changed, what is contradicted, what is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from verbale.analysis import Conflict, ConflictKind, Position, Progress, ProgressClaim, Settledness, Testimony
from verbale.analysis.findings import ShiftOf
from verbale.analysis.progress import is_about_talks
from verbale.values import Stance
from verbale.views.brief_parts import Writer
from verbale.views.page import Paragraph, Sentence, sentence
from verbale.views.phrases import listed, quoted

MOST_POINTS, MOST_SHIFTS, MOST_CONTESTED = 6, 6, 2
MOST_CONFLICTS = {ConflictKind.SIDES: 4, ConflictKind.OUTLETS: 3, ConflictKind.SELF: 2}


def _by_issue(writer: Writer) -> dict[str, list[Position]]:
    """The sides' positions by issue, in dossier order."""
    found: dict[str, list[Position]] = {i.id: [] for i in writer.findings.dossier.issues if not is_about_talks(i)}
    for position in writer.findings.stands:
        if position.issue in found:
            found[position.issue].append(position)
    return found


def _read_reports(writer: Writer, told: Iterable[Sequence[Position]]) -> None:
    """Read all reports of what positions that will be told rest on."""
    writer.findings.read_reports(position.best for positions in told for position in positions)


def agreed(writer: Writer) -> tuple[Paragraph, ...]:
    """What the sides call agreed, then the points on which all of them speak for the proposition without conditions."""
    common = {issue: found for issue, found in _by_issue(writer).items() if len(found) > 1 and _common(found)}
    _read_reports(writer, common.values())
    paragraphs = [Paragraph(_subject(writer, issue), tuple(_both_for(writer, found))) for issue, found in common.items()]
    return (Paragraph(None, tuple(_called_agreed(writer))), *paragraphs)


def _called_agreed(writer: Writer) -> Iterator[Sentence]:
    """Each side's last claim that something is agreed; where no side makes one, the furthest claim that there is."""
    findings = writer.findings
    claims = {c.party: c for c in findings.claims if c.level is Progress.AGREED}
    if not claims:
        if findings.claims:
            yield _nothing(writer, *findings.full([max(findings.claims, key=lambda c: (c.level, c.day or date.min))]))
        return
    full = findings.full(claims.values())
    findings.read_reports(claim.best for claim in full)
    if len(full) == 1 < len(findings.sides):
        party = writer.voices.party(full[0].party)
        yield sentence(f"Only {party} is on record as calling anything agreed.", also=(writer.citations.of(full[0].best),))
    for claim in full:
        if not writer.told(claim.best):
            yield writer.tell(claim.best, words=claim.words)


_FIRM = (Settledness.SETTLED, Settledness.STATED)
"""Positions that a party took by demanding, offering or accepting, without dissent of its own."""


def _about_talks(writer: Writer, issue: str) -> bool:
    found = writer.findings.dossier.issue(issue)
    return found is not None and is_about_talks(found)


def _subject(writer: Writer, issue: str) -> str:
    found = writer.findings.dossier.issue(issue)
    return found.label if found is not None else issue


def _both_for(writer: Writer, found: Sequence[Position]) -> Iterator[Sentence]:
    """That the sides speak for one thing, with the condition that each puts, then their words."""
    numbers = tuple(writer.citations.of(position.best) for position in found)
    names = listed([writer.voices.party(position.party) for position in found])
    bound = [writer.voices.party(position.party) for position in found if position.current.conditional]
    tail = f", {'both' if len(bound) == len(found) else listed(bound)} on conditions" if bound else ""
    yield sentence(f"{names} both speak in favour{tail}.", also=numbers)
    for position in found:
        if not writer.told(position.best):
            yield writer.tell(position.best)


def _nothing(writer: Writer, claim: ProgressClaim) -> Sentence:
    words = writer.citations.words(claim.best)
    pieces = quoted(words)
    party = writer.voices.party(claim.party)
    when = f" of {writer.voices.on(claim.day)}" if claim.day is not None else ""
    return sentence(
        f"No point is on record as agreed by both sides; the furthest that either goes is {party}'s claim{when}: ", *pieces, "."
    )


def differences(writer: Writer) -> tuple[Paragraph, ...]:
    """Points that both sides speak on without a common stand, most spoken of first, each side in its own words."""
    by_issue = _by_issue(writer).items()
    apart = [(issue, found) for issue, found in by_issue if len(found) > 1 and not _common(found) and any(_firm(p) for p in found)]
    apart.sort(key=lambda item: -sum(position.current.statements for position in item[1]))
    chosen = apart[:MOST_POINTS]
    _read_reports(writer, (found for _, found in chosen))
    return tuple(Paragraph(_subject(writer, issue), tuple(_stands(writer, found))) for issue, found in chosen)


def _common(found: Sequence[Position]) -> bool:
    """Whether every side took a stand for the proposition and none put a condition."""
    return _all_for(found) and not any(position.current.conditional for position in found)


def _all_for(found: Sequence[Position]) -> bool:
    return all(position.stance is Stance.FOR and _firm(position) for position in found)


def _firm(position: Position) -> bool:
    return position.settledness in _FIRM


def _stands(writer: Writer, found: Sequence[Position]) -> Iterator[Sentence]:
    """That all are in favour on conditions, or that one side only spoke of what the other took a stand on; then each side's words."""
    if _all_for(found):
        yield from _both_for(writer, found)
        return
    firm = [position for position in found if _firm(position)]
    loose = [position for position in found if not _firm(position)]
    if loose and not any(position.current.contradictory for position in loose):
        numbers = tuple(writer.citations.of(position.best) for position in found)
        taken = listed([writer.voices.party(position.party) for position in firm])
        spoken = listed([writer.voices.party(position.party) for position in loose])
        yield sentence(f"{taken} has taken a stand, {spoken} has only spoken of it.", also=numbers)
    for position in found:
        yield writer.tell(position.best)


def changed(writer: Writer) -> tuple[Paragraph, ...]:
    """The sides' shifts, the latest first: what was said before and what after."""
    sides = writer.findings.sides

    def told(shift: ShiftOf[str]) -> bool:
        before = shift.before is not None and shift.before.stance is not Stance.UNCLEAR
        return before and shift.party in sides and not _about_talks(writer, shift.issue)

    shifts = writer.findings.last_shifts(MOST_SHIFTS, told)
    best = writer.findings.told(period.best for shift in shifts for period in (shift.before, shift.after) if period is not None)
    writer.findings.read_reports(best.values())
    return tuple(Paragraph(None, tuple(_shift(writer, shift, best))) for shift in shifts)


_SIDES_OF = {Stance.FOR: "in favour", Stance.AGAINST: "opposed", Stance.UNCLEAR: "undecided"}


def _shift(writer: Writer, shift: ShiftOf[str], best: Mapping[str, Testimony]) -> Iterator[Sentence]:
    assert shift.before is not None
    before, after = best[shift.before.best], best[shift.after.best]
    numbers = (writer.citations.of(before), writer.citations.of(after))
    party, issue = writer.voices.party(shift.party), writer.voices.issue(shift.issue)
    bound = ", on conditions" if shift.after.conditional else ""
    since = f" ({writer.voices.on(shift.before.since)})" if shift.before.since is not None else ""
    yield sentence(
        f"On {issue}, {party} moved from {_SIDES_OF[shift.before.stance]}{since} to {_SIDES_OF[shift.after.stance]} "
        f"on {writer.voices.on(shift.on)}{bound}.",
        also=numbers,
    )
    for testimony in (before, after):
        if not writer.told(testimony):
            yield writer.tell(testimony)


def contradicted(writer: Writer) -> tuple[Paragraph, ...]:
    """Accounts that cannot both hold: sides, outlets, a speaker against himself."""
    chosen: list[Conflict] = []
    for kind in ConflictKind:
        chosen += writer.findings.last_conflicts(kind, MOST_CONFLICTS[kind], lambda conflict: not _told_above(writer, conflict))
    writer.findings.read_reports(account[0] for conflict in chosen for account in (conflict.first, conflict.second))
    return tuple(Paragraph(_about(writer, conflict), tuple(_conflict(writer, conflict))) for conflict in chosen)


def _told_above(writer: Writer, conflict: Conflict) -> bool:
    """Whether the section on where the talks stand has told this one."""
    return conflict.about == "progress" and writer.told(conflict.first[0]) and writer.told(conflict.second[0])


def _about(writer: Writer, conflict: Conflict) -> str:
    if conflict.kind is ConflictKind.OUTLETS:
        return {"speaker": "Who said it", "number": "A number", "name": "A name"}.get(conflict.about, conflict.about.capitalize())
    return "Progress" if conflict.about == "progress" else _subject(writer, conflict.about)


def _conflict(writer: Writer, conflict: Conflict) -> Iterator[Sentence]:
    one, other = conflict.first[0], conflict.second[0]
    numbers = (writer.citations.of(one), writer.citations.of(other))
    if conflict.kind is ConflictKind.OUTLETS:
        yield sentence(_outlets(writer, conflict), also=numbers)
        return
    when = f" of {writer.voices.on(conflict.on)}" if conflict.on is not None else ""
    parties = listed([writer.voices.party(party) for party in conflict.parties])
    subject = "the talks" if conflict.about == "progress" else writer.voices.issue(conflict.about)
    if conflict.kind is ConflictKind.SELF:
        speaker = one.statement.resolution.speaker
        day = f" on {writer.voices.on(conflict.on)}" if conflict.on is not None else ""
        yield sentence(f"{writer.voices.name(speaker, one.day)} is quoted{day} both for and against {subject}.", also=numbers)
    elif writer.told(one) and writer.told(other):
        yield sentence(f"The accounts{when} by {parties} of {subject} exclude each other, as quoted above.", also=numbers)
        return
    for testimony in (one, other):
        yield writer.tell(testimony)


def _outlets(writer: Writer, conflict: Conflict) -> str:
    """Which publisher gives which reading."""
    views = {view.number: view for view in writer.citations.views()}
    one = views[writer.citations.of(conflict.first[0])].publisher or "one report"
    other = views[writer.citations.of(conflict.second[0])].publisher or "another report"
    first, second = conflict.differs or ("", "")
    speaker = writer.voices.name(conflict.first[0].statement.resolution.speaker, conflict.on)
    if conflict.about == "speaker":
        return f"The same words are credited to {first} by {one} and to {second} by {other}."
    return f"Reports of one statement by {speaker.rstrip(',')} differ: {one} has “{first}”, {other} “{second}”."


def unknown(writer: Writer) -> tuple[Paragraph, ...]:
    """What an editor would ask next: the silent side, the unanswered proposal, the silent guarantors."""
    found = [*_unanswered(writer), *_one_sided(writer), *_contested(writer)]
    return (Paragraph(None, tuple(found)),)


def _unanswered(writer: Writer) -> Iterator[Sentence]:
    for proposal in writer.findings.proposals:
        facts = (*proposal.terms, *proposal.in_exchange)
        if not facts or not (proposal.guarantors or proposal.conditions or proposal.in_exchange):
            continue
        silent = [party for party in writer.findings.sides if party != proposal.by and party not in {a.party for a in proposal.answers}]
        when = f" of {writer.voices.on(proposal.on)}" if proposal.on is not None else ""
        owner = writer.voices.party(proposal.by)
        if silent:
            names = listed([writer.voices.party(party) for party in silent])
            yield sentence(
                f"No answer by {names} to {owner}'s proposal{when} is on record.", also=(writer.citations.number(facts[0].citation),)
            )
        if proposal.guarantors:
            spoken = {a.party for a in proposal.answers}
            quiet = [named for named in proposal.guarantors if named.id is None or named.id not in spoken]
            numbers = (writer.citations.number(proposal.guarantors[0].fact.citation),)
            if len(quiet) == len(proposal.guarantors):
                yield sentence(f"Whether any of the guarantors that {owner} names would accept is not on record.", also=numbers)


def _one_sided(writer: Writer) -> Iterator[Sentence]:
    """Issues on which one side speaks and the other is silent, gathered by side."""
    for party in writer.findings.sides:
        alone = [
            (issue, found[0])
            for issue, found in _by_issue(writer).items()
            if len(found) == 1 and found[0].party == party and _clear(found[0])
        ]
        others = [other for other in writer.findings.sides if other != party]
        if alone and others:
            names = listed([writer.voices.party(other) for other in others])
            issues = listed([writer.voices.issue(issue) for issue, _ in alone])
            numbers = tuple(writer.citations.of(position.best) for _, position in alone)
            yield sentence(f"On {issues} only {writer.voices.party(party)} is on record; {names} is silent.", also=numbers)


def _clear(position: Position) -> bool:
    return position.stance is not Stance.UNCLEAR


def _contested(writer: Writer) -> Iterator[Sentence]:
    contested = [found for found in writer.findings.stands if found.settledness is Settledness.CONTESTED]
    for position in contested[:MOST_CONTESTED]:
        dissent = (writer.citations.of(position.current.dissent),) if position.current.dissent is not None else ()
        numbers = (writer.citations.of(position.best), *dissent)
        party, issue = writer.voices.party(position.party), writer.voices.issue(position.issue)
        yield sentence(f"Which of its speakers' words on {issue} bind {party} is open: they disagree.", also=numbers)
