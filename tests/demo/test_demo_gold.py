"""The demo's articles, dossier and gold fit one another."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from verbale.demo import demo_files
from verbale.documents import Retrieved, read
from verbale.dossier import Dossier, load_dossier
from verbale.values import Document, Kind, Move, Stance

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "quality" / "gold" / "demo"
STEMS = sorted(path.stem for path in (demo_files() / "articles").iterdir())


@cache
def dossier() -> Dossier:
    return load_dossier(demo_files() / "dossier.yaml")


@cache
def documents() -> dict[str, Document]:
    days = (dossier().negotiation.begins, dossier().negotiation.ends)
    assert days[0] is not None
    assert days[1] is not None
    outcomes = read([str(demo_files() / "articles")], publishers=dossier().publishers, within=(days[0], days[1]))
    return {Path(o.document.path).stem: o.document for o in outcomes if isinstance(o, Retrieved)}


@cache
def gold(name: str) -> Any:
    return json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))


def attributions() -> list[tuple[str, dict[str, Any]]]:
    return [(stem, attribution) for stem in STEMS for attribution in gold(stem)["attributions"]]


def test_gold_is_what_its_anchors_give() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "quality" / "build_demo_gold.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_article_is_read() -> None:
    assert sorted(documents()) == STEMS


def test_the_corpus_has_the_size_and_spread_that_was_promised() -> None:
    publishers = {gold(stem)["publisher"] for stem in STEMS}
    days = sorted(gold(stem)["published_on"] for stem in STEMS)
    assert len(STEMS) >= 14
    assert len(publishers) >= 7
    assert days[0] == "2025-04-07"
    assert days[-1] == "2025-04-25"
    assert {path.suffix for path in (demo_files() / "articles").iterdir()} == {".txt", ".html"}


@pytest.mark.parametrize("stem", STEMS)
def test_articles_are_short(stem: str) -> None:
    assert 150 <= len(documents()[stem].text.split()) <= 450


@pytest.mark.parametrize("stem", STEMS)
def test_publisher_and_day_are_found(stem: str) -> None:
    found = documents()[stem]
    assert (found.publisher, str(found.published.on)) == (gold(stem)["publisher"], gold(stem)["published_on"])


@pytest.mark.parametrize("stem", STEMS)
def test_site_furniture_stays_out_of_the_statements(stem: str) -> None:
    text, furniture = documents()[stem].text, documents()[stem].furniture
    for attribution in gold(stem)["attributions"]:
        for start, end in attribution["content"]:
            assert not any(span.start < end and start < span.end for span in furniture), text[start:end]


def test_spans_lie_in_the_text_and_the_anchor_opens_the_content() -> None:
    for stem, attribution in attributions():
        text = documents()[stem].text
        for field in ("source", "cue", "content"):
            for start, end in attribution[field]:
                assert 0 <= start < end <= len(text)
                assert text[start:end] == text[start:end].strip()
        opening = " ".join(text[attribution["content"][0][0] :].split())
        assert opening.startswith(attribution["anchor"])


def test_every_id_stands_in_the_dossier() -> None:
    speakers = {actor.id for actor in dossier().actors} | {party.id for party in dossier().parties}
    parties = {party.id for party in dossier().parties} | {"other", "media"}
    issues = {issue.id for issue in dossier().issues}
    publishers = {publisher.id for publisher in dossier().publishers}
    assert {gold(stem)["publisher"] for stem in STEMS} <= publishers
    for _, attribution in attributions():
        assert attribution["speaker_id"] is None or attribution["speaker_id"] in speakers
        assert attribution["party"] in parties
        assert set(attribution["issues"]) == set(attribution["stance"]) <= issues
        assert set(attribution["stance"].values()) <= set(Stance)
        assert attribution["kind"] in set(Kind)
        assert {attribution["move"], *attribution["alt_moves"]} <= set(Move)


def test_nested_attributions_point_to_one_that_holds_them() -> None:
    nested = 0
    for stem, attribution in attributions():
        if "nested_in" in attribution:
            outer = next(a for a in gold(stem)["attributions"] if a["id"] == attribution["nested_in"])
            start, end = outer["content"][0][0], outer["content"][-1][1]
            assert all(start <= s and e <= end for s, e in attribution["content"])
            nested += 1
    assert nested >= 10


def test_said_on_is_never_after_publication() -> None:
    assert sum(attribution["said_on"] is not None for _, attribution in attributions()) > 60
    for stem, attribution in attributions():
        if attribution["said_on"]:
            assert attribution["said_on"] <= gold(stem)["published_on"]


def test_more_than_half_of_the_statements_are_reported_in_other_words() -> None:
    counted = [attribution for _, attribution in attributions() if not attribution.get("optional")]
    assert sum(attribution["kind"] == "indirect" for attribution in counted) > len(counted) / 2
    assert any(len(attribution["content"]) > 1 for attribution in counted)
    assert {attribution["move"] for attribution in counted} == set(Move)
    assert {attribution["speaker_id"] for attribution in counted} >= {"oduya", "terrace", "marenza", "doruna"}


def test_groups_and_conflicts_name_attributions_of_the_gold() -> None:
    known = {(stem, attribution["id"]) for stem, attribution in attributions()}
    whole = gold("set")
    for group in whole["same"]:
        assert len(group) > 1
        assert {tuple(member) for member in group} <= known
    for conflict in whole["conflicts"]:
        assert {tuple(conflict["a"]), tuple(conflict["b"])} <= known


def test_one_statement_stands_in_three_wordings_over_two_channels() -> None:
    groups = [
        [next(a for stem, a in attributions() if (stem, a["id"]) == tuple(member)) for member in group] for group in gold("set")["same"]
    ]
    velikh = [group for group in groups if group[0]["speaker_id"] == "velikh"]
    assert any(len({tuple(a["channel"]) for a in group}) > 1 and len({a["anchor"] for a in group}) >= 3 for group in velikh)


def test_the_misattributed_statement_is_marked() -> None:
    marked = {(stem, a["speaker_id"], a["true_speaker"]) for stem, a in attributions() if a.get("misattributed")}
    assert marked == {("16-cape-herald-threat", "ruhl", "Livia Castorin")}


def test_expected_results_cite_the_texts() -> None:
    expected = gold("expected")
    cites = re.findall(r'\["(\d\d-[a-z0-9-]+)", "((?:[^"\\]|\\.)*)"\]', json.dumps(expected, ensure_ascii=False))
    assert len(cites) >= 25
    for stem, words in cites:
        assert documents()[stem].text.count(json.loads(f'"{words}"')) == 1, (stem, words)
    cluster = expected["syndication"][0]
    assert set(cluster["documents"]) <= set(STEMS)
    assert len(expected["proposals"][0]["guarantors"]) == 3
    assert [round_["format"] for round_ in expected["rounds"] if round_["held"]] == ["in-person", "video", "in-person"]
