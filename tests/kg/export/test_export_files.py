from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import ExportError
from kg.export import export
from kg.export.files import write_text
from kg.model import Iri, Literal, Quad

FACT: Quad = (Iri("ex:s"), Iri("ex:p"), Literal("ä"), None)
LINE = '<ex:s> <ex:p> "ä" .\n'


def failing() -> Iterator[str]:
    yield "x" * 100_000
    raise ExportError("no element for that")


def test_export_writes_a_path(tmp_path: Path) -> None:
    export([FACT], "nt", out=tmp_path / "facts.nt")
    assert (tmp_path / "facts.nt").read_text(encoding="utf-8") == LINE


def test_export_writes_an_open_file_and_leaves_it_open() -> None:
    out = io.BytesIO()
    export([FACT], "nt", out=out)
    assert out.getvalue().decode() == LINE


def test_files_that_fail_half_way_leave_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "facts.ttl"
    path.write_text("old")
    with pytest.raises(ExportError):
        write_text(failing(), path)
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("facts.ttl", "old")]


def test_files_keep_their_mode_and_their_links(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_text(["new"], tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_files_on_a_full_disk_say_so() -> None:
    with pytest.raises(ExportError, match="the disk is full"):
        write_text(["x"], Path("/dev/full"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_open_files_on_a_full_disk_say_so() -> None:
    with (
        Path("/dev/full").open("wb", buffering=0) as out,
        pytest.raises(ExportError, match="/dev/full: the disk"),
    ):
        write_text(["x"], out)


@pytest.mark.parametrize(("place", "reason"), [("none/facts.ttl", "make it first"), (".", "a folder")])
def test_files_name_the_reason_that_a_place_cannot_be_written(tmp_path: Path, place: str, reason: str) -> None:
    with pytest.raises(ExportError, match=reason):
        write_text(["x"], tmp_path / place)


def test_files_leave_broken_pipes_to_the_caller() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb", buffering=0) as out, pytest.raises(BrokenPipeError):  # noqa: PTH123
        write_text(["x"], out)
