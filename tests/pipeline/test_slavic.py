"""Russian and Ukrainian from a sentence to its move, its day and its condition."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from verbale.attribution.parse import Parse
from verbale.attribution.rules import RuleAttributor
from verbale.coding import Coder, code
from verbale.dossier.model import Actor, Dossier, Issue, Party, PartyKind, Role
from verbale.resolve import ActorIndex, resolve
from verbale.values import Coding, Document, Known, Move, Published, Resolution, Stance, quote

FRIDAY = date(2024, 5, 17)
DOSSIER = Dossier(
    parties=(
        Party("varland", "Varland", PartyKind.SIDE, aliases=("Варланд",)),
        Party("ketonia", "Ketonia", PartyKind.SIDE, aliases=("Кетония", "Кетонія")),
    ),
    actors=(
        Actor("moren", "Ilze Moren", party="varland", roles=(Role("Foreign Minister of Varland", None, None),)),
        Actor("dask", "Tomas Dask", party="ketonia"),
    ),
    issues=(
        Issue("tolls", "Canal tolls", "Ships pay less for the canal.", ("tolls", "пошлины", "мито")),
        Issue("neutrality", "Neutrality", "Varland becomes neutral.", ("neutrality", "нейтралитет", "нейтралітет", "нейтральная зона")),
        Issue("guarantees", "Security guarantees", "Outside powers guarantee the border.", ("гарантии безопасности", "гарантії безпеки")),
        Issue("shelling", "Shelling of towns", "The shelling of border towns must stop.", ("shelling", "обстрелы", "обстріли")),
        Issue("process", "Course of the talks", None, ("talks", "negotiations", "progress", "compromise")),
    ),
)
INDEX, CODER = ActorIndex.of(DOSSIER), Coder.of(DOSSIER)
TABLE = Path(__file__).with_name("said_slavic.tsv")


class NoParser:
    """Neither language is parsed."""

    def parse_many(self, texts: Sequence[str]) -> Iterator[Parse]:
        return iter(())


ATTRIBUTOR = RuleAttributor(NoParser())


def read(text: str, language: str) -> tuple[Resolution, Coding, str] | None:
    """The first statement of a text: who said it when, its coding, and its condition in words."""
    document = Document(id="d", path="d", text=text, language=language, published=Published(FRIDAY, None, Known.STATED))
    (found,) = ATTRIBUTOR.attribute([document])
    if not found:
        return None
    resolutions = resolve(document, found, INDEX)
    coding = code(document, found, resolutions, CODER)[0]
    return resolutions[0], coding, quote(text, coding.condition)


KNOWN_MISSES = {"Морен предостерегла Кетонию от закрытия канала."}  # a warning against something is a demand, by words beyond the cue


def rows() -> list[ParameterSet]:
    """The table: `first` was written before the lexicons, `second` when they stood, `third` from their errors on articles."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        listed = list(csv.DictReader(lines, delimiter="\t"))
    return [pytest.param(row, marks=[pytest.mark.xfail(strict=True)] if row["text"] in KNOWN_MISSES else []) for row in listed]


@pytest.mark.parametrize("row", rows())
def test_a_sentence_gives_its_move_its_day_and_its_condition(row: dict[str, str]) -> None:
    found = read(row["text"], row["language"])
    assert found is not None
    resolution, coding, condition = found
    assert resolution.party is not None
    assert (resolution.said_on.on.isoformat() if resolution.said_on.on else "") == (row["day"] or "")
    assert condition == (row["condition"] or "")
    wanted = row["move"].removeprefix("not ")
    assert (coding.move.value == wanted) is (wanted == row["move"])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Даск отверг нейтральную зону.", {"neutrality": Stance.AGAINST}),
        ("ru", "Морен согласилась на нейтралитет.", {"neutrality": Stance.FOR}),
        ("ru", "«Мы никогда не примем нейтральный статус», – заявила Морен.", {"neutrality": Stance.AGAINST}),
        ("ru", "Даск не исключил снижения пошлин.", {"tolls": Stance.FOR}),
        ("ru", "Морен потребовала отмены пошлин.", {"tolls": Stance.AGAINST}),
        ("ru", "Даск потребовал прекратить обстрелы.", {"shelling": Stance.FOR}),
        ("ru", "Варланд предложил нейтралитет в обмен на гарантии безопасности.", {"neutrality": Stance.FOR, "guarantees": Stance.FOR}),
        ("ru", "«Стороны продвинулись на переговорах», – сказала Морен.", {"process": Stance.UNCLEAR}),
        ("ru", "«Мы не откажемся от нейтралитета», – сказала Морен.", {"neutrality": Stance.FOR}),
        ("uk", "«Варланд не поступиться нейтралітетом», – сказала Морен.", {"neutrality": Stance.FOR}),
        ("uk", "Даск виступив проти нейтралітету Варланду.", {"neutrality": Stance.AGAINST}),
        ("uk", "Морен погодилася на нейтральний статус.", {"neutrality": Stance.FOR}),
        ("uk", "Даск вимагає припинити обстріли.", {"shelling": Stance.FOR}),
        ("uk", "Морен наполягає на зниженні мита.", {"tolls": Stance.FOR}),
        ("uk", "«Перемовини просунулися», – сказала Морен.", {"process": Stance.UNCLEAR}),
    ],
)
def test_a_statement_takes_a_side_on_its_issues(language: str, text: str, expected: dict[str, Stance]) -> None:
    found = read(text, language)
    assert found is not None
    assert {issue.issue: issue.stance for issue in found[1].issues} == expected


@pytest.mark.parametrize(
    ("language", "text", "move"),
    [
        ("ru", "«Мы предлагали это в прошлом году», – напомнил Даск.", Move.REPORT),
        ("ru", "«Кетония готова открыть канал», – сказала Морен.", Move.REPORT),
        ("ru", "По словам экспертов, стороны не смогли договориться.", Move.OBSTACLE),
        ("uk", "«Кетонія має намір відкрити канал», – сказала Морен.", Move.REPORT),
        ("uk", "Морен не лише підтримала план, а й подякувала посередникам.", Move.ACCEPT),
    ],
)
def test_whose_act_and_when_is_heard(language: str, text: str, move: Move) -> None:
    found = read(text, language)
    assert found is not None
    assert found[1].move is move


def test_a_proposition_may_be_in_any_language() -> None:
    dossier = Dossier(issues=(Issue("shelling", "Обстрелы", "Обстрелы городов должны прекратиться.", ("обстрелы",)),))
    text = "Даск потребовал прекратить обстрелы."
    document = Document(id="d", path="d", text=text, language="ru")
    (found,) = ATTRIBUTOR.attribute([document])
    (coding,) = code(document, found, [Resolution(None, None)], Coder.of(dossier))
    assert [(issue.issue, issue.stance) for issue in coding.issues] == [("shelling", Stance.FOR)]
