from __future__ import annotations

import pytest

from shell.session import Session
from shell.statement import read


def _say(session: Session, *lines: str) -> list[bool]:
    return [session.attempt(read(line, commands=session.commands)) for line in lines]


def _holds(session: Session, pattern: str) -> bool:
    return session.graph.query(f"ASK {{ {pattern} }}") is True


def test_updates_say_what_they_changed_and_are_taken_back(writing: Session, capsys: pytest.CaptureFixture[str]) -> None:
    _say(writing, "DELETE { ?x kg:left ?y } INSERT { ?x kg:joined ?y } WHERE { ?x kg:left ?y }")
    assert "+2 triples, −2 triples" in capsys.readouterr().err
    assert _holds(writing, "ent:Ann_Lee kg:joined ent:Acme")
    _say(writing, ".undo")
    assert _holds(writing, "ent:Ann_Lee kg:left ent:Acme")
    assert not _holds(writing, "ent:Ann_Lee kg:joined ent:Acme")


def test_updates_are_taken_back_last_first(writing: Session) -> None:
    _say(writing, "INSERT DATA { ent:a kg:left ent:b }", "INSERT DATA { ent:c kg:left ent:b }", ".undo")
    assert _holds(writing, "ent:a kg:left ent:b")
    assert not _holds(writing, "ent:c kg:left ent:b")
    assert _say(writing, ".undo", ".undo") == [True, False]
    assert not _holds(writing, "ent:a kg:left ent:b")


def test_updates_wait_for_commit(writing: Session) -> None:
    _say(writing, ".begin", "INSERT DATA { ent:a kg:left ent:b }", "DELETE WHERE { ent:a ?p ?o }")
    _say(writing, "INSERT DATA { ent:c kg:left ent:b }")
    assert not _holds(writing, "ent:c kg:left ent:b")
    _say(writing, ".commit")
    assert _holds(writing, "ent:c kg:left ent:b")
    assert not _holds(writing, "ent:a kg:left ent:b")
    _say(writing, ".undo")
    assert not _holds(writing, "ent:c kg:left ent:b")


def test_updates_that_wait_can_be_dropped(writing: Session) -> None:
    _say(writing, ".begin", "INSERT DATA { ent:a kg:left ent:b }", ".rollback")
    assert not _holds(writing, "ent:a kg:left ent:b")
    assert _say(writing, ".commit") == [False]


def test_updates_that_are_wrong_do_not_wait(writing: Session) -> None:
    assert _say(writing, ".begin", "INSERT DATA { ent:a kg:left }", ".commit") == [True, False, True]


def test_updates_show_a_no_by_changing_nothing(writing: Session) -> None:
    writing.settings.confirm, writing.ask = True, lambda _question: False
    assert _say(writing, "CLEAR DEFAULT") == [False]
    assert _holds(writing, "ent:Ann_Lee kg:left ent:Acme")
