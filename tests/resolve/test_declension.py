"""Names that a text declines."""

import pytest

from verbale.dossier.model import Actor, Dossier, Party, PartyKind, Role
from verbale.resolve import ActorIndex, resolve
from verbale.resolve.declension import nominatives
from verbale.values import Document

from .talks import located

DOSSIER = Dossier(
    parties=(
        Party("velmark", "Velmark", PartyKind.SIDE, aliases=("Вельмарк",)),
        Party("osgia", "Osgia", PartyKind.SIDE, aliases=("Осгия",)),
    ),
    actors=(
        Actor("lind", "Aksel Lindov", party="velmark"),
        Actor("dorin", "Yuriy Dorinsky", party="osgia", roles=(Role("President of Osgia", None, None),)),
    ),
)
INDEX = ActorIndex.of(DOSSIER)


@pytest.mark.parametrize(
    ("word", "nominative"),
    [
        ("Линдова", "lindov"),
        ("Доринского", "dorinskiy"),
        ("Осгии", "osgiya"),
        ("Вельмарку", "velmark"),
        ("Марії", "mariya"),
        ("Москвы", "moskva"),
    ],
)
def test_a_case_may_stand_for_its_nominative(word: str, nominative: str) -> None:
    assert nominative in nominatives(word)


@pytest.mark.parametrize("word", ["Lindova", "Ка", "США", "осгии", "Erdoğan"])
def test_other_words_have_no_cases(word: str) -> None:
    assert nominatives(word) == ()


@pytest.mark.parametrize(
    ("text", "said", "speaker", "party"),
    [
        ("По словам Линдова, пролив закрыт.", ("Линдова", "По словам", "пролив закрыт"), "lind", "velmark"),
        ("За словами Дорінського, протоку закрито.", ("Дорінського", "За словами", "протоку закрито"), "dorin", "osgia"),
        ("Вчера Линдов сказал, что пролив закрыт.", ("Линдов", "сказал", "пролив закрыт"), "lind", "velmark"),
        (
            "Президент Осгии Доринский сказал, что пролив закрыт.",
            ("Президент Осгии Доринский", "сказал", "пролив закрыт"),
            "dorin",
            "osgia",
        ),
        ("Представник МЗС Осгії сказав, що протоку закрито.", ("Представник МЗС Осгії", "сказав", "протоку закрито"), None, "osgia"),
        ("Линдов молчал. По его словам, пролив закрыт.", ("его", "словам", "пролив закрыт"), "lind", "velmark"),
    ],
)
def test_a_speaker_is_known_in_any_case(text: str, said: tuple[str, str, str], speaker: str | None, party: str) -> None:
    (found,) = resolve(Document(id="d", path="d", text=text, language="ru"), [located(text, said)], INDEX)
    assert (found.speaker.id if found.speaker else None, found.party) == (speaker, party)


def test_a_country_of_the_world_is_known_by_its_aliases_in_other_letters() -> None:
    index = ActorIndex.of(Dossier(parties=(Party("norway", "Norway", PartyKind.MEDIATOR, aliases=("Норвегия",), metonyms=("Осло",)),)))
    for source in ("В Осло", "Представитель МИД Норвегии"):
        text = f"{source} заявили, что пролив закрыт."
        (found,) = resolve(
            Document(id="d", path="d", text=text, language="ru"), [located(text, (source, "заявили", "пролив закрыт"))], index
        )
        assert found.party == "norway"
