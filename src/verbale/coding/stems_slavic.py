"""Stems of Russian and Ukrainian words: a light cut of inflection and the commonest derivations, enough to match keywords.

After Savoy (2006, Light stemming approaches for the French, Portuguese, German and Hungarian languages), whose idea it carries over.
"""

from __future__ import annotations

import re

CYRILLIC = re.compile(r"[а-яёіїєґ]")
_LETTERS = str.maketrans({"ё": "е", "ґ": "г", "’": "", "'": "", "ʼ": ""})
_ENDINGS = """
иями ями ами ией ием иям иях ого его ому ему ыми ими ию ия ии ий ие ая яя ое ее ые ой ей ый ым им ом ем ую юю ов ев ах ях ам ям их ых ью
ировать овать ивать ывать ать ять ить еть а я о е ы и у ю ь й
іями ією ові еві єві ями ами ею ою ію ія ії ій іми іх ої ими ого ому ів їв увати ювати ати яти ити іти і ї є
"""
_INFLECTIONS = sorted(set(_ENDINGS.split()), key=lambda ending: (-len(ending), ending))
_DERIVATIONS = re.compile(r"(?:итет|ітет|ионн|ийн|ійн|онн|ьност|ьніст|ност|ніст|ьн|(?<=[бвгджзклмпрстфхцчшщ])н)$")
_SHORTEST, _SHORTEST_DERIVED = 3, 5


def slavic_stem(form: str) -> str:
    """The stem of a word in lower case; never under three letters, nor under five where a derivation is cut."""
    base = form.translate(_LETTERS)
    if base.endswith(("ся", "сь")) and len(base) > _SHORTEST_DERIVED + 1:
        base = base[:-2]
    base = next((base[: -len(end)] for end in _INFLECTIONS if base.endswith(end) and len(base) - len(end) >= _SHORTEST), base)
    shorter = _DERIVATIONS.sub("", base)
    return shorter if len(shorter) >= _SHORTEST_DERIVED else base
