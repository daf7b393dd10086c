"""Occurrences to an iCalendar feed that phones and calendar programs subscribe to.

A pure function of the occurrences and the options: no clock, no locale, no environment, so that the
same data gives the same bytes everywhere and a server can answer "not modified" by the ETag alone.

* One all-day VEVENT an occurrence and no RRULE: the number of years is another each time.
* UID is a name-based UUID (RFC 9562, 5.5) of the permanent id and the year of the rule's calendar,
  nothing else: a corrected date moves the event on the phone, a corrected name renames it, and
  neither doubles it. Nobody's domain is in it, so feeds can move to any host.
* DTSTAMP, LAST-MODIFIED and SEQUENCE are the entry's ``revised``. Programs that decide by them
  (Google, Evolution) see a correction only if the data say that there was one. Nobody keeps that
  by hand in an office's file: of an overlay's events the calendar that is being replaced is the
  memory. What is the same in it keeps its stamps, what has changed gets the next SEQUENCE.
* DTEND is written out and exclusive (RFC 5545, 3.6.1), although one day is the default; a span of
  more than a week is an event of its first day.
* Text is NFC, without control characters, and escaped as RFC 5545, 3.3.11 has it.

This is the only module that imports :mod:`icalendar`. It sets every property itself: left alone,
the package would put in the clock, a random UID, its own version, or text that is not escaped.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5

from attrs import frozen
from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard
from icalendar.prop import vCategory, vDate, vDatetime, vDuration, vInt, vText

from ngayle import lunar
from ngayle.model import UNREVISED, Occurrence
from ngayle.rules import Month, falls_twice
from ngayle.vietnamese import nfc
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.dates import in_years
from ngayle.words.labels import MARKS, Labels
from ngayle.words.lines import day, is_counted, line

NAMESPACE = UUID("0c726ba6-1402-55af-ba36-13de6c347a24")
"""The namespace of every UID, chosen once: another one would double every event on every phone."""

EPOCH = date(2026, 1, 1)
"""SEQUENCE is the number of days from here to ``revised``."""

PRODID = "-//ngayle//ngayle//VI"
"""Without a version: an upgrade alone changes no byte."""

REFRESH = timedelta(days=1)
"""How often to ask again: the data change a few times a year, and a correction should not wait."""

LONGEST = 7
"""A span of more days is an event of its first day, with the span in the summary: as a banner it
would cover weeks of every calendar."""

MAX_EVENTS, MAX_BYTES = 1000, 900_000
"""Above about 1,000 events or 1 MB, Google leaves events out without a word."""

REMINDER = time(8)
"""The hour of a reminder when ``--alarm`` names none: an all-day event begins at midnight."""

COLOURS = {
    "firebrick": "#B22222",
    "seagreen": "#2E8B57",
    "steelblue": "#4682B4",
    "slategray": "#708090",
}
"""Names of CSS3, which COLOR wants (RFC 7986, 5.9), and the same for X-APPLE-CALENDAR-COLOR."""

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069\ufeff"  # what turns the direction of the text around it
    "\ud800-\udfff]"  # halves of characters, which UTF-8 cannot write
)
_BEFORE_N = re.compile(r"\\(?=[nN])")


@frozen
class Feed:
    """A calendar as bytes, with what a server needs to serve it.

    ``etag``: strong, with its quotes, of the bytes. ``last_modified``: the latest revision of an
    entry in it, or the day on which its window began to hold; an entry withdrawn does not move it,
    so it is no substitute for the ETag. ``max_age``: seconds for Cache-Control. ``events``: how
    many.
    """

    content: bytes
    media_type: str
    etag: str
    last_modified: datetime
    max_age: int
    events: int

    @property
    def too_large(self) -> bool:
        """Whether Google would leave events out."""
        return self.events > MAX_EVENTS or len(self.content) > MAX_BYTES


def feed(
    occurrences: Iterable[Occurrence],
    labels: Labels,
    *,
    name: str,
    colour: str = "firebrick",
    alarm: time | None = None,
    remind_days: int | None = None,
    since: date | None = None,
    before: bytes | None = None,
    today: date | None = None,
) -> Feed:
    """The feed of some occurrences, in their order.

    ``labels``: the language and the catalogue for names of layers. ``name``: what programs show as
    the calendar's name. ``colour``: a key of ``COLOURS``. ``alarm``: the hour at which every day is
    announced. ``remind_days``: how many days ahead a jubilee is announced, at that hour or at
    ``REMINDER``. ``since``: the day from which a feed of this window was there. ``before``: the
    calendar that this one replaces, ``today``: the day on which it does; of an overlay's events
    only. An occurrence given twice is written once.

    Of no occurrences it makes a valid calendar without events. RFC 5545, 3.6 wants at least one
    component in it; that is the time zone of Viet Nam, which no program shows, rather than a dummy
    event, which every phone would.
    """
    calendar = _calendar(name, colour)
    found = {uid(o): o for o in occurrences}
    memory, days = _memory(before or b""), [since or date(1970, 1, 1)]
    for id_, occurrence in found.items():
        shown = vText(summary(occurrence, labels))
        event = _event(occurrence, id_, shown, labels)
        for trigger in _triggers(occurrence, alarm, remind_days):
            event.add_component(_alarm(trigger, shown))
        anniversary = occurrence.anniversary
        stamped = anniversary.revised
        if anniversary.office is not None or len(anniversary.chain) > 1:
            own = anniversary.office is not None and stamped == UNREVISED
            number = 0 if own else sequence(stamped)
            stamped = _restamp(event, number, stamped, memory.get(id_), today)
        days.append(stamped)
        calendar.add_component(event)
    if not found:
        calendar.add_component(_time_zone())
    return _feed(calendar, max(days), len(found))


def _feed(calendar: Calendar, revised: date, events: int) -> Feed:
    """A whole calendar as a web server gives it out."""
    content: bytes = calendar.to_ical()
    return Feed(
        content=content,
        media_type="text/calendar; charset=utf-8",
        etag=f'"{hashlib.sha256(content).hexdigest()[:32]}"',
        last_modified=_midnight(revised),
        max_age=int(REFRESH.total_seconds()),
        events=events,
    )


def uid(occurrence: Occurrence) -> str:
    """The UUID of "thuong-binh-liet-si-2023": the same for ever.

    Of a rule that can fall twice in a year it is that of id and date. An overlay's own days have a
    namespace of their own, made from its ``[office] id`` or its file's name.
    """
    anniversary = occurrence.anniversary
    when = occurrence.date if falls_twice(anniversary.rule) else occurrence.year
    return str(uuid5(_namespace(anniversary.office), f"{anniversary.id}-{when}"))


@lru_cache(maxsize=64)
def _namespace(office: str | None) -> UUID:
    return NAMESPACE if office is None else uuid5(NAMESPACE, office)


def sequence(revised: date) -> int:
    """SEQUENCE of an entry: it grows with ``revised``, at least 0."""
    return max(0, (revised - EPOCH).days)


_EVENT = re.compile(rb"BEGIN:VEVENT\r?\n.*?END:VEVENT\r?\n", re.DOTALL)
_STAMPS = re.compile(rb"^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE)[:;][^\r\n]*\r?\n", re.MULTILINE)


@frozen
class _Known:
    """An event as subscribers have it: its text without stamps, its SEQUENCE, its last change."""

    text: bytes
    sequence: int
    stamped: date


def _memory(content: bytes) -> dict[str, _Known]:
    """The events of a calendar by UID; of what is no calendar of ours, none."""
    found = {}
    for event in _EVENT.findall(content):
        id_ = re.search(rb"^UID:([0-9a-f-]{36})\r?$", event, re.MULTILINE)
        number = re.search(rb"^SEQUENCE:(\d{1,9})\r?$", event, re.MULTILINE)
        stamp = re.search(rb"^LAST-MODIFIED:(\d{4})(\d\d)(\d\d)T", event, re.MULTILINE)
        if not (id_ and number and stamp):
            continue
        try:
            stamped = date(*map(int, stamp.groups()))
        except ValueError:
            continue
        found[id_[1].decode()] = _Known(_STAMPS.sub(b"", event), int(number[1]), stamped)
    return found


def _restamp(
    event: Event, number: int, revised: date, known: _Known | None, today: date | None
) -> date:
    """Give an event that an overlay made or altered its stamps; return the day of them.

    As known, if nothing else in it has changed; else the next SEQUENCE and the day. ``number`` and
    ``revised``: of an event that is new.
    """
    if known is not None:
        if known.text == _STAMPS.sub(b"", event.to_ical()):
            number, revised = known.sequence, known.stamped
        else:
            number = max(known.sequence + 1, number)
            revised = max(known.stamped, revised, today or revised)
    stamp = vDatetime(_midnight(revised))
    event.update({"DTSTAMP": stamp, "LAST-MODIFIED": stamp, "SEQUENCE": vInt(number)})
    return revised


def summary(occurrence: Occurrence, labels: Labels) -> str:
    """What a phone shows: "● 80 năm Ngày Thương binh - Liệt sĩ".

    The mark of a jubilee ("●" năm tròn, "○" năm lẻ 5) comes first, and so does the count in
    Vietnamese: phones cut the end off. No count where documents print none, and no mark on a day of
    mourning.
    """
    anniversary, name = occurrence.anniversary, labels.name(occurrence)
    if occurrence.years is not None and is_counted(occurrence):
        form = "event.document" if anniversary.kind == "document" else "event.counted"
        name = labels.word(form, years=in_years(occurrence.years, labels.lang), name=name)
        if occurrence.jubilee and anniversary.tone != "mourn":
            name = f"{MARKS[occurrence.jubilee]} {name}"
    if _is_long(occurrence):
        a_month = isinstance(anniversary.rule, Month)
        said = dates.in_month(occurrence.date, labels.lang)
        span = said if a_month else day(occurrence, labels.lang)
        name = f"{name} ({span})"
    if not anniversary.confirmed:
        name = f"{name} ({labels.word('unconfirmed')})"
    return plain(name)


def description(occurrence: Occurrence, labels: Labels) -> str:
    """The printed line, the jubilee, the lunar day, doubts, legal basis and source, a line each."""
    anniversary = occurrence.anniversary
    lines = [line(occurrence, labels.lang)]
    if occurrence.jubilee:
        lines.append(labels.word(f"event.{occurrence.jubilee}"))
    moon = _lunar_day(occurrence, labels)
    if moon:
        lines.append(moon)
    if not anniversary.confirmed:
        lines.append(labels.word("event.unconfirmed"))
    if anniversary.disputed:
        readings = "; ".join(f"{r.reading} ({r.source})" for r in anniversary.disputed)
        lines.append(labels.word("event.disputed", readings=readings))
    if anniversary.legal:
        lines.append(labels.word("event.legal", acts="; ".join(map(cite, anniversary.legal))))
    if anniversary.sources:
        lines.append(labels.word("event.source", address=anniversary.sources[0]))
    return "\n".join(map(plain, lines))


def plain(text: str) -> str:
    """``text`` as one line that every program reads back alike.

    NFC, control characters turned to blanks. A backslash before n becomes the full-width one: many
    programs take even a rightly escaped ``\\n`` for a line break, icalendar among them.
    """
    return nfc(_BEFORE_N.sub("\uff3c", " ".join(_INVISIBLE.sub(" ", text).split())))


def calendar_name(text: str) -> str:
    """``text`` without what some programs show escaped in a calendar's name."""
    return " ".join(re.sub(r"[,;\\]", " ", plain(text)).split())


def _calendar(name: str, colour: str) -> Calendar:
    calendar = Calendar()
    # vText: icalendar takes NAME and every X- property for raw text and would not escape it
    shown = vText(calendar_name(name))
    properties: dict[str, Any] = {
        "VERSION": vText("2.0"),
        "PRODID": vText(PRODID),
        "CALSCALE": vText("GREGORIAN"),
        "NAME": shown,
        "X-WR-CALNAME": shown,
        "COLOR": vText(colour),
        "X-APPLE-CALENDAR-COLOR": vText(COLOURS[colour]),
        # RFC 7986, 5.7: the value type must be named
        "REFRESH-INTERVAL": vDuration(REFRESH, params={"VALUE": "DURATION"}),
        "X-PUBLISHED-TTL": vDuration(REFRESH),
    }
    calendar.update(properties)
    return calendar


def _event(occurrence: Occurrence, id_: str, shown: vText, labels: Labels) -> Event:
    anniversary = occurrence.anniversary
    revised = vDatetime(_midnight(anniversary.revised))
    last = occurrence.date if _is_long(occurrence) else occurrence.last
    event = Event()
    properties: dict[str, Any] = {
        "UID": vText(id_),
        "DTSTAMP": revised,
        "LAST-MODIFIED": revised,
        "SEQUENCE": vInt(sequence(anniversary.revised)),
        "DTSTART": _day(occurrence.date),
        "DTEND": _day(last + timedelta(days=1)),
        "SUMMARY": shown,
        "DESCRIPTION": vText(description(occurrence, labels)),
        "CATEGORIES": vCategory([_category(labels.layer(occurrence))]),
        "TRANSP": vText("TRANSPARENT"),
        "X-MICROSOFT-CDO-BUSYSTATUS": vText("FREE"),
    }
    event.update(properties)
    return event


def _is_long(occurrence: Occurrence) -> bool:
    return (occurrence.last - occurrence.date).days >= LONGEST


def _day(day: date) -> vDate:
    return vDate(day, params={"VALUE": "DATE"})


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _category(text: str) -> str:
    """Outlook takes commas and semicolons for the end of a category, escaped or not."""
    text = re.sub(r"\s*[,;]\s*", " - ", plain(text))
    return text[:1].upper() + text[1:]


def _lunar_day(occurrence: Occurrence, labels: Labels) -> str | None:
    """The lunar day, "10/6 năm Quý Mão"; of a span only where the moon decides when it is."""
    first, last = occurrence.date, occurrence.last
    if first != last and not occurrence.anniversary.rule.lunar:
        return None
    if not lunar.FIRST_DAY <= first <= last <= lunar.LAST_DAY:
        return None
    moons = [lunar.from_date(day) for day in dict.fromkeys((first, last))]
    days = " - ".join(dates.lunar_day(m, labels.lang) for m in moons)
    return labels.word("event.lunar", day=days, year=lunar.can_chi_of_year(moons[0].year))


def _triggers(
    occurrence: Occurrence, alarm: time | None, remind_days: int | None
) -> list[timedelta]:
    """When to sound, from the midnight on which the day begins."""
    found = []
    if remind_days and occurrence.jubilee:
        at = alarm or REMINDER
        found.append(timedelta(days=-remind_days, hours=at.hour, minutes=at.minute))
    if alarm:
        found.append(timedelta(hours=alarm.hour, minutes=alarm.minute))
    return found


def _alarm(trigger: timedelta, text: vText) -> Alarm:
    alarm = Alarm()
    properties: dict[str, Any] = {
        "ACTION": vText("DISPLAY"),
        "TRIGGER": vDuration(trigger),
        "DESCRIPTION": text,
    }
    alarm.update(properties)
    return alarm


def _time_zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone["TZID"] = vText("Asia/Ho_Chi_Minh")
    for key in ("TZOFFSETFROM", "TZOFFSETTO"):
        standard.add(key, timedelta(hours=7))
    # local time, as RFC 5545, 3.6.5 wants it
    standard.add("DTSTART", datetime(1975, 6, 13))  # noqa: DTZ001
    zone.add_component(standard)
    return zone
