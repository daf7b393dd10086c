"""Warn when the decision on the days off of a coming year should be in the data and is not.

    python tools/check_decisions.py "$(date +%F)"

Decisions came from July of the year before to 11 January of the year itself. So from July on next
year's is asked for, and at any time this year's. Exit 1 with a line for each year that is missing.
"""

from __future__ import annotations

import sys
from datetime import date

from ngayle.resting import announced

JULY = 7


def missing(today: date) -> list[int]:
    """The years whose decision should be out and is not in the data."""
    wanted = [today.year, *([today.year + 1] if today.month >= JULY else [])]
    return [year for year in wanted if not announced(year)]


def main(arguments: list[str]) -> int:
    """Run the check."""
    try:
        (given,) = arguments
        today = date.fromisoformat(given)
    except ValueError:
        print(f"{' '.join(arguments)!r}: give one day, as 2027-07-15", file=sys.stderr)
        return 2
    years = missing(today)
    for year in years:
        print(
            f"data/days-off.toml: no [[decision]] for {year} yet (asked on {today}); look for the"
            f" letter of the Government Office on nghỉ Tết Âm lịch và Quốc khánh {year}"
        )
    return 1 if years else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
