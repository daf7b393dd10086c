"""When an anniversary falls: one class for each kind of rule, so that no mixture can be written.

A rule answers one question: on which days does it fall in a given year? For solar rules the year is
that of the Gregorian calendar, for lunar rules that of the Vietnamese lunar calendar.

A class is the one place where its form is written: ``KEYS``, the keys of the table ``on`` in TOML,
and ``FORM``, how it looks there; ``read`` and ``written`` go from that table to the rule and back;
``filed`` gives the keys of the index under which it is found: "s0727" a solar day, "l0310" a lunar
day, "m07" and "n03" solar and lunar months. A new class stands in ``Rule`` and in ``FORMS``.

Written rules for days that a year lacks:

* 29 February is kept on 28 February in common years;
* lunar day 30 is kept on the last day of a month of 29 days, so 30/12 is always the eve of Tết;
* a lunar day is kept in the ordinary month, never in the leap month that follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, ClassVar, Self, TypeAlias, assert_never

from attrs import frozen

from ngayle import lunar

Days: TypeAlias = tuple[date, date]
"""First and last day, the same for a single day."""

Written: TypeAlias = dict[str, str | int]
"""A rule as TOML has it."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _solar(year: int, month: int, day: int) -> date:
    return last_of_month(year, 2) if (month, day) == (2, 29) else date(year, month, day)


def last_of_month(year: int, month: int) -> date:
    """The last day of a month; ``month`` 1 to 12, ``year`` below 9999."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _pair(text: str) -> tuple[int, int]:
    return int(text[:2]), int(text[3:])


def _months(prefix: str, first: int, last: int) -> tuple[str, ...]:
    """The keys of the months from one to another, each once; 13 is January again."""
    return tuple(f"{prefix}{(m - 1) % 12 + 1:02d}" for m in range(first, min(last, first + 11) + 1))


@frozen
class SolarDay:
    """A fixed day of the Gregorian calendar."""

    KEYS: ClassVar = ("solar",)
    FORM: ClassVar = '{ solar = "07-27" }'
    month: int
    day: int
    lunar = False

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(*_pair(on["solar"]))

    def written(self) -> Written:
        return {"solar": self.month_day}

    @property
    def month_day(self) -> str:
        """ "07-27"."""
        return f"{self.month:02d}-{self.day:02d}"

    def filed(self) -> tuple[str, ...]:
        if (self.month, self.day) == (2, 29):
            return "s0228", "s0229"
        return (f"s{self.month:02d}{self.day:02d}",)

    def in_year(self, year: int) -> Days | None:
        day = _solar(year, self.month, self.day)
        return day, day


@frozen
class LunarDay:
    """A fixed day of the Vietnamese lunar calendar."""

    KEYS: ClassVar = ("lunar",)
    FORM: ClassVar = '{ lunar = "03-10" }'
    month: int
    day: int
    lunar = True

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(*_pair(on["lunar"]))

    def written(self) -> Written:
        return {"lunar": self.month_day}

    @property
    def month_day(self) -> str:
        """ "03-10"."""
        return f"{self.month:02d}-{self.day:02d}"

    def filed(self) -> tuple[str, ...]:
        return (f"l{self.month:02d}{self.day:02d}",)

    def in_year(self, year: int) -> Days | None:
        if not lunar.FIRST_YEAR <= year <= lunar.LAST_YEAR:
            return None
        day = lunar.observed(year, self.month, self.day)
        return day, day


@frozen
class Weekday:
    """The nth (1 to 4) or last (-1) weekday (0 Monday to 6 Sunday) of a month."""

    KEYS: ClassVar = ("weekday", "nth", "month")
    FORM: ClassVar = '{ weekday = "sunday", nth = 3, month = 11 }'
    weekday: int
    nth: int
    month: int
    lunar = False

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(WEEKDAYS.index(on["weekday"]), on["nth"], on["month"])

    def written(self) -> Written:
        return {"weekday": WEEKDAYS[self.weekday], "nth": self.nth, "month": self.month}

    def filed(self) -> tuple[str, ...]:
        return (f"m{self.month:02d}",)

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

    KEYS: ClassVar = ("week", "month")
    FORM: ClassVar = "{ week = 1, month = 8 }"
    nth: int
    month: int
    lunar = False

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(on["week"], on["month"])

    def written(self) -> Written:
        return {"week": self.nth, "month": self.month}

    def filed(self) -> tuple[str, ...]:
        return _months("m", self.month, self.month + 1)

    def in_year(self, year: int) -> Days | None:
        days = Weekday(0, self.nth, self.month).in_year(year)
        return days and (days[0], days[0] + timedelta(6))


@frozen
class Month:
    """A whole month of the Gregorian calendar."""

    KEYS: ClassVar = ("month",)
    FORM: ClassVar = "{ month = 5 }"
    month: int
    lunar = False

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(on["month"])

    def written(self) -> Written:
        return {"month": self.month}

    def filed(self) -> tuple[str, ...]:
        return (f"m{self.month:02d}",)

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

    def _filed(self, prefix: str) -> tuple[str, ...]:
        return _months(prefix, self.first.month, self.last.month + 12 * self.ends_next_year)

    def in_year(self, year: int) -> Days | None:
        first, last = self.first.in_year(year), self.last.in_year(year + self.ends_next_year)
        return (first[0], last[1]) if first and last else None


@frozen
class SolarSpan(_Span):
    """From one day to another, over the New Year if the last comes before the first."""

    KEYS: ClassVar = ("from", "to")
    FORM: ClassVar = '{ from = "04-29", to = "05-06" }'
    first: SolarDay
    last: SolarDay
    lunar = False

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(SolarDay(*_pair(on["from"])), SolarDay(*_pair(on["to"])))

    def written(self) -> Written:
        return {"from": self.first.month_day, "to": self.last.month_day}

    def filed(self) -> tuple[str, ...]:
        return self._filed("m")


@frozen
class LunarSpan(_Span):
    """From one lunar day to another, over Tết if the last comes before the first."""

    KEYS: ClassVar = ("lunar_from", "lunar_to")
    FORM: ClassVar = '{ lunar_from = "03-08", lunar_to = "03-11" }'
    first: LunarDay
    last: LunarDay
    lunar = True

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(LunarDay(*_pair(on["lunar_from"])), LunarDay(*_pair(on["lunar_to"])))

    def written(self) -> Written:
        return {"lunar_from": self.first.month_day, "lunar_to": self.last.month_day}

    def filed(self) -> tuple[str, ...]:
        return self._filed("n")


@frozen
class Once:
    """One span of calendar days, in one year only (an office's campaign)."""

    KEYS: ClassVar = ("start", "end")
    FORM: ClassVar = '{ start = "2023-05-19", end = "2023-07-11" }'
    first: date
    last: date
    lunar = False

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(date.fromisoformat(on["start"]), date.fromisoformat(on["end"]))

    def written(self) -> Written:
        return {"start": self.first.isoformat(), "end": self.last.isoformat()}

    def filed(self) -> tuple[str, ...]:
        months = (self.last.year - self.first.year) * 12 + self.last.month
        return _months("m", self.first.month, months)

    def in_year(self, year: int) -> Days | None:
        return (self.first, self.last) if self.first.year == year else None


@frozen
class Offset:
    """A number of days (negative: before) from the day of another rule.

    The year that :meth:`in_year` takes is the other rule's; the day may fall in the next or the one
    before: see :func:`year_of`.
    """

    KEYS: ClassVar = ("offset", "of")
    FORM: ClassVar = '{ offset = -1, of = "id" }'
    days: int
    of: Rule

    @classmethod
    def after(cls, days: int, of: Rule) -> Offset:
        """So many days after the day of ``of``; a chain of offsets is one offset of their sum."""
        return cls(of.days + days, of.of) if isinstance(of, Offset) else cls(days, of)

    @property
    def lunar(self) -> bool:
        return self.of.lunar

    def written(self) -> Written:
        """With the other day in words, where TOML has its id: a rule knows no ids."""
        return {"offset": self.days, "of": in_words(self.of)}

    def filed(self) -> tuple[str, ...]:
        days = self.days
        before, after = (-((31 - days) // 28), 0) if days < 0 else (0, (days + 30) // 28)
        found: dict[str, None] = {}
        for key in self.of.filed():
            month = int(key[1:3])
            prefix = "n" if key[0] in "ln" else "m"
            found.update(dict.fromkeys(_months(prefix, month + before, month + after)))
        return tuple(found)

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

    def written(self) -> Written:
        """The rule's own form; the years stand in ``moved``, beside ``on``."""
        return self.of.written()

    def filed(self) -> tuple[str, ...]:
        found = dict.fromkeys(self.of.filed())
        for _, days in self.moved:
            if days:
                found.update(dict.fromkeys(Once(*days).filed()))
        return tuple(found)

    def in_year(self, year: int) -> Days | None:
        for other, days in self.moved:
            if other == year:
                return days
        return self.of.in_year(year)


Rule: TypeAlias = (
    SolarDay | LunarDay | Weekday | Week | Month | SolarSpan | LunarSpan | Once | Offset | Moved
)

PLAIN = (SolarDay, LunarDay, Weekday, Week, Month, SolarSpan, LunarSpan, Once)
FORMS = (*PLAIN, Offset)
"""All that can stand as ``on`` in TOML. :class:`Moved` is ``moved`` beside one of them."""


def read(on: Mapping[str, Any], find: Callable[[str], Rule]) -> Rule:
    """The rule of a table ``on`` that was checked; ``find`` gives the rule of another id."""
    if set(on) == set(Offset.KEYS):
        return Offset.after(on["offset"], find(on["of"]))
    return next(form for form in PLAIN if set(on) == set(form.KEYS)).read(on)


def in_words(rule: Rule) -> str:
    """A rule in one line that outlives every renaming of classes: "solar 07-27"."""
    match rule:
        case SolarDay() | LunarDay() | Weekday() | Week() | Month() | Once():
            parts = [f"{key} {value}" for key, value in rule.written().items()]
        case SolarSpan() | LunarSpan():
            parts = [f"{'lunar' if rule.lunar else 'solar'} {'..'.join(_texts(rule))}"]
        case Offset():
            parts = [f"{rule.days:+d} days from {in_words(rule.of)}"]
        case Moved():
            parts = [in_words(rule.of)]
            for year, days in rule.moved:
                parts.append(f"{year}: {'..'.join(map(str, dict.fromkeys(days or ()))) or '-'}")
        case _:
            assert_never(rule)
    return ", ".join(parts)


def _texts(rule: SolarSpan | LunarSpan) -> list[str]:
    return [str(value) for value in rule.written().values()]


def years(rule: Rule, first: date, last: date) -> Iterable[int]:
    """The years, of the rule's calendar, whose days can touch those from ``first`` to ``last``.

    The year before may reach in (spans over the New Year, the last months of a lunar year), and an
    offset as many years more on either side as it has days for; a span that falls once may be of
    any length.
    """
    reach = 1
    while isinstance(rule, Offset | Moved):
        if isinstance(rule, Offset):
            reach += abs(rule.days) // 365 + 1
        rule = rule.of
    if isinstance(rule, Once):
        return (rule.first.year,)
    return range(max(first.year - reach, 1), last.year + reach + 1)


def year_of(rule: Rule, year: int, days: Days) -> int:
    """The year, of the rule's calendar, in which the ``days`` of ``year`` begin: what is counted.

    Another than ``year`` only where an offset crosses the New Year, or Tết.
    """
    if isinstance(rule, Moved):
        return year if any(year == y for y, _ in rule.moved) else year_of(rule.of, year, days)
    if not isinstance(rule, Offset):
        return year
    if not rule.lunar:
        return days[0].year
    moon = lunar.known(days[0])
    if moon:
        return moon.year
    # the lunar table begins with Tết of 1901 and ends with the eve of Tết of 2101
    return lunar.FIRST_YEAR - 1 if days[0] < lunar.FIRST_DAY else lunar.LAST_YEAR + 1


@lru_cache(maxsize=256)
def falls_twice(rule: Rule) -> bool:
    """Whether there is a year in which it falls on two days: then a year names neither of them."""
    if not isinstance(rule, Offset):
        return False
    found: set[int] = set()
    for year in range(FIRST_YEAR - 1, LAST_YEAR + 2):
        days = rule.in_year(year)
        if days:
            its = year_of(rule, year, days)
            if its in found:
                return True
            found.add(its)
    return False


FIRST_YEAR, LAST_YEAR = lunar.FIRST_YEAR, lunar.LAST_YEAR
"""The years that can be listed: those of the lunar table."""

FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
"""The days that can be listed. What lies before lunar.FIRST_DAY has no lunar day."""
