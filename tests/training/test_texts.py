"""Texts without trees: which of MASC's files are read, and their words."""

from __future__ import annotations

from training.texts import read_masc

NEWS = """Ann_NNP Lee_NNP left_VBD Acme_NNP -LRB-_-LRB- 2001_CD -RRB-_-RRB- ._.

Yes_UH ._.
acme_org_NN grew_VBD in_IN Oslo_NNP
"""


def test_files_of_the_wanted_kinds_are_read_by_sentence(tmp_path):
    (tmp_path / "written").mkdir()
    (tmp_path / "categories.txt").write_text(
        "written/spam 1.txt spam\nwritten/news 1.txt newspaper\n", encoding="utf-8"
    )
    (tmp_path / "written" / "news 1.txt").write_text(NEWS, encoding="utf-8")
    first, second = read_masc(tmp_path)
    assert [word.form for word in first.words] == ["Ann", "Lee", "left", "Acme", "(", "2001", ")", "."]
    assert (first.name, second.name) == ("masc_news 1-1", "masc_news 1-4")
    assert [word.form for word in second.words] == ["acme_org", "grew", "in", "Oslo"]
    assert (first.opens_document, second.opens_document) == (True, False)
    assert not first.has_tree
    assert first.entities is None
