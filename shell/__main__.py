"""The `kg` command: picks the command's module, runs it, and turns what goes wrong into one line and an exit code.

0 done; 1 done, but some inputs failed; 2 wrong usage; 3 the store or the query failed; 130 stopped with Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from shell import cli
from shell.problems import UsageError, mistake, said
from shell.streams import use_utf8


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command of `kg`; its exit code."""
    use_utf8()
    wanted = list(sys.argv[1:] if arguments is None else arguments)
    try:
        code = cli.run(wanted)
        sys.stdout.flush()
    except SystemExit as done:  # argparse, after --help or a usage error
        return done.code if isinstance(done.code, int) else 2
    except BrokenPipeError:
        return _reader_gone()
    except KeyboardInterrupt:
        sys.stderr.write("\nkg: stopped\n")
        return 130
    except Exception as error:  # the boundary to the person: every error is one line
        return _failed(error, debug="--debug" in wanted)
    return code


def _failed(error: Exception, *, debug: bool) -> int:
    """Says what went wrong; its exit code."""
    if debug:
        sys.excepthook(type(error), error, error.__traceback__)
    code, message = _judged(error)
    sys.stderr.write(f"kg: {' '.join(message.split())}\n")
    return code


def _judged(error: Exception) -> tuple[int, str]:
    """The exit code and message of an error."""
    import kg  # loaded by now, if the command got anywhere

    if isinstance(error, UsageError):
        return 2, str(error)
    if isinstance(error, kg.DocumentError):
        return 1, str(error)
    if isinstance(error, kg.KgError | OSError):
        return 3, said(error)
    return 3, mistake(error)


def _reader_gone() -> int:
    """Ends quietly when whoever read our output has gone, as `head` does; keeps Python from flushing at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
