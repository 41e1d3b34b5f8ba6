"""Triples as CSV (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180): one a line, with the labels of its parts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from kg.export.network import label_of, labels
from kg.model import Literal, Quad

COLUMNS = (
    "subject",
    "predicate",
    "object",
    "language",
    "datatype",
    "subject_label",
    "predicate_label",
    "object_label",
)


def write_csv(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """The lines, the first one with the names of the columns. IRIs are written out."""
    del prefixes
    names = labels(quads)
    yield _line(COLUMNS)
    for subject, predicate, value, _ in quads:
        if isinstance(value, Literal):
            shown, language, datatype, label = value.text, value.lang or "", value.datatype or "", value.text
        else:
            shown, language, datatype, label = value, "", "", label_of(value, names)
        yield _line(
            (subject, predicate, shown, language, datatype, label_of(subject, names), label_of(predicate, names), label)
        )


def _line(fields: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(fields)
    return buffer.getvalue()
