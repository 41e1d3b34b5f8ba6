"""`.explain QUERY`: what each part of a query's pattern finds and costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shell import dissect
from shell.problems import UsageError
from shell.render import table
from shell.session import Session

if TYPE_CHECKING:
    from kg import Graph


def run(session: Session, argument: str) -> None:
    """Shows the parts in the order written: their solutions alone, those up to them, and the time."""
    text = argument or session.last_query
    found = dissect.pattern(text) if text else None
    if found is None or not found.parts:
        raise UsageError(".explain needs a query with a pattern, as in `.explain SELECT ?x { ?x a kg:Person }`")
    session.runner.call(_checked, text)
    rows = [_row(cost) for cost in session.runner.stream(dissect.costs, found)]
    session.output.write(table(["pattern", "alone", "so far", "seconds"], rows, width=session.output.width))


def _row(cost: dissect.Cost) -> list[str]:
    alone = "" if cost.alone is None else f"{cost.alone:,}"
    return [" ".join(cost.part.split()), alone, f"{cost.together:,}", f"{cost.seconds:.3f}"]


def _checked(graph: Graph, text: str) -> None:
    """Raises what is wrong with the query as a whole, with its place."""
    result = graph.query(text)
    if not isinstance(result, bool):
        result.release()
