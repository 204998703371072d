"""Taking in, without the finding of statements: undated articles, and what is read of a record for one more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from verbale.api import Talks
from verbale.documents import Retrieved
from verbale.pipeline import runner
from verbale.pipeline.runner import Report, take_in
from verbale.pipeline.stages import Stages
from verbale.record.reader import Reader
from verbale.record.writer import Writer
from verbale.values import Attribution, Document, Known, Published

FERRY = "The ferry company of Skarby cancelled every crossing after harbour pilots walked out over unpaid night shifts"
DAM = "Engineers opened three sluices above Karsk when meltwater from the glacier filled the upper reservoir within hours"


@dataclass
class Mute:
    """Finds nothing, and fails on texts that say so."""

    name: str = "mute"
    asked: list[str] = field(default_factory=list)

    def attribute(self, documents: Sequence[Document]) -> list[tuple[Attribution, ...]]:
        self.asked += [document.id for document in documents]
        if any("unreadable" in document.text for document in documents):
            raise ValueError("unreadable")
        return [() for _ in documents]


def article(name: str, text: str, on: date | None = None) -> Retrieved:
    document = Document(id=name, path=name, text=text, published=Published(on, None, Known.STATED if on else Known.UNKNOWN))
    return Retrieved(document, text.encode(), "text/plain", None)


CORPUS = (
    article("a", f"{FERRY}. Officials met.", date(2024, 5, 3)),
    article("b", f"{FERRY}, the union said."),
    article("c", f"{DAM}. Officials met.", date(2024, 5, 20)),
    article("d", f"{DAM}, and more rain was forecast."),
    article("e", "A painter sold twelve canvases at auction yesterday."),
)


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Talks]:
    with Talks.new(tmp_path / "talks") as made:
        yield made


def add(talks: Talks, articles: Sequence[Retrieved], attributor: Mute | None = None, batch: int = 2) -> Report:
    with talks.writing():
        stages = Stages.of(attributor or Mute(), talks.dossier)
        return take_in(
            articles,
            reader=talks.reader,
            writer=Writer(talks._engine),
            stages=stages,
            batch=batch,
            read_coded=lambda _: None,
            progress=lambda *_: None,
        )


def days(talks: Talks) -> dict[str, date | None]:
    return {document.id: document.published.on for document in talks.reader.documents()}


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (1, 3, 4, 0, 2)])
def test_undated_articles_take_the_same_days_in_any_order(talks: Talks, order: tuple[int, ...]) -> None:
    for number in order:
        add(talks, [CORPUS[number]])
    assert days(talks) == {"a": date(2024, 5, 3), "b": date(2024, 5, 3), "c": date(2024, 5, 20), "d": date(2024, 5, 20), "e": None}


def test_texts_are_read_for_their_days_only_where_one_came_in(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    texts = Reader.texts

    def spied(self: Reader) -> Iterator[tuple[str, str, date | None]]:
        read.append(1)
        return texts(self)

    monkeypatch.setattr(Reader, "texts", spied)
    add(talks, [CORPUS[0], CORPUS[2]])
    assert not read, "all have days"
    add(talks, CORPUS[1:4])
    assert len(read) == 2
    add(talks, CORPUS[:4])
    assert len(read) == 2, "nothing is new"
    add(talks, CORPUS)
    assert len(read) == 4


def test_what_fails_is_told_once_and_tried_again_by_the_next_run(talks: Talks) -> None:
    broken = [article(f"x{number}", f"unreadable {number}", date(2024, 5, 3)) for number in range(3)]
    mute = Mute()
    report = add(talks, [*CORPUS, *broken], mute)
    assert (report.new, report.coded, len(report.failed)) == (8, 5, 3)
    assert len(mute.asked) == 8, "none twice, though what failed stays uncoded"
    again = add(talks, [])
    assert (again.coded, len(again.failed)) == (0, 3)


def test_a_long_article_is_told_before_and_after_it_is_read(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "LONG", len(CORPUS[0].document.text))
    told: list[tuple[str, int, int | None]] = []
    stages = Stages.of(Mute(), talks.dossier)
    with talks.writing():
        take_in(
            CORPUS[:1],
            reader=talks.reader,
            writer=Writer(talks._engine),
            stages=stages,
            batch=4,
            read_coded=lambda _: None,
            progress=lambda *one: told.append(one),
        )
    assert [one for one in told if one[0] == "code a"] == [("code a", 0, runner.LONG), ("code a", runner.LONG, runner.LONG)]
