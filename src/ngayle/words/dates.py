"""Dates and counts as official Vietnamese documents print them, and as English text has them.

Decree 30/2020/NĐ-CP, appendix I, part I, section II.4: numbers of days below 10 and of months 1
and 2 take a leading zero. Documents write counts of years the same way ("02 năm"), and put a hyphen
with a space on both sides between two dates. Every output of ngayle prints through this module.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ngayle.words.phrases import say

if TYPE_CHECKING:
    from datetime import date

    from ngayle.lunar import LunarDate
    from ngayle.model import PartialDate
    from ngayle.period import Period


def day_month(day: int, month: int) -> str:
    """``day_month(9, 7) == "09/7"``, ``day_month(3, 2) == "03/02"``."""
    return f"{day:02d}/{month_number(month)}"


def month_number(month: int) -> str:
    """Months 1 and 2 take a zero, others do not."""
    return f"{month:02d}" if month < 3 else str(month)


def full_date(value: date) -> str:
    """``full_date(date(1960, 7, 9)) == "09/7/1960"``."""
    return f"{day_month(value.day, value.month)}/{value.year}"


def short_date(value: date) -> str:
    """``short_date(date(1960, 7, 9)) == "09/7"``."""
    return day_month(value.day, value.month)


def partial_date(year: int, month: int | None = None, day: int | None = None) -> str:
    """``partial_date(1948, 6) == "6/1948"``, ``partial_date(1010) == "1010"``."""
    if month is None:
        return str(year)
    if day is None:
        return f"{month_number(month)}/{year}"
    return f"{day_month(day, month)}/{year}"


def known(value: PartialDate) -> str:
    """As much of a date as is known: "27/7/1947", "6/1948", "1010"."""
    return partial_date(value.year, value.month, value.day)


def count(years: int) -> str:
    """A number of years: ``count(2) == "02"``, ``count(1000) == "1000"``."""
    return f"{years:02d}"


def in_years(years: int, lang: str = "vi") -> str:
    """ "02 năm", "2 years", "1 year"."""
    number = count(years) if lang == "vi" else str(years)
    return say(lang, "year" if years == 1 else "years", count=number)


def lunar_day(moon: LunarDate, lang: str = "vi") -> str:
    """A day of the lunar calendar: "10/3", "08/6 nhuận", "08/6 (leap month)"."""
    text = day_month(moon.day, moon.month)
    return say(lang, "leap", day=text) if moon.is_leap_month else text


def month(year: int, number: int, lang: str = "vi") -> str:
    """A month as a heading: "Tháng 7/2023", "July 2023"."""
    return say(lang, f"month.{number}", year=year)


def weekday(value: date, lang: str = "vi", *, short: bool = False) -> str:
    """ "Chủ nhật", "Sunday"; short, "CN", "Sun"."""
    return say(lang, f"{'short' if short else 'weekday'}.{value.weekday()}")


def whole_months(period: Period) -> bool:
    """Whether a period is made of whole months."""
    return period.first.day == 1 and (period.last + timedelta(1)).day == 1


def period(value: Period, lang: str = "vi") -> str:
    """A period as a heading: a month, a year, a day, or its first and last day."""
    first, last = value.first, value.last
    if whole_months(value) and first.year == last.year:
        if first.month == last.month:
            return month(first.year, first.month, lang)
        if (first.month, last.month) == (1, 12):
            return say(lang, "whole_year", year=first.year)
    if first == last:
        return full_date(first)
    return f"{full_date(first)} - {full_date(last)}"


def during(value: Period, lang: str = "vi") -> str:
    """A period in a sentence: "trong năm 2025", "từ tháng 12/2024 đến tháng 01/2026"."""
    first, last = value.first, value.last
    if not whole_months(value):
        return say(lang, "in_days", first=full_date(first), last=full_date(last))
    if (first.month, last.month) == (1, 12) and first.year == last.year:
        return say(lang, "in_year", year=first.year)
    months = [in_month(first, lang), in_month(last, lang)]
    if months[0] == months[1]:
        return say(lang, "in_month", month=months[0])
    return say(lang, "in_months", first=months[0], last=months[1])


def in_month(value: date, lang: str = "vi") -> str:
    """The month of a day as it stands in a sentence, after "tháng": "7/2023", "July 2023"."""
    if lang == "vi":
        return partial_date(value.year, value.month)
    return month(value.year, value.month, lang)
