"""The lunar calendar against witnesses that had no part in making it.

PyEphem, another ephemeris than the one behind the table, under a second writing of the rules;
``lunardate``, a Chinese calendar; the Tết and Giỗ Tổ days of ``holidays``.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import ephem  # type: ignore[import-untyped]
import holidays
import lunardate  # type: ignore[import-untyped]
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from conftest import tool
from ngayle import lunar
from ngayle.lunar import LunarDate, from_date

ROOT = Path(__file__).parent.parent
DOCS = (ROOT / "docs" / "lunar.md").read_text("utf-8")

HOUR = 1 / 24
EPHEM_EPOCH = date(1899, 12, 31).toordinal() + 0.5  # ephem counts days from noon of that date
IN_1968 = ephem.Date("1967/12/31 16:00")
IN_1929 = ephem.Date("1928/12/31 16:00")
IN_1976 = ephem.Date("1975/12/31 17:00")

Name = tuple[int, int, bool]
Clock = Callable[[float], float]

MIDNIGHT = {
    *(date(1914, 11, 18), date(1998, 9, 21), date(2054, 5, 8)),
    *(date(2072, 12, 9), date(2077, 11, 16), date(2085, 10, 19)),
}
"""First days of months whose new moon is within two minutes of midnight."""

TERMS_NEAR_MIDNIGHT = {
    *(date(1911, 5, 7), date(1917, 5, 21), date(1917, 12, 8), date(1923, 2, 19)),
    *(date(1950, 4, 20), date(1951, 12, 23), date(1970, 10, 9), date(2003, 10, 9)),
    *(date(2004, 5, 20), date(2014, 9, 8), date(2038, 7, 22), date(2041, 7, 6)),
    *(date(2060, 8, 6), date(2074, 8, 23), date(2076, 3, 5), date(2080, 6, 4), date(2098, 10, 7)),
}
"""Days of solar terms within two minutes of midnight."""

ERRORS_OF_LUNARDATE = {
    # Local time of Peking, as calendars were printed then.
    (1914, 10, False): (date(1914, 11, 18), date(1914, 11, 17)),
    (1916, 1, False): (date(1916, 2, 4), date(1916, 2, 3)),
    (1920, 10, False): (date(1920, 11, 11), date(1920, 11, 10)),
    # A day beside the new moon.
    (1933, 6, False): (date(1933, 7, 23), date(1933, 7, 22)),
    (1954, 11, False): (date(1954, 11, 25), date(1954, 11, 26)),
    (1978, 8, False): (date(1978, 9, 3), date(1978, 9, 2)),
    (2057, 9, False): (date(2057, 9, 29), date(2057, 9, 28)),
    (2097, 7, False): (date(2097, 8, 8), date(2097, 8, 7)),
}
"""Months that begin on the first day in UTC+8, and on the second in lunardate 0.3.0."""


# --- A second writing of the rules ----------------------------------------------------


def vietnamese(instant: float) -> float:
    return 8 * HOUR if instant < IN_1968 else 7 * HOUR


def chinese(_instant: float) -> float:
    return 8 * HOUR


def peking_local(instant: float) -> float:
    return (7 + 45 / 60 + 40 / 3600) * HOUR if instant < IN_1929 else vietnamese(instant)


def southern(instant: float) -> float:
    return 8 * HOUR if instant < IN_1976 else 7 * HOUR


def as_predicted_by_ephem(instant: float) -> float:
    return instant


def as_predicted_today(instant: float) -> float:
    """An instant with the delta T that is predicted today, not when PyEphem was written.

    It has hardly changed since 2017: 69 s. A tenth of a second a quarter from there, to 93 s in
    2100, is what the long-term slowing of the Earth's rotation makes likely.
    """
    year = 1900 + instant / 365.2425
    if year < 2017:
        return instant
    own: float = ephem.delta_t(ephem.Date(instant))
    return instant + (own - max(69, 69 + (year - 2026) * 24 / 74)) / 86_400


@cache
def new_moons() -> list[float]:
    found = [float(ephem.next_new_moon(ephem.Date("1899/11/15")))]
    while found[-1] < ephem.Date("2102/3/1"):
        found.append(float(ephem.next_new_moon(ephem.Date(found[-1] + 1))))
    return found


def sun(instant: float) -> float:
    now = ephem.Date(instant)
    body = ephem.Sun(now)
    ecliptic = ephem.Ecliptic(ephem.Equatorial(body.g_ra, body.g_dec, epoch=now), epoch=now)
    return math.degrees(float(ecliptic.lon))


@cache
def solar_terms() -> dict[tuple[int, int], float]:
    """The instant of every term of 1900 to 2101, by year and longitude."""
    found: dict[tuple[int, int], float] = {}
    for year in range(1900, 2102):
        for i in range(24):
            longitude = (285 + 15 * i) % 360
            instant = float(ephem.Date((year, 1, 6))) + 15.22 * i
            for _ in range(4):
                instant += ((longitude - sun(instant) + 180) % 360 - 180) / 0.9856
            found[year, longitude] = instant
    return found


@cache
def months(clock: Clock, predicted: Clock = as_predicted_today) -> dict[Name, date]:
    """The first day of every month from 1901-1 to 2100-12 in a clock, by PyEphem."""

    def day(instant: float) -> int:
        instant = predicted(instant)
        return math.floor(instant + clock(instant) + EPHEM_EPOCH)

    starts = [day(moon) for moon in new_moons()]
    terms = [day(term) for (_, longitude), term in solar_terms().items() if longitude % 30 == 0]
    holding = {bisect_right(starts, term) - 1 for term in terms}
    found: dict[Name, date] = {}
    for year in range(1900, 2101):
        this, following = (
            bisect_right(starts, day(solar_terms()[y, 270])) - 1 for y in (year, year + 1)
        )
        bare = [i for i in range(this, following) if i not in holding]
        leap = bare[0] if following - this == 13 else None
        names: list[Name] = [(year, 11, False), (year, 12, False)]
        names += [(year + 1, month, False) for month in range(1, 11)]
        if leap is not None:
            y, month, _ = names[leap - this - 1]
            names.insert(leap - this, (y, month, True))
        for i, name in zip(range(this, following), names, strict=True):
            found[name] = date.fromordinal(starts[i])
    return {name: start for name, start in found.items() if 1901 <= name[0] <= 2100}


def own_months() -> dict[Name, date]:
    return {
        (month.year, month.month, month.is_leap_month): month.first_day
        for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR + 1)
        for month in lunar.months_of(year)
    }


def differences(one: dict[Name, date], other: dict[Name, date]) -> dict[Name, tuple[date, date]]:
    """Months of the same name with other first days, or in one of the two only."""
    nowhere = date.min
    return {
        name: (one.get(name, nowhere), other.get(name, nowhere))
        for name in one.keys() | other.keys()
        if one.get(name) != other.get(name)
    }


# --- The ephemeris --------------------------------------------------------------------


@pytest.mark.slow
def test_no_month_start_is_wrong_by_another_ephemeris() -> None:
    assert len(own_months()) == 2473
    assert differences(own_months(), months(vietnamese)) == {}


@pytest.mark.slow
def test_another_prediction_of_the_rotation_moves_only_months_named_as_doubtful() -> None:
    differing = differences(own_months(), months(vietnamese, as_predicted_by_ephem))
    assert {start for start, _ in differing.values()} <= MIDNIGHT


@pytest.mark.slow
def test_the_new_moons_within_two_minutes_of_midnight_are_exactly_the_named_ones() -> None:
    near = set()
    for moon in map(as_predicted_today, new_moons()):
        local = moon + vietnamese(moon) + EPHEM_EPOCH
        if abs(local - round(local)) * 86_400 <= 120:
            near.add(date.fromordinal(math.floor(local)))
    assert near == MIDNIGHT
    in_doubt = {
        start
        for doubt in lunar.doubts()
        if doubt.reason == "midnight"
        for start in own_months().values()
        if doubt.first <= start <= doubt.last
    }
    assert in_doubt == MIDNIGHT


@pytest.mark.slow
def test_every_solar_term_is_on_its_day_by_another_ephemeris_but_for_the_named_ones() -> None:
    differing = set()
    for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR + 1):
        for term in lunar.tiet_khi(year):
            instant = as_predicted_today(solar_terms()[year, term.longitude])
            local = instant + vietnamese(instant) + EPHEM_EPOCH
            if date.fromordinal(math.floor(local)) != term.day:
                differing.add(term.day)
                assert abs(local - round(local)) * 86_400 < 20
    assert differing <= TERMS_NEAR_MIDNIGHT


@pytest.mark.slow
def test_the_doubts_of_a_clock_are_the_months_which_that_clock_would_move() -> None:
    for clock, reason in ((peking_local, "peking"), (southern, "south")):
        moved = differences(own_months(), months(clock))
        assert all(other != date.min for _, other in moved.values()), "no month changes its name"
        lengths = {m.first_day: m.length for y in range(1901, 1977) for m in lunar.months_of(y)}
        assert sorted(
            (min(start, other), start + timedelta(lengths[start] - 1))
            for start, other in moved.values()
        ) == [(d.first, d.last) for d in lunar.doubts() if d.reason == reason]


def test_the_terms_named_in_the_docs_are_those_within_two_minutes_of_midnight() -> None:
    listed = re.search(r"^Terms within two minutes of midnight: ([^.]*)\.", DOCS, re.M)
    assert listed is not None
    days = {date.fromisoformat(text) for text in re.findall(r"\d{4}-\d\d-\d\d", listed[1])}
    assert days == TERMS_NEAR_MIDNIGHT
    term_days = {term.day for y in range(1901, 2101) for term in lunar.tiet_khi(y)}
    assert days <= term_days


@pytest.mark.slow
def test_the_committed_table_is_what_the_script_writes() -> None:
    script = tool("make_lunar_table")
    assert script.TABLE.read_bytes() == script.render().encode()


# --- lunardate, a Chinese calendar ----------------------------------------------------


def months_of_lunardate() -> dict[Name, date]:
    found: dict[Name, date] = {}
    for year in range(1901, 2100):
        for month in range(1, 13):
            found[year, month, False] = lunardate.LunarDate(year, month, 1).to_solar_date()
        leap = lunardate.LunarDate.leap_month_for_year(year)
        if leap is not None:
            found[year, leap, True] = lunardate.LunarDate(year, leap, 1, True).to_solar_date()
    return found


def test_every_difference_from_lunardate_is_the_meridian_or_a_named_error_of_its_table() -> None:
    theirs = months_of_lunardate()
    in_utc8 = {name: day for name, day in months(chinese).items() if name[0] < 2100}
    ours = {name: day for name, day in own_months().items() if name[0] < 2100}

    assert differences(in_utc8, theirs) == ERRORS_OF_LUNARDATE

    of_meridian = differences(ours, in_utc8)
    assert all(name[0] >= 1968 for name in of_meridian)
    unexplained = {
        name
        for name in differences(ours, theirs)
        if name not in of_meridian and name not in ERRORS_OF_LUNARDATE
    }
    assert unexplained == set()
    # A meridian moves a month by a day; by a month only around the leap months of 1984 to 1987.
    for name, (our_day, their_day) in of_meridian.items():
        if name[0] not in (1984, 1985, 1987):
            assert their_day - our_day == timedelta(1)


def test_the_leap_months_differ_from_lunardate_in_three_years_only() -> None:
    differing = {
        year: (lunar.leap_month(year), lunardate.LunarDate.leap_month_for_year(year))
        for year in range(1901, 2100)
        if lunar.leap_month(year) != lunardate.LunarDate.leap_month_for_year(year)
    }
    assert differing == {1984: (None, 10), 1985: (2, None), 1987: (7, 6)}


@pytest.mark.filterwarnings("error")
def test_whatever_lunardate_offers_is_here() -> None:
    offered = {name for name in dir(lunardate.LunarDate) if not name.startswith("_")}
    offered |= set(lunardate.LunarDate.__annotations__) - {"_start_date"}
    assert {name for name in offered if not hasattr(LunarDate, name)} == set()


def test_the_old_spellings_of_lunardate_work_and_warn() -> None:
    moon = LunarDate(2023, 2, 1, True)
    with pytest.warns(DeprecationWarning, match="^isLeapMonth is deprecated, use is_leap_month$"):
        assert moon.isLeapMonth
    with pytest.warns(DeprecationWarning, match="^toSolarDate is deprecated, use to_solar_date$"):
        assert moon.toSolarDate() == date(2023, 3, 22)
    with pytest.warns(DeprecationWarning, match="use from_solar_date$"):
        assert LunarDate.fromSolarDate(2023, 3, 22) == moon
    with pytest.warns(DeprecationWarning, match="use leap_month_for_year$") as warned:
        assert LunarDate.leapMonthForYear(2023) == 2
    assert warned[0].filename == __file__


@given(
    st.dates(lunar.FIRST_DAY, date(2099, 12, 31)), st.timedeltas(timedelta(-9000), timedelta(9000))
)
def test_code_written_for_lunardate_sees_the_same_where_the_calendars_agree(
    day: date, step: timedelta
) -> None:
    other = day + step
    assume(min(other, day - step) >= lunar.FIRST_DAY)
    assume(max(other, day - step).year < 2100)
    theirs, ours = (
        [kind.from_solar_date(d.year, d.month, d.day) for d in (day, other, day - step)]
        for kind in (lunardate.LunarDate, LunarDate)
    )
    assume([repr(moon) for moon in theirs] == [repr(moon) for moon in ours])
    moon, own = theirs[0], ours[0]
    assert (own.year, own.month, own.day) == (moon.year, moon.month, moon.day)
    assert own.is_leap_month is moon.is_leap_month
    assert own.to_solar_date() == moon.to_solar_date()
    assert repr(own + step) == repr(moon + step)
    assert repr(own - step) == repr(moon - step)
    assert own - ours[1] == moon - theirs[1]
    assert own - other == moon - other
    assert other - own == other - moon
    assert (own < ours[1]) == (moon < theirs[1])
    assert (own == ours[1]) == (moon == theirs[1])


# --- The Chinese calendar in the docs -------------------------------------------------


def docs_table(heading: str) -> list[tuple[date, date]]:
    """The rows of dates (Việt Nam, China) under a heading of the docs."""
    section = DOCS.split(f"### {heading}\n", 1)[1].split("\n#", 1)[0]
    rows = re.findall(r"^\| (\d{4}-\d\d-\d\d) \| (\d{4}-\d\d-\d\d) \|$", section, re.M)
    return [(date.fromisoformat(ours), date.fromisoformat(theirs)) for ours, theirs in rows]


@pytest.mark.parametrize(
    ("heading", "month", "day", "years"),
    [
        ("Tết Nguyên đán (1/1)", 1, 1, [1968, 1969, 1985, 2007, 2030, 2053]),
        ("Giỗ Tổ Hùng Vương (10/3)", 3, 10, [1975, 2009, 2037, 2038, 2085, 2086, 2095, 2100]),
        ("Trung Thu (15/8)", 8, 15, [1978, 2034, 2041, 2065, 2080, 2099]),
    ],
)
def test_the_days_that_differ_from_the_chinese_calendar_are_those_in_the_docs(
    heading: str, month: int, day: int, years: list[int]
) -> None:
    differing = []
    for year in range(1968, 2101):
        ours = lunar.observed(year, month, day)
        theirs = months(chinese)[year, month, False] + timedelta(day - 1)
        if ours != theirs:
            differing.append((ours, theirs))
    assert [ours.year for ours, _ in differing] == years
    assert docs_table(heading) == differing


# --- holidays -------------------------------------------------------------------------

VIET_NAM = holidays.country_holidays("VN", years=range(1902, 2101), language="en_US")


def named(name: str) -> dict[int, date]:
    return {day.year: day for day in VIET_NAM.get_named(name, lookup="exact")}


def test_tet_and_its_eve_are_those_of_another_library_in_every_year_since_1968() -> None:
    days, eves = named("Lunar New Year"), named("Lunar New Year's Eve")
    for year in range(1968, 2101):
        assert lunar.observed(year, 1, 1) == days[year]
        assert lunar.observed(year - 1, 12, 30) == eves[year]


def test_before_1968_tet_differs_from_a_library_that_keeps_utc7_in_four_years_only() -> None:
    days = named("Lunar New Year")
    differing = {
        year: (lunar.observed(year, 1, 1), days[year])
        for year in range(1902, 1968)
        if lunar.observed(year, 1, 1) != days[year]
    }
    assert differing == {
        1903: (date(1903, 1, 29), date(1903, 1, 28)),
        1916: (date(1916, 2, 4), date(1916, 2, 3)),
        1935: (date(1935, 2, 4), date(1935, 2, 3)),
        1965: (date(1965, 2, 2), date(1965, 2, 1)),
    }


def test_gio_to_is_that_of_another_library_since_it_became_a_day_off() -> None:
    days = named("Hung Kings' Commemoration Day")
    assert days.keys() >= set(range(2008, 2101))
    for year, day in days.items():
        assert lunar.observed(year, 3, 10) == day
        assert from_date(day) == LunarDate(year, 3, 10)
