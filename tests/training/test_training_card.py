"""The model card tells how the file that it describes came to be, and gives the scorer's figures."""

from __future__ import annotations

from training.card import ANEW, RELEASED, Card, card

FIGURES = {
    kind: {
        subject: {figure: {"f1": 0.8125} for figure in ("exact", "characters", "content_0.5_and_source")}
        for subject in ("source", "cue", "content", "content_unit", "attribution")
    }
    for kind in ("all", "direct", "mixed", "indirect")
}


def test_a_card_tells_the_released_file_from_one_trained_anew() -> None:
    released, anew = (card(Card(origin, "ab12", 24_000_000, 0.4, 0.02, 2000, 40), FIGURES) for origin in (RELEASED, ANEW))
    assert released.startswith("# Model card: tagged-")
    assert anew.startswith("# Model card: trained anew")
    for text in (released, anew):
        assert "train split without 40" in text
        assert "| cue, exact span | 81.2 | 81.2 | 81.2 | 81.2 | 75.3 | 70.4 |" in text
        assert "24.0 MB" in text
