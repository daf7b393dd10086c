"""Dates and counts as official Vietnamese documents print them.

Decree 30/2020/NĐ-CP, appendix I, part I, section II.4: numbers of days below 10 and of months 1
and 2 take a leading zero. Documents write counts of years the same way ("02 năm"), and put a hyphen
with a space on both sides between two dates. Every output of ngayle prints through this module.
"""

from __future__ import annotations

from datetime import date

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def day_month(day: int, month: int) -> str:
    """``day_month(9, 7) == "09/7"``, ``day_month(3, 2) == "03/02"``."""
    return f"{day:02d}/{month_number(month)}"


def month_number(month: int) -> str:
    """Months 1 and 2 take a zero, others do not."""
    return f"{month:02d}" if month < 3 else str(month)


def full_date(value: date) -> str:
    """``full_date(date(1960, 7, 9)) == "09/7/1960"``."""
    return f"{day_month(value.day, value.month)}/{value.year}"


def partial_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """``partial_date(1948, 6) == "6/1948"``, ``partial_date(1010) == "1010"``."""
    if month is None:
        return str(year)
    if day is None:
        return f"{month_number(month)}/{year}"
    return f"{day_month(day, month)}/{year}"


def count(years: int) -> str:
    """A number of years: ``count(2) == "02"``, ``count(1000) == "1000"``."""
    return f"{years:02d}"
