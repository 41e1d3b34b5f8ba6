"""The extractor as a spaCy component: `nlp.add_pipe("kg_propositions")`, then `doc._.propositions`.

It stands in any pipeline of English, Finnish or Norwegian that gives labels of Universal Dependencies (behind
`kg_clearnlp`, where they are ClearNLP's). `doc._.propositions` are the records of `kg extract`, in text order: plain
values, so that documents can be stored and passed between processes. Offsets are those of the document.
spaCy imports this module with every pipeline, so it loads the rest of kgshell when a document comes.
Raises PipelineError where the pipeline's language or annotation is not what extraction reads.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import PipelineError
from kg.languages import clearnlp  # noqa: F401  it registers the component that may have to stand before
from kg.model import Block, BlockKind, Choices, Document

if TYPE_CHECKING:
    from kg.records import Record

#: What pipelines call their language, to the languages of documents.
LANGUAGES = {"en": "en", "fi": "fi", "nb": "nb", "nn": "nn", "no": "nb"}
#: Labels that Universal Dependencies v2 do not have and ClearNLP's do.
FOREIGN = frozenset({"dobj", "pobj", "nsubjpass", "attr"})

#: What extraction reads of a word, and spaCy's name for it.
NEEDED = {"dependency parse": "DEP", "parts of speech": "POS", "base forms": "LEMMA"}


@Language.factory(
    "kg_propositions",
    requires=["token.dep", "token.head", "token.pos", "token.lemma"],
    assigns=["doc._.propositions"],
    default_config={"lang": None, "gazetteers": [], "extractor": None},
)
def make_component(
    nlp: Language, name: str, lang: str | None, gazetteers: list[str], extractor: str | None
) -> Propositions:
    """The component; `lang` is the texts' language (`nn` in a pipeline of `nb`), by default the pipeline's."""
    chosen = LANGUAGES.get(lang or nlp.lang or "")
    if chosen is None:
        raise PipelineError(f"{name} reads {', '.join(LANGUAGES)}, and not {lang or nlp.lang!r}")
    if not Doc.has_extension("propositions"):
        Doc.set_extension("propositions", default=[])
    return Propositions(chosen, Choices(gazetteers=tuple(gazetteers), extractor=extractor))


@dataclass(slots=True)
class Propositions:
    """The component: finds a document's propositions, and sets them."""

    lang: str
    choices: Choices = field(default_factory=Choices)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.propositions`."""
        doc._.propositions = self.find(doc)
        return doc

    def find(self, doc: Doc) -> list[Record]:
        """The propositions of a parsed document, in text order."""
        foreign = next((token.dep_ for token in doc if token.dep_ in FOREIGN), None)
        if foreign is not None:
            raise PipelineError(f"{foreign!r} is no label of Universal Dependencies; add `kg_clearnlp` before")
        if not doc.text.strip():
            return []
        lacking = [given for given, what in NEEDED.items() if not doc.has_annotation(what)]
        if lacking:
            raise PipelineError(
                f"the text has no {' or '.join(lacking)}; kg_propositions needs components before that give it"
            )
        from kg.linking import NameTable
        from kg.propositions import knowledge_of
        from kg.records import records

        knowledge = knowledge_of(self.choices)
        text = str(doc.text)
        block = Block(BlockKind.PARAGRAPH, 0, len(text))
        document = Document("doc", text, "", self.lang, (block,), "")
        extraction = knowledge.reader.extract_parsed([(block, doc)], self.lang)
        linking = knowledge.draft(document, extraction).link(NameTable())
        return list(records(document, extraction, linking, line=1))
