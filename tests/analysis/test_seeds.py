"""What the five real articles must yield without any model: facts only, their sentences are not ours to keep."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from verbale.analysis import Format, Passage, Proposal, Round, proposals, rounds
from verbale.analysis.findings import ProposalOf
from verbale.dossier import Dossier, load_dossier
from verbale.values import Known, Published, quote

PUBLISHED = {"000": date(2022, 3, 18), "002": date(2022, 3, 29), "004": date(2022, 3, 16)}


@pytest.fixture(scope="module")
def dossier(shared: Path) -> Dossier:
    return load_dossier(shared / "dossiers/ukraine-2022.yaml")


@pytest.fixture(scope="module")
def passages(shared: Path) -> Sequence[Passage]:
    files = sorted((shared / "data/seeds").glob("*.txt"))
    days = {file: PUBLISHED.get(file.name[:3]) for file in files}
    return [
        Passage(file.name[:3], file.read_text("utf-8"), None, Published(days[file], None, Known.STATED if days[file] else Known.UNKNOWN))
        for file in files
    ]


def test_the_rounds(passages: Sequence[Passage], dossier: Dossier) -> None:
    found = {(r.place.name if r.place else r.format.value): r for r in rounds(passages, (), dossier)}
    assert set(found) == {"Belarus", "Antalya", "Istanbul", "video"}
    assert found["Belarus"].count == 3
    assert (found["video"].on, found["video"].until) == (date(2022, 3, 14), date(2022, 3, 16))
    assert found["Istanbul"].on == date(2022, 3, 29)
    assert found["Istanbul"].format is Format.IN_PERSON
    assert [r.mediator.id for place in ("Antalya", "Istanbul") if (r := found[place]).mediator] == ["turkey", "turkey"]
    assert found["Antalya"].delegates is not None
    assert found["Antalya"].delegates.text == "foreign ministers"


def test_the_proposal(passages: Sequence[Passage], dossier: Dossier) -> None:
    (found,) = proposals(passages, (), dossier)
    assert (found.by, found.on) == ("ukraine", date(2022, 3, 29))
    guarantors = "United States, United Kingdom, Turkey, France, Germany, Poland, Israel, China"
    assert ", ".join(named.name for named in found.guarantors) == guarantors
    assert {"neutrality", "security-guarantees", "crimea", "ceasefire", "eu-membership"} <= set(found.issues)
    for fact, words in (
        (found.in_exchange, "security guarantees"),
        (found.conditions, "total ceasefire"),
        (found.periods, "15-year consultation"),
        (found.entry_into_force, "come into force"),
        (found.asks, "EU membership"),
        (found.terms, "foreign bases"),
    ):
        assert any(words in one.text for one in fact)


def test_nothing_is_invented(passages: Sequence[Passage], dossier: Dossier) -> None:
    texts = {passage.document: passage.text for passage in passages}
    told: Sequence[Proposal | Round] = (*proposals(passages, (), dossier), *rounds(passages, (), dossier))
    facts = [f for p in told if isinstance(p, ProposalOf) for f in (*p.terms, *p.asks, *p.in_exchange, *p.conditions, *p.periods)]
    facts += [named.fact for p in told if isinstance(p, ProposalOf) for named in p.guarantors]
    facts += [f for r in told if isinstance(r, Round) for f in r.mentions]
    facts += [n.fact for r in told if isinstance(r, Round) for n in (*r.participants, r.place, r.mediator) if n is not None]
    assert facts
    for fact in facts:
        assert quote(texts[fact.citation.document], fact.citation.spans) == fact.text
