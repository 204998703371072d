"""Judgements and runs: neither undoes the other, whichever comes first, and neither waits for the other."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from tests.views.record_source import RecordSource

from verbale.api import DOSSIER, Talks
from verbale.api.review import Turn
from verbale.errors import BusyError, StaleError, UsageError
from verbale.pipeline.stages import Stages, code
from verbale.record import bench
from verbale.record.database import writer_lock
from verbale.settings import Settings
from verbale.values import Document, Move, Span, Speaker, Statement
from verbale.views.table import table

RULES = Settings(threads=1, attributor="rules")
ARTICLE = """Talks on the ferry line

PORTO, May 3, 2025 - "We will never close the ferry line," Minister Ada Lund said on Saturday.

"The line must be closed by June," said Bo Krag, who leads the delegation of the Isles.

Lund said that the talks would go on next week.
"""
TITLED = """
negotiation: {id: ferry, title: Ferry}
parties: [{id: coast, name: Coast}, {id: isles, name: Isles}]
actors: [{id: lund, name: Ada Lund, party: coast}, {id: krag, name: Bo Krag, party: isles}]
issues: [{id: line, label: Ferry line, proposition: The ferry line is closed., keywords: [ferry line, line]}]
"""


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Talks]:
    (tmp_path / "dossier.yaml").write_text(TITLED, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    with Talks.new(tmp_path / "talks", dossier=tmp_path / "dossier.yaml", settings=RULES) as opened:
        opened.add([tmp_path / "article.txt"])
        yield opened


def statements(talks: Talks) -> list[Statement]:
    return list(talks.reader.statements())


def turn(of: Statement, judge: str = "Ann", seen: str | None = None) -> Turn:
    return Turn(judge, of.document, of.id, seen=seen)


def again(talks: Talks, *, change: str = "Ada Lund, party: coast, aliases: [A. Lund]") -> None:
    """Have everything coded anew, as after an edit of the dossier."""
    place = talks.folder / DOSSIER
    place.write_text(place.read_text(encoding="utf-8").replace("Ada Lund, party: coast", change), encoding="utf-8")
    with Talks(talks.folder, settings=RULES) as anew:
        assert anew.add([]).coded == 1


def test_a_rerun_keeps_what_was_decided(talks: Talks) -> None:
    first, second, third = statements(talks)[:3]
    talks.review.correct(turn(first), lambda verdict, _: replace(verdict, move=Move.THREATEN, issues=()))
    talks.review.reject(turn(second))
    before = statements(talks)
    assert second.id not in {s.id for s in before}
    again(talks)
    assert statements(talks) == before
    assert [s.id for s in talks.reader.machine(first.document)] == [first.id, second.id, third.id, *[s.id for s in before[2:]]]
    assert talks.reader.machine(first.document)[0].coding.move is first.coding.move
    assert talks.check() == []


def test_what_a_rerun_finds_elsewhere_is_kept_and_asks_to_look_again(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    first = statements(talks)[0]
    made = talks.review.accept(turn(first))
    moved = [Span(s.start, s.end - 3) for s in first.attribution.content]

    def shorter(document: object, stages: object) -> tuple[Statement, ...]:
        found = talks.reader.machine(first.document)
        return (replace(found[0], id="0" * 16, attribution=replace(found[0].attribution, content=tuple(moved))), *found[1:])

    monkeypatch.setattr("verbale.pipeline.runner.code", shorter)
    again(talks)
    shown = next(s for s in statements(talks) if s.judged)
    assert shown.attribution.content == first.attribution.content
    assert shown.judged is not None and shown.judged.again
    assert [i.why[0] for i in talks.review.queue().items[:1]] == ["reads differently since it was judged"]
    talks.review.correct(turn(shown, seen=made.id), lambda verdict, _: replace(verdict, content=tuple(moved)))
    settled = next(s for s in statements(talks) if s.judged)
    assert settled.judged is not None and not settled.judged.again
    assert settled.attribution.content == tuple(moved)
    assert len(statements(talks)) == len(talks.reader.machine(first.document))


def test_judging_needs_no_writers_place(talks: Talks) -> None:
    first = statements(talks)[0]
    with writer_lock(talks.folder / "record.sqlite"):
        made = talks.review.reject(turn(first))
        assert first.id not in {s.id for s in statements(talks)}
        talks.review.revoke(made.id)
    assert first.id in {s.id for s in statements(talks)}


def test_where_another_process_writes_for_long_the_judge_is_told(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "PATIENCE", 50)
    first = statements(talks)[0]
    with Talks(talks.folder, settings=RULES) as other, other._engine.connect() as busy:
        busy.execute(text("UPDATE document SET path = path"))
        with pytest.raises(BusyError, match="nothing was recorded"):
            talks.review.accept(turn(first))
    assert talks.judgements() == []
    assert talks.review.accept(turn(first)).judge == "Ann"


def test_what_was_judged_while_a_run_coded_is_shown_in_the_end(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    first = statements(talks)[0]

    def judged_meanwhile(document: Document, stages: Stages) -> tuple[Statement, ...]:
        found = code(document, stages)
        with Talks(talks.folder, settings=RULES) as other:
            other.review.reject(turn(first))
        return found

    monkeypatch.setattr("verbale.pipeline.runner.code", judged_meanwhile)
    again(talks)
    assert first.id not in {s.id for s in statements(talks)}


def test_of_two_at_once_one_is_told(talks: Talks) -> None:
    first = statements(talks)[0]
    results: list[str] = []
    start = threading.Barrier(2)

    def judge(name: str) -> None:
        with Talks(talks.folder, settings=RULES) as own:
            start.wait()
            try:
                results.append(own.review.accept(turn(first, name)).judge)
            except StaleError:
                results.append("told")

    threads = [threading.Thread(target=judge, args=(name,)) for name in ("Ann", "Bo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "told" in results and len(set(results) & {"Ann", "Bo"}) == 1
    assert len(talks.judgements()) == 1


def test_a_statement_taken_back_in_is_matched_again(talks: Talks) -> None:
    first = statements(talks)[0]
    utterances = talks.reader.utterances()
    talks.review.reject(turn(first))
    talks.refresh()
    assert all(first.id not in u.statements for u in talks.reader.utterances())
    talks.review.undo("Ann")
    assert any(u.statements == (first.id,) for u in talks.reader.utterances())
    talks.refresh()
    assert talks.reader.utterances() == utterances
    with pytest.raises(UsageError, match="no judgement left"):
        talks.review.undo("Ann")


def voices(talks: Talks) -> list[tuple[object, ...]]:
    with talks._engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(text("SELECT * FROM voice")))


def test_what_speakers_are_heard_with_follows_every_judgement(talks: Talks) -> None:
    first, second = statements(talks)[:2]
    before = voices(talks)
    talks.review.accept(turn(first))
    assert voices(talks) == before
    talks.review.correct(turn(second), lambda verdict, _: replace(verdict, speaker=Speaker("lund", "Ada Lund"), party="coast", issues=()))
    heard = {key: (party, said, issues) for kind, key, party, said, issues, *_ in voices(talks) if kind == "speaker"}
    assert heard["lund"] == ("coast", 3, 1)
    assert "krag" not in heard
    talks.review.undo("Ann")
    talks.review.undo("Ann")
    assert voices(talks) == before


def test_findings_follow_a_judgement_and_only_judged_articles_are_looked_at(talks: Talks) -> None:
    before, first = talks.table(), statements(talks)[0]
    asked: list[tuple[str, Any]] = []

    def note(_: object, __: object, statement: str, parameters: object, *___: object) -> None:
        if "AS d LEFT JOIN analysed" in statement:
            asked.append((statement, parameters))

    event.listen(talks._engine, "before_cursor_execute", note)
    talks.review.reject(turn(first))
    after = talks.table()
    event.remove(talks._engine, "before_cursor_execute", note)
    assert after != before
    assert after == table(RecordSource(talks.reader, talks.dossier))
    with talks._engine.connect() as connection:
        plans = [row[3] for one, given in asked for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {one}", given)]
    assert plans
    assert not any(step.startswith("SCAN d") for step in plans)
    talks.review.undo("Ann")
    assert talks.table() == before
