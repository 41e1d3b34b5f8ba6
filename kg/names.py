r"""Names of things as people and queries write them, read to IRIs and written from them, and words as local names.

A name is `ent:Meta`, `<https://…>`, or an IRI with `//` or of the scheme `urn` as it stands. Definition: PrefixedName
and IRIREF of SPARQL 1.1, https://www.w3.org/TR/sparql11-query/#rPNAME_LN, which Turtle shares; codepoint escapes are
left to the parsers. Every absolute IRI, written under some prefixes, reads back under them as itself, here and there.
What kgshell names itself follows "Local names" in the data model: what both PN_LOCAL and ucschar of RFC 3987 take stays
as it is, all else is percent-encoded (UTF-8), so that each such name can be written with its prefix.
Raises `InvalidName`, saying what is wrong with the name and how it is written right.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import unquote

from kg.errors import InvalidName
from kg.model import Iri

_PLANE_0 = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
)
_BASE = f"{_PLANE_0}\U00010000-\U000effff"
_NO_LETTERS = "_0-9\u00b7\u0300-\u036f\u203f-\u2040-"
#: What a name has after its first letter, but for signs and escapes: PN_CHARS, as it stands in square brackets.
NAME_CHARACTERS = f"{_BASE}{_NO_LETTERS}"
_SIGNS = "_~.!$&'()*+,;=/?#@%-"
_PLX = rf"%[0-9A-Fa-f]{{2}}|\\[{_SIGNS}]"
_PN_PREFIX = rf"(?:[{_BASE}](?:[{NAME_CHARACTERS}.]*[{NAME_CHARACTERS}])?)?"
_PN_LOCAL = rf"(?:(?:[{_BASE}_0-9:]|{_PLX})(?:(?:[:{NAME_CHARACTERS}.]|{_PLX})*(?:[:{NAME_CHARACTERS}]|{_PLX}))?)?"
#: A regular expression for a name with a prefix, as the token of a query.
PREFIXED_NAME = f"{_PN_PREFIX}:{_PN_LOCAL}"

_PREFIX = re.compile(_PN_PREFIX)
_LOCAL = re.compile(_PN_LOCAL)
_ESCAPED = re.compile(rf"\\([{_SIGNS}])")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]*")
_SAFE = f":~!$&'()*+,;=@%{_PLANE_0}{_NO_LETTERS}"
#: Local names that are written with a prefix. Those with `/`, `?` or `#` are not, since the IRI reads better so; nor
#: those with a dot at either end, which rdflib misreads when escaped, nor with letters beyond U+FFFF, which Oxigraph's
#: SPARQL takes for an error.
_WRITABLE = re.compile(rf"(?:[:~!$&'()*+,;=@%{_PLANE_0}_0-9](?:[.{_SAFE}]*[{_SAFE}])?)?")
_TO_ESCAPE = re.compile(r"[~!$&'()*+,;=@]|%(?![0-9A-Fa-f]{2})")

_UCSCHAR = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF\U00010000-\U0001FFFD\U00020000-\U0002FFFD\U00030000-\U0003FFFD"
)
_FIRST_OF_OURS = re.compile(rf"[{_UCSCHAR}_0-9]")
_LATER_OF_OURS = re.compile(rf"[{_UCSCHAR}_0-9.\-\u00B7\u0300-\u036F\u203F\u2040]")


# ---------------------------------------------------------------- names with a prefix


def read_name(name: str, prefixes: Mapping[str, str]) -> Iri:
    """The IRI that a name stands for, under prefixes and their namespaces."""
    if name.startswith("<"):
        if not name.endswith(">") or not is_iri(name[1:-1]):
            raise InvalidName(f"{name!r} is no IRI in angle brackets; write it whole, as in <https://kg.example/x>")
        return Iri(name[1:-1])
    prefix, colon, rest = name.partition(":")
    if stands_bare(name) and not (prefix in prefixes and rest[:2] != "//"):
        if not is_iri(name):
            raise InvalidName(f"{name!r} is no IRI; percent-encode what cannot stand in one, such as a space (%20)")
        return Iri(name)
    if not colon:
        hint = f"write it as in ent:Meta; graph.entity({name!r}) finds a thing by its label"
        raise InvalidName(f"{name!r} is no name of a thing; {hint}")
    if prefix not in prefixes:
        raise InvalidName(f"{name!r}: {_unknown_prefix(prefix, prefixes)}; an IRI stands in <…>")
    return Iri(f"{prefixes[prefix]}{split_name(name)[1]}")


def split_name(name: str) -> tuple[str, str]:
    """The prefix of a prefixed name, and its local name without escapes."""
    prefix, _, local = name.partition(":")
    end = _LOCAL.match(local).end()  # type: ignore[union-attr]  # an empty local name fits
    if end == len(local):
        return prefix, _ESCAPED.sub(r"\1", local)
    sign = local[end]
    ours = f"{prefix}:{local_name(readable_name(local))}"
    escaped = f"; the sign itself is \\{sign}" if sign in _SIGNS else ""
    raise InvalidName(f"{name!r}: {sign!r} cannot stand so in a name; kgshell names things as in {ours}{escaped}")


def write_name(iri: str, prefixes: Mapping[str, str]) -> str:
    """The IRI as a prefixed name under the longest namespace that gives one, else in angle brackets."""
    fitting = [(-len(namespace), prefix) for prefix, namespace in prefixes.items() if iri.startswith(namespace)]
    for shorter, prefix in sorted(fitting):
        local = iri[-shorter:]
        if _WRITABLE.fullmatch(local):
            return f"{prefix}:{_TO_ESCAPE.sub(_escape, local)}"
    return f"<{iri}>"


def is_iri(text: str) -> bool:
    """Whether the text has the form of an absolute IRI: a scheme, and no character that IRIREF leaves out."""
    return _IRI.fullmatch(text) is not None


def stands_bare(iri: str) -> bool:
    """Whether an IRI is a name as it stands, without angle brackets: one with `//`, or of the scheme `urn`."""
    scheme, _, rest = iri.partition(":")
    return rest.startswith("//") or scheme == "urn"


def is_prefix(text: str) -> bool:
    """Whether the text can be a prefix; an empty one can."""
    return _PREFIX.fullmatch(text) is not None


def _unknown_prefix(prefix: str, prefixes: Mapping[str, str]) -> str:
    """What to say of a prefix that is not known."""
    near = difflib.get_close_matches(prefix, prefixes, n=1)
    hint = f"did you mean {near[0]}:?" if near else f"known are {', '.join(f'{each}:' for each in sorted(prefixes))}"
    return f"the prefix {prefix}: is not known; {hint}"


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


# ---------------------------------------------------------------- local names


@lru_cache(maxsize=65536)
def local_name(words: str) -> str:
    """Words as a local name: NFC, runs of space as `_`, percent-encoded where it must be; never empty."""
    return encode("_".join(unicodedata.normalize("NFC", words).split())) or "_"


def encode(text: str) -> str:
    """The text as it is, percent-encoded where a local name cannot have it so; `unquote` takes it back."""
    return "".join(_encoded(char, first=i == 0, last=i == len(text) - 1) for i, char in enumerate(text))


def readable_name(local: str) -> str:
    """The words that a local name stands for, with spaces for `_`."""
    return unquote(local).replace("_", " ")


def local_part(iri: str) -> str:
    """What follows the last `/` or `#` of an IRI, encoded as it is there."""
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def readable_end(iri: str) -> str:
    """What people read of an IRI that has no label: its last part that is not empty, as words; else all of it."""
    return readable_name(local_part(iri.rstrip("/#"))) or iri


def _encoded(char: str, *, first: bool, last: bool) -> str:
    fits = _FIRST_OF_OURS.match(char) if first else _LATER_OF_OURS.match(char)
    if fits and not (last and char == "."):
        return char
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
