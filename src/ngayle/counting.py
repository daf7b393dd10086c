"""How many years an anniversary counts, and which counts are round.

* Count = year of the occurrence - year of the origin, both of the rule's calendar: Gregorian years
  for days kept by the sun, lunar years for days kept by the moon; an origin known by the other
  calendar is converted (:attr:`ngayle.model.Anniversary.counted_from`). Births, deaths and events
  count alike. An entry that counts inclusively has one more: "giai đoạn 2016 - 2020" is 5 years.
* The year of a span is that of the occurrence that holds the day: of a festival from 28/12 to 05/01
  that began on 02/01/2019, the days from 28/12/2026 on are the 8th anniversary, (02/01/2019 -
  02/01/2027).
* Nothing is counted in or before the year of the origin, and nothing without an origin.
* A count that ends in 0 is a năm tròn, one that ends in 5 a năm lẻ 5: Decree 145/2013/NĐ-CP and
  Decree 111/2018/NĐ-CP, article 3.

What happens to 29 February and to lunar day 30 is written in :mod:`ngayle.rules`.
"""

from __future__ import annotations

from datetime import date

from ngayle import lunar
from ngayle.model import Anniversary, Jubilee, PartialDate
from ngayle.rules import (
    LunarDay,
    LunarSpan,
    Moved,
    Nearest,
    Offset,
    Once,
    Rule,
    Several,
    SolarDay,
    SolarSpan,
    Week,
    days_in,
    last_of_month,
)


def count(anniversary: Anniversary, year: int) -> int | None:
    """Years at the occurrence of ``year`` (of the rule's calendar), at least 1, or None."""
    start = anniversary.counted_from
    if start is None:
        return None
    years = year - first_of(anniversary.rule, start) + anniversary.inclusive
    return years if years > 0 else None


def first_of(rule: Rule, origin: PartialDate) -> int:
    """The year of the rule whose days hold the origin, or the origin's own if none do.

    They differ where a span, a week or a weekday begins in one year and ends in the next.
    """
    if isinstance(rule, SolarDay | LunarDay):  # most of all, and quick
        return origin.year
    while isinstance(rule, Offset | Moved):
        if isinstance(rule, Offset) and not holds(rule.of, origin):
            return origin.year
        rule = rule.of
    match rule:
        case SolarSpan() | LunarSpan():
            first, last = (rule.first.month, rule.first.day), (rule.last.month, rule.last.day)
            return origin.year - (rule.ends_next_year and _before(origin, first, last))
        case Once() if rule.first.year < rule.last.year:
            first, last = (rule.first.month, rule.first.day), (rule.last.month, rule.last.day)
            long = rule.last.year > rule.first.year + 1
            return origin.year - _before(origin, first, (12, 31) if long else last)
        case Several():
            held = [first_of(part, origin) for part in rule.rules if holds(part, origin)]
            return held[0] if held else origin.year
        case Week() | Nearest():
            if isinstance(rule, Nearest) and holds(rule.day, origin):
                return origin.year
            for year in (origin.year, origin.year - 1, origin.year + 1):
                if _falls_on(rule, year, origin):
                    return year
    return origin.year


def _before(origin: PartialDate, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether the origin lies in the part of a span that is in the year after its first day."""
    if origin.month is None:
        return False
    if origin.day is None:
        return origin.month < first[0] and origin.month <= last[0]
    day = origin.month, origin.day
    return day < first and day <= last


def holds(rule: Rule, origin: PartialDate) -> bool:
    """Whether an origin, in the rule's calendar, can lie on the rule's days of some year.

    What is not known of it is no contradiction; nor is a year that the calendar does not reach.
    """
    if origin.month is None:
        return True
    match rule:
        case Moved():
            return holds(rule.of, origin)
        case Offset():
            return holds(rule.of, origin) or _near(rule, origin)
        case Several():
            return any(holds(part, origin) for part in rule.rules)
        case SolarDay() | LunarDay():
            return origin.month == rule.month and origin.day in (rule.day, None)
        case SolarSpan() | LunarSpan():
            days = (rule.first.month, rule.first.day), (rule.last.month, rule.last.day)
            return _within(origin, *days)
        case Once():
            if (rule.last - rule.first).days >= 365:
                return True
            days = (rule.first.month, rule.first.day), (rule.last.month, rule.last.day)
            return _within(origin, *days)
        case Nearest():
            return holds(rule.day, origin) or _near(rule, origin)
    return _near(rule, origin)


def _within(origin: PartialDate, first: tuple[int, int], last: tuple[int, int]) -> bool:
    assert origin.month is not None
    low = (origin.month, origin.day or 31)
    high = (origin.month, origin.day or 1)
    if last < first:
        return low >= first or high <= last
    return low >= first and high <= last


def _near(rule: Rule, origin: PartialDate) -> bool:
    years = range(origin.year - 1, origin.year + 2)
    if origin.day is None:
        return True
    return any(_falls_on(rule, year, origin) for year in years)


def _falls_on(rule: Rule, year: int, origin: PartialDate) -> bool:
    """Whether the days of a year hold a full origin."""
    day = day_of(rule, origin)
    if day is None or not 1 <= year <= lunar.LAST_YEAR:
        return False
    return any(first <= day <= last for first, last in days_in(rule, year))


def day_of(rule: Rule, origin: PartialDate) -> date | None:
    """A full date of the rule's calendar as a day; None if it is not full or out of reach."""
    if origin.month is None or origin.day is None:
        return None
    if not rule.lunar:
        day = min(origin.day, last_of_month(origin.year, origin.month).day)
        return date(origin.year, origin.month, day)
    if not lunar.FIRST_YEAR <= origin.year <= lunar.LAST_YEAR:
        return None
    return lunar.observed(origin.year, origin.month, origin.day)


def year_counted(anniversary: Anniversary, year: int, of: int, last: date) -> int:
    """The year that counts for an occurrence of ``year``, whose rule was asked for that ``of``.

    They differ for an offset alone: a rally two days before an anniversary counts with it, even on
    the other side of the New Year; a day that was itself the origin counts by its own, which may be
    in the year after that of the first day; ``last`` is the last one.
    """
    rule, start = anniversary.rule, anniversary.counted_from
    if not isinstance(rule, Offset) or start is None or start.month is None:
        return year
    if holds(rule.of, start):
        return of
    own = start.day and day_of(rule, PartialDate(year + 1, start.month, start.day))
    return year + 1 if own and own <= last else year


def closes(anniversary: Anniversary, years: int | None) -> PartialDate | None:
    """The anniversary's own day where ``years`` are counted: the origin, so many years on.

    As exact as the origin and in its calendar; None where nothing is counted.
    """
    start = anniversary.counted_from
    if start is None or years is None:
        return None
    end, month, day = start.year + years - anniversary.inclusive, start.month, start.day
    if month is None or day is None:
        return PartialDate(end, month)
    if anniversary.rule.lunar:
        if not holds(anniversary.rule, start):
            # an origin given by the sun can be a day off; what is known is the day that is kept
            return PartialDate(end)
        if lunar.FIRST_YEAR <= end <= lunar.LAST_YEAR:
            day = lunar.from_date(lunar.observed(end, month, day)).day
    elif (month, day) == (2, 29):
        day = last_of_month(end, 2).day
    return PartialDate(end, month, day)


def jubilee(years: int | None) -> Jubilee | None:
    """ "tron" for a count that ends in 0, "le5" for one that ends in 5, else None."""
    if years is None or years % 5:
        return None
    return "le5" if years % 10 else "tron"


def is_kept(
    anniversary: Anniversary, year: int, years: int | None, *, every_year: bool = False
) -> bool:
    """Whether the anniversary is kept in ``year``, where ``years`` are counted.

    Not before its first year (or its first count), not after its last; in round years only where
    ``observance.every`` says so, unless ``every_year``.
    """
    kept = anniversary.observance
    if kept.last_year is not None and year > kept.last_year:
        return False
    if kept.first_year is not None:
        if year < kept.first_year:
            return False
    elif anniversary.origin is not None and years is None:
        return False
    if every_year or kept.every == 1:
        return True
    return years is not None and years % kept.every == 0
