from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Rows, Store, Triples, read_results, serialize_answer

QUERY = """SELECT ?a ?b { VALUES (?a ?b) {
  (<ex:a> "one, \\"two\\"\\nthree"@en) (1.5 UNDEF) ("2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date> "\\t") } }"""


@pytest.mark.parametrize("name", ["json", "xml", "tsv"])
def test_solutions_come_back_as_they_were_written(name: str) -> None:
    with Store.open() as store:
        rows = store.query(QUERY)
        assert isinstance(rows, Rows)
        again = read_results(rows.serialize(name), name)
        assert isinstance(again, Rows)
        assert again.variables == rows.variables
        assert list(again) == list(rows)
        assert again.serialize(name) == rows.serialize(name)


def test_csv_comes_back_as_text() -> None:
    with Store.open() as store:
        rows = store.query(QUERY)
        assert isinstance(rows, Rows)
        again = read_results(rows.serialize("csv"), "csv")
    assert isinstance(again, Rows)
    texts = [[None if term is None else term.text for term in row] for row in again]  # type: ignore[union-attr]
    assert texts == [["ex:a", 'one, "two"\nthree'], ["1.5", None], ["2024-01-01", "\t"]]


@pytest.mark.parametrize("name", ["json", "xml"])
@pytest.mark.parametrize("answer", [True, False])
def test_answers_come_back(name: str, answer: bool) -> None:
    assert read_results(serialize_answer(answer, name), name) is answer


@pytest.mark.parametrize("name", ["ttl", "nt", "rdfxml", "jsonld", "trig", "nq"])
def test_triples_come_back_as_they_were_written(name: str, tmp_path: Path) -> None:
    with Store.open() as store:
        found = store.query('CONSTRUCT { <ex:a> <ex:b> "c"@fi , 1 ; <ex:d> <ex:e> } WHERE {}')
        assert isinstance(found, Triples)
        file = tmp_path / f"result.{name}"
        file.write_bytes(found.serialize(name))
    again = read_results(file)
    assert isinstance(again, Triples)
    assert set(again) == set(found)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"{", "json", "input: "),
        (b"<sparql", "xml", "input: "),
        (b"?a\n<ex", "tsv", "input: "),
        (b"a\n\xff", "csv", "not CSV in UTF-8"),
        (b"", "docx", "no format 'docx'"),
    ],
)
def test_what_is_no_result_is_said_to_be_none(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(StoreError, match=reason):
        list(read_results(data, name))  # type: ignore[arg-type]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.srj: can't be read"):
        read_results(tmp_path / "none.srj")
