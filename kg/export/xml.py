"""What the writers of XML share: escaped text, attributes, and names.

XML 1.0, https://www.w3.org/TR/xml/. Raises `ExportError` for the control characters that XML has no place for.
"""

from __future__ import annotations

import re

from kg.errors import ExportError

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_ATTRIBUTE_ESCAPES = str.maketrans({"\n": "&#10;", "\t": "&#9;"})
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = re.compile(f"[{_START}][{_START}0-9.\u00b7\u0300-\u036f\u203f-\u2040-]*")


def escape(text: str) -> str:
    """The text as it stands between tags."""
    found = _FORBIDDEN.search(text)
    if found is not None:
        raise ExportError(f"XML cannot hold the character U+{ord(found[0]):04X} of {text[:40]!r}; ttl and nt can")
    return text.translate(_ESCAPES)


def attribute(name: str, value: str) -> str:
    """The attribute, with the space before it."""
    return f' {name}="{escape(value).translate(_ATTRIBUTE_ESCAPES)}"'


def is_name(text: str) -> bool:
    """Whether the text is an XML name without colon (NCName)."""
    return _NAME.fullmatch(text) is not None


def local_part(iri: str) -> str:
    """The longest NCName that the IRI ends in; empty where it ends in none."""
    start = len(iri)
    while start > 0 and is_name(f"a{iri[start - 1 :]}"):
        start -= 1
    while start < len(iri) and not is_name(iri[start:]):
        start += 1
    return iri[start:]
