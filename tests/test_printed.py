"""Dates and counts as Decree 30/2020/NĐ-CP has them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngayle.words import dates


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(1930, 2, 3), "03/02/1930"),
        (date(1960, 7, 9), "09/7/1960"),
        (date(1930, 3, 17), "17/3/1930"),
        (date(1963, 10, 30), "30/10/1963"),
        (date(1946, 1, 6), "06/01/1946"),
        (date(1944, 12, 22), "22/12/1944"),
    ],
)
def test_days_below_ten_and_months_one_and_two_take_a_zero(day: date, text: str) -> None:
    """Other months do not."""
    assert dates.full_date(day) == text


def test_partial_dates_are_printed_as_far_as_they_are_known() -> None:
    """A year alone, a month and a year."""
    assert dates.partial_date(1010) == "1010"
    assert dates.partial_date(1948, 6) == "6/1948"
    assert dates.partial_date(1930, 2) == "02/1930"


def test_counts_below_ten_take_a_zero() -> None:
    """As documents write them."""
    assert [dates.count(n) for n in (2, 9, 10, 76, 1000)] == ["02", "09", "10", "76", "1000"]


@given(st.dates())
def test_a_printed_date_can_be_read_back(day: date) -> None:
    """And differs from the ISO numbers by zeros only."""
    parts = dates.full_date(day).split("/")
    assert [int(p) for p in parts] == [day.day, day.month, day.year]
    assert len(parts[0]) == 2
    assert parts[1].startswith("0") == (day.month < 3)
