"""A dossier is read as written, and what is wrong with it is said with its line."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.dossier import ActorKind, Dossier, Issue, Party, PartyKind, load_dossier, parse_dossier
from verbale.errors import DossierError

WHOLE = """\
negotiation: {id: weir, title: The weir talks, from: 2025-04-01, until: 2025-04-30, languages: [en, uk]}
parties:
  - {id: north, name: Northland, kind: side, aliases: [the North], metonyms: [Norburg]}
  - {id: south, name: Southland, kind: side}
actors:
  - id: ilves
    name: Marta Ilves
    party: north
    roles: [{title: Foreign Minister, from: 2023-01-01, until: 2025-12-31}]
  - {id: north, name: Northland delegation, kind: body, party: north}
issues:
  - {id: flow, label: Flow, proposition: The South lets through forty cubic metres., keywords: [flow, release]}
  - {id: gauges, label: Gauges, parent: flow}
publishers:
  - {id: gazette, name: The Gazette, kind: outlet, country: NO, domains: [gazette.example]}
"""


def test_every_field_arrives() -> None:
    dossier = parse_dossier(WHOLE)
    assert dossier.negotiation.begins == date(2025, 4, 1)
    assert dossier.parties[0] == Party("north", "Northland", PartyKind.SIDE, ("the North",), ("Norburg",))
    assert dossier.actors[0].roles[0].held_on(date(2024, 1, 1))
    assert not dossier.actors[0].roles[0].held_on(date(2026, 1, 1))
    assert dossier.actors[0].kind is ActorKind.PERSON
    assert dossier.issue("gauges") == Issue("gauges", "Gauges", parent="flow")
    publisher = dossier.publisher("gazette")
    assert publisher is not None
    assert publisher.country == "NO"  # Norway, not "no"


def test_a_party_and_an_actor_may_share_an_id() -> None:
    dossier = parse_dossier(WHOLE)
    party, actor = dossier.party("north"), dossier.actor("north")
    assert party is not None and party.name == "Northland"
    assert actor is not None and actor.name == "Northland delegation"


def test_an_empty_file_is_an_empty_dossier() -> None:
    assert parse_dossier("") == Dossier()
    assert parse_dossier("parties:\nactors: []\n") == Dossier()


def test_layout_does_not_change_the_fingerprint_but_meaning_does() -> None:
    block = "parties:\n  - id: a\n    name: A\n"
    flow = "# the same\nparties: [{name: A, id: a}]\n"
    assert parse_dossier(block).fingerprint == parse_dossier(flow).fingerprint
    assert parse_dossier(block).fingerprint != parse_dossier(block.replace("name: A", "name: B")).fingerprint


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("parties:\n  - id: a\n    nme: A\n", 3, "unknown field"),
        ("parties:\n  - id: a\n", 2, "required"),
        ("parties:\n  - {id: a, name: A}\n  - {id: a, name: B}\n", 3, "stands twice"),
        ("actors:\n  - id: x\n    name: X\n    party: nowhere\n", 4, "no party of this dossier"),
        ("issues:\n  - {id: i, label: I, parent: i}\n", 2, "no other issue"),
        ("negotiation:\n  id: n\n  from: 2025-13-01\n", 3, "date"),
        ("negotiation:\n  from: 2025-02-01\n  until: 2025-01-01\n", 3, "ends before"),
        ("parties:\n  - id: a\n    name: A\n    kind: enemy\n", 4, "side"),
        ("parties: [\n", 2, "not valid YAML"),
        ("- a\n", 1, "mapping"),
        ("parties: 3\n", 1, "parties"),
    ],
)
def test_an_error_names_the_line(text: str, line: int, words: str) -> None:
    with pytest.raises(DossierError, match=words) as caught:
        parse_dossier(text, name="talks/dossier.yaml")
    assert any(said.startswith(f"talks/dossier.yaml:{line}:") for said in str(caught.value).splitlines())


def test_all_errors_are_said_at_once() -> None:
    with pytest.raises(DossierError) as caught:
        parse_dossier("parties:\n  - {id: a}\n  - {name: B}\nactors:\n  - {id: x, name: X, shoe: 3}\n")
    assert len(str(caught.value).splitlines()) == 3


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no-such"):
        load_dossier(tmp_path / "no-such.yaml")
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("parties: [{id: t, name: Türkiye}]".encode("latin-1"))
    with pytest.raises(DossierError, match="UTF-8"):
        load_dossier(latin)


@given(st.text(max_size=200))
def test_no_text_is_worse_than_an_error(text: str) -> None:
    try:
        parse_dossier(text)
    except DossierError as error:
        assert str(error)


def test_the_real_dossiers_load(shared: Path) -> None:
    files = sorted((shared / "dossiers").glob("*.yaml"))
    assert files
    for path in files:
        assert load_dossier(path).actors
