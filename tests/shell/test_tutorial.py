"""The tutorial, typed into the shell as it stands."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "tutorial.md").read_text(encoding="utf-8")


def test_tutorial_answers_as_it_says(tmp_path: Path) -> None:
    boxes = re.findall(r"^```\n(.*?)^```", TEXT, re.DOTALL | re.MULTILINE)
    done = subprocess.run(
        [sys.executable, "-m", "shell", "shell", "--yes", ":memory:"],
        input="\n\n".join(boxes),
        capture_output=True,
        encoding="utf-8",
        env=dict(os.environ) | {"XDG_CONFIG_HOME": str(tmp_path), "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shown = done.stdout + done.stderr
    answers = re.findall(r"^> (.*)$", TEXT, re.MULTILINE)
    assert answers
    assert [answer for answer in answers if answer not in shown] == []
