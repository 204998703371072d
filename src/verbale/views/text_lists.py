"""The pages of changes, rounds, proposals, conflicts and statements as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.views.changes import ChangesView, ShiftItem
from verbale.views.lists import AccountItem, ConflictItem, ConflictsView, FactItem, ProposalItem, ProposalsView, RoundItem, RoundsView
from verbale.views.page import Quoted
from verbale.views.phrases import day, listed
from verbale.views.retold import route_text
from verbale.views.statement import Differences, StatementView
from verbale.views.text import WIDTH, citation_lines, date_text, numbers_text, wrapped


def changes_text(view: ChangesView) -> str:
    """What is new, part by part; a part without anything new is left out."""
    until = f" until {day(view.until)}" if view.until is not None else ""
    lines = [*_head(f"{view.title}: what changed since {day(view.since)}{until}")]
    lines += [f"{view.documents} articles and {view.statements} statements are new.", ""]
    parts: tuple[tuple[str, list[str]], ...] = (
        ("Positions", [*_cut("shifts" in view.cut), *(line for shift in view.shifts for line in _shift_lines(shift))]),
        (
            "How the talks go",
            [
                *_cut(view.claims > len(view.progress)),
                *(line for p in view.progress for line in _told(f"{date_text(p.day)}, {p.party}: {p.label}", p.speaker, p.quote)),
            ],
        ),
        ("Proposals", [*_cut("proposals" in view.cut), *(line for proposal in view.proposals for line in _proposal_lines(proposal))]),
        ("Rounds", [*_cut("rounds" in view.cut), *(line for round_ in view.rounds for line in _round_lines(round_))]),
        ("Conflicts", [*_cut("conflicts" in view.cut), *(line for conflict in view.conflicts for line in _conflict_lines(conflict))]),
    )
    for heading, body in parts:
        if body:
            lines += [heading, "-" * len(heading), *body, ""]
    return _page([*lines, *citation_lines(view.citations)])


def _cut(is_cut: bool) -> list[str]:
    """A line that tells of a list cut short."""
    return ["The latest ones. Other days, an issue or a party show others.", ""] if is_cut else []


def proposals_text(view: ProposalsView) -> str:
    """The proposals, each with its fields."""
    lines = [*_head(f"{view.title}: proposals"), *_cut(view.cut)]
    for proposal in view.proposals:
        lines += [*_proposal_lines(proposal), ""]
    return _page([*lines, *citation_lines(view.citations)])


def rounds_text(view: RoundsView) -> str:
    """The rounds, a line each."""
    lines = [*_head(f"{view.title}: rounds"), *_cut(view.cut)]
    for round_ in view.rounds:
        lines += _round_lines(round_)
    return _page([*lines, "", *citation_lines(view.citations)])


def conflicts_text(view: ConflictsView) -> str:
    """The conflicts, both accounts of each."""
    lines = [*_head(f"{view.title}: conflicts"), *_cut(view.cut)]
    for conflict in view.conflicts:
        lines += [*_conflict_lines(conflict), ""]
    return _page([*lines, *citation_lines(view.citations)])


def statement_text(view: StatementView) -> str:
    """A page of the wordings of one utterance, what differs, how it spread, when it was said again and who else is credited with it."""
    lines = _head(f"{view.speaker or 'Unknown speaker'}, {date_text(view.said_on)}")
    many = view.paging.total
    lines += [f"{many} wording{'' if many == 1 else 's'}, {view.witnesses} independent witness{'' if view.witnesses == 1 else 'es'}", ""]
    for wording in view.wordings:
        via = f", through {', '.join(wording.channel)}" if wording.channel else ""
        head = f"{wording.publisher or 'Publisher unknown'}, {date_text(wording.published)}, {wording.kind.value}{via}"
        lines += _told(head, None, wording.quote)
        for line in _difference_lines(wording.differences):
            lines += _wrap(line, "      ")
    if view.paging.pages > 1:
        lines += ["", f"Page {view.paging.page} of {view.paging.pages}."]
    return _page([*lines, *_retold_lines(view), "", *citation_lines(view.citations)])


def _difference_lines(found: Differences | None) -> Iterator[str]:
    if found is None:
        return
    if found.left_out:
        yield f"leaves out: {' · '.join(found.left_out)}"
    for what, here, there in (
        ("numbers", found.other_numbers, found.missing_numbers),
        ("names", found.other_names, found.missing_names),
    ):
        if here or there:
            only = [f"{', '.join(values)} only {where}" for values, where in ((here, "here"), (there, "in the fullest")) if values]
            yield f"{what}{' differ' if here and there else ''}: {', '.join(only)}"
    if found.hardened:
        yield f"sharper: without “{'”, “'.join(found.missing_hedges)}”"
    elif found.other_hedges:
        yield f"softer: with “{'”, “'.join(found.other_hedges)}”"


def _retold_lines(view: StatementView) -> list[str]:
    lines: list[str] = []
    if view.spread.documents > 1:
        lines += ["", "How it spread", ""]
        for step in view.spread.steps:
            told = f"{step.publisher or 'Publisher unknown'}, {date_text(step.published)}: {route_text(step)}"
            lines += _wrap(told, "  " + "    " * min(step.depth, 5))
        left = view.spread.documents - len(view.spread.steps)
        lines += [f"  and {left} more"] if left else []
    if view.said_again:
        lines += ["", "Said again on another day", ""]
        for again in view.said_again:
            lines += _told(f"{day(again.said_on)} ({again.utterance})", None, again.quote)
    if view.credited_to:
        lines += ["", "Credited to somebody else", ""]
        for other in view.credited_to:
            lines += _told(
                f"{other.speaker}, by {', '.join(other.publishers) or 'publisher unknown'} ({other.utterance})", None, other.quote
            )
    return lines


def _head(title: str) -> list[str]:
    return [title, "=" * min(len(title), WIDTH), ""]


def _page(lines: Sequence[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _wrap(text: str, indent: str) -> list[str]:
    return wrapped(text, indent=indent)


def _shown(words: Quoted) -> str:
    return f"“{words.text}”{' …' if words.cut else ''}"


def _told(head: str, speaker: str | None, words: Quoted) -> list[str]:
    said = f"{_shown(words)} {speaker + ' ' if speaker else ''}[{words.citation}]"
    return [*_wrap(head, "  "), *_wrap(said, "      ")]


def _shift_lines(shift: ShiftItem) -> list[str]:
    bound = ", on conditions" if shift.after.conditional else ""
    before = f"from {shift.before.stance.value} to " if shift.before is not None else "first stance: "
    lines = _told(
        f"{day(shift.on)}, {shift.party_name}, {shift.issue_label}: {before}{shift.after.stance.value}{bound}",
        shift.after.speaker,
        shift.after.quote,
    )
    if shift.before is not None:
        said = f"before: {_shown(shift.before.quote)} "
        lines += _wrap(said + f"{shift.before.speaker or ''} [{shift.before.quote.citation}]", "      ")
    return lines


def _proposal_lines(proposal: ProposalItem) -> list[str]:
    version = f", version {proposal.version}" if proposal.version > 1 else ""
    lines = _wrap(f"{proposal.by_name}, {date_text(proposal.on)}{version}: {', '.join(proposal.issue_labels)}", "  ")
    fields: tuple[tuple[str, Sequence[FactItem]], ...] = (
        ("term", proposal.terms),
        ("asks", proposal.asks),
        ("in exchange for", proposal.in_exchange),
        ("condition", proposal.conditions),
        ("period", proposal.periods),
        ("entry into force", proposal.entry_into_force),
    )
    for name, facts in fields:
        for fact in facts:
            lines += _wrap(
                f"{name}: “{fact.quote.text}”{' …' if fact.quote.cut else ''} {numbers_text((fact.quote.citation, *fact.also))}", "      "
            )
    if proposal.guarantors:
        names = [f"{named.name} [{named.quote.citation}]" for named in proposal.guarantors]
        lines += _wrap(f"guarantors: {', '.join(names)}", "      ")
    for answer in proposal.answers:
        said = f"“{answer.quote.text}”{' …' if answer.quote.cut else ''}"
        lines += _wrap(
            f"answer, {answer.party_name}, {date_text(answer.on)}: {said} {answer.speaker or ''} [{answer.quote.citation}]", "      "
        )
    return lines


def _round_lines(round_: RoundItem) -> list[str]:
    parts = [date_text(round_.on, round_.until)]
    if round_.place is not None:
        parts.append(round_.place.name)
    if round_.format.value != "unknown":
        parts.append(round_.format.value)
    if round_.participants:
        parts.append(listed([named.name for named in round_.participants]))
    if round_.delegates is not None:
        parts.append(round_.delegates.text)
    if round_.mediator is not None:
        parts.append(f"mediator or host: {round_.mediator.name}")
    if round_.count is not None:
        parts.append(f"{round_.count} rounds")
    if round_.planned:
        parts.append("announced")
    return _wrap(f"{', '.join(parts)} {numbers_text(tuple(dict.fromkeys(mention.citation for mention in round_.mentions)))}", "  ")


def _conflict_lines(conflict: ConflictItem) -> list[str]:
    differs = f" (“{conflict.differs[0]}” or “{conflict.differs[1]}”)" if conflict.differs is not None else ""
    lines = _wrap(f"{date_text(conflict.on)}, {conflict.kind.value.replace('-', ' ')}: {conflict.label}{differs}", "  ")
    for account in (conflict.first[0], conflict.second[0]):
        lines += _wrap(_account(account), "      ")
    return lines


def _account(account: AccountItem) -> str:
    source = f", in {account.publisher}" if account.publisher else ""
    return f"{account.speaker or 'Unknown speaker'}{source}: {_shown(account.quote)} [{account.quote.citation}]"
