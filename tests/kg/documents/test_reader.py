"""The whole way from inputs to documents."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

import kg.documents
from kg.documents import Page, Pages, Source, find, load, read, read_line, read_text
from kg.errors import DocumentError, UnknownLanguage
from tests.kg.documents.made import blocks

SENTENCE = "The harbour company has hired Ann Berg, and she leads the work on the new cranes."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/c.md", "a.html", ".hidden.txt", ".git/x.txt", "z.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SENTENCE, encoding="utf-8")
    return tmp_path


def names(sources: Sequence[object], prefix: str = "") -> list[str]:
    return [document.source for document in read([str(source) for source in sources], prefix=prefix)]


def test_reader_lists_folders_by_path(folder: Path) -> None:
    assert names([folder]) == ["a/c.md", "a.html", "b.txt"]


def test_reader_names_a_single_file_by_its_name(folder: Path) -> None:
    assert names([folder / "a" / "c.md"]) == ["c.md"]


def test_reader_names_files_of_a_glob_by_the_path_under_it(folder: Path) -> None:
    assert names([f"{folder}/**/*.md"]) == ["a/c.md"]


def test_reader_puts_the_prefix_first(folder: Path) -> None:
    assert names([folder / "b.txt"], prefix="old/") == ["old/b.txt"]


def test_reader_reads_a_file_once(folder: Path) -> None:
    assert names([folder / "b.txt", folder, folder / "b.txt"]) == ["b.txt", "a/c.md", "a.html"]


def test_reader_refuses_a_name_that_is_taken(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other") / "b.txt"
    other.write_text(SENTENCE, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"b\.txt: .*--name"):
        names([folder, other])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02\x03\x04\x05", "binary"),
        (b"Privacy policy\n\nContact\n", "no article"),
        (b"Der Hafen hat drei Leute eingestellt, und sie sind nicht mehr in der Stadt.", "German"),
    ],
)
def test_reader_reports_bad_files_and_goes_on(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(SENTENCE, encoding="utf-8")
    errors: list[DocumentError] = []
    documents = list(read([str(tmp_path), str(tmp_path / "gone.txt")], on_error=errors.append))
    assert [document.source for document in documents] == ["b.txt"]
    assert [error.source for error in errors] == ["a.txt", str(tmp_path / "gone.txt")]
    assert reason in str(errors[0])


def test_reader_reports_a_folder_without_readable_files(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"no files to read here; known are \.txt"):
        names([tmp_path])


@pytest.mark.parametrize("name", ["", " "])
def test_reader_takes_an_empty_name_for_a_mistake(name: str) -> None:
    with pytest.raises(DocumentError, match="an empty name"):
        list(find([name]))


def test_reader_refuses_what_is_too_large(folder: Path) -> None:
    with pytest.raises(DocumentError, match="larger than"):
        load(Source("b.txt", str(folder / "b.txt")), limit=10)


def test_reader_raises_without_a_taker_of_errors() -> None:
    with pytest.raises(DocumentError, match="no such file"):
        list(read(["gone.txt"]))


def test_reader_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(SENTENCE.encode())))
    assert names(["-"]) == ["stdin"]


def test_reader_fetches_addresses() -> None:
    pages = Pages({"https://example.org/a": Page(f"<html><body><p>{SENTENCE}</p></body></html>".encode())})
    (document,) = read(["https://example.org/a"], prefix="x/", fetch=pages)
    assert (document.source, blocks(document)) == ("https://example.org/a", [("paragraph", SENTENCE)])


def test_reader_takes_plain_text_from_a_server_as_it_is() -> None:
    pages = Pages({"https://example.org/a": Page(SENTENCE.encode(), "text/plain", "utf-8")})
    assert [document.text for document in read(["https://example.org/a"], fetch=pages)] == [SENTENCE]


def test_reader_reports_an_address_that_is_not_there() -> None:
    with pytest.raises(DocumentError, match="no such page"):
        list(read(["https://example.org/b"], fetch=Pages({})))


def test_reader_digests_the_bytes(folder: Path) -> None:
    (source,) = find([str(folder / "b.txt")])
    assert load(source).sha256 == hashlib.sha256(SENTENCE.encode()).hexdigest()


def test_reader_digests_text_in_utf8() -> None:
    assert read_text("Bjørg er i Oslo.", lang="nb").sha256 == hashlib.sha256("Bjørg er i Oslo.".encode()).hexdigest()


def test_reader_takes_a_line_exactly_as_it_stands() -> None:
    line = "  Privacy policy: [Berg](x) left\t "
    document = read_line(line, lang="en")
    assert (document.text, blocks(document)) == (line, [("paragraph", line.strip())])


@pytest.mark.parametrize("read_it", [read_text, read_line])
def test_reader_refuses_empty_text(read_it: object) -> None:
    with pytest.raises(DocumentError, match="empty"):
        read_it(" \n")  # type: ignore[operator]


def test_reader_takes_the_language_given() -> None:
    assert read_text("Berg", lang="fi").lang == "fi"


def test_reader_refuses_a_language_without_pipeline() -> None:
    with pytest.raises(UnknownLanguage, match="'sv'"):
        read_text("Berg", lang="sv")


def test_reader_takes_the_date_from_the_lines_before_the_prose() -> None:
    document = read_text(f"Nosturit\n\nJulkaistu 2.9.2024 klo 12.30\n\n{SENTENCE}")
    assert document.published == "2024-09-02"


def test_documents_list_their_public_names() -> None:
    assert all(hasattr(kg.documents, name) for name in kg.documents.__all__)
