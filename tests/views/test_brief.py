from __future__ import annotations

from datetime import date

from verbale.views.brief import brief
from verbale.views.found import Findings
from verbale.views.page import Section
from verbale.views.source import Wanted
from verbale.views.text import brief_text

from .record import Memory


def section(name: str, **asked: object) -> Section | None:
    view = brief(Memory(), **asked)  # type: ignore[arg-type]
    return next((s for s in view.sections if s.id == name), None)


def prose(name: str, **asked: object) -> str:
    found = section(name, **asked)
    return " ".join(s.text for paragraph in found.paragraphs for s in paragraph.sentences) if found else ""


def test_the_gap_between_the_sides_opens_the_page() -> None:
    text = prose("standing")
    assert text.startswith(
        "On 10 May the sides gave different accounts of the talks: in Valmora's they were close to an agreement, "
        "in Kestria's no further than before."
    )
    assert "Ana Ruiz, Foreign Minister of Valmora, said: “Our positions are as close as possible”." in text
    assert "“Our positions are unchanged”" in text
    assert "Nothing has moved" not in text


def test_nothing_agreed_is_said_with_the_furthest_claim_and_no_consent_on_conditions_is_agreement() -> None:
    text = prose("agreed")
    assert text.startswith("No point is on record as agreed by both sides; the furthest that either goes is Valmora's claim of 10 May")
    text = prose("differences")
    assert "Valmora and Kestria both speak in favour, Kestria on conditions." in text
    assert "On 13 May Kestria proposed lowering its tolls by half in exchange for a fishing treaty." in text


def test_the_offer_reads_with_what_it_is_for_its_guarantors_and_its_condition() -> None:
    text = prose("offer")
    assert "Kestria proposed “lowering its tolls by half” in exchange for “a fishing treaty”." in text
    assert "The guarantors named are Norland, Ostmark and Pelagia." in text
    assert "It “would only come into force if the shelling of the locks ends”." in text
    assert "“a 10-year review period on the bay”" in text
    assert "Ruiz said that Kestria's proposal would be studied in Tessaly." in text


def test_a_shift_is_told_with_both_days() -> None:
    assert "On canal tolls, Kestria moved from opposed (6 May) to in favour on 13 May, on conditions." in prose("changed")


def test_a_change_of_mind_is_not_told_as_a_contradiction_and_outlets_are_named() -> None:
    text = prose("contradicted")
    assert "Reports of one statement by Oskar Hahn, President of Kestria differ" in text or "“12 more”" in text
    assert "Northern Wire has" in text or "Tessaly Herald has" in text


def test_rounds_are_told_with_place_day_and_host() -> None:
    text = prose("rounds")
    assert "The delegations of Valmora and Kestria met in Lindau on 6 May, with Norland as host or mediator." in text
    assert "negotiated by video link from 9 to 10 May" in text


def test_what_is_unknown_rests_on_what_is_known() -> None:
    assert "Whether any of the guarantors that Kestria names would accept is not on record." in prose("unknown")


def test_as_of_an_earlier_day_nothing_later_is_told() -> None:
    text = brief_text(brief(Memory(), as_of=date(2030, 5, 8)))
    assert "As of 8 May 2030" in text
    assert "single crown" in text
    assert "guarantors" not in text
    assert "as close as possible" not in text


def test_a_brief_of_one_issue_leaves_the_others_out() -> None:
    view = brief(Memory(), issue="bay")
    assert not [s for s in view.sections if s.id in ("changed", "differences")]
    assert "warships" in brief_text(view)


def test_the_basis_is_counted() -> None:
    view = brief(Memory())
    assert view.basis == "7 statements in 4 articles from 3 named publishers"
    assert (view.documents, view.statements, view.publishers, view.latest) == (4, 7, 3, date(2030, 5, 14))


def test_however_many_positions_there_are_a_brief_may_tell_them_all() -> None:
    assert Findings(Memory(), Wanted(most=1)).positions == Findings(Memory(), Wanted()).positions
