"""The small newsroom graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kg.paths.source import QuadSet, read


@pytest.fixture
def newsroom() -> QuadSet:
    return read(Path(__file__).with_name("newsroom.trig"))
