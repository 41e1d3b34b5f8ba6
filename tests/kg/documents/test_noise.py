"""Page furniture."""

from __future__ import annotations

import pytest

from kg.documents.blocks import segment
from kg.documents.noise import article, is_end, is_furniture, trim, without_links
from kg.model import Block, BlockKind

PROSE = "The harbour company Nordvik hired three engineers in March, and they have built eleven cranes since then. " * 2


@pytest.mark.parametrize(
    "line",
    [
        "Top comments (0)",
        "12 comments",
        "Kommentit (3)",
        "Kommentarar (0)",
        "This site uses Akismet to reduce spam. Learn how your comment data is processed.",
        "We use cookies to improve your experience.",
        "Tämä sivusto käyttää evästeitä.",
        "Denne nettstaden brukar informasjonskapslar for å gje deg ei betre oppleving.",
        "Privacy policy",
        "Contact",
        "Tietosuojaseloste",
        "Personvern",
        "Share this",
        "Share on Facebook",
        "Facebook Twitter LinkedIn",
        "Read more »",
        "Read more: What is a crane?",
        "Related: How cranes lift",
        "Les også: Kraner i storm",
        "Lue myös: Nosturit myrskyssä",
        "Join the conversation on Havnenytt: What do you think?",
        "Subscribe to our newsletter!",
        "© 2024 Nordvik Times. All rights reserved.",
        "Copyright 2024 Nordvik Times",
        "Source: Nordvik Times",
        "Lähde: Nordvik Times",
        "Kjelde: [Nordvik Times](https://example.org/a)",
        "By Ann Berg",
        "By Ann Berg, Staff Writer",
        "Av Kari van der Berg",
        "3 May 2024",
        "Julkaistu 2.9.2024 klo 12.30",
        "Home > News > Ports",
        "Etusivu › Uutiset",
        "Contact | About",
        "“`html",
        "```",
        "* * *",
        "https://example.org/a",
        "#ports #cranes",
        "17",
    ],
)
def test_noise_knows_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law is changing because of models.",
        "Cookies track users on most sites.",
        "Contact with customers is rare.",
        "By Monday, Berg had left.",
        "By 2030 the port grows",
        "Comments by Berg angered the crew.",
        "The source: a leak in the pipe.",
        "Privacy matters to Nordvik.",
        "Berg reads more than anyone.",
        "Nordvik subscribes to three newsletters.",
        "Outlook for 2025",
    ],
)
def test_noise_leaves_sentences_and_headings(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line", ["You may also like", "Leave a Comment", "Saatat pitää myös näistä", "Du vil kanskje òg like"]
)
def test_noise_knows_the_end_of_an_article(line: str) -> None:
    assert is_end(line)


def test_noise_reads_nothing_after_the_end() -> None:
    text = f"{PROSE}\n\nYou may also like\n\nBerg bought Nordvik in 2020."
    assert len(article(text, segment(text))) == 1


def test_noise_reads_on_where_no_prose_stands_before_the_end() -> None:
    text = f"Latest news\n\n{PROSE}"
    assert [text[block.start : block.end] for block in article(text, segment(text))] == [PROSE.strip()]


@pytest.mark.parametrize(
    "text",
    ["Berg left Nordvik. Read the original source.", "Berg left Nordvik.Read more", "Berg left Nordvik. Les meir"],
)
def test_noise_trims_closing_sentences(text: str) -> None:
    assert trim(text, Block(BlockKind.PARAGRAPH, 0, len(text))).end == len("Berg left Nordvik.")


def test_noise_reduces_links_to_their_words() -> None:
    assert without_links('See [the port](https://example.org/a "Port") and [1].') == "See the port and [1]."
