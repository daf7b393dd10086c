"""The days that Viet Nam commemorates.

>>> import ngayle
>>> for day in ngayle.listing("2023-07")[-1:]:
...     print(day.date, day.years, day.name)
2023-07-28 28 Việt Nam gia nhập ASEAN

Nothing else is imported until it is asked for: :mod:`ngayle.lunar` alone needs none of it.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself would cost most of the time that ngayle.lunar takes
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ngayle.catalogue import Catalogue as Catalogue
    from ngayle.catalogue import load as load
    from ngayle.checking import check as check
    from ngayle.errors import CatalogueError as CatalogueError
    from ngayle.errors import NgayleError as NgayleError
    from ngayle.errors import RequestError as RequestError
    from ngayle.errors import UnknownName as UnknownName
    from ngayle.lunar import LunarDate as LunarDate
    from ngayle.model import Anniversary as Anniversary
    from ngayle.model import Name as Name
    from ngayle.model import Occurrence as Occurrence
    from ngayle.occurrences import Listing as Listing
    from ngayle.period import Asked
    from ngayle.period import Period as Period
    from ngayle.period import parse as parse
    from ngayle.render.records import Record as Record
    from ngayle.resting import days_off as days_off
    from ngayle.resting import is_working_day as is_working_day
    from ngayle.resting import next_working_day as next_working_day
    from ngayle.resting import working_days as working_days
    from ngayle.units.selection import Selection as Selection
    from ngayle.units.selection import select as select
    from ngayle.words.lines import line as line

__version__ = "0.1.0"

_HOMES = {
    "Anniversary": "model",
    "Catalogue": "catalogue",
    "CatalogueError": "errors",
    "Listing": "occurrences",
    "LunarDate": "lunar",
    "Name": "model",
    "NgayleError": "errors",
    "Occurrence": "model",
    "Period": "period",
    "Record": "render.records",
    "RequestError": "errors",
    "Selection": "units.selection",
    "UnknownName": "errors",
    "check": "checking",
    "days_off": "resting",
    "is_working_day": "resting",
    "line": "words.lines",
    "load": "catalogue",
    "next_working_day": "resting",
    "parse": "period",
    "select": "units.selection",
    "working_days": "resting",
}
"""In which module each exported name is."""


def listing(
    period: Asked,
    *,
    provinces: str | Iterable[str] = (),
    sectors: str | Iterable[str] = (),
    only_sectors: str | Iterable[str] = (),
    rank: int | None = None,
    reserved: bool = False,
    everything: bool = False,
    jubilees: bool = False,
    catalogue: Catalogue | None = None,
) -> Listing:
    """The occurrences that touch a period: by date, then rank, then older origin, then name.

    ``period``: "2023-07" or another of the forms of :func:`ngayle.period.parse`, a Period, a date,
    a first and a last date, or a year and a month. ``provinces``, ``sectors``, ``only_sectors``:
    names, slugs or codes, as ``--province``, ``--sector`` and ``--only-sector`` take them.
    ``rank``: nothing beyond it, 1 to 5, usually 4. ``reserved``: also what offices print only when
    told from above. ``everything``: all layers in all years. ``jubilees``: only counts that end in
    0 or 5. ``catalogue``: what :func:`load` gives, for overlays.

    The listing has ``remarks`` on what was asked for and has by then gone into another body. Raises
    RequestError for a period or name not understood, and for a province that did not exist then;
    TypeError for a period of no known form.
    """
    from ngayle.catalogue import given
    from ngayle.occurrences import Listing, occurrences
    from ngayle.period import as_period
    from ngayle.units.selection import select

    wanted = as_period(period)
    catalogue = given(catalogue)
    selection, remarks = select(
        catalogue,
        wanted,
        provinces=provinces,
        sectors=sectors,
        only_sectors=only_sectors,
        rank=rank,
        reserved=reserved,
        everything=everything,
        jubilees=jubilees,
    )
    return Listing(occurrences(catalogue, wanted, selection), wanted, remarks)


def on(
    day: date,
    *,
    provinces: str | Iterable[str] = (),
    sectors: str | Iterable[str] = (),
    only_sectors: str | Iterable[str] = (),
    rank: int | None = None,
    reserved: bool = False,
    everything: bool = False,
    jubilees: bool = False,
    catalogue: Catalogue | None = None,
) -> Listing:
    """The occurrences that begin on a day; what began before and goes on is left out.

    The options are those of :func:`listing`. Raises what it raises, and TypeError for more than a
    day.
    """
    from ngayle.occurrences import Listing

    found = listing(
        day,
        provinces=provinces,
        sectors=sectors,
        only_sectors=only_sectors,
        rank=rank,
        reserved=reserved,
        everything=everything,
        jubilees=jubilees,
        catalogue=catalogue,
    )
    first = found.period.first
    if found.period.last != first:
        raise TypeError(f"on takes one day, not {day!r}")
    return Listing([o for o in found if o.date == first], found.period, found.remarks)


def next(  # ngayle.next reads as what it does
    name: str, after: date, *, catalogue: Catalogue | None = None
) -> Occurrence | None:
    """The next occurrence, on ``after`` or later, of the anniversary of an id or a name.

    In the years in which it is kept. None if the calendar has no more. Raises UnknownName, a
    RequestError and a KeyError, for what is no entry, RequestError, with the candidates, for a name
    that several have, and TypeError for a name that is no text or a day that is no date.
    """
    from ngayle.catalogue import given
    from ngayle.occurrences import next_occurrences
    from ngayle.period import as_period

    if not isinstance(name, str):
        raise TypeError(f"a name is a text, not {name!r}")
    if isinstance(after, str):
        raise TypeError(f"a day is a date, not {after!r}")
    after = as_period(after).first
    catalogue = given(catalogue)
    anniversary = catalogue[catalogue.names.find(name)]
    found = next_occurrences(catalogue, anniversary, after, 1)
    return found[0] if found else None


def find(text: str, *, catalogue: Catalogue | None = None) -> list[Anniversary]:
    """The anniversaries that a person may mean, the likeliest first; with or without marks.

    Those of that id or name, then those whose names have all of its words; by rank. "20/11",
    "20-11" or "ngày 20 tháng 11" finds the days of 20 November, and those of the lunar day after
    them; "10/3 âm lịch" those alone. An empty list if there is none. Raises TypeError for what is
    no text.
    """
    if not isinstance(text, str):
        raise TypeError(f"a name is needed, not {text!r}")
    from ngayle.catalogue import given
    from ngayle.units.names import search

    return search(given(catalogue), text)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name in _HOMES:
            from importlib import import_module

            value = getattr(import_module(f"ngayle.{_HOMES[name]}"), name)
            globals()[name] = value
            return value
        raise AttributeError(f"module 'ngayle' has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__} - {"TYPE_CHECKING", "annotations"})


__all__ = [
    "Anniversary",
    "Catalogue",
    "CatalogueError",
    "Listing",
    "LunarDate",
    "Name",
    "NgayleError",
    "Occurrence",
    "Period",
    "Record",
    "RequestError",
    "Selection",
    "UnknownName",
    "check",
    "days_off",
    "find",
    "is_working_day",
    "line",
    "listing",
    "load",
    "next",
    "next_working_day",
    "on",
    "parse",
    "select",
    "working_days",
]
