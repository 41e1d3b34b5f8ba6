"""Treebank files to sentences."""

from __future__ import annotations

import gzip

import pytest

from kg.evaluation.conllu import read_columns, read_conllu, read_iob, with_entities

NORWEGIAN = """# newdoc id = d1
# sent_id = s1
1\tKari\tKari\tPROPN\t_\tGender=Fem\t2\tnsubj\t_\tname=B-PER
2\tbur\tbu\tVERB\t_\t_\t0\troot\t_\tname=O
3\ti\ti\tADP\t_\t_\t4\tcase\t_\tname=O
4\tOslo\tOslo\tPROPN\t_\t_\t2\tobl\t_\tname=B-GPE_LOC|SpaceAfter=No
5\t.\t$.\tPUNCT\t_\t_\t2\tpunct\t_\tname=O

"""
ENGLISH = """# sent_id = s1
1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
1\tdo\tdo\tAUX\t_\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\t_\t_\t0\troot\t_\t_
3.1\twent\tgo\tVERB\t_\t_\t_\t_\t_\t_

"""
GUM = """# sent_id = s1
1\tthe\tthe\tDET\t_\t_\t2\tdet\t_\tEntity=(1-person-giv:act-cf1-3-coref-Ada_Lovelace
2\tmathematician\tmathematician\tNOUN\t_\t_\t0\troot\t_\t_
3\tAda\tAda\tPROPN\t_\t_\t2\tappos\t_\tEntity=(2-person-giv:act-cf1-1-coref-Ada_Lovelace
4\tLovelace\tLovelace\tPROPN\t_\t_\t3\tflat\t_\tEntity=2)1)

"""


@pytest.fixture
def write(tmp_path):
    def write_file(text, name="x.conllu"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def test_conllu_gives_words_with_heads_counted_from_zero(write):
    (sentence,) = read_conllu(write(NORWEGIAN))
    assert [(word.form, word.head, word.dep) for word in sentence.words][:3] == [
        ("Kari", 1, "nsubj"),
        ("bur", 1, "ROOT"),
        ("i", 3, "case"),
    ]


def test_conllu_knows_where_documents_open(write):
    (sentence,) = read_conllu(write(NORWEGIAN))
    assert sentence.opens_document
    assert sentence.name == "s1"


def test_conllu_reads_entities_of_norne(write):
    (sentence,) = read_conllu(write(NORWEGIAN))
    assert sentence.entities == ["B-PERSON", "O", "O", "B-LOC", "O"]


def test_conllu_reads_entities_of_gum_as_names(write):
    (sentence,) = read_conllu(write(GUM))
    assert sentence.entities == ["O", "O", "B-PERSON", "I-PERSON"]


@pytest.mark.parametrize(
    ("link", "tags"),
    [
        ("-Dennis_Hopper_%28actor%29", ["O", "B-PERSON", "I-PERSON"]),
        ("-Ann_Lee", ["O", "O", "O"]),
        ("", ["O", "O", "O"]),
    ],
)
def test_conllu_finds_the_linked_name_that_a_noun_describes(write, link, tags):
    text = f"""1\tactor\tactor\tNOUN\t_\t_\t0\troot\t_\tEntity=(1-person-new-nnn-cf1-1-sgl{link}
2\tDennis\tDennis\tPROPN\t_\t_\t1\tappos\t_\t_
3\tHopper\tHopper\tPROPN\t_\t_\t2\tflat\t_\tEntity=1)

"""
    assert next(read_conllu(write(text))).entities == tags


@pytest.mark.parametrize(
    ("rows", "tags"),
    [
        (
            ["Dr. PROPN 2 nmod:desc (1-person-new-nnn-cf1-1-sgl", "Ada PROPN 0 root _", "Lee PROPN 2 flat 1)"],
            ["O", "B-PERSON", "I-PERSON"],
        ),
        (
            [
                "Ann PROPN 0 root (1-person-new-nnn-cf1-1-sgl(2-person-new-nnn-cf1-1-sgl)",
                "and CCONJ 3 cc _",
                "Bo PROPN 1 conj (3-person-new-nnn-cf1-1-sgl)1)",
            ],
            ["B-PERSON", "O", "B-PERSON"],
        ),
        (
            ["Bank PROPN 0 root (1-organization-new-nnn-cf1-1-sgl", "of ADP 3 case _", "America PROPN 1 nmod 1)"],
            ["B-ORG", "I-ORG", "I-ORG"],
        ),
    ],
)
def test_conllu_takes_names_of_people_without_titles_and_apart(write, rows, tags):
    cells = (row.split() for row in rows)
    lines = [
        f"{number}\t{form}\t{form}\t{pos}\t_\t_\t{head}\t{dep}\t_\t{'_' if entity == '_' else f'Entity={entity}'}"
        for number, (form, pos, head, dep, entity) in enumerate(cells, start=1)
    ]
    assert next(read_conllu(write("\n".join(lines) + "\n\n"))).entities == tags


def test_conllu_says_nothing_of_entities_that_nobody_annotated(write):
    (sentence,) = read_conllu(write(ENGLISH))
    assert sentence.entities is None


def test_conllu_puts_no_space_inside_multiword_tokens(write):
    (sentence,) = read_conllu(write(ENGLISH))
    assert [(word.form, word.space) for word in sentence.words] == [("do", False), ("n't", False), ("go", True)]


def test_conllu_reads_gzip(tmp_path):
    path = tmp_path / "x.conllu.gz"
    path.write_bytes(gzip.compress(NORWEGIAN.encode()))
    assert len(list(read_conllu(path))) == 1


def test_conllu_leaves_out_a_last_sentence_that_is_cut_off(write):
    assert len(list(read_conllu(write(NORWEGIAN + NORWEGIAN[:90])))) == 1


def test_conllu_raises_for_lines_without_ten_columns(write):
    with pytest.raises(ValueError, match="has not 10 columns"):
        list(read_conllu(write("1\tx\n\n" + NORWEGIAN)))


def test_conllu_takes_entities_from_a_file_beside(write):
    iob = "# sent_id = s1\n1\tdo\tO\t-\t-\n2\tn't\tO\t-\t-\n3\tgo\tB-PER\t-\t-\n\n"
    (sentence,) = with_entities(read_conllu(write(ENGLISH)), read_iob(write(iob, "x.iob2")))
    assert sentence.entities == ["O", "O", "B-PERSON"]


def test_columns_give_words_and_tags_without_trees(write):
    (sentence,) = read_columns(write("Turkuun\tB-GPE\nja\tO\n\n", "x.tsv"))
    assert (sentence.entities, sentence.has_tree) == (["B-GPE", "O"], False)
