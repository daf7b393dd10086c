"""Random overlay entries of every rule form, counted a second time by going through the days.

    python tools/brute_overlays.py [--entries 1000] [--seed 15]

Days, counts and printed pairs of 1930 to 2100 are found here without the rules, the counting and
the lines of the library: from a list of all days with their dates in both calendars (of the lunar
table alone it is taken on trust; tests/test_lunar_oracles.py holds that against the moon). Prints
what differs, and how many occurrences were compared.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from calendar import isleap
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ngayle import load, lunar
from ngayle.occurrences import falls

FIRST, LAST = date(1930, 1, 1), date(2100, 12, 31)
ONE = timedelta(1)
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Span = tuple[date, date]
Day = tuple[int, int]


class Almanac:
    """Every day from 1925 to the end of the table, by its date in both calendars."""

    def __init__(self) -> None:
        self.moon: dict[date, tuple[int, int, int, bool]] = {}
        self.of_moon: dict[tuple[int, int, int], date] = {}
        day = date(1925, 1, 1)
        while day <= lunar.LAST_DAY:
            found = lunar.from_date(day)
            self.moon[day] = found.year, found.month, found.day, found.is_leap_month
            if not found.is_leap_month:
                self.of_moon[found.year, found.month, found.day] = day
            day += ONE

    def solar(self, year: int, month: int, day: int) -> date:
        """A day of the year; 29 February is the 28th where there is none."""
        if (month, day) == (2, 29) and not isleap(year):
            day = 28
        return date(year, month, day)

    def lunar(self, year: int, month: int, day: int) -> date | None:
        """A day of the ordinary month; the 30th is the last where there is none."""
        return self.of_moon.get((year, month, day)) or self.of_moon.get((year, month, day - 1))

    def day(self, is_lunar: bool, year: int, when: Day) -> date | None:
        """A day of either calendar."""
        return self.lunar(year, *when) if is_lunar else self.solar(year, *when)


ALMANAC = Almanac()


class Entry:
    """A random entry: what stands in the file, and its days by year of the rule."""

    def __init__(self, number: int, chance: random.Random) -> None:
        self.id, self.chance = f"e{number:04d}", chance
        self.form = FORMS[number % len(FORMS)]
        self.lunar = "lunar" in self.form
        self.anchor: dict[int, Span] = {}
        self.days: dict[int, list[Span]] = {}
        self.extra = ""
        self.only_days: set[Day] | None = None
        getattr(self, f"_{self.form.replace('lunar_', '').replace('solar_', '')}")()
        self.origin = self._origin()
        self.inclusive = chance.random() < 0.1 and self.origin is not None
        self._move()

    # --- the rules

    def _each(self, find: Any) -> None:
        for year in range(1926, 2102):
            found = find(year)
            if found:
                self.days[year] = found if isinstance(found, list) else [found]

    def _random_day(self) -> Day:
        month = self.chance.randint(1, 12)
        if self.lunar:
            return month, self.chance.randint(1, 30)
        return month, self.chance.randint(
            1, (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
        )

    def _one(self, when: Day) -> Any:
        def found(year: int) -> Span | None:
            day = ALMANAC.day(self.lunar, year, when)
            return (day, day) if day else None

        return found

    def _day(self) -> None:
        when = self._random_day()
        self.on = f'{{ {"lunar" if self.lunar else "solar"} = "{when[0]:02d}-{when[1]:02d}" }}'
        self.only_days = {when}
        self._each(self._one(when))

    def _span(self) -> None:
        a, b = self._random_day(), self._random_day()
        before = "lunar_" if self.lunar else ""
        self.on = (
            f'{{ {before}from = "{a[0]:02d}-{a[1]:02d}", {before}to = "{b[0]:02d}-{b[1]:02d}" }}'
        )
        self.ends = a, b

        def found(year: int) -> Span | None:
            first = ALMANAC.day(self.lunar, year, a)
            last = ALMANAC.day(self.lunar, year + (b < a), b)
            return (first, last) if first and last else None

        self._each(found)

    def _weekday(self) -> None:
        day, nth, month = (
            self.chance.randint(0, 6),
            self.chance.choice([1, 2, 3, 4, -1]),
            self.chance.randint(1, 12),
        )
        self.on = f'{{ weekday = "{NAMES[day]}", nth = {nth}, month = {month} }}'
        self._each(lambda year: _spans(_weekdays(year, month, day, [nth])))

    def _weekdays(self) -> None:
        day = self.chance.randint(0, 6)
        nths = self.chance.choice([None, [5], [1, 3], [2, -1], [1, 5]])
        months = (
            self.chance.choice([None, [1], [2, 11, 12]])
            if nths is None
            else self.chance.choice([None, [3, 4]])
        )
        self.on = f'{{ weekday = "{NAMES[day]}"'
        self.on += f", nth = {nths}" if nths else ""
        self.on += f", month = {months} }}" if months else " }"
        self._each(
            lambda year: _spans(
                [d for m in months or range(1, 13) for d in _weekdays(year, m, day, nths)]
            )
        )

    def _nearest(self) -> None:
        day, when = self.chance.randint(0, 6), self._random_day()
        side = self.chance.choice(["before", "after", "near"])
        key = f"lunar_{side}" if self.lunar else side
        self.on = f'{{ weekday = "{NAMES[day]}", {key} = "{when[0]:02d}-{when[1]:02d}" }}'
        self.only_days = {when}

        def found(year: int) -> Span | None:
            middle = ALMANAC.day(self.lunar, year, when)
            if middle is None:
                return None
            self.anchor[year] = middle, middle
            steps = {
                "before": range(-1, -8, -1),
                "after": range(1, 8),
                "near": (0, 1, -1, 2, -2, 3, -3),
            }
            its = next(d for s in steps[side] if (d := middle + s * ONE).weekday() == day)
            return its, its

        self._each(found)

    def _week(self) -> None:
        nth, month = self.chance.choice([1, 2, 3, 4, -1]), self.chance.randint(1, 12)
        self.on = f"{{ week = {nth}, month = {month} }}"
        self._each(lambda year: [(d, d + 6 * ONE) for d in _weekdays(year, month, 0, [nth])])

    def _month(self) -> None:
        month = self.chance.randint(1, 12)
        self.on = f"{{ month = {month} }}"
        self._each(lambda year: (min(d := _month_days(year, month)), max(d)))

    def _once(self) -> None:
        first = date(self.chance.randint(1970, 2095), 1, 1) + self.chance.randint(0, 364) * ONE
        last = first + self.chance.choice([0, 5, 40, 300, 500]) * ONE
        self.on = f'{{ start = "{first}", end = "{last}" }}'
        self.days[first.year] = [(first, last)]

    def _several(self) -> None:
        whens = sorted({self._random_day() for _ in range(3)})
        key = "lunar" if self.lunar else "solar"
        self.on = "[" + ", ".join(f'{{ {key} = "{m:02d}-{d:02d}" }}' for m, d in whens) + "]"
        self.only_days = set(whens)
        self._each(lambda year: sorted({s for w in whens if (s := self._one(w)(year))}))

    def _offset(self) -> None:
        of = f"{self.id}-of"
        when, a = self._random_day(), self.chance.randint(-40, 40)
        b = a if self.chance.random() < 0.6 else a + self.chance.randint(0, 30)
        key = "lunar" if self.lunar else "solar"
        self.extra = (
            f'[[anniversary]]\nid = "{of}"\nname = "Ngày gốc {of}"\nkind = "day"\n'
            f'on = {{ {key} = "{when[0]:02d}-{when[1]:02d}" }}\n'
        )
        self.on = f'{{ offset = {a if a == b else [a, b]}, of = "{of}" }}'
        self.only_days = {when}

        def found(year: int) -> Span | None:
            day = ALMANAC.day(self.lunar, year, when)
            if day is None:
                return None
            self.anchor[year] = day, day
            return day + a * ONE, day + b * ONE

        self._each(found)

    # --- the origin

    def _origin(self) -> tuple[bool, int, Day | None, int | None] | None:
        """Whether lunar, year, month and day, month alone; or None."""
        kind = self.chance.choice(["none", "year", "month", "full", "on it", "on it", "other"])
        if kind == "none" or (kind == "month" and self.lunar):
            return None
        year = self.chance.randint(1931, 1990)
        if kind == "year":
            return self.lunar, year, None, None
        if kind == "month":
            return False, year, None, self.chance.randint(1, 12)
        if kind == "full":
            day = date(year, 1, 1) + self.chance.randint(0, 364) * ONE
        else:
            spans = (
                self.anchor and self.chance.random() < 0.5 and [self.anchor.get(year)]
            ) or self.days.get(year)
            if not spans or not spans[0]:
                return None
            first, last = self.chance.choice([span for span in spans if span])
            day = first + self.chance.randint(0, (last - first).days) * ONE
        moon = ALMANAC.moon[day]
        as_lunar = self.lunar if kind != "other" else not self.lunar
        if as_lunar and not moon[3]:
            return True, moon[0], (moon[1], moon[2]), None
        return False, day.year, (day.month, day.day), None

    def _move(self) -> None:
        self.kept = {year: list(spans) for year, spans in self.days.items()}
        self.moved = ""
        if (
            self.form in ("solar_day", "lunar_day", "solar_span", "month")
            and self.chance.random() < 0.3
        ):
            year = self.chance.randint(1995, 2090)
            first = date(year, self.chance.randint(1, 12), self.chance.randint(1, 28))
            last = first + self.chance.randint(1, 8) * ONE
            self.moved = f'moved = [{{ year = {year}, start = "{first}", end = "{last}" }}]\n'
            self.kept[year] = [(first, last)]

    def written(self) -> str:
        """As it stands in the file."""
        text = f'{self.extra}[[anniversary]]\nid = "{self.id}"\nname = "Tên {self.id}"\n'
        text += f'kind = "event"\non = {self.on}\n'
        text += self.moved
        if self.inclusive:
            text += 'count = "inclusive"\n'
        if self.origin:
            is_lunar, year, day, month = self.origin
            value = (
                f"{year}-{day[0]:02d}-{day[1]:02d}"
                if day
                else f"{year}-{month:02d}"
                if month
                else f"{year}"
            )
            text += f'{"origin_lunar" if is_lunar else "origin"} = "{value}"\n'
        return text

    # --- what is right

    def expected(self) -> list[tuple[date, date, int | None, str | None]]:
        """First and last day, count, and what the printed parenthesis holds, in order."""
        found: list[tuple[date, date, int | None, str | None]] = []
        for year, spans in self.kept.items():
            for number, (first, last) in enumerate(spans):
                if last < FIRST or last > LAST:
                    continue
                if self.origin is None:
                    found.append((first, last, None, None))
                    continue
                plain = self.days[year]
                k, closing = self._counted(year, plain[min(number, len(plain) - 1)])
                k += self.inclusive
                if k >= 1:
                    found.append((first, last, k, self._pair(closing, (first, last))))
        return sorted(found, key=lambda f: f[:2])

    def _start(self) -> tuple[int, Day | None, int | None]:
        """The origin in the calendar of the rule."""
        assert self.origin is not None
        is_lunar, year, day, month = self.origin
        if is_lunar == self.lunar or day is None:
            return year, day, (month if is_lunar == self.lunar else None)
        if is_lunar:
            there = ALMANAC.lunar(year, *day)
            assert there is not None
            return there.year, (there.month, there.day), None
        moon = ALMANAC.moon[date(year, *day)]
        return moon[0], (moon[1], moon[2]), None

    def _own_day(self, year: int) -> date | None:
        _, day, _ = self._start()
        return ALMANAC.day(self.lunar, year, day) if day else None

    def _year_of(self, day: date) -> int:
        return ALMANAC.moon[day][0] if self.lunar else day.year

    def _counted(self, year: int, span: Span) -> tuple[int, int]:
        """Years since the origin, and the year in which they are full."""
        start, day, month = self._start()
        anchored = self.form.endswith(("offset", "nearest"))
        others = self.only_days or set()
        if anchored and (day in others or (day is None and month in {m for m, _ in others})):
            # it is the anniversary of the other day
            return year - start, year
        if self.form.endswith("offset"):
            year = self._year_of(span[0])
        elif day is not None and not self.form.endswith(("_day", "several", "once")):
            held = self._held(start, day)
            if held is not None:
                return year - held, start + year - held
        if day is not None and self.form.endswith(("offset", "once")):
            for at in (year - 1, year, year + 1, year + 2):
                own = self._own_day(at)
                if own and span[0] <= own <= span[1]:
                    return at - start, at
        if month is not None and span[1].year > span[0].year:
            in_first = (
                date(span[0].year, month, _month_days(span[0].year, month)[-1].day) >= span[0]
            )
            in_next = date(span[0].year + 1, month, 1) <= span[1]
            if in_next and not in_first:
                return year + 1 - start, year + 1
        return year - start, year

    def _held(self, start: int, day: Day) -> int | None:
        """The year whose days hold the origin itself."""
        own = ALMANAC.day(self.lunar, start, day)
        for year in (start, start - 1, start + 1):
            if own and any(a <= own <= b for a, b in self.days.get(year, ())):
                return year
        return None

    def _pair(self, closing: int, kept: Span) -> str:
        start, day, month = self._start()
        if not self.lunar:
            if day:
                end = self._own_day(closing)
                assert end is not None
                return f"{_shown(day)}/{start} - {_shown((end.month, end.day))}/{closing}"
            if month:
                return f"{_month(month)}/{start} - {_month(month)}/{closing}"
            return f"{start} - {closing}"
        return f"{self._moons(closing, kept)} âm lịch, {start} - {closing}"

    def _moons(self, closing: int, kept: Span) -> str:
        start, day, _ = self._start()
        end = self._own_day(closing)
        if day and end and self._lies_on(start, day):
            return _shown(ALMANAC.moon[end][1:3])
        return " - ".join(dict.fromkeys(_moon(d) for d in kept))

    def _lies_on(self, start: int, day: Day) -> bool:
        if self.form == "lunar_span":
            a, b = self.ends
            return a <= day <= b if a <= b else day >= a or day <= b
        if day in (self.only_days or ()):
            return True
        if self.form.endswith(("_day", "several")):
            return False
        own = ALMANAC.lunar(start, *day)
        assert own is not None
        return any(
            a <= own <= b for y in (start - 1, start, start + 1) for a, b in self.days.get(y, ())
        )


def _spans(days: list[date]) -> list[Span]:
    return [(d, d) for d in sorted(set(days))]


def _month_days(year: int, month: int) -> list[date]:
    day, found = date(year, month, 1), []
    while day.month == month:
        found.append(day)
        day += ONE
    return found


def _weekdays(year: int, month: int, weekday: int, nths: list[int] | None) -> list[date]:
    days = [d for d in _month_days(year, month) if d.weekday() == weekday]
    if nths is None:
        return days
    return [days[n - 1] if n > 0 else days[-1] for n in nths if n <= len(days)]


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def _moon(day: date) -> str:
    _, month, number, leap = ALMANAC.moon[day]
    return f"{_shown((month, number))}{' nhuận' if leap else ''}"


def _shown(day: Any) -> str:
    return f"{day[1]:02d}/{_month(day[0])}"


FORMS = (
    *("solar_day", "lunar_day", "solar_span", "lunar_span", "weekday", "weekdays"),
    *("solar_nearest", "lunar_nearest", "week", "month", "once", "solar_several", "lunar_several"),
    *("solar_offset", "lunar_offset"),
)


def compare(entries: int, seed: int) -> tuple[int, list[str]]:
    """How many occurrences were compared, and what differs, a line an entry."""
    chance = random.Random(seed)
    made = [Entry(number, chance) for number in range(entries)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "own.toml")
        path.write_text("".join(entry.written() for entry in made), encoding="utf-8")
        catalogue = load(path)
    total, wrong = 0, []
    for entry in made:
        right = entry.expected()
        ours = []
        for o in falls(catalogue[entry.id], FIRST, LAST):
            text = str(o)
            pair = text[text.rindex("(") + 1 : -1] if o.years is not None else None
            if o.years is not None and not text.startswith(f"{o.years:02d} năm Tên {entry.id} ("):
                wrong.append(f"{entry.id}: {text}")
            ours.append((o.date, o.last, o.years, pair))
        # beyond the table the moon is not known
        ours = [f for f in ours if f[1] <= LAST]
        ours.sort(key=lambda f: f[:2])
        total += len(right)
        if ours != right:
            a, b = next(
                ((x, y) for x, y in zip(ours, right, strict=False) if x != y),
                (len(ours), len(right)),
            )
            wrong.append(f"{entry.form}: {a} instead of {b}\n{entry.written()}")
    return total, wrong


def main() -> int:
    """Compare; 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=15)
    arguments = parser.parse_args()
    total, wrong = compare(arguments.entries, arguments.seed)
    for line in wrong[:20]:
        print(line)
    print(f"{arguments.entries} entries, {total} occurrences compared, {len(wrong)} entries differ")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
