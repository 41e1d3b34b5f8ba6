"""How often propositions of a kind are right: the share measured on the gold facts, by construction.

The shares stand in `data/confidence.toml`, written by `kg eval extraction`; a construction seen too rarely has the
mean's.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from kg.model import Proposition

_SHARES = Path(__file__).with_name("data") / "confidence.toml"


def confidence_of(proposition: Proposition) -> float:
    """The share of propositions of this construction that are right, 0 to 1."""
    shares = _read_shares()
    return shares.get(proposition.rule, shares["mean"])


@cache
def _read_shares() -> dict[str, float]:
    return {name: float(share) for name, share in tomllib.loads(_SHARES.read_text(encoding="utf-8")).items()}
