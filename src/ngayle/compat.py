"""For programs that used another library: what they expect, from the data of ngayle."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ngayle.resting import days_off


def holidays_vn(
    years: int | Iterable[int],
    *,
    audience: str = "co-quan",
    lang: str = "vi",
    strict: bool = True,
) -> dict[date, str]:
    """Days off by date, as ``holidays.VN(years=…)`` gives them: a mapping of a date to its name.

    Days off by law, in lieu and by swap; a day of a weekend that is worked is none of them, ask
    :func:`ngayle.resting.is_working_day`. Two occasions on one day are joined by "; ". Raises
    what :func:`ngayle.resting.days_off` raises, NotAnnounced for a coming year among others.
    """
    found: dict[date, str] = {}
    for year in [years] if isinstance(years, int) else sorted(set(years)):
        for day in days_off(str(year), audience=audience, strict=strict):
            if day.kind == "swap-work":
                continue
            name = day.said_in(lang)
            found[day.date] = f"{found[day.date]}; {name}" if day.date in found else name
    return found
