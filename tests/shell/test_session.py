from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from shell.problems import UsageError
from shell.remote import Worker
from shell.running import Budget
from shell.session import Clock, Quit, Session
from shell.statement import read
from shell.worker import Opening

LEFT = "SELECT ?who { ?who kg:left ent:Acme } ORDER BY ?who"


def _say(session: Session, text: str) -> bool:
    return session.attempt(read(text, commands=session.commands))


def test_session_shows_labels_and_counts(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, LEFT)
    shown = capsys.readouterr()
    assert shown.out.splitlines()[2:] == ["Ann Lee", "Bo Ås"]
    assert shown.err == "(2 rows)\n"


@pytest.mark.parametrize(
    ("mode", "part"),
    [
        ("iri", "ent:Ann_Lee"),
        ("csv", "https://kg.example/entity/Ann_Lee"),
        ("tsv", "<https://kg.example/entity/Ann_Lee>"),
        ("json", '"type":"uri"'),
        ("xml", "<uri>"),
        ("markdown", "| Ann Lee |"),
        ("turtle", "Ann Lee"),
    ],
)
def test_session_shows_rows_in_every_mode(
    session: Session, capsys: pytest.CaptureFixture[str], mode: str, part: str
) -> None:
    assert _say(session, f".mode {mode}")
    assert _say(session, LEFT)
    assert part in capsys.readouterr().out


def test_session_shows_triples_as_turtle(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, "CONSTRUCT WHERE { ent:Ann_Lee kg:left ?x }")
    assert "ent:Ann_Lee kg:left ent:Acme" in capsys.readouterr().out


def test_session_answers_ask_in_a_word(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, "ASK { ?x kg:left ent:Acme }")
    assert capsys.readouterr().out == "true\n"


def test_session_puts_a_caret_under_an_error(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert not _say(session, "SELECT ?x {\n  ?x kgg:left ?y }")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].index("kgg") == lines[1].index("^")
    assert "line 2" in lines[2]
    assert "kg:" in lines[2]


def test_session_explains_an_empty_answer(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, "SELECT * { ?x kg:lefft ?y }")
    assert "kg:lefft is nowhere in the graph; did you mean kg:left?" in capsys.readouterr().err


def test_session_updates_and_forgets(writing: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(writing, 'INSERT DATA { ent:Cy kg:left ent:Acme ; rdfs:label "Cy \\u001b[31m" }')
    assert _say(writing, LEFT)
    assert "Cy ␛[31m" in capsys.readouterr().out


def test_session_asks_before_an_update(session: Session) -> None:
    questions: list[str] = []
    session.settings.confirm = True

    def no(question: str) -> bool:
        questions.append(question)
        return False

    session.ask = no
    assert not _say(session, "INSERT DATA { ent:Cy kg:left ent:Acme }")
    assert questions == ["+1 triple, −0 triples. Run this update?"]
    assert session.graph.query("ASK { ent:Cy ?p ?o }") is False


def test_session_updates_nothing_unasked(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    session.settings.confirm = True
    assert not _say(session, "CLEAR ALL")
    assert "--yes" in capsys.readouterr().err


def test_session_finds_entities(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".find lee")
    assert "ent:Ann_Lee" in capsys.readouterr().out


def test_session_describes_an_entity(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".describe bo ås")
    shown = capsys.readouterr().out
    assert "ent:Bo_Ås" in shown
    assert "Birch" in shown


def test_session_shows_neighbours(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".neighbours Acme")
    assert "Ann Lee" in capsys.readouterr().out


def test_session_shows_a_path_with_its_sentences(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".path Ann Lee -> Birch")
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Ann Lee ─left→ Acme ←left─ Bo Ås ─works for→ Birch"
    assert lines[1].strip() == "[Ann Lee] [left] [Acme] on Friday."
    assert lines[2].strip().startswith("news.txt 0–28, en")


def test_session_follows_only_the_properties_asked_for(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".path Ann Lee -> Birch --via left")
    assert "no path from Ann Lee to Birch" in capsys.readouterr().err


@pytest.mark.parametrize(
    "fact", ["Ann Lee left Acme", "ent:Ann_Lee kg:left ent:Acme", "Ann Lee -> left -> Acme", "ann lee kg:left acme"]
)
def test_session_says_why(session: Session, capsys: pytest.CaptureFixture[str], fact: str) -> None:
    assert _say(session, f".why {fact}")
    assert "[Ann Lee] [left] [Acme] on Friday." in capsys.readouterr().out


def test_session_says_where_no_sentence_does(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".why Acme -> left -> Ann Lee")
    assert capsys.readouterr().err == "no sentence says that Acme left Ann Lee\n"


def test_session_says_who_states_what_no_sentence_does(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, ".why Ann Lee -> job title -> teknologidirektør")
    assert "stated without a sentence in" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "part"),
    [
        (".help", ".describe ENTITY"),
        (".help path", "--via"),
        (".documents", "news.txt"),
        (".schema", "kg:left"),
        (".prefixes", "https://w3id.org/kgshell/ontology#"),
        (".stats", "documents"),
        (".mode", "table"),
        (".set", "confirm"),
        (".timer", "timer off"),
    ],
)
def test_session_commands_show(session: Session, capsys: pytest.CaptureFixture[str], command: str, part: str) -> None:
    assert _say(session, command)
    assert part in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "part"),
    [
        (".descibe x", "did you mean .describe?"),
        (".find", "needs a text"),
        (".path Ann Lee -> Acme -> Birch", "two ends"),
        (".path Ann Lee -> Nobody Here", "Nobody Here"),
        (".path a -> b --k none", "whole number"),
        (".mode pdf", "markdown"),
        (".set colour on", "no setting 'colour'; there are confirm, keys,"),
        (".set memry 2GB", "no setting 'memry'; did you mean memory?"),
        (".set memory 1", "no question runs in 1 byte; give 16 MB or more, as in 2GB"),
        (".set memory much", "'much' is no size; write it as 512MB or 2GB"),
        (".set rows -3", "rows is a whole number from 1, or all, not '-3'"),
        (".set keys nano", "keys is emacs or vi, not 'nano'"),
        (".set mode tabel", "no mode 'tabel'; did you mean table?"),
        (".set timeout 0", "'0' is no time"),
        (".timer maybe", "timer is on or off, not 'maybe'"),
        (".help whyy", "no command .whyy; did you mean .why?"),
        (".help xyzzy", "no command .xyzzy; .help lists them"),
        (".timer maybe", "on or off"),
        (".export", "needs one file"),
        (".export facts.pdf", "pdf"),
        (".viz last", "no query"),
        (".why x", "subject, property and object"),
        (".help nothing", "no command .nothing"),
        ("SELEKT ?x", "SELECT"),
    ],
)
def test_session_says_what_is_wrong(
    session: Session, capsys: pytest.CaptureFixture[str], command: str, part: str
) -> None:
    assert not _say(session, command)
    error = capsys.readouterr().err
    assert part in error
    assert "Traceback" not in error


def test_session_removes_documents(writing: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(writing, ".remove news.txt")
    assert not writing.graph.documents()


def test_session_sends_results_to_a_file(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "out.txt"
    for line in (f".output {file}", ".mode iri", LEFT, ".output", "ASK {}"):
        assert _say(session, line)
    assert "ent:Ann_Lee" in file.read_text(encoding="utf-8")
    assert capsys.readouterr().out == "true\n"


def test_session_exports_by_ending(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "facts.nt"
    assert _say(session, f".export {file}")
    assert "<https://kg.example/entity/Ann_Lee>" in file.read_text(encoding="utf-8")


def test_session_draws_to_a_file(session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "picture.html"
    assert _say(session, f".viz Ann Lee --file {file}")
    assert capsys.readouterr().out == f"{file}\n"
    assert "Ann Lee" in file.read_text(encoding="utf-8")


def test_session_remembers_what_was_run(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(session, "ASK {}")
    assert _say(session, ".history 1")
    assert capsys.readouterr().out.splitlines()[-1].endswith("ASK {}")


def test_session_quits(session: Session) -> None:
    with pytest.raises(Quit):
        session.run(read(".quit"))


def test_session_property_is_found_by_label(session: Session) -> None:
    assert session.property("works for") == session.property("worksFor") == session.property("kg:worksFor")


def test_session_property_says_what_comes_near(session: Session) -> None:
    with pytest.raises(kg.UnknownEntity, match="works for"):
        session.property("work for")


def test_session_entity_must_be_named(session: Session) -> None:
    with pytest.raises(UsageError, match="missing"):
        session.entity(" ")


def test_session_infers_and_takes_out_what_follows(writing: Session, capsys: pytest.CaptureFixture[str]) -> None:
    follows = "ASK { GRAPH ?g { ent:Birch kg:borders ent:Acme } }"
    assert _say(writing, "INSERT DATA { ent:Acme kg:borders ent:Birch }")
    capsys.readouterr()
    assert _say(writing, ".infer")
    shown = capsys.readouterr()
    assert "Birch" in shown.out
    assert "1 fact inferred" in shown.err
    assert writing.graph.query(follows) is True
    assert _say(writing, ".infer --clear")
    assert writing.graph.query(follows) is False


def test_session_shows_contradictions(writing: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert _say(writing, ".check")
    assert "0 contradictions" in capsys.readouterr().err
    assert _say(writing, "INSERT DATA { ent:Ann_Lee kg:bornIn ent:Oslo , ent:Bergen }")
    capsys.readouterr()
    assert _say(writing, ".check")
    shown = capsys.readouterr()
    assert "1 contradiction" in shown.err
    assert "Bergen" in shown.out


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("who left Acme?", "SELECT ?who { ?who kg:left ent:Acme }"),
        ("Bo Ås works for", "SELECT ?what { ent:Bo_Ås kg:worksFor ?what }"),
    ],
)
def test_session_makes_a_query_of_plain_words(
    session: Session, capsys: pytest.CaptureFixture[str], words: str, query: str
) -> None:
    assert not _say(session, words)
    assert f"perhaps: {query}" in capsys.readouterr().err
    assert _say(session, query)


def test_session_times_the_answer_and_not_its_reader() -> None:
    def items() -> Iterator[int]:
        time.sleep(0.05)
        yield 1

    clock = Clock()
    for _ in clock.over(items()):
        time.sleep(0.2)
    assert 0.05 <= clock.seconds < 0.2


@pytest.mark.parametrize("line", ["ASK {} > %s", ".stats > %s", ".output %s", ".read %s"])
def test_session_names_a_file_that_the_system_refuses(
    session: Session, capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str
) -> None:
    place = tmp_path / "none" / "a.txt"
    assert not _say(session, line % place)
    assert capsys.readouterr().err == f"kg: {place}: no such file or directory; check the path\n"


def test_session_says_that_a_property_is_unknown(session: Session, capsys: pytest.CaptureFixture[str]) -> None:
    assert not _say(session, ".why Ann Lee -> lefft -> Acme")
    assert capsys.readouterr().err == "kg: no single property is called 'lefft'; did you mean left?\n"


def test_session_asks_nothing_about_a_document_that_is_not_there(
    writing: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    writing.settings.confirm = True
    assert not _say(writing, ".remove nosuch.txt")
    assert capsys.readouterr().err == "kg: nosuch.txt: no such document; .documents lists them\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("ant:Meta", "the prefix ant: is not known; did you mean ent:?"),
        ("ent:Ann Lee", "kgshell names things as in ent:Ann_Lee"),
        ("<https://kg.example/entity/Acme", "is no IRI in angle brackets"),
    ],
)
def test_session_says_what_is_wrong_with_a_name(session: Session, name: str, message: str) -> None:
    for find in (session.entity, session.property):
        with pytest.raises(kg.InvalidName) as caught:
            find(name)
        assert message in str(caught.value)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (".describe ent:Acmee", "the graph says nothing of ent:Acmee\nent:Acmee is nowhere"),
        (".why Ann Lee -> kg:lft -> Acme", "no sentence says that Ann Lee lft Acme\nkg:lft is nowhere"),
        (".neighbours ent:Acmee", "no fact connects Acmee with anything\nent:Acmee is nowhere"),
        (".path ent:Acmee -> Ann Lee", "no path from Acmee to Ann Lee\nent:Acmee is nowhere"),
        (".path ent:Acmee", "no fact connects Acmee with anything\nent:Acmee is nowhere"),
        (".between Ann Lee -> ent:Acmee", "no facts join Acmee with Ann Lee\nent:Acmee is nowhere"),
    ],
)
def test_session_says_that_a_name_is_nowhere(
    session: Session, capsys: pytest.CaptureFixture[str], command: str, said: str
) -> None:
    assert _say(session, command)
    name = "kg:left" if "kg:" in command else "ent:Acme"
    assert capsys.readouterr().err == f"{said} in the graph; did you mean {name}?\n"


def test_session_finds_labels_with_a_colon(writing: Session) -> None:
    writing.graph.update('INSERT DATA { ent:Note%3A_this a kg:Work ; rdfs:label "note:this" }')
    assert writing.entity("note:this") == "https://kg.example/entity/Note%3A_this"


def test_session_keeps_an_answer_of_which_no_more_can_be_said_in_time(session: Session) -> None:
    worker = Worker(Opening(":memory:"), budget=Budget(seconds=0.5))
    try:
        session.runner = worker
        session.graph.update(f"INSERT DATA {{ {' '.join(f'ent:A kg:p ent:B{i} .' for i in range(3000))} }}")
        slow = "?s ?p ?o . ?a ?b ?c FILTER(STR(?o) = CONCAT(STR(?c), 'x'))"
        assert session.attempt(read(f"SELECT * {{ {slow} FILTER(false) }}"))
        assert not session.attempt(read(f"SELECT * {{ {slow} }}"))
    finally:
        worker.close()
