"""Names whose acronym a text gives in brackets ("Example Trade Council (ETC)") to one name with two forms.

Where the recogniser has found only a part of the name, or cut it where a company's name ends, the mention is given the
whole name; its characters stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.linking.names import SMALL_WORDS, is_acronym, is_remnant, key
from kg.model import Mention, MentionKind

_GIVEN = re.compile(r"\((\w[\w.&-]{1,9})\)")
_WORD = re.compile(r"[\w&’'-]+")
#: How many words a name may have for each letter of its acronym, small words counted.
_WORDS = 2


class _Expansion(NamedTuple):
    start: int
    end: int
    name: str
    acronym: str


def expanded(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, with whole names for those that the text explains or that lack their beginning."""
    found = list(_expansions(text))
    made = [_whole(_completed(mention, text), found) for mention in mentions]
    for index, mention in enumerate(made):
        name = next((each for each in found if key(each.acronym) == key(mention.label)), None)
        if mention.kind is not MentionKind.NAME or mention.antecedent is not None or name is None:
            continue
        full = next((i for i, each in enumerate(made) if each.label == name.name and each.antecedent is None), None)
        made[index] = mention._replace(antecedent=full) if full is not None else mention._replace(label=name.name)
    return tuple(_pointed(made))


def _expansions(text: str) -> Iterator[_Expansion]:
    """Names with their acronyms, in text order."""
    for given in _GIVEN.finditer(text):
        before = list(_WORD.finditer(text, max(0, given.start() - 120), given.start()))
        if not given[1].isupper() or not before or text[before[-1].end() : given.start()].strip():
            continue
        for size in range(2, _WORDS * len(given[1]) + 1):
            first = before[-size] if size <= len(before) else None
            if first is None or key(first[0]) in SMALL_WORDS:
                continue
            name = text[first.start() : before[-1].end()]
            if is_acronym(given[1], name):
                yield _Expansion(first.start(), before[-1].end(), name, given[1])
                break


def _whole(mention: Mention, found: Sequence[_Expansion]) -> Mention:
    """The mention under the whole name, where it is a part of one that the text explains."""
    if mention.kind is MentionKind.PRONOUN:
        return mention
    for each in found:
        inside = each.start <= mention.start and mention.end <= each.end
        if inside and (mention.start == each.start or mention.end == each.end) and mention.antecedent is None:
            return mention._replace(label=each.name, kind=MentionKind.NAME, generic=False)
    return mention


def _completed(mention: Mention, text: str) -> Mention:
    """A name that is nothing but the end of an organisation's name, with the capitalised words before it."""
    if mention.kind is not MentionKind.NAME or mention.antecedent is not None or not is_remnant(mention.label):
        return mention
    before = re.search(r"(?:[A-ZÅÄÖÆØÜ][\w-]+ ){1,3}$", text[max(0, mention.start - 60) : mention.start])
    return mention if before is None else mention._replace(label=before[0] + mention.label)


def _pointed(mentions: list[Mention]) -> Iterator[Mention]:
    """Antecedents never chain: what stood for an acronym stands for its name."""
    for mention in mentions:
        base = None if mention.antecedent is None else mentions[mention.antecedent]
        yield mention if base is None or base.antecedent is None else mention._replace(antecedent=base.antecedent)
