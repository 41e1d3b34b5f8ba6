from __future__ import annotations

from pathlib import Path

import pytest

import kg
from shell.__main__ import main
from shell.session import Session
from shell.statement import read
from tests.shell.conftest import DATA


def test_rank_shows_the_most_central_first(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    session.run(read(".rank degree --limit 1"))
    shown = capsys.readouterr()
    assert "degree" in shown.out.splitlines()[0]
    assert "Birch" not in shown.out
    assert "--limit N shows more" in shown.err


def test_components_of_the_last_query_are_those_of_its_answer(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    session.run(read("SELECT ?who ?what { ?who kg:worksFor ?what }"))
    capsys.readouterr()
    session.run(read(".components --last"))
    shown = capsys.readouterr().out
    assert "Birch" in shown
    assert "Acme" not in shown


def test_communities_name_their_members_as_the_mode_wants(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    session.run(read(".communities"))
    assert "ent:Acme" not in capsys.readouterr().out
    session.run(read(".mode iri"))
    session.run(read(".communities"))
    assert "ent:Acme" in capsys.readouterr().out


def test_kept_communities_can_be_asked_for(writing: Session) -> None:
    writing.run(read(".communities --keep --seed 2"))
    asked = "ASK { GRAPH <https://kg.example/graph/analytics> { ent:Acme kg:community ?number } }"
    assert writing.graph.query(asked) is True


@pytest.mark.parametrize("command", ["rank", "communities", "components"])
def test_kg_measures_a_store(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kg.open(tmp_path / "store") as graph:
        graph.update(DATA)
    assert main([command, "--store", str(tmp_path / "store")]) == 0
    assert "Acme" in capsys.readouterr().out
