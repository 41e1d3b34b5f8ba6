from __future__ import annotations

import pytest

from shell.statement import Form, is_complete, names_in, read, split

COMMANDS = ("find", "help", "path", "quit", "describe", "mode", "run", "save")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        ".find Meta",
        "quit",
        "path A -> B",
        "SELECT * { ?s ?p ?o }",
        "PREFIX a: <http://a/> SELECT * WHERE { ?s a:p ?o } LIMIT 3",
        "SELECT * { ?s ?p 'a { b' }",
        "SELECT * { ?s ?p <http://a/#x> }",
        "SELECT * { ?s ?p ?o } # {",
        "ASK { ?s ?p ?o }",
        "DESCRIBE ent:Meta",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "INSERT DATA { ent:a kg:left ent:b }",
        "DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "COPY <http://a> TO <http://b>",
        "PATHS START ?a = ent:A END ?b = ent:B VIA ?p",
        "SELECT * { ?s ?p ?o }}",
        "SELEKT ?x",
        'SELECT * { ?s ?p "open }',
        "SELECT ?x WHERE;",
    ],
)
def test_statement_complete_runs_on_enter(text: str) -> None:
    assert is_complete(text, commands=COMMANDS)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT *",
        "SELECT * {",
        "SELECT * { ?s ?p ?o } LIMIT",
        "SELECT * { ?s ?p ?o } ORDER BY",
        "SELECT (COUNT(?x) AS",
        "PREFIX a: <http://a/>",
        "CONSTRUCT { ?s ?p ?o }",
        "INSERT { ?s ?p ?o }",
        "DESCRIBE",
        'SELECT * { ?s ?p """open',
        "PATHS START ?a = ent:A",
        "PATHS START ?a END ?b VIA",
        "COPY <http://a> TO",
    ],
)
def test_statement_incomplete_continues(text: str) -> None:
    assert not is_complete(text, commands=COMMANDS)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("select * {}", Form.QUERY),
        ("PREFIX a: <http://a/> INSERT DATA {}", Form.UPDATE),
        ("BASE <http://a/> PATHS START ?a", Form.QUERY),
        ("# nothing", Form.EMPTY),
        ("nonsense", Form.UNKNOWN),
        ("describe ent:Meta", Form.QUERY),
    ],
)
def test_statement_form_is_read(text: str, form: Form) -> None:
    assert read(text, commands=COMMANDS).form is form


def test_statement_command_has_name_and_argument() -> None:
    found = read("  .Find  devi parikh ")
    assert (found.name, found.argument) == ("find", "devi parikh")


def test_statement_query_loses_its_semicolon() -> None:
    assert read("ASK { ?s ?p ?o } ;").text == "ASK { ?s ?p ?o }"


def test_statement_update_keeps_its_semicolon() -> None:
    assert read("CLEAR ALL ; CLEAR ALL ;").text.endswith(";")


def _split(script: str, *, typed: bool = False) -> list[tuple[int, str]]:
    found = split(script.splitlines(keepends=True), commands=COMMANDS, typed=typed)
    return [(each.line, each.text) for each in found]


def test_split_cuts_at_blank_lines_and_commands() -> None:
    script = "ASK {\n\n ?s ?p ?o }\n\n.find a\nASK {}\n.quit\n"
    assert _split(script) == [(1, "ASK {\n\n ?s ?p ?o }"), (5, ".find a"), (6, "ASK {}"), (7, ".quit")]


def test_split_keeps_solution_modifiers_with_their_query() -> None:
    assert _split("SELECT * { ?s ?p ?o }\nORDER BY ?s\nLIMIT 3\nASK {}") == [
        (1, "SELECT * { ?s ?p ?o }\nORDER BY ?s\nLIMIT 3"),
        (4, "ASK {}"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { ?s ?p ?o }\n# sorted\nORDER BY ?s",
        "SELECT * { ?s ?p ?o } ORDER BY ?s\n?p\nDESC(?o)\nSTRLEN(?o)",
        "PATHS START ?x END ?y VIA ?p\nMAX LENGTH 3\nUNDIRECTED",
        "PATHS CHEAPEST START ?x END ?y VIA { ?x kg:to ?y ; kg:price ?w }\nCOST ?w",
        "LOAD <http://example.org/a>\nINTO GRAPH <http://example.org/g>",
    ],
)
def test_split_keeps_lines_that_go_on_with_a_statement(text: str) -> None:
    assert _split(text) == [(1, text)]


def test_split_keeps_a_comment_from_ending_a_sequence_of_updates() -> None:
    assert len(_split("CLEAR ALL ;\n# and then\nINSERT DATA { ent:a kg:b ent:c }")) == 1


def test_split_of_what_is_typed_takes_a_pasted_example_apart() -> None:
    pasted = "SELECT * {\n\n ?s ?p ?o }\n\nLIMIT 3\n.find a\nASK {}\n.save mine\nASK {}\n.run mine\nASK {} ;\nASK { }"
    assert [text for _, text in _split(pasted, typed=True)] == [
        "SELECT * {\n\n ?s ?p ?o }\n\nLIMIT 3",
        ".find a",
        "ASK {}",
        ".save mine\nASK {}",
        ".run mine",
        "ASK {}",
        "ASK { }",
    ]


def test_split_of_what_is_typed_keeps_a_text_of_several_lines() -> None:
    assert _split(".extract Ann left.\n\nASK Bo.", typed=True) == [(1, ".extract Ann left.\n\nASK Bo.")]


def test_split_keeps_a_group_on_its_own_line() -> None:
    assert _split("CONSTRUCT\nWHERE\n{ ?s ?p ?o }\n") == [(1, "CONSTRUCT\nWHERE\n{ ?s ?p ?o }")]


def test_split_keeps_sequences_of_updates_together() -> None:
    assert len(_split("CLEAR ALL ;\nINSERT DATA { ent:a kg:b ent:c }")) == 1


def test_split_ends_a_broken_statement_at_a_command() -> None:
    assert _split("SELECT * {\n.find a\n") == [(1, "SELECT * {"), (2, ".find a")]


def test_names_leave_out_declarations() -> None:
    found = names_in("PREFIX a: <http://a/> ASK { ?x a:b kg:c , 'd:e' }")
    assert [token.text for token in found] == ["a:b", "kg:c"]
