from dataclasses import replace

from tests.resolve.talks import DOSSIER
from verbale.dossier import Actor
from verbale.resolve import ActorIndex, Lack, check_dossier
from verbale.values import Resolution, Speaker


def said(name: str, identity: str | None, *, times: int, how: str = "name") -> list[Resolution]:
    return [Resolution(Speaker(identity, name), None, how=how)] * times


def test_who_speaks_often_unlisted_is_missed_and_who_never_speaks_is_named() -> None:
    heard = [
        *said("Tove Brask", None, times=3),
        *said("Aksel Lind", "lind", times=1),
        *said("a senior official", None, times=5, how="unnamed"),
        *said("Nils Orm", None, times=1),
        Resolution(None, None),
    ]
    remarks = check_dossier(ActorIndex.of(DOSSIER), heard)
    assert remarks[0].text == "'Tove Brask' speaks 3 times and is not in the dossier."
    assert [one.name for one in remarks if one.lack is Lack.MISSING] == ["Tove Brask"]
    unused = {one.name for one in remarks if one.lack is Lack.UNUSED}
    assert "Aksel Lind" not in unused
    assert "Greta Moor" in unused
    assert remarks == check_dossier(ActorIndex.of(DOSSIER), heard[::-1])


def test_a_shared_surname_is_pointed_out() -> None:
    twice = replace(DOSSIER, actors=(*DOSSIER.actors, Actor("berit", "Berit Lind", party="osgia")))
    remarks = check_dossier(ActorIndex.of(twice), [])
    assert [one.text for one in remarks if one.lack is Lack.AMBIGUOUS] == [
        "'Aksel Lind' and 'Berit Lind' share a surname: alone it goes to the one last named in full."
    ]
    assert not [one for one in check_dossier(ActorIndex.of(DOSSIER), []) if one.lack is Lack.AMBIGUOUS]
