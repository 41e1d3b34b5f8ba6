"""The commands of `kg` and the shell on a SPARQL endpoint, and on a folder with the same graph beside it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pexpect
import pyoxigraph as ox
import pytest

import kg
from shell.__main__ import main
from shell.hints import for_empty
from shell.remote import Worker
from shell.running import Budget, OverBudget, Stopped
from shell.vocabulary import Background
from shell.worker import Opening
from tests.served import Manners, Served, as_new, serving
from tests.shell.conftest import DATA

LEFT = "SELECT ?who { ?who kg:left ent:Acme } ORDER BY ?who"


@pytest.fixture(scope="module")
def running(store: Path) -> Iterator[Served]:
    """An endpoint with what the folder `store` holds."""
    with kg.open(store) as graph:
        text = graph.export(format="nq", what="evidence")
        assert text is not None
    with serving() as server:
        server.store.load(text.encode(), format=ox.RdfFormat.N_QUADS)
        yield server


@pytest.fixture
def served(running: Served) -> Iterator[Served]:
    with as_new(running) as served:
        yield served


@pytest.fixture
def written() -> Iterator[Served]:
    """An endpoint to write to."""
    with serving() as server:
        yield server


def output(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capfd.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", LEFT),
        ("query", "--format", "json", LEFT),
        ("query", "--format", "ttl", "CONSTRUCT WHERE { ?who kg:left ent:Acme }"),
        ("query", "PATHS START ?a = ent:Ann_Lee END ?b = ent:Birch VIA ?p UNDIRECTED MAX LENGTH 3"),
        ("query", "--timeout", "30", LEFT),
        ("why", "Ann Lee", "left", "Acme"),
        ("path", "Ann Lee", "Birch"),
        ("between", "Ann Lee", "Birch"),
        ("neighbours", "acme"),
        ("documents",),
        ("stats",),
        ("rank",),
        ("components",),
        ("export",),
        ("export", "--evidence", "--format", "nq"),
        ("validate",),
        ("check",),
        ("verify",),
    ],
    ids=" ".join,
)
def test_endpoints_answer_as_a_folder_does(
    served: Served, store: Path, arguments: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    answers = [(main([*arguments, "--store", place]), capfd.readouterr().out) for place in (str(store), served.url)]
    assert answers[0] == answers[1]
    assert answers[0][1]


def test_endpoints_are_asked_little(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    output(capfd, "query", LEFT, "--store", served.url)
    assert len(served.requests) == 2
    assert served.updates == []


def test_endpoints_are_drawn(served: Served, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for part in ((), ("--center", "Acme"), ("--path", "Ann Lee", "Birch")):
        output(capfd, "viz", str(tmp_path / "graph.svg"), *part, "--store", served.url)
        assert "Ann Lee" in (tmp_path / "graph.svg").read_text(encoding="utf-8")


def test_endpoints_come_from_the_environment(
    served: Served, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE", served.url)
    monkeypatch.setenv("KG_STORE_USER", "ann")
    monkeypatch.setenv("KG_STORE_PASSWORD", "s3cret")
    served.manners = Manners(user="Basic YW5uOnMzY3JldA==")
    assert "ent:Ann_Lee" in output(capfd, "query", LEFT)


@pytest.mark.parametrize(
    ("manners", "words"),
    [
        (Manners(user="Basic other"), "does not take this user and password"),
        (Manners(status=404), "no SPARQL endpoint there (HTTP 404); check the address"),
        (Manners(status=200, body="<html>Hello</html>", kind="text/html"), "is no SPARQL endpoint; check the address"),
        (Manners(status=503, headers={"Retry-After": "99"}), "is busy (HTTP 503); try again later"),
    ],
)
def test_endpoints_that_fail_are_one_line_without_the_password(
    served: Served, manners: Manners, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    served.manners = manners
    assert main(["query", LEFT, "--store", served.url.replace("//", "//ann:s3cret@")]) == 3
    said = capfd.readouterr().err
    assert said.startswith(f"kg: {served.url}: ")
    assert words in said
    assert said.count("\n") == 1
    assert "s3cret" not in said


# ---------------------------------------------------------------- writing


def test_endpoints_take_updates(written: Served, capfd: pytest.CaptureFixture[str]) -> None:
    output(capfd, "query", "--update", DATA, "--store", written.url)
    assert "ent:Ann_Lee" in output(capfd, "query", LEFT, "--store", written.url)
    elsewhere = f"http://127.0.0.1:{written.port}/writing"
    output(
        capfd,
        "query",
        "--update",
        "DELETE WHERE { ?who kg:left ?where }",
        "--store",
        written.url,
        "--update-url",
        elsewhere,
    )
    assert "ent:Ann_Lee" not in output(capfd, "query", LEFT, "--store", written.url)


def test_endpoints_import_and_remove_files(written: Served, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "more.ttl"
    file.write_text("<http://x.example/a> <http://x.example/p> [ <http://x.example/q> 1 ] .", encoding="utf-8")
    with kg.open(tmp_path / "store") as folder:
        folder.load(file)
        held = folder.export(format="nq", what="evidence")
    for _ in range(2):  # the second time nothing changes
        output(capfd, "import", str(file), "--store", written.url)
        assert output(capfd, "export", "--evidence", "--format", "nq", "--store", written.url) == held
    output(capfd, "remove", "more.ttl", "--store", written.url)
    assert "x.example" not in output(capfd, "export", "--evidence", "--format", "nq", "--store", written.url)


def test_endpoints_that_are_read_only_are_told_before_anything_is_read(
    served: Served, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    served.manners = Manners(readonly=True)
    (tmp_path / "a.txt").write_text("Ann Lee left Acme.", encoding="utf-8")
    assert main(["build", str(tmp_path / "a.txt"), "--store", served.url]) == 3
    assert "takes no updates there, or not from you (HTTP 405); --update-url" in capfd.readouterr().err


def test_endpoints_keep_no_decisions(written: Served) -> None:
    with kg.open(written.url) as graph, pytest.raises(kg.CurationError, match="beside a store's folder"):
        kg.decide(graph, "same General Motors = GM")


# ---------------------------------------------------------------- the shell


@pytest.fixture
def worker(served: Served) -> Iterator[Worker]:
    opened = Worker(Opening(served.url.replace("//", "//ann:s3cret@")))
    opened.opened()
    yield opened
    opened.close()


def test_endpoints_time_out_in_the_shell(worker: Worker, served: Served) -> None:
    worker.budget = Budget(seconds=0.3)
    served.manners = Manners(seconds=20)
    with pytest.raises(OverBudget, match=r"stopped after 0\.3 s"):
        worker.graph.query(LEFT)
    served.manners = Manners()
    worker.budget = Budget()
    assert len(worker.graph.query(LEFT)) == 2


def test_endpoints_are_left_at_once_on_ctrl_c(worker: Worker, served: Served) -> None:
    served.manners = Manners(seconds=20)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT))
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    began = time.monotonic()
    with pytest.raises(Stopped):
        worker.graph.query(LEFT)
    assert time.monotonic() - began < 5
    served.manners = Manners()
    assert len(worker.graph.query(LEFT)) == 2


def test_endpoints_give_words_to_completion(worker: Worker) -> None:
    background = Background(worker, {})
    background.refresh()
    background.wait(20)
    words = background.vocabulary
    assert [entry.name for entry in words.entities.search("acme")][:1] == ["ent:Acme"]
    assert words.properties.search("works for")[0].name == "kg:worksFor"
    assert [entry.label for entry in words.documents.entries] == ["news.txt"]
    assert words.trouble == ""
    assert "kg:left" in words.of_class["kg:Person"]
    assert background.facts


def test_endpoints_without_named_graphs_give_words_and_answers(served: Served) -> None:
    served.manners = Manners(plain=True)
    with closing(Worker(Opening(served.url))) as worker:
        worker.opened()
        background = Background(worker, {})
        background.refresh()
        background.wait(20)
        assert background.vocabulary.entities.search("acme")[0].name == "ent:Acme"
        assert background.vocabulary.trouble == ""
        assert str(worker.graph.entity("Ann Lee")).endswith("Ann_Lee")
        assert len(worker.graph.neighbours("ent:Acme")) == 2
        assert worker.graph.why("ent:Ann_Lee", "kg:left", "ent:Acme") == []


def test_endpoints_that_fail_say_no_hints(served: Served, capfd: pytest.CaptureFixture[str]) -> None:
    """An answer stays an answer where the server does not want to say why there is no more of it."""
    with kg.open(served.url) as graph:
        served.manners = Manners(status=500)
        assert list(for_empty(graph, "SELECT ?x { ?x kg:left ent:Nowhere }")) == []
        served.manners = Manners()
        assert list(for_empty(graph, "SELECT ?x { ?x kg:left ent:Nowhere }")) == ["ent:Nowhere is nowhere in the graph"]


def test_endpoints_that_fail_leave_completion_without_words(served: Served) -> None:
    with closing(Worker(Opening(served.url))) as worker:
        worker.opened()
        served.manners = Manners(status=500, body="query timeout")
        background = Background(worker, {})
        background.refresh()
        background.wait(20)
        assert "HTTP 500: query timeout" in background.vocabulary.trouble
        assert len(served.requests) <= 4


def test_endpoints_show_no_password_in_the_list_of_processes(worker: Worker) -> None:
    listed = subprocess.check_output(["ps", "-ww", "-o", "args=", "-p", str(worker._process.number)], text=True)
    assert "s3cret" not in listed


@pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")
def test_endpoints_open_in_a_terminal(served: Served, written: Served, tmp_path: Path) -> None:
    environment = dict(os.environ) | {
        "TERM": "xterm-256color",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "XDG_STATE_HOME": str(tmp_path),
        "PAGER": "cat",
    }
    place = served.url.replace("//", "//ann:s3cret@")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "shell", "shell", place],
        env=environment,
        encoding="utf-8",
        timeout=30,
        dimensions=(40, 160),
    )
    try:
        child.expect("kg>")
        child.send(f"{LEFT}\r")
        child.expect("Ann Lee")
        child.send(f".open {written.url.replace('//', '//bo:t0psecret@')} http://127.0.0.1:{written.port}/writing\r")
        child.expect("kg>")
        child.send("INSERT DATA { ent:a kg:left ent:b }\r")
        child.expect("Run this update")
        child.send("y")
        child.expect("undo takes it back")
        child.send(".history\r")
        child.expect("http://…@")
        child.send("\x04")
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)
    assert "INSERT DATA" in " ".join(written.updates)
    history = (tmp_path / "kgshell" / "history").read_text(encoding="utf-8")
    assert re.search(r"\.open http://…@127", history)
    assert "t0psecret" not in history
