"""The document's date reaches the times that its sentences name, and the graph."""

from __future__ import annotations

import kg

TEXT = "---\ndate: 2024-04-17\nlang: en\n---\n\nAcme acquired Beta last week. Ann left Acme three years ago.\n"


def test_relative_times_of_a_dated_document_are_stored(tmp_path):
    (tmp_path / "news.md").write_text(TEXT, encoding="utf-8")
    graph = kg.open()
    list(graph.build([str(tmp_path)]))
    rows = graph.query("SELECT ?from ?until { GRAPH ?g { ?s kg:from ?from ; kg:until ?until } }")
    assert {tuple(str(getattr(value, "text", value)) for value in row) for row in rows} == {
        ("2024-04-08", "2024-04-14")
    }
    years = graph.query("SELECT ?time { GRAPH ?g { ?s kg:time ?time } }")
    assert {str(getattr(row[0], "text", row[0])) for row in years} == {"2021"}
