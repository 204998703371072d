"""Reading, labelling, cutting and changing training texts; all texts are made up here."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from training.augment import PLAIN, augmented, renamed, without
from training.batches import collate, epoch, flat_labels
from training.calibrate import Judged, expected_error, fit, judge, logistic, right_parts
from training.data import Labelled, Text, clip, cut, merged, read_texts, split, window

from verbale.attribution.tagged import FEATURES
from verbale.attribution.tagged_candidates import Candidate
from verbale.attribution.tagged_pieces import Pieces
from verbale.values import Span

TEXT = 'Ruta Oduya said "the ferry sails." Ilse doubted it.\nShe added that rain was near.\n'
PIECES = Pieces(
    [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        '"',
        ".",
        *"abcdefghijklmnopqrstuvwxyz",
        *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
    ]
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    lines: list[str] = []
    for number, (source, cue, content) in enumerate(
        [("Ruta Oduya", "said", '"the ferry sails."'), ("She", "added", "that rain was near"), (None, "doubted", "it")], start=1
    ):
        roles: list[str] = []
        for role, words in (("Content", content), ("Source", source), ("Cue", cue)):
            if words:
                key = f"T{number}{len(roles)}"
                lines.append(f"{key}\t{role} {TEXT.index(words)} {TEXT.index(words) + len(words)}\t{words}")
                roles.append(f"{role}:{key}")
        lines.append(f"E{number}\tAttribution:T{number}0 {' '.join(roles)}")
    (tmp_path / "text" / "a.txt").write_bytes(TEXT.encode())
    (tmp_path / "attributions" / "a.ann").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


@pytest.fixture
def text(folder: Path) -> Text:
    return read_texts(folder)[0]


def words(text: Text, ranges: tuple[tuple[int, int], ...]) -> list[str]:
    return [" ".join(text.words.forms[a:b]) for a, b in ranges]


def test_standoff_becomes_ranges_of_words(text: Text) -> None:
    said, added, doubted = text.attributions
    assert words(text, said.source + said.cue + said.content) == ["Ruta Oduya", "said", '" the ferry sails . "']
    assert words(text, added.content) == ["that rain was near"]
    assert doubted.source == ()


def test_a_span_that_cuts_a_word_takes_the_whole_word(folder: Path) -> None:
    path = folder / "attributions" / "a.ann"
    path.write_text(f"T1\tContent {TEXT.index('erry')} {TEXT.index('erry') + 2}\tx\nE1\tAttribution:T1 Content:T1", encoding="utf-8")
    (only,) = read_texts(folder)[0].attributions
    assert words(read_texts(folder)[0], only.content) == ["ferry"]


def test_touching_ranges_join() -> None:
    assert merged([(4, 6), (1, 2), (2, 3), (5, 5)]) == ((1, 3), (4, 6))
    assert clip(((0, 4), (6, 9)), 3, 7) == ((0, 1), (3, 4))


@pytest.mark.parametrize("longest", [5, 9, 100])
def test_windows_tile_the_text(text: Text, longest: int) -> None:
    ranges = cut(text, [1] * len(text.words.forms), longest, longest)
    assert [a for a, _ in ranges] == [0, *(b for _, b in ranges[:-1])]
    assert ranges[-1][1] == len(text.words.forms)
    assert all(b - a <= longest for a, b in ranges)


def test_labels_of_roles_and_of_one_cue(text: Text) -> None:
    whole = window(text, 0, len(text.words.forms))
    labels = flat_labels(whole)
    assert labels[0].tolist() == [1, 0, 0]
    assert labels[1].tolist() == [2, 0, 0]
    assert labels[2].tolist() == [0, 1, 0]
    batch = collate([whole], PIECES)
    assert batch.anchors[:, 2].tolist() == [2, whole.forms.index("added"), whole.forms.index("doubted")]
    assert batch.tags[0, :4].tolist() == [1, 2, 3, 5]


def test_longer_contents_hold_shorter_ones_in_the_flat_labels(text: Text) -> None:
    outer, inner = Labelled((), ((0, 1),), ((1, 8),)), Labelled((), ((2, 3),), ((3, 5),))
    whole = window(text, 0, 9)
    nested = type(whole)(whole.forms, whole.gaps, whole.cases, whole.quotes, (outer, inner))
    assert flat_labels(nested)[:, 2].tolist() == [0, 1, 2, 2, 2, 2, 2, 2, 0]


def test_lost_marks_move_the_labels(text: Text) -> None:
    whole = window(text, 0, len(text.words.forms))
    bare = without(whole, {i for i, form in enumerate(whole.forms) if form == '"'})
    assert '"' not in bare.forms
    start, end = bare.attributions[0].content[0]
    assert bare.forms[start:end] == ("the", "ferry", "sails", ".")


def test_names_change_together_and_only_inside_sentences(text: Text) -> None:
    whole = window(text, 0, len(text.words.forms))
    changed = renamed(whole, ["Bex"], random.Random(1))
    assert len(changed.forms) == len(whole.forms)
    assert changed.forms[0] == "Ruta"
    assert changed.attributions == whole.attributions


def test_noise_is_the_same_for_the_same_seed(text: Text) -> None:
    whole = window(text, 0, len(text.words.forms))
    for seed in range(40):
        one = augmented(whole, ["Bex"], random.Random(seed), PLAIN)
        assert one == augmented(whole, ["Bex"], random.Random(seed), PLAIN)
        assert len(one.forms) == len(one.gaps) == len(one.cases) == len(one.quotes)


def test_an_epoch_reads_every_text_in_bounded_batches(text: Text) -> None:
    batches = list(epoch([text] * 9, PIECES, ["Bex"], 160, random.Random(2), PLAIN))
    assert sum(len(b.pieces) for b in batches) >= 9
    assert all(b.pieces.shape == b.marks.shape[1:] for b in batches)


def test_held_out_texts_are_drawn_once(text: Text) -> None:
    texts = [Text(str(i), "", text.words, (), ()) for i in range(20)]
    known, kept = split(texts, 5, 3)
    assert (len(known), len(kept)) == (15, 5)
    assert [t.name for t in split(texts, 5, 3)[1]] == [t.name for t in kept]


def test_a_candidate_is_right_once_and_with_its_source(text: Text) -> None:
    start = TEXT.index('"the')
    content = (Span(start, start + 18),)
    right = Candidate((Span(0, 4),), (Span(11, 15),), content, (), 0.9)
    twin = Candidate((Span(0, 4),), (Span(11, 15),), (Span(start, start + 14),), (), 0.8)
    other = Candidate((Span(35, 39),), (Span(11, 15),), content, (), 0.7)
    assert judge(text, [right, twin, other]) == Judged((right, twin, other), (True, False, False), 3)


def test_a_candidate_is_right_in_parts(text: Text) -> None:
    start = TEXT.index('"the')
    source, cue, content = (Span(0, 10),), (Span(11, 15),), (Span(start, start + 18),)
    right = Candidate(source, cue, content, (), 0.9)
    other_cue = Candidate(source, (Span(11, 13),), content, (), 0.9)
    other_source = Candidate((Span(35, 39),), cue, content, (), 0.9)
    nothing = Candidate((), (Span(0, 4),), (Span(4, 10),), (), 0.9)
    assert right_parts(text, [right, other_cue, other_source, nothing]) == pytest.approx([1, 0.8, 0.6, 0])


def test_fewer_examples_move_the_weights_less() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(4000, 1))
    y = (x[:, 0] > 0).astype(float)
    near, _ = logistic(x[:20], y[:20], ridge=100, around=np.array([-1.0]))
    far, _ = logistic(x, y, ridge=100, around=np.array([-1.0]))
    assert -1 < near[0] < 0 < far[0]


def test_what_is_chosen_by_parts_has_the_probability_of_the_whole(text: Text) -> None:
    start = TEXT.index('"the')
    right = Candidate((Span(0, 10),), (Span(11, 15),), (Span(start, start + 18),), (1.0,) * len(FEATURES), 0.5)
    wrong = Candidate((Span(0, 10),), (Span(52, 55),), (Span(start, start + 3),), (-1.0,) * len(FEATURES), 0.5)
    found = [[right, wrong]] * 30
    calibration = fit([text] * 30, found, [text] * 30, found)
    assert calibration.probability(right.features) > 0.9
    assert calibration.probability(wrong.features) < 0.1


def test_logistic_regression_recovers_its_weights() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(4000, 2))
    y = (rng.random(4000) < 1 / (1 + np.exp(-(2 * x[:, 0] - 1)))).astype(float)
    weights, bias = logistic(x, y)
    assert weights == pytest.approx([2, 0], abs=0.2)
    assert bias == pytest.approx(-1, abs=0.15)


def test_calibration_error_is_zero_for_honest_probabilities() -> None:
    error, parts = expected_error([0.5] * 100, [i % 2 == 0 for i in range(100)])
    assert error == pytest.approx(0)
    assert sum(n for _, _, n in parts) == 100
    assert expected_error([0.9] * 100, [False] * 100)[0] == pytest.approx(0.9)
