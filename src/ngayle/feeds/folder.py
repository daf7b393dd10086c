"""The folder of feeds on disk: made whole, then written, each file only if its bytes have changed.

Nothing is written before everything is made, and before it is known that no calendar loses what it
had: subscribed phones would lose it too. Files are written whole, so that a host's own dates and
ETags change with them; the index is written last. A run that is killed leaves every file whole, and
the next one takes away what it had not finished.
"""

from __future__ import annotations

import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from attrs import frozen

from ngayle.catalogue import Catalogue
from ngayle.errors import Problem, RequestError, one_line, reason
from ngayle.feeds.calendars import (
    INDEX,
    LANGS,
    NATION_RANK,
    Made,
    Window,
    addresses,
    index,
    make,
)
from ngayle.files import sweep, write_whole

FEWER, AT_LEAST = 0.1, 2
"""A calendar that lost more than this part of its events, and at least so many, is not replaced."""

_START = re.compile(rb"^DTSTART[^:\r\n]*:(\d{4})", re.MULTILINE)


@frozen
class Written:
    """What :func:`write` did: how many feeds are in the folder, and how many files were written.

    ``remarks``: what there is to say about it, a line each.
    """

    feeds: int
    written: int
    remarks: tuple[Problem, ...]

    @property
    def unchanged(self) -> int:
        """How many files had these bytes already; the index is one of the files."""
        return self.feeds + 1 - self.written


def write(
    path: str | os.PathLike[str],
    catalogue: Catalogue,
    window: Window,
    *,
    own_name: str | None = None,
    today: date | None = None,
    allow_fewer: bool = False,
    nation_rank: int = NATION_RANK,
    step: Callable[[int, int], None] = lambda _done, _total: None,
) -> Written:
    """Write the folder of feeds at ``path``; it is made if it is not there.

    ``own_name``: of the calendar of an office's own days; ``today``: the day that what has changed
    in it is dated with. ``nation_rank``: the last rank in the nation's calendar.
    ``step`` is called with how many addresses are made, and of how many. Raises RequestError if the
    folder cannot be written, and, unless ``allow_fewer``, if a calendar in it would lose more than
    a tenth of its events, and at least two, in the years from ``window.year`` on that both hold:
    then nothing is written.
    """
    path = os.fspath(path)
    shown = one_line(path.encode("utf-8", "replace").decode())
    folder = _folder(path, shown)
    wanted = addresses(catalogue, window)
    made = []
    for done, address in enumerate(wanted, 1):
        before = {lang: _content(os.path.join(folder, address.path(lang))) for lang in LANGS}
        made.append(
            make(
                catalogue,
                address,
                window,
                nation_rank,
                own_name=own_name,
                before={lang: old for lang, old in before.items() if old and catalogue.offices},
                today=today,
            )
        )
        step(done, len(wanted))
    if not allow_fewer:
        _refuse_fewer(shown, [loss for one in made for loss in _losses(folder, one, window.year)])
    for where in _folders(folder):
        sweep(where)
    entries = [entry for one in made for entry in one.entries()]
    written = sum(
        _put(folder, one.address.path(lang), feed.content)
        for one in made
        for lang, feed in one.feeds.items()
    )
    written += _put(folder, INDEX, index(catalogue, window, entries))
    remarks = [
        Problem("feeds.large", path=one.address.path("vi"), narrowed=one.narrowed)
        for one in made
        if one.narrowed
    ]
    remarks += _left_over(folder, {str(entry["path"]) for entry in entries})
    return Written(len(entries), written, tuple(remarks))


def _folders(folder: str) -> list[str]:
    return [folder, *(os.path.join(folder, lang) for lang in LANGS)]


def _folder(path: str, shown: str) -> str:
    if not path:
        raise RequestError("feeds.empty")
    try:
        for where in _folders(path)[1:]:
            os.makedirs(where, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise RequestError("feeds.folder", path=shown) from None
    except OSError as error:
        raise RequestError("file.unwritable", path=shown, **reason(error)) from None
    except ValueError:
        raise RequestError("feeds.folder_name", path=shown) from None
    return os.path.abspath(path)


def _losses(folder: str, made: Made, year: int) -> list[Problem]:
    """The calendars of an address that would lose too many events, a line each."""
    first, last = made.years
    found = []
    for lang, feed in made.feeds.items():
        path = made.address.path(lang)
        old = _years(_content(os.path.join(folder, path)) or b"")
        new = _years(feed.content)
        both = [y for y in old if max(year, first) <= y <= last]
        before, after = sum(old[y] for y in both), sum(new[y] for y in both)
        if before - after >= AT_LEAST and before - after > before * FEWER:
            found.append(Problem("feeds.loss", path=path, after=after, before=before))
    return found


def _years(content: bytes) -> Counter[int]:
    """How many events of a calendar begin in each year."""
    return Counter(int(found) for found in _START.findall(content))


def _refuse_fewer(shown: str, losses: Sequence[Problem]) -> None:
    if losses:
        listed = (*losses[:6], *([Problem("text", text="…")] if len(losses) > 6 else ()))
        raise RequestError("feeds.fewer", path=shown, number=len(losses), losses=listed)


def _content(path: str) -> bytes | None:
    """The bytes of a file; None if there is none. What is no file is not opened: it could wait."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return None
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _put(folder: str, path: str, content: bytes) -> bool:
    """Write a file if it is not there with these bytes; whether it was written."""
    where = os.path.join(folder, path)
    if _content(where) == content:
        return False
    if os.path.exists(where) and not os.path.isfile(where):
        raise RequestError("feeds.no_file", path=where)
    write_whole(where, content, tidy=False)
    return True


def _left_over(folder: str, paths: set[str]) -> list[Problem]:
    """Which feeds of earlier runs are no longer made. They stay: somebody may be subscribed."""
    found = [
        f"{lang}/{name}"
        for lang in LANGS
        for name in sorted(os.listdir(os.path.join(folder, lang)))
    ]
    old = [path for path in found if path.endswith(".ics") and path not in paths]
    if not old:
        return []
    shown = ", ".join(old[:6]) + (", …" if len(old) > 6 else "")
    return [Problem("feeds.left", number=len(old), paths=shown)]
