from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from verbale.dossier import Actor, ActorKind, Dossier, Issue, Negotiation, Party, PartyKind, Publisher, Role, parse_dossier
from verbale.dossier.dump import dump_dossier

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20).filter(str.strip)


def test_a_dossier_is_read_back_as_it_was() -> None:
    dossier = Dossier(
        negotiation=Negotiation("strait", "Talks: on the strait", date(2024, 4, 1), None, ("en", "uk")),
        parties=(Party("velmark", "Velmark", PartyKind.SIDE, ("the 'north'",), ("Tornby",)),),
        actors=(Actor("lind", "Aksel Lind", ActorKind.PERSON, "velmark", (), (Role("President, of all", date(2020, 1, 1)),)),),
        issues=(Issue("toll", "Toll", "No: ship pays.", ("toll",)),),
        publishers=(Publisher("post", "The Tornby Post"),),
    )
    assert parse_dossier(dump_dossier(dossier)) == dossier


@given(NAMES, NAMES)
def test_any_name_survives(name: str, alias: str) -> None:
    dossier = Dossier(parties=(Party("one", name, aliases=(alias,)),))
    assert parse_dossier(dump_dossier(dossier)) == dossier
