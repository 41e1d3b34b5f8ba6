"""The worker process: what is asked of it, what stops it, and what is left afterwards."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg
from shell.answers import Wish, answer
from shell.commands.build import build
from shell.remote import Worker
from shell.results import Size
from shell.running import Budget, OverBudget, Stopped
from shell.session import Session
from shell.worker import Opening

if TYPE_CHECKING:
    from kg import Graph


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    folder = tmp_path_factory.mktemp("worker") / "store"
    with kg.open(str(folder)) as graph:
        graph.update('INSERT DATA { ent:a kg:left ent:b . ent:a rdfs:label "A" . ent:b kg:left ent:c }')
    opened = Worker(Opening(str(folder)))
    opened.opened()
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _unlimited(worker: Worker) -> None:
    worker.budget = Budget()


def _sleep(graph: Graph) -> None:
    time.sleep(30)


def _numbers(graph: Graph, most: int) -> Iterator[int]:
    yield from range(most)


def _slowly(graph: Graph) -> Iterator[int]:
    for number in range(1000):
        time.sleep(0.01)
        yield number


def test_remote_graph_answers_as_the_graph_does(worker: Worker) -> None:
    assert worker.graph.find("a")[0].iri == "https://kg.example/entity/a"
    assert len(list(worker.graph.labels())) == 1
    assert worker.graph.prefixes["ent"] == "https://kg.example/entity/"


def test_remote_query_gives_its_rows(worker: Worker) -> None:
    found = worker.graph.query("SELECT ?x ?y { ?x kg:left ?y } ORDER BY ?x")
    assert found.variables == ("x", "y")  # type: ignore[union-attr]
    assert [str(row[0])[-1] for row in found] == ["a", "b"]  # type: ignore[union-attr]


def test_remote_errors_come_with_their_place(worker: Worker) -> None:
    with pytest.raises(kg.QueryError) as raised:
        worker.graph.query("SELECT ?x {\n ?x nope:a ?y }")
    assert (raised.value.line, raised.value.column) == (2, 5)


def test_remote_errors_keep_what_they_know(worker: Worker) -> None:
    with pytest.raises(kg.UnknownEntity) as raised:
        worker.graph.entity("nobody")
    assert raised.value.name == "nobody"


def test_remote_build_takes_a_name_and_tells_what_it_hears(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    errors: list[kg.DocumentError] = []
    steps = list(worker.graph.build([str(tmp_path)], name="mine/", on_error=errors.append))
    assert [(step.source, step.action) for step in steps] == [("mine/empty.txt", "failed")]
    assert [error.source for error in errors] == ["mine/empty.txt"]


def test_remote_build_tells_which_files_are_gone(
    worker: Worker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    worker.graph.update('INSERT DATA { GRAPH doc:old.txt { doc:old.txt a kg:Document ; dcterms:source "old.txt" } }')
    (tmp_path / "empty.txt").touch()
    build(Session(worker, "store"), [str(tmp_path)])
    assert "in the store without a file here: 1 document (old.txt); `kg remove`" in capsys.readouterr().err


def test_remote_stream_comes_in_order(worker: Worker) -> None:
    assert list(worker.stream(_numbers, 5000)) == list(range(5000))


def test_remote_stream_may_be_left_early(worker: Worker) -> None:
    stream = worker.stream(_slowly)
    assert next(stream) == 0
    stream.close()
    assert worker.call(sum_of, 2, 3) == 5


def sum_of(graph: Graph, one: int, other: int) -> int:
    return one + other


def test_remote_answer_is_text_and_its_size(worker: Worker) -> None:
    *text, size = worker.stream(answer, "SELECT ?x { ?x kg:left ?y } ORDER BY ?x", Wish(labels=False, most=1))
    assert "ent:a" in "".join(map(str, text))
    assert isinstance(size, Size)
    assert size.summary.startswith("the first 1 row")


def test_remote_ctrl_c_stops_a_query_at_once(worker: Worker) -> None:
    pressed: list[float] = []

    def press() -> None:
        time.sleep(0.3)
        pressed.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=press, daemon=True).start()
    with pytest.raises(Stopped):
        worker.call(_sleep)
    assert time.monotonic() - pressed[0] < 0.2
    assert worker.graph.query("ASK { ent:a kg:left ent:b }") is True


def test_remote_query_ends_with_its_time(worker: Worker) -> None:
    worker.budget = Budget(seconds=0.2)
    with pytest.raises(OverBudget, match=r"stopped after 0\.2 s.*\.set timeout"):
        worker.call(_sleep)
    assert worker.graph.query("ASK {}") is True


def test_remote_query_ends_with_its_memory(worker: Worker) -> None:
    worker.budget = Budget(memory=50 << 20)
    triples = " ".join(f"ent:x{i} kg:left ent:y{i} ." for i in range(100))
    worker.graph.update(f"INSERT DATA {{ {triples} }}")
    with pytest.raises(OverBudget, match=r"stopped at 50 MB of memory.*\.set memory"):
        worker.graph.query("SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert worker.graph.query("ASK { ent:x7 kg:left ent:y7 }") is True


@pytest.mark.parametrize("form", ["json", "xml", "table", "markdown"])
def test_remote_answers_of_any_size_take_little_memory(worker: Worker, form: str) -> None:
    worker.budget = Budget(memory=32 << 20)  # 100,000 rows take several times as much
    digits = " ".join(f"VALUES ?{name} {{ {' '.join(map(str, range(10)))} }}" for name in "abcde")
    pieces = worker.stream(answer, f"SELECT * {{ {digits} }}", Wish(form, labels=False))
    assert sum(len(piece) for piece in pieces if isinstance(piece, str)) > 1_000_000


def test_remote_says_that_its_process_was_ended(worker: Worker) -> None:
    number = worker._process.number
    threading.Timer(0.2, os.kill, (number, signal.SIGKILL)).start()
    with pytest.raises(kg.StoreError, match="was started anew"):
        worker.call(_sleep)
    assert worker.graph.query("ASK {}") is True


def test_remote_open_keeps_the_store_where_the_other_fails(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises(kg.StoreError, match="no store there"):
        worker.open(str(tmp_path / "none"))
    assert worker.graph.query("ASK { ent:a kg:left ent:b }") is True


def test_remote_names_the_process_that_holds_a_store(worker: Worker) -> None:
    second = Worker(worker._opening)
    with pytest.raises(kg.StoreLocked, match=f"process {worker._process.number}"):
        second.opened()


def test_remote_memory_is_kept_when_a_query_is_stopped() -> None:
    worker = Worker(Opening(":memory:"), budget=Budget(seconds=0.1))
    worker.opened()
    worker.graph.update("INSERT DATA { ent:a kg:left ent:b }")
    with pytest.raises(OverBudget):
        worker.call(_sleep)
    assert worker.graph.query("ASK { ent:a kg:left ent:b }") is True
    worker.close()
