"""Results as text: tables that fit a width, Markdown, records; what labels hold made harmless to a terminal.

Pure: widths and names come in as arguments. Widths are columns of a terminal (Unicode Standard Annex 11: wide
characters take two, combining ones none). No line is wider than asked for, unless a single character is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

_GAP = " │ "
_LEAST = 8
#: Rows that say how wide a table's columns are.
_MEASURED = 1000
#: Control and direction characters that a label may hold and a terminal must not see.
_HARMLESS = (
    {code: chr(0x2400 + code) for code in range(32)}
    | {0x7F: "\u2421"}
    | dict.fromkeys((*range(128, 160), 8232, 8233, 65279), "�")
    | dict.fromkeys((*range(8234, 8239), *range(8294, 8298), 8206, 8207, 1564), "�")
    | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
)
_IN_TEXT = {code: shown for code, shown in _HARMLESS.items() if code not in (9, 10)}
_IN_CELL = _HARMLESS | {9: " ", 10: "↵", 13: ""}


def harmless(text: str) -> str:
    """The text with every control character but tab and line feed shown as a picture of itself.

    What ends a line of CSV (RFC 4180) is a line feed.
    """
    return text.replace("\r\n", "\n").translate(_IN_TEXT)


def cell(text: str) -> str:
    """The text in one harmless line."""
    return text.translate(_IN_CELL)


def width_of(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(_width_of_character(character) for character in text)


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, width: int | None = None) -> str:
    """A table no wider than `width` columns; cells wrap, and where even that can't fit, rows become records.

    Ends with a line feed. Without rows it is the header alone.
    """
    return "".join(table_lines(columns, rows, width=width))


def table_lines(columns: Sequence[str], rows: Iterable[Sequence[str]], *, width: int | None = None) -> Iterator[str]:
    """The lines of such a table, each as soon as it is known; the first rows say how wide the columns are."""
    heads = [cell(column) for column in columns]
    waiting = ([cell(value) for value in row] for row in rows)
    first = list(islice(waiting, _MEASURED))
    natural = [max(width_of(line[i]) for line in [heads, *first]) for i in range(len(heads))]
    if width is not None and _total(natural) > width and _total([_LEAST] * len(heads)) > width:
        yield from record_lines(heads, chain(first, waiting), width=width)
        return
    widths = natural if width is None else _fit(natural, width - len(_GAP) * (len(heads) - 1))
    for line in _lines(heads, widths):
        yield f"{line.rstrip()}\n"
    yield "─┼─".join("─" * size for size in widths) + "\n"
    for row in chain(first, waiting):
        for line in _lines(row, widths):
            yield f"{line.rstrip()}\n"


def records(columns: Sequence[str], rows: Iterable[Sequence[str]], *, width: int) -> str:
    """Each row as lines of column and value, for tables with more columns than fit."""
    return "".join(record_lines(columns, rows, width=width))


def record_lines(columns: Sequence[str], rows: Iterable[Sequence[str]], *, width: int) -> Iterator[str]:
    """The lines of such records, as they come."""
    margin = min(max(map(width_of, columns), default=0), max(width // 3, 1))
    for number, row in enumerate(rows, 1):
        yield f"── {number} ".ljust(min(width, 40), "─") + "\n"
        for column, value in zip(columns, row, strict=True):
            heads = wrap(cell(column), margin)
            parts = wrap(cell(value), max(width - margin - 2, 1))
            for i in range(max(len(heads), len(parts))):
                head, part = (lines_[i] if i < len(lines_) else "" for lines_ in (heads, parts))
                yield f"{_pad(head, margin)}  {part}".rstrip() + "\n"


def markdown_lines(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table in GitHub's Markdown, as they come."""
    for line in chain([columns, ["---"] * len(columns)], rows):
        escaped = [cell(value).replace("\\", "\\\\").replace("|", "\\|") for value in line]
        yield f"| {' | '.join(escaped)} |\n"


def tsv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Tab-separated lines under a header; tabs, line feeds and backslashes inside a value are escaped."""
    escapes = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
    return "".join("\t".join(value.translate(escapes) for value in line) + "\n" for line in [columns, *rows])


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, cut at spaces where there are any; at least one line."""
    lines: list[str] = []
    rest = text
    while width_of(rest) > width:
        cut = _columns(rest, width)
        space = rest.rfind(" ", 1, cut + 1)
        if space > cut // 3:
            cut = space
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*lines, rest]


def short(text: str, width: int) -> str:
    """The text in at most `width` columns, with an ellipsis where it is cut."""
    return text if width_of(text) <= width else f"{text[: _columns(text, width - 1)].rstrip()}…"


def boolean(value: bool, form: str) -> str:
    """The answer of ASK in a result format of SPARQL 1.1, or in a word."""
    word = "true" if value else "false"
    if form == "json":
        return f'{{"head":{{}},"boolean":{word}}}\n'
    if form == "xml":
        inside = f"<head/><boolean>{word}</boolean>"
        return f'<?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">{inside}</sparql>\n'
    return f"{word}\n"


def count(number: int, noun: str) -> str:
    """The number with its noun, in the plural where it needs it."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def _width_of_character(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _columns(text: str, width: int) -> int:
    """How many characters of the text fill `width` columns; at least one."""
    taken = 0
    for at, character in enumerate(text):
        taken += _width_of_character(character)
        if taken > width:
            return max(at, 1)
    return len(text)


def _pad(text: str, width: int) -> str:
    return text + " " * max(width - width_of(text), 0)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _fit(natural: Sequence[int], room: int) -> list[int]:
    """Widths that add up to `room` at most: the widest columns give way first, all to the same width."""
    if sum(natural) <= room:
        return list(natural)
    low, high = 1, max(natural)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(min(size, middle) for size in natural) <= room:
            low = middle
        else:
            high = middle - 1
    fitted = [min(size, low) for size in natural]
    spare = room - sum(fitted)
    for i, size in enumerate(natural):
        if size > fitted[i] and spare > 0:
            fitted[i], spare = fitted[i] + 1, spare - 1
    return fitted


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines that one row takes, its cells wrapped."""
    parts = [wrap(value, size) for value, size in zip(row, widths, strict=True)]
    for i in range(max(map(len, parts), default=1)):
        yield _GAP.join(_pad(part[i] if i < len(part) else "", size) for part, size in zip(parts, widths, strict=True))
