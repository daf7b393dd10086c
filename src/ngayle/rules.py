"""When an anniversary falls: one class for each kind of rule, so that no mixture can be written.

A rule answers one question: on which days does it fall in a given year? For solar rules the year is
that of the Gregorian calendar, for lunar rules that of the Vietnamese lunar calendar.

Written rules for days that a year lacks:

* 29 February is kept on 28 February in common years;
* lunar day 30 is kept on the last day of a month of 29 days, so 30/12 is always the eve of Tết;
* a lunar day is kept in the ordinary month, never in the leap month that follows it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeAlias

from attrs import frozen

from ngayle import lunar

Days: TypeAlias = tuple[date, date]
"""First and last day, the same for a single day."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _solar(year: int, month: int, day: int) -> date:
    return last_of_month(year, 2) if (month, day) == (2, 29) else date(year, month, day)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; ``month`` 1 to 12, ``year`` below 9999."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


@frozen
class SolarDay:
    """A fixed day of the Gregorian calendar."""

    month: int
    day: int
    lunar = False

    def in_year(self, year: int) -> Days | None:
        day = _solar(year, self.month, self.day)
        return day, day


@frozen
class LunarDay:
    """A fixed day of the Vietnamese lunar calendar."""

    month: int
    day: int
    lunar = True

    def in_year(self, year: int) -> Days | None:
        if not lunar.FIRST_YEAR <= year <= lunar.LAST_YEAR:
            return None
        day = lunar.observed(year, self.month, self.day)
        return day, day


@frozen
class Weekday:
    """The nth (1 to 4) or last (-1) weekday (0 Monday to 6 Sunday) of a month."""

    weekday: int
    nth: int
    month: int
    lunar = False

    def in_year(self, year: int) -> Days | None:
        if self.nth < 0:
            day = last_of_month(year, self.month)
            day -= timedelta((day.weekday() - self.weekday) % 7)
        else:
            day = date(year, self.month, 1)
            day += timedelta((self.weekday - day.weekday()) % 7 + 7 * (self.nth - 1))
        return day, day


@frozen
class Week:
    """The nth (1 to 4) or last (-1) week, Monday to Sunday, that begins in a month."""

    nth: int
    month: int
    lunar = False

    def in_year(self, year: int) -> Days | None:
        days = Weekday(0, self.nth, self.month).in_year(year)
        return days and (days[0], days[0] + timedelta(6))


@frozen
class Month:
    """A whole month of the Gregorian calendar."""

    month: int
    lunar = False

    def in_year(self, year: int) -> Days | None:
        return date(year, self.month, 1), last_of_month(year, self.month)


class _Span:
    """What spans of either calendar have in common."""

    __slots__ = ()
    first: SolarDay | LunarDay
    last: SolarDay | LunarDay

    @property
    def ends_next_year(self) -> bool:
        """Whether the last day comes before the first, so that it is the next year's."""
        return (self.last.month, self.last.day) < (self.first.month, self.first.day)

    def in_year(self, year: int) -> Days | None:
        first, last = self.first.in_year(year), self.last.in_year(year + self.ends_next_year)
        return (first[0], last[1]) if first and last else None


@frozen
class SolarSpan(_Span):
    """From one day to another, over the New Year if the last comes before the first."""

    first: SolarDay
    last: SolarDay
    lunar = False


@frozen
class LunarSpan(_Span):
    """From one lunar day to another, over Tết if the last comes before the first."""

    first: LunarDay
    last: LunarDay
    lunar = True


@frozen
class Once:
    """One span of calendar days, in one year only (an office's campaign)."""

    first: date
    last: date
    lunar = False

    def in_year(self, year: int) -> Days | None:
        return (self.first, self.last) if self.first.year == year else None


@frozen
class Offset:
    """A number of days (negative: before) from the day of another rule."""

    days: int
    of: Rule

    @property
    def lunar(self) -> bool:
        return self.of.lunar

    def in_year(self, year: int) -> Days | None:
        days = self.of.in_year(year)
        return days and (days[0] + timedelta(self.days), days[1] + timedelta(self.days))


@frozen
class Moved:
    """A rule with years in which the day was kept on other days, or in which it is not known.

    For days that bodies outside Viet Nam may move, and for those of a calendar that we lack.
    """

    of: Rule
    moved: tuple[tuple[int, Days | None], ...]

    @property
    def lunar(self) -> bool:
        return self.of.lunar

    def in_year(self, year: int) -> Days | None:
        for other, days in self.moved:
            if other == year:
                return days
        return self.of.in_year(year)


Rule: TypeAlias = (
    SolarDay | LunarDay | Weekday | Week | Month | SolarSpan | LunarSpan | Once | Offset | Moved
)


def years(rule: Rule, first: date, last: date) -> Iterable[int]:
    """The years, of the rule's calendar, whose days can touch those from ``first`` to ``last``.

    The year before may reach in (spans over the New Year, the last months of a lunar year), and
    each offset one year more on either side; a span that falls once may be of any length.
    """
    reach = 1
    while isinstance(rule, Offset | Moved):
        rule, reach = rule.of, reach + isinstance(rule, Offset)
    if isinstance(rule, Once):
        return (rule.first.year,)
    return range(max(first.year - reach, 1), last.year + reach + 1)


FIRST_YEAR, LAST_YEAR = lunar.FIRST_YEAR, lunar.LAST_YEAR
"""The years that can be listed: those of the lunar table."""
