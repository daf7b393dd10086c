"""A listing costs what falls in its period, not what the catalogue holds.

Run: python benchmarks/overlay.py

Overlays of 1,000, 10,000 and 100,000 entries, of which the same 500 fall in the month asked for:
the time of the listing, once loaded, must stay the same. Then, with 100,000 entries spread over the
year, periods of growing length: the time must grow with the occurrences.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from ngayle import Catalogue, Period, load, parse
from ngayle.occurrences import occurrences

RUNS = 7


def overlay(size: int, in_june: int | None) -> Iterator[str]:
    """Tables of days: ``in_june`` of them in June, the others elsewhere; or all spread evenly."""
    for number in range(size):
        if in_june is None:
            month, day = number % 12 + 1, number // 12 % 28 + 1
        elif number < in_june:
            month, day = 6, number % 28 + 1
        else:
            month, day = (1, 3, 9, 10, 11)[number % 5], number // 5 % 28 + 1
        yield (
            f'[[anniversary]]\nid = "x-{number}"\nname = "Ngày số {number}"\nkind = "day"\n'
            f'origin = "1950-{month:02d}-{day:02d}"\n'
        )


def loaded(folder: Path, size: int, in_june: int | None) -> tuple[Catalogue, float]:
    """A catalogue with such an overlay, and the seconds that loading took."""
    path = folder / f"{size}-{in_june}.toml"
    path.write_text("\n".join(overlay(size, in_june)), encoding="utf-8")
    start = time.perf_counter()
    catalogue = load(path)
    return catalogue, time.perf_counter() - start


def cost(catalogue: Catalogue, period: Period) -> tuple[int, float]:
    """How many occurrences, and the median of the milliseconds that listing them takes."""
    found = occurrences(catalogue, period)
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        occurrences(catalogue, period)
        times.append(time.perf_counter() - start)
    return len(found), statistics.median(times) * 1000


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        base = None
        print("500 overlay entries in June 2023, the others in other months")
        for size in (1_000, 10_000, 100_000):
            catalogue, seconds = loaded(Path(name), size, 500)
            number, ms = cost(catalogue, parse("2023-06"))
            base = base or ms
            print(
                f"{size:>8} entries, loaded in {seconds:5.1f} s: "
                f"{number} occurrences, {ms:6.1f} ms, ratio {ms / base:.2f}"
            )
        print("100,000 overlay entries spread over the year")
        catalogue, _ = loaded(Path(name), 100_000, None)
        for text in ("2023-06-10", "2023-06-10..2023-06-13", "2023-06", "2023-06..2023-08"):
            number, ms = cost(catalogue, parse(text))
            print(
                f"{text:>24}: {number:>6} occurrences, {ms:7.1f} ms, "
                f"{ms * 1000 / number:5.1f} µs each"
            )


if __name__ == "__main__":
    main()
