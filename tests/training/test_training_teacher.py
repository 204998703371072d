"""What teachers answer, and what a student learns from it; needs the extra `train`."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training needs the extra `train`; `make train` runs this before it trains")

from training.answers import answered_epoch, ask, mean, with_gold  # noqa: E402
from training.augment import PLAIN  # noqa: E402
from training.base import base_vocabulary  # noqa: E402
from training.batches import windows_of  # noqa: E402
from training.data import Labelled, Text  # noqa: E402
from training.distil import unlabelled  # noqa: E402
from training.loss import loss_of  # noqa: E402
from training.model import Network, Shape  # noqa: E402
from training.teacher import SHAPE, Teacher, relative_buckets  # noqa: E402

from verbale.attribution.tagged_pieces import Pieces  # noqa: E402
from verbale.attribution.tagged_words import read_words, sentence_starts  # noqa: E402

SMALL = Shape(width=48, layers=1, heads=4, inner=64, pair=16, pair_inner=16)
LARGE = replace(SHAPE, width=64, layers=1, heads=4, inner=64, pair=16, pair_inner=16)


@pytest.fixture
def pieces() -> Pieces:
    return Pieces(base_vocabulary())


@pytest.fixture
def text() -> Text:
    written = "Ruta Oduya said that the ferry sails. Ilse Brandt denied it."
    words = read_words(written)
    attributions = (Labelled(((0, 2),), ((2, 3),), ((3, 7),)), Labelled(((8, 10),), ((10, 11),), ((11, 12),)))
    return Text("a", written, words, tuple(sentence_starts(words)), attributions)


def test_teachers_answer_about_the_anchors_that_the_small_network_names(text: Text, pieces: Pieces) -> None:
    torch.manual_seed(1)
    windows = [w for w, _ in windows_of([text], pieces, random.Random(3))]
    small = ask(Network(SMALL), windows, pieces)
    large = ask(Teacher(LARGE), windows, pieces, [a.anchors for a in small])
    for w, one, other in zip(windows, small, large, strict=True):
        assert {a.cue[0][0] for a in w.attributions} <= set(one.anchors.tolist())
        assert one.anchors.tolist() == other.anchors.tolist()
        assert one.flat.shape == other.flat.shape == (len(w.forms), 3, 3)
        assert one.tags.shape == other.tags.shape == (len(one.anchors), len(w.forms), 7)
        assert np.allclose(mean(one, other).cue, (one.cue + other.cue) / 2, atol=2e-3)


def test_gold_moves_answers_all_the_way_with_a_share_of_one(text: Text, pieces: Pieces) -> None:
    ((w, _),) = windows_of([text], pieces, random.Random(5))
    (answers,) = ask(Network(SMALL), [w], pieces)
    moved = with_gold(w, answers, 1.0)
    for a in w.attributions:
        row = moved.anchors.tolist().index(a.cue[0][0])
        assert (moved.cue[row], moved.weight[row]) == (1, 1)
        assert moved.tags[row].argmax(-1).tolist()[slice(*a.source[0])] == [1, 2]
    assert moved.flat[0, 0].tolist() == [0, 1, 0]


def test_a_student_comes_nearer_to_what_it_is_told(text: Text, pieces: Pieces) -> None:
    torch.manual_seed(1)
    windows = [w for w, _ in windows_of([text], pieces, random.Random(5))]
    told = ask(Teacher(LARGE), windows, pieces)
    answered = [(w, with_gold(w, a, 1.0)) for w, a in zip(windows, told, strict=True)]
    student = Network(SMALL)
    optimizer = torch.optim.AdamW(student.parameters(), lr=3e-3)
    losses = []
    for step in range(30):
        (batch,) = answered_epoch(answered, pieces, ["Oduya"], 500, random.Random(step), replace(PLAIN, names=0.0, hidden=0.0))
        loss, _ = loss_of(student, batch, random.Random(step))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.5 * losses[0]


def test_places_far_apart_share_a_bucket_and_sides_differ() -> None:
    buckets = relative_buckets()
    assert buckets[100, 100] == 0
    assert buckets[100, 99] == 1
    assert buckets[99, 100] == 17
    assert buckets[511, 0] == buckets[511, 200] == 15
    assert buckets.max() == 31


def test_texts_about_talks_are_not_read(tmp_path: Path) -> None:
    plain, talks = "The ferry sails at noon. " * 40, "The envoys negotiated at noon. " * 40
    rows = [
        ("a", "Ferries", plain),
        ("b", "Envoys", talks),
        ("c", "Ceasefire", plain[1:]),
        ("d", "Ferries", plain),
        ("e", "Short", plain[:50]),
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": i, "title": t, "text": x}) + "\n" for i, t, x in rows), encoding="utf-8")
    assert [text.name for text in unlabelled(path)] == ["a"]
