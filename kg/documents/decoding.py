"""Bytes -> text: UTF-8, byte order marks, UTF-16 without one, a declared charset, else what charset-normalizer finds.

The text has line feeds for every kind of line break, ordinary spaces for tabs and for spaces of other widths, composed
letters (NFC), and no invisible characters. Raises DocumentError for binary, empty and undecodable data.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from kg.errors import DocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What else articles in our languages are written in.
_LEGACY = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
_SPACES = re.compile(r"[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]")


def decode(data: bytes, source: str, *, charset: str | None = None) -> str:
    """Return the text of the bytes, normalised. `charset` is what the page or server declares; UTF-8 goes before it."""
    text = _decoded(data, source, charset)
    if len(re.findall(r"[\x00-\x08\x0e-\x1f]", text)) > max(1, len(text) // 200):
        raise DocumentError(source, _BINARY)
    text = normalise(text)
    if not text.strip():
        raise DocumentError(source, "is empty; nothing to read")
    return text


def normalise(text: str) -> str:
    """Return the text with one kind of line break and space, composed letters, and without invisible characters."""
    text = _SPACES.sub(" ", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


_BINARY = "is binary, not text; give text, Markdown, HTML, PDF or DOCX"


def _decoded(data: bytes, source: str, charset: str | None) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, source)
    if b"\0" in data[:4096]:
        return _strict(data, _wide(data, source), source)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged_utf8(data, source, error)
    for encoding in _declared(charset):
        return data.decode(encoding, errors="replace")
    return _guessed(data, source)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"can't be decoded as {encoding} (byte {error.start}); save it as UTF-8"
        raise DocumentError(source, reason) from error


def _wide(data: bytes, source: str) -> str:
    """Return which UTF-16 it is, by where the zero bytes of Latin letters fall; raise where it is none."""
    head = data[: 4096 & ~1]
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    raise DocumentError(source, _BINARY)


def _refuse_damaged_utf8(data: bytes, source: str, error: UnicodeDecodeError) -> None:
    """Raise where the data is UTF-8 but for a few bytes: any other reading would garble all its letters."""
    text = data.decode("utf-8", errors="replace")
    broken, whole = text.count("\ufffd"), sum(character > "\u007f" for character in text)
    if whole - broken > 3 * broken:
        reason = f"is UTF-8 with damaged bytes, the first at {error.start}; save it again as UTF-8"
        raise DocumentError(source, reason) from error


def _declared(charset: str | None) -> Iterator[str]:
    if charset:
        try:
            # Pages that declare Latin-1 are Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
            name = codecs.lookup(charset).name
            yield "cp1252" if name in ("iso8859-1", "ascii") else name
        except LookupError:
            return


def _guessed(data: bytes, source: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise DocumentError(source, "has an encoding that isn't recognised; save it as UTF-8")
    return str(best)
