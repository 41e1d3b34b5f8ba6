"""A document's trees to chains that speak of one thing, the sure steps first.

The sieves of Lee et al. 2013 (https://doi.org/10.1162/COLI_a_00152): names, appositions and predicates, descriptions by
their noun, and last pronouns, in text order, by salience. What fits nothing stays alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extraction.coreference.chains import Chains
from kg.extraction.coreference.descriptions import link_descriptions, link_within
from kg.extraction.coreference.names import same_names
from kg.extraction.coreference.nominals import mark_sections, nominals_of
from kg.extraction.coreference.pronouns import Choose, best, link_pronouns
from kg.extraction.coreference.syntax import mark_quotes
from kg.extraction.tree import Tree
from kg.model import EntityClass


def chains_of(
    forest: Sequence[Tree], classes: Mapping[tuple[int, int], EntityClass | None], *, choose: Choose = best
) -> Chains:
    """The chains of a document's trees; `classes` are those of names, by (start of the tree, number of the head)."""
    nominals = nominals_of(forest, classes)
    mark_sections(forest, nominals)
    speakers = mark_quotes(forest, nominals)
    names = list(same_names(nominals))
    chains = Chains(nominals)
    for nominal, before in names:
        chains.link(nominal, before)
    link_within(chains)
    link_descriptions(chains)
    link_pronouns(chains, speakers, choose)
    return chains
