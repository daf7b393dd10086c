"""Lunar conversions a second beside other libraries, in one run, both ways.

    python benchmarks/lunar.py

Exits 1 if any installed library is faster either way. The others are ``lunardate``, ``lunar-vn``
and ``vnlunar``; those that are not installed are skipped, and the output says so.
"""

from __future__ import annotations

import importlib
import random
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from ngayle.lunar import LunarDate, from_date

SOLAR_FIRST, SOLAR_LAST = date(1902, 1, 1), date(2098, 12, 31)
ROUNDS = 7
SAMPLE = 2_000
SECONDS_A_ROUND = 0.1

Moon = tuple[int, int, int, bool]
To = Callable[[date], object]
Back = Callable[[Moon], object]


def ngayle() -> tuple[To, Back]:
    return from_date, lambda moon: LunarDate(*moon).to_solar_date()


def of_lunardate() -> tuple[To, Back]:
    kind: Any = importlib.import_module("lunardate").LunarDate
    return (
        lambda day: kind.from_solar_date(day.year, day.month, day.day),
        lambda moon: kind(*moon).to_solar_date(),
    )


def of_lunar_vn() -> tuple[To, Back]:
    core: Any = importlib.import_module("lunar_vn.core")
    return (
        core.solar_to_lunar,
        lambda moon: core.convert_lunar_to_solar(moon[2], moon[1], moon[0], int(moon[3])),
    )


def of_vnlunar() -> tuple[To, Back]:
    core: Any = importlib.import_module("vnlunar")
    return (
        lambda day: core.get_lunar_date(day.day, day.month, day.year),
        lambda moon: core.get_solar_date(moon[2], moon[1], moon[0], int(moon[3])),
    )


def rate(convert: Callable[[Any], object], sample: Sequence[Any]) -> float:
    """Conversions a second: the best of several rounds over a sample."""
    best = 0.0
    for _ in range(ROUNDS):
        done, start = 0, time.perf_counter()
        while (elapsed := time.perf_counter() - start) < SECONDS_A_ROUND:
            for item in sample:
                convert(item)
            done += len(sample)
        best = max(best, done / elapsed)
    return best


def main() -> int:
    """Measure, print, and say whether the goal holds."""
    pick = random.Random(3)
    span = (SOLAR_LAST - SOLAR_FIRST).days
    days = [SOLAR_FIRST + timedelta(pick.randint(0, span)) for _ in range(SAMPLE)]
    # Ordinary months up to day 29: every calendar has these dates.
    moons = [
        (pick.randint(1902, 2098), pick.randint(1, 12), pick.randint(1, 29), False)
        for _ in range(SAMPLE)
    ]

    def both(to: To, back: Back) -> tuple[float, float]:
        return rate(to, days), rate(back, moons)

    own_to, own_back = both(*ngayle())
    print(f"{'':12}{'solar to lunar':>24}{'lunar to solar':>24}")
    print(f"{'ngayle':12}{own_to:>14,.0f}/s        {own_back:>14,.0f}/s")
    ahead = True
    for name, load in (
        ("lunardate", of_lunardate),
        ("lunar-vn", of_lunar_vn),
        ("vnlunar", of_vnlunar),
    ):
        try:
            convert = load()
        except ImportError:
            print(f"{name:12}not installed: skipped")
            continue
        to, back = both(*convert)
        print(
            f"{name:12}{to:>14,.0f}/s {own_to / to:>6,.1f}x"
            f"{back:>14,.0f}/s {own_back / back:>6,.1f}x"
        )
        ahead = ahead and to < own_to and back < own_back
    print("ngayle is ahead of each, both ways" if ahead else "ngayle is NOT ahead of each")
    return 0 if ahead else 1


if __name__ == "__main__":
    raise SystemExit(main())
