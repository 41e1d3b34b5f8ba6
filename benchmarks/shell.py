"""How soon the shell asks, and stops: `python -m benchmarks.shell STORE [--times N]`.

`python -m benchmarks.paths make STORE` writes a store of a million facts. A pseudo-terminal drives `kg shell` there:
until the prompt stands, until the first answer, from Ctrl-C to the prompt, and the first answer after that. Seconds by
the clock and, where the system tells (/proc), of the processor, as the machine may have other work.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pexpect

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_SECONDS = 120
#: A question that takes hours, and one that takes no time.
_ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {' . '.join(f'?a{i} ?b{i} ?c{i}' for i in range(9))} }}"
_QUICK = "ASK { ?s ?p ?o }"
#: What is measured, and how long it may take by the clock; None is no bound.
_BOUNDS = {"prompt": 0.5, "first answer": None, "Ctrl-C to prompt": 0.2, "answer after Ctrl-C": None}


class _Spent(NamedTuple):
    clock: float
    processor: float


def main() -> int:
    """Prints a line for each measure; 1 where the median of one is beyond its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shell", description="How soon the shell asks and stops")
    parser.add_argument("store", type=Path)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    found: dict[str, list[_Spent]] = defaultdict(list)
    for _ in range(options.times):
        for name, spent in _session(options.store).items():
            found[name].append(spent)
    print("processor: shell and worker; of the shell alone around Ctrl-C")
    print(f"{'':22} {'median s':>9} {'most s':>7} {'processor s':>12}")
    for name, taken in found.items():
        clock = [each.clock for each in taken]
        processor = statistics.median(each.processor for each in taken)
        print(f"{name:22} {statistics.median(clock):9.3f} {max(clock):7.3f} {processor:12.3f}")
    late = (statistics.median(each.clock for each in found[name]) > most for name, most in _BOUNDS.items() if most)
    return 1 if any(late) else 0


def _session(store: Path) -> dict[str, _Spent]:
    """One session's measures."""
    environment = dict(os.environ) | {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "PAGER": "cat"}
    began = time.perf_counter()
    child = pexpect.spawn(
        sys.executable, ["-m", "shell", "shell", str(store)], env=environment, encoding="utf-8", timeout=_SECONDS
    )
    found: dict[str, _Spent] = {}

    def measured(name: str, sent: str, *awaited: str) -> None:
        # Ctrl-C ends one worker and starts another: what they take together can't be told.
        count = _taken if "Ctrl-C" in name else _used
        used, start = count(child.pid), time.perf_counter()
        child.send(sent)
        for each in awaited:
            child.expect(each)
        found[name] = _Spent(time.perf_counter() - start, count(child.pid) - used)

    child.expect("kg>")
    found["prompt"] = _Spent(time.perf_counter() - began, _used(child.pid))
    measured("first answer", f"{_QUICK}\r", "true", "kg>")
    child.send(f"{_ENDLESS}\r")
    time.sleep(2)
    measured("Ctrl-C to prompt", "\x03", "stopped", "kg>")
    measured("answer after Ctrl-C", f"{_QUICK}\r", "true", "kg>")
    child.send("\x04")
    child.expect(pexpect.EOF)
    child.close()
    return found


def _used(process: int) -> float:
    """Seconds of the processor that the shell and its worker took."""
    return sum(map(_taken, (process, *_children(process))))


def _taken(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _children(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


if __name__ == "__main__":
    sys.exit(main())
