from __future__ import annotations

import pytest

from shell.commands import COMMANDS
from shell.tokens import KEYWORDS


@pytest.mark.parametrize("name", COMMANDS)
def test_command_has_help_and_a_documented_function(name: str) -> None:
    assert COMMANDS[name].help
    assert COMMANDS[name].run.__doc__


@pytest.mark.parametrize("name", COMMANDS)
def test_command_options_are_typed_with_dashes(name: str) -> None:
    assert all(option.startswith("--") for option in COMMANDS[name].options)


@pytest.mark.parametrize("keyword", ["FILTER", "OPTIONAL", "UNION", "MINUS", "BIND", "VALUES", "GRAPH", "SERVICE"])
def test_commands_leave_alone_what_may_follow_a_dot_in_sparql(keyword: str) -> None:
    assert keyword in KEYWORDS
    assert keyword.lower() not in COMMANDS
