"""When a day falls, in words: "ngày 27/7", "Chủ nhật thứ 2 của tháng 5"."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ngayle.rules import (
    LunarDay,
    LunarSpan,
    Month,
    Moved,
    Nearest,
    Offset,
    Once,
    Several,
    SolarDay,
    SolarSpan,
    Week,
    Weekday,
    Weekdays,
)
from ngayle.words import dates
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from datetime import date

    from ngayle.rules import Rule


def rule(value: Rule, lang: str = "vi") -> str:
    """A rule as a person says it."""
    match value:
        case SolarDay() | LunarDay():
            return _day(value, lang)
        case SolarSpan() | LunarSpan():
            return say(lang, "from_to", first=_day(value.first, lang), last=_day(value.last, lang))
        case Weekday():
            return say(lang, "rule.nth_of_month", nth=_nth(value, lang), month=value.month)
        case Weekdays():
            return _weekdays(value, lang)
        case Nearest():
            weekday = say(lang, f"weekday.{value.weekday}")
            return say(lang, f"rule.{value.side}", weekday=weekday, day=_day(value.day, lang))
        case Week():
            code = "rule.last_week" if value.nth < 0 else "rule.week"
            return say(lang, code, nth=value.nth, month=value.month)
        case Month():
            return say(lang, "rule.month", month=value.month)
        case Once():
            return say(lang, "from_to", first=_date(value.first), last=_date(value.last))
        case Several():
            return "; ".join(rule(part, lang) for part in value.rules)
        case Offset():
            of = rule(value.of, lang)
            if value.to is not None:
                return say(lang, "rule.around", first=value.days, last=value.to, day=of)
            code = "rule.days_before" if value.days < 0 else "rule.days_after"
            return say(lang, code, days=abs(value.days), day=of)
        case Moved():
            moved = [
                f"{year}: {_days(days)}" if days else f"{year}: -" for year, days in value.moved
            ]
            return "; ".join([rule(value.of, lang), *moved])
        case _:
            assert_never(value)


def _date(value: date) -> str:
    return dates.full_date(value)


def _days(days: tuple[date, date]) -> str:
    return " - ".join(dict.fromkeys(map(_date, days)))


def _day(value: SolarDay | LunarDay, lang: str) -> str:
    text = dates.day_month(value.day, value.month)
    return f"{text} {say(lang, 'lunar')}" if value.lunar else text


def _nth(value: Weekday, lang: str) -> str:
    weekday = say(lang, f"weekday.{value.weekday}")
    return say(lang, "rule.last" if value.nth < 0 else "rule.nth", weekday=weekday, nth=value.nth)


def _weekdays(value: Weekdays, lang: str) -> str:
    weekday = say(lang, f"weekday.{value.weekday}")
    if value.nths:
        nths = [str(nth) for nth in value.nths if nth > 0]
        nths += [say(lang, "rule.very_last") for nth in value.nths if nth < 0]
        text = say(lang, "rule.nths", weekday=weekday, nths=", ".join(nths))
    else:
        text = say(lang, "rule.weekly", weekday=weekday)
    if not value.months:
        return text if not value.nths else say(lang, "rule.monthly", days=text)
    return say(lang, "rule.in_months", days=text, months=", ".join(map(str, value.months)))
