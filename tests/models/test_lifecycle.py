"""Documents come, change and go through the real command, with real pipelines; what can't be read is named."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import isomorphic

import kg
from kg.languages.pipelines import SOURCES, TRAINED
from kg.rdf.iris import places
from kg.store import canonical, parse
from tests.models.articles import ARTICLES, write

pytestmark = [
    pytest.mark.models,
    pytest.mark.skipif(
        not all((TRAINED / name / "config.cfg").is_file() for s in SOURCES.values() if (name := s.trained)),
        reason="the pipelines are not trained yet",
    ),
]
KG = [sys.executable, "-m", "shell"]
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1"}


def run(*arguments: object, text: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*KG, *map(str, arguments)], input=text, capture_output=True, check=False, timeout=300, env=ENVIRONMENT
    )


def exports(store: Path) -> tuple[str | None, str | None]:
    with kg.open(store, create=False) as graph:
        return graph.export(format="ttl"), graph.export(format="nq", what="evidence")


def errors(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    assert b"Traceback" not in done.stderr
    return done.stderr.decode().splitlines()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("articles") / "articles")


@pytest.fixture(scope="module")
def store(folder: Path) -> Path:
    """A store with all articles, to be read only."""
    place = folder.parent / "store"
    done = run("build", folder, "--store", place)
    assert (done.returncode, errors(done)) == (0, [])
    return place


@pytest.fixture
def graph(store: Path) -> Iterator[kg.Graph]:
    with kg.open(store, create=False) as opened:
        yield opened


# ---------------------------------------------------------------- coming, changing, going


def test_lifecycle_skips_what_did_not_change(folder: Path, store: Path) -> None:
    before = exports(store)
    done = run("build", folder, "--store", store)
    assert done.stdout.decode() == f"{len(ARTICLES)} unchanged\n"
    assert exports(store) == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_lifecycle_is_the_same_in_any_order(folder: Path, store: Path, jobs: int, tmp_path: Path) -> None:
    files = [folder / name for name in ARTICLES]
    random.Random(jobs).shuffle(files)
    for half in (files[:9], files[9:]):
        assert run("build", *half, "--store", tmp_path / "store", "--jobs", jobs).returncode == 0
    assert exports(tmp_path / "store") == exports(store)


def test_lifecycle_replaces_and_removes_without_leftovers(store: Path, tmp_path: Path) -> None:
    place = tmp_path / "store"
    extra = {"acme.en.txt": "Acme hired Jordan Lund. Oslo is a city.\n", "extra.en.txt": "Jordan Lund left Birch.\n"}
    write(tmp_path / "all", {**ARTICLES, **extra})
    assert run("build", tmp_path / "all", "--store", place).returncode == 0
    write(tmp_path / "all")
    assert run("build", tmp_path / "all", "--store", place).stdout.startswith(b"1 changed")
    assert run("remove", "extra.en.txt", "--store", place).returncode == 0
    assert exports(place) == exports(store)


def test_lifecycle_leaves_nothing_of_documents_that_are_gone(tmp_path: Path) -> None:
    with kg.open() as graph:
        before = set(graph._store.quads())
        list(graph.build([str(write(tmp_path / "texts"))]))
        graph.remove([info.source for info in graph.documents()])
        assert set(graph._store.quads()) == before


def test_lifecycle_meets_in_shared_facts(graph: kg.Graph) -> None:
    shared = [
        row
        for row in graph.query("SELECT ?s ?p ?o { ?s ?p ?o . ?s a kg:Person }")
        if isinstance(row[0], kg.Iri) and isinstance(row[1], kg.Iri) and row[2] is not None
    ]
    documents = [{each.document for each in graph.why(row[0], row[1], row[2])} for row in shared]
    assert max(map(len, documents)) >= 2


# ---------------------------------------------------------------- what a good graph is


def test_lifecycle_gives_a_graph_that_conforms(graph: kg.Graph) -> None:
    assert graph.validate().findings == ()


def test_lifecycle_exports_turtle_that_two_parsers_read_alike(graph: kg.Graph) -> None:
    text = graph.export(format="ttl")
    lines = graph.export(format="nt")
    assert text is not None
    assert lines is not None
    stored = {(*triple, None) for triple in parse(lines.encode(), "nt")}
    assert set(canonical((*triple, None) for triple in parse(text.encode(), "ttl"))) == set(canonical(stored))
    read = rdflib.Graph().parse(data=text, format="turtle")
    assert len(read) == len(stored)
    assert isomorphic(read, rdflib.Graph().parse(data=lines, format="nt"))


def test_lifecycle_anchors_every_phrase_in_the_text(graph: kg.Graph) -> None:
    rows = graph.query(
        """SELECT ?text ?words ?sentence { GRAPH ?g { ?g nif:isString ?text . ?sentence nif:anchorOf ?words } }"""
    )
    assert isinstance(rows, kg.Rows)
    found = [(text.text, words.text, places(sentence)[0][0]) for text, words, sentence in rows]
    assert len(found) > len(ARTICLES)
    assert [words for text, words, place in found if text[slice(*place)] != words] == []


# ---------------------------------------------------------------- builds that are cut short


@pytest.mark.parametrize("writes", [1, 4, 9])
def test_lifecycle_completes_a_build_that_was_killed(folder: Path, store: Path, writes: int, tmp_path: Path) -> None:
    place = tmp_path / "store"
    with subprocess.Popen([*KG, "build", str(folder), "--store", str(place)], env=ENVIRONMENT) as process:
        for _ in range(writes):
            wait_for_write(place, process)
        process.kill()
    assert run("stats", "--store", place).returncode == 0
    assert run("build", folder, "--store", place).returncode == 0
    assert exports(place) == exports(store)


def wait_for_write(place: Path, process: subprocess.Popen[bytes]) -> None:
    """Waits until the store's log on disk has grown."""
    before = logged(place)
    while process.poll() is None and logged(place) <= before:
        time.sleep(0.001)


def logged(place: Path) -> int:
    try:
        return sum(file.stat().st_size for file in place.glob("*.log"))
    except FileNotFoundError:
        return 0


def test_lifecycle_stores_whole_documents_when_the_disk_is_full(folder: Path, store: Path, tmp_path: Path) -> None:
    place = tmp_path / "store"
    limit = 300_000
    done = subprocess.run(
        [*KG, "build", str(folder), "--store", str(place)],
        capture_output=True,
        check=False,
        timeout=300,
        env=ENVIRONMENT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    (line,) = errors(done)
    assert done.returncode == 3
    assert line.startswith(f"kg: {place}: the disk is full")
    assert run("validate", "--store", place).returncode == 0
    assert run("build", folder, "--store", place).returncode == 0
    assert exports(place) == exports(store)


# ---------------------------------------------------------------- bad input

BAD: dict[str, tuple[bytes | None, str]] = {
    "missing.txt": (None, "no such file"),
    "empty.txt": (b"", "is empty"),
    "binary.txt": (bytes(range(256)) * 20, "is binary"),
    "damaged.txt": ("Anna Berg såg Åse på ön där hjälparen gömde äpplen åt ".encode() + b"\xff\xfe\x81", "UTF-8"),
    "german.txt": (
        b"Der Mann ging gestern in den Wald, weil er dort Pilze suchen wollte, doch er fand keine.",
        "is in German",
    ),
    "damaged.pdf": (b"%PDF-1.4\n1 0 obj\n<< /Type /Cat", "damaged PDF"),
    "damaged.docx": (b"PK\x03\x04 word/ nonsense", "damaged"),
}


def test_lifecycle_names_each_bad_input_and_does_the_rest(tmp_path: Path) -> None:
    good = write(tmp_path / "good", {"acme.en.txt": ARTICLES["acme.en.txt"]})
    for name, (data, _) in BAD.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(1 << 40)
    (tmp_path / "folder").mkdir()
    sources = [*(tmp_path / name for name in (*BAD, "huge.txt", "folder")), good]
    done = run("build", *sources, "--store", tmp_path / "store")
    lines = errors(done)
    assert done.returncode == 1
    assert done.stdout.decode().startswith(f"1 added, {len(BAD) + 2} failed")
    assert len(lines) == len(BAD) + 2
    for name, words in [
        *((name, words) for name, (_, words) in BAD.items()),
        ("huge", "larger"),
        ("folder", "no files"),
    ]:
        assert any(line.startswith("kg: ") and name in line and words in line for line in lines), (name, lines)
    run("build", good, "--store", tmp_path / "other")
    assert exports(tmp_path / "store") == exports(tmp_path / "other")


def test_lifecycle_names_who_holds_the_store(folder: Path, store: Path) -> None:
    with kg.open(store):
        done = run("build", folder, "--store", store)
    (line,) = errors(done)
    assert done.returncode == 3
    assert f"in use by process {os.getpid()}" in line
