"""RDF files as facts: imported, explained, imported again, removed."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from shell.__main__ import main
from tests.kg.plain import opened, put

ANN, KG = "https://kg.example/entity/Ann_Berg", "https://w3id.org/kgshell/ontology#"
ACME = "https://kg.example/entity/Acme"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
#: That Ann Berg left Acme, and knows somebody without a name, who is called Bo.
FILES = {
    "facts.ttl": f'<{ANN}> <{KG}left> <{ACME}> ; <{LABEL}> "Ann Berg" ; <{KG}knows> [ <{LABEL}> "Bo" ] .',
    "facts.jsonld": f"""{{"@id": "{ANN}", "{KG}left": {{"@id": "{ACME}"}}, "{LABEL}": "Ann Berg",
        "{KG}knows": {{"{LABEL}": "Bo"}}}}""",
    "facts.nq": f"""<{ANN}> <{KG}left> <{ACME}> <https://g.example/one> .
<{ANN}> <{LABEL}> "Ann Berg" .
<{ANN}> <{KG}knows> _:x <https://g.example/one> .
_:x <{LABEL}> "Bo" <https://g.example/one> .
""",
}
FACT = f"ASK {{ <{ANN}> <{KG}left> <{ACME}> }}"


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    path.write_text(FILES[path.name], encoding="utf-8")
    return path


def run(store: Path, command: str, *arguments: str) -> int:
    return main([command, *arguments, "--store", str(store)])


def held(store: Path) -> bytes:
    with kg.open(store) as graph:
        return str(graph.export(format="nq", what="evidence")).encode()


def ask(store: Path, query: str) -> object:
    with kg.open(store) as graph:
        return graph.query(query)


def test_import_puts_a_file_among_the_facts(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path / "store", "import", str(file)) == 0
    assert capsys.readouterr().out == f"{file.name}: 2 facts\n"
    assert ask(tmp_path / "store", f'{FACT[:-1]} . <{ANN}> <{KG}knows> [ <{LABEL}> "Bo" ] }}')


def test_why_names_an_imported_file(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "store", "import", str(file))
    capsys.readouterr()
    assert run(tmp_path / "store", "why", "Ann Berg", "kg:left", f"<{ACME}>") == 0
    assert capsys.readouterr().out == f"stated without a sentence in {file.name}\n"


def test_importing_again_changes_nothing(file: Path, tmp_path: Path) -> None:
    run(tmp_path / "store", "import", str(file))
    before = held(tmp_path / "store")
    run(tmp_path / "store", "import", str(file))
    assert held(tmp_path / "store") == before


def test_removing_a_file_removes_its_facts(file: Path, tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text('<urn:a> <urn:b> "c" .', encoding="utf-8")
    run(tmp_path / "store", "import", str(tmp_path / "other.ttl"))
    before = held(tmp_path / "store")
    run(tmp_path / "store", "import", str(file))
    assert run(tmp_path / "store", "remove", file.name) == 0
    assert held(tmp_path / "store") == before


def test_facts_shared_with_an_article_stay(file: Path, tmp_path: Path) -> None:
    with opened() as graph:
        put(graph, tmp_path / "texts", {"a.txt": "Ann Berg left Acme."})
        graph.load([str(file)])
        assert kg.stated_in(graph, kg.Iri(ANN), kg.Iri(f"{KG}left"), kg.Iri(ACME)) == [file.name]
        graph.remove([file.name])
        assert graph.query(FACT)
        assert not graph.query(f"ASK {{ <{ANN}> <{KG}knows> ?x }}")
        graph.remove(["a.txt"])
        assert not graph.query(FACT)


def test_facts_shared_with_a_file_stay_when_the_article_goes(file: Path, tmp_path: Path) -> None:
    with opened() as graph:
        put(graph, tmp_path / "texts", {"a.txt": "Ann Berg left Acme."})
        graph.load([str(file)])
        graph.remove(["a.txt"])
        assert graph.query(FACT)


def test_blank_nodes_of_two_files_stay_two(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.ttl").write_text(f'_:x <urn:name> "{name}" .', encoding="utf-8")
    run(tmp_path / "store", "import", str(tmp_path / "a.ttl"), str(tmp_path / "b.ttl"))
    assert not ask(tmp_path / "store", 'ASK { ?x <urn:name> "a", "b" }')


def test_documents_lists_an_imported_file(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path / "store", "import", str(file))
    run(tmp_path / "store", "documents")
    assert file.name in capsys.readouterr().out


def test_a_graph_with_an_imported_file_conforms(file: Path, tmp_path: Path) -> None:
    run(tmp_path / "store", "import", str(file))
    assert run(tmp_path / "store", "validate") == 0


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("bad.ttl", "<urn:a> <urn:b> 1 .\n<urn:a> <urn:b>", "line 2"),
        ("bad.jsonld", '{"@id": "urn:a",\n\n"urn:b": }', "line 3"),
        ("bad.nq", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n", "line 2"),
        ("relative.ttl", "<a> <urn:b> 1 .", "line 1"),
        ("bad.docx", "words", "unknown RDF format"),
        ("facts.ttl", "<urn:a> <urn:b> 1 .", "another file is called facts.ttl too"),
    ],
)
def test_a_bad_file_is_one_line_and_nothing_is_written(
    name: str, text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "facts.ttl").write_text(FILES["facts.ttl"], encoding="utf-8")
    (tmp_path / "more" / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / "facts.ttl"), str(tmp_path / "more" / name)]
    assert run(tmp_path / "store", "import", *files) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"kg: {files[1]}: ")
    assert said in shown.err
    assert shown.err.count("\n") == 1
    assert not ask(tmp_path / "store", FACT)


def test_a_file_called_as_a_document_is_refused(tmp_path: Path) -> None:
    with opened() as graph:
        put(graph, tmp_path / "texts", {"facts.ttl": "Ann Berg left Acme."})
        (tmp_path / "facts.ttl").write_text(FILES["facts.ttl"], encoding="utf-8")
        with pytest.raises(kg.OntologyError, match=r"a document is called facts\.ttl too"):
            graph.load([str(tmp_path / "facts.ttl")])
