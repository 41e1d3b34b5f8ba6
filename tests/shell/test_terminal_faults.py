"""The real prompt with what is large, hostile or left early."""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

import kg
from tests.shell.conftest import DATA
from tests.shell.test_terminal import PROMPT, _ends, _started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")

#: Millions of rows of even a small graph.
MANY = "SELECT * {{ {} }}".format(" . ".join(f"?a{i} ?b{i} ?c{i}" for i in range(6)))
TITLE, REVERSED = "\x1b]0;owned\x07", "\u202e"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose labels hold what a terminal would obey."""
    folder = tmp_path_factory.mktemp("hostile") / "store"
    with kg.open(str(folder)) as graph:
        graph.update(DATA)
        graph.update(f'INSERT DATA {{ ent:Evil a kg:Person ; rdfs:label "evil{TITLE}{REVERSED}end" }}')
    return folder


@pytest.fixture
def terminal(hostile: Path, tmp_path: Path) -> Iterator[pexpect.spawn[str]]:
    environment = dict(os.environ) | {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "XDG_STATE_HOME": str(tmp_path)}
    child = _started(hostile, environment | {"PAGER": "less", "LESS": "FR"})
    child.timeout = 60
    yield child
    child.close(force=True)


def _still_answers(child: pexpect.spawn[str]) -> None:
    child.send("ASK {}\r")
    child.expect("true")
    child.send("\x04")
    assert _ends(child) == 0


def test_terminal_searches_the_history(terminal: pexpect.spawn[str]) -> None:
    terminal.send('SELECT (CONCAT("fo", "und") AS ?sought) {}\r')
    terminal.expect("found")
    terminal.send("ASK {}\r")
    terminal.expect("true")
    terminal.send("\x12sought\r\r")
    terminal.expect("found")
    _still_answers(terminal)


def test_terminal_leaves_a_pager_early(terminal: pexpect.spawn[str]) -> None:
    terminal.send(".set rows all\r")
    terminal.expect(PROMPT)
    terminal.send(f"{MANY}\r")
    terminal.expect("── 1 ")
    terminal.expect(r"\r\n:\x1b\[K")  # the prompt of less
    terminal.send("q")
    left = time.monotonic()
    terminal.expect(PROMPT)
    assert time.monotonic() - left < 10
    _still_answers(terminal)


@pytest.mark.parametrize("mode", ["csv", "json", "xml", "table"])
def test_terminal_streams_millions_of_rows(terminal: pexpect.spawn[str], mode: str) -> None:
    terminal.send(f".mode {mode}\r")
    terminal.expect(PROMPT)
    terminal.send(f"{MANY} | head -c 1000 | wc -c\r")
    terminal.expect(r"1000\r\n")
    _still_answers(terminal)


def test_terminal_survives_a_binary_paste(terminal: pexpect.spawn[str]) -> None:
    terminal.send("\x1b[200~\x00\x01\x7f\x1b[31m\x9b2Jÿ\ufffe\udb40\x1b[201~".encode("utf-8", "replace").decode())
    terminal.send("\r\x03")
    terminal.expect(PROMPT)
    _still_answers(terminal)


def test_terminal_shows_hostile_labels_harmlessly(terminal: pexpect.spawn[str]) -> None:
    seen = terminal.logfile_read = io.StringIO()
    terminal.send("SELECT ?l { ent:Evil rdfs:label ?l }\r")
    terminal.expect("evil␛]0;owned␇.end")
    terminal.send(".describe ent:Evil\r")
    terminal.expect("evil␛]0;owned␇.end")
    terminal.send("SELECT ?who { ?who kg:left evi")
    terminal.expect("evil␛]0;owned␇.end")
    terminal.send("\x03")
    terminal.expect(PROMPT)
    assert TITLE not in seen.getvalue()
    assert REVERSED not in seen.getvalue()
    _still_answers(terminal)


def test_terminal_shows_an_open_transaction(terminal: pexpect.spawn[str]) -> None:
    terminal.send(".begin\r")
    terminal.expect(r"kg\*>")
    terminal.send("INSERT DATA { ent:Zed kg:left ent:Acme }\r")
    terminal.expect("waiting: ")
    terminal.send(".rollback\r")
    terminal.expect("1 update dropped")
    terminal.expect(PROMPT)
    _still_answers(terminal)
