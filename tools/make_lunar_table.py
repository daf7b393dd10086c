"""Generate ``src/ngayle/_lunar_table.py``: the Vietnamese lunar calendar as integers.

    python tools/make_lunar_table.py            write the table
    python tools/make_lunar_table.py --check    exit 1 unless the table is what this script writes
    python tools/make_lunar_table.py --edges    list the new moons and terms near a change of day

Needs ``pyswisseph`` (a development dependency: nothing in the library imports it). Swiss Ephemeris
was chosen over PyEphem for its delta T (ephemeris time minus clock time): PyEphem's prediction is
5 s too large already in 2026 and says 225 s for 2100, where Swiss Ephemeris has 93 s, in line with
the rotation measured in the last decades. Its analytic (Moshier) mode needs no data files and is
good to about two seconds for a new moon. PyEphem is the independent witness in the tests.

The rules:

* A day is a civil day: in UTC+8 for an instant before 1968-01-01 00:00 of that clock, in UTC+7 from
  then on (Decision 121-CP of 8 August 1967). The change of clock cuts no month apart: the new
  moons on either side, of 31 December 1967 and 29 January 1968, are each counted in the clock of
  their own day, and so are the terms. Nothing before the change is computed again.
* A month begins on the day of the new moon.
* The month that holds the winter solstice is month 11.
* If 13 months lie between two months 11, the first of them without a principal term is a leap month
  and takes the number of the month before it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise, product
from pathlib import Path

import swisseph as swe  # type: ignore[import-not-found]  # it has no stubs

FIRST_YEAR, LAST_YEAR = 1901, 2100
TABLE = Path(__file__).resolve().parent.parent / "src" / "ngayle" / "_lunar_table.py"

DAY = 86_400
HOUR = 3_600
UNIX_EPOCH_JD = 2_440_587.5
UNIX_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
FLAGS = swe.FLG_MOSEPH | swe.FLG_SPEED

Clock = Callable[[int], int]  # from a second of UT since 1970 to seconds east of Greenwich
Term = tuple[int, int]  # a number (0 Tiểu hàn, 1 Đại hàn, ..., 23 Đông chí) and a second of UT
Month = tuple[int, int, int, bool]  # first day as an ordinal, year, month, is it a leap month
DONG_CHI = 23  # the odd numbers are the principal terms


def seconds(year: int, month: int, day: int) -> int:
    """Seconds from 1970 to midnight UT of a date."""
    return (date(year, month, day).toordinal() - UNIX_EPOCH_ORDINAL) * DAY


CLOCK_CHANGE = seconds(1968, 1, 1) - 8 * HOUR
PEKING_TIME_ENDS = seconds(1929, 1, 1) - 8 * HOUR
SOUTH_JOINS = seconds(1976, 1, 1) - 7 * HOUR


def vietnamese(instant: int) -> int:
    """The clock of the table, as seconds east of Greenwich."""
    return 8 * HOUR if instant < CLOCK_CHANGE else 7 * HOUR


def peking_local(instant: int) -> int:
    """The same, but in the local mean time of Peking (+7:45:40) until the end of 1928."""
    return 27_940 if instant < PEKING_TIME_ENDS else vietnamese(instant)


def southern(instant: int) -> int:
    """The same, but in UTC+8 until the end of 1975, as printed in Sài Gòn."""
    return 8 * HOUR if instant < SOUTH_JOINS else 7 * HOUR


# --- The sky --------------------------------------------------------------------------


def longitude(body: int, jd_et: float) -> tuple[float, float]:
    """Apparent longitude in degrees, and its change in degrees a day."""
    position, _ = swe.calc(jd_et, body, FLAGS)
    return position[0], position[3]


def solve(angle: Callable[[float], tuple[float, float]], target: float, guess: float) -> int:
    """The second of UT, nearest to a Julian day (ephemeris time), at which an angle has a value."""
    for _ in range(20):
        value, speed = angle(guess)
        step = ((target - value + 180) % 360 - 180) / speed
        guess += step
        if abs(step) < 1e-7:
            break
    else:
        raise ArithmeticError(f"no solution near JD {guess}")
    universal: float = guess - swe.deltat_ex(guess, swe.FLG_MOSEPH)
    return round((universal - UNIX_EPOCH_JD) * DAY)


def elongation(jd_et: float) -> tuple[float, float]:
    """How far the Moon is ahead of the Sun."""
    moon, moon_speed = longitude(swe.MOON, jd_et)
    sun, sun_speed = longitude(swe.SUN, jd_et)
    return moon - sun, moon_speed - sun_speed


def new_moons(first_year: int, last_year: int) -> list[int]:
    """Every new moon from a few weeks before the first year to a few weeks after the last."""
    found: list[int] = []
    guess, stop = swe.julday(first_year, 1, 1) - 45, swe.julday(last_year + 1, 1, 1) + 75
    while guess < stop:
        found.append(solve(elongation, 0, guess))
        guess = found[-1] / DAY + UNIX_EPOCH_JD + 29.53
    gaps = [later - earlier for earlier, later in pairwise(found)]
    assert all(29.2 * DAY < gap < 29.9 * DAY for gap in gaps), "a new moon is missing or doubled"
    return found


def terms(first_year: int, last_year: int) -> list[Term]:
    """Every term of these years."""
    return [
        (
            number,
            solve(
                lambda jd: longitude(swe.SUN, jd),
                (285 + 15 * number) % 360,
                swe.julday(year, 1, 5) + 0.6 + 15.22 * number,
            ),
        )
        for year in range(first_year, last_year + 1)
        for number in range(24)
    ]


# --- The rules ------------------------------------------------------------------------


def civil_day(instant: int, clock: Clock) -> int:
    """The ordinal (as of ``date.toordinal``) of the day on which a clock shows an instant."""
    return (instant + clock(instant)) // DAY + UNIX_EPOCH_ORDINAL


def calendar(moons: list[int], solar: list[Term], clock: Clock) -> list[Month]:
    """The months between the first and the last month 11."""
    starts = [civil_day(moon, clock) for moon in moons]
    principal = [(number, civil_day(second, clock)) for number, second in solar if number % 2]

    has_term: set[int] = set()
    elevens: list[tuple[int, int]] = []
    index = 0
    for number, day in principal:
        while index + 1 < len(starts) and starts[index + 1] <= day:
            index += 1
        has_term.add(index)
        if number == DONG_CHI:
            elevens.append((index, date.fromordinal(day).year))

    months: list[Month] = []
    for (eleven, year), (next_eleven, _) in pairwise(elevens):
        count = next_eleven - eleven
        assert count in (12, 13), f"{count} months after month 11 of {year}"
        leap = -1
        if count == 13:
            leap = next(i for i in range(eleven + 1, next_eleven) if i not in has_term)
        after_ten = 0
        for i in range(eleven, next_eleven):
            after_ten += i != leap
            from_first = 9 + after_ten
            months.append((starts[i], year + from_first // 12, from_first % 12 + 1, i == leap))
    return months


def named_days(months: list[Month]) -> Iterator[tuple[int, tuple[int, int, int, bool]]]:
    """Every day of the calendar with its lunar name."""
    for (start, year, month, leap), (end, *_) in pairwise(months):
        for ordinal in range(start, end):
            yield ordinal, (year, month, ordinal - start + 1, leap)


def doubts(moons: list[int], solar: list[Term], months: list[Month]) -> list[tuple[int, int, str]]:
    """Runs of days that another defensible computation names differently: (first, last, reason).

    "midnight": moving the new moons, the terms or both by up to two minutes either way, which is
    far more than ephemerides differ by, and about what predictions of delta T for 2100 differ by.
    """
    shifts: list[tuple[list[int], list[Term], Clock]] = [
        (
            [moon + by_moon for moon in moons],
            [(number, second + by_term) for number, second in solar],
            vietnamese,
        )
        for by_moon, by_term in product((-120, 0, 120), repeat=2)
    ]
    others: dict[str, list[tuple[list[int], list[Term], Clock]]] = {
        "midnight": shifts,
        "peking": [(moons, solar, peking_local)],
        "south": [(moons, solar, southern)],
    }
    chosen = dict(named_days(months))
    span = range(first_of(months, FIRST_YEAR), first_of(months, LAST_YEAR + 1))
    runs: list[tuple[int, int, str]] = []
    for reason, variants in others.items():
        named = [dict(named_days(calendar(*variant))) for variant in variants]
        doubtful = [day for day in span if any(names.get(day) != chosen[day] for names in named)]
        for day in doubtful:
            if runs and runs[-1][2] == reason and runs[-1][1] == day - 1:
                runs[-1] = (runs[-1][0], day, reason)
            else:
                runs.append((day, day, reason))
    return sorted(runs)


def first_of(months: list[Month], year: int) -> int:
    """The first day of a lunar year."""
    return next(start for start, y, month, _ in months if (y, month) == (year, 1))


# --- The file -------------------------------------------------------------------------


def render() -> str:
    """The text of the table."""
    moons, solar = new_moons(FIRST_YEAR - 1, LAST_YEAR + 1), terms(FIRST_YEAR - 1, LAST_YEAR + 1)
    months = calendar(moons, solar, vietnamese)
    first_day = first_of(months, FIRST_YEAR)

    codes: list[int] = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        code = leap = position = 0
        for (start, y, month, is_leap), (end, *_) in pairwise(months):
            if y != year:
                continue
            assert end - start in (29, 30)
            code |= (end - start - 29) << position
            position += 1
            leap = month if is_leap else leap
        assert position == 12 + bool(leap)
        codes.append(leap << 13 | code)

    by_year: dict[int, list[int]] = {year: [] for year in range(FIRST_YEAR, LAST_YEAR + 1)}
    for number, second in solar:
        day = date.fromordinal(civil_day(second, vietnamese))
        if day.year in by_year:
            assert day.month == number // 2 + 1
            by_year[day.year].append(day.day)
    base = [min(found[number] for found in by_year.values()) for number in range(24)]
    term_codes: list[int] = []
    for found in by_year.values():
        offsets = [day - least for day, least in zip(found, base, strict=True)]
        assert all(0 <= offset <= 3 for offset in offsets)
        term_codes.append(sum(offset << 2 * i for i, offset in enumerate(offsets)))

    lines = [
        "# Generated by tools/make_lunar_table.py; its --check compares. Do not edit.",
        '"""The Vietnamese lunar calendar as integers; `ngayle.lunar` reads them."""',
        "",
        "from __future__ import annotations",
        "",
        "# fmt: off",
        f"FIRST_YEAR = {FIRST_YEAR}",
        f"# The first day of the first year: {date.fromordinal(first_day)}.toordinal().",
        f"FIRST_DAY = {first_day}",
        "",
        "# One number a lunar year. Bits 0-12: has the n-th month of the year (the leap month",
        "# counted where it stands) 30 days? From bit 13 on: the leap month, 0 for none.",
        "YEARS: tuple[int, ...] = (",
        *grouped([f"0x{code:05x}" for code in codes], 10),
        ")",
        "",
        "# The earliest day of its month on which each of the 24 terms falls, from Tiểu hàn in",
        "# January to Đông chí in December: two terms a month.",
        "TERM_BASE: tuple[int, ...] = (",
        *grouped([str(day) for day in base], 24),
        ")",
        "# One number a solar year: two bits a term, the days it comes after its earliest day.",
        "TERMS: tuple[int, ...] = (",
        *grouped([f"0x{code:012x}" for code in term_codes], 5),
        ")",
        "",
        "# Days that another defensible computation names differently: first, last, reason.",
        "DOUBTS: tuple[tuple[int, int, str], ...] = (",
    ]
    for first, last, reason in doubts(moons, solar, months):
        note = f"# {date.fromordinal(first)} to {date.fromordinal(last)}"
        lines.append(f'    ({first}, {last}, "{reason}"),  {note}')
    lines += [")", ""]
    return "\n".join(lines)


def grouped(items: list[str], size: int) -> Iterator[str]:
    """Source lines of so many items each."""
    for i in range(0, len(items), size):
        yield "    " + ", ".join(items[i : i + size]) + ","


def edges() -> Iterator[str]:
    """The new moons and terms near a change of day, with their clock times."""
    moons, solar = new_moons(FIRST_YEAR - 1, LAST_YEAR + 1), terms(FIRST_YEAR - 1, LAST_YEAR + 1)
    instants = [("new moon", moon) for moon in moons]
    instants += [(f"term {number}", second) for number, second in solar]
    for name, instant in sorted(instants, key=lambda item: item[1]):
        local = instant + vietnamese(instant)
        if min(local % DAY, DAY - local % DAY) <= 120:
            yield f"within two minutes of midnight: {clock_time(instant, vietnamese)} {name}"
        for clock in (peking_local, southern):
            if civil_day(instant, clock) != civil_day(instant, vietnamese):
                here, there = clock_time(instant, vietnamese), clock_time(instant, clock)
                yield f"{clock.__name__}: {there} instead of {here} {name}"


def clock_time(instant: int, clock: Clock) -> str:
    """An instant as a date and a time of day in a clock."""
    of_day = (instant + clock(instant)) % DAY
    day = date.fromordinal(civil_day(instant, clock))
    return f"{day} {of_day // HOUR:02}:{of_day // 60 % 60:02}:{of_day % 60:02}"


def main() -> int:
    """Write, check or explain the table."""
    parser = argparse.ArgumentParser(description="Generate the lunar table from Swiss Ephemeris.")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--check", action="store_true", help="compare with the committed table")
    mode.add_argument("--edges", action="store_true", help="list what decides the doubtful days")
    options = parser.parse_args()
    if options.edges:
        print(*edges(), sep="\n")
        return 0
    text = render().encode()
    if not options.check:
        TABLE.write_bytes(text)
        print(f"wrote {TABLE.name}: {len(text)} bytes")
        return 0
    if TABLE.exists() and TABLE.read_bytes() == text:
        print(f"{TABLE.name} is what this script writes, byte for byte")
        return 0
    print(f"{TABLE.name} is not what this script writes: run it without --check", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
