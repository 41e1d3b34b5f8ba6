"""A document's names to the names before them that call the same thing, also in other words.

The same words, a person's name in part ("Lee" and "Ann Lee", in either order), an acronym and its long form, and the
end of a longer name ("the Home Office" and "the United Kingdom Home Office"). A short form that fits several things
stands for none of them by itself. Linear in the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extraction.coreference.nominals import Nominal
from kg.extraction.times import is_time
from kg.languages.people import PERSON

#: How many letters an acronym has.
_ACRONYM = range(2, 7)
#: How many words the end of a name has that others may call it by: long names take linear time.
_LONGEST_END = 5


def same_names(nominals: Iterable[Nominal]) -> Iterator[tuple[Nominal, Nominal]]:
    """Names with the one before that calls the same thing, in text order."""
    seen: dict[str, Nominal] = {}
    fuller: dict[str, Nominal | None] = {}
    for nominal in nominals:
        if not nominal.is_name or not nominal.label or is_time(nominal.head, nominal.tree.rules):
            continue
        label = _plain(nominal)
        parts = list(_parts(label, nominal))
        before = seen.get(label) or fuller.get(label) or _shorter(parts, seen, fuller)
        if before is not None and not _can_be_one(nominal, before):
            before = None
        if before is not None:
            yield nominal, before
        for part in parts:
            if part in fuller and before is None:
                fuller[part] = None  # it fits two things
            elif part not in fuller:
                fuller[part] = nominal
        seen[label] = nominal


def _shorter(parts: Sequence[str], seen: Mapping[str, Nominal], fuller: Mapping[str, Nominal | None]) -> Nominal | None:
    """The name before that is a part of the name, where no other fuller name has that part."""
    for part in parts:
        if part in seen and part not in fuller:
            return seen[part]
        if part.count(" ") == 1 and (other := fuller.get(part)) is not None and other.kinds <= PERSON:
            return other
    return None


def _can_be_one(nominal: Nominal, before: Nominal) -> bool:
    """Whether both can be of one kind. A last name that others have as a first name ("Lee") takes the full name's."""
    if nominal.kinds & before.kinds:
        return True
    short, full = sorted((nominal, before), key=lambda each: len(each.label))
    if not (short.kinds | full.kinds <= PERSON and full.label.split()[-1] == short.label):
        return False
    short.kinds = full.kinds
    return True


def _plain(nominal: Nominal) -> str:
    """The label without stops, and with the number that follows it ("Figure 2")."""
    number = next((c.text for c in nominal.head.children if c.rel == "nummod" and c.i > nominal.head.i), "")
    label = nominal.label.replace(".", "")
    label = label.title() if label.isupper() and " " in label else label
    return f"{label} {number}".rstrip()


def _parts(label: str, nominal: Nominal) -> Iterator[str]:
    """Shorter forms that others may call it by."""
    words = label.split()
    if len(words) < 2:
        return
    if nominal.kinds <= PERSON:
        yield words[-1]
        yield words[0]
        if len(words) > 2:
            yield f"{words[0]} {words[-1]}"
        return
    letters = "".join(word[0] for word in words if word[0].isupper())
    if len(letters) in _ACRONYM:
        yield letters
    for i in range(max(1, len(words) - _LONGEST_END), len(words) - 1):
        if words[i][0].isupper():
            yield " ".join(words[i:])
