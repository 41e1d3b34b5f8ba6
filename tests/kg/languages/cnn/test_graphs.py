"""Graphs: a computation that ONNX Runtime runs as it was written down."""

from __future__ import annotations

import numpy as np

from kg.languages.cnn.graphs import Graph

MATRIX = np.arange(6, dtype=np.float32).reshape(3, 2) - 2


def test_graph_multiplies_with_a_constant() -> None:
    graph = Graph(rows=2)
    product = graph.add("MatMul", "rows", graph.constant(MATRIX[:2]))
    assert graph.session(product).run(None, {"rows": MATRIX})[0].tolist() == (MATRIX @ MATRIX[:2]).tolist()


def test_graph_takes_negative_integers_and_lists_as_attributes() -> None:
    graph = Graph(rows=2)
    greatest = graph.add("ReduceMax", "rows", axes=[-1], keepdims=0)
    assert graph.session(greatest).run(None, {"rows": MATRIX})[0].tolist() == [-1, 1, 3]


def test_graph_takes_floats_as_attributes() -> None:
    graph = Graph(rows=2)
    assert graph.session(graph.add("Elu", "rows", alpha=0.0)).run(None, {"rows": MATRIX})[0].min() == 0


def test_graph_takes_constants_longer_than_a_byte_can_tell() -> None:
    graph = Graph(rows=2)
    order = [number % 2 for number in range(300)]
    gathered = graph.add("Gather", "rows", graph.constant(order), axis=1)
    assert graph.session(gathered).run(None, {"rows": MATRIX})[0].tolist() == MATRIX[:, order].tolist()


def test_graph_gives_choices_behind_numbers() -> None:
    graph = Graph(rows=2, weights=None)
    product = graph.add("MatMul", "rows", "weights")
    best = graph.add("ArgMax", product, axis=1, keepdims=0)
    numbers, choices = graph.session(product, choices=[best]).run(None, {"rows": MATRIX, "weights": MATRIX[:2]})
    assert choices.tolist() == numbers.argmax(axis=1).tolist()
    assert choices.dtype == np.int64
