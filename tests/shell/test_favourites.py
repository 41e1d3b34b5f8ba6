from __future__ import annotations

from pathlib import Path

import pytest

from shell import favourites
from shell.session import Session
from shell.statement import read


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(favourites, "file", lambda: tmp_path / "kgshell" / "favourites.toml")


def _say(session: Session, text: str) -> bool:
    return session.attempt(read(text, commands=session.commands))


def test_favourites_run_with_arguments(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".save leavers SELECT ?who { ?who kg:left $1 } ORDER BY ?who LIMIT $2")
    assert _say(session, ".run leavers Acme 1")
    shown = capsys.readouterr().out
    assert "Ann Lee" in shown
    assert "Bo Ås" not in shown


def test_favourites_keep_the_last_query(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, "ASK { ent:Acme ?p ?o }")
    assert _say(session, ".save known")
    assert _say(session, ".run known")
    assert capsys.readouterr().out == "true\ntrue\n"


@pytest.mark.parametrize(
    ("line", "part"),
    [(".run leavers", "takes 1 argument, not 0"), (".run leaver x", "did you mean leavers?"),
     (".save a/b ASK {}", "can't")],
)  # fmt: skip
def test_favourites_say_what_is_wrong(
    session: Session, capsys: pytest.CaptureFixture[str], line: str, part: str
) -> None:
    _say(session, ".save leavers SELECT ?who { ?who kg:left $1 }")
    assert not _say(session, line)
    assert part in capsys.readouterr().err


def test_favourites_survive_odd_text() -> None:
    favourites.store({"odd": 'SELECT * { ?x ?y "a\\"b\n\t→" }'})
    assert favourites.load() == {"odd": 'SELECT * { ?x ?y "a\\"b\n\t→" }'}


def test_favourites_name_a_file_that_is_no_toml(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    favourites.file().parent.mkdir()
    favourites.file().write_text("not = = toml", encoding="utf-8")
    assert not _say(session, ".save")
    assert "favourites.toml" in capsys.readouterr().err
