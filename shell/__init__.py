"""The `kg` command line and the interactive shell: all of kgshell that talks to a person.

Read `__main__` and `cli` for the commands of `kg`; `session`, `statement`, `suggest`, `render` and `commands` for the
shell; `terminal` for the one module that knows prompt_toolkit. It uses kg's public names only. Nothing here is public.
"""

from __future__ import annotations

__all__: list[str] = []
