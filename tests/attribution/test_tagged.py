"""The decoder of the trained tagger, with a tagger whose scores are written down, and the shipped tagger on sentences made up here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from verbale.attribution.tagged import Calibration, Scores, TaggedAttributor, outside
from verbale.attribution.tagged_candidates import Candidate, mended, selected
from verbale.attribution.tagged_decode import TAGS, best_tags, decoded, log_softmax
from verbale.attribution.tagged_pieces import Pieces
from verbale.attribution.tagged_windows import Inputs, inputs_of, windows_of
from verbale.attribution.tagged_words import CASES, GAPS, QUOTES, read_words, sentence_starts
from verbale.values import Attribution, Document, Kind, Span

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    '"',
    "'",
    ".",
    ",",
    *"abcdefghijklmnopqrstuvwxyz",
    *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
]
Role = tuple[int, int]


class Scripted:
    """A tagger that gives each anchor the tags that a function of the window's pieces asks for."""

    name = "scripted"
    vocabulary: Sequence[str] = VOCABULARY
    calibration = Calibration((1.0, 0, 0, 0, 0, 0, 0), 0.0, 0.5)

    def __init__(self, anchors: Callable[[int], list[tuple[int, float, list[tuple[str, int, int]]]]]) -> None:
        self.anchors = anchors

    def score(self, inputs: Inputs) -> Scores:
        rows, places, valid, tags = [], [], [], []
        for row in range(len(inputs.pieces)):
            for place, score, spans in self.anchors(int(inputs.core[row].sum())):
                if inputs.core[row, place]:
                    wanted = np.zeros((inputs.first.shape[1], len(TAGS)), np.float32)
                    wanted[:, 0] = 4
                    for role, start, end in spans:
                        wanted[start, TAGS.index(f"B-{role}")] = 9
                        wanted[start + 1 : end, TAGS.index(f"I-{role}")] = 9
                    rows.append(row)
                    places.append(place)
                    valid.append(score)
                    tags.append(wanted)
        count = len(rows)
        return Scores(
            np.array(rows, np.int64),
            np.array(places, np.int64),
            np.zeros(count, np.float32),
            np.array(tags, np.float32).reshape(count, inputs.first.shape[1], len(TAGS)),
            np.array(valid, np.float32),
        )


def found(
    text: str, anchors: list[tuple[int, float, list[tuple[str, int, int]]]], furniture: tuple[Span, ...] = ()
) -> tuple[Attribution, ...]:
    document = Document("d", "d.txt", text, furniture=furniture)
    return TaggedAttributor(Scripted(lambda _: anchors)).attribute([document])[0]


def test_words_carry_layout_case_and_quotation() -> None:
    words = read_words("She said ``Go home,'' twice.\n\nNATO's 3rd “no”")
    assert words.forms[:8] == ("She", "said", '"', "Go", "home", ",", '"', "twice")
    assert [QUOTES[q] for q in words.quotes[1:8]] == ["outside", "open", "inside", "inside", "inside", "close", "outside"]
    assert GAPS[words.gaps[words.forms.index("NATO")]] == "paragraph"
    assert [CASES[c] for f, c in zip(words.forms, words.cases, strict=True) if f in ("She", "said", "NATO", "3rd", ".")] == [
        "title",
        "lower",
        "mark",
        "upper",
        "digits",
    ]


def test_an_open_quotation_ends_with_its_line() -> None:
    words = read_words('"No end here\nNext line')
    assert words.quotes[words.forms.index("Next")] == QUOTES.index("outside")


def test_sentences_end_at_marks_but_not_at_titles() -> None:
    words = read_words('Mr. Oduya left. "Fine." Then rain fell at 3 p.m. on Monday.\nEnd')
    assert [words.forms[i] for i in sentence_starts(words)] == ["Mr", '"', "Then", "End"]


def test_pieces_split_longest_first_and_drop_accents() -> None:
    pieces = Pieces([*VOCABULARY, "talk", "##ing"])
    assert pieces.of("Talking") == (pieces.of("talk")[0], len(VOCABULARY) + 1)
    assert pieces.of("é") == pieces.of("e")
    assert pieces.of("щ") == (pieces.unknown,)


@pytest.mark.parametrize("count", [1, 7, 60])
def test_cores_tile_the_text_and_windows_stay_short(count: int) -> None:
    words = read_words("Ana b c d e. " * count)
    lengths = [2] * len(words.forms)
    windows = windows_of(0, words, lengths, longest=60, context=15)
    assert [w.core_start for w in windows] == [0, *(w.core_end for w in windows[:-1])]
    assert windows[-1].core_end == len(words.forms)
    assert all(w.size <= 60 and w.start <= w.core_start < w.core_end <= w.end for w in windows)


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    words = read_words("a " * 500)
    windows = windows_of(0, words, [1] * 500, longest=100, context=10)
    assert windows[-1].core_end == 500
    assert max(w.size for w in windows) <= 100


def test_inputs_are_padded_with_zeros() -> None:
    pieces = Pieces(VOCABULARY)
    texts = [read_words("ab c."), read_words("d")]
    windows = [w for i, t in enumerate(texts) for w in windows_of(i, t, [len(pieces.of(f)) for f in t.forms])]
    inputs = inputs_of(windows, texts, pieces)
    assert inputs.pieces.shape == (2, 6)
    assert inputs.pieces[1, 3:].tolist() == [0, 0, 0]
    assert inputs.first[0].tolist() == [1, 3, 4]
    assert inputs.last[0].tolist() == [2, 3, 4]
    assert inputs.core.tolist() == [[True, True, True], [True, False, False]]


def test_tags_are_legal_whatever_the_scores() -> None:
    rng = np.random.default_rng(5)
    scores = log_softmax(rng.normal(size=(40, 30, len(TAGS))).astype(np.float32) * 3)
    places = rng.integers(0, 20, 40)
    for tags, place in zip(best_tags(scores, places, np.full(40, 25)), places, strict=True):
        names = [TAGS[t] for t in tags]
        assert names[place].endswith("cue")
        assert names.count("B-source") <= 1
        assert names.count("B-cue") == 1
        assert set(names[25:]) == {"O"}
        for before, name in zip(["O", *names], names, strict=False):
            if name.startswith("I-"):
                assert before[2:] == name[2:]


def test_no_content_is_no_attribution() -> None:
    assert decoded(np.array([0, 3, 4, 0])) is None


def test_source_cue_and_a_content_with_a_gap_are_one_attribution() -> None:
    text = '"We stay," Ruta said, "until spring."'
    words = read_words(text)
    assert words.forms[5] == "Ruta"
    (only,) = found(text, [(6, 3.0, [("content", 0, 5), ("source", 5, 6), ("cue", 6, 7), ("content", 8, len(words.forms))])])
    assert [s.of(text) for s in only.content] == ['"We stay,"', '"until spring."']
    assert (only.source[0].of(text), only.cue[0].of(text), only.kind, only.found_by) == ("Ruta", "said", Kind.DIRECT, "scripted")


def test_attributions_nest() -> None:
    text = "Ilse said that Marko denied the leak"
    outer, inner = found(
        text,
        [(1, 3.0, [("source", 0, 1), ("cue", 1, 2), ("content", 2, 7)]), (4, 2.0, [("source", 3, 4), ("cue", 4, 5), ("content", 5, 7)])],
    )
    assert (outer.nested_in, inner.nested_in) == (None, 0)
    assert inner.source[0].of(text) == "Marko"
    assert outer.probability > inner.probability


def test_two_anchors_of_one_cue_make_one_attribution() -> None:
    tags = [("source", 0, 1), ("cue", 1, 3), ("content", 3, 6)]
    assert len(found("Ilse has said that it leaks", [(1, 3.0, tags), (2, 1.0, tags)])) == 1


def test_unlikely_anchors_are_left_out() -> None:
    assert found("Ilse said it leaks", [(1, -1.0, [("cue", 1, 2), ("content", 2, 4)])]) == ()


def test_furniture_is_not_read() -> None:
    text = "Ilse said rain Share this story fell"
    furniture = (Span(text.index("Share"), text.index(" fell")),)
    assert outside(read_words(text), furniture).forms == ("Ilse", "said", "rain", "fell")
    (only,) = found(text, [(1, 3.0, [("cue", 1, 2), ("content", 2, 4)])], furniture)
    assert [s.of(text) for s in only.content] == ["rain", "fell"]
    assert not any(span.overlaps(f) for span in only.content for f in furniture)


def test_empty_texts_have_no_attributions() -> None:
    assert found("", []) == ()
    assert found("  \n", []) == ()


def test_a_cue_is_used_once() -> None:
    first = Candidate((), (Span(5, 9),), (Span(10, 20),), (), 0.9)
    second = Candidate((), (Span(7, 12),), (Span(13, 20),), (), 0.8)
    assert selected([second, first], 0.5) == [first]


def mended_in(text: str, *rows: tuple[str, str, list[str], float]) -> list[list[str]]:
    """The contents that are left of (source, cue, contents, probability), each given by its words."""

    def spans(*parts: str) -> tuple[Span, ...]:
        return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)

    candidates = [Candidate(spans(source), spans(cue), spans(*content), (), likely) for source, cue, content, likely in rows]
    return [[span.of(text) for span in c.content] for c in mended(Document("d", "d", text), candidates)]


def test_a_dateline_is_nobodys_words() -> None:
    text = "KELMET, April 19. /Dorinform/. The road is shut, Ilse said."
    assert mended_in(text, ("Ilse", "said", ["Dorinform/. The road is shut"], 0.9)) == [["The road is shut"]]


def test_a_content_ends_before_a_dateline() -> None:
    text = "Ilse says road stays shut\n\nKELMET, April 19 (Dorinform) - Rain fell."
    assert mended_in(text, ("Ilse", "says", ["road stays shut\n\nKELMET, April 19"], 0.9)) == [["road stays shut"]]


def test_a_hole_in_a_sentence_is_filled_but_not_where_the_cue_stands() -> None:
    text = "Ilse said the road was shut for good by the storm. It is, Orlan added, not safe."
    assert mended_in(text, ("Ilse", "said", ["the road was shut", "by the storm"], 0.9)) == [["the road was shut for good by the storm"]]
    assert mended_in(text, ("Orlan", "added", ["It is", "not safe"], 0.9)) == [["It is", "not safe"]]


def test_a_quotation_is_credited_once() -> None:
    text = 'It holds, Orlan told us. "A fair road," he said. "We pay for it."'
    both = mended_in(
        text, ("Orlan", "told", ["It holds", '"We pay for it."'], 0.7), ("he", "said", ['"A fair road,"', '"We pay for it."'], 0.9)
    )
    assert both == [["It holds"], ['"A fair road,"', '"We pay for it."']]


def test_a_quotation_is_credited_whole() -> None:
    text = '"It is late. The toll must go now," Orlan said.'
    assert mended_in(text, ("Orlan", "said", ['The toll must go now,"'], 0.9)) == [['"It is late. The toll must go now,"']]


def test_a_quotation_in_a_relayed_sentence_is_its_speakers_to_the_end() -> None:
    text = 'The toll, Orlan said, "must go now. It is late," the Gannet Post reported.'
    relayed = ("the Gannet Post", "reported", ['The toll, Orlan said, "must go now. It is late,"'], 0.9)
    inner = ("Orlan", "said", ["The toll", '"must go now'], 0.8)
    assert mended_in(text, relayed, inner)[1] == ["The toll", '"must go now. It is late,"']
    rival = ("It", "is", ["late"], 0.7)
    assert mended_in(text, relayed, inner, rival)[1] == ["The toll", '"must go now']


def test_a_part_of_anothers_whole_quotation_is_not_kept() -> None:
    text = 'The road is shut, Orlan said. "It is late. We wait for you," Ilse added.'
    both = mended_in(
        text,
        ("Orlan", "said", ["The road is shut", '"It is late. We'], 0.95),
        ("Ilse", "added", ['"It is late. We wait for you,"'], 0.9),
    )
    assert both == [["The road is shut"], ['"It is late. We wait for you,"']]


def test_a_source_is_as_long_as_in_another_attribution_of_the_same_words() -> None:
    text = "Harbour officials called the toll a win, but said the road was shut."
    both = [
        Candidate((Span(0, 17),), (Span(18, 24),), (Span(25, 39),), (), 0.9),
        Candidate((Span(0, 7),), (Span(45, 49),), (Span(50, 67),), (), 0.8),
    ]
    assert [c.source for c in mended(Document("d", "d", text), both)] == [(Span(0, 17),), (Span(0, 17),)]


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        ("a delegate, who", "a delegate"),
        ("a delegate in the", "a delegate"),
        ("who", "who"),
        ("– who", "– who"),
        ("the UN and WHO", "the UN and WHO"),
    ],
)
def test_a_source_ends_before_the_clause_that_it_only_begins(given: str, whole: str) -> None:
    text = f"{given} town hall said that the road is shut."
    cue, content = text.index("said"), text.index("that the")
    read = Candidate((Span(0, len(given)),), (Span(cue, cue + 4),), (Span(content, len(text) - 1),), (), 0.9)
    assert [c.source[0].of(text) for c in mended(Document("d", "d", text), [read])] == [whole]


def test_a_handle_that_a_source_begins_is_a_part_of_it() -> None:
    text = "Orlan (@orlan_k) agreed: the road is shut."
    for given, whole in (("Orlan (@", "Orlan (@orlan_k)"), ("Orlan", "Orlan")):
        read = Candidate((Span(0, len(given)),), (Span(17, 23),), (Span(25, len(text) - 1),), (), 0.9)
        assert [c.source[0].of(text) for c in mended(Document("d", "d", text), [read])] == [whole]
