"""`python -m training.onnx LANG --output DIR --corpora DIR`: a trained network as the file that kgshell runs.

Reads `inventory.json` and `network.pt` of DIR, writes `network.onnx` beside them, its weights in whole numbers of
eight bits (one scale a column), and compares its answers on the dev treebanks with those of the network in training.
"""

from __future__ import annotations

import argparse
import json
import warnings
from itertools import islice
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kg.evaluation.conllu import Sentence
from kg.languages.neural.decoding import best_tree
from training.annotator import PLANS, WITH_PIECES, make_network
from training.network import Inputs, Network
from training.samples import Inventory, Reader
from training.treebanks import TREEBANKS, read_treebank

OUTPUTS = ("heads", "labels", "tags", "edits", "names")
#: Version of ONNX's operators: the first with a layer norm of its own.
OPSET = 17


def main() -> None:
    """Read the command line, convert and compare."""
    parser = argparse.ArgumentParser(prog="python -m training.onnx", description=__doc__)
    parser.add_argument("lang", choices=sorted(PLANS))
    parser.add_argument("--output", type=Path, required=True, help="folder of the trained network")
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/")
    parser.add_argument("--sentences", type=int, default=1000, help="compared of each treebank")
    options = parser.parse_args()
    inventory = Inventory(**json.loads((options.output / "inventory.json").read_text(encoding="utf-8")))
    network = make_network(options.lang, inventory)
    network.load_state_dict(torch.load(options.output / "network.pt")["network"])
    network.eval()
    exact, small = options.output / "network-float.onnx", options.output / "network.onnx"
    export(network, exact, with_pieces=options.lang in WITH_PIECES, features=inventory.features)
    quantize_dynamic(exact, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    print(f"{small}: {small.stat().st_size / 1e6:.1f} MB")
    for name in TREEBANKS[options.lang][1]:
        sentences = list(islice(read_treebank(options.corpora, name), options.sentences))
        for path in (exact, small):
            print(f"{name}, {path.name}: {compare(network, path, sentences, Reader(inventory, sentences))}")


class _Exported(nn.Module):
    """The network with tensors for arguments, as the exporter wants it."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, rows: Tensor, *pieces: Tensor) -> tuple[Tensor, ...]:
        return tuple(self.network(Inputs(rows, torch.tensor([rows.shape[1]]), *pieces)))


def export(network: Network, path: Path, *, with_pieces: bool, features: int) -> None:
    """Write the network in floating point, for one sentence of any length."""
    arguments: dict[str, Tensor] = {"rows": torch.ones(1, 4, features, dtype=torch.int64)}
    if with_pieces:
        places = torch.arange(4)[None]
        owners = torch.tensor([[0, 1, 2, 3, 0]])
        arguments |= {"pieces": owners + 5, "piece_words": owners, "first": places, "last": places}
    axes = {name: {1: "pieces" if name.startswith("piece") else "words"} for name in arguments}
    axes |= {name: {1: "words"} for name in OUTPUTS}
    with warnings.catch_warnings():
        # The exporter warns of its successor, which takes LSTMs apart, and of lengths that are constant here.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Exported(network).eval(),
            tuple(arguments.values()),
            path,
            input_names=list(arguments),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )


@torch.no_grad()
def compare(network: Network, path: Path, sentences: list[Sentence], reader: Reader) -> str:
    """Shares of words on which the file and the network agree, and how many of each are right."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    names = [each.name for each in session.get_inputs()]
    words = np.zeros(1)
    agree, ours, theirs = np.zeros((3, 3))
    for sentence in sentences:
        inputs, targets = reader.inputs([sentence]), reader.targets([sentence])
        fed = {name: getattr(inputs, name).numpy() for name in names}
        missing = reader.inventory.features - fed["rows"].shape[2]
        fed["rows"] = np.pad(fed["rows"], ((0, 0), (0, 0), (0, missing)))
        in_training = _answers([each.numpy() for each in network(inputs)])
        in_file = _answers(session.run(None, fed))
        gold = (targets.heads[0, 1:].numpy(), targets.labels[0, 1:].numpy(), targets.tags[0, 1:].numpy())
        words += len(sentence.words)
        agree += _same(in_file, in_training)
        ours += _same(in_file, gold)
        theirs += _same(in_training, gold)
    lines = zip(("UAS", "LAS", "tags"), 100 * agree / words, 100 * ours / words, 100 * theirs / words, strict=True)
    return "; ".join(f"{name} {a:.2f} % alike, {b:.2f} against {c:.2f} right" for name, a, b, c in lines)


Answers = tuple[np.ndarray, np.ndarray, np.ndarray]


def _answers(outputs: list[np.ndarray]) -> Answers:
    heads = np.array(best_tree(outputs[0][0, 1:]))
    labels = outputs[1][0, np.arange(1, len(heads) + 1), heads].argmax(axis=1)
    return heads, labels, outputs[2][0, 1:].argmax(axis=1)


def _same(one: Answers, other: Answers) -> np.ndarray:
    heads = one[0] == other[0]
    return np.array([heads.sum(), (heads & (one[1] == other[1])).sum(), (one[2] == other[2]).sum()])


if __name__ == "__main__":
    main()
