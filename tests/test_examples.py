"""The README's promise, on the project's own example articles: who left Meta, and who says so?"""

from __future__ import annotations

from pathlib import Path

import pytest

import kg

EXAMPLES = Path(__file__).resolve().parents[1] / "docs" / "examples"


@pytest.mark.models
def test_examples_say_who_left_meta_in_two_languages() -> None:
    with kg.open() as graph:
        list(graph.build([str(EXAMPLES)]))
        meta = graph.entity("Meta")
        people = graph.query("SELECT DISTINCT ?w { ?w kg:left ent:Meta ; a kg:Person }")
        assert isinstance(people, kg.Rows)
        found = {}
        for row in people:
            (who,) = row
            assert isinstance(who, kg.Iri)
            sentences = graph.why(who, kg.Iri(f"{graph.prefixes['kg']}left"), meta)
            found[graph.label(who)] = {each.lang for each in sentences}
        assert found == {name: {"fi", "nn"} for name in ("Devi Parikh", "Abhishek Das", "Erik Meijer")}
        assert graph.validate().conforms
