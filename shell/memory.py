"""How much memory a process takes, and the machine has; sizes as people write them."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from shell.problems import UsageError
from shell.render import count

_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30, "t": 1 << 40}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?", re.IGNORECASE)
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def used(process: int) -> int:
    """Bytes of memory that a process holds; 0 where that can't be known."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return _asked(process)


def _asked(process: int) -> int:
    """The same from `ps`, for systems without /proc."""
    try:
        said = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    return int(said.stdout) * 1024 if said.stdout.strip().isdecimal() else 0


def physical() -> int | None:
    """Bytes of memory of the machine; None where that can't be known."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * _PAGE
    except (AttributeError, OSError, ValueError):
        return None


def read_size(text: str) -> int:
    """Bytes that `512MB`, `2 GB` or `1.5g` says (units of 1024). Raises `UsageError`."""
    match = _SIZE.fullmatch(text.strip())
    if match is None or not float(match[1]):
        raise UsageError(f"{text!r} is no size; write it as 512MB or 2GB")
    return int(float(match[1]) * _UNITS[match[2].lower()])


def show_size(number: int) -> str:
    """Bytes as people write them."""
    for unit, size in (("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)):
        if number >= size:
            return f"{number / size:.1f}".removesuffix(".0") + f" {unit}"
    return count(number, "byte")
