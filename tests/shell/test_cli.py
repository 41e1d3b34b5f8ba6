from __future__ import annotations

import io
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from shell import cli
from shell.__main__ import main

LEFT = "SELECT ?who { ?who kg:left ent:Acme } ORDER BY ?who"
HEAVY = ("spacy", "rdflib", "prompt_toolkit", "pyoxigraph", "networkx", "trafilatura", "lingua", "kg")


def _kg(*arguments: str, text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "shell", *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        env={**_environment(), **environment},
    )


def _environment() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if name != "KG_STORE"}


# ---------------------------------------------------------------- every command


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_cli_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert f"kg {name}" in capsys.readouterr().out


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_cli_command_module_has_its_two_functions(name: str) -> None:
    module = import_module(cli.module(name))
    assert callable(module.add_arguments)
    assert callable(module.run)


def test_cli_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = " ".join(capsys.readouterr().out.split())  # without the line breaks of long texts
    assert all(help_ in shown for help_ in cli.COMMANDS.values())


def test_cli_help_imports_nothing_heavy() -> None:
    code = f"""
import sys
from shell.__main__ import main
main(["--help"])
loaded = [name for name in {HEAVY!r} if name in sys.modules]
sys.exit(f"loaded: {{loaded}}" if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def test_cli_query_imports_no_pipeline(store: Path) -> None:
    code = f"""
import sys
from shell.__main__ import main
main(["query", "ASK {{}}", "--store", {str(store)!r}])
heavy = ("spacy", "rdflib", "prompt_toolkit", "networkx", "trafilatura", "lingua", "pyshacl")
loaded = [name for name in heavy if name in sys.modules]
sys.exit(f"loaded: {{loaded}}" if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def test_shell_leaves_the_store_to_its_worker() -> None:
    """What the prompt waits for is small: the store and its search are the worker's to import."""
    code = """
import sys
import shell.cli.shell, shell.terminal, shell.commands, shell.session
loaded = [name for name in ("pyoxigraph", "kg.graph", "kg.paths", "spacy", "rdflib", "networkx") if name in sys.modules]
sys.exit(f"loaded: {loaded}" if loaded else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


# ---------------------------------------------------------------- exit codes and errors


@pytest.mark.parametrize(
    ("arguments", "code", "part"),
    [
        ([], 2, "COMMAND"),
        (["nonsense"], 2, "nonsense"),
        (["query", "--format", "pdf"], 2, "pdf"),
        (["query", "ASK {}", "-f", "x"], 2, "not both"),
        (["path"], 2, "required"),
        (["path", "A", "B", "--k", "0"], 2, "whole number"),
        (["query", "ASK {}", "--store", "/nowhere/at/all"], 3, "/nowhere/at/all"),
        (["query", "-f", "/nowhere/q.rq"], 3, "/nowhere/q.rq"),
        (["viz", "--center", "A", "--query", "B"], 2, "exclude"),
        (["extract", "a.txt", "--text", "b"], 2, "not both"),
        (["extract", "/nowhere/a.txt"], 1, "/nowhere/a.txt"),
    ],
)
def test_cli_says_what_is_wrong_in_one_line(
    arguments: list[str], code: int, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == code
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("kg: ")
    assert shown.err.count("\n") == 1
    assert part in shown.err


def test_cli_query_error_has_its_place(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "SELECT ?x { ?x kgg:a ?y }", "--store", str(store)]) == 3
    lines = capsys.readouterr().err.splitlines()
    assert lines[1].index("^") == lines[0].index("kgg")
    assert lines[2].startswith("kg: line 1, column 16")


def test_cli_debug_shows_the_traceback(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "nonsense", "--store", str(store), "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


# ---------------------------------------------------------------- query


@pytest.mark.parametrize(
    ("form", "part"),
    [("table", "ent:Ann_Lee"), ("csv", "https://kg.example/entity/Ann_Lee"), ("json", '"bindings"'), ("xml", "<uri>")],
)
def test_cli_query_prints_the_format(store: Path, capsys: pytest.CaptureFixture[str], form: str, part: str) -> None:
    assert main(["query", LEFT, "--store", str(store), "--format", form]) == 0
    shown = capsys.readouterr()
    assert part in shown.out
    assert shown.err == ""


def test_cli_query_prints_triples(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "CONSTRUCT WHERE { ?s kg:worksFor ?o }", "--store", str(store), "--format", "nt"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_cli_query_refuses_a_format_that_does_not_fit(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", LEFT, "--store", str(store), "--format", "ttl"]) == 2
    assert "csv" in capsys.readouterr().err


def test_cli_query_reads_a_file(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "q.rq"
    file.write_text("\ufeffASK { ?x kg:left ent:Acme }", encoding="utf-8")
    assert main(["query", "-f", str(file), "--store", str(store)]) == 0
    assert capsys.readouterr().out == "true\n"


def test_cli_query_reads_standard_input(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("ASK {}"))
    monkeypatch.setenv("KG_STORE", str(store))
    assert main(["query"]) == 0
    assert capsys.readouterr().out == "true\n"


def test_cli_query_updates_only_where_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import kg

    kg.open(str(tmp_path / "s")).close()
    place = ["--store", str(tmp_path / "s")]
    assert main(["query", "INSERT DATA { ent:a kg:left ent:b }", *place]) == 3
    assert main(["query", "INSERT DATA { ent:a kg:left ent:b }", "--update", *place]) == 0
    assert main(["query", "ASK { ent:a kg:left ent:b }", *place]) == 0
    assert capsys.readouterr().out == "true\n"


# ---------------------------------------------------------------- the other readers


def test_cli_path_prints_sentences(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["path", "Ann Lee", "Birch", "--store", str(store)]) == 0
    assert "[Ann Lee] [left] [Acme] on Friday." in capsys.readouterr().out


def test_cli_why_prints_sentences(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "Ann Lee", "left", "Acme", "--store", str(store)]) == 0
    assert "[Ann Lee] [left] [Acme] on Friday." in capsys.readouterr().out


def test_cli_unknown_entity_is_an_error(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "Nobody", "left", "Acme", "--store", str(store)]) == 3
    assert "Nobody" in capsys.readouterr().err


def test_cli_documents_and_stats_print(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["documents", "--store", str(store)]) == 0
    assert main(["stats", "--store", str(store)]) == 0
    assert "news.txt" in capsys.readouterr().out


def test_cli_export_prints_turtle(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--store", str(store)]) == 0
    assert "kg:left ent:Acme" in capsys.readouterr().out


def test_cli_export_writes_what_the_ending_says(store: Path, tmp_path: Path) -> None:
    assert main(["export", str(tmp_path / "f.jsonld"), "--store", str(store)]) == 0
    assert json.loads((tmp_path / "f.jsonld").read_text(encoding="utf-8"))


def test_cli_viz_prints_where_the_file_is(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "g.html"
    assert main(["viz", str(file), "--center", "Acme", "--store", str(store)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.stat().st_size > 100


def test_cli_remove_names_what_is_not_there(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "nothing.txt", "--store", str(store)]) == 1
    assert "nothing.txt" in capsys.readouterr().err


# ---------------------------------------------------------------- real processes


def test_kg_runs_a_script(store: Path) -> None:
    done = _kg("shell", str(store), text=f".mode csv\n{LEFT}\n\nASK {{}}\n.quit\n.nonsense\n")
    assert done.stdout.splitlines()[-1] == "true"
    assert done.returncode == 0


def test_kg_script_goes_on_after_an_error(store: Path) -> None:
    done = _kg("shell", str(store), text=".nonsense\n\n\nSELECT ?x { ?x a:b ?y }\nASK {}\n")
    assert done.stdout == "true\n"
    assert "line 4" in done.stderr
    assert done.returncode == 1


def test_kg_script_stops_at_an_error_where_asked(store: Path) -> None:
    done = _kg("shell", str(store), "--fail-fast", text=".nonsense\nASK {}\n")
    assert (done.stdout, done.returncode) == ("", 3)


def test_kg_writes_no_colours_and_progress_to_pipes(store: Path) -> None:
    done = _kg("path", "Ann Lee", "Birch", "--store", str(store))
    assert "\x1b" not in done.stdout + done.stderr


def test_kg_prints_any_letter_in_any_locale(store: Path) -> None:
    done = _kg("query", LEFT, "--store", str(store), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert "ent:Bo_" in done.stdout


def test_kg_ends_quietly_when_the_reader_has_gone(store: Path) -> None:
    query = "SELECT ?a ?b ?c { ?a ?p ?o . ?b ?q ?r . ?c ?s ?t }"
    with subprocess.Popen(
        [sys.executable, "-m", "shell", "query", query, "--store", str(store)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(60) == 0
    assert errors == b""


@pytest.mark.parametrize(("allowed", "refused"), [([], True), (["--network"], False)])
def test_query_uses_the_network_where_it_may(
    allowed: list[str], refused: bool, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    query = "SELECT * { SERVICE <http://127.0.0.1:1/none> { ?s ?p ?o } }"
    assert main(["query", query, "--store", str(store), *allowed]) == 3
    assert ("--network allows it" in capsys.readouterr().err) is refused
