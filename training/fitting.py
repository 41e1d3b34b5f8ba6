"""Fits a network to sentences: losses, steps, checkpoints, and the figures after each epoch."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR

from kg.evaluation.conllu import Sentence
from kg.evaluation.pipelines import spans_of
from kg.languages.neural.decoding import best_tags, transitions
from training.network import Inputs, Network, Outputs
from training.samples import NOT_THESE, UNTOLD, Inventory, Reader, Targets

WARM_UP, SMOOTHING, DECAY = 0.06, 0.03, 0.01
#: An epoch reads one of so many parts of the texts without trees.
PARTS = 3


class Course(NamedTuple):
    """How long and how fast: epochs, words of a batch, rates of encoder and heads."""

    epochs: int
    words: int
    encoder_rate: float
    head_rate: float


def train(
    network: Network,
    reader: Reader,
    sentences: Sequence[Sentence],
    dev: Sequence[Sequence[Sentence]],
    course: Course,
    path: Path,
    *,
    texts: Sequence[Sentence] = (),
    resume: bool = False,
) -> None:
    """Train for the course's epochs, with a checkpoint at `path` and a line of figures after each.

    Every epoch reads all sentences, and one part of the texts.
    """
    optimizer = optimizer_of(network, course)
    steps = sum(1 for _ in groups([*sentences, *texts[::PARTS]], course))
    schedule = schedule_of(optimizer, course.epochs * steps)
    done = 0
    if resume and path.is_file():
        saved = torch.load(path)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        done = saved["epochs"]
    for epoch in range(done, course.epochs):
        began, total = time.time(), 0.0
        network.train()
        read = [*sentences, *texts[epoch % PARTS :: PARTS]]
        for count, (inputs, targets) in enumerate(reader.batches(read, words=course.words, seed=epoch), start=1):
            with torch.autocast("cpu", torch.bfloat16):
                outputs = network(inputs, targets.heads.clamp(min=0))
            loss = loss_of(outputs, targets, inputs.lengths, reader.inventory)
            step(network, loss, optimizer, schedule)
            total += loss.item()
            if count % 50 == 0:
                print(f"  {epoch + 1} {count} loss {total / count:.3f} {time.time() - began:.0f}s", flush=True)
        state = {"optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "epochs": epoch + 1}
        torch.save({"network": network.state_dict(), **state}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)
        found = " | ".join(figures(network, reader, part) for part in dev)
        print(f"epoch {epoch + 1}: {found} ({time.time() - began:.0f}s)", flush=True)


def step(network: nn.Module, loss: Tensor, optimizer: Optimizer, schedule: LambdaLR) -> None:
    """One step of the optimizer down the loss."""
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 2.0)
    optimizer.step()
    schedule.step()


def optimizer_of(network: nn.Module, course: Course) -> Optimizer:
    """The optimizer of a network with an `encoder`, which learns at a rate of its own."""
    encoder = list(network.encoder.parameters())
    known = set(map(id, encoder))
    heads = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [{"params": encoder, "lr": course.encoder_rate}, {"params": heads, "lr": course.head_rate}]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=DECAY, fused=True)


def schedule_of(optimizer: Optimizer, steps: int) -> LambdaLR:
    """Rates that rise at first and fall to nothing at the last of the steps."""
    return LambdaLR(optimizer, lambda n: _rate(n, steps))


def groups(sentences: Sequence[Sentence], course: Course) -> Iterator[int]:
    """One number a batch, without making the batches; what an epoch changes moves their count by little."""
    lengths = sorted(len(sentence.words) for sentence in sentences if len(sentence.words) < 150)
    count = 0
    for length in lengths:
        if count and (count + 1) * (length + 1) > course.words:
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
    return loss + names_loss(outputs.names.float(), targets, inventory)


def _cross_entropy(scores: Tensor, targets: Tensor, smoothing: float) -> Tensor:
    if not (targets != UNTOLD).any():
        return scores.float().sum() * 0
    return functional.cross_entropy(
        scores.float().flatten(0, 1), targets.flatten(), ignore_index=UNTOLD, label_smoothing=smoothing
    )


def names_loss(scores: Tensor, targets: Targets, inventory: Inventory) -> Tensor:
    """Cross entropy with tags, or with beliefs; where only some classes were looked for, none of those."""
    looked_for = ("PERSON", "ORG", "LOC")
    open_ones = torch.tensor([name[2:] not in looked_for for name in inventory.names])
    logs = scores.log_softmax(dim=-1)
    told = targets.names >= 0
    partly = targets.names == NOT_THESE
    loss = -logs.gather(2, targets.names.clamp(min=0).unsqueeze(2)).squeeze(2)[told].sum()
    loss = loss - logs.masked_fill(~open_ones, -1e4).logsumexp(dim=-1)[partly].sum()
    count = told.sum() + partly.sum()
    if targets.beliefs is not None:
        loss = loss - (targets.beliefs * logs).sum()
        count = count + targets.beliefs.sum()
    return loss / max(1, int(count))


@torch.no_grad()
def figures(network: Network, reader: Reader, sentences: Sequence[Sentence]) -> str:
    """Shares of right words, by the best head of each word alone, and the names' F1 where they are annotated."""
    network.eval()
    right, names = torch.zeros(4), torch.zeros(3)
    words = 0
    for start in range(0, len(sentences), 32):
        group = sentences[start : start + 32]
        inputs, targets = reader.inputs(group), reader.targets(group)
        with torch.autocast("cpu", torch.bfloat16):
            outputs = network(inputs)
        words += int(inputs.lengths.sum()) - len(group)
        right += _right(outputs, targets, inputs)
        names += _right_names(outputs, group, reader.inventory)
    uas, las, tags, edits = (100 * right / words).tolist()
    hits, found, gold = names.tolist()
    f1 = f" names {200 * hits / (found + gold):.2f}" if gold else ""
    return f"UAS {uas:.2f} LAS {las:.2f} tags {tags:.2f} edits {edits:.2f}{f1}"


def _right_names(outputs: Outputs, group: Sequence[Sentence], inventory: Inventory) -> Tensor:
    """Names found rightly, found, and annotated."""
    moves = transitions(inventory.names)
    counts = torch.zeros(3)
    for number, sentence in enumerate(group):
        if sentence.entities is not None:
            scores = outputs.names[number, 1 : len(sentence.words) + 1].float().numpy()
            tags = best_tags(scores, moves, inventory.names)
            found, gold = spans_of(inventory.names[tag] for tag in tags), spans_of(sentence.entities)
            counts += torch.tensor([len(found & gold), len(found), len(gold)])
    return counts


def _right(outputs: Outputs, targets: Targets, inputs: Inputs) -> Tensor:
    beyond = torch.arange(outputs.heads.shape[2])[None] >= inputs.lengths[:, None]
    heads = outputs.heads.float().masked_fill(beyond[:, None], -1e4).argmax(2)
    labels = outputs.labels.argmax(3).gather(2, heads.unsqueeze(2)).squeeze(2)
    attached = heads == targets.heads
    labelled = attached & (labels == targets.labels)
    tags, edits = outputs.tags.argmax(2) == targets.tags, outputs.edits.argmax(2) == targets.edits
    return torch.tensor([int(each.sum()) for each in (attached, labelled, tags, edits)], dtype=torch.float32)
