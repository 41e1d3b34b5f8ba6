"""How texts are read, as the command line says it: pipelines, names, extractors, explanations, pictures of trees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from shell.__main__ import main
from shell.propositions import explained

TEXT = "Facebook bought Birch in 2021."


def test_pipelines_lists_what_reads_each_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pipelines", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    english = next(each for each in found if "en" in each["reads"])
    assert english["licence"] == "CC BY-SA 4.0"
    assert 0 < english["scores"][0]["las"] < 1


def test_pipelines_shows_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pipelines"]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0].split("│")[0].strip() == "pipeline"
    assert "spacy_fi_experimental_web_md" in shown


def test_eval_measures_the_pipeline_that_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ud").mkdir()
    assert main(["eval", "pipelines", str(tmp_path), "--lang", "en", "--pipeline", "en=no_such"]) == 3
    assert "no pipeline 'no_such'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [["extract", "--text", TEXT, "--lang", "en"], ["build", "-", "--store", ":memory:"]]
)
@pytest.mark.parametrize(
    ("option", "code", "part"),
    [
        (["--pipeline", "xx"], 2, "'xx' is not LANG=NAME"),
        (["--pipeline", "en=no_such"], 3, "no pipeline 'no_such'"),
        (["--pipeline", "sv=small"], 3, "no pipeline for language 'sv'"),
        (["--gazetteer", "/nowhere/names.tsv"], 3, "/nowhere/names.tsv: can't be read"),
        (["--extractor", "loud"], 3, "no extractor 'loud'"),
    ],
)
def test_reading_says_in_one_line_what_is_not_there(
    command: list[str],
    option: list[str],
    code: int,
    part: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", _Text(TEXT))
    assert main([*command, *option]) == code
    error = capsys.readouterr().err
    assert part in error
    assert "Traceback" not in error


class _Text:
    """Standard input with a text."""

    def __init__(self, text: str) -> None:
        import io

        self.buffer = io.BytesIO(text.encode())

    def isatty(self) -> bool:
        return False

    def read(self) -> str:
        return self.buffer.read().decode()


def test_explained_names_the_rule_and_its_words() -> None:
    record = {
        "subject": {"text": "Ann"},
        "relation": {"text": "left"},
        "object": {"text": "Acme", "role": None},
        "arguments": [],
        "rule": "active",
        "tokens": [{"text": "Ann", "pos": "PROPN", "dep": "nsubj"}, {"text": "left", "pos": "VERB", "dep": "ROOT"}],
    }
    assert explained(record) == "Ann | left | Acme\n    rule active: Ann/PROPN/nsubj left/VERB/ROOT\n"


def test_extract_explains_with_names_of_a_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = tmp_path / "names.csv"
    names.write_text("Meta,Organization,,Facebook\n", encoding="utf-8")
    command = ["extract", "--text", TEXT, "--lang", "en", "--format", "jsonl", "--explain", "--gazetteer", str(names)]
    assert main(command) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (found["subject"]["text"], found["subject"]["entity"]) == ("Facebook", "ent:Meta")
    assert [token["text"] for token in found["tokens"]][:3] == ["Facebook", "bought", "Birch"]


@pytest.mark.parametrize(("name", "start"), [("tree.svg", "<svg "), ("tree.html", "<!DOCTYPE html>")])
def test_extract_draws_trees(tmp_path: Path, name: str, start: str) -> None:
    assert main(["extract", "--text", f"{TEXT} Ann left.", "--lang", "en", "--tree", str(tmp_path / name)]) == 0
    drawn = (tmp_path / name).read_text(encoding="utf-8")
    assert drawn.startswith(start)
    assert "Birch" in drawn
    assert "Ann" in drawn


def test_extract_refuses_a_picture_of_another_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "--text", TEXT, "--tree", str(tmp_path / "tree.pdf")]) == 2
    assert "trees are drawn as .html or .svg" in capsys.readouterr().err


def test_extract_explains_in_two_formats_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "--text", TEXT, "--format", "ttl", "--explain"]) == 2
    assert "--explain goes with" in capsys.readouterr().err
