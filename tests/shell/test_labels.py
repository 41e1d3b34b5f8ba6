from __future__ import annotations

import time

from shell.labels import Entry, Labels

PEOPLE = Labels(
    [
        Entry("Devi Parikh", "ent:Devi_Parikh"),
        Entry("Parikh", "ent:Parikh"),
        Entry("Åse Ødegård", "ent:Åse_Ødegård"),
        Entry("OpenAI", "ent:OpenAI"),
        Entry("selskap", "ent:company"),
    ]
)


def _found(query: str) -> list[str]:
    return [entry.label for entry in PEOPLE.search(query)]


def test_labels_that_begin_so_come_first() -> None:
    assert _found("pari") == ["Parikh", "Devi Parikh"]


def test_labels_are_found_without_accents() -> None:
    assert _found("odeg") == ["Åse Ødegård"]


def test_labels_are_found_fuzzily() -> None:
    assert _found("dvprk") == ["Devi Parikh"]


def test_labels_are_found_by_local_name() -> None:
    assert _found("company") == ["selskap"]


def test_labels_are_found_under_a_prefix_however_late_they_come() -> None:
    labels = Labels([*(Entry(f"a{i}", f"kg:a{i}") for i in range(2000)), Entry("anchor", "nif:anchorOf")])
    assert [entry.label for entry in labels.search("", prefix="nif:")] == ["anchor"]
    assert [entry.label for entry in labels.search("a", prefix="nif:")] == ["anchor"]


def test_labels_without_query_come_in_order() -> None:
    assert _found("")[0] == "OpenAI"


def test_labels_are_each_found_once() -> None:
    assert Labels([Entry("aaa aaa aaa", "ent:a")]).search("a") == [Entry("aaa aaa aaa", "ent:a")]


def test_labels_search_a_hundred_thousand_in_time() -> None:
    many = Labels(Entry(f"Name {i:06} of company {i % 977}", f"ent:Name_{i}") for i in range(100_000))
    worst = 0.0
    for query, prefix in (("name", ""), ("company 97", ""), ("99999", ""), ("nmcmpny", ""), ("zzz", ""), ("", "kg:")):
        began = time.process_time()
        many.search(query, prefix=prefix)
        worst = max(worst, time.process_time() - began)
    assert worst < 0.05
