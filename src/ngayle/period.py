"""Periods: what a user types for the days to list, turned into a first and a last day."""

from __future__ import annotations

from datetime import date, timedelta

from ngayle.errors import RequestError
from ngayle.rules import FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, last_of_month

FORMS = "2023-07, 2023, 2023-07-27, 2023-07..2024-03 or 2023-07-10..2023-07-20"
WORDS = ("today", "this-month", "next-month")

BACK, AHEAD = 1, 2
"""Years before and after the present one that a feed holds unless told otherwise."""


class Period:
    """``first`` and ``last`` day, both included; ``text``: as it was asked for.

    Raises RequestError if it ends before it starts, or reaches beyond 1901-01-01 to 2100-12-31.
    """

    __slots__ = ("first", "last", "text")

    def __init__(self, first: date, last: date, text: str | None = None) -> None:
        if last < first:
            raise RequestError(f"period {first}..{last}: it ends before it starts")
        if first < FIRST_DAY or last > LAST_DAY:
            raise RequestError(f"period {first}..{last}: reaches beyond {FIRST_DAY}..{LAST_DAY}")
        self.first = first
        self.last = last
        self.text = text or f"{first}..{last}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and (self.first, self.last) == (other.first, other.last)

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def __repr__(self) -> str:
        return f"Period({self.first!r}, {self.last!r}, {self.text!r})"

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
        day = today
        if text == "next-month" and today < LAST_DAY:
            day = last_of_month(today.year, today.month) + timedelta(1)
        if not FIRST_DAY <= day <= LAST_DAY or (text == "next-month" and day == today):
            raise RequestError(
                f"period {text!r}: today is {today}; outside {FIRST_YEAR} to {LAST_YEAR}"
            )
        return Period(day, day, day.isoformat()) if text == "today" else month(day.year, day.month)
    start, dots, end = text.partition("..")
    first, last = _span(start, text)
    if dots:
        other = _span(end, text)
        if other[0] < first:
            raise RequestError(f"period {text!r}: it ends before it starts")
        last = other[1]
    return Period(first, last, text)


def _span(part: str, whole: str) -> tuple[date, date]:
    parts = part.split("-")
    if [len(p) for p in parts] not in ([4], [4, 2], [4, 2, 2]) or not (
        part.isascii() and "".join(parts).isdigit()
    ):
        raise RequestError(
            f"period {whole!r}: not understood; write {FORMS}, or {', '.join(WORDS)}"
        )
    year, number, day = (*map(int, parts), None, None)[:3]
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RequestError(
            f"period {whole!r}: year {year:04d} is outside {FIRST_YEAR} to {LAST_YEAR}"
        )
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
        raise RequestError(
            f"period {whole!r}: {year:04d}-{number:02d} has the days 01 to {end}"
        ) from None
    return exact, exact
