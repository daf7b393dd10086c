"""The Vietnamese lunar calendar (âm lịch) from lunar year 1901 to 2100.

Lunar dates are looked up in a table of integers, computed once from an ephemeris by
``tools/make_lunar_table.py``, which also states the rules: days in UTC+7 from 1968-01-01 and in
UTC+8 before, month 11 is that of the winter solstice, a leap month is the first without a principal
term. ``docs/lunar.md`` tells where this differs from the Chinese calendar and which days are in
doubt.

For any argument it cannot use (a day that does not exist, a year outside the range, a value of the
wrong type) every function raises ``ValueError``, with one line that says what would be valid.
Nothing here reads a clock but what is called ``today``.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from operator import index

from ngayle import _lunar_table as _table

TYPE_CHECKING = False  # typing itself would cost most of the time this module takes to import
if TYPE_CHECKING:
    from typing import Any, NoReturn, Self, overload

__all__ = [
    "FIRST_DAY",
    "FIRST_YEAR",
    "LAST_DAY",
    "LAST_YEAR",
    "Doubt",
    "LunarDate",
    "LunarMonth",
    "SolarTerm",
    "can_chi_of_day",
    "can_chi_of_month",
    "can_chi_of_year",
    "doubts",
    "from_date",
    "known",
    "leap_month",
    "months_of",
    "observed",
    "tiet_khi",
    "today",
]

FIRST_YEAR = _table.FIRST_YEAR
LAST_YEAR = FIRST_YEAR + len(_table.YEARS) - 1

_CAN = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_CHI = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
_TERM_NAMES = (
    *("Tiểu hàn", "Đại hàn", "Lập xuân", "Vũ thủy", "Kinh trập", "Xuân phân"),
    *("Thanh minh", "Cốc vũ", "Lập hạ", "Tiểu mãn", "Mang chủng", "Hạ chí"),
    *("Tiểu thử", "Đại thử", "Lập thu", "Xử thử", "Bạch lộ", "Thu phân"),
    *("Hàn lộ", "Sương giáng", "Lập đông", "Tiểu tuyết", "Đại tuyết", "Đông chí"),
)


_LEAPS = [code >> 13 for code in _table.YEARS]
# Of every month in order: its first day as an ordinal, and (year, month, is it a leap month).
_STARTS: list[int] = []
_NAMES: list[tuple[int, int, bool]] = []
_NEW_YEARS: list[int] = []  # of every year: where its first month stands in those lists


def _decode() -> None:
    start = _table.FIRST_DAY
    for year, (lengths, leap) in enumerate(zip(_table.YEARS, _LEAPS, strict=True), FIRST_YEAR):
        _NEW_YEARS.append(len(_NAMES))
        names = [(year, month, False) for month in range(1, 13)]
        if leap:
            names.insert(leap, (year, leap, True))
        _NAMES.extend(names)
        for place in range(len(names)):
            _STARTS.append(start)
            start += 29 + (lengths >> place & 1)
    # One more, so that every month and every year has a next one.
    _STARTS.append(start)
    _NEW_YEARS.append(len(_NAMES))


_decode()
_FIRST, _END = _STARTS[0], _STARTS[-1]

FIRST_DAY = date.fromordinal(_FIRST)
LAST_DAY = date.fromordinal(_END - 1)

_COVERS = f"the calendar covers lunar years {FIRST_YEAR} to {LAST_YEAR}, {FIRST_DAY} to {LAST_DAY}"

_set = object.__setattr__


# --- Checks ---------------------------------------------------------------------------


def _integer(value: object, what: str) -> int:
    """An int, or anything that stands for one exactly; no bool, float or text."""
    if not isinstance(value, bool):
        try:
            return index(value)  # type: ignore[arg-type]  # this call is the test
        except TypeError:
            pass
    raise ValueError(f"{what} must be a whole number (int), not {type(value).__name__}")


def _checked_year(year: int) -> int:
    """A lunar year of the table."""
    if type(year) is not int:
        year = _integer(year, "the year")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"lunar year {year} is out of range: {_COVERS}")
    return year


def _checked_month(month: int) -> int:
    """The number of a lunar month."""
    if type(month) is not int:
        month = _integer(month, "the month")
    if not 1 <= month <= 12:
        raise ValueError(f"there is no lunar month {month}: months are 1 to 12")
    return month


def _common_year(year: int) -> int:
    """A year that can chi can name: it needs no table."""
    year = _integer(year, "the year")
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is out of range: years are 1 to 9999")
    return year


def _checked_date(day: date) -> date:
    """A date; a datetime would hide the question of whose day it is."""
    if isinstance(day, datetime):
        raise ValueError("a date is needed, not a datetime: give its .date() in Viet Nam")
    if not isinstance(day, date):
        raise ValueError(f"a date is needed, not {type(day).__name__}")
    return day


def _index_of(year: int, month: int, is_leap: bool) -> int:
    """Where a month of a checked year stands in the table."""
    leap = _LEAPS[year - FIRST_YEAR]
    if is_leap and month != leap:
        has = f"its leap month is {leap}" if leap else "it has none"
        raise ValueError(f"lunar year {year} has no leap month {month}: {has}")
    return _NEW_YEARS[year - FIRST_YEAR] + month - 1 + (is_leap or 0 < leap < month)


def _index_at(ordinal: int) -> int:
    """The month that a day of the range falls in."""
    # By mean months of 29.5306 days from the first; no day of the range comes out too late.
    i = (ordinal - _FIRST) * 10_000 // 295_306
    return i + (_STARTS[i + 1] <= ordinal)


def _warn_of(old: str, new: str) -> None:
    import warnings

    warnings.warn(f"{old} is deprecated, use {new}", DeprecationWarning, stacklevel=3)


# --- Values ---------------------------------------------------------------------------


class _Record:
    """An immutable value, equal to another when all of its slots are."""

    __slots__: tuple[str, ...] = ()

    def __init__(self, *values: object) -> None:
        for name, value in zip(self.__slots__, values, strict=True):
            _set(self, name, value)

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        fields = zip(self.__slots__, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields)})"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), self._values()


class LunarMonth(_Record):
    """A month of the lunar calendar.

    ``is_certain`` is false when its first day is in doubt (see :func:`doubts`).
    """

    # In the order of the arguments, as in every record.
    __slots__ = ("year", "month", "is_leap_month", "first_day", "length", "is_certain")  # noqa: RUF023

    year: int
    month: int
    is_leap_month: bool
    first_day: date
    length: int
    is_certain: bool


class SolarTerm(_Record):
    """One of the 24 tiết khí: the day on which the Sun reaches a longitude (by 15 degrees each).

    The principal ones (trung khí, multiples of 30) decide which month is leap.
    """

    __slots__ = ("name", "day", "longitude", "is_principal")  # noqa: RUF023

    name: str
    day: date
    longitude: int
    is_principal: bool


class Doubt(_Record):
    """Days, from ``first`` to ``last``, that another defensible computation names differently.

    ``reason`` is ``"midnight"``: a new moon within two minutes of midnight; ``"peking"``: the local
    time of Peking, used for calendars before 1929; ``"south"``: UTC+8, kept in the South from 1968
    to 1975.
    """

    __slots__ = ("first", "last", "reason")

    first: date
    last: date
    reason: str


class LunarDate(_Record):
    """A day of the Vietnamese lunar calendar: immutable, hashable, ordered by day.

    It does what ``lunardate.LunarDate`` does, for the Vietnamese calendar.

    ``year`` is 1901 to 2100, ``month`` 1 to 12, ``day`` 1 to 29 or 30, whichever the month has;
    ``is_leap_month`` chooses the leap month of that number, which follows the ordinary one. Raises
    ``ValueError`` for a day that the calendar does not have.
    """

    __slots__ = ("_ordinal", "day", "is_leap_month", "month", "year")

    year: int
    month: int
    day: int
    is_leap_month: bool
    _ordinal: int

    def __init__(self, year: int, month: int, day: int, is_leap_month: bool = False) -> None:
        year = _checked_year(year)
        month = _checked_month(month)
        if type(day) is not int:
            day = _integer(day, "the day")
        if type(is_leap_month) is not bool:
            # lunardate shows the flag as 0 or 1, so those are in people's code.
            if type(is_leap_month) is not int or is_leap_month not in (0, 1):
                raise ValueError("is_leap_month must be True or False")
            is_leap_month = is_leap_month == 1
        i = _index_of(year, month, is_leap_month)
        start = _STARTS[i]
        length = _STARTS[i + 1] - start
        if not 1 <= day <= length:
            name = f"leap month {month}" if is_leap_month else f"month {month}"
            raise ValueError(
                f"there is no day {day} in {name} of lunar year {year}: days are 1 to {length}"
            )
        _set(self, "year", year)
        _set(self, "month", month)
        _set(self, "day", day)
        _set(self, "is_leap_month", is_leap_month)
        _set(self, "_ordinal", start + day - 1)

    @classmethod
    def _from_ordinal(cls, ordinal: int) -> Self:
        if not _FIRST <= ordinal < _END:
            known = 1 <= ordinal <= date.max.toordinal()
            day = date.fromordinal(ordinal) if known else "the day"
            raise ValueError(f"{day} is out of range: {_COVERS}")
        i = _index_at(ordinal)
        self = cls.__new__(cls)
        year, month, is_leap = _NAMES[i]
        _set(self, "year", year)
        _set(self, "month", month)
        _set(self, "day", ordinal - _STARTS[i] + 1)
        _set(self, "is_leap_month", is_leap)
        _set(self, "_ordinal", ordinal)
        return self

    @classmethod
    def from_solar_date(cls, year: int, month: int, day: int) -> Self:
        """The lunar date of a solar one, given as three numbers."""
        year = _integer(year, "the year")
        month = _integer(month, "the month")
        day = _integer(day, "the day")
        try:
            solar = date(year, month, day)
        except (ValueError, OverflowError):
            if not FIRST_DAY.year <= year <= LAST_DAY.year:
                valid = _COVERS
            elif not 1 <= month <= 12:
                valid = "months are 1 to 12"
            else:
                last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
                valid = f"days are 1 to {last.day}"
            raise ValueError(f"there is no solar date {year}-{month}-{day}: {valid}") from None
        return cls._from_ordinal(solar.toordinal())

    @classmethod
    def today(cls) -> Self:
        """The lunar date of this day in Viet Nam (UTC+7), wherever the machine is."""
        return cls._from_ordinal(today().toordinal())

    @classmethod
    def fromisoformat(cls, text: str) -> Self:
        """What :meth:`isoformat` writes: "2025-06-01", "2025-06-01 leap" in a leap month."""
        if not isinstance(text, str):
            raise ValueError(f"text is needed, not {type(text).__name__}")
        body = text.removesuffix(" leap")
        if len(body) != 10 or body[4] + body[7] != "--" or not body.isascii():
            raise ValueError(f"{text!r} is no lunar date: write 2025-06-01, or 2025-06-01 leap")
        parts = body[:4], body[5:7], body[8:]
        if not all(part.isdigit() for part in parts):
            raise ValueError(f"{text!r} is no lunar date: write 2025-06-01, or 2025-06-01 leap")
        year, month, day = map(int, parts)
        return cls(year, month, day, body != text)

    def isoformat(self) -> str:
        """The day in figures: "2025-06-01", "2025-06-01 leap" in a leap month."""
        leap = " leap" if self.is_leap_month else ""
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}{leap}"

    def replace(
        self,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        is_leap_month: bool | None = None,
    ) -> Self:
        """The same day with other numbers. Raises ValueError if the calendar has no such day."""
        return type(self)(
            self.year if year is None else year,
            self.month if month is None else month,
            self.day if day is None else day,
            self.is_leap_month if is_leap_month is None else is_leap_month,
        )

    def weekday(self) -> int:
        """The day of the week, as of a date: 0 is Monday, 6 is Sunday."""
        return (self._ordinal + 6) % 7

    @property
    def month_name(self) -> str:
        """As one says it: "tháng Giêng", "tháng 6 nhuận", "tháng Chạp"."""
        name = {1: "Giêng", 12: "Chạp"}.get(self.month, str(self.month))
        return f"tháng {name}{' nhuận' if self.is_leap_month else ''}"

    def to_solar_date(self) -> date:
        """The solar date of this day."""
        return date.fromordinal(self._ordinal)

    @staticmethod
    def leap_month_for_year(year: int) -> int | None:
        """The same as :func:`leap_month`, under lunardate's name."""
        return leap_month(year)

    @property
    def isLeapMonth(self) -> bool:
        """The old spelling, in lunardate, of ``is_leap_month``."""
        _warn_of("isLeapMonth", "is_leap_month")
        return self.is_leap_month

    @classmethod
    def fromSolarDate(cls, year: int, month: int, day: int) -> Self:
        """The old spelling, in lunardate, of ``from_solar_date``."""
        _warn_of("fromSolarDate", "from_solar_date")
        return cls.from_solar_date(year, month, day)

    def toSolarDate(self) -> date:
        """The old spelling, in lunardate, of ``to_solar_date``."""
        _warn_of("toSolarDate", "to_solar_date")
        return self.to_solar_date()

    @staticmethod
    def leapMonthForYear(year: int) -> int | None:
        """The old spelling, in lunardate, of ``leap_month_for_year``."""
        _warn_of("leapMonthForYear", "leap_month_for_year")
        return leap_month(year)

    @property
    def is_certain(self) -> bool:
        """False when another defensible computation names this day differently (:func:`doubts`)."""
        return not any(first <= self._ordinal <= last for first, last, _ in _table.DOUBTS)

    def __str__(self) -> str:
        """As one says it: "mùng 10 tháng 3 năm Giáp Thìn", "rằm tháng Giêng năm Ất Tỵ"."""
        day = "rằm" if self.day == 15 else f"mùng {self.day}" if self.day <= 10 else str(self.day)
        return f"{day} {self.month_name} năm {can_chi_of_year(self.year)}"

    def __repr__(self) -> str:
        return f"LunarDate({self.year}, {self.month}, {self.day}, {self.is_leap_month:d})"

    def __reduce__(self) -> tuple[type[Self], tuple[Any, ...]]:
        return type(self), (self.year, self.month, self.day, self.is_leap_month)

    def __hash__(self) -> int:
        return hash(self._ordinal)

    def __eq__(self, other: object) -> bool:
        return self._ordinal == other._ordinal if isinstance(other, LunarDate) else NotImplemented

    def __lt__(self, other: LunarDate) -> bool:
        return self._ordinal < other._ordinal if isinstance(other, LunarDate) else NotImplemented

    def __le__(self, other: LunarDate) -> bool:
        return self._ordinal <= other._ordinal if isinstance(other, LunarDate) else NotImplemented

    def __gt__(self, other: LunarDate) -> bool:
        return self._ordinal > other._ordinal if isinstance(other, LunarDate) else NotImplemented

    def __ge__(self, other: LunarDate) -> bool:
        return self._ordinal >= other._ordinal if isinstance(other, LunarDate) else NotImplemented

    # As with dates, only the whole days of a timedelta count.

    def __add__(self, other: timedelta) -> Self:
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._from_ordinal(self._ordinal + other.days)

    __radd__ = __add__

    if TYPE_CHECKING:

        @overload
        def __sub__(self, other: LunarDate | date) -> timedelta: ...
        @overload
        def __sub__(self, other: timedelta) -> Self: ...

    def __sub__(self, other: LunarDate | date | timedelta) -> timedelta | Self:
        if isinstance(other, LunarDate):
            return timedelta(self._ordinal - other._ordinal)
        if isinstance(other, timedelta):
            return self._from_ordinal(self._ordinal - other.days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self._ordinal - other.toordinal())
        return NotImplemented

    def __rsub__(self, other: date) -> timedelta:
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(other.toordinal() - self._ordinal)
        return NotImplemented


# --- The calendar ---------------------------------------------------------------------


def today() -> date:
    """This day in Viet Nam (UTC+7, without summer time), whatever zone the machine keeps."""
    return datetime.now(timezone(timedelta(hours=7))).date()


def from_date(day: date) -> LunarDate:
    """The lunar date of a solar one, from 1901-02-19 to 2101-01-28."""
    if type(day) is not date:
        day = _checked_date(day)
    return LunarDate._from_ordinal(day.toordinal())


def known(day: date) -> LunarDate | None:
    """The lunar date of a solar one, ``None`` outside the range of the calendar."""
    return from_date(day) if FIRST_DAY <= _checked_date(day) <= LAST_DAY else None


def leap_month(year: int) -> int | None:
    """The number of the leap month of a lunar year, ``None`` if it has none."""
    return _LEAPS[_checked_year(year) - FIRST_YEAR] or None


def months_of(year: int) -> tuple[LunarMonth, ...]:
    """The 12 or 13 months of a lunar year in order, the leap month after the one it repeats."""
    year = _checked_year(year)
    first = _NEW_YEARS[year - FIRST_YEAR]
    return tuple(
        LunarMonth(
            *_NAMES[i],
            date.fromordinal(_STARTS[i]),
            _STARTS[i + 1] - _STARTS[i],
            not any(start <= _STARTS[i] <= end for start, end, _ in _table.DOUBTS),
        )
        for i in range(first, _NEW_YEARS[year - FIRST_YEAR + 1])
    )


def observed(year: int, month: int, day: int) -> date:
    """The solar day on which a lunar anniversary (day and month) is kept in a lunar year.

    It is kept in the ordinary month only, never in the leap one; a day 30 in a month of 29 days is
    kept on the last day, so (12, 30) is the eve of Tết in every year.
    """
    year = _checked_year(year)
    month = _checked_month(month)
    day = _integer(day, "the day")
    if not 1 <= day <= 30:
        raise ValueError(f"there is no lunar day {day}: days are 1 to 30")
    i = _index_of(year, month, False)
    return date.fromordinal(min(_STARTS[i] + day, _STARTS[i + 1]) - 1)


def tiet_khi(year: int) -> tuple[SolarTerm, ...]:
    """The 24 solar terms of a solar year from 1901 to 2100, from Tiểu hàn in January to Đông chí.

    The days are those of the clock that the months are counted in: UTC+7, before 1968 UTC+8.
    """
    year = _checked_year(year)
    code = _table.TERMS[year - FIRST_YEAR]
    return tuple(
        SolarTerm(
            name,
            date(year, i // 2 + 1, _table.TERM_BASE[i] + (code >> 2 * i & 3)),
            (285 + 15 * i) % 360,
            i % 2 == 1,
        )
        for i, name in enumerate(_TERM_NAMES)
    )


def doubts() -> tuple[Doubt, ...]:
    """The days whose lunar date is in doubt, in order; ``docs/lunar.md`` tells what was chosen."""
    return tuple(
        Doubt(date.fromordinal(first), date.fromordinal(last), reason)
        for first, last, reason in _table.DOUBTS
    )


def can_chi_of_year(year: int) -> str:
    """The can chi of a lunar year, 1 to 9999: "Giáp Thìn" for 2024."""
    year = _common_year(year)
    return f"{_CAN[(year - 4) % 10]} {_CHI[(year - 4) % 12]}"


def can_chi_of_month(year: int, month: int) -> str:
    """The can chi of a lunar month: "Bính Dần" for month 1 of 2024. A leap month has the same."""
    year = _common_year(year)
    month = _checked_month(month)
    return f"{_CAN[(year * 12 + month + 3) % 10]} {_CHI[(month + 1) % 12]}"


def can_chi_of_day(day: date) -> str:
    """The can chi of a day, given as its solar date: "Giáp Thìn" for 2024-02-10."""
    ordinal = _checked_date(day).toordinal()
    return f"{_CAN[(ordinal + 4) % 10]} {_CHI[(ordinal + 2) % 12]}"
