"""Days off as a calendar of its own, never mixed into the anniversaries.

One all-day event a day; what a phone shows tells a day off by law from one in lieu and from a swap,
and a worked Saturday is an event too. In the form and by the rules of :mod:`ngayle.render.ics`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from icalendar import Event
from icalendar.prop import vCategory, vDatetime, vInt, vText

from ngayle import lunar
from ngayle.model import UNREVISED
from ngayle.render.ics import (
    Feed,
    _calendar,
    _category,
    _day,
    _feed,
    _midnight,
    _time_zone,
    plain,
)
from ngayle.resting import AUDIENCES, TET, DayOff
from ngayle.words import dates
from ngayle.words.resting import say

NAMESPACE = uuid.UUID("5b0c1c9e-6c0b-5d0e-9d35-2f0a8a0d7f27")
"""The project's own for these events, chosen once: a corrected date moves an event, never doubles
it."""


def days_off_feed(
    days: Iterable[DayOff],
    lang: str = "vi",
    *,
    name: str | None = None,
    colour: str = "seagreen",
    since: date | None = None,
) -> Feed:
    """The calendar of some days off, in their order.

    ``name``: what programs show as its name; ``colour``: a key of ``ics.COLOURS``; ``since``: the
    day from which a feed of this window was there.
    """
    calendar = _calendar(name or say(lang, "calendar"), colour)
    found = {uid(d): d for d in days}
    for id_, day in found.items():
        calendar.add_component(_event(day, id_, lang))
    if not found:
        # RFC 5545, 3.6 wants a component
        calendar.add_component(_time_zone())
    revised = [d.revised for d in found.values()] + [since or date(1970, 1, 1)]
    return _feed(calendar, max(revised), len(found))


def uid(day: DayOff) -> str:
    """A name-based UUID of the day's permanent id."""
    return str(uuid.uuid5(NAMESPACE, day.id))


def _event(day: DayOff, id_: str, lang: str) -> Event:
    revised = vDatetime(_midnight(day.revised))
    event = Event()
    properties: dict[str, Any] = {
        "UID": vText(id_),
        "DTSTAMP": revised,
        "LAST-MODIFIED": revised,
        # one release a day at most
        "SEQUENCE": vInt(max(0, (day.revised - UNREVISED).days)),
        "DTSTART": _day(day.date),
        "DTEND": _day(day.date + timedelta(days=1)),
        "SUMMARY": vText(plain(day.said_in(lang))),
        "DESCRIPTION": vText(_description(day, lang)),
        "CATEGORIES": vCategory([_category(say(lang, day.kind))]),
        "TRANSP": vText("TRANSPARENT"),
        "X-MICROSOFT-CDO-BUSYSTATUS": vText("FREE"),
    }
    event.update(properties)
    return event


def _description(day: DayOff, lang: str) -> str:
    """What it stands for, whom it binds, the lunar day, legal basis and a source, a line each."""
    lines = []
    if day.replaces:
        lines.append(say(lang, "stands-for", day=dates.full_date(day.replaces)))
    if day.audience in AUDIENCES:
        lines.append(say(lang, "for", audience=say(lang, day.audience)))
    if day.holiday.id == TET and lang == "vi":
        lines.append(say(lang, "moon", day=lunar.from_date(day.date)))
    if not day.announced:
        lines.append(say(lang, "event-pending", year=day.date.year))
    lines.append(say(lang, "legal", legal=day.legal_basis))
    lines.append(say(lang, "source", source=day.sources[0]))
    return "\n".join(map(plain, lines))
