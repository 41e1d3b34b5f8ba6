"""Bytes to text."""

from __future__ import annotations

import pytest

from kg.documents.decoding import decode, normalise
from kg.errors import DocumentError

TEXT = "Häme og Ålesund – “ikkje” så langt unna kvarandre, seier Bjørg på hamna i dag."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_decoding_reads_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt") == TEXT


def test_decoding_follows_a_declared_charset() -> None:
    assert decode("Привет, порт".encode("koi8-r"), "a.html", charset="koi8-r") == "Привет, порт"


def test_decoding_ignores_a_charset_that_does_not_exist() -> None:
    assert decode(TEXT.encode("cp1252"), "a.html", charset="x-nothing") == TEXT


def test_decoding_makes_line_breaks_spaces_and_letters_one_kind() -> None:
    assert normalise("a\r\nb\rc\u2028d\u00a0e\u200bf\tg a\u0308") == "a\nb\nc\nd ef g ä"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"  \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01", "binary"),
        (bytes(range(1, 32)) * 40, "binary"),
        ("Häme on kaunis, ja Hämeessä sää on hyvä.".encode() + b"\xff", "damaged bytes"),
        (b"\xff\xfea\x00b\x00\x00\xd8", "can't be decoded"),
    ],
)
def test_decoding_refuses_with_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert "\n" not in str(caught.value)
