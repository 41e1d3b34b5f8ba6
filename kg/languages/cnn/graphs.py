"""A computation to a session of ONNX Runtime that runs it on one core.

The file format is that of https://onnx.ai/onnx/repo-docs/IR.html, a Protocol Buffers message
(https://protobuf.dev/programming-guides/encoding/), of which only what is needed here is written: constants of single
precision and of 64-bit integers, attributes that are numbers or lists of integers.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import onnxruntime

#: Versions of the format and of the operators' definitions.
FORMAT, OPERATORS = 8, 17
#: Numbers of the types of tensors, and of attributes.
FLOATS, INTEGERS = 1, 7
FLOAT, INTEGER, LIST = 1, 2, 7

Attribute: TypeAlias = float | int | Sequence[int]


def session(network: bytes) -> onnxruntime.InferenceSession:
    """A session that runs the network on one core."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])


class Graph:
    """A computation on matrices of single precision; `inputs` are their names and widths, where those are fixed."""

    def __init__(self, **inputs: int | None) -> None:
        self._inputs = [_matrix(name, width) for name, width in inputs.items()]
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def constant(self, values: NDArray[Any] | Sequence[int] | int) -> str:
        """The name of a constant: floats as they are, integers as 64 bits."""
        name = f"c{len(self._constants)}"
        self._constants.append(_tensor(name, np.asarray(values)))
        return name

    def add(self, operator: str, *inputs: str, **attributes: Attribute) -> str:
        """The name of what an operator of the standard gives."""
        name = f"n{len(self._nodes)}"
        parts = [*(_field(1, each) for each in inputs), _field(2, name), _field(4, operator)]
        parts += [_field(5, _attribute(key, value)) for key, value in attributes.items()]
        self._nodes.append(b"".join(parts))
        return name

    def to_bytes(self, **outputs: int) -> bytes:
        """The file of a network that gives these, each with the number of its type."""
        graph = [_field(1, node) for node in self._nodes] + [_field(2, "graph")]
        graph += [_field(5, constant) for constant in self._constants]
        graph += [_field(11, each) for each in self._inputs]
        graph += [_field(12, _value(name, kind)) for name, kind in outputs.items()]
        return _number(1, FORMAT) + _field(7, b"".join(graph)) + _field(8, _field(1, "") + _number(2, OPERATORS))

    def session(self, *outputs: str, choices: Sequence[str] = ()) -> onnxruntime.InferenceSession:
        """A session that gives outputs of floats, and behind them choices, which are integers."""
        return session(self.to_bytes(**dict.fromkeys(outputs, FLOATS), **dict.fromkeys(choices, INTEGERS)))


def _varint(value: int) -> bytes:
    """An integer, in two's complement of 64 bits, seven bits a byte, the lowest first."""
    value &= (1 << 64) - 1
    encoded = bytearray()
    while value > 127:
        encoded.append(value & 127 | 128)
        value >>= 7
    return bytes([*encoded, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _field(field: int, content: bytes | str) -> bytes:
    data = content.encode() if isinstance(content, str) else content
    return _varint(field << 3 | 2) + _varint(len(data)) + data


def _tensor(name: str, values: NDArray[Any]) -> bytes:
    kind, plain = (FLOATS, values.astype("<f4")) if values.dtype.kind == "f" else (INTEGERS, values.astype("<i8"))
    sizes = b"".join(_number(1, size) for size in values.shape)
    return sizes + _number(2, kind) + _field(8, name) + _field(9, plain.tobytes())


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, float):
        return _field(1, name) + _varint(2 << 3 | 5) + struct.pack("<f", value) + _number(20, FLOAT)
    if isinstance(value, int):
        return _field(1, name) + _number(3, value) + _number(20, INTEGER)
    return _field(1, name) + b"".join(_number(8, each) for each in value) + _number(20, LIST)


def _value(name: str, kind: int, shape: bytes = b"") -> bytes:
    return _field(1, name) + _field(2, _field(1, _number(1, kind) + shape))


def _matrix(name: str, width: int | None) -> bytes:
    sizes = [_field(2, f"{name} rows"), _field(2, f"{name} columns") if width is None else _number(1, width)]
    return _value(name, FLOATS, _field(2, b"".join(_field(1, size) for size in sizes)))
