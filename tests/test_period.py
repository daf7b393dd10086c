"""What a person types for a period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ngayle import RequestError
from ngayle.period import Period, parse

TODAY = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-07-27", "2023-07-27", "2023-07-27"),
        ("2023-07..2024-03", "2023-07-01", "2024-03-31"),
        ("2023-07-10..2023-07-20", "2023-07-10", "2023-07-20"),
        ("2023..2023-02", "2023-01-01", "2023-02-28"),
        ("today", "2026-12-31", "2026-12-31"),
        ("this-month", "2026-12-01", "2026-12-31"),
        ("next-month", "2027-01-01", "2027-01-31"),
        ("this-week", "2026-12-28", "2027-01-03"),
        ("this-year", "2026-01-01", "2026-12-31"),
        ("tháng này", "2026-12-01", "2026-12-31"),
        ("thang sau", "2027-01-01", "2027-01-31"),
        ("7/2023", "2023-07-01", "2023-07-31"),
        ("07-2023", "2023-07-01", "2023-07-31"),
        ("12-2026", "2026-12-01", "2026-12-31"),
        ("2026/12", "2026-12-01", "2026-12-31"),
        ("tháng 7/2023", "2023-07-01", "2023-07-31"),
        ("Tháng 7 năm 2023", "2023-07-01", "2023-07-31"),
        ("thang 7/2023", "2023-07-01", "2023-07-31"),
        ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("quý 3/2023", "2023-07-01", "2023-09-30"),
        ("Quý IV/2023", "2023-10-01", "2023-12-31"),
        ("Q1/2024", "2024-01-01", "2024-03-31"),
        ("năm 2023", "2023-01-01", "2023-12-31"),
        ("27/7/2023", "2023-07-27", "2023-07-27"),
        ("27-07-2023", "2023-07-27", "2023-07-27"),
        ("ngày 27 tháng 7 năm 2023", "2023-07-27", "2023-07-27"),
        ("7/2023..3/2024", "2023-07-01", "2024-03-31"),
        ("1901-01", "1901-01-01", "1901-01-31"),
        ("2100-12", "2100-12-01", "2100-12-31"),
    ],
)
def test_every_form_names_its_first_and_last_day(text: str, first: str, last: str) -> None:
    """Months and years stand for all of their days."""
    period = parse(text, TODAY)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-13", "period '2023-13': there is no month 13; months are 01 to 12"),
        ("2023-00", "period '2023-00': there is no month 00; months are 01 to 12"),
        ("9999-12", "period '9999-12': year 9999 is outside 1901 to 2100"),
        ("0000-01", "period '0000-01': year 0000 is outside 1901 to 2100"),
        ("2023-02-30", "period '2023-02-30': 2023-02 has the days 01 to 28"),
        ("31/4/2023", "period '31/4/2023': 2023-04 has the days 01 to 30"),
        ("13/2023", "period '13/2023': there is no month 13; months are 01 to 12"),
        ("quý 5/2023", "period 'quý 5/2023': there is no quarter 5; quarters are 1 to 4"),
        ("2024-03..2023-07", "period '2024-03..2023-07': it ends before it starts"),
        ("2023-05..2023", "period '2023-05..2023': it ends before it starts"),
        ("today", "period 'today': needs today's date"),
    ],
)
def test_a_wrong_period_says_what_would_be_right(text: str, message: str) -> None:
    """In one line."""
    with pytest.raises(RequestError) as caught:
        parse(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "text",
    ["23-7", "", "2023-7", "tháng 7", "2023-07-", "..", "2023..", "٢٠٢٣-07", "2023-07..today"],
)
def test_what_is_no_period_lists_the_forms(text: str) -> None:
    """With an example of each."""
    with pytest.raises(RequestError, match="not understood; write 2023-07, 7/2023, 2023, 2023-Q3"):
        parse(text, TODAY)


@given(st.dates(date(1901, 1, 1), date(2100, 12, 31)), st.integers(0, 800))
def test_a_span_of_days_keeps_its_ends(first: date, days: int) -> None:
    """Both are included."""
    last = min(first + timedelta(days), date(2100, 12, 31))
    assert parse(f"{first}..{last}") == Period(first, last)
    assert first in parse(f"{first}..{last}")
    assert last + timedelta(1) not in parse(f"{first}..{last}")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(1900, 12, 31), date(1901, 1, 1)),
        (date(2100, 12, 31), date(2101, 1, 1)),
        (date(2150, 1, 1), date(2150, 12, 31)),
    ],
)
def test_a_period_refuses_what_text_refuses(first: date, last: date) -> None:
    """Where the lunar table ends there would be no Tết, and nobody would be told."""
    with pytest.raises(RequestError, match=r"reaches beyond 1901-01-01\.\.2100-12-31"):
        Period(first, last)


@pytest.mark.parametrize(
    ("word", "today"),
    [
        ("today", date(2101, 1, 1)),
        ("this-month", date(9999, 12, 31)),
        ("next-month", date(2100, 12, 31)),
        ("next-month", date(9999, 12, 31)),
        ("this-month", date(1, 1, 1)),
        ("next-month", date(1900, 11, 30)),
    ],
)
def test_words_are_refused_like_dates(word: str, today: date) -> None:
    """A clock that is wrong, or far ahead."""
    with pytest.raises(RequestError, match="outside 1901 to 2100"):
        parse(word, today)
    assert parse("next-month", date(1900, 12, 15)).text == "1901-01"
    assert parse("next-month", date(2100, 11, 30)).text == "2100-12"
