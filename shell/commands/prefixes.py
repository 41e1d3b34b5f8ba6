"""`.prefixes`: the prefixes that need no PREFIX line."""

from __future__ import annotations

from shell.prose import columns
from shell.session import Session


def run(session: Session, _argument: str) -> None:
    """Shows each prefix and its namespace."""
    lines = [(f"{prefix}:", space) for prefix, space in sorted(session.prefixes.items())]
    session.output.write(columns(lines, width=session.output.width, indent=""))
