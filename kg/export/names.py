"""IRIs as prefixed names, where Turtle has one for them: https://www.w3.org/TR/turtle/#grammar-production-PNAME_LN.

Reserved characters are escaped, but for `/`, `#` and `?`: an IRI with one of these after its prefix is written out,
since it reads better so. So is one whose local name opens or ends with a dot, which rdflib misreads when escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.errors import ExportError
from kg.model import Iri
from kg.store import write_term

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LATER = f"{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040"
_PREFIX = re.compile(f"(?:[{_BASE}](?:[{_LATER}.-]*[{_LATER}-])?)?")
#: What a local name may open with, go on with, and end in, escaped or not.
_OPENING = f"[{_BASE}_0-9:~!$&'()*+,;=@%]"
_INNER = f"[{_LATER}:~.!$&'()*+,;=@%-]"
_LOCAL = re.compile(f"(?:{_OPENING}(?:{_INNER}*{_INNER.replace('.', '')})?)?")
_ESCAPED = re.compile(r"[~!$&'()*+,;=@]|%(?![0-9A-Fa-f]{2})")


class Names:
    """Writes IRIs by a table of prefixes (name to namespace), the longest namespace first."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        for prefix, namespace in prefixes.items():
            if not _PREFIX.fullmatch(prefix):
                raise ExportError(f"{prefix!r} cannot be a prefix; letters, digits, '_', '-' and inner dots can")
            write_term(Iri(namespace))
        self._prefixes = sorted(prefixes.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        self._written: dict[Iri, str] = {}

    def write(self, iri: Iri) -> str:
        """The IRI as a prefixed name, or in angle brackets."""
        written = self._written.get(iri)
        if written is None:
            written = self._written[iri] = self._prefixed(iri) or write_term(iri)
        return written

    def used(self, iris: Iterable[Iri]) -> dict[str, str]:
        """Those prefixes that writing the IRIs takes, sorted by name."""
        names = {name.partition(":")[0] for name in map(self.write, iris) if not name.startswith("<")}
        return dict(sorted(pair for pair in self._prefixes if pair[0] in names))

    def _prefixed(self, iri: Iri) -> str | None:
        for prefix, namespace in self._prefixes:
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and _LOCAL.fullmatch(local):
                return f"{prefix}:{_ESCAPED.sub(_escape, local)}"
        return None


def _escape(match: re.Match[str]) -> str:
    return f"\\{match[0]}"
