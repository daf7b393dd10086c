"""The lunar calendar on its own: its rules, its arithmetic, its words, its errors."""

from __future__ import annotations

import copy
import doctest
import pickle
import re
import sys
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lunardate  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngayle import lunar
from ngayle.lunar import LunarDate, LunarMonth, from_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCS = Path(__file__).parent.parent / "docs" / "lunar.md"
YEARS = range(lunar.FIRST_YEAR, lunar.LAST_YEAR + 1)
LOOSE: Any = lunar  # for calls that a type checker would refuse
COVERS = "the calendar covers lunar years 1901 to 2100, 1901-02-19 to 2101-01-28"

days_in_range = st.dates(lunar.FIRST_DAY, lunar.LAST_DAY)


def all_months() -> list[LunarMonth]:
    return [month for year in YEARS for month in lunar.months_of(year)]


def all_days() -> Iterator[date]:
    for ordinal in range(lunar.FIRST_DAY.toordinal(), lunar.LAST_DAY.toordinal() + 1):
        yield date.fromordinal(ordinal)


def principal_terms() -> list[lunar.SolarTerm]:
    return [term for year in YEARS for term in lunar.tiet_khi(year) if term.is_principal]


# --- Every day ------------------------------------------------------------------------


def test_every_day_of_the_range_goes_to_a_lunar_date_and_back() -> None:
    count = 0
    for day in all_days():
        moon = from_date(day)
        assert moon.to_solar_date() == day
        built = LunarDate(moon.year, moon.month, moon.day, moon.is_leap_month)
        assert built == moon
        assert built.to_solar_date() == day
        assert LunarDate.from_solar_date(day.year, day.month, day.day) == moon
        count += 1
    assert count == (date(2101, 1, 28) - date(1901, 2, 19)).days + 1


def test_lunar_dates_follow_each_other_day_by_day() -> None:
    ends = {month.first_day + timedelta(month.length - 1) for month in all_months()}
    for day, after in pairwise(all_days()):
        moon, next_moon = from_date(day), from_date(after)
        assert next_moon.day == (1 if day in ends else moon.day + 1)


# --- The rules ------------------------------------------------------------------------


def test_every_month_begins_where_the_one_before_it_ends_after_29_or_30_days() -> None:
    months = all_months()
    assert {month.length for month in months} == {29, 30}
    for month, after in pairwise(months):
        assert after.first_day == month.first_day + timedelta(month.length)
    assert months[0].first_day == lunar.FIRST_DAY
    assert months[-1].first_day + timedelta(months[-1].length - 1) == lunar.LAST_DAY


def test_every_year_has_months_1_to_12_in_order_and_its_leap_month_after_its_namesake() -> None:
    for year in YEARS:
        expected = [(year, month, False) for month in range(1, 13)]
        leap = lunar.leap_month(year)
        if leap is not None:
            expected.insert(leap, (year, leap, True))
        months = lunar.months_of(year)
        assert [(m.year, m.month, m.is_leap_month) for m in months] == expected
        assert LunarDate.leap_month_for_year(year) == leap


def test_the_month_of_the_winter_solstice_is_an_ordinary_month_11() -> None:
    for year in YEARS:
        solstice = lunar.tiet_khi(year)[-1]
        assert solstice.name == "Đông chí"
        moon = from_date(solstice.day)
        assert (moon.year, moon.month, moon.is_leap_month) == (year, 11, False)


def test_the_leap_month_is_the_first_without_a_principal_term_between_two_months_11() -> None:
    months = all_months()
    with_term = {
        (moon.year, moon.month, moon.is_leap_month)
        for term in principal_terms()
        if term.day >= lunar.FIRST_DAY
        for moon in [from_date(term.day)]
    }
    elevens = [i for i, m in enumerate(months) if m.month == 11 and not m.is_leap_month]
    assert elevens[0] == 10, "the year before the first has no leap month after its month 11"
    leap_years = 0
    for eleven, next_eleven in pairwise(elevens):
        between = months[eleven + 1 : next_eleven]
        leaps = [m for m in between if m.is_leap_month]
        without = [m for m in between if (m.year, m.month, m.is_leap_month) not in with_term]
        if next_eleven - eleven == 12:
            assert leaps == []
        else:
            assert next_eleven - eleven == 13
            assert leaps == without[:1]
            leap_years += 1
    assert leap_years == 73


def test_the_terms_are_15_degrees_and_about_15_days_apart() -> None:
    terms = [term for year in YEARS for term in lunar.tiet_khi(year)]
    for term, after in pairwise(terms):
        assert (after.longitude - term.longitude) % 360 == 15
        assert 14 <= (after.day - term.day).days <= 16
        assert term.is_principal == (term.longitude % 30 == 0)


def test_the_terms_have_their_vietnamese_names() -> None:
    of_2024 = {term.name: term.day for term in lunar.tiet_khi(2024)}
    assert len(of_2024) == 24
    assert of_2024["Lập xuân"] == date(2024, 2, 4)
    assert of_2024["Thanh minh"] == date(2024, 4, 4)
    assert of_2024["Hạ chí"] == date(2024, 6, 21)
    assert {t.name for t in lunar.tiet_khi(2024) if t.longitude in (0, 90, 180, 270)} == {
        *("Xuân phân", "Hạ chí", "Thu phân", "Đông chí"),
    }


# --- Known days -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("solar", "moon"),
    [
        (date(1930, 2, 3), LunarDate(1930, 1, 5)),  # the Party is founded, mùng 5 Tết Canh Ngọ
        (date(1945, 9, 2), LunarDate(1945, 7, 26)),
        (date(1954, 5, 7), LunarDate(1954, 4, 5)),  # Điện Biên Phủ
        (date(1968, 1, 29), LunarDate(1968, 1, 1)),  # in the South a day later
        (date(1969, 9, 2), LunarDate(1969, 7, 21)),  # Hồ Chí Minh dies, 21 tháng 7 Kỷ Dậu
        (date(1975, 4, 30), LunarDate(1975, 3, 20)),  # in the South the 19th
        (date(1985, 1, 21), LunarDate(1985, 1, 1)),
        (date(2023, 3, 22), LunarDate(2023, 2, 1, True)),
        (date(2024, 4, 18), LunarDate(2024, 3, 10)),  # Giỗ Tổ Hùng Vương
    ],
)
def test_a_day_in_history_has_its_known_lunar_date(solar: date, moon: LunarDate) -> None:
    assert from_date(solar) == moon
    assert moon.to_solar_date() == solar


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1968, date(1968, 1, 29)),
        (1969, date(1969, 2, 16)),
        (1985, date(1985, 1, 21)),
        (2007, date(2007, 2, 17)),
        (2030, date(2030, 2, 2)),
        (2053, date(2053, 2, 18)),
    ],
)
def test_tet_is_kept_on_the_vietnamese_day(year: int, day: date) -> None:
    assert lunar.observed(year, 1, 1) == day


# --- Anniversaries --------------------------------------------------------------------


def test_an_anniversary_is_kept_in_the_ordinary_month_only() -> None:
    for year in YEARS:
        for month in range(1, 13):
            assert from_date(lunar.observed(year, month, 15)) == LunarDate(year, month, 15)
    assert lunar.leap_month(2023) == 2
    assert lunar.observed(2023, 2, 1) == date(2023, 2, 20)


def test_an_anniversary_on_day_30_is_kept_on_the_last_day_of_a_shorter_month() -> None:
    for month in all_months():
        if not month.is_leap_month:
            last = month.first_day + timedelta(month.length - 1)
            assert lunar.observed(month.year, month.month, 30) == last
    assert str(from_date(lunar.observed(2024, 12, 30))).startswith("29 tháng Chạp")


def test_day_30_of_month_12_is_always_the_eve_of_tet() -> None:
    for year in YEARS[:-1]:
        eve = lunar.observed(year, 12, 30)
        assert eve + timedelta(1) == lunar.observed(year + 1, 1, 1)


# --- Values ---------------------------------------------------------------------------


@given(days_in_range, days_in_range)
def test_lunar_dates_are_ordered_and_subtracted_as_their_days_are(one: date, other: date) -> None:
    moon, other_moon = from_date(one), from_date(other)
    assert (moon < other_moon) == (one < other)
    assert (moon <= other_moon) == (one <= other)
    assert (moon > other_moon) == (one > other)
    assert (moon >= other_moon) == (one >= other)
    assert (moon == other_moon) == (one == other)
    assert moon - other_moon == moon - other == one - other_moon == one - other


@given(days_in_range, st.timedeltas(timedelta(-80_000), timedelta(80_000)))
def test_adding_and_taking_away_a_timedelta_agrees_with_date(day: date, step: timedelta) -> None:
    moon = from_date(day)
    results: list[tuple[date, Callable[[], LunarDate]]] = [
        (day + step, lambda: moon + step),
        (day + step, lambda: step + moon),
        (day - step, lambda: moon - step),
    ]
    for expected, compute in results:
        if lunar.FIRST_DAY <= expected <= lunar.LAST_DAY:
            assert compute() == from_date(expected)
        else:
            with pytest.raises(
                ValueError, match=re.escape(f"{expected} is out of range: {COVERS}")
            ):
                compute()


def test_a_leap_month_comes_after_the_ordinary_month_of_its_number() -> None:
    ordinary, leap, after = (
        LunarDate(2023, 2, 29),
        LunarDate(2023, 2, 1, True),
        LunarDate(2023, 3, 1),
    )
    assert sorted([after, leap, ordinary]) == [ordinary, leap, after]
    assert leap != LunarDate(2023, 2, 1)


@given(days_in_range)
def test_equal_lunar_dates_have_equal_hashes_and_survive_copying(day: date) -> None:
    moon = from_date(day)
    for twin in (
        LunarDate(moon.year, moon.month, moon.day, moon.is_leap_month),
        copy.deepcopy(moon),
        pickle.loads(pickle.dumps(moon)),
        eval(repr(moon)),
    ):
        assert twin == moon
        assert hash(twin) == hash(moon)
        assert twin.to_solar_date() == day


def test_values_cannot_be_changed() -> None:
    month = lunar.months_of(2024)[0]
    for value, field in ((LunarDate(2024, 1, 1), "day"), (month, "length")):
        with pytest.raises(AttributeError, match=f"^{type(value).__name__} cannot be changed$"):
            setattr(value, field, 2)
        with pytest.raises(AttributeError, match=f"^{type(value).__name__} cannot be changed$"):
            delattr(value, field)
        with pytest.raises(AttributeError, match="cannot be changed"):
            value.note = "x"
        assert not hasattr(value, "__dict__")


def test_months_terms_and_doubts_are_equal_by_value_and_say_what_they_are() -> None:
    month = lunar.months_of(2024)[0]
    assert month == lunar.months_of(2024)[0]
    assert month != lunar.months_of(2024)[1]
    assert len({month, lunar.months_of(2024)[0], lunar.months_of(2024)[1]}) == 2
    assert pickle.loads(pickle.dumps(month)) == month
    assert month != LunarDate(2024, 1, 1)
    assert repr(month) == (
        "LunarMonth(year=2024, month=1, is_leap_month=False, "
        "first_day=datetime.date(2024, 2, 10), length=29, is_certain=True)"
    )


def test_a_lunar_date_is_not_a_date_and_does_not_compare_with_one() -> None:
    moon, day = LunarDate(2024, 1, 1), date(2024, 2, 10)
    assert moon != day
    operations: list[Callable[[], object]] = [
        lambda: moon < day,  # type: ignore[operator]
        lambda: moon <= day,  # type: ignore[operator]
        lambda: moon > day,  # type: ignore[operator]
        lambda: moon >= day,  # type: ignore[operator]
        lambda: moon + day,  # type: ignore[operator]
        lambda: moon - 1,  # type: ignore[operator]
        lambda: 1 - moon,  # type: ignore[operator]
        lambda: moon - datetime(2024, 2, 10, tzinfo=UTC),
        lambda: datetime(2024, 2, 10, tzinfo=UTC) - moon,
    ]
    for operation in operations:
        with pytest.raises(TypeError):
            operation()


# --- Words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moon", "text"),
    [
        (LunarDate(2024, 3, 10), "mùng 10 tháng 3 năm Giáp Thìn"),
        (LunarDate(2024, 3, 11), "11 tháng 3 năm Giáp Thìn"),
        (LunarDate(2024, 7, 15), "rằm tháng 7 năm Giáp Thìn"),
        (LunarDate(2025, 1, 1), "mùng 1 tháng Giêng năm Ất Tỵ"),
        (LunarDate(2023, 12, 30), "30 tháng Chạp năm Quý Mão"),
        (LunarDate(2023, 2, 1, True), "mùng 1 tháng 2 nhuận năm Quý Mão"),
        (LunarDate(2023, 2, 15, True), "rằm tháng 2 nhuận năm Quý Mão"),
    ],
)
def test_a_lunar_date_is_written_as_vietnamese_say_it(moon: LunarDate, text: str) -> None:
    assert str(moon) == f"{moon}" == text


def test_can_chi_of_years_months_and_days_are_those_of_the_almanac() -> None:
    years = {1789: "Kỷ Dậu", 1945: "Ất Dậu", 1968: "Mậu Thân", 1975: "Ất Mão", 1984: "Giáp Tý"}
    assert {year: lunar.can_chi_of_year(year) for year in years} == years
    assert lunar.can_chi_of_month(2024, 1) == "Bính Dần"
    assert lunar.can_chi_of_month(2024, 12) == "Đinh Sửu"
    assert lunar.can_chi_of_month(1984, 11) == "Bính Tý"
    assert lunar.can_chi_of_day(date(1949, 10, 1)) == "Giáp Tý"
    assert lunar.can_chi_of_day(date(2000, 1, 1)) == "Mậu Ngọ"
    assert lunar.can_chi_of_day(date(2024, 2, 10)) == "Giáp Thìn"


@given(st.integers(1, 9999 - 60), st.integers(1, 12), st.dates(max_value=date(9999, 10, 1)))
def test_can_chi_come_round_after_60_and_not_before(year: int, month: int, day: date) -> None:
    for names in (
        [lunar.can_chi_of_year(year + i) for i in range(61)],
        [
            lunar.can_chi_of_month(year + (month - 1 + i) // 12, (month - 1 + i) % 12 + 1)
            for i in range(61)
        ],
        [lunar.can_chi_of_day(day + timedelta(i)) for i in range(61)],
    ):
        assert names[0] == names[60]
        assert len(set(names)) == 60


# --- Doubt ----------------------------------------------------------------------------


def test_the_months_in_doubt_are_exactly_the_documented_ones() -> None:
    doubtful = [str(month.first_day) for month in all_months() if not month.is_certain]
    assert doubtful == [
        *("1906-04-24", "1914-11-18", "1916-02-04", "1920-11-11"),  # Peking local time
        *("1968-01-29", "1969-02-16", "1974-12-13", "1975-04-11"),  # North and South
        *("1998-09-21", "2054-05-08", "2072-12-09", "2077-11-16", "2085-10-19"),  # midnight
    ]


def test_a_day_is_certain_unless_a_documented_doubt_covers_it() -> None:
    in_doubt = {
        doubt.first + timedelta(i)
        for doubt in lunar.doubts()
        for i in range((doubt.last - doubt.first).days + 1)
    }
    assert {day for day in all_days() if not from_date(day).is_certain} == in_doubt
    # A new moon just after midnight may belong to the day before, which ends the month before.
    assert not LunarDate(1998, 7, 30).is_certain
    assert LunarDate(1998, 7, 29).is_certain


def test_the_table_of_doubts_in_the_docs_is_the_one_in_the_code() -> None:
    rows = re.findall(
        r"^\| (\d{4}-\d\d-\d\d) \| (\d{4}-\d\d-\d\d) \| (\w+) \|", DOCS.read_text("utf-8"), re.M
    )
    assert rows == [(str(d.first), str(d.last), d.reason) for d in lunar.doubts()]


def test_the_examples_in_the_docs_hold() -> None:
    result = doctest.testfile(str(DOCS), module_relative=False)
    assert result.attempted > 20
    assert result.failed == 0


# --- Errors ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: LOOSE.LunarDate(1900, 1, 1), f"lunar year 1900 is out of range: {COVERS}"),
        (lambda: LOOSE.LunarDate(2101, 1, 1), f"lunar year 2101 is out of range: {COVERS}"),
        (lambda: LOOSE.LunarDate(2024, 0, 1), "there is no lunar month 0: months are 1 to 12"),
        (lambda: LOOSE.LunarDate(2024, 13, 1), "there is no lunar month 13: months are 1 to 12"),
        (
            lambda: LOOSE.LunarDate(2024, 12, 30),
            "there is no day 30 in month 12 of lunar year 2024: days are 1 to 29",
        ),
        (
            lambda: LOOSE.LunarDate(2023, 2, 30, True),
            "there is no day 30 in leap month 2 of lunar year 2023: days are 1 to 29",
        ),
        (
            lambda: LOOSE.LunarDate(2024, 1, 0),
            "there is no day 0 in month 1 of lunar year 2024: days are 1 to 29",
        ),
        (
            lambda: LOOSE.LunarDate(2023, 3, 1, True),
            "lunar year 2023 has no leap month 3: its leap month is 2",
        ),
        (
            lambda: LOOSE.LunarDate(2024, 2, 1, True),
            "lunar year 2024 has no leap month 2: it has none",
        ),
        (lambda: LOOSE.LunarDate(True, 1, 1), "the year must be a whole number (int), not bool"),
        (
            lambda: LOOSE.LunarDate(2024, 1.0, 1),
            "the month must be a whole number (int), not float",
        ),
        (lambda: LOOSE.LunarDate(2024, 1, "1"), "the day must be a whole number (int), not str"),
        (
            lambda: LOOSE.LunarDate(2024, 1, None),
            "the day must be a whole number (int), not NoneType",
        ),
        (lambda: LOOSE.LunarDate(2024, 1, 1, "no"), "is_leap_month must be True or False"),
        (lambda: LOOSE.LunarDate(2024, 1, 1, 2), "is_leap_month must be True or False"),
        (
            lambda: LOOSE.LunarDate.from_solar_date(2023, 2, 29),
            "there is no solar date 2023-2-29: days are 1 to 28",
        ),
        (
            lambda: LOOSE.LunarDate.from_solar_date(2023, 12, 32),
            "there is no solar date 2023-12-32: days are 1 to 31",
        ),
        (
            lambda: LOOSE.LunarDate.from_solar_date(2023, 10**30, 1),
            f"there is no solar date 2023-{10**30}-1: months are 1 to 12",
        ),
        (
            lambda: LOOSE.LunarDate.from_solar_date(0, 1, 1),
            f"there is no solar date 0-1-1: {COVERS}",
        ),
        (
            lambda: LOOSE.LunarDate.from_solar_date("2023", 2, 1),
            "the year must be a whole number (int), not str",
        ),
        (lambda: LOOSE.from_date(date(1901, 2, 18)), f"1901-02-18 is out of range: {COVERS}"),
        (lambda: LOOSE.from_date(date(2101, 1, 29)), f"2101-01-29 is out of range: {COVERS}"),
        (lambda: LOOSE.from_date("2024-02-10"), "a date is needed, not str"),
        (
            lambda: LOOSE.from_date(datetime(2024, 2, 10, tzinfo=UTC)),
            "a date is needed, not a datetime: give its .date() in Viet Nam",
        ),
        (
            lambda: LOOSE.LunarDate(2024, 1, 1) + timedelta(999_999_999),
            f"the day is out of range: {COVERS}",
        ),
        (lambda: LOOSE.leap_month(1900), f"lunar year 1900 is out of range: {COVERS}"),
        (lambda: LOOSE.leap_month("2024"), "the year must be a whole number (int), not str"),
        (lambda: LOOSE.months_of(2101), f"lunar year 2101 is out of range: {COVERS}"),
        (lambda: LOOSE.tiet_khi(1900), f"lunar year 1900 is out of range: {COVERS}"),
        (lambda: LOOSE.observed(2101, 1, 1), f"lunar year 2101 is out of range: {COVERS}"),
        (lambda: LOOSE.observed(2024, 13, 1), "there is no lunar month 13: months are 1 to 12"),
        (lambda: LOOSE.observed(2024, 1, 31), "there is no lunar day 31: days are 1 to 30"),
        (lambda: LOOSE.observed(2024, 1, False), "the day must be a whole number (int), not bool"),
        (lambda: LOOSE.can_chi_of_year(0), "year 0 is out of range: years are 1 to 9999"),
        (lambda: LOOSE.can_chi_of_year(2024.0), "the year must be a whole number (int), not float"),
        (
            lambda: LOOSE.can_chi_of_month(2024, 13),
            "there is no lunar month 13: months are 1 to 12",
        ),
        (lambda: LOOSE.can_chi_of_day(1), "a date is needed, not int"),
    ],
)
def test_bad_input_is_answered_in_one_line_that_says_what_is_valid(
    call: Callable[[], object], message: str
) -> None:
    with pytest.raises(ValueError, match=rf"^{re.escape(message)}\Z"):
        call()


def test_whatever_stands_for_a_whole_number_is_taken_as_one() -> None:
    class Number:
        def __index__(self) -> int:
            return 2

    moon = LOOSE.LunarDate(2023, Number(), Number(), 1)
    assert moon == LunarDate(2023, 2, 2, True)
    assert type(moon.month) is type(moon.day) is int
    assert moon.is_leap_month is True


def test_a_class_derived_from_date_or_lunar_date_keeps_working() -> None:
    class Day(date):
        pass

    class Moon(LunarDate):
        __slots__ = ()

    assert from_date(Day(2024, 2, 10)) == LunarDate(2024, 1, 1)
    assert type(Moon.from_solar_date(2024, 2, 10) + timedelta(1)) is Moon


def test_every_documented_example_of_lunardate_holds() -> None:
    """Its module's docstring run on our class: 43 examples."""
    parser = doctest.DocTestParser()
    test = parser.get_doctest(
        lunardate.__doc__,
        {"LunarDate": LunarDate, "datetime": sys.modules["datetime"]},
        "lunardate",
        None,
        0,
    )
    assert len(test.examples) == 43
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    results = runner.run(test, out=said.append)
    assert results.failed == 0, "".join(said)


@given(days_in_range)
def test_iso_text_weekday_and_replace_agree_with_the_solar_date(day: date) -> None:
    """There and back, in leap months too."""
    moon = from_date(day)
    assert LunarDate.fromisoformat(moon.isoformat()) == moon
    assert moon.weekday() == day.weekday()
    assert moon.replace() == moon
    assert moon.replace(day=1).to_solar_date() == day - timedelta(moon.day - 1)
    assert moon.month_name in str(moon)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-6-1",
        "2025-06-01 Leap",
        "2025-06-01leap",
        "20250601",
        "2025/06/01",
        "٢٠٢٥-06-01",
        20250601,
    ],
)
def test_what_is_no_iso_text_is_refused(text: Any) -> None:
    """With an example of what is."""
    with pytest.raises(ValueError, match=r"2025-06-01, or 2025-06-01 leap|text is needed"):
        LunarDate.fromisoformat(text)


def test_months_have_their_names() -> None:
    """Giêng, Chạp, and nhuận after a leap month."""
    assert [LunarDate(2025, m, 1).month_name for m in (1, 2, 12)] == [
        "tháng Giêng",
        "tháng 2",
        "tháng Chạp",
    ]
    assert LunarDate(2025, 6, 1, True).month_name == "tháng 6 nhuận"
    assert LunarDate(2025, 6, 1, True).isoformat() == "2025-06-01 leap"
    with pytest.raises(ValueError, match="no leap month 5"):
        LunarDate(2025, 6, 1, True).replace(month=5)


def test_today_is_the_day_in_viet_nam() -> None:
    """Seven hours ahead of UTC, at both ends of the call."""
    before = (datetime.now(UTC) + timedelta(hours=7)).date()
    moon = LunarDate.today()
    after = (datetime.now(UTC) + timedelta(hours=7)).date()
    assert before <= moon.to_solar_date() <= after
