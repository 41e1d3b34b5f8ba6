"""`.why FACT`: the sentences behind a fact, their words marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import kg
from kg import InvalidName, Iri, KgError, Literal, UnknownEntity
from shell import names, prose
from shell.arguments import facts
from shell.problems import UsageError
from shell.render import cell
from shell.results import solutions
from shell.session import Session

if TYPE_CHECKING:
    from kg import Graph, Term

_USAGE = "a fact has subject, property and object, as in `.why Erik Meijer -> left -> Meta`"


def run(session: Session, argument: str) -> None:
    """Shows the evidence of the fact that the line names."""
    error: KgError | None = None
    for subject, predicate, value in facts(argument):
        try:
            session.property(predicate)
            show(session, subject, predicate, value)
        except (UnknownEntity, InvalidName) as refusal:
            error = error or refusal
        else:
            return
    raise error or UsageError(_USAGE)


def show(session: Session, subject: str, predicate: str, value: str) -> bool:
    """Shows the sentences behind a fact, and the files that state it; whether there are any."""
    s, p, o = named(session, subject, predicate, value)
    found = session.runner.run(lambda: session.graph.why(s, p, o))
    session.output.write(prose.evidence(found, colour=session.output.colour), styled=True)
    disagreeing = kg.disagreement(found)
    if disagreeing:
        session.output.write(f"sources disagree: {disagreeing}\n")
    stated = session.runner.call(kg.stated_in, s, p, o)
    if stated:
        session.output.write(f"{cell('stated without a sentence in ' + ', '.join(stated))}\n")
    if not found and not stated:
        said = f"{session.label(s)} {session.label(p)} {session.name(o)}"
        session.note_nothing(f"no sentence says that {said}", s, p, *([o] if isinstance(o, Iri) else []))
    return bool(found or stated)


def named(session: Session, subject: str, predicate: str, value: str) -> tuple[Iri, Iri, Term]:
    """The fact that is meant by a subject, property and object in words."""
    s, p = session.entity(subject), session.property(predicate)
    return s, p, _object(session, s, p, value)


def _object(session: Session, subject: Iri, predicate: Iri, text: str) -> Term:
    """The object meant: a literal as it is written, an entity, or the fact's own literal with this text."""
    written = names.literal(text, session.prefixes)
    if written is not None and (written.lang or written.datatype):
        return written
    wanted = written.text if written else text
    own = session.runner.stream(_literals, subject, predicate)
    found = [each for each in own if each.text == wanted]
    return found[0] if found else session.entity(text)


def _literals(graph: Graph, subject: Iri, predicate: Iri) -> Iterator[Literal]:
    """The literals that a property of a thing has."""
    query = f"SELECT ?o {{ <{subject}> <{predicate}> ?o FILTER isLiteral(?o) }}"
    return (value for (value,) in solutions(graph, query))
