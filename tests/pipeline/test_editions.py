"""Versions of one article: the latest counts, whatever came in first; the earlier ones are kept, readable and citable."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from quality.kills import SETTINGS, content
from starlette.testclient import TestClient

from verbale.api import RECORD, Talks
from verbale.api.review import Turn
from verbale.errors import UsageError
from verbale.pipeline.editions import succession
from verbale.record.bench import STATEMENT
from verbale.record.editions import Edition
from verbale.values import Span
from verbale.web.app import create_app

DOSSIER = """\
parties:
  - {id: lyd, name: Lyd}
actors:
  - {id: brandt, name: Otto Brandt, party: lyd}
issues:
  - {id: canal, label: The canal, proposition: Lyd opens the canal to all ships, keywords: [canal, ships]}
publishers:
  - {id: post, name: Harbour Post, domains: [post.example]}
"""
ALWAYS = "Otto Brandt said on Tuesday that “Lyd will open the canal to all ships by the end of the month”."
FIRST = f"{ALWAYS}\nOtto Brandt said that the talks would go on.\n"
SECOND = f"{ALWAYS}\nOtto Brandt added that “nobody shall pay a fee on the canal”.\n"
THIRD = f"{ALWAYS}\nOtto Brandt added that “nobody shall pay a fee on the canal, ever”.\nMore follows.\n"
OTHER = "Otto Brandt said on Tuesday that the canal would stay shut to ships of war."
PAGE = "https://www.post.example/2031/04/08/canal"


def line(text: str, modified: str | None, url: str | None = PAGE) -> str:
    fields = {
        "id": f"as of {modified}",
        "text": text,
        "url": url,
        "title": "The canal",
        "published": "2031-04-08T08:00:00Z",
        "modified": modified,
    }
    return json.dumps(fields | {"publisher": "Harbour Post"}) + "\n"


VERSIONS = (
    line(FIRST, None),
    line(SECOND, "2031-04-08T10:00:00Z", PAGE + "?utm_source=feed"),
    line(THIRD, "2031-04-08T12:00:00Z", PAGE.replace("https://www.", "http://") + "/#top"),
)


def fresh(folder: Path) -> Talks:
    folder.mkdir(parents=True)
    (folder / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    return Talks.new(folder, dossier=folder / "dossier.yaml", settings=SETTINGS)


def add(talks: Talks, lines: Sequence[str]) -> None:
    articles = talks.folder.parent / f"{talks.folder.name}.jsonl"
    articles.write_text("".join(lines), encoding="utf-8")
    talks.add([articles])


@pytest.fixture
def talks(tmp_path: Path) -> Iterator[Talks]:
    with fresh(tmp_path / "talks") as talks:
        add(talks, VERSIONS[:1])
        add(talks, VERSIONS[1:2])
        yield talks


def told(talks: Talks) -> tuple[object, ...]:
    """What readers see: all of it without the ids of rows."""
    pages = (talks.table(), talks.brief(), talks.timeline(), talks.speakers(), talks.articles(), talks.search("canal"), talks.conflicts())
    shown = [talks.article(key) for key in sorted(document.id for document in talks.reader.documents())]
    return (*pages, *shown, talks.reader.utterances(), talks.reader.syndications())


def test_an_earlier_version_counts_nowhere(talks: Talks) -> None:
    assert len(talks.articles().articles) == 1
    found = talks.search("canal")
    assert sorted(hit.quote for hit in found.hits) == sorted(s.quote for s in talks.article(latest(talks)).statements)
    assert talks.search("talks").hits == ()
    assert len(talks.search_articles("canal").articles) == 1
    assert all(statement.witnesses == 1 for statement in talks.article(latest(talks)).statements)
    assert {len(utterance.statements) for utterance in talks.reader.utterances()} == {1}
    assert talks.reader.syndications() == ()
    assert talks.check() == []


def test_an_earlier_version_can_be_read_and_cited(talks: Talks) -> None:
    (earlier,) = (document for document in talks.reader.documents() if document.id != latest(talks))
    start = FIRST.index("the talks")
    view = talks.article(earlier.id, cited=(Span(start, start + 9),))
    assert [segment.text for segment in view.segments if segment.cited] == ["the talks"]
    assert "".join(segment.text for segment in view.segments) == FIRST
    assert [statement.witnesses for statement in view.statements] == [0, 0]
    assert [version.latest for version in view.versions] == [False, True]
    assert [(paragraph.added, "fee" in paragraph.text) for paragraph in view.versions[1].changed] == [(False, False), (True, True)]
    assert view.versions == talks.article(latest(talks)).versions
    kept, dropped = view.statements
    assert any(wording.document == latest(talks) for wording in talks.utterance(kept.id).wordings)
    with pytest.raises(UsageError):
        talks.utterance(dropped.id)
    with TestClient(create_app(talks), base_url="http://127.0.0.1") as rooms:
        page = rooms.get(f"/article/{earlier.id}?at={start}-{start + 9}").text
        assert "earlier version" in page and f'href="/article/{latest(talks)}"' in page and "<del>" in page
        assert "earlier version" not in rooms.get(f"/article/{latest(talks)}").text
        assert len(rooms.get(f"/article/{earlier.id}.json").json()["versions"]) == 2


@pytest.mark.parametrize("order", [(2, 1, 0), (1, 2, 0)])
def test_the_order_of_arrival_does_not_show(tmp_path: Path, order: Sequence[int]) -> None:
    with fresh(tmp_path / "all") as once, fresh(tmp_path / "each") as each:
        add(once, VERSIONS)
        for number in order:
            add(each, [VERSIONS[number]])
        assert told(each) == told(once)
        assert each.check() == []
        assert content(tmp_path / "each" / RECORD) == content(tmp_path / "all" / RECORD)


def test_a_text_that_comes_back_counts_again(talks: Talks) -> None:
    before = latest(talks)
    again = line(FIRST, "2031-04-09T09:00:00Z")
    add(talks, [again])
    assert latest(talks) != before
    assert {hit.document for hit in talks.search("canal").hits} == {latest(talks)}
    assert len(talks.search("talks").hits) == 1
    assert talks.check() == []


def test_what_people_judged_of_a_version_is_kept_while_it_does_not_count(tmp_path: Path) -> None:
    with fresh(tmp_path / "talks") as talks:
        add(talks, VERSIONS[:1])
        first = latest(talks)
        statement = talks.article(first).statements[0]
        talks.review.reject(Turn("Ann", first, statement.id))
        add(talks, VERSIONS[1:2])
        assert statement.id not in {s.id for s in talks.article(first).statements}
        add(talks, [line(FIRST, "2031-04-09T09:00:00Z")])
        assert latest(talks) == first
        assert statement.id not in {s.id for s in talks.article(first).statements}
        assert [made.kind for made in talks.judgements()] == [STATEMENT]


def test_statements_that_people_joined_may_be_superseded(tmp_path: Path) -> None:
    with fresh(tmp_path / "talks") as talks:
        add(talks, [VERSIONS[0], line(OTHER, None, "https://post.example/other")])
        first, other = (talks.article(item.document).statements[0] for item in talks.articles().articles)
        documents = {s.id: item.document for item in talks.articles().articles for s in talks.article(item.document).statements}
        talks.review.merge(Turn("Ann", documents[first.id], first.id), other.id)
        talks.refresh()
        assert any(len(utterance.statements) > 1 for utterance in talks.reader.utterances())
        add(talks, VERSIONS[1:2])
        assert talks.check() == []
        assert all(len(utterance.statements) == 1 for utterance in talks.reader.utterances())
        assert len(talks.articles().articles) == 2
        talks.table()


def latest(talks: Talks) -> str:
    (item,) = talks.articles().articles
    return item.document


def test_texts_of_one_address_that_share_nothing_each_count() -> None:
    daily = [
        Edition(f"d{day}", f"2031-04-0{day}", f"2031-04-0{day}", "Briefing", text) for day, text in ((1, FIRST), (2, "Rain and wind."))
    ]
    assert succession(daily) == {}
    assert succession([daily[0], Edition("d3", None, None, None, SECOND)]) == {"d1": "d3"}
    same_day = Edition("d4", "2031-04-01T09:00:00+00:00", "2031-04-01", "Briefing", "All is other now.")
    assert succession([*daily[:1], same_day]) == {"d1": "d4"}
