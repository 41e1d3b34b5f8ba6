"""`.watch N [QUERY]`: asks again every N seconds."""

from __future__ import annotations

import time

from shell.problems import UsageError
from shell.session import Session


def run(session: Session, argument: str) -> None:
    """Runs the query, or the last one, every N seconds until Ctrl-C, or as often as `Nx10` says."""
    pause, _, text = argument.partition(" ")
    seconds, _, times = pause.partition("x")
    if not seconds.replace(".", "", 1).isdecimal() or not (times.isdecimal() or not times):
        raise UsageError(".watch needs seconds, as in `.watch 5`; `.watch 5x3` asks three times")
    text = text.strip() or session.last_query
    if not text:
        raise UsageError("no query was run yet; give one after the seconds")
    left = int(times) if times else None
    while left is None or left > 0:
        session.run_text(text)
        left = None if left is None else left - 1
        if left != 0:
            time.sleep(float(seconds))
