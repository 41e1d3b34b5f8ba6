"""Sentences annotated by hand, so that rules are tested without a trained model."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extraction.extract import Lexis, finish, read_tree
from kg.extraction.gazetteer import mark_names
from kg.extraction.mentions import Mentions
from kg.extraction.names import untangle
from kg.extraction.repair import recognise, repair
from kg.extraction.tree import Tree, Word, features
from kg.languages import rules_for
from kg.model import BlockKind, EntityClass, Extraction, Proposition, Sentence


def tree_of(rows: str, *, lang: str = "en", start: int = 0, names: Mapping[str, EntityClass] | None = None) -> Tree:
    """A tree from rows of `word lemma POS head relation [features]`, one a line; heads count from 1, 0 is the root.

    Words stand one space apart, but for commas, stops, and words that a row begins with `+`. `names` gives the class of
    every name, by its words as they stand.
    """
    words: list[Word] = []
    heads: list[int] = []
    text = ""
    for i, row in enumerate(line.split() for line in rows.strip().splitlines()):
        form = row[0].removeprefix("+") if len(row[0]) > 1 else row[0]
        glued = not text or row[0] in ",.?!)" or (row[0][0] == "+" and len(row[0]) > 1) or text.endswith("(")
        text += form if glued else f" {form}"
        end = start + len(text)
        feats = features(row[5]) if len(row) > 5 else {}
        words.append(Word(i, form, row[1], row[2], row[4], end - len(form), end, feats))
        heads.append(int(row[3]))
    for word, head in zip(words, heads, strict=True):
        if head:
            word.head = words[head - 1]
            word.head.children.append(word)
    tree = Tree(words, text, start, lang, rules_for(lang), BlockKind.PARAGRAPH)
    _mark(tree, names or {})
    return tree


#: The names that sentences in rows speak of.
NAMES = dict.fromkeys(("Ann", "Bob", "Kari", "Ola", "Liisa", "Matti", "Matille", "Liisan"), EntityClass.PERSON)
NAMES |= dict.fromkeys(
    ("Acme", "Acmes", "Acmen", "Beta", "Betan", "Betaa", "Gamma", "Gamman", "Meta"), EntityClass.ORGANIZATION
)
NAMES |= dict.fromkeys(("Oslo", "Oulussa", "Bergen"), EntityClass.PLACE)


def row_tree(row: str, *, lang: str) -> Tree:
    """A tree from one row: words `form/lemma/tag/head/relation`, features behind a further stroke."""
    words = {word.split("/")[0] for word in row.split()}
    named = {each: kind for each, kind in NAMES.items() if each in words}
    return tree_of("\n".join(word.replace("/", " ") for word in row.split()), lang=lang, names=named)


def _mark(tree: Tree, names: Mapping[str, EntityClass]) -> None:
    for name, kind in names.items():
        at = tree.text.find(name)
        while at >= 0:
            inside = [w for w in tree.words if tree.start + at <= w.start and w.end <= tree.start + at + len(name)]
            for word in inside:
                word.entity = len(tree.entities)
            tree.entities.append(kind)
            at = tree.text.find(name, at + len(name))


def extraction_of(*trees: Tree, lexis: Lexis | None = None) -> Extraction:
    """What the trees of one document say."""
    lexis = lexis or Lexis()
    mentions = Mentions(lexis.kinds)
    sentences: list[Sentence] = []
    found: list[Proposition] = []
    for tree in trees:
        mark_names(tree, lexis.names)
    recognise(trees)
    for tree in trees:
        repair(tree)
        untangle(tree)
        mentions.add_names(tree)
        found.extend(read_tree(tree, mentions, lexis, sentence=len(sentences)))
        sentences.append(Sentence(tree.words[0].start, tree.words[-1].end))
    return finish(sentences, mentions, found, lexis)


def shown(extraction: Extraction) -> list[str]:
    """Propositions as lines: `subject | relation | role object | role argument …`, with what is not asserted behind."""
    return [_shown(proposition) for proposition in extraction.propositions]


def _shown(p: Proposition) -> str:
    slots = [p.subject.text, p.relation.text]
    for argument in (p.object, *p.arguments):
        if argument is not None:
            slots.append(" ".join(filter(None, [argument.role, argument.phrase.text])))
    marks = ["not"] if p.negated else []
    marks += [p.modality.value] if p.modality else []
    marks += [f"says {p.attributed_to.text}"] if p.attributed_to else []
    return " | ".join(slots) + (f" [{', '.join(marks)}]" if marks else "")
