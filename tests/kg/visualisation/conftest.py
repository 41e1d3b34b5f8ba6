"""The newsroom's view, and a browser where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.visualisation import GraphView, view
from tests.kg.paths.source import QuadSet, read


@pytest.fixture
def newsroom() -> QuadSet:
    return read(Path(__file__).parents[1] / "paths" / "newsroom.trig")


@pytest.fixture
def seen(newsroom: QuadSet) -> GraphView:
    return view(newsroom)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        pytest.skip("no Chromium is installed")
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()
