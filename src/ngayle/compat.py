"""For programs that used another library: what they expect, from the data of ngayle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from ngayle.resting import days_off


class DaysOff(dict[date, str]):
    """Names of days off by date, as ``holidays.VN`` gives them.

    A key is a date, a datetime (its own day) or a text that ``date.fromisoformat`` reads; for any
    other TypeError or ValueError is raised. A year that was not asked for is added when one of its
    days is: NotAnnounced if its decision is not out.
    """

    def __init__(self, years: Iterable[int], audience: str, lang: str, *, strict: bool) -> None:
        super().__init__()
        self.years: set[int] = set()
        self._options: dict[str, Any] = {"audience": audience, "strict": strict}
        self._lang = lang
        for year in sorted(set(years)):
            self._add(year)

    def _add(self, year: int) -> None:
        for day in days_off(str(year), **self._options):
            if day.kind == "swap-work":
                continue
            name, before = day.said_in(self._lang), super().get(day.date)
            self[day.date] = f"{before}; {name}" if before else name
        self.years.add(year)

    def _day(self, key: object) -> date:
        if isinstance(key, str):
            key = date.fromisoformat(key)
        if not isinstance(key, date):
            raise TypeError(f"a date is needed, not {key!r}")
        day = key.date() if isinstance(key, datetime) else key
        if day.year not in self.years:
            self._add(day.year)
        return day

    def __contains__(self, key: object) -> bool:
        return super().__contains__(self._day(key))

    def __getitem__(self, key: date | str) -> str:
        return super().__getitem__(self._day(key))

    def get(self, key: date | str, default: Any = None) -> Any:
        """The name of a day, or ``default``."""
        return super().get(self._day(key), default)


def holidays_vn(
    years: int | Iterable[int],
    *,
    audience: str = "co-quan",
    lang: str = "vi",
    strict: bool = True,
) -> DaysOff:
    """Days off by date, as ``holidays.VN(years=…)`` gives them: a mapping of a date to its name.

    Days off by law, in lieu and by swap; a day of a weekend that is worked is none of them, ask
    :func:`ngayle.resting.is_working_day`. Two occasions on one day are joined by "; ". Raises
    what :func:`ngayle.resting.days_off` raises, NotAnnounced for a coming year among others.
    """
    asked = [years] if isinstance(years, int) else list(years)
    return DaysOff(asked, audience, lang, strict=strict)
