"""What people get wrong: one line on standard error, the right exit code, and nothing made or changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from shell.__main__ import main

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kg: <https://w3id.org/kgshell/ontology#> .
[] a sh:NodeShape ; sh:targetClass kg:Organization ;
   sh:property [ sh:path kg:basedIn ; sh:minCount 1 ; sh:message "a company is somewhere" ] .
"""
PERSON = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kg: <https://w3id.org/kgshell/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
[] a sh:NodeShape ; sh:targetClass kg:Person ; sh:property [ sh:path rdfs:label ; """


def line(capsys: pytest.CaptureFixture[str]) -> str:
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("kg: ")
    assert shown.err.count("\n") == 1
    return shown.err


@pytest.mark.parametrize("command", [["query", "ASK {}"], ["build", "a.txt"], ["export"], ["stats"]])
def test_cli_names_a_folder_that_is_no_store(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert main([*command, "--store", str(tmp_path)]) == 3
    assert f"{tmp_path}: has files, but is no store" in line(capsys)
    assert [each.name for each in tmp_path.iterdir()] == ["notes.txt"]


def test_cli_names_a_file_that_stands_for_the_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "store").write_text("mine", encoding="utf-8")
    assert main(["query", "ASK {}", "--store", str(tmp_path / "store")]) == 3
    assert "a file stands where the store's folder should be" in line(capsys)


@pytest.mark.parametrize("file", ["CURRENT", "MANIFEST-*"])
def test_cli_names_a_damaged_store(file: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(store, copy)
    next(copy.glob(file)).write_bytes(b"garbage")
    assert main(["query", "ASK {}", "--store", str(copy)]) == 3
    assert f"{copy}: cannot be opened as a store" in line(capsys)


def test_cli_names_who_holds_the_store(store: Path) -> None:
    with kg.open(store):
        done = subprocess.run(
            [sys.executable, "-m", "shell", "query", "ASK {}", "--store", str(store)],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    if sys.platform == "linux":
        assert f"in use by process {os.getpid()}" in done.stderr


@pytest.mark.parametrize("text", [None, "@prefix x: <", "<a> <b"])
@pytest.mark.parametrize("name", ["mine.ttl", "mine.jsonld"])
def test_cli_makes_no_store_for_an_ontology_it_cannot_read(
    name: str, text: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    if text is not None:
        file.write_text(text, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Anna Berg left Acme.", encoding="utf-8")
    place = tmp_path / "store"
    assert main(["build", str(tmp_path / "a.txt"), "--store", str(place), "--ontology", str(file)]) == 3
    assert str(file) in line(capsys)
    assert not place.exists()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("none.ttl", None, "no such file"),
        ("damaged.ttl", "@prefix x: <", "line 1"),
        ("shapes.txt", "words", "unknown RDF format"),
        ("data.ttl", "<x:a> <x:b> <x:c> .", "holds no SHACL shape"),
        ("count.ttl", PERSON + "sh:minCount <x:a> ] .", "the shapes can't be used: MinCount"),
        ("pattern.ttl", PERSON + 'sh:pattern "(" ] .', "the shapes can't be used: missing )"),
        ("sparql.ttl", PERSON + 'sh:sparql [ sh:select "SELECT oops" ] ] .', "the shapes can't be used: Expected"),
    ],
)
def test_cli_names_shapes_it_cannot_read(
    name: str, text: str | None, said: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["validate", "--shapes", str(tmp_path / name), "--store", str(store)]) == 3
    shown = line(capsys)
    assert str(tmp_path / name) in shown
    assert said in shown


def test_cli_says_what_does_not_conform(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "shapes.ttl").write_text(SHAPES, encoding="utf-8")
    assert main(["validate", "--store", str(store)]) == 1
    ours = capsys.readouterr().out.splitlines()
    assert main(["validate", "--shapes", str(tmp_path / "shapes.ttl"), "--store", str(store)]) == 1
    both = capsys.readouterr().out.splitlines()
    assert sorted({*both[:-1]} - {*ours[:-1]}) == [
        "Violation: a company is somewhere: ent:Acme kg:basedIn",
        "Violation: a company is somewhere: ent:Birch kg:basedIn",
    ]
    assert {*ours[:-1]} < {*both[:-1]}
    assert both[-1] == f"{len(ours) + 1} findings"


@pytest.mark.parametrize("command", [["query"], ["extract"]])
def test_cli_names_input_that_is_no_text(command: list[str], store: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "shell", *command],
        input=b"caf\xe9 \xff\xfe",
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "KG_STORE": str(store)},
    )
    assert done.returncode == 2
    assert done.stderr == b"kg: standard input is not UTF-8 text; convert it first, or give a file\n"


def test_cli_names_a_base_that_is_not_the_stores(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "ASK {}", "--store", str(store), "--base", "https://other.example/"]) == 3
    assert "its names begin with https://kg.example/" in line(capsys)


def test_cli_leaves_a_file_as_it_was_that_it_cannot_write(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(store / "none" / "facts.ttl"), "--store", str(store)]) == 3
    assert "its folder does not exist" in line(capsys)


def test_cli_between_wants_two_entities(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["between", "Acme", "--store", str(store)]) == 2
    assert "name two entities or more" in line(capsys)


@pytest.mark.parametrize("command", ["export", "viz"])
def test_cli_says_what_to_do_where_a_file_stands_for_the_folder(
    command: str, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert (
        main(
            [
                command,
                str(tmp_path / "file" / "a.svg"),
                *(["--format", "ttl"] * (command == "export")),
                "--store",
                str(store),
            ]
        )
        == 3
    )
    assert "name another place" in line(capsys)


def test_build_names_the_documents_whose_files_are_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts, options = tmp_path / "texts", ["--lang", "en", "--store", str(tmp_path / "store")]
    texts.mkdir()
    for name in ("a.txt", "b.txt"):
        (texts / name).write_text("Ann Lee left Acme.", encoding="utf-8")
    assert main(["build", str(texts), *options]) == 0
    assert "without a file" not in capsys.readouterr().err
    (texts / "b.txt").unlink()
    assert main(["build", str(texts), *options]) == 0
    note = "in the store without a file here: 1 document (b.txt); `kg remove` takes out what is gone\n"
    assert capsys.readouterr().err == note
    assert main(["build", str(texts / "a.txt"), *options]) == 0
    assert main(["build", str(texts), *options, "--name", "more/"]) == 0
    assert capsys.readouterr().err == ""
