"""Periods: what a user types for the days to list, turned into a first and a last day."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from ngayle.errors import RequestError
from ngayle.rules import FIRST_YEAR, LAST_YEAR, last_of_month

FORMS = "2023-07, 2023, 2023-07-27, 2023-07..2024-03 or 2023-07-10..2023-07-20"
WORDS = ("today", "this-month", "next-month")


@frozen
class Period:
    """``first`` and ``last`` day, both included; ``text``: as it was asked for."""

    first: date
    last: date
    text: str

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def month(year: int, number: int) -> Period:
    """The period of one month."""
    return Period(date(year, number, 1), last_of_month(year, number), f"{year:04d}-{number:02d}")


def parse(text: str, today: date | None = None) -> Period:
    """Read a period.

    ``today`` stands in for "today", "this-month" and "next-month", the caller's only way to bring
    in a clock. Raises RequestError for anything else than the forms above, for days that do not
    exist, for years outside 1901 to 2100 and for an end before the start.
    """
    if text in WORDS:
        if today is None:
            raise RequestError(f"period {text!r}: needs today's date")
        if text == "today":
            return Period(today, today, today.isoformat())
        following = text == "next-month"
        return month(today.year + (following and today.month == 12), (today.month - 1 + following) % 12 + 1)
    start, dots, end = text.partition("..")
    first, last = _span(start, text)
    if dots:
        other = _span(end, text)
        if other[0] < first:
            raise RequestError(f"period {text!r}: it ends before it starts")
        last = other[1]
    return Period(first, last, text)


def _span(part: str, whole: str) -> tuple[date, date]:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", part, re.ASCII)
    if not match:
        raise RequestError(f"period {whole!r}: not understood; write {FORMS}, or {', '.join(WORDS)}")
    year, number, day = (int(g) if g else None for g in match.groups())
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RequestError(f"period {whole!r}: year {year:04d} is outside {FIRST_YEAR} to {LAST_YEAR}")
    if number is None:
        return date(year, 1, 1), date(year, 12, 31)
    if not 1 <= number <= 12:
        raise RequestError(f"period {whole!r}: there is no month {number:02d}; months are 01 to 12")
    if day is None:
        return date(year, number, 1), last_of_month(year, number)
    try:
        exact = date(year, number, day)
    except ValueError:
        end = last_of_month(year, number).day
        raise RequestError(f"period {whole!r}: {year:04d}-{number:02d} has the days 01 to {end}") from None
    return exact, exact
