"""Markdown, HTML, PDF, DOCX and plain text to documents."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from kg.documents import read_bytes
from kg.errors import DocumentError
from tests.kg.documents.made import LINES, blocks, pdf, word

MARKDOWN = """---
title: "Cranes for Nordvik"
date: 2024-05-03
---
# Cranes for Nordvik

The [harbour company](https://example.org) **Nordvik** hired three engineers in March,
and *they* have built eleven `cranes` since.<br>

- **Energy:** The cranes need power.
- They lift boxes.

> “We grow,” Ann Berg says.

| name | cranes |
|---|---|
| Nordvik | 11 |

```python
print("Berg bought Nordvik.")
```

## Who runs the port?
Ann Berg runs the port.
"""

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Cranes for Nordvik | Port News</title>
<meta property="article:published_time" content="2024-05-03T08:00:00Z"></head><body>
<div class="cookie-banner"><p>We use cookies to make this site better.</p><button>Accept all</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/c">Contact</a></li></ul></nav>
<main><article><h1>Cranes for Nordvik</h1><p class="byline">By Ann Lee</p>
<p>The harbour company <a href="/n">Nordvik</a> hired <b>three</b> engineers in March,
and they have built eleven cranes since then. The work goes on until the summer of next year.</p>
<h2>What the cranes need</h2>
<ul><li><strong>Energy:</strong> The cranes need power from the new line.</li><li>They lift heavy boxes.</li></ul>
<blockquote><p>“We grow every year.” – Ann Berg, director</p></blockquote>
<h3>Who runs the port?</h3><p>Ann Berg runs the port, and she has hired more people than anybody before her.</p>
</article>
<section class="related"><h2>You may also like</h2><ul><li><a href="/x">Ten boats for children</a></li></ul></section>
<section id="comments"><h2>Top comments (1)</h2><div class="comment"><p>Berg bought my boat!</p></div></section></main>
<footer><p>© 2024 Port News</p><a href="/p">Privacy policy</a></footer></body></html>"""


def test_markdown_gives_words_and_kinds() -> None:
    document = read_bytes(MARKDOWN.encode(), "a.md")
    assert blocks(document) == [
        ("heading", "Cranes for Nordvik"),
        (
            "paragraph",
            "The harbour company Nordvik hired three engineers in March, and they have built eleven cranes since.",
        ),
        ("heading", "Energy"),
        ("list item", "The cranes need power."),
        ("list item", "They lift boxes."),
        ("quotation", "“We grow,” Ann Berg says."),
        ("question", "Who runs the port?"),
        ("paragraph", "Ann Berg runs the port."),
    ]


def test_markdown_takes_title_and_date_from_the_front_matter() -> None:
    document = read_bytes(MARKDOWN.encode(), "a.md")
    assert (document.title, document.published) == ("Cranes for Nordvik", "2024-05-03")


def test_html_gives_the_article_and_its_kinds() -> None:
    assert blocks(read_bytes(PAGE.encode(), "a.html")) == [
        ("heading", "Cranes for Nordvik"),
        (
            "paragraph",
            "The harbour company Nordvik hired three engineers in March, and they have built eleven cranes since then. "
            "The work goes on until the summer of next year.",
        ),
        ("heading", "What the cranes need"),
        ("heading", "Energy"),
        ("list item", "The cranes need power from the new line."),
        ("list item", "They lift heavy boxes."),
        ("quotation", "“We grow every year.” – Ann Berg, director"),
        ("question", "Who runs the port?"),
        ("paragraph", "Ann Berg runs the port, and she has hired more people than anybody before her."),
    ]


def test_html_takes_title_and_date_from_the_metadata() -> None:
    document = read_bytes(PAGE.encode(), "a.html")
    assert (document.title, document.published) == ("Cranes for Nordvik", "2024-05-03")


def test_html_follows_the_charset_of_its_head() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Bjørg leier hamna i Ålesund.</p></body></html>'
    assert "Bjørg leier hamna i Ålesund." in read_bytes(page.encode("latin-1"), "a.html", "nn").text


def test_html_reads_a_small_page_whole() -> None:
    document = read_bytes(
        b"<html><body><div>Berg left Nordvik.</div><div>She joined Havn.</div></body></html>", "a.html"
    )
    assert [words for _, words in blocks(document)] == ["Berg left Nordvik.", "She joined Havn."]


def test_html_keeps_the_lines_of_a_small_page_apart() -> None:
    body = b"<h1>The port</h1><div>By Ann Lee<br>3 May 2024</div><p>Berg left Nordvik in May.</p>"
    document = read_bytes(
        b"<html><head><title>The port</title></head><body>" + body + b"</body></html>", "a.html", "en"
    )
    assert (document.published, blocks(document)) == (
        "2024-05-03",
        [("heading", "The port"), ("paragraph", "Berg left Nordvik in May.")],
    )


def test_html_is_known_by_how_it_opens() -> None:
    document = read_bytes(PAGE.encode(), "a.txt")
    assert "<" not in document.text


def test_pdf_joins_lines_and_hyphenated_words() -> None:
    document = read_bytes(pdf(LINES), "a.pdf")
    assert blocks(document) == [
        (
            "paragraph",
            "The harbour company Nordvik hired Ann Berg in March 2021. She leads the work on automatic cranes.",
        )
    ]


def test_pdf_drops_running_heads() -> None:
    pages = [
        ("Port News", f"Ann Berg has {count} cranes in the port.", f"Page {count}") for count in ("two", "six", "no")
    ]
    text = read_bytes(pdf(*((head, body, f"Page {n}") for n, (head, body, _) in enumerate(pages))), "a.pdf").text
    assert "Port News" not in text
    assert "Page" not in text


def test_pdf_without_text_asks_for_recognition() -> None:
    with pytest.raises(DocumentError, match="OCR"):
        read_bytes(pdf(()), "a.pdf")


def test_pdf_damaged_is_refused() -> None:
    with pytest.raises(DocumentError, match="damaged PDF"):
        read_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type", "a.pdf")


def test_pdf_encrypted_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(LINES))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(DocumentError, match="encrypted"):
        read_bytes(out.getvalue(), "a.pdf")


def test_docx_takes_kinds_from_styles() -> None:
    data = word(
        ("Title", "Cranes for Nordvik"),
        ("Normal", "The harbour company Nordvik hired three engineers in March."),
        ("Heading 1", "What they need"),
        ("List Bullet", "Energy: The cranes need power."),
        ("Quote", "“We grow.” – Ann Berg"),
    )
    document = read_bytes(data, "a.docx")
    assert document.title == "Cranes for Nordvik"
    assert blocks(document)[2:] == [
        ("heading", "What they need"),
        ("heading", "Energy"),
        ("list item", "The cranes need power."),
        ("quotation", "“We grow.” – Ann Berg"),
    ]


def test_docx_is_known_by_how_it_opens() -> None:
    assert read_bytes(word(("Normal", "Berg left Nordvik in May.")), "stdin", "en").text == "Berg left Nordvik in May."


def test_docx_damaged_is_refused() -> None:
    with pytest.raises(DocumentError, match="damaged or encrypted DOCX"):
        read_bytes(b"PK\x03\x04 nothing", "a.docx")


def test_text_keeps_the_text_of_the_file() -> None:
    text = "A title of the text\n\nBerg left Nordvik, and she has not come back.\r\n"
    assert read_bytes(text.encode(), "a.txt").text == text.replace("\r\n", "\n")


def test_text_reduces_links() -> None:
    assert (
        read_bytes(b"Berg left [Nordvik](https://example.org) in May.", "a.txt", "en").text
        == "Berg left Nordvik in May."
    )
