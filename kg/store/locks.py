"""Who holds a store: the process that has its `LOCK` file locked, as Linux tells in /proc/locks.

Elsewhere, and where that process is not ours to see, nobody can be named.
"""

from __future__ import annotations

from pathlib import Path


def holder(lock: Path) -> str | None:
    """The process that holds a POSIX lock on the file, as `process 123 (its command)`; None where unknown."""
    try:
        inode = str(lock.stat().st_ino)
        lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    for line in lines:
        fields = line.split()
        if len(fields) >= 6 and fields[1] == "POSIX" and fields[5].rpartition(":")[2] == inode:
            return _described(fields[4])
    return None


def _described(process: str) -> str | None:
    if not process.isdigit() or process == "0":
        return None
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        return f"process {process}"
    command = " ".join(words).strip()
    shown = command if len(command) <= 80 else f"{command[:79]}…"
    return f"process {process} ({shown})" if shown else f"process {process}"
