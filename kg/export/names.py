"""IRIs as Turtle writes them, each written once, and the prefixes that this takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.errors import ExportError
from kg.model import Iri
from kg.names import is_prefix, write_name
from kg.store import write_term


class Names:
    """Writes IRIs by a table of prefixes (name to namespace). Raises `ExportError` for what can be no prefix."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        for prefix, namespace in prefixes.items():
            if not is_prefix(prefix):
                raise ExportError(f"{prefix!r} cannot be a prefix; letters, digits, '_', '-' and inner dots can")
            write_term(Iri(namespace))
        self._prefixes = dict(prefixes)
        self._written: dict[Iri, str] = {}

    def write(self, iri: Iri) -> str:
        """The IRI as a prefixed name, or in angle brackets."""
        written = self._written.get(iri)
        if written is None:
            written = write_name(iri, self._prefixes)
            self._written[iri] = written = write_term(iri) if written.startswith("<") else written
        return written

    def used(self, iris: Iterable[Iri]) -> dict[str, str]:
        """Those prefixes that writing the IRIs takes, sorted by name."""
        names = {name.partition(":")[0] for name in map(self.write, iris) if not name.startswith("<")}
        return {prefix: self._prefixes[prefix] for prefix in sorted(names)}
