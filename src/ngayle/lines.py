"""From occurrences to the sentences that an orientation prints. Computes no dates."""

from __future__ import annotations

from ngayle import lunar, printed
from ngayle.counting import counted_from
from ngayle.model import Occurrence
from ngayle.rules import Month


def line(occurrence: Occurrence) -> str:
    """The whole sentence: "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)".

    Without a count, or where documents print none outside round years: the bare name and day,
    "Ngày Gia đình Việt Nam (28/6)".
    """
    anniversary = occurrence.anniversary
    if occurrence.years is None or anniversary.bare and occurrence.jubilee is None:
        return bare_line(occurrence)
    if anniversary.kind == "document":
        return f"{printed.count(occurrence.years)} năm thực hiện {occurrence.name.text}"
    return f"{printed.count(occurrence.years)} năm {occurrence.name.text} ({_from_to(occurrence)})"


def bare_line(occurrence: Occurrence) -> str:
    """The sentence without a count: "Ngày Báo chí Cách mạng Việt Nam (21/6)"."""
    name = occurrence.name.text
    if isinstance(occurrence.anniversary.rule, Month):
        return name
    if occurrence.anniversary.kind == "document":
        return f"Thực hiện {name}"
    return f"{name} ({day(occurrence)})"


def day(occurrence: Occurrence) -> str:
    """The day or days, without the year where one year holds them: "28/6", "10/3 âm lịch"."""
    first, last = occurrence.date, occurrence.end
    if occurrence.anniversary.kind == "campaign" and last:
        return f"từ {_solar(occurrence, with_year=first.year != last.year)} đến {printed.full_date(last)}"
    if not occurrence.anniversary.rule.lunar:
        start = printed.day_month(first.day, first.month)
        return f"{start} - {printed.day_month(last.day, last.month)}" if last else start
    moon = lunar.from_date(first)
    start = printed.day_month(moon.day, moon.month)
    if last:
        end = lunar.from_date(last)
        start = f"{start} - {printed.day_month(end.day, end.month)}"
    return f"{start} âm lịch"


def _solar(occurrence: Occurrence, *, with_year: bool) -> str:
    first = occurrence.date
    return printed.full_date(first) if with_year else printed.day_month(first.day, first.month)


def _from_to(occurrence: Occurrence) -> str:
    """"27/7/1947 - 27/7/2023"; as much of the dates as the origin has."""
    origin = counted_from(occurrence.anniversary)
    assert origin is not None
    first = printed.partial_date(origin.year, origin.month, origin.day)
    if occurrence.anniversary.rule.lunar:
        return f"{_lunar_day(occurrence)}, {origin.year} - {occurrence.year}"
    if origin.month is None:
        return f"{first} - {occurrence.date.year}"
    if origin.day is None:
        return f"{first} - {printed.partial_date(occurrence.date.year, occurrence.date.month)}"
    return f"{first} - {printed.full_date(occurrence.date)}"


def _lunar_day(occurrence: Occurrence) -> str:
    moon = lunar.from_date(occurrence.date)
    return f"{printed.day_month(moon.day, moon.month)} âm lịch"
