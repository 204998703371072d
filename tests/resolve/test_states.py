"""States and organisations that no table lists are proposed where the articles make them evident, and only there."""

from dataclasses import replace

from tests.resolve.talks import article, located
from verbale.resolve import propose
from verbale.resolve.states import evident

TEXT = (
    "Talks between Ostrava and Velm opened on Monday. The Ostravan government said that the toll would stay. "
    "Velm's foreign minister, Ada Moll, said that the toll would go. The Velmian delegation left early. "
    "Ostravan ships wait, and Thule is ready to help, its foreign minister, Jon Vey, said. "
    "The envoy of Thule met the Thulian side. "
    "Ruben Okello, secretary-general of the Council of Northern Ports, said that the ports would wait. "
    "President Askell's government had no comment. In Askell's words it was late. "
    "Norway's foreign minister said that Oslo would help."
)


def test_a_state_has_an_office_and_a_people_or_a_place() -> None:
    assert [one.party.name for one in evident([article(TEXT)])] == ["Ostrava", "Thule", "Velm", "Council of Northern Ports"]
    assert all(TEXT[p.span.start : p.span.end] == one.party.name for one in evident([article(TEXT)]) for p in one.places)


def test_a_person_is_no_state() -> None:
    text = "Castor's foreign minister spoke in Castor's stead. "
    text += "President Castor thanked Castor's delegation. Between Castor and Holt lies a lake."
    assert evident([article(text)]) == ()


def test_their_people_are_proposed_with_them() -> None:
    said = [
        located(TEXT, ("Ada Moll", "said", "the toll would go")),
        located(TEXT, ("Jon Vey", "said", "Thule is ready to help")),
        located(TEXT, ("Ruben Okello", "said", "the ports would wait")),
        located(TEXT, ("The Ostravan government", "said", "the toll would stay")),
    ]
    document = article(TEXT)
    proposal = propose([document], [said])
    assert {one.row.name: one.row.party for one in proposal.actors} == {
        "Ada Moll": "velm",
        "Jon Vey": "thule",
        "Ruben Okello": "council-of-northern-ports",
    }
    parties = {one.row.id: one for one in proposal.parties}
    assert set(parties) == {"velm", "thule", "council-of-northern-ports", "ostrava"}
    assert all(0 < one.probability < 0.95 and one.places for one in parties.values())
    other = replace(document, id="b")
    assert propose([document, other], [said, said]) == propose([other, document], [said, said])
