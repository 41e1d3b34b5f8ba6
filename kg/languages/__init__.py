"""Language code to a spaCy pipeline and to the rules that tell languages apart.

Read `rules` (what a language must answer), then `english`, `finnish`, `norwegian` (their answers, over word lists in
`data/`), then `pipelines` (loading), `boundaries` (where sentences are glued), `lemmas` and `lemmas_fi` (base forms).
`neural` and `cnn` run networks, `schemes` and `clearnlp` are for pipelines of others, `catalogue` lists pipelines,
`drawing` draws trees.
Public: `Rules`, `rules_for`.
"""

from kg.languages.english import ENGLISH
from kg.languages.finnish import FINNISH
from kg.languages.norwegian import NORWEGIAN
from kg.languages.rules import Rules

__all__ = ["Rules", "rules_for"]

_RULES: dict[str, Rules] = {"en": ENGLISH, "fi": FINNISH, "nn": NORWEGIAN, "nb": NORWEGIAN}


def rules_for(lang: str) -> Rules:
    """The rules of a document language (`en`, `fi`, `nn`, `nb`)."""
    return _RULES[lang]
