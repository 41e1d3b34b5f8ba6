"""Articles come, change and go in a SPARQL endpoint as they do in a folder, and a killed build loses nothing."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.store.terms import quad_from_ox
from tests.models.articles import ARTICLES, write
from tests.models.test_lifecycle import ENVIRONMENT, KG, errors, exports, folder, pytestmark, run, store
from tests.served import Served, serving

__all__ = ["folder", "pytestmark", "store"]


@pytest.fixture
def served() -> Iterator[Served]:
    with serving() as server:
        yield server


def held(place: Path) -> set[object]:
    """Every quad of a folder."""
    with kg.open(place, create=False) as graph:
        return set(graph._store.quads())


def test_endpoint_holds_what_a_folder_holds(folder: Path, store: Path, served: Served, tmp_path: Path) -> None:
    done = run("build", folder, "--store", served.url)
    assert (done.returncode, errors(done)) == (0, [])
    assert set(map(quad_from_ox, served.store)) == held(store)
    changes = len(served.updates)
    assert changes <= len(ARTICLES) + 3  # one for each article, and for the ontology; two to see how graphs are kept
    again = run("build", folder, "--store", served.url)
    assert again.stdout.decode() == f"{len(ARTICLES)} unchanged\n"
    assert len(served.updates) == changes
    with kg.open(served.url) as graph:
        assert (graph.export(format="ttl"), graph.export(format="nq", what="evidence")) == exports(store)


def test_endpoint_replaces_and_removes_without_leftovers(store: Path, served: Served, tmp_path: Path) -> None:
    extra = {"acme.en.txt": "Acme hired Jordan Lund. Oslo is a city.\n", "extra.en.txt": "Jordan Lund left Birch.\n"}
    write(tmp_path / "all", {**ARTICLES, **extra})
    assert run("build", tmp_path / "all", "--store", served.url).returncode == 0
    write(tmp_path / "all")
    assert run("build", tmp_path / "all", "--store", served.url).stdout.startswith(b"1 changed")
    assert run("remove", "extra.en.txt", "--store", served.url).returncode == 0
    assert set(map(quad_from_ox, served.store)) == held(store)


def test_endpoint_keeps_what_a_killed_build_wrote(folder: Path, store: Path, served: Served) -> None:
    for wanted in (4, 9):
        build = subprocess.Popen(
            [*KG, "build", str(folder), "--store", served.url], stderr=subprocess.DEVNULL, env=ENVIRONMENT
        )
        until = time.monotonic() + 120
        while len(served.updates) < wanted and build.poll() is None and time.monotonic() < until:
            time.sleep(0.001)
        build.kill()
        build.wait()
        written = len(served.updates)
        with kg.open(served.url) as graph:
            assert kg.verify(graph) == []
            assert len(graph.documents()) <= written
    done = run("build", folder, "--store", served.url)
    assert b"unchanged" in done.stdout
    assert set(map(quad_from_ox, served.store)) == held(store)


def test_endpoint_infers_and_forgets(store: Path, folder: Path, served: Served) -> None:
    assert run("build", folder, "--store", served.url).returncode == 0
    before = set(map(quad_from_ox, served.store))
    with kg.open(served.url) as graph:
        found = kg.infer_facts(graph)
        assert found
        assert len(served.store) > len(before)
        kg.forget_inferred(graph)
    assert set(map(quad_from_ox, served.store)) == before
