"""A whole training on a few made-up texts, from annotations to a file that attributes; needs the extra `train`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`; `make train` runs this before it trains")

from training.distil import answer  # noqa: E402
from training.export import export  # noqa: E402
from training.model import described  # noqa: E402
from training.teacher import SHAPE, Teacher  # noqa: E402
from training.train import HELD_OUT, Plan, rate, train  # noqa: E402

from training import recipe  # noqa: E402
from verbale.attribution.tagged import TaggedAttributor  # noqa: E402
from verbale.engines.onnx_tagger import OnnxTagger  # noqa: E402
from verbale.values import Document  # noqa: E402

SENTENCES = ("Ruta Oduya said that ferry {} sails at noon.", "Ilse Brandt denied that pier {} was shut.")
NEWS = {"id": "n", "title": "Ferries", "text": "Ruta Oduya said that the ferry sails. " * 20}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """As many annotated texts as are held out, and six more to learn from."""
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    for number in range(HELD_OUT + 6):
        sentence = SENTENCES[number % 2].format(number)
        first, last, cue, content = sentence.rstrip(".").split(" ", 3)
        lines = []
        for key, role, words in (("T1", "Source", f"{first} {last}"), ("T2", "Cue", cue), ("T3", "Content", content)):
            start = sentence.index(words)
            lines.append(f"{key}\t{role} {start} {start + len(words)}\t{words}")
        lines.append("E1\tAttribution:T3 Source:T1 Cue:T2 Content:T3")
        (tmp_path / "text" / f"{number:02}.txt").write_text(sentence + "\n", encoding="utf-8")
        (tmp_path / "attributions" / f"{number:02}.ann").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


@pytest.mark.filterwarnings("ignore")  # the exporter that knows the fused attention is called old
def test_a_few_texts_become_a_file_that_attributes(texts: Path, tmp_path: Path) -> None:
    checkpoint = train(Plan(texts, tmp_path / "run", epochs=2))
    model = tmp_path / "tagger.onnx"
    export(checkpoint, model)
    document = Document("a", "a", SENTENCES[0].format(7))
    (found,) = TaggedAttributor(OnnxTagger(model)).candidates([document])
    assert all(span.end <= len(document.text) for candidate in found for span in candidate.content)
    assert model.stat().st_size < 30_000_000


def test_the_same_seed_gives_the_same_weights_and_a_run_that_is_over_stays_as_it_is(texts: Path, tmp_path: Path) -> None:
    one = torch.load(train(Plan(texts, tmp_path / "one", epochs=1)), weights_only=True)
    train(Plan(texts, tmp_path / "other", epochs=1))
    other = torch.load(train(Plan(texts, tmp_path / "other", epochs=1)), weights_only=True)
    assert one["progress"][0] == other["progress"][0] == 1
    assert all(torch.equal(value, other["network"][name]) for name, value in one["network"].items())


def test_the_rate_rises_to_its_peak_and_falls() -> None:
    rates = [rate(step / 100) for step in range(100)]
    assert max(rates) == pytest.approx(1)
    assert rates[0] == 0
    assert rates[-1] < 0.05


def test_a_release_is_its_student_and_a_second_call_trains_nothing_more(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recipe, "RUNS", {name: replace(run, epochs=2) for name, run in recipe.RUNS.items()})
    news, work = tmp_path / "news.jsonl", tmp_path / "work"
    news.write_text(json.dumps(NEWS) + "\n", encoding="utf-8")
    sources = recipe.Sources(texts, news, work)
    released = torch.load(recipe.release(sources), weights_only=True)["network"]
    pupil = torch.load(work / "pupil" / "last.pt", weights_only=True)["network"]
    name = "norm.weight"
    assert not torch.equal(released[name], pupil[name])
    again = torch.load(recipe.release(sources), weights_only=True)["network"]
    assert all(torch.equal(value, again[name]) for name, value in released.items())


def test_a_student_learns_from_both_networks_answers_and_begins_with_the_small_one(texts: Path, tmp_path: Path) -> None:
    small = train(Plan(texts, tmp_path / "small", epochs=1))
    shape = replace(SHAPE, width=64, layers=1, heads=4, inner=64, pair=16, pair_inner=16)
    teacher, news = tmp_path / "teacher.pt", tmp_path / "news.jsonl"
    torch.save({"shape": described(shape), "network": Teacher(shape).state_dict()}, teacher)
    news.write_text(json.dumps(NEWS) + "\n", encoding="utf-8")
    answers = answer(texts, news, small, teacher, tmp_path / "answers.pickle")
    student = train(Plan(texts, tmp_path / "student", epochs=3, peak=0.1, start=small, answers=answers))
    before, after = (torch.load(path, weights_only=True) for path in (small, student))
    assert after["progress"] == (3, 3, 0)  # its own steps, not those of the small one
    name = "layers.5.up.weight"
    moved = (after["network"][name] - before["network"][name]).abs().max()
    assert 0 < moved < 0.01
