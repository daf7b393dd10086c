"""What ``--format ics`` and ``ngayle feeds`` need: the window, alarms, the warning on size."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from datetime import time
from typing import TYPE_CHECKING

from ngayle.cli import tell
from ngayle.errors import RequestError
from ngayle.lunar import today
from ngayle.period import AHEAD, BACK

if TYPE_CHECKING:
    from ngayle.feeds.calendars import Window
    from ngayle.model import Occurrence
    from ngayle.units.selection import Selection
    from ngayle.words.labels import Labels


def add_window(group: argparse._ActionsContainer) -> None:
    """--back, --ahead."""
    group.add_argument("--back", type=int, default=BACK, metavar="N")
    group.add_argument("--ahead", type=int, default=AHEAD, metavar="N")


def add_calendar(parser: argparse.ArgumentParser) -> None:
    """The options that only --format ics reads."""
    group = parser.add_argument_group("calendar")
    group.add_argument("--name", metavar="TEXT")
    group.add_argument("--alarm", metavar="HH:MM")
    group.add_argument("--remind-days", type=int, metavar="N")
    add_window(group)


def check(arguments: argparse.Namespace) -> None:
    """Raise RequestError for an option of calendars with another format."""
    for option in ("name", "alarm", "remind_days"):
        if arguments.format != "ics" and getattr(arguments, option) is not None:
            raise RequestError("option.ics_only", option=option.replace("_", "-"))


def window_of(arguments: argparse.Namespace, year: int) -> Window:
    """The window around a year. Raises RequestError for numbers out of range."""
    from ngayle.feeds.calendars import Window

    for option in ("back", "ahead"):
        value = getattr(arguments, option)
        if not 0 <= value <= 199:
            raise RequestError("option.range", option=option, text=value, first=0, last=199)
    return Window(year, arguments.back, arguments.ahead)


def calendar(
    arguments: argparse.Namespace, found: Sequence[Occurrence], chosen: Selection, labels: Labels
) -> bytes:
    """The bytes of --format ics; a line on stderr if they are more than Google takes."""
    from ngayle.feeds import calendars as feeds
    from ngayle.render import ics

    remind = arguments.remind_days
    if remind is not None and not 1 <= remind <= 365:
        raise RequestError("option.range", option="remind-days", text=remind, first=1, last=365)
    name = arguments.name or feeds.name(labels, sorted(chosen.provinces), sorted(chosen.sectors))
    own = labels.catalogue.office
    if not arguments.name and own and own.name and found and _all_own(found):
        name = labels.word("calendar", whose=own.name)
    made = ics.feed(
        found,
        labels,
        name=name,
        alarm=_time(arguments.alarm),
        remind_days=remind,
        before=_replaced(arguments.output) if labels.catalogue.offices else None,
        today=today(),
    )
    if made.too_large:
        ways = labels.word("calendar.ways_all" if arguments.all else "calendar.ways")
        tell(
            labels.word(
                "calendar.large",
                events=made.events,
                size=len(made.content) // 1000,
                most=ics.MAX_EVENTS,
                limit=ics.MAX_BYTES // 1000,
                ways=ways,
            )
        )
    return made.content


def _all_own(found: Sequence[Occurrence]) -> bool:
    return all(o.anniversary.layer == "local" for o in found)


def _replaced(path: str | None) -> bytes | None:
    """The calendar that is being replaced; None of what is no file or cannot be read."""
    try:
        if path is None or not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()
    except (OSError, ValueError):
        return None


def _time(text: str | None) -> time | None:
    if text is None:
        return None
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", text, re.ASCII):
        raise RequestError("option.hour", option="alarm", text=text)
    return time.fromisoformat(text)


def this_year() -> int:
    """The year that it is in Viet Nam."""
    return today().year
