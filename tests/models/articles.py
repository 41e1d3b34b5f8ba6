"""Small articles in the four languages, with names that meet, to be written to files."""

from __future__ import annotations

from pathlib import Path

ARTICLES = {
    "acme.en.txt": "Anna Berg left Acme in May. The company was founded by Bo Lund. Berg did not join Birch.\n",
    "acme.fi.txt": "Anna Berg on lähtenyt Acmesta. Yhtiö on palkannut Bo Lundin.\n",
    "acme.nn.txt": "Anna Berg har forlate Acme. Selskapet har fleire tilsette enn før.\n",
    "acme.nb.txt": "Anna Berg har forlatt Acme. Selskapet har flere ansatte enn før.\n",
    "birch.en.txt": "# Birch grows\n\nBirch acquired Acme for $20 million. According to Bo Lund, costs may rise.\n",
    "jordan.en.txt": "Jordan praised the engineers of Birch. Michael Jordan works for Birch.\n",
    "trip.en.txt": "Anna Berg moved to Jordan in 2021. She likes the country.\n",
}
for _number in range(8):
    ARTICLES[f"more{_number}.en.txt"] = f"Cara Ek joined Firm{_number} in 201{_number}. Firm{_number} bought chips.\n"


def write(folder: Path, articles: dict[str, str] = ARTICLES) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
