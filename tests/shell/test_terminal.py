"""The real prompt in a real pseudo-terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a POSIX terminal")

PROMPT = "kg>"


@pytest.fixture
def terminal(store: Path, tmp_path: Path) -> Iterator[pexpect.spawn[str]]:
    environment = dict(os.environ) | {
        "TERM": "xterm-256color",
        "PROMPT_TOOLKIT_NO_CPR": "1",
        "XDG_STATE_HOME": str(tmp_path),
        "PAGER": "cat",
    }
    child = _started(store, environment)
    yield child
    child.close(force=True)


def _started(store: Path, environment: dict[str, str], dimensions: tuple[int, int] = (40, 120)) -> pexpect.spawn[str]:
    child = pexpect.spawn(
        sys.executable,
        ["-m", "shell", "shell", str(store)],
        env=environment,
        encoding="utf-8",
        timeout=20,
        dimensions=dimensions,
    )
    child.expect(PROMPT)
    return child


def _ends(child: pexpect.spawn[str]) -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    status: int | None = child.exitstatus
    return status


def test_terminal_completes_runs_and_quits(terminal: pexpect.spawn[str]) -> None:
    terminal.send("SELECT ?who {\r")
    terminal.expect(r"\.\.\.")
    terminal.send("?who kg:left acm")
    for _ in range(20):  # the names may still be on their way from the store, and the menu is made as one types
        if terminal.expect(["ent:Acme", pexpect.TIMEOUT], timeout=1) == 0:
            break
        terminal.send("\x7fm")
    terminal.send("\t")
    terminal.expect("Acme")
    terminal.send(" }\r")
    terminal.expect("Ann Lee")
    terminal.expect("2 rows, ")
    terminal.send(".quit\r")
    assert _ends(terminal) == 0


def test_terminal_shows_errors_with_a_caret(terminal: pexpect.spawn[str]) -> None:
    terminal.send("SELECT ?who { ?who kgg:left ?what }\r")
    terminal.expect(r"\^\r\n")
    terminal.expect("line 1, column 20")
    terminal.send("\x04")
    assert _ends(terminal) == 0


def test_terminal_clears_the_line_at_ctrl_c(terminal: pexpect.spawn[str]) -> None:
    terminal.send("nonsense\x03")
    terminal.expect(PROMPT)
    terminal.send("ASK {}\r")
    terminal.expect("true")
    terminal.send("\x04")
    assert _ends(terminal) == 0


def test_terminal_stops_a_query_at_ctrl_c(terminal: pexpect.spawn[str]) -> None:
    every = " . ".join(f"?a{i} ?b{i} ?c{i}" for i in range(14))
    terminal.send(f"SELECT (COUNT(*) AS ?n) {{ {every} }}\r")
    terminal.expect("\r\n")
    with pytest.raises(pexpect.TIMEOUT):
        terminal.expect("row", timeout=1)
    terminal.sendintr()
    terminal.expect("stopped")
    terminal.expect(PROMPT)
    terminal.send("ASK {}\r")
    terminal.expect("true")
    terminal.send("\x04")
    assert _ends(terminal) == 0


def test_terminal_keeps_a_history(terminal: pexpect.spawn[str], tmp_path: Path) -> None:
    terminal.send("ASK {}\r")
    terminal.expect("true")
    terminal.send("\x04")
    assert _ends(terminal) == 0
    assert "+ASK {}" in (tmp_path / "kgshell" / "history").read_text(encoding="utf-8")


def test_terminal_guards_updates(terminal: pexpect.spawn[str]) -> None:
    terminal.send("INSERT DATA { ent:Zed kg:left ent:Acme }\r")
    terminal.expect(r"\+1 triple, −0 triples")
    terminal.send("n")
    terminal.expect("not done")
    terminal.send("ASK { ent:Zed ?p ?o }\r")
    terminal.expect("false")
    terminal.send("\x04")
    assert _ends(terminal) == 0


def test_terminal_pages_what_is_long(store: Path, tmp_path: Path) -> None:
    environment = dict(os.environ) | {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "XDG_STATE_HOME": str(tmp_path)}
    child = _started(store, environment | {"PAGER": "less", "LESS": "FR"}, (12, 80))
    child.send("SELECT * { ?a ?b ?c . ?d ?e ?f }\r")
    child.expect(r"│")
    child.expect("(?:^|[\r\n\x1b].{0,20}):")
    child.send("q")
    child.expect(PROMPT)
    child.send("ASK {}\r")
    child.expect("true")
    child.send("\x04")
    assert _ends(child) == 0


@pytest.mark.parametrize("dimensions", [(8, 24), (50, 300)])
def test_terminal_fits_its_window(store: Path, tmp_path: Path, dimensions: tuple[int, int]) -> None:
    environment = dict(os.environ) | {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "XDG_STATE_HOME": str(tmp_path)}
    child = _started(store, environment | {"PAGER": "cat"}, dimensions)
    child.send(".describe Ann Lee\r")
    child.expect("ent:Ann_Lee")
    child.expect("Acme")
    child.send("\x04")
    assert _ends(child) == 0


def test_terminal_without_colour_shows_none(store: Path, tmp_path: Path) -> None:
    environment = dict(os.environ) | {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "NO_COLOR": "1"}
    child = _started(store, environment | {"XDG_STATE_HOME": str(tmp_path), "PAGER": "cat"})
    child.send('SELECT ?who { ?who kg:left "x" }\r')
    child.expect("0 rows")
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", child.before or "")
    child.send("\x04")
    assert _ends(child) == 0


def test_terminal_none_runs_a_script(store: Path) -> None:
    script = "SELECT ?who { ?who kg:left ent:Acme } ORDER BY ?who\n\nSELEKT\n"
    done = subprocess.run(
        [sys.executable, "-m", "shell", "shell", str(store)], input=script, capture_output=True, text=True, check=False
    )
    assert "Ann Lee" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert done.returncode == 1


def test_terminal_runs_each_statement_of_what_is_pasted(terminal: pexpect.spawn[str]) -> None:
    terminal.send("\x1b[200~ASK { ?s kg:left ent:Acme }\n.find acm\nASK { ent:Nobody kg:left ent:Acme }\x1b[201~\r")
    for answer in ("true", "ent:Acme", "false"):
        terminal.expect(answer)
