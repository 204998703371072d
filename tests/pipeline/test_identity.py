"""A person's judgement on who a name is wins, survives reruns and can be revoked; a dossier can come from the articles alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from verbale.api import Talks, propose_dossier
from verbale.demo import demo_files
from verbale.dossier import ActorKind, Negotiation, load_dossier, parse_dossier
from verbale.errors import UsageError

DOSSIER = """\
parties:
  - {id: hillside, name: Hillside, kind: side}
  - {id: lakeside, name: Lakeside, kind: side}
actors:
  - {id: orla-brandt, name: Orla Brandt, party: hillside}
  - {id: ivo-brandt, name: Ivo Brandt, party: lakeside}
"""
TEXT = """Brandt said the ferry would stop on Monday.

"We have nothing to add," Brandt told reporters.
"""
NOON = datetime(2025, 5, 1, 12, tzinfo=UTC)


def speakers(talks: Talks) -> set[str | None]:
    return {s.resolution.speaker.id if s.resolution.speaker else None for s in talks.reader.statements()}


def names(talks: Talks) -> set[str | None]:
    return {s.resolution.speaker.name if s.resolution.speaker else None for s in talks.reader.statements()}


@pytest.fixture
def talks(tmp_path: Path) -> Talks:
    (tmp_path / "d.yaml").write_text(DOSSIER, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    made = Talks.new(tmp_path / "talks", dossier=tmp_path / "d.yaml")
    made.add([tmp_path / "a.txt"])
    return made


def test_a_judgement_wins_survives_and_can_be_revoked(talks: Talks, tmp_path: Path) -> None:
    with talks:
        before = speakers(talks)
        assert before <= {None}  # two people bear the name, so nobody is guessed
        made = talks.judge_name("Brandt", actor="ivo-brandt", judge="Ana", at=NOON)
        talks.add([])
        assert speakers(talks) == {"ivo-brandt"}
        talks.add([tmp_path / "a.txt"])
        assert speakers(talks) == {"ivo-brandt"}
        talks.revoke(made.id, at=NOON)
        talks.add([])
        assert speakers(talks) == before
        assert [(j.judge, j.made_at, j.revoked_at) for j in talks.judgements()] == [("Ana", NOON, NOON)]


def test_two_names_that_the_dossier_does_not_list_are_joined_and_parted(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mirek Oslund, a ferry captain, said the pier was shut.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Miroslav Ostlund, a ferry captain, said the pier was open.\n", encoding="utf-8")
    with Talks.new(tmp_path / "talks") as talks:
        talks.add([tmp_path / "a.txt", tmp_path / "b.txt"])
        before = names(talks)
        assert before == {"Mirek Oslund", "Miroslav Ostlund"}
        made = talks.judge_names("Mirek Oslund", "Miroslav Ostlund", judge="Ana", at=NOON)
        talks.add([])
        assert names(talks) == {"Miroslav Ostlund"}
        talks.add([tmp_path / "a.txt"])
        assert names(talks) == {"Miroslav Ostlund"}
        talks.revoke(made.id, at=NOON)
        talks.add([])
        assert names(talks) == before
        with pytest.raises(UsageError, match="one name"):
            talks.judge_names("Oslund, Mirek", "Mirek Oslund", judge="Ana")


def test_a_judgement_on_nobody_in_the_dossier_is_refused(talks: Talks) -> None:
    with talks:
        with pytest.raises(UsageError, match="ivo-brandt"):
            talks.judge_name("Brandt", actor="ivo-brant", judge="Ana")
        with pytest.raises(UsageError, match="No standing judgement"):
            talks.revoke("0123456789abcdef")


def test_the_dossier_is_checked_against_the_articles(talks: Talks) -> None:
    with talks:
        said = " ".join(remark.text for remark in talks.check_dossier())
    assert "Orla Brandt" in said


def test_a_dossier_is_proposed_from_articles_alone(tmp_path: Path) -> None:
    draft = propose_dossier([demo_files() / "articles"], negotiation=Negotiation("ondra", "Ondra"))
    dossier = parse_dossier(draft)
    assert "# 0." in draft
    names = {actor.name for actor in dossier.actors}
    assert {"Aurel Montasque", "Nadira Velikh", "Livia Castorin"} <= names
    by_hand = load_dossier(demo_files() / "dossier.yaml")
    home = {actor.name: actor.party.replace("csw", "council-of-shared-waters") if actor.party else None for actor in by_hand.actors}
    proposed = {actor.name: actor.party for actor in dossier.actors if actor.kind is ActorKind.PERSON}
    assert proposed.keys() <= home.keys()  # every person once, under one name
    assert {name for name, party in proposed.items() if party != home[name]} == {"Ingrid Halvarsen"}  # her texts never say whose minister
    (tmp_path / "d.yaml").write_text(draft, encoding="utf-8")
    Talks.new(tmp_path / "talks", dossier=tmp_path / "d.yaml").close()


def test_a_proposal_needs_an_article(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No article"):
        propose_dossier([tmp_path / "nothing.txt"], negotiation=Negotiation("n", "N"))
