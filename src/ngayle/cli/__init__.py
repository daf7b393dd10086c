"""The command line: the only room that reads the clock, the locale or the environment."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # whatever is imported here runs before an interrupt is taken care of
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from ngayle.errors import NgayleError, Problem
    from ngayle.model import Lang

COMMANDS = (
    *("find", "show", "places", "sectors", "lunar"),
    *("orientation", "plan", "overlay", "feeds", "days-off", "check", "site"),
)
"""Every command is a module of this package with a function ``run``; else a PERIOD is meant."""

INTERRUPTED = 130
"""The status after Ctrl-C, as shells have it: 128 and the number of the signal."""

MAX_LINE = 2000
"""Characters of a message: whoever has typed 100,000 does not want to read them again."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, or 2 after one clear line on stderr."""
    try:
        return _main(list(sys.argv[1:] if argv is None else argv))
    except KeyboardInterrupt:
        return INTERRUPTED


def _main(arguments: list[str]) -> int:
    from importlib import import_module

    from ngayle.errors import NgayleError

    if sys.stderr is None:
        # closed: the descriptor must not become that of a file
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stdout is None:
        return fail(said(NgayleError("stdout"), _environment() or "vi"))
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese text whatever the locale says
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
    name = arguments.pop(0) if arguments and arguments[0] in COMMANDS else "listing"
    lang = "vi"
    try:
        lang = language(arguments)
        run: Callable[[list[str]], int] = import_module(f"ngayle.cli.{name.replace('-', '_')}").run
        status = run(arguments)
        sys.stdout.flush()
        return status
    except NgayleError as error:
        return fail(said(error, lang))
    except BrokenPipeError:
        # the reader has seen enough (| head); python would complain once more at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return fail(said(_of_system(error), lang))
    except MemoryError:
        return fail(said(NgayleError("memory"), lang))


def language(arguments: Sequence[str]) -> Lang:
    """The language that arguments ask for with --lang, else the environment, else Vietnamese.

    Raises RequestError if NGAYLE_LANG is set to anything but "vi" or "en".
    """
    asked: Lang | None = None
    for at, argument in enumerate(arguments):
        if argument == "--lang":
            value = arguments[at + 1] if at + 1 < len(arguments) else ""
        elif argument.startswith("--lang="):
            value = argument[7:]
        else:
            continue
        if value in ("vi", "en"):
            asked = cast_lang(value)
    return asked or _environment(strict=True) or "vi"


def cast_lang(text: str) -> Lang:
    """The language of a name that is known to be one."""
    return "en" if text == "en" else "vi"


def _environment(*, strict: bool = False) -> Lang | None:
    text = os.environ.get("NGAYLE_LANG", "")
    if text in ("vi", "en"):
        return cast_lang(text)
    if strict and text:
        from ngayle.errors import RequestError

        raise RequestError("lang", text=text)
    return None


def said(error: NgayleError | Problem, lang: str) -> str:
    """What is wrong, in the language of the command."""
    return error.message(lang)


def _of_system(error: OSError) -> NgayleError:
    """What the system says is wrong with a file or a stream."""
    from ngayle.errors import RequestError, reason

    if error.filename:
        return RequestError("system.file", path=str(error.filename), **reason(error))
    return RequestError("system.output", **reason(error))


def script() -> NoReturn:
    """Run the command line as a process of its own, and leave it as soon as all is written.

    Python would first tidy up every object and module; that takes a third as long as the listing.
    """
    # built into Python: the module signal loads others, and an interrupt may come meanwhile
    import _signal as signals  # type: ignore[import-not-found]

    if signals.getsignal(signals.SIGINT) is signals.default_int_handler:
        # KeyboardInterrupt would end up in whatever module is being loaded, and print where
        signals.signal(signals.SIGINT, _interrupted)
    _quicken()
    try:
        status = main()
    except SystemExit as stop:
        # argparse: 0 after --help, 2 after its errors
        status = stop.code if isinstance(stop.code, int) else 0
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            # what could not be said on stderr changes nothing; stdout was flushed before
            pass
    os._exit(status)


def _quicken() -> None:
    """What only a process of its own may set: it holds for all modules."""
    import argparse
    import gc

    # what is loaded stays: to look for garbage among it takes a tenth of the time of a listing
    gc.set_threshold(50_000)
    # complaints are known by their English; to look for another takes as long as to parse
    argparse._ = str  # type: ignore[attr-defined]


def _interrupted(*_: object) -> NoReturn:
    """Leave at once and without a word; what was half written goes too."""
    files = sys.modules.get("ngayle.files")
    for path in getattr(files, "at_work", ()):
        try:
            os.unlink(path)
        except OSError:
            continue
    os._exit(INTERRUPTED)


def tell(message: str) -> None:
    """Print each line of a message to stderr, under the program's name, if anybody listens."""
    from ngayle.errors import one_line

    if sys.stderr is None:
        # print would take None for stdout
        return
    for line in message.split("\n"):
        shown = one_line(line)
        shown = shown if len(shown) <= MAX_LINE else f"{shown[:MAX_LINE]}…"
        try:
            print(f"ngayle: {shown}", file=sys.stderr, flush=True)
        except OSError:
            # nobody reads it: no reason not to do what was asked
            return


def fail(message: str) -> int:
    """Tell what was wrong; the status to exit with."""
    tell(message)
    return 2
