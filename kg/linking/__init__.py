"""Linking: mentions to the entities of the graph, propositions to the triples that they mean.

Read in this order: `words` (lexicon and thesaurus), `names` and `resolution` (which name is which), `referents`
(what a mention means in its document), `predicates` and `relations` (which property), `link` (all of it).
"""

from __future__ import annotations

from kg.linking.link import Draft, draft, link, readings
from kg.linking.resolution import NameTable, resolve
from kg.linking.words import Lexicon, Thesaurus

__all__ = ["Draft", "Lexicon", "NameTable", "Thesaurus", "draft", "link", "readings", "resolve"]
