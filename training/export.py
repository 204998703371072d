"""A checkpoint as one int8 ONNX file with its vocabulary and calibration inside."""

from __future__ import annotations

import json
import math
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.base import base_vocabulary
from training.model import Network
from training.teacher import network_of

OPSET = 17
ANCHOR = 0.08  # a word this likely to begin a cue is read as an anchor; training used DOUBTFUL
RELEASE = "tagged-6"
INPUTS = ("pieces", "marks", "first", "last", "core")
OUTPUTS = ("rows", "places", "likely", "tags", "valid")
AXES = {
    "pieces": {0: "windows", 1: "length"},
    "marks": {1: "windows", 2: "length"},
    "first": {0: "windows", 1: "words"},
    "last": {0: "windows", 1: "words"},
    "core": {0: "windows", 1: "words"},
    "rows": {0: "anchors"},
    "places": {0: "anchors"},
    "likely": {0: "anchors"},
    "tags": {0: "anchors", 1: "words"},
    "valid": {0: "anchors"},
}


class Served(nn.Module):
    """The network as it is used: it picks its own anchors among the words that `core` allows."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, marks: Tensor, first: Tensor, last: Tensor, core: Tensor) -> tuple[Tensor, ...]:
        """Rows, places, log probabilities, tag scores and validity of the anchors."""
        words, flat = self.network.encode(pieces, marks, first, last)
        likely = torch.log_softmax(flat[:, :, 1], -1)[..., 1]
        found = torch.nonzero((likely > math.log(ANCHOR)) & core)
        # The fused attention can't be asked for nothing: one anchor more is read and its answer dropped.
        one = torch.zeros_like(core[:1, :1]).to(torch.int64)
        rows, places = torch.cat([found[:, :1], one])[:, 0], torch.cat([found[:, 1:], one])[:, 0]
        tags, valid = self.network.pair(words, first > 0, rows, places)
        rows, places = rows[:-1], places[:-1]
        return rows, places, likely[rows, places], tags[:-1], valid[:-1]


def example() -> tuple[Tensor, ...]:
    """Two short windows of different lengths; the numbers don't matter."""
    pieces = torch.randint(1000, 2000, (2, 14))
    pieces[1, 10:] = 0
    first = torch.arange(1, 13).repeat(2, 1)
    first[1, 8:] = 0
    marks = torch.ones(3, 2, 14, dtype=torch.long)
    return pieces, marks, first, first.clone(), first > 0


def to_onnx(network: Network, path: Path) -> None:
    """Writes the network with 32-bit weights."""
    torch.onnx.export(
        Served(network),
        example(),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=AXES,
        opset_version=OPSET,
        dynamo=False,
    )


def export(checkpoint: Path, out: Path) -> None:
    """Writes the model file, with the anchor's own probability in place of a calibrated one."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        to_onnx(network_of(checkpoint), plain)
        # One scale a column costs nothing and keeps what one scale a matrix loses.
        quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Attention"])
    note(out, {"weights": [1.0, 0, 0, 0, 0, 0, 0], "bias": 0.0, "least": 0.5, "shift": [0.0] * 7})


def note(path: Path, calibration: dict[str, object]) -> None:
    """Puts name, vocabulary and calibration into a model file's metadata."""
    model = onnx.load(path)
    onnx.helper.set_model_props(
        model, {"name": RELEASE, "vocabulary": "\n".join(base_vocabulary()), "calibration": json.dumps(calibration, sort_keys=True)}
    )
    model.producer_name, model.producer_version = "verbale", ""
    path.write_bytes(model.SerializeToString())
