from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from verbale.resolve import Told, dated_by_neighbours, days_by_neighbours
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


@given(st.lists(st.sampled_from([*(f"{FERRY} {DAM}".split())]), min_size=4), st.data())
def test_days_told_of_a_stream_are_those_of_a_list(words: list[str], data: st.DataObject) -> None:
    """The corpus is read twice, one text after another; nothing else of a dated text is kept."""
    texts = [document(f"t{n}", " ".join(words[n:] + words[:n])) for n in range(len(words))]
    days = [data.draw(st.none() | st.dates(date(2024, 1, 1), date(2024, 1, 9))) for _ in texts]
    corpus = [replace(one, published=Published(on, None, Known.STATED)) if on else one for one, on in zip(texts, days, strict=True)]
    told = days_by_neighbours(lambda: (Told(one.id, one.text, one.published.on) for one in reversed(corpus)))
    assert told == {one.id: one.published.on for one in dated_by_neighbours(corpus) if one.published.known is Known.INFERRED}
