"""The days that Viet Nam commemorates.

>>> import ngayle
>>> for day in ngayle.listing("2023-07")[-1:]:
...     print(day.date, day.years, day.name.text)
2023-07-28 28 Việt Nam gia nhập ASEAN
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ngayle.catalogue import Catalogue, load
from ngayle.errors import CatalogueError, NgayleError, RequestError
from ngayle.model import Anniversary, Occurrence
from ngayle.occurrences import occurrences
from ngayle.period import Period, parse
from ngayle.units.selection import Selection, select
from ngayle.words.lines import line


def listing(
    period: str | Period,
    *,
    provinces: Iterable[str] = (),
    sectors: Iterable[str] = (),
    everything: bool = False,
    jubilees: bool = False,
    catalogue: Catalogue | None = None,
) -> list[Occurrence]:
    """The occurrences that touch a period, in order of date, weight and name.

    ``period``: "2023-07" or another of the forms of :func:`ngayle.period.parse`. ``provinces`` and
    ``sectors``: names or slugs, as ``--province`` and ``--sector`` take them. ``everything``: all
    layers in all years. ``jubilees``: only counts that end in 0 or 5. ``catalogue``: what
    :func:`load` gives, for overlays. Raises RequestError for a period or name not understood, and
    for a province that did not exist then.
    """
    catalogue = load() if catalogue is None else catalogue
    wanted = period if isinstance(period, Period) else parse(period)
    selection, _ = select(
        catalogue,
        wanted,
        provinces=provinces,
        sectors=sectors,
        everything=everything,
        jubilees=jubilees,
    )
    return occurrences(catalogue, wanted, selection)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        # importlib.metadata costs more than a listing: only for those who ask
        from importlib.metadata import version

        return version("ngayle")
    raise AttributeError(f"module 'ngayle' has no attribute {name!r}")


__all__ = [
    "Anniversary",
    "Catalogue",
    "CatalogueError",
    "NgayleError",
    "Occurrence",
    "Period",
    "RequestError",
    "Selection",
    "line",
    "listing",
    "load",
    "occurrences",
    "parse",
]
