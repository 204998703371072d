from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from verbale.resolve import dated_by_neighbours
from verbale.values import Document, Known, Published

FERRY = "The ferry company of Skarby cancelled every crossing after harbour pilots walked out over unpaid night shifts"
DAM = "Engineers opened three sluices above Karsk when meltwater from the glacier filled the upper reservoir within hours"


def document(name: str, text: str, on: date | None = None) -> Document:
    return Document(id=name, path=name, text=text, published=Published(on, None, Known.STATED if on else Known.UNKNOWN))


CORPUS = (
    document("a", f"{FERRY}. Officials met.", date(2024, 5, 3)),
    document("b", f"{FERRY}, the pilots' union said."),
    document("c", f"{DAM}. Officials met.", date(2024, 5, 20)),
    document("d", f"{DAM}, and more rain was forecast."),
    document("e", "A painter sold twelve canvases at auction yesterday."),
)


def test_an_undated_text_takes_the_day_of_the_one_that_tells_the_same() -> None:
    days = {one.id: (one.published.on, one.published.known) for one in dated_by_neighbours(CORPUS)}
    assert days["b"] == (date(2024, 5, 3), Known.INFERRED)
    assert days["d"] == (date(2024, 5, 20), Known.INFERRED)
    assert days["a"] == (date(2024, 5, 3), Known.STATED)
    assert days["e"] == (None, Known.UNKNOWN)


def test_without_any_day_nothing_is_dated() -> None:
    undated = [replace(one, published=Published()) for one in CORPUS]
    assert dated_by_neighbours(undated) == tuple(undated)


@given(st.permutations(CORPUS))
def test_the_order_of_arrival_does_not_matter(corpus: list[Document]) -> None:
    assert sorted(dated_by_neighbours(corpus), key=lambda d: d.id) == sorted(dated_by_neighbours(CORPUS), key=lambda d: d.id)
