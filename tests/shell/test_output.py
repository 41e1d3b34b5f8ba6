from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from shell.output import Output
from shell.progress import Bar
from shell.streams import colours
from shell.vocabulary import files


class Terminal(io.StringIO):
    """A stream that says that a person reads it."""

    def isatty(self) -> bool:
        return True


def _terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Puts a terminal in place of standard output and error; not in a fixture, since pytest undoes that."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return stream


def test_output_to_a_terminal_is_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    Output().write("a\x1b[31mb\n")
    assert terminal.getvalue() == "a␛[31mb\n"


def test_output_to_a_pipe_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    Output().write("a\x1b[31mb\n")
    assert capsys.readouterr().out == "a\x1b[31mb\n"


def test_output_pages_only_what_is_long(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    terminal = _terminal(monkeypatch)
    paged = tmp_path / "paged.txt"
    monkeypatch.setenv("KG_PAGER", f"tee {paged}")
    output = Output(paging=True)
    output.write("short\n")
    output.write("line\n" * 100)
    assert terminal.getvalue() == "short\n"
    assert paged.read_text(encoding="utf-8") == "line\n" * 100


def test_output_does_without_a_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setenv("KG_PAGER", "no-such-pager")
    Output(paging=True).write("line\n" * 100)
    assert terminal.getvalue() == "line\n" * 100


def test_colours_suit_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    assert colours(terminal)
    assert not colours(io.StringIO())


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_can_be_turned_off(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    terminal = _terminal(monkeypatch)
    monkeypatch.setenv(name, value)
    assert not colours(terminal)


def test_progress_is_drawn_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = _terminal(monkeypatch)
    with Bar() as bar:
        bar.update(1, 1, "a.txt")
    assert terminal.getvalue().startswith("\r█")
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_progress_is_silent_on_pipes(capsys: pytest.CaptureFixture[str]) -> None:
    with Bar() as bar:
        bar.update(1, 1, "a.txt")
    assert capsys.readouterr() == ("", "")


def test_files_are_offered_with_their_folder(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "note.txt").touch()
    (tmp_path / ".hidden").touch()
    assert files(f"{tmp_path}/n") == [f"{tmp_path}/news/", f"{tmp_path}/note.txt"]
    assert files(f"{tmp_path}/") == [f"{tmp_path}/news/", f"{tmp_path}/note.txt"]
    assert files(f"{tmp_path}/none/") == []
