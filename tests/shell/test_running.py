from __future__ import annotations

import _thread
import threading
import time

import pytest

from shell.running import Runner, Stopped


def test_runner_gives_what_the_task_returns() -> None:
    assert Runner().run(lambda: 3) == 3


def test_runner_raises_what_the_task_raises() -> None:
    with pytest.raises(ValueError, match="mine"):
        Runner().run(lambda: int("mine"))


def test_runner_stops_waiting_at_ctrl_c() -> None:
    runner, began, until = Runner(), threading.Event(), time.monotonic() + 5

    def busy() -> None:
        began.set()
        while time.monotonic() < until:
            time.sleep(0.01)

    def interrupt() -> None:
        began.wait()
        _thread.interrupt_main()

    threading.Thread(target=interrupt, daemon=True).start()
    with pytest.raises(Stopped):
        runner.run(busy)
    while runner.left and time.monotonic() < until:
        time.sleep(0.01)
    assert time.monotonic() < until - 2
