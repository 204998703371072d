from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

from verbale.analysis import Citation, Fact, Named, Passage, Proposal, Round, proposals, rounds
from verbale.analysis import Testimony as Told
from verbale.analysis.findings import ProposalOf
from verbale.values import Known, Move, Published, quote

from .talks import ANSWER, DOSSIER, PASSAGES, SECOND_MONDAY, TESTIMONIES


def read(text: str, on: date | None = date(2030, 5, 14)) -> tuple[Proposal, ...]:
    return proposals((Passage("page", text, None, Published(on, None, Known.STATED if on else Known.UNKNOWN)),), (), DOSSIER)


def texts(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.text for fact in facts]


def test_a_proposal_with_all_its_fields() -> None:
    (found,) = proposals(PASSAGES, TESTIMONIES, DOSSIER)
    assert (found.by, found.on, found.version) == ("kestria", SECOND_MONDAY, 1)
    assert texts(found.terms) == [
        "lowering its tolls by half",
        "Kestria would not station warships in the bay",
        "a 10-year review period on the bay",
    ]
    assert texts(found.in_exchange) == ["a fishing treaty"]
    assert [(named.name, named.id) for named in found.guarantors] == [
        ("Norland", "norland"),
        ("Ostmark", "ostmark"),
        ("Pelagia", "pelagia"),
    ]
    assert texts(found.periods) == ["10-year review period on the bay"]
    assert texts(found.conditions) == ["if the shelling of the locks ends"]
    assert texts(found.entry_into_force) == ["would only come into force if the shelling of the locks ends"]
    assert found.issues == ("tolls", "bay", "fishing")


def test_an_answer_speaks_of_the_other_sides_proposal() -> None:
    (found,) = proposals(PASSAGES, TESTIMONIES, DOSSIER)
    assert [(answer.party, answer.testimony) for answer in found.answers] == [("valmora", ANSWER)]


def test_guarantors_may_be_states_that_the_dossier_does_not_know() -> None:
    (found,) = read("Kestria proposed lower tolls. The agreement would be guaranteed by Norland, France, the United States and China.")
    assert [named.name for named in found.guarantors] == ["Norland", "France", "United States", "China"]
    assert [named.id for named in found.guarantors] == ["norland", None, None, None]


def test_a_list_of_states_without_a_guarantee_names_no_guarantors() -> None:
    found = read("Kestria proposed lower tolls in return for fishing. Ships of Norland, France and China use the canal.")
    assert all(not proposal.guarantors for proposal in found)


def test_refusing_a_proposal_is_not_making_one() -> None:
    assert not read("Valmora rejected the proposal on tolls in the bay. It would never accept such tolls on the canal.")


def test_offering_to_host_talks_is_no_proposal() -> None:
    assert not read("Norland offered to host a new round of talks on tolls if a ceasefire holds.")


def test_a_later_proposal_is_the_next_version() -> None:
    first = Passage("a", "Kestria proposed cutting the tolls by half in exchange for a fishing treaty.", None, Published(date(2030, 5, 2)))
    second = Passage(
        "b", "Kestria has proposed cutting the tolls by a third in exchange for fishing rights.", None, Published(date(2030, 5, 20))
    )
    one, two = proposals((second, first), (), DOSSIER)
    assert (one.version, two.version, two.earlier) == (1, 2, one.id)


def test_reports_of_one_proposal_are_merged_and_both_cited() -> None:
    text = "Kestria proposed cutting the tolls by half in exchange for a fishing treaty."
    passages = [Passage(name, text, None, Published(date(2030, 5, 2))) for name in ("a", "b")]
    (found,) = proposals(passages, (), DOSSIER)
    assert len(found.terms) == 1
    assert [citation.document for citation in found.terms[0].also] == ["b"]


def cited(value: Any) -> list[tuple[str, Citation]]:
    """Every fact's characters and place in a finding, however deep."""
    if isinstance(value, Fact):
        return [(value.text, value.citation)]
    if isinstance(value, Named):
        return cited(value.fact)
    if isinstance(value, tuple):
        return [pair for item in value for pair in cited(item)]
    if isinstance(value, (ProposalOf, Round)):
        return [pair for field in fields(value) for pair in cited(getattr(value, field.name))]
    return []


def test_every_field_of_every_proposal_and_round_is_the_characters_of_its_span() -> None:
    by_id = {passage.document: passage.text for passage in PASSAGES}
    found = cited((*proposals(PASSAGES, TESTIMONIES, DOSSIER), *rounds(PASSAGES, TESTIMONIES, DOSSIER)))
    assert len(found) > 12
    for text, citation in found:
        assert quote(by_id[citation.document], citation.spans) == text


def test_text_in_another_script_yields_nothing_and_breaks_nothing() -> None:
    assert not read("Кестрия предложила снизить пошлины в обмен на договор. Переговоры пройдут в Линдау в среду.")


def test_statements_that_offer_are_proposals_too() -> None:
    offer: Told = next(t for t in TESTIMONIES if t.statement.coding.move is Move.OFFER)
    (found,) = proposals((), (offer,), DOSSIER)
    assert (found.by, texts(found.terms)) == ("kestria", [offer.quote])
