"""The command line: the only room that reads the clock, the locale or the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

from ngayle.errors import NgayleError

COMMANDS = (
    "show",
    "places",
    "lunar",
    "feeds",
    "orientation",
    "plan",
    "overlay",
    "days-off",
    "site",
)
"""Every command is a module of this package with a function ``run``; else a PERIOD is meant."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, or 2 after one clear line on stderr."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese text whatever the locale says
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    name = arguments.pop(0) if arguments and arguments[0] in COMMANDS else "listing"
    run: Callable[[list[str]], int] = import_module(f"ngayle.cli.{name.replace('-', '_')}").run
    try:
        status = run(arguments)
        sys.stdout.flush()
        return status
    except NgayleError as error:
        return fail(str(error))
    except BrokenPipeError:
        # the reader has seen enough (| head); python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return fail(f"{error.filename or 'output'}: {error.strerror}")
    except KeyboardInterrupt:
        return 130


def script() -> NoReturn:
    """Run the command line as a process of its own, and leave it as soon as all is written.

    Python would first tidy up every object and module; that takes a third as long as the listing.
    """
    try:
        status = main()
    except SystemExit as stop:
        # argparse: 0 after --help, 2 after its errors
        status = stop.code if isinstance(stop.code, int) else 0
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(status)


def tell(message: str) -> None:
    """Print each line of a message to stderr, under the program's name."""
    for line in message.splitlines():
        print(f"ngayle: {line}", file=sys.stderr)


def fail(message: str) -> int:
    """Tell what was wrong; the status to exit with."""
    tell(message)
    return 2


def parser_error(message: str) -> NoReturn:
    """What argparse does with a wrong option: one line, exit 2."""
    sys.exit(fail(f"{' '.join(message.split())} (ngayle --help)"))
