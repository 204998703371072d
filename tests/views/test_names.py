"""How people are called after the first time."""

import pytest

from verbale.dossier.model import Actor
from verbale.views.names import family_name


@pytest.mark.parametrize(
    ("name", "aliases", "called"),
    [
        ("Eva Dorn", (), "Dorn"),
        ("Kim Jong Un", (), "Kim"),
        ("Xi Jinping", (), "Xi"),
        ("Moon Jae-in", (), "Moon"),
        ("Lee Zeldin", (), "Zeldin"),
        ("Rosa del Mar Ortiz", ("Rosa",), "Rosa"),
    ],
)
def test_a_family_name_is_the_last_word_unless_an_alias_or_the_east_says_so(name: str, aliases: tuple[str, ...], called: str) -> None:
    assert family_name(Actor("x", name, aliases=aliases)) == called


def test_a_body_or_a_group_is_no_person_even_where_its_kind_is_left_out() -> None:
    names = ("White House", "North Korean officials", "Eva Dorn", "Lula")
    assert [name for name in names if Actor("x", name).person] == ["Eva Dorn", "Lula"]
