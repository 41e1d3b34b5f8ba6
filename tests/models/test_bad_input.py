"""Texts that nobody would write, read by the pipelines that come with the package: no crash, and offsets that hold."""

from __future__ import annotations

import pytest

import kg

LONG = {
    "en": "the director of the company said that the board of Acme in Norway had sold the ships that Ann built and",
    "fi": "yhtiön johtaja sanoi että Acmen hallitus oli myynyt laivat jotka Liisa rakensi ja",
    "nn": "direktøren i selskapet sa at styret i Acme hadde seld skipa som Kari bygde og",
}
TEXTS = {
    "no verb": "A quiet day in Oslo, with Ann, Bob and the whole board of Acme.",
    "capitals": "ACME TO BUY BETA FOR $100 MILLION, SAYS CEO ANN LEE.",
    "emoji": "Acme 🚀 bought Beta 💰💰 for 👉 $100 million 😀!!! 👨‍👩‍👧‍👦",
    "mixed languages": "Acme osti Betan, and Ann said at styret var nøgd med kaupet, sanoi Liisa.",
    "unbalanced quotes": '“Acme will grow, said Ann. "We bought Beta", \'he added” and “left.',
    "unbalanced brackets": "Acme (which Ann founded [in 2010 bought Beta) and ] Gamma ( (.",
    "signs for the most part": "Acme ... --- !!! ((( ??? \"\" '' %% $",
    "one letter": "a",
    "right to left and combining": "Acme اشترت Beta e\u0301te\u0301 \u202eAnn\u202c.",
    "spaces": "Acme\u00a0 \u2009bought\u3000  Beta\u200b .",
}


def offsets_hold(text: str, lang: str) -> int:
    """How many propositions a text gives; all that is said of places in it must be so."""
    found = kg.extract(text, lang=lang)
    for each in found.propositions:
        slots = [each.subject, *(item.phrase for item in (each.object, *each.arguments) if item is not None)]
        for phrase in slots:
            assert phrase.text
            if phrase.start is not None:
                assert found.text[phrase.start : phrase.end] == phrase.text
        for token in each.tokens:
            assert found.text[token.start : token.end].strip()
    for mention in found.mentions:
        assert found.text[mention.start : mention.end] == mention.text
    return len(found.propositions)


@pytest.mark.parametrize("lang", LONG)
@pytest.mark.parametrize("name", TEXTS)
def test_bad_texts_are_read(name, lang):
    offsets_hold(TEXTS[name], lang)


@pytest.mark.parametrize("lang", LONG)
def test_sentences_of_five_hundred_words_are_read(lang):
    words = LONG[lang].split()
    text = " ".join((words * 40)[:500]).capitalize() + "."
    assert offsets_hold(text, lang) > 20
