"""The real prompt in a real pseudo-terminal."""

from __future__ import annotations

import os
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
    child = pexpect.spawn(
        sys.executable,
        ["-m", "shell", "shell", str(store)],
        env=environment,
        encoding="utf-8",
        timeout=20,
        dimensions=(40, 120),
    )
    child.expect(PROMPT)
    yield child
    child.close(force=True)


def _ends(child: pexpect.spawn[str]) -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    status: int | None = child.exitstatus
    return status


def test_terminal_completes_runs_and_quits(terminal: pexpect.spawn[str]) -> None:
    terminal.send("SELECT ?who {\r")
    terminal.expect(r"\.\.\.")
    terminal.send("?who kg:left acm")
    terminal.expect("ent:Acme")
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
    every = " . ".join(f"?a{i} ?b{i} ?c{i}" for i in range(8))
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
