"""Writing files whole or not at all.

A new file is written under a name of its own beside its place and then moved there. The name cannot
be guessed and is created, never opened, so that nobody can put a link in the way; it is short, so
that a name of 255 bytes can be written; and it is locked while it is written, so that the next run
knows what a killed one has left.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable
from contextlib import suppress

from ngayle.errors import RequestError, one_line, reason

try:
    import fcntl
except ImportError:  # Windows: a file that is open cannot be deleted there
    fcntl = None  # type: ignore[assignment]

UNFINISHED = re.compile(r"\.ngayle-[0-9a-f]{16}\.part")
"""The names under which files are written before they are put in their places."""

at_work: list[str] = []
"""What is being written: an interrupted program takes it away."""

_DESCRIPTORS = {"/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"(?:/dev/fd|/proc/self/fd)/(\d{1,6})")


def write_whole(path: str, content: bytes | Iterable[bytes], *, tidy: bool = True) -> None:
    """Put ``content`` at ``path`` in one step: a reader sees the old file or the new one.

    It may come in pieces. Mode and owner of a file that is there are kept. What is no file (a pipe,
    a device, a descriptor of this process) is written to. ``tidy``: take away what killed runs have
    left in the folder. Raises RequestError if it cannot be written; what was there before stays.
    """
    shown = one_line(path.encode("utf-8", "replace").decode())
    if not path:
        raise RequestError("file.empty")
    pieces = (content,) if isinstance(content, bytes) else content
    try:
        number = _descriptor(path)
        if number is not None:
            _write_all(number, pieces)
            return
        if os.path.isdir(path) or path.endswith(("/", os.sep)):
            raise RequestError("file.folder", path=shown)
        target = os.path.realpath(path)
        there = _stat(target)
        if there is not None and not stat.S_ISREG(there.st_mode):
            # a device or a pipe cannot be replaced
            with open(target, "wb", buffering=0) as device:
                _write_all(device.fileno(), pieces)
            return
        if there is not None:
            _refuse(shown, there)
        if tidy:
            sweep(os.path.dirname(target))
        _replace(shown, target, pieces, there)
    except OSError as error:
        raise RequestError("file.unwritable", path=shown, **reason(error)) from None
    except ValueError as error:
        if isinstance(error, RequestError):
            raise
        raise RequestError("file.name", path=shown) from None


def is_one_of(path: str, others: Iterable[str]) -> bool:
    """Whether a file that is there is one of ``others``, under whatever name."""
    for other in others:
        with suppress(OSError, ValueError):
            if os.path.samefile(path, other) and os.path.isfile(path):
                return True
    return False


def sweep(folder: str) -> None:
    """Take away what killed runs of this program had begun to write in a folder, nothing else."""
    with suppress(OSError):
        for name in os.listdir(folder or "."):
            if UNFINISHED.fullmatch(name):
                with suppress(OSError):
                    _unlink_if_nobody_writes(os.path.join(folder, name))


def _unlink_if_nobody_writes(path: str) -> None:
    if fcntl is None:
        os.unlink(path)
        return
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode) or found.st_uid != os.geteuid():
        return
    number = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)
    finally:
        os.close(number)


def _descriptor(path: str) -> int | None:
    """The descriptor that a name stands for: opened anew, it would lose what ``>>`` has kept."""
    if os.name != "posix":
        return None
    found = _DESCRIPTOR.fullmatch(path)
    return int(found[1]) if found else _DESCRIPTORS.get(path)


def _write_all(number: int, pieces: Iterable[bytes]) -> None:
    for piece in pieces:
        view = memoryview(piece)
        while view:
            view = view[os.write(number, view) :]


def _stat(target: str) -> os.stat_result | None:
    try:
        return os.stat(target)
    except FileNotFoundError:
        return None


def _refuse(shown: str, there: os.stat_result) -> None:
    if there.st_nlink > 1:
        raise RequestError("file.links", path=shown)
    if not there.st_mode & 0o222:
        raise RequestError("file.readonly", path=shown)


def _replace(
    shown: str, target: str, pieces: Iterable[bytes], there: os.stat_result | None
) -> None:
    folder = os.path.dirname(target)
    # pieces that can be had once cannot be written again
    again = isinstance(pieces, tuple)
    for last in (not again, not again, True):
        temporary = os.path.join(folder, f".ngayle-{os.urandom(8).hex()}.part")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        mode = 0o666 if there is None else 0o600
        at_work.append(temporary)
        number = os.open(temporary, flags | getattr(os, "O_CLOEXEC", 0), mode)
        try:
            try:
                if fcntl is not None:
                    fcntl.flock(number, fcntl.LOCK_EX)
                if there is not None:
                    _like(shown, number, there)
                _write_all(number, pieces)
                if fcntl is not None:
                    # moved while it is locked: nobody takes it for left over
                    os.replace(temporary, target)
            finally:
                os.close(number)
            if fcntl is None:
                os.replace(temporary, target)
        except FileNotFoundError:
            # taken away by another run in the moment before it was locked
            if last:
                raise
            continue
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
        finally:
            at_work.remove(temporary)
        return


def _like(shown: str, number: int, there: os.stat_result) -> None:
    """Give a new file the owner and the mode of the old one."""
    if not hasattr(os, "fchown"):
        return
    if (there.st_uid, there.st_gid) != (os.fstat(number).st_uid, os.fstat(number).st_gid):
        try:
            os.fchown(number, there.st_uid, there.st_gid)
        except OSError:
            raise RequestError("file.owner", path=shown) from None
    os.fchmod(number, stat.S_IMODE(there.st_mode))
