"""Paths → an HTML list for notebooks: labels and relations in order, the sentences behind the hops to unfold.

Every text is escaped, and kept to its own direction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from kg.model import Iri, Literal, Term
from kg.paths.edges import Edge
from kg.paths.evidence import Evidence
from kg.paths.labels import label
from kg.rdf.source import QuadSource

#: Paths that are shown.
MOST = 50


def listed(source: QuadSource, paths: Sequence[Sequence[Edge]], evidence: Callable[[Edge], Sequence[Evidence]]) -> str:
    """The first paths as a numbered list, and how many it leaves out."""
    if not paths:
        return "<p>No path.</p>"
    items = "".join(f"<li>{_line(source, hops)}{_proof(hops, evidence)}</li>" for hops in paths[:MOST])
    more = f"<p>… {len(paths) - MOST} more</p>" if len(paths) > MOST else ""
    return f"<ol>{items}</ol>{more}"


def _line(source: QuadSource, hops: Sequence[Edge]) -> str:
    def named(term: Term) -> str:
        text = term.text if isinstance(term, Literal) else label(source, term) if isinstance(term, Iri) else str(term)
        return f"<bdi>{escape(text)}</bdi>"

    steps = [f"<b>{named(hops[0].start)}</b>"]
    for hop in hops:
        relation = named(hop.predicate) if hop.predicate else ""
        steps += [f"—{relation}→" if hop.forward else f"←{relation}—", f"<b>{named(hop.end)}</b>"]
    return " ".join(steps)


def _proof(hops: Sequence[Edge], evidence: Callable[[Edge], Sequence[Evidence]]) -> str:
    """The first sentence behind each hop, its words marked, to unfold; nothing where no hop has one."""
    found = [behind[0] for behind in map(evidence, hops) if behind]
    quotes = "".join(
        f"<blockquote>{''.join(_marked(each))}<br><small>{escape(each.title)}</small></blockquote>" for each in found
    )
    return f"<details><summary>sentences</summary>{quotes}</details>" if quotes else ""


def _marked(each: Evidence) -> Iterator[str]:
    at = 0
    for start, end in each.highlights:
        yield f"{escape(each.sentence[at:start])}<mark>{escape(each.sentence[start:end])}</mark>"
        at = end
    yield escape(each.sentence[at:])
