"""Which entries can fall in a period, without looking at the others.

Every rule is filed under the days or months on which it can fall; a period asks for its own days
and months. Keys: "s0727" a solar day, "l0310" a lunar day, "m07" and "n03" solar and lunar months.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ngayle import lunar
from ngayle.rules import (
    LunarDay,
    LunarSpan,
    Month,
    Moved,
    Offset,
    Once,
    Rule,
    SolarDay,
    SolarSpan,
    Week,
    Weekday,
)

LONG = 330
"""From so many days on, a period is taken to touch everything."""


def keys(rule: Rule) -> Iterator[str]:
    """The keys under which a rule is filed."""
    match rule:
        case SolarDay(month=2, day=29):
            yield from ("s0228", "s0229")
        case SolarDay(month=month, day=day):
            yield f"s{month:02d}{day:02d}"
        case LunarDay(month=month, day=day):
            yield f"l{month:02d}{day:02d}"
        case Weekday(month=month) | Month(month=month):
            yield f"m{month:02d}"
        case Week(month=month):
            yield from _months("m", month, month + 1)
        case SolarSpan() | LunarSpan():
            prefix = "n" if rule.lunar else "m"
            yield from _months(prefix, rule.first.month, rule.last.month + 12 * rule.ends_next_year)
        case Once(first=start_day, last=end_day):
            months = (end_day.year - start_day.year) * 12 + end_day.month
            yield from _months("m", start_day.month, min(months, start_day.month + 11))
        case Moved(of=of, moved=moved):
            yield from keys(of)
            for days in (days for _, days in moved if days):
                yield from keys(Once(*days))
        case Offset(days=days, of=of):
            before, after = (-((31 - days) // 28), 0) if days < 0 else (0, (days + 30) // 28)
            for key in keys(of):
                month = int(key[1:3])
                yield from _months("n" if key[0] in "ln" else "m", month + before, month + after)


def _months(prefix: str, first: int, last: int) -> Iterator[str]:
    for month in range(first, min(last, first + 11) + 1):
        yield f"{prefix}{(month - 1) % 12 + 1:02d}"


def build(entries: Iterable[tuple[str, Rule]]) -> dict[str, list[int]]:
    """File the positions of entries, given as layer and rule, under their keys.

    The provinces' own days stand apart, under keys with a "p" before them: most listings skip them.
    """
    index: dict[str, list[int]] = {}
    for position, (layer, rule) in enumerate(entries):
        apart = "p" if layer.startswith("province") else ""
        for key in dict.fromkeys(keys(rule)):
            index.setdefault(apart + key, []).append(position)
    return index


def candidates(
    index: Mapping[str, Sequence[int]], first: date, last: date, provincial: bool
) -> Sequence[int]:
    """Positions, in order, of all entries that may fall in the period (and of few that do not)."""
    if (last - first).days >= LONG:
        wanted = {key.removeprefix("p") for key in index}
    else:
        wanted = _keys_of_days(first, last)
    if provincial:
        wanted |= {f"p{key}" for key in wanted}
    found: set[int] = set()
    for key in wanted:
        found.update(index.get(key, ()))
    return sorted(found)


def _keys_of_days(first: date, last: date) -> set[str]:
    wanted = set()
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        wanted |= {f"s{day.month:02d}{day.day:02d}", f"m{day.month:02d}"}
        moon = lunar.known(day)
        if moon:
            wanted |= {f"l{moon.month:02d}{moon.day:02d}", f"n{moon.month:02d}"}
            if moon.day == 29:
                # the last day of a short month also stands for day 30
                wanted.add(f"l{moon.month:02d}30")
    return wanted
