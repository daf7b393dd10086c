"""``ngayle feeds OUT_DIR``: the folder of feeds, to put on any static host.

Files are written whole, and only if their bytes have changed, so that a host's own dates and ETags
change with them; the index is written last. A run that is killed leaves every file whole, and the
next one takes away what it had not finished.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from multiprocessing import Process
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any

from ngayle.catalogue import Catalogue, load
from ngayle.cli import tell
from ngayle.cli.calendars import add_window, this_year, window_of
from ngayle.cli.options import Parser, add_overlay, catalogue_of
from ngayle.errors import NgayleError, RequestError
from ngayle.feeds.calendars import INDEX, LANGS, Address, Window, addresses, index, make
from ngayle.files import write_whole

UNFINISHED = re.compile(r"\.(?:ics|json)\.(\d+)\.part")
"""The names under which :mod:`ngayle.files` writes before it puts a file in its place."""

EVERY = 5.0
"""Seconds between progress lines where stderr is no terminal."""


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(
        prog="ngayle feeds",
        usage="ngayle feeds OUT_DIR [options]",
        description="Write calendars of the nation, each province and each sector, and index.json.",
    )
    parser.add_argument("folder", metavar="OUT_DIR", help="where to write; made if it is not there")
    parser.add_argument("--year", type=int, metavar="YYYY", help="default: this year")
    add_window(parser)
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes at work; default: one a core"
    )
    add_overlay(parser)
    arguments = parser.parse_args(argv)
    if arguments.jobs is not None and not 1 <= arguments.jobs <= 256:
        raise RequestError(f"--jobs {arguments.jobs}: must be 1 to 256")
    window = window_of(arguments, this_year() if arguments.year is None else arguments.year)
    catalogue = catalogue_of(arguments)
    folder = _folder(arguments.folder)
    _tidy(folder)
    wanted = addresses(catalogue, window)
    jobs = min(arguments.jobs or _cores(), len(wanted))
    entries, written = _made(folder, catalogue, window, wanted, jobs, arguments.overlay)
    written += _put(folder, INDEX, index(catalogue, window, entries))
    _left_over(folder, {e["path"] for e in entries})
    print(
        f"{arguments.folder}: {len(entries)} feeds and {INDEX}, {written} files written, "
        f"{len(entries) + 1 - written} unchanged"
    )
    return 0


def _made(
    folder: str,
    catalogue: Catalogue,
    window: Window,
    wanted: Sequence[Address],
    jobs: int,
    overlays: list[str],
) -> tuple[list[dict[str, Any]], int]:
    """Make and write all feeds; what the index says of them, and how many files were written."""
    entries: list[dict[str, Any]] = []
    written = 0
    progress = _Progress(len(wanted))
    here = (_write(folder, catalogue, window, a) for a in wanted)
    for done, new, message in (
        here if jobs == 1 else _shared(folder, window, wanted, jobs, overlays)
    ):
        entries += done
        written += new
        progress.step()
        if message:
            progress.say(message)
    progress.end()
    return entries, written


Result = tuple[list[dict[str, Any]], int, str | None]
"""What the index says, how many files were written, and what there is to say about it."""


def _write(folder: str, catalogue: Catalogue, window: Window, address: Address) -> Result:
    made = make(catalogue, address, window)
    written = sum(
        _put(folder, address.path(lang), feed.content) for lang, feed in made.feeds.items()
    )
    message = f"{address.path('vi')}: too large, {made.narrowed}" if made.narrowed else None
    return made.entries(), written, message


def _shared(
    folder: str, window: Window, wanted: Sequence[Address], jobs: int, overlays: list[str]
) -> Iterator[Result]:
    """The same by several processes, each asking for the next address when it has done one.

    Not a pool of the standard library: its workers wait for ever if the program is killed. These
    end when the pipe to it does.
    """
    waiting = iter(wanted)
    pipes: list[Connection[Any, Any]] = []
    workers = []
    try:
        for _ in range(jobs):
            ours, theirs = Pipe()
            pipes.append(ours)
            worker = Process(
                target=_work, args=(theirs, list(pipes), folder, window, overlays), daemon=True
            )
            worker.start()
            theirs.close()
            workers.append(worker)
            ours.send(next(waiting))
        while pipes:
            ready = wait(pipes)
            for pipe in [p for p in pipes if p in ready]:
                try:
                    result = pipe.recv()
                except EOFError:
                    raise RequestError("a process of this run was ended; run it again") from None
                if isinstance(result, str):
                    raise RequestError(result)
                yield result
                following = next(waiting, None)
                pipe.send(following)
                if following is None:
                    pipes.remove(pipe)
                    pipe.close()
    finally:
        for pipe in pipes:
            pipe.close()
        for worker in workers:
            if pipes:
                worker.terminate()
            worker.join()


def _work(
    pipe: Connection[Any, Any],
    others: list[Connection[Any, Any]],
    folder: str,
    window: Window,
    overlays: list[str],
) -> None:
    """One process: addresses come, results go, None ends it, and so does the program's end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for end in others:
        # the program's own ends, inherited: while they are open here, its death would not be seen
        end.close()
    catalogue = load(*overlays)
    try:
        while (address := pipe.recv()) is not None:
            try:
                pipe.send(_write(folder, catalogue, window, address))
            except NgayleError as error:
                pipe.send(str(error))
    except (EOFError, OSError):
        return


def _put(folder: str, path: str, content: bytes) -> bool:
    """Write a file if it is not there with these bytes; whether it was written."""
    where = os.path.join(folder, path)
    try:
        with open(where, "rb") as file:
            if file.read() == content:
                return False
    except OSError:
        pass
    write_whole(where, content)
    return True


def _folder(path: str) -> str:
    try:
        for lang in LANGS:
            os.makedirs(os.path.join(path, lang), exist_ok=True)
    except FileExistsError:
        raise RequestError(f"{path}: is no folder; name one for the feeds") from None
    except OSError as error:
        raise RequestError(f"{path}: cannot be written: {error.strerror}") from None
    return os.path.abspath(path)


def _tidy(folder: str) -> None:
    """Take away what killed runs had begun to write; a run that is at work keeps its own."""
    for where in (folder, *(os.path.join(folder, lang) for lang in LANGS)):
        for name in os.listdir(where):
            part = UNFINISHED.search(name)
            if (
                part
                and name.endswith(part[0])
                and not _at_work(int(part[1]), os.path.join(where, name))
            ):
                os.unlink(os.path.join(where, name))


def _at_work(process: int, path: str) -> bool:
    if os.name == "posix":
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return process != os.getpid()
    # elsewhere signal 0 would end the process: an hour is longer than any run
    return time.time() - os.path.getmtime(path) < 3600


def _left_over(folder: str, paths: set[str]) -> None:
    """Say which feeds of earlier runs are no longer made. They stay: somebody may be subscribed."""
    found = [
        f"{lang}/{name}"
        for lang in LANGS
        for name in sorted(os.listdir(os.path.join(folder, lang)))
    ]
    old = [path for path in found if path.endswith(".ics") and path not in paths]
    if old:
        shown = ", ".join(old[:6]) + (", …" if len(old) > 6 else "")
        tell(f"{len(old)} feeds of earlier runs are no longer made and stay as they are: {shown}")


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Progress:
    """A line on stderr: rewritten on a terminal, elsewhere a new one every few seconds."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.terminal = sys.stderr.isatty()
        self.last = time.monotonic()

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        now = time.monotonic()
        if now - self.last >= (0.1 if self.terminal else EVERY):
            self.last = now
            start, end = ("\r", "") if self.terminal else ("", "\n")
            print(
                f"{start}ngayle: {self.done} of {self.total} feeds",
                end=end,
                file=sys.stderr,
                flush=True,
            )

    def say(self, message: str) -> None:
        """A line of its own."""
        self.end()
        tell(message)

    def end(self) -> None:
        """Take the line away."""
        if self.terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
