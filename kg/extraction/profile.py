"""How much a proposition holds, by what it is read for: a graph, or one of the benchmarks of open extraction.

The graph wants the shortest slots and nothing said twice. CaRB (Bhardwaj et al. 2019, https://aclanthology.org/D19-1651)
wants whole phrases, one n-ary tuple a clause, what people say as an object, and what possessors have. BenchIE
(Gashteovski et al. 2022, https://aclanthology.org/2022.acl-long.307) wants nothing that no verb states.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """What propositions hold beside the least. Clauses and their statuses are the same in all profiles."""

    name: str
    #: Slots keep their articles ("a panel"), and nouns the infinitives that complete them ("the decision to leave").
    whole: bool = False
    #: The relation holds the adverbs inside the verb group ("will eagerly seize"), arguments those behind it.
    adverbs: bool = False
    #: What is said or thought is an object ("says | that …"), and adverbial clauses are arguments.
    clauses: bool = False
    #: Facts that no verb states (appositions, titles, examples).
    implicit: bool = True


GRAPH = Profile("graph")
PROFILES = {
    profile.name: profile
    for profile in (
        GRAPH,
        Profile("carb", whole=True, adverbs=True, clauses=True),
        Profile("benchie", implicit=False),
    )
}
