"""Forms of one Russian or Ukrainian word share a stem, other words do not."""

import pytest

from verbale.coding.words import stem


@pytest.mark.parametrize(
    "forms",
    [
        "нейтралитет нейтралитета нейтралитету нейтральный нейтральная нейтрального нейтральность",
        "нейтралітет нейтралітету нейтральний нейтральна нейтрального нейтральність",
        "гарантия гарантии гарантий гарантиям гарантировать",
        "гарантія гарантії гарантій гарантіями гарантувати",
        "обстрел обстрелы обстрелов обстрелах обстреливать",
        "обстріл обстріли обстрілів обстрілах",
        "пошлина пошлины пошлин пошлинами",
        "мито мита миту",
        "безопасность безопасности безопасный",
        "санкции санкций санкциями санкционный",
        "войска войск войскам",
        "перемирие перемирия перемирию",
        "перемир’я перемир'я перемирʼя",
        "ещё еще",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["война воин", "мир мера", "канал каналья", "стороны сторонник"])
def test_other_words_have_other_stems(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["мир", "на", "я", "не"])
def test_short_words_stay(word: str) -> None:
    assert stem(word) == word
