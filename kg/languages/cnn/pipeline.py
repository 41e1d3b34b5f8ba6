"""A spaCy pipeline to the same with its convolutional networks run by ONNX Runtime.

What changes is how numbers are computed, to the rounding of single precision, and that classes get scores in place of
probabilities: the annotation is the same. Parts that are built otherwise stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.pipeline import EntityRecognizer, Tagger
from thinc.api import Model

from kg.languages.cnn import recogniser
from kg.languages.cnn.encoder import Encoder, Words, find
from kg.languages.cnn.products import Operations

#: Documents that a pipeline reads at once: enough for products of matrices, few enough to stay near the processor.
BATCH = 256


def quicken(nlp: Language) -> None:
    """Let the pipeline's networks be run in the faster way; it can't be trained any more."""
    pipes: list[tuple[str, Any]] = [
        (name, pipe) for name, pipe in nlp.pipeline if isinstance(getattr(pipe, "model", None), Model)
    ]
    if not pipes:
        return
    found = [(pipe, node, network) for _, pipe in pipes for node, network in find(pipe.model)]
    words = Words(nlp.vocab, [network for _, _, network in found])
    for number, (pipe, node, _) in enumerate(found):
        quick = _encoder_model(Encoder(words, number))
        if node is pipe.model:
            pipe.model = quick
        else:
            pipe.model.replace_node(node, quick)
    operations = Operations()
    for name, pipe in pipes:
        for node in pipe.model.walk():
            node.ops = operations
            if isinstance(pipe, Tagger) and "softmax_normalize" in node.attrs:
                node.attrs["softmax_normalize"] = False
        if isinstance(pipe, EntityRecognizer) and recogniser.can_follow(pipe):
            follower: Any = nlp.add_pipe(recogniser.FACTORY, after=name)
            follower.take(pipe)
            nlp.disable_pipe(name)
    nlp.batch_size = min(nlp.batch_size, BATCH)


def _encoder_model(encoder: Encoder) -> Model[Any, Any]:
    """An encoder as a node of a model."""

    def forward(model: Model[Any, Any], docs: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:  # noqa: ARG001
        return encoder(docs), _no_training

    return Model("kg_encoder", forward, dims={"nO": encoder.width})


def _no_training(gradient: Any) -> Any:
    raise NotImplementedError("a pipeline that was quickened can't be trained; load it with spacy.load")
