"""`kg lexicon`: which words express a relation, and what relation a word expresses."""

from __future__ import annotations

import argparse
import sys

import kg


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The word or property, and the language."""
    parser.add_argument("word", metavar="WORD", help="a word in base form (leave), an idiom, or a property (kg:left)")
    parser.add_argument("--lang", metavar="CODE", help="only this language: en, fi, nn, nb")


def run(options: argparse.Namespace) -> int:
    """Prints a line for each frame; 1 where there is none."""
    found = kg.look_up(options.word, lang=options.lang)
    for each in found:
        words = " ".join(part for part in (each.lemma, each.particle, *each.words) if part)
        role = f" + {each.role}" if each.role else ""
        classes = [
            f"{end} a {kind.value}" for end, kind in zip(("subject", "object"), _classes(each), strict=True) if kind
        ]
        notes = [name for name in ("inverse", "undergoer", "event", "intransitive") if getattr(each, name)]
        told = f" ({', '.join((*classes, *notes))})" if classes or notes else ""
        sys.stdout.write(f"{each.lang}  {words}{role}  {each.pos}  {each.property}{told}\n")
    if not found:
        raise kg.KgError(f"no entry for {options.word!r}; give a word in base form, or a property such as kg:left")
    return 0


def _classes(frame: kg.Frame) -> tuple[kg.EntityClass | None, kg.EntityClass | None]:
    return frame.subject_class, frame.object_class
