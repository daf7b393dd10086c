"""Periods: what a user types for the days to list, turned into a first and a last day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias, TypeGuard

from ngayle.errors import RequestError
from ngayle.rules import FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR, last_of_month
from ngayle.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMS = (
    "2023-07, 7/2023, 2023, 2023-Q3, 2023-07-27, 27/7/2023, "
    "2023-07..2024-03 or 2023-07-10..2023-07-20"
)
WORDS = ("today", "this-week", "this-month", "next-month", "this-year")

_SAID = {
    "hom nay": "today",
    "tuan nay": "this-week",
    "thang nay": "this-month",
    "thang sau": "next-month",
    "thang toi": "next-month",
    "nam nay": "this-year",
}
"""The words as people say them, folded."""

BACK, AHEAD = 1, 2
"""Years before and after the present one that a feed holds unless told otherwise."""


class Period:
    """``first`` and ``last`` day, both included; ``text``: as it was asked for. Never changes.

    Raises RequestError if it ends before it starts, or reaches beyond 1901-01-01 to 2100-12-31.
    """

    __slots__ = ("first", "last", "text")

    first: date
    last: date
    text: str

    def __init__(self, first: date, last: date, text: str | None = None) -> None:
        if not _is_day(first) or not _is_day(last):
            raise TypeError(f"a period is of two dates, not {first!r} and {last!r}")
        if last < first:
            raise RequestError("period.order", text=f"{first}..{last}")
        if first < FIRST_DAY or last > LAST_DAY:
            raise RequestError(
                "period.beyond", text=f"{first}..{last}", first=FIRST_DAY, last=LAST_DAY
            )
        for name, value in (
            ("first", first),
            ("last", last),
            ("text", text or f"{first}..{last}"),
        ):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Period cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a Period cannot be changed: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and (self.first, self.last) == (other.first, other.last)

    def __hash__(self) -> int:
        return hash((self.first, self.last))

    def __repr__(self) -> str:
        return f"Period({self.first!r}, {self.last!r}, {self.text!r})"

    def __reduce__(self) -> tuple[type[Period], tuple[date, date, str]]:
        return Period, (self.first, self.last, self.text)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


Asked: TypeAlias = str | Period | date | tuple[date, date] | tuple[int, int]
"""What stands for a period: text, a day, a first and a last day, a year and a month."""


def as_period(asked: Asked, today: date | None = None) -> Period:
    """The period that a value stands for: one of the forms of ``Asked``.

    Raises RequestError for a text that :func:`parse` refuses, TypeError for any other value.
    """
    if isinstance(asked, Period):
        return asked
    if isinstance(asked, str):
        return parse(asked, today)
    if _is_day(asked):
        return _day(asked)
    if isinstance(asked, tuple) and len(asked) == 2:
        one, other = asked
        if _is_day(one) and _is_day(other):
            return Period(one, other)
        if type(one) is int and type(other) is int:
            return parse(f"{one:04d}-{other:02d}")
    why = ": give its .date() in Viet Nam" if isinstance(asked, datetime) else ""
    raise TypeError(
        f"a period is text ({FORMS}), a Period, a date, two dates (first, last), "
        f"or (year, month), not {asked!r}{why}"
    )


def _is_day(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _day(day: date) -> Period:
    return Period(day, day, day.isoformat())


def month(year: int, number: int) -> Period:
    """The period of one month."""
    return Period(date(year, number, 1), last_of_month(year, number), f"{year:04d}-{number:02d}")


def parse(text: str, today: date | None = None) -> Period:
    """Read a period.

    ``today`` stands in for the words ("today", "this-month", "tuần này"), the caller's only way to
    bring in a clock. Raises RequestError for anything else than the forms of ``FORMS`` and
    ``WORDS`` and their like ("tháng 7/2023", "quý 3/2023"), for days that do not exist, for years
    outside 1901 to 2100 and for an end before the start, TypeError for a ``today`` that is no date.
    """
    if today is not None and not _is_day(today):
        raise TypeError(f"today is a date in Viet Nam, not {today!r}")
    word = text if text in WORDS else _SAID.get(fold(text))
    if word:
        if today is None:
            raise RequestError("period.today", text=text)
        return _said(word, today)
    start, dots, end = text.partition("..")
    period = _span(start, text)
    if not dots:
        return period
    until = _span(end, text)
    if until.first < period.first:
        raise RequestError("period.order", text=text)
    return Period(period.first, until.last, f"{period.text}..{until.text}")


def _said(word: str, today: date) -> Period:
    following = word == "next-month"
    year = today.year + (following and today.month == 12)
    number = (today.month - 1 + following) % 12 + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RequestError("period.clock", text=word, today=today, first=FIRST_YEAR, last=LAST_YEAR)
    match word:
        case "today":
            return _day(today)
        case "this-week":
            monday = today - timedelta(today.weekday())
            return Period(max(monday, FIRST_DAY), min(monday + timedelta(6), LAST_DAY))
        case "this-year":
            return _of({"y": str(today.year)}, word)
    return month(year, number)


_FORMS = (
    # years, months and days as people write them
    r"nam (?P<y>\d{4})",
    r"(?P<y>\d{4})/(?P<m>\d\d?)",
    r"(?:thang )?(?P<m>\d\d?)(?:[/.-]| nam )(?P<y>\d{4})",
    r"(?:ngay )?(?P<d>\d\d?)(?P<sep>[/.-])(?P<m>\d\d?)(?P=sep)(?P<y>\d{4})",
    r"ngay (?P<d>\d\d?) thang (?P<m>\d\d?) nam (?P<y>\d{4})",
    # quarters
    r"(?P<y>\d{4})-q(?P<q>\d)",
    r"(?:quy |q)(?P<q>\d|iv|i{1,3})(?:[/.-]| nam )(?P<y>\d{4})",
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _span(part: str, whole: str) -> Period:
    if part.isascii() and part.replace("-", "").isdigit():
        # as computers write it: no need of a pattern
        pieces = part.split("-")
        if [len(piece) for piece in pieces] in ([4], [4, 2], [4, 2, 2]):
            return _of(dict(zip("ymd", pieces, strict=False)), whole)
    typed = _plain(part)
    for form in _FORMS:
        found = re.fullmatch(form, typed, re.ASCII)
        if found:
            return _of(found.groupdict(), whole)
    raise RequestError("period.unknown", text=whole)


def _plain(part: str) -> str:
    """Lower case, without marks on the words around the numbers; the numbers as they stand."""
    if part.isascii():
        return part.lower()
    words = part.lower().split(" ")
    return " ".join(fold(w) if fold(w) in ("thang", "nam", "ngay", "quy") else w for w in words)


def _of(found: Mapping[str, str], whole: str) -> Period:
    """The period of a year "y", its quarter "q", its month "m", or that month's day "d"."""
    year = int(found["y"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RequestError(
            "period.year", text=whole, year=f"{year:04d}", first=FIRST_YEAR, last=LAST_YEAR
        )
    if "q" in found:
        quarter = _ROMAN.get(found["q"]) or int(found["q"])
        if not 1 <= quarter <= 4:
            raise RequestError("period.quarter", text=whole, quarter=quarter)
        first, last = date(year, 3 * quarter - 2, 1), last_of_month(year, 3 * quarter)
        return Period(first, last, f"{year:04d}-Q{quarter}")
    if "m" not in found:
        return Period(date(year, 1, 1), date(year, 12, 31), f"{year:04d}")
    number = int(found["m"])
    if not 1 <= number <= 12:
        raise RequestError("period.month", text=whole, month=f"{number:02d}")
    its = month(year, number)
    if "d" not in found:
        return its
    day = int(found["d"])
    if not 1 <= day <= its.last.day:
        raise RequestError("period.day", text=whole, month=its.text, last=its.last.day)
    return _day(date(year, number, day))
