from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.resolve.calendar import Shape, expressions
from verbale.resolve.text import read

FRIDAY = date(2024, 5, 17)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Wednesday", date(2024, 5, 15)),
        ("on Friday", FRIDAY),
        ("last Friday", date(2024, 5, 10)),
        ("Monday evening", date(2024, 5, 13)),
        ("today", FRIDAY),
        ("yesterday", date(2024, 5, 16)),
        ("two days ago", date(2024, 5, 15)),
        ("on 2 May", date(2024, 5, 2)),
        ("May 2", date(2024, 5, 2)),
        ("December 30", date(2023, 12, 30)),
        ("the 2nd of May 2021", date(2021, 5, 2)),
        ("2024-03-09", date(2024, 3, 9)),
        ("4.5.2024", date(2024, 5, 4)),
        ("в среду", date(2024, 5, 15)),
        ("у середу", date(2024, 5, 15)),
        ("минулої середи", date(2024, 5, 15)),
        ("в прошлую пятницу", date(2024, 5, 10)),
        ("вчера", date(2024, 5, 16)),
        ("учора", date(2024, 5, 16)),
        ("позавчера", date(2024, 5, 15)),
        ("два дня назад", date(2024, 5, 15)),
        ("п’ять днів тому", date(2024, 5, 12)),
        ("день тому", date(2024, 5, 16)),
        ("29 марта", date(2024, 3, 29)),
        ("16 березня 2022 року", date(2022, 3, 16)),
    ],
)
def test_an_expression_names_a_day_of_the_past(words: str, day: date) -> None:
    found = expressions(read(f"She said {words} that it was so."))
    assert [one.on(FRIDAY) for one in found] == [day]


@pytest.mark.parametrize(
    "words",
    [
        "last week",
        "in February",
        "it may 5 times",
        "next Friday",
        "the sun",
        "31 February",
        "на прошлой неделе",
        "минулого тижня",
        "накануне встречи",
        "в следующую среду",
        "через два дня",
        "to the Sunday Times",
    ],
)
def test_what_settles_no_day_gives_none(words: str) -> None:
    assert not [one for one in expressions(read(f"She said {words} that it was so.")) if one.on(FRIDAY)]


@pytest.mark.parametrize("words", ["до понеділка", "с 1 мая", "от 2 мая", "з понеділка", "після 3 травня"])
def test_an_end_of_a_period_is_marked_as_one(words: str) -> None:
    assert [one.bound for one in expressions(read(f"Она сказала {words}, что это так."))] == [True]


@pytest.mark.parametrize("words", ["днём ранее", "днем раніше"])
def test_a_day_earlier_counts_from_the_day_before(words: str) -> None:
    (_, found) = expressions(read(f"Встреча прошла в среду. Она сказала это {words}."))
    assert (found.shape, found.back) == (Shape.CHAINED, 1)


def test_without_an_anchor_the_negotiation_gives_the_year() -> None:
    (found,) = expressions(read("They met on 29 March."))
    assert found.on(None) is None
    assert found.on(None, (date(2022, 2, 1), date(2022, 5, 1))) == date(2022, 3, 29)
    assert found.on(None, (date(2020, 1, 1), date(2022, 5, 1))) is None


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_in_the_week_that_ends_on_the_anchor(anchor: date, weekday: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday]
    (found,) = expressions(read(f"He spoke on {name}."))
    day = found.on(anchor)
    assert day is not None
    assert day.weekday() == weekday
    assert timedelta(0) <= anchor - day < timedelta(7)


@given(DAYS)
def test_a_full_date_is_that_date_whatever_the_anchor(day: date) -> None:
    (found,) = expressions(read(f"It was signed on {day.day} {day:%B} {day.year} in the capital."))
    assert found.on(None) == found.on(date(2000, 1, 1)) == day
