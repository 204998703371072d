"""Pages as plain text for a terminal: at most WIDTH columns, the brief as Markdown."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from verbale.views.brief import BriefView
from verbale.views.page import CitationView, Quoted, Sentence
from verbale.views.phrases import day
from verbale.views.table import Cell, TableView

WIDTH = 100
"""Columns of a page."""


def brief_text(view: BriefView) -> str:
    """The brief as Markdown: sections, sentences that end in numbers, and the numbered places."""
    asked = f"As of {day(view.as_of)}" if view.as_of is not None else f"Up to {day(view.latest)}" if view.latest is not None else "Undated"
    lines = [f"# {view.title}", "", *wrapped(f"{asked}. It rests on {view.basis}."), ""]
    for section in view.sections:
        lines += [f"## {section.heading}", ""]
        for paragraph in section.paragraphs:
            opening = f"**{paragraph.subject}.** " if paragraph.subject else ""
            lines += [*wrapped(opening + " ".join(sentence_text(sentence) for sentence in paragraph.sentences)), ""]
    if view.citations:
        lines += ["## Citations", "", *citation_lines(view.citations)]
    return "\n".join(lines).rstrip() + "\n"


def sentence_text(sentence: Sentence) -> str:
    """A sentence with the numbers of its citations behind it."""
    return sentence.text + " " + numbers_text(sentence.citations)


def numbers_text(numbers: Sequence[int]) -> str:
    """ "[1][4]"."""
    return "".join(f"[{number}]" for number in dict.fromkeys(numbers))


def citation_lines(citations: Sequence[CitationView]) -> list[str]:
    """One entry a citation: publisher, date, title, and path with the first and last character."""
    lines: list[str] = []
    for view in citations:
        when = day(view.published) if view.published is not None else "undated"
        judged = f", judged by {view.judged.by} on {day(view.judged.on)}" if view.judged else ""
        where = f"{view.path}:{view.spans[0].start}-{view.spans[-1].end}"
        what = ", ".join(part for part in (view.publisher or "publisher unknown", when, _titled(view)) if part)
        lines += textwrap.wrap(
            f"{view.number}. {what}, {where}{judged}", WIDTH, subsequent_indent="   ", break_long_words=False, break_on_hyphens=False
        )
    return lines


def _titled(view: CitationView) -> str:
    return textwrap.shorten(view.title, 70, placeholder=" …") if view.title else ""


def table_text(view: TableView) -> str:
    """The table as one block an issue: a line a party with sign, date, witnesses, and the words below it."""
    heading = view.title + (f", as of {day(view.as_of)}" if view.as_of is not None else "")
    lines = [heading, "=" * len(heading), ""]
    names = {row.id: row.name for row in view.rows}
    for title, claims in (("How the talks go, by each side's last word", view.progress), ("Where they were furthest apart", view.apart)):
        if claims:
            lines.append(title)
            for claim in claims:
                when = f", {day(claim.day)}" if claim.day is not None else ""
                lines += _item(f"  {claim.party_name}: {claim.label}{when}", claim.speaker, claim.quote)
            lines.append("")
    for column in view.columns:
        lines += [column.name, "-" * len(column.name)]
        spoken = [cell for cell in view.cells if cell.issue == column.id and cell.stance is not None]
        for cell in spoken:
            lines += _cell_lines(cell, names[cell.party])
        silent = [row.name for row in view.rows if row.id not in {cell.party for cell in spoken}]
        if silent:
            lines += wrapped(f"Silent: {', '.join(silent)}", indent="    ")
        lines.append("")
    lines.append("+ for   − against   ± contested or unclear   numbers in brackets: citations below")
    lines += ["", *citation_lines(view.citations)]
    return "\n".join(lines).rstrip() + "\n"


def _cell_lines(cell: Cell, party: str) -> Iterator[str]:
    notes = [cell.stance.value if cell.stance is not None else ""]
    if cell.conditional:
        notes.append("on conditions")
    if cell.settledness is not None and cell.settledness.value in ("contested", "open"):
        notes.append(cell.settledness.value)
    if cell.since is not None:
        notes.append(f"since {day(cell.since)}")
    notes.append(f"{cell.witnesses} independent witness{'' if cell.witnesses == 1 else 'es'}")
    assert cell.quote is not None
    yield from _item(f"  {cell.sign} {party}: {', '.join(note for note in notes if note)}", cell.speaker, cell.quote, cell.citations)
    if cell.movement is not None:
        before = cell.movement
        since = f" from {day(before.since)}" if before.since is not None else ""
        yield from _item(f"      before, {before.stance.value}{since}", before.speaker, before.quote)


def _item(head: str, speaker: str | None, words: Quoted, numbers: Sequence[int] = ()) -> list[str]:
    """A head line and, indented, the quotation with its speaker and number."""
    shown = f"“{words.text}”" + (" …" if words.cut else "")
    cited = numbers_text(numbers or (words.citation,))
    indent = " " * (len(head) - len(head.lstrip()) + 4)
    said = f"{shown} {speaker + ' ' if speaker else ''}{cited}"
    return [*wrapped(head.strip(), indent=indent[:-4], hanging="    "), *wrapped(said, indent=indent)]


def wrapped(text: str, *, indent: str = "", hanging: str = "") -> list[str]:
    """Lines of at most WIDTH columns; a quotation's own line breaks become blanks."""
    plain = " ".join(text.split())
    return textwrap.wrap(
        plain, WIDTH, initial_indent=indent, subsequent_indent=indent + hanging, break_long_words=False, break_on_hyphens=False
    )


def date_text(on: date | None, until: date | None = None) -> str:
    """A day or a range of days, "undated" where there is none."""
    if on is None:
        return "undated"
    return day(on) if until is None or until == on else f"{day(on)} to {day(until)}"
