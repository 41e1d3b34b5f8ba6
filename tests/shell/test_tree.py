from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

import pytest

import kg
from shell.commands import COMMANDS
from shell.problems import UsageError
from shell.session import Session
from shell.tree import around, drawn, of_paths

ENT = "https://kg.example/entity/"


@pytest.fixture
def people() -> Iterator[kg.Graph]:
    with kg.open() as opened:
        opened.update(
            "INSERT DATA { ent:Ann kg:left ent:Acme . ent:Bo kg:left ent:Acme . ent:Bo kg:joined ent:Birch ."
            " ent:Cy kg:left ent:Acme . ent:Cy kg:joined ent:Cedar }"
        )
        yield opened


def name(iri: kg.Iri) -> str:
    return unquote(iri.rpartition("/")[2].rpartition("#")[2])


def of(local: str) -> kg.Iri:
    return kg.Iri(ENT + local)


def test_tree_gathers_facts_of_one_relation(people: kg.Graph) -> None:
    shown = drawn(around(of("Acme"), people.neighbours, name))
    assert shown == "Acme\n└─ ← left\n   ├─ Ann\n   ├─ Bo\n   └─ Cy\n"


def test_tree_goes_on_where_it_has_not_been(people: kg.Graph) -> None:
    shown = drawn(around(of("Ann"), people.neighbours, name, depth=3))
    assert shown == (
        "Ann\n└─ left → Acme\n   └─ ← left\n      ├─ Bo\n      │  └─ joined → Birch\n"
        "      └─ Cy\n         └─ joined → Cedar\n"
    )


def test_tree_says_how_many_it_leaves_out(people: kg.Graph) -> None:
    assert drawn(around(of("Acme"), people.neighbours, name, most=1)).splitlines()[-1] == "   └─ … 2 more"


def test_tree_of_paths_shares_their_beginning(people: kg.Graph) -> None:
    found = [*people.path(of("Ann"), of("Birch")), *people.path(of("Ann"), of("Cedar"))]
    assert "".join(map(drawn, of_paths(found, name))) == (
        "Ann\n└─ left → Acme\n   ├─ ← left ─ Bo\n   │  └─ joined → Birch\n   └─ ← left ─ Cy\n      └─ joined → Cedar\n"
    )


def test_tree_keeps_to_the_width_and_shows_names_harmlessly(people: kg.Graph) -> None:
    shown = drawn(around(of("Acme"), people.neighbours, lambda iri: f"\x1b[31m{name(iri)}" * 20), width=40)
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) == 40


def test_viz_draws_a_tree_where_it_is_asked_for(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    COMMANDS["viz"].run(session, "Ann Lee -> Birch --tree")
    assert capsys.readouterr().out == "Ann Lee\n└─ left → Acme\n   └─ ← left ─ Bo Ås\n      └─ works for → Birch\n"


def test_viz_draws_a_tree_where_there_is_no_browser(
    session: Session, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webbrowser.get", no_browser)
    COMMANDS["viz"].run(session, "Birch")
    assert capsys.readouterr().out == "Birch\n└─ ← works for ─ Bo Ås\n"


def no_browser() -> None:
    import webbrowser

    raise webbrowser.Error("could not locate runnable browser")


def test_viz_has_no_tree_of_everything(session: Session) -> None:
    with pytest.raises(UsageError, match="has a beginning"):
        COMMANDS["viz"].run(session, "--tree")
