"""What students learn from: the answers of a small network and its larger teacher, on annotated texts and on others."""

from __future__ import annotations

import json
import pickle
import random
import re
from pathlib import Path

from training.answers import Answers, ask, mean, with_gold
from training.base import base_vocabulary
from training.batches import windows_of
from training.data import Text, Window, read_texts, split
from training.teacher import network_of
from training.train import HELD_OUT, SEED
from verbale.attribution.tagged_pieces import Pieces
from verbale.attribution.tagged_words import read_words, sentence_starts

GOLD = 0.35  # how far answers about annotated windows are moved towards the annotation
SHORTEST, LONGEST_TEXT = 600, 7000  # characters of a text that is only read
# Gold lies in news of negotiations, so nothing is learned from texts that may speak of one.
TALKS = re.compile(
    r"\b(?:talks?|negotiat\w*|ceasefires?|cease-fires?|truce\w*|ukrain\w*|russia\w*|moscow|kremlin|putin|zelensk\w*|istanbul|hostages?"
    r"|mediat\w*|armistice|tariffs?|peace deal)\b",
    re.IGNORECASE,
)


def unlabelled(path: Path) -> list[Text]:
    """Texts of a JSON lines file (`id`, `title`, `text`) that speak of no negotiation, each once."""
    seen: set[str] = set()
    out = []
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text = row["text"]
            start = text[:200]
            if len(text) >= SHORTEST and start not in seen and not TALKS.search(f"{row['title']}\n{text}"):
                seen.add(start)
                words = read_words(text[:LONGEST_TEXT])
                out.append(Text(row["id"], text[:LONGEST_TEXT], words, tuple(sentence_starts(words)), ()))
    return out


def answer(data: Path, news: Path, small: Path, teacher: Path, out: Path) -> Path:
    """Writes windows with the mean answers of the small network, which names the anchors, and of its teacher."""
    pieces = Pieces(base_vocabulary())
    known, _ = split(read_texts(data), HELD_OUT, SEED)
    answered: list[tuple[Window, Answers]] = []
    for texts, share in ((known, GOLD), (unlabelled(news), 0.0)):
        windows = [w for w, _ in windows_of(texts, pieces, random.Random(SEED)) if w.forms]
        first = ask(network_of(small), windows, pieces)
        second = ask(network_of(teacher), windows, pieces, [a.anchors for a in first])
        for w, one, other in zip(windows, first, second, strict=True):
            both = mean(one, other)
            answered.append((w, with_gold(w, both, share) if share else both))
    out.with_suffix(".part").write_bytes(pickle.dumps(answered))
    return out.with_suffix(".part").replace(out)
