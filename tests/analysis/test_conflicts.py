from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.analysis import Conflict, ConflictKind, conflicts
from verbale.analysis import Testimony as Told
from verbale.values import Move

from .talks import AGAINST, DEMAND, DOSSIER, FOR, OFFER, REFUSAL, REFUSAL_AGAIN, TESTIMONIES, document, said


def of_kind(kind: ConflictKind, testimonies: tuple[Told, ...] | list[Told]) -> list[Conflict]:
    return [conflict for conflict in conflicts(testimonies, DOSSIER) if conflict.kind is kind]


def test_sides_that_contradict_each_other_on_an_issue_and_on_progress() -> None:
    found = of_kind(ConflictKind.SIDES, list(TESTIMONIES))
    assert {c.about for c in found} == {"tolls", "progress"}
    tolls = next(c for c in found if c.about == "tolls")
    assert tolls.first[0] is DEMAND
    assert tolls.second[0].utterance == "refusal"


def test_a_change_of_mind_is_no_conflict() -> None:
    assert not conflicts((REFUSAL, OFFER), DOSSIER)


def test_outlets_that_differ_on_a_number_and_a_name() -> None:
    found = of_kind(ConflictKind.OUTLETS, (REFUSAL, REFUSAL_AGAIN))
    assert {(c.about, c.differs) for c in found} == {("number", ("15 more", "12 more")), ("name", ("Ember", "Amber"))}


def test_two_spellings_of_one_name_are_no_conflict() -> None:
    one = document("one", '"The ships stay near Port Çınar until June," Hahn said.', "wire", date(2030, 5, 7))
    two = document("two", '"The ships stay near Port Cinar until June," Hahn said.', "herald", date(2030, 5, 7))
    pair = tuple(said(d, d.text[: d.text.rindex('"') + 1], "hahn", "kestria", utterance="u") for d in (one, two))
    assert not of_kind(ConflictKind.OUTLETS, pair)


def test_the_same_words_credited_to_two_persons() -> None:
    words = '"The locks will stay shut until every last crown has been paid,"'
    one = document("one", f"{words} Hahn said.", "wire", date(2030, 5, 7))
    two = document("two", f"{words} Pell said.", "herald", date(2030, 5, 8))
    (found,) = of_kind(ConflictKind.OUTLETS, (said(one, words, "hahn", "kestria"), said(two, words, "pell", "kestria")))
    assert (found.about, found.differs) == ("speaker", ("Oskar Hahn", "Mira Pell"))


def test_a_spokesman_and_the_party_are_one_voice() -> None:
    words = '"The locks will stay shut until every last crown has been paid,"'
    one = document("one", f"{words} Kestria said.", "wire", date(2030, 5, 7))
    two = document("two", f"{words} Pell said.", "herald", date(2030, 5, 7))
    assert not of_kind(ConflictKind.OUTLETS, (said(one, words, "kestria", "kestria"), said(two, words, "pell", "kestria")))


def test_a_speaker_against_himself_on_one_day() -> None:
    stays = "the tolls on the canal stay where they have been since spring"
    falls = "the tolls on the canal fall by half before the summer ends"
    page = document("page", f"He said {stays}. Later he said {falls}.", "wire", date(2030, 5, 7))
    day = date(2030, 5, 6)
    stay = said(page, stays, "hahn", "kestria", move=Move.REJECT, on=day, issues={"tolls": AGAINST})
    fall = said(page, falls, "hahn", "kestria", move=Move.COMMIT, on=day, issues={"tolls": FOR}, position=1)
    (found,) = conflicts((stay, fall), DOSSIER)
    assert (found.kind, found.about, found.on) == (ConflictKind.SELF, "tolls", day)
    next_day = said(page, falls, "hahn", "kestria", move=Move.COMMIT, on=date(2030, 5, 7), issues={"tolls": FOR}, position=1)
    assert not conflicts((stay, next_day), DOSSIER)


@settings(max_examples=30)
@given(st.permutations(list(TESTIMONIES)))
def test_the_order_of_arrival_changes_nothing(shuffled: list[Told]) -> None:
    assert conflicts(shuffled, DOSSIER) == conflicts(TESTIMONIES, DOSSIER)


def test_a_paraphrase_credited_to_another_person_of_the_same_party() -> None:
    words = '"If no signed letter comes by Friday midnight, no Kestrian tanker will pass the northern locks on Saturday,"'
    other = "no Kestrian tanker will pass the northern locks on Saturday unless a signed letter comes by Friday midnight"
    one = document("one", f"{words} Dorn wrote.", "wire", date(2030, 5, 7))
    two = document("two", f"Ruiz warned that {other}.", "herald", date(2030, 5, 8))
    (found,) = of_kind(ConflictKind.OUTLETS, (said(one, words, "dorn", "valmora"), said(two, other, "ruiz", "valmora")))
    assert found.differs == ("Eva Dorn", "Ana Ruiz")
    apart = said(two, other, "hahn", "kestria")
    assert not of_kind(ConflictKind.OUTLETS, (said(one, words, "dorn", "valmora"), apart))
