"""Names in Russian and Ukrainian as a text declines them: "по словам Лаврова" is about Lavrov."""

from __future__ import annotations

import re
from functools import lru_cache

from verbale.resolve.lexicon import words
from verbale.resolve.names import fold

CYRILLIC = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
_NAME = re.compile(r"[А-ЯЁІЇЄҐ][а-яёіїєґ’'ʼ-]+")
_SHORTEST = 3
"""Letters that an ending leaves at least."""
_NOMINATIVES = {
    "ого": "ий ый ой", "его": "ий", "ому": "ий ый ой", "ему": "ий", "ым": "ый -", "им": "ий -", "ом": "-", "ем": "- й ь", "єм": "й",
    "ові": "-", "еві": "- ь", "єві": "й", "а": "-", "у": "- а", "е": "- а ь", "і": "- а я", "ы": "а", "и": "а я", "я": "й ь", "ю": "й ь я",
    "ой": "а ая", "ою": "а", "ей": "я", "ею": "я", "ої": "а", "ій": "а", "ую": "ая", "ии": "ия", "ию": "ия", "ией": "ия", "ії": "ія",
    "ію": "ія", "ією": "ія",
}  # fmt: skip
"""What an ending of another case stands for in the nominative; "-" for none."""

OPENERS = words(
    "позавчера вчера сегодня накануне ранее раньше позже однако но и а или если в во на у по с со к о об от до за для из как когда пока",
    "хотя также тоже кроме при между тем потом затем теперь сейчас уже это этот эта эти тот та те его ее её их там здесь так что чтобы",
    "кто где почему после перед согласно напротив наконец впрочем поэтому понедельник вторник среда четверг пятница суббота воскресенье",
    "нет да не все обе оба позавчора вчора учора сьогодні напередодні раніше пізніше проте але й і або якщо із від про коли поки хоча",
    "теж крім цьому тим часом потім зараз вже це цей ця ці той його її їх тут що щоб хто де чому після під згідно нарешті тому",
    "понеділок вівторок середа четвер п'ятниця неділя субота ні усі всі обидва обидві",
)
"""Words that may stand with a capital, at a sentence's start, and belong to no name."""

TITLES = words(
    "эксперт эксперта аналитик аналитика политолог политолога обозреватель профессор журналист глава посол депутат секретарь чиновник",
    "експерт експерта аналітик аналітика політолог оглядач професор журналіст посадовець мзс мид",
    "президент президента министр министра премьер премьер-министр посланник посланника представитель представительница спикер советник",
    "советника заместитель замминистра дипломат генерал госсекретарь канцлер король господин госпожа лидер переговорщик пресс-секретарь",
    "президентка міністр міністра міністерка прем'єр прем'єр-міністр посланець представник представниця спікер речник речниця радник",
    "радниця заступник заступниця держсекретар пан пані лідер лідерка переговірник прессекретар прессекретарка очільник очільниця",
)
"""Titles that stand before a name without being part of it."""


@lru_cache(maxsize=4000)
def nominatives(word: str) -> tuple[str, ...]:
    """The folded nominatives that a capitalised Cyrillic word may be a case of, in a fixed order; none for other words."""
    if not _NAME.fullmatch(word):
        return ()
    found = dict.fromkeys(
        fold(word[: -len(ending)] + nominative.strip("-"))
        for ending, forms in _NOMINATIVES.items()
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST
        for nominative in forms.split()
    )
    return tuple(found)
