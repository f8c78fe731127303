"""Pack trained weights for the program: ONNX with weights of eight bits, words and moves beside it.

    python training/export.py tagger.pt src/groundcheck/data/tagger

Weights are quantised for each channel and in seven of the eight bits (``reduce_range``), since
processors without VNNI instructions overflow otherwise, and the same model must give the same
answers everywhere.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import torch
from corpus import TAGS
from network import LINK, Tagger
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process
from train import BASE

from groundcheck.readers.tagger_input import LOOKS


def main() -> None:
    """Write the files, and say how large they are."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--plain", type=Path, help="write the unquantised model here as well")
    args = parser.parse_args()
    model = Tagger(len((BASE / "vocab.txt").read_text("utf-8").splitlines()), LOOKS, len(TAGS))
    model.load_state_dict(torch.load(args.weights, map_location="cpu"))
    model.eval()
    args.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        plain = args.plain or Path(name) / "plain.onnx"
        write(model, plain)
        ready = Path(name) / "ready.onnx"
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            ready,
            args.folder / "tagger.onnx",
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
    (args.folder / "vocabulary.txt").write_bytes((BASE / "vocab.txt").read_bytes())
    moves = [[float(f"{x:.4f}") for x in row] for row in model.moves.tolist()]
    chain = {"tags": TAGS, "link": LINK, "moves": moves}
    (args.folder / "chain.json").write_text(json.dumps(chain, indent=1) + "\n", encoding="utf-8")
    for file in sorted(args.folder.iterdir()):
        print(f"{file.stat().st_size:>12,}  {file.name}")


def write(model: Tagger, file: Path) -> None:
    """The model as ONNX with any number of windows of any length."""
    pieces = torch.ones((2, 24), dtype=torch.int64)
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        model,
        (pieces, torch.zeros_like(pieces)),
        str(file),
        input_names=["pieces", "looks"],
        output_names=["scores", "links"],
        dynamic_axes=dict.fromkeys(("pieces", "looks", "scores", "links"), axes),
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
