"""The notebook of the documentation runs, and shows what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[1] / "docs"


def shown(cell: Any) -> dict[str, str]:
    """What a cell displays, by type."""
    return {kind: "".join(value) for each in cell.outputs for kind, value in each.get("data", {}).items()}


@pytest.mark.filterwarnings("ignore")
def test_notebook_shows_propositions_graph_answers_and_paths() -> None:
    nbformat = pytest.importorskip("nbformat", reason="nbclient is not installed")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    notebook = nbformat.from_dict(json.loads((DOCS / "notebook.ipynb").read_text(encoding="utf-8")))
    assert not any(cell.get("outputs") for cell in notebook.cells), "the notebook is kept without outputs"
    done = nbclient.NotebookClient(notebook, timeout=180, resources={"metadata": {"path": str(DOCS)}}).execute()
    said, graph, answer, path, page = (shown(cell) for cell in done.cells if cell.cell_type == "code")
    assert "<mark" in said["text/html"]
    assert "may buy" in said["text/html"]
    assert graph["image/svg+xml"].startswith("<svg")
    assert "Devi Parikh" in answer["text/html"]
    assert path["text/html"].startswith("<p><b>Erik Meijer</b>")
    assert page["text/plain"] == "'graph.html'"
