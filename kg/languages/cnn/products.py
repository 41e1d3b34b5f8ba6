"""thinc's operations (https://thinc.ai/docs/api-backends), with the products of matrices by ONNX Runtime.

The products that thinc computes itself go through BLIS, which knows few processors well. Each row of a product is the
same, bit for bit, whatever rows stand beside it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import NumpyOps

from kg.languages.cnn.graphs import Graph

Floats = NDArray[np.float32]


class Operations(NumpyOps):  # type: ignore[misc]  # thinc's class is compiled
    """Operations of a processor; other products than that of rows with a layer's weights are thinc's own."""

    def __init__(self) -> None:
        super().__init__()
        graph = Graph(rows=None, weights=None)
        self._output = graph.add("Gemm", "rows", "weights", transB=1)
        self._session = graph.session(self._output)

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, each transposed if so said, written to `out` if it is given."""
        if trans1 or not trans2 or not len(x) or not x.dtype == y.dtype == np.float32:
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        if len(x) == 1:
            # A single row would be computed in another way than several.
            return self._into(out, self.gemm(np.repeat(x, 2, axis=0), y, trans2=True)[:1])
        if out is None:
            out = np.empty((len(x), len(y)), dtype=np.float32)
        elif not out.flags.c_contiguous:
            return self._into(out, self.gemm(x, y, trans2=True))
        binding = self._session.io_binding()
        binding.bind_cpu_input("rows", np.ascontiguousarray(x))
        binding.bind_cpu_input("weights", np.ascontiguousarray(y))
        binding.bind_output(self._output, "cpu", 0, np.float32, out.shape, out.ctypes.data)
        self._session.run_with_iobinding(binding)
        return out

    def _into(self, out: Floats | None, product: Floats) -> Floats:
        if out is None:
            return product
        out[:] = product
        return out
