"""Identification of languages."""

from __future__ import annotations

import pytest

from kg.documents import LANGUAGES
from kg.documents.language import identify, resolve
from kg.errors import UnknownLanguage

SAMPLES = [
    ("en", "The company has hired three engineers who will build the new cranes, and they start in May."),
    ("fi", "Yhtiö on palkannut kolme insinööriä, jotka rakentavat uudet nosturit, ja he aloittavat toukokuussa."),
    ("nb", "Selskapet har ansatt tre ingeniører som skal bygge de nye kranene, og de begynner ikke før i mai."),
    ("nn", "Selskapet har tilsett tre ingeniørar som skal byggje dei nye kranene, og dei byrjar ikkje før i mai."),
]
TITLES = [
    ("en", "Harbour company hires engineers"),
    ("fi", "Satamayhtiö palkkasi insinöörejä"),
    ("nb", "Havneselskapet ansetter ingeniører"),
    ("nn", "Hamneselskapet tilset ingeniørar"),
]


@pytest.mark.parametrize(("code", "text"), SAMPLES + TITLES)
def test_language_identifies_texts_and_titles(code: str, text: str) -> None:
    assert identify(text, "a.txt") == code


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Virksomheden har ansat tre ingeniører, som skal bygge de nye kraner, og de begynder af sted i maj.",
            "Danish",
        ),
        ("Das Unternehmen hat drei Ingenieure eingestellt, die neue Kräne bauen.", "German"),
        ("Ettevõte palkas kolm inseneri, kes ehitavad uued kraanad, ja nad alustavad mais.", "Estonian"),
    ],
)
def test_language_refuses_others_by_name(text: str, name: str) -> None:
    with pytest.raises(UnknownLanguage, match=f"{name}.*--lang"):
        identify(text, "a.txt")


def test_language_refuses_text_without_words() -> None:
    with pytest.raises(UnknownLanguage, match="not recognised"):
        identify("12345 % 67", "a.txt")


@pytest.mark.parametrize("code", LANGUAGES)
def test_language_takes_what_is_given(code: str) -> None:
    assert resolve("12345", "a.txt", lang=code) == code


@pytest.mark.parametrize(("code", "text"), [sample for sample in SAMPLES if sample[0] in ("nb", "nn")])
def test_language_decides_which_norwegian(code: str, text: str) -> None:
    assert resolve(text, "a.txt", lang="no") == code


def test_language_takes_tags_with_regions() -> None:
    assert resolve("12345", "a.txt", lang="nb-NO") == "nb"


def test_language_refuses_a_code_without_pipeline() -> None:
    with pytest.raises(UnknownLanguage, match=r"'xx'.*--lang"):
        resolve("text", "a.txt", lang="xx")


def test_language_takes_a_hint_that_the_words_allow() -> None:
    assert identify("Berg er i Oslo", "a.html", hint="nn") == "nn"
