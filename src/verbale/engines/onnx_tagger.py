"""The shipped tagger on onnxruntime: one file with the network, its vocabulary and its calibration."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from verbale.attribution.tagged import Calibration, Scores, TaggedAttributor
from verbale.attribution.tagged_windows import Inputs

if TYPE_CHECKING:
    import onnxruntime

MODEL = "tagger.onnx"


class OnnxTagger:
    """A tagger file; read at the first use and once per object. The threads are those that the machine gives this process, at most four."""

    def __init__(self, path: Path | None = None, *, threads: int | None = None) -> None:
        self._path = path
        self._threads = threads or min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)
        self._loaded: onnxruntime.InferenceSession | None = None
        self._notes: dict[str, str] = {}

    @property
    def _session(self) -> onnxruntime.InferenceSession:
        if self._loaded is None:
            import onnxruntime

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self._threads
            options.inter_op_num_threads = 1
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # other rooms need the cores between batches
            model = self._path.read_bytes() if self._path else files("verbale.models").joinpath(MODEL).read_bytes()
            # Its fused addition and normalisation takes three times as long as the two apart: an eighth of the whole (bench/results.md).
            self._loaded = onnxruntime.InferenceSession(
                model, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
            )
            self._notes = dict(self._loaded.get_modelmeta().custom_metadata_map)
        return self._loaded

    def _note(self, key: str) -> str:
        return self._notes[key] if self._session and key in self._notes else ""

    @property
    def name(self) -> str:
        """The release in the file's metadata."""
        return self._note("name")

    @property
    def vocabulary(self) -> Sequence[str]:
        """The word pieces in the file's metadata."""
        return self._note("vocabulary").split("\n")

    @property
    def calibration(self) -> Calibration:
        """The calibration in the file's metadata."""
        numbers = json.loads(self._note("calibration"))
        return Calibration(tuple(numbers["weights"]), numbers["bias"], numbers["least"], tuple(numbers["shift"]))

    def score(self, inputs: Inputs) -> Scores:
        """Scores of a batch of windows."""
        feeds = {"pieces": inputs.pieces, "marks": inputs.marks, "first": inputs.first, "last": inputs.last, "core": inputs.core}
        return Scores(*self._session.run(["rows", "places", "likely", "tags", "valid"], feeds))


@cache
def load(*, threads: int | None = None) -> TaggedAttributor:
    """The attributor of the shipped tagger, one per process and number of threads; the file is read when the name or a document asks."""
    return TaggedAttributor(OnnxTagger(threads=threads))
