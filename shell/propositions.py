"""Propositions, as `kg.extract_records` gives them, as rows for people. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

COLUMNS = ("subject", "relation", "object", "arguments", "status")


def row(record: Mapping[str, Any]) -> list[str]:
    """Subject, relation, object, the other arguments, and how the statement is meant."""
    object_ = record.get("object")
    arguments = "; ".join(map(_phrase, record.get("arguments") or ()))
    return [record["subject"]["text"], record["relation"]["text"], _phrase(object_), arguments, _status(record)]


def explained(record: Mapping[str, Any]) -> str:
    """The proposition on a line, and under it its rule with the words that made it hold, as `word/POS/relation`."""
    said = " | ".join(filter(None, row(record)))
    words = " ".join(f"{token['text']}/{token['pos']}/{token['dep']}" for token in record["tokens"])
    return f"{said}\n    rule {record['rule']}: {words}\n"


def _phrase(slot: Mapping[str, Any] | None) -> str:
    """The slot's words after their adposition."""
    return " ".join(filter(None, (slot.get("role"), slot["text"]))) if slot else ""


def _status(record: Mapping[str, Any]) -> str:
    marks = [str(record[key]).partition(":")[2].lower() for key in ("polarity", "modality") if record.get(key)]
    speaker = record.get("attributedTo")
    return ", ".join([*marks, *([f"according to {speaker['text']}"] if speaker else [])])
