"""Files made for the tests: PDF and DOCX in memory, and blocks as (kind, text)."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

from kg.model import Document

LINES = (
    "The harbour company Nordvik hired",
    "Ann Berg in March 2021. She leads",
    "the work on auto-",
    "matic cranes.",
)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def pdf(*pages: Sequence[str]) -> bytes:
    """Return a PDF whose pages show these lines, one under the other; no lines, no text layer."""
    contents = [_stream(page) for page in pages]
    first = 4
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, content in enumerate(contents):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {first + 2 * number + 1} 0 R >>"
        )
        objects.append(content)
    return _file(objects)


def word(*paragraphs: tuple[str, str]) -> bytes:
    """Return a DOCX file of paragraphs, each (style, text)."""
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _stream(lines: Sequence[str]) -> str:
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    body = f"BT /F1 11 Tf 40 760 Td {shown}ET" if lines else ""
    return f"<< /Length {len(body)} >>\nstream\n{body}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode("latin-1")
