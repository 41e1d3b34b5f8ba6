"""The README's tables name exactly the commands there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shell import cli
from shell.commands import COMMANDS

README = Path(__file__).resolve().parents[1] / "README.md"


def _rows(pattern: str) -> set[str]:
    """What the pattern finds at the start of the README's table rows."""
    if not README.exists():
        pytest.skip("there is no README.md here")
    return set(re.findall(rf"^\|\s*`{pattern}", README.read_text(encoding="utf-8"), re.MULTILINE))


def test_readme_lists_every_command_of_kg() -> None:
    assert _rows(r"kg ([a-z-]+)") == set(cli.COMMANDS)


def test_readme_names_every_command_of_the_shell() -> None:
    if not README.exists():
        pytest.skip("there is no README.md here")
    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f".{name}" not in text] == []
