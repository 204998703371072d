from __future__ import annotations

import re
from datetime import date

from verbale.values import Stance
from verbale.views.changes import changes
from verbale.views.statement import statement_view
from verbale.views.table import Cell, table
from verbale.views.text import table_text

from .record import Memory


def cell(party: str, issue: str, as_of: date | None = None) -> Cell:
    return next(c for c in table(Memory(), as_of=as_of).cells if (c.party, c.issue) == (party, issue))


def test_a_cell_shows_stance_words_day_and_what_was_before() -> None:
    found = cell("kestria", "tolls")
    assert (found.sign, found.stance, found.conditional, found.since) == ("+", Stance.FOR, True, date(2030, 5, 13))
    assert found.quote is not None
    assert found.quote.text == "lowering its tolls by half in exchange for a fishing treaty"
    assert found.movement is not None
    assert (found.movement.sign, found.movement.since) == ("−", date(2030, 5, 6))
    assert found.movement.quote.text.startswith("We will not lower the tolls")


def test_own_words_are_shown_without_the_marks_around_them() -> None:
    found = cell("kestria", "tolls", date(2030, 5, 8))
    assert found.quote is not None
    assert found.quote.own_words
    assert found.quote.text[0] == "W"
    assert found.quote.text[-1].isalpha()
    assert (found.speaker, found.witnesses) == ("Oskar Hahn", 2)


def test_silence_is_no_stance() -> None:
    found = cell("valmora", "fishing")
    assert (found.sign, found.stance, found.quote, found.citations) == ("", None, None, ())
    assert "Silent: Valmora" in table_text(table(Memory()))


def test_the_row_of_progress_stands_on_top() -> None:
    view = table(Memory())
    assert [(p.party_name, p.label, p.day) for p in view.progress] == [
        ("Valmora", "close", date(2030, 5, 10)),
        ("Kestria", "stalled", date(2030, 5, 10)),
    ]


def test_citations_are_numbered_as_one_reads() -> None:
    text = table_text(table(Memory())).split("\nCitations")[0]
    numbers = [int(number) for number in re.findall(r"\[(\d+)\]", text)]
    assert list(dict.fromkeys(numbers)) == list(range(1, max(numbers) + 1))


def test_one_party_or_one_issue_only() -> None:
    assert {c.party for c in table(Memory(), party="kestria").cells} == {"kestria"}
    assert {c.issue for c in table(Memory(), issue="tolls").cells} == {"tolls"}


def test_changes_hold_what_is_new_and_nothing_else() -> None:
    view = changes(Memory(), since=date(2030, 5, 11))
    assert [(s.party_name, s.issue_label, s.before.sign if s.before else None, s.after.sign) for s in view.shifts if s.before] == [
        ("Kestria", "Canal tolls", "−", "+")
    ]
    assert [p.by_name for p in view.proposals] == ["Kestria"]
    assert [r.on for r in view.rounds] == [date(2030, 5, 13)]
    assert not view.progress
    assert view.documents == 2


def test_a_statement_shows_all_its_wordings_whole() -> None:
    view = statement_view(Memory(), "refusal")
    assert (view.speaker, view.said_on, view.witnesses) == ("Oskar Hahn", date(2030, 5, 6), 2)
    assert {w.publisher for w in view.wordings} == {"Northern Wire", "Tessaly Herald"}


def test_a_wording_tells_what_it_leaves_out_and_hardens() -> None:
    view = statement_view(Memory(), "refusal")
    (fullest,) = [w for w in view.wordings if w.differences is None]
    assert fullest.quote.text in view.fullest
    for wording in view.wordings:
        for part in wording.differences.left_out if wording.differences else ():
            assert part in view.fullest
