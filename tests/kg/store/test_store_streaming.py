"""Answers of any size, in pieces."""

from __future__ import annotations

import threading
import time
from typing import IO

import pytest

from kg.errors import QueryError
from kg.store import Rows, Store, Triples
from kg.store.streaming import pieces

TEN = " ".join(map(str, range(10)))
MANY = f"SELECT * {{ {' '.join(f'VALUES ?{name} {{ {TEN} }}' for name in 'abcdefghi')} }}"


def _rows(text: str) -> Rows:
    found = Store.open().query(text)
    assert isinstance(found, Rows)
    return found


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_streaming_gives_the_first_piece_of_a_thousand_million_rows(form: str) -> None:
    stream = _rows(MANY).serialized(form)
    assert len(next(stream)) > 1000


def test_streaming_ends_its_writer_with_its_reader() -> None:
    stream = _rows(MANY).serialized("csv")
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 10
    while time.monotonic() < until and any(each.name == "kg writer" for each in threading.enumerate()):
        time.sleep(0.01)
    assert not any(each.name == "kg writer" for each in threading.enumerate())


def test_streaming_raises_what_the_writer_raises() -> None:
    def write(stream: IO[bytes]) -> None:
        stream.write(b"begun")
        raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        list(pieces(write))


def test_streaming_refuses_formats_that_rows_do_not_have() -> None:
    with pytest.raises(QueryError, match="no format"):
        list(_rows("SELECT ?x { VALUES ?x { 1 } }").serialized("ttl"))


def test_streaming_passes_rows_once_and_keeps_none() -> None:
    rows = _rows(f"SELECT ?x {{ VALUES ?x {{ {TEN} }} }}")
    assert len(list(rows.passing())) == 10
    assert list(rows) == []


def test_streaming_takes_the_first_triples() -> None:
    with Store.open() as store:
        store.update(f"INSERT {{ <ex:s> <ex:p> ?x }} WHERE {{ VALUES ?x {{ {TEN} }} }}")
        found = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
        assert isinstance(found, Triples)
        assert len(found.first(3)) == 3
        assert len(found) == 10
