"""What an offline extract adds to proposed people: the item, spellings, offices with days, the party; never a guess between two."""

from datetime import date
from typing import Any

from verbale.dossier import Actor, Party, Role
from verbale.resolve.proposal import Proposal, Proposed
from verbale.resolve.wikidata import enriched


def item(key: str) -> dict[str, Any]:
    return {"mainsnak": {"datavalue": {"value": {"id": key}, "type": "wikibase-entityid"}}, "rank": "normal"}


def day(text: str) -> list[dict[str, Any]]:
    return [{"datavalue": {"value": {"time": f"+{text}T00:00:00Z"}, "type": "time"}}]


def labelled(key: str, *labels: str, **claims: list[dict[str, Any]]) -> dict[str, Any]:
    aliases = {"en": [{"value": label} for label in labels[1:]]}
    return {"id": key, "labels": {"en": {"value": labels[0]}}, "aliases": aliases, "claims": claims}


POST = {**item("Q902"), "qualifiers": {"P580": day("2021-03-00"), "P582": day("2024-00-00")}}
MOLL = labelled("Q901", "Ada Moll", "Ada Mohl", P31=[item("Q5")], P39=[POST], P27=[item("Q903")])
MINISTER = labelled("Q902", "Minister of Foreign Affairs of Velm", P1001=[item("Q903")])
VELM = labelled("Q903", "Velm")
SHIP = labelled("Q904", "Ada Moll", P31=[item("Q11446")])
PROPOSAL = Proposal(
    parties=(Proposed(Party("velm", "Velm"), 0.9, ()),),
    actors=(
        Proposed(Actor("moll", "Ada Moll", roles=(Role("Foreign Minister"), Role("chief negotiator"))), 0.9, ()),
        Proposed(Actor("vey", "Jon Vey", roles=(Role("envoy"),)), 0.9, ()),
    ),
    issues=(),
    publishers=(),
)


def test_the_one_item_that_fits_completes_a_person_in_any_order() -> None:
    for file in ([MOLL, MINISTER, VELM, SHIP], [SHIP, VELM, MINISTER, MOLL]):
        moll, vey = (one.row for one in enriched(PROPOSAL, lambda: file).actors)  # noqa: B023  called at once
        assert (moll.wikidata, moll.party, moll.aliases) == ("Q901", "velm", ("Ada Mohl",))
        assert moll.roles == (Role("Minister of Foreign Affairs of Velm", date(2021, 3, 1), date(2024, 12, 31)), Role("chief negotiator"))
        assert vey == PROPOSAL.actors[1].row


def test_two_items_of_one_name_complete_nobody() -> None:
    other = labelled("Q905", "Ada Moll", P31=[item("Q5")])
    assert enriched(PROPOSAL, lambda: [MOLL, other, MINISTER, VELM]) == PROPOSAL


def test_what_lacks_fields_is_passed_over() -> None:
    assert enriched(PROPOSAL, lambda: [{"id": "Q1"}, {"id": "Q2", "labels": {}, "claims": {"P31": [{"mainsnak": {}}]}}]) == PROPOSAL
