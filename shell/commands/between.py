"""`.between A -> B -> C`: the small tree of facts that joins several entities, with the sentence behind each fact."""

from __future__ import annotations

import kg
from shell import prose
from shell.arguments import between_arrows, options
from shell.commands.path import sentences
from shell.problems import UsageError
from shell.session import Session

FLAGS = ("no-evidence",)


def run(session: Session, argument: str) -> None:
    """Shows the tree for the entities between the arrows."""
    rest, given = options(argument, flags=FLAGS)
    names = [name for name in between_arrows(rest) if name]
    if len(names) < 2:
        raise UsageError("name two entities or more, as in `.between Devi Parikh -> OpenAI -> Meta`")
    show(session, names, evidence="no-evidence" not in given)


def show(session: Session, names: list[str], *, evidence: bool) -> bool:
    """Shows the facts that join the entities; whether all are joined."""
    entities = [session.entity(name) for name in names]
    found = session.runner.run(lambda: session.graph.between(entities))
    for hop in found:
        text = prose.path(kg.Path((hop,)), session.label)
        session.output.write(text + (sentences(session, (hop,)) if evidence else ""), styled=True)
    reached = {entities[0], *(end for hop in found for end in (hop.start, hop.end))}
    apart = [each for each in dict.fromkeys(entities) if each not in reached]
    for each in apart:
        session.note_nothing(f"no facts join {session.label(each)} with {session.label(entities[0])}", each)
    return not apart
