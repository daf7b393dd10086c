"""When an anniversary falls: one class for each kind of rule, so that no mixture can be written.

A rule answers one question: on which days does it fall in a given year? For solar rules the year is
that of the Gregorian calendar, for lunar rules that of the Vietnamese lunar calendar.

A class is the one place where its form is written: ``KEYS``, the keys of the table ``on`` in TOML
(``FORMS_OF_KEYS`` where there are several), and ``FORM``, how it looks there; ``read`` and
``written`` go from that table to the rule and back;
``filed`` gives the keys of the index under which it is found: "s0727" a solar day, "l0310" a lunar
day, "m07" and "n03" solar and lunar months. A new class stands in ``Rule`` and in ``FORMS``.

``in_year`` is the days of a year, of a rule with several the first; :func:`days_in` has them all.

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

from ngayle import lunar
from ngayle.values import Plain

Days: TypeAlias = tuple[date, date]
"""First and last day, the same for a single day."""

Written: TypeAlias = dict[str, Any]
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


class _Day(Plain):
    """What a fixed day of either calendar has: ``KEYS`` has the one key of its form."""

    KEYS: ClassVar[tuple[str]]
    month: int
    day: int

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(*_pair(on[cls.KEYS[0]]))

    def written(self) -> Written:
        return {self.KEYS[0]: self.month_day}

    @property
    def month_day(self) -> str:
        """ "07-27"."""
        return f"{self.month:02d}-{self.day:02d}"


class SolarDay(_Day):
    """A fixed day of the Gregorian calendar."""

    KEYS = ("solar",)
    FORM: ClassVar = '{ solar = "07-27" }'
    lunar = False

    def filed(self) -> tuple[str, ...]:
        if (self.month, self.day) == (2, 29):
            return "s0228", "s0229"
        return (f"s{self.month:02d}{self.day:02d}",)

    def day_of(self, year: int) -> date:
        """The day of a year."""
        return _solar(year, self.month, self.day)

    def in_year(self, year: int) -> Days | None:
        day = self.day_of(year)
        return day, day


class LunarDay(_Day):
    """A fixed day of the Vietnamese lunar calendar."""

    KEYS = ("lunar",)
    FORM: ClassVar = '{ lunar = "03-10" }'
    lunar = True

    def filed(self) -> tuple[str, ...]:
        return (f"l{self.month:02d}{self.day:02d}",)

    def in_year(self, year: int) -> Days | None:
        if not lunar.FIRST_YEAR <= year <= lunar.LAST_YEAR:
            return None
        day = lunar.observed(year, self.month, self.day)
        return day, day


class Weekday(Plain):
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


class Weekdays(Plain):
    """Several weekdays a year: every week, or the nth ones (1 to 5, -1) of each month.

    ``nths`` empty: every week; ``months`` empty: all year. A fifth one is left out where a month
    has but four.
    """

    FORMS_OF_KEYS: ClassVar = (("weekday",), ("weekday", "nth"), ("weekday", "month"))
    FORM: ClassVar = (
        '{ weekday = "sunday" }; { weekday = "saturday", nth = [1, 3] }; '
        '{ weekday = "sunday", month = [10, 11] }'
    )
    weekday: int
    nths: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    lunar = False

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(
            WEEKDAYS.index(on["weekday"]), _numbers(on.get("nth")), _numbers(on.get("month"))
        )

    def written(self) -> Written:
        parts: Written = {"weekday": WEEKDAYS[self.weekday]}
        if self.nths:
            parts["nth"] = list(self.nths)
        if self.months:
            parts["month"] = list(self.months)
        return parts

    def filed(self) -> tuple[str, ...]:
        return tuple(f"m{month:02d}" for month in self.months or range(1, 13))

    def all_in_year(self, year: int) -> tuple[Days, ...]:
        """Every one of them, in order."""
        return tuple(
            (day, day)
            for month in self.months or range(1, 13)
            for day in sorted(self._in_month(year, month))
        )

    def _in_month(self, year: int, month: int) -> set[date]:
        first = date(year, month, 1)
        first += timedelta((self.weekday - first.weekday()) % 7)
        days = [first + timedelta(7 * weeks) for weeks in range(5)]
        if days[-1].month != month:
            days.pop()
        if not self.nths:
            return set(days)
        return {days[nth - (nth > 0)] for nth in self.nths if nth <= len(days)}

    def in_year(self, year: int) -> Days | None:
        return next(iter(self.all_in_year(year)), None)


def _numbers(value: int | list[int] | None) -> tuple[int, ...]:
    """In order, each once; a single one may be written without brackets."""
    if value is None:
        return ()
    return (value,) if isinstance(value, int) else tuple(sorted(set(value)))


class Nearest(Plain):
    """The weekday nearest to a day: the last ``before`` it, the first ``after`` it, or ``near``.

    The day itself counts only for ``near``, from which no other is more than three days off. The
    year is that of the day, in its calendar; the weekday may fall just outside.
    """

    FORMS_OF_KEYS: ClassVar = tuple(
        ("weekday", f"{calendar}{side}")
        for calendar in ("", "lunar_")
        for side in ("before", "after", "near")
    )
    FORM: ClassVar = (
        '{ weekday = "sunday", before = "11-18" } (after, near; lunar_before, lunar_after, '
        "lunar_near)"
    )
    weekday: int
    side: str
    day: SolarDay | LunarDay

    @property
    def lunar(self) -> bool:
        return self.day.lunar

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        key = next(k for k in on if k != "weekday")
        of = LunarDay if key.startswith("lunar_") else SolarDay
        return cls(WEEKDAYS.index(on["weekday"]), key.removeprefix("lunar_"), of(*_pair(on[key])))

    def written(self) -> Written:
        key = f"lunar_{self.side}" if self.lunar else self.side
        return {"weekday": WEEKDAYS[self.weekday], key: self.day.month_day}

    def filed(self) -> tuple[str, ...]:
        prefix, month = ("n" if self.lunar else "m"), self.day.month
        return tuple(f"{prefix}{(m - 1) % 12 + 1:02d}" for m in range(month - 1, month + 2))

    def in_year(self, year: int) -> Days | None:
        days = self.day.in_year(year)
        if days is None:
            return None
        anchor = days[0]
        after = (self.weekday - anchor.weekday()) % 7
        if self.side == "near":
            steps = after if after <= 3 else after - 7
        else:
            steps = (after or 7) if self.side == "after" else after - 7
        day = anchor + timedelta(steps)
        return day, day


class Week(Plain):
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


class Month(Plain):
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


class _Span(Plain):
    """From one day to another, into the next year if the last comes before the first."""

    KEYS: ClassVar[tuple[str, str]]
    DAY: ClassVar[type[SolarDay | LunarDay]]
    MONTHS: ClassVar[str]
    first: SolarDay | LunarDay
    last: SolarDay | LunarDay

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(*(cls.DAY(*_pair(on[key])) for key in cls.KEYS))

    def written(self) -> Written:
        return dict(zip(self.KEYS, (self.first.month_day, self.last.month_day), strict=True))

    @property
    def ends_next_year(self) -> bool:
        """Whether the last day comes before the first, so that it is the next year's."""
        return (self.last.month, self.last.day) < (self.first.month, self.first.day)

    def filed(self) -> tuple[str, ...]:
        return _months(self.MONTHS, self.first.month, self.last.month + 12 * self.ends_next_year)

    def in_year(self, year: int) -> Days | None:
        first, last = self.first.in_year(year), self.last.in_year(year + self.ends_next_year)
        return (first[0], last[1]) if first and last else None


class SolarSpan(_Span):
    """From one day to another, over the New Year if the last comes before the first."""

    KEYS = ("from", "to")
    FORM: ClassVar = '{ from = "04-29", to = "05-06" }'
    DAY = SolarDay
    MONTHS = "m"
    first: SolarDay
    last: SolarDay
    lunar = False


class LunarSpan(_Span):
    """From one lunar day to another, over Tết if the last comes before the first."""

    KEYS = ("lunar_from", "lunar_to")
    FORM: ClassVar = '{ lunar_from = "03-08", lunar_to = "03-11" }'
    DAY = LunarDay
    MONTHS = "n"
    first: LunarDay
    last: LunarDay
    lunar = True


class Once(Plain):
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


class Several(Plain):
    """Several spans a year under one name: the bursts of a campaign (đợt 1, đợt 2)."""

    KEYS: ClassVar = ("spans",)
    FORM: ClassVar = '[{ from = "08-18", to = "08-20" }, { from = "09-01", to = "09-03" }]'
    rules: tuple[Rule, ...]

    @property
    def lunar(self) -> bool:
        return self.rules[0].lunar

    @classmethod
    def read(cls, on: Mapping[str, Any]) -> Self:
        return cls(tuple(_plain(part).read(part) for part in on["spans"]))

    def written(self) -> Written:
        return {"spans": [rule.written() for rule in self.rules]}

    def filed(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for rule in self.rules for key in rule.filed()))

    def all_in_year(self, year: int) -> tuple[Days, ...]:
        """Every one of them, in order of time."""
        return tuple(sorted({days for rule in self.rules if (days := rule.in_year(year))}))

    def in_year(self, year: int) -> Days | None:
        return next(iter(self.all_in_year(year)), None)

    def number(self, year: int, first: date) -> int | None:
        """Which of them, as they stand in the file, begins on a day: from 1."""
        for number, rule in enumerate(self.rules, 1):
            days = rule.in_year(year)
            if days and days[0] == first:
                return number
        return None


class Offset(Plain):
    """A number of days (negative: before) from the day of another rule, or a span around it.

    ``to``: of a span, how far its last day is from the other's last; None: as far as its first.
    The year that :meth:`in_year` takes is the other rule's; the day may fall in the next or the one
    before: see :func:`year_of`.
    """

    KEYS: ClassVar = ("offset", "of")
    FORM: ClassVar = '{ offset = -1, of = "id" }; { offset = [-7, 1], of = "id" }'
    days: int
    of: Rule
    to: int | None = None

    @classmethod
    def after(cls, days: int, of: Rule, to: int | None = None) -> Offset:
        """So many days after the day of ``of``; a chain of offsets is one offset of their sum."""
        if not isinstance(of, Offset):
            return cls(days, of, to)
        if to is None and of.to is None:
            return cls(of.days + days, of.of)
        before, last = (of.days if of.to is None else of.to), (days if to is None else to)
        return cls(of.days + days, of.of, before + last)

    @property
    def end(self) -> int:
        """How far the last day is from the other's last."""
        return self.days if self.to is None else self.to

    @property
    def lunar(self) -> bool:
        return self.of.lunar

    def written(self) -> Written:
        """With the other day in words, where TOML has its id: a rule knows no ids."""
        offset: object = self.days if self.to is None else [self.days, self.to]
        return {"offset": offset, "of": in_words(self.of)}

    def filed(self) -> tuple[str, ...]:
        before = -((31 - self.days) // 28) if self.days < 0 else 0
        after = (self.end + 30) // 28 if self.end > 0 else 0
        found: dict[str, None] = {}
        for key in self.of.filed():
            month = int(key[1:3])
            prefix = "n" if key[0] in "ln" else "m"
            found.update(dict.fromkeys(_months(prefix, month + before, month + after)))
        return tuple(found)

    def in_year(self, year: int) -> Days | None:
        days = self.of.in_year(year)
        return days and (days[0] + timedelta(self.days), days[1] + timedelta(self.end))


class Moved(Plain):
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
    SolarDay
    | LunarDay
    | Weekday
    | Weekdays
    | Nearest
    | Week
    | Month
    | SolarSpan
    | LunarSpan
    | Once
    | Several
    | Offset
    | Moved
)

PLAIN = (SolarDay, LunarDay, Weekday, Weekdays, Nearest, Week, Month, SolarSpan, LunarSpan, Once)
FORMS = (*PLAIN, Offset, Several)
"""All that can stand as ``on`` in TOML. :class:`Moved` is ``moved`` beside one of them."""


def form_of(on: Mapping[str, Any]) -> type | None:
    """The class whose form a table ``on`` has, by its keys; None if it has none."""
    keys = set(on)
    for form in FORMS:
        known = getattr(form, "FORMS_OF_KEYS", None) or (getattr(form, "KEYS", ()),)
        if any(keys == set(k) for k in known):
            # several months of a weekday, or several weekdays of one month
            lists = any(isinstance(on.get(key), list) for key in ("nth", "month"))
            return Weekdays if form is Weekday and (lists or on.get("nth") == 5) else form
    return None


def _plain(on: Mapping[str, Any]) -> Any:
    form = form_of(on)
    assert form in PLAIN
    return form


def read(on: Mapping[str, Any], find: Callable[[str], Rule]) -> Rule:
    """The rule of a table ``on`` that was checked; ``find`` gives the rule of another id."""
    if form_of(on) is Offset:
        offset = on["offset"]
        days = offset if isinstance(offset, list) else [offset, None]
        return Offset.after(days[0], find(on["of"]), days[1])
    if form_of(on) is Several:
        return Several.read(on)
    found: Rule = _plain(on).read(on)
    return found


def days_in(rule: Rule, year: int) -> tuple[Days, ...]:
    """All days and spans of a year of the rule's calendar, in order of time."""
    if isinstance(rule, Weekdays | Several):
        return rule.all_in_year(year)
    days = rule.in_year(year)
    return (days,) if days else ()


def in_words(rule: Rule) -> str:
    """A rule in one line that outlives every renaming of classes: "solar 07-27"."""
    match rule:
        case Weekdays():
            parts = [
                f"{key} {' '.join(map(str, value)) if isinstance(value, list) else value}"
                for key, value in rule.written().items()
            ]
        case Several():
            parts = [" and ".join(map(in_words, rule.rules))]
        case SolarDay() | LunarDay() | Weekday() | Nearest() | Week() | Month() | Once():
            parts = [f"{key} {value}" for key, value in rule.written().items()]
        case SolarSpan() | LunarSpan():
            parts = [f"{'lunar' if rule.lunar else 'solar'} {'..'.join(_texts(rule))}"]
        case Offset():
            to = "" if rule.to is None else f"..{rule.to:+d}"
            parts = [f"{rule.days:+d}{to} days from {in_words(rule.of)}"]
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
    if isinstance(rule, Several):
        return sorted({year for part in rule.rules for year in years(part, first, last)})
    reach = 1
    while isinstance(rule, Offset | Moved):
        if isinstance(rule, Offset):
            reach += max(abs(rule.days), abs(rule.end)) // 365 + 1
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
    if isinstance(rule, Weekdays | Several):
        return True
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
