"""What people have decided about names: a plain file to rules, and the rules to answers.

A line is one decision; `#` begins a comment; names are as documents write them, or as the graph does (`ent:Meta`):

    same            General Motors = GM
    different       Nokia = Nokia Tyres
    rename          Nokia Oyj = Nokia
    class           Aurora = Product
    merge relation  rel:opt_for = kg:chose
    ignore          Subscribe

Later lines go before earlier ones that say the opposite. Raises `CurationError`, naming file, line and what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.errors import CurationError, InvalidName
from kg.linking.names import SUFFIXES, key
from kg.model import EntityClass
from kg.names import readable_name, split_name

_CLASSES = {each.value: each for each in EntityClass if each is not EntityClass.QUANTITY}
_MERGE, _IGNORE = "merge relation", "ignore"
_VERBS = ("different", "same", "rename", "class", _MERGE, _IGNORE)


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: its verb and what stands on both sides; one side only for `ignore`."""

    verb: str
    one: str
    other: str

    def __str__(self) -> str:
        return f"{self.verb} {self.one} = {self.other}" if self.other else f"{self.verb} {self.one}"


@dataclass(frozen=True)
class Curation:
    """Decisions in their order, looked up by key (`names.key`)."""

    decisions: tuple[Decision, ...] = ()
    _pairs: Mapping[frozenset[str], str] = field(init=False, repr=False, compare=False)
    _partners: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        pairs: dict[frozenset[str], str] = {}
        partners: dict[str, set[str]] = {}
        for each in self.decisions:
            if each.verb in ("same", "different", "rename"):
                names = frozenset((name_key(each.one), name_key(each.other)))
                pairs[names] = "" if each.verb == "different" else f"the curation says `{each}`"
                for name in names:
                    partners.setdefault(name, set()).update(names - {name})
        object.__setattr__(self, "_pairs", pairs)
        object.__setattr__(self, "_partners", {name: frozenset(found) for name, found in partners.items()})

    def joined(self, one: str, other: str) -> str | None:
        """Why two keys are one name; "" where they are not; None where nothing is decided."""
        return self._pairs.get(frozenset((one, other)))

    def partners(self, name: str) -> frozenset[str]:
        """The keys of which something is decided together with this one."""
        return self._partners.get(name, frozenset())

    def label(self, keys: Iterable[str]) -> str | None:
        """What a name of these keys is to be called."""
        found = self._last("rename", keys)
        return None if found is None else _readable(found.other)

    def class_of(self, keys: Iterable[str]) -> EntityClass | None:
        """The class that a name of these keys is to have."""
        found = self._last("class", keys)
        return None if found is None else _CLASSES[found.other.removeprefix("kg:")]

    def merged(self) -> dict[str, str]:
        """What relations are to be read as, by their prefixed names; of a chain of merges, the last."""
        told = {each.one: each.other for each in self.decisions if each.verb == _MERGE}
        found = {}
        for name in told:
            end, seen = name, {name}
            while end in told and told[end] not in seen:
                end = told[end]
                seen.add(end)
            found[name] = end
        return found

    def ignored(self) -> frozenset[str]:
        """The names of which nothing is to be a fact, as the lines have them."""
        return frozenset(each.one for each in self.decisions if each.verb == _IGNORE)

    def _last(self, verb: str, keys: Iterable[str]) -> Decision | None:
        wanted = set(keys)
        return next((d for d in reversed(self.decisions) if d.verb == verb and name_key(d.one) in wanted), None)


def name_key(name: str) -> str:
    """The key of a name as a line has it: a label, or a name of the graph without what tells homonyms apart."""
    return key(_readable(name))


def parse_curation(text: str, *, source: str = "curation") -> Curation:
    """The decisions of a file's text."""
    return Curation(tuple(_decisions(text.splitlines(), source)))


def parse_decision(line: str, *, where: str = "curation") -> Decision:
    """The decision of one line."""
    verb = next((each for each in _VERBS if re.match(rf"{each}\b", line)), None)
    if verb is None:
        raise CurationError(f"{where}: {line!r} does not begin with {', '.join(sorted(_VERBS))}")
    rest = line[len(verb) :].strip()
    if verb == _IGNORE and rest:
        return _checked(Decision(verb, rest, ""), where)
    sides = [side.strip() for side in re.split(r"\s=\s|\s->\s", rest)]
    sides = sides[0].split() if len(sides) == 1 else sides
    if len(sides) != 2 or not all(sides):
        form = f"{verb} NAME" if verb == _IGNORE else f"{verb} ONE = OTHER"
        raise CurationError(f"{where}: {line!r} is not of the form `{form}`")
    return _checked(Decision(verb, sides[0], sides[1]), where)


def _checked(decision: Decision, where: str) -> Decision:
    """The decision, if its names are ones."""
    try:
        for name in (decision.one, decision.other):
            _readable(name)
        _CHECKS.get(decision.verb, _any)(decision, where)
    except InvalidName as error:
        raise CurationError(f"{where}: {error}") from error
    return decision


def _decisions(lines: Iterable[str], source: str) -> Iterator[Decision]:
    for number, line in enumerate(lines, start=1):
        said = line.partition("#")[0].strip() if line.lstrip().startswith("#") else line.split(" #")[0].strip()
        if said:
            yield parse_decision(" ".join(said.split()), where=f"{source}:{number}")


def _readable(name: str) -> str:
    if not name.startswith("ent:"):
        return name.strip("\"'")
    text = readable_name(split_name(name)[1])
    return text.rpartition(".")[0] if "." in text and text.rpartition(".")[2] in SUFFIXES else text


def _class_exists(decision: Decision, where: str) -> None:
    if decision.other.removeprefix("kg:") not in _CLASSES:
        raise CurationError(f"{where}: {decision.other!r} is no class; classes are {', '.join(_CLASSES)}")


def _relations(decision: Decision, where: str) -> None:
    for each in (decision.one, decision.other):
        if split_name(each)[0] not in ("kg", "rel"):
            raise CurationError(f"{where}: {each!r} is no name of a relation such as kg:left or rel:opt_for")


def _differ(decision: Decision, where: str) -> None:
    if decision.verb == "different" and name_key(decision.one) == name_key(decision.other):
        raise CurationError(
            f"{where}: {decision.one!r} and {decision.other!r} are spelled alike; documents tell namesakes apart by "
            "their organisations"
        )


def _any(_decision: Decision, _where: str) -> None:
    """Any two names will do."""


_CHECKS: Mapping[str, Callable[[Decision, str], None]] = {
    "class": _class_exists,
    "different": _differ,
    _MERGE: _relations,
}
