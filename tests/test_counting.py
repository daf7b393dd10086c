"""Counts and jubilees; days that a year lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngayle import lunar
from ngayle.counting import count, is_kept, jubilee
from ngayle.model import Anniversary, Name, Observance, Origin, PartialDate
from ngayle.occurrences import falls
from ngayle.rules import LunarDay, Month, Offset, Once, Rule, SolarDay, SolarSpan, Week, Weekday

EVERY_YEAR = Observance()


def day(
    rule: Rule, origin: Origin | None = None, observance: Observance = EVERY_YEAR
) -> Anniversary:
    """An anniversary with nothing but its rule and origin."""
    return Anniversary("x", "national", "day", (Name("X"),), rule, origin, observance=observance)


def solar(text: str) -> Origin:
    """An origin by the sun."""
    return Origin(PartialDate.parse(text))


def test_the_count_is_the_difference_of_the_years() -> None:
    """27/7/1947 to 27/7/2023: 76 years, whatever part of the origin is known."""
    for origin in ("1947-07-27", "1947-07", "1947"):
        assert count(day(SolarDay(7, 27), solar(origin)), 2023) == 76


@given(st.integers(1, 2100), st.integers(1901, 2100))
def test_nothing_is_counted_in_or_before_the_year_of_the_origin(origin: int, year: int) -> None:
    """The first count is 1, and it grows by 1 a year."""
    found = count(day(SolarDay(7, 27), solar(str(origin))), year)
    assert found == (year - origin if year > origin else None)


def test_a_day_without_an_origin_has_no_count() -> None:
    """And falls all the same."""
    (found,) = falls(day(SolarDay(6, 28)), date(2023, 6, 1), date(2023, 6, 30))
    assert (found.date, found.years, found.jubilee) == (date(2023, 6, 28), None, None)


def test_lunar_days_count_lunar_years() -> None:
    """Nguyễn Bỉnh Khiêm died on 28/11 Ất Dậu (1585); that day of Ất Tỵ (2025) is in January 2026."""
    anniversary = day(LunarDay(11, 28), Origin(None, PartialDate(1585, 11, 28)))
    (found,) = falls(anniversary, date(2026, 1, 1), date(2026, 1, 31))
    assert (found.date, found.year, found.years) == (date(2026, 1, 16), 2025, 440)


@pytest.mark.parametrize(
    ("years", "kind"),
    [(10, "tron"), (1000, "tron"), (5, "le5"), (75, "le5"), (76, None), (None, None)],
)
def test_counts_that_end_in_0_or_5_are_jubilees(years: int | None, kind: str | None) -> None:
    """Decree 145/2013/NĐ-CP: năm tròn, năm lẻ 5, năm khác."""
    assert jubilee(years) == kind


def test_29_february_is_kept_on_28_february_in_common_years() -> None:
    """The written rule."""
    rule = SolarDay(2, 29)
    assert rule.in_year(2024) == (date(2024, 2, 29),) * 2
    assert rule.in_year(2023) == (date(2023, 2, 28),) * 2
    assert rule.in_year(2100) == (date(2100, 2, 28),) * 2


def test_a_missing_lunar_day_30_is_kept_on_day_29() -> None:
    """So that 30/12 is the eve of Tết in every year: 2025 had a month 12 of 29 days."""
    for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR):
        eve, tet = LunarDay(12, 30).in_year(year), LunarDay(1, 1).in_year(year + 1)
        assert eve is not None
        assert tet is not None
        assert (tet[0] - eve[0]).days == 1


def test_rules_fall_on_their_days() -> None:
    """Checked against printed calendars: Mother's Day 2023, the last Sunday of October 2023, and so on."""
    assert Weekday(6, 2, 5).in_year(2023) == (date(2023, 5, 14),) * 2
    assert Weekday(6, -1, 10).in_year(2023) == (date(2023, 10, 29),) * 2
    assert Weekday(5, 1, 7).in_year(2023) == (date(2023, 7, 1),) * 2
    assert Week(1, 8).in_year(2022) == (date(2022, 8, 1), date(2022, 8, 7))
    assert Month(2).in_year(2024) == (date(2024, 2, 1), date(2024, 2, 29))
    assert Month(12).in_year(2100) == (date(2100, 12, 1), date(2100, 12, 31))
    assert SolarSpan(SolarDay(11, 15), SolarDay(12, 15)).in_year(2023) == (
        date(2023, 11, 15),
        date(2023, 12, 15),
    )
    assert SolarSpan(SolarDay(12, 20), SolarDay(1, 5)).in_year(2023) == (
        date(2023, 12, 20),
        date(2024, 1, 5),
    )
    assert Once(date(2023, 5, 19), date(2023, 7, 11)).in_year(2024) is None
    assert Offset(-1, LunarDay(1, 1)).in_year(2024) == (date(2024, 2, 9),) * 2


def kept(anniversary: Anniversary, first: int, last: int, *, every_year: bool = False) -> list[int]:
    """The years in which it is kept, from one to before another."""
    return [
        y
        for y in range(first, last)
        if is_kept(anniversary, y, count(anniversary, y), every_year=every_year)
    ]


def test_an_anniversary_is_kept_between_its_first_and_last_year() -> None:
    """Without a first year, from the year after its origin."""
    assert kept(day(SolarDay(7, 27), solar("1947-07-27")), 1945, 1950) == [1948, 1949]
    late = day(SolarDay(7, 9), solar("1960-07-09"), Observance(first_year=1999, last_year=2001))
    assert kept(late, 1990, 2010) == [1999, 2000, 2001]


def test_what_is_kept_in_round_years_only_shows_in_those() -> None:
    """Unless every year is asked for."""
    birth = day(SolarDay(7, 9), solar("1912-07-09"), Observance(every=5))
    assert kept(birth, 2015, 2025) == [2017, 2022]
    assert kept(birth, 2015, 2018, every_year=True) == [2015, 2016, 2017]
