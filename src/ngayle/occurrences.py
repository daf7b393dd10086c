"""From the catalogue to the occurrences of a period. Knows no format."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from ngayle import counting
from ngayle.catalogue import Catalogue
from ngayle.model import Anniversary, Occurrence
from ngayle.period import Period
from ngayle.rules import LAST_YEAR, year_of, years
from ngayle.units.selection import Selection

if TYPE_CHECKING:
    from ngayle.units.places import Map


DEFAULT = Selection()


def occurrences(
    catalogue: Catalogue, period: Period, selection: Selection = DEFAULT
) -> list[Occurrence]:
    """The occurrences that touch a period, by date, then weight, then name in Vietnamese order."""
    provincial = selection.everything or bool(selection.provinces)
    places = None
    if provincial:
        from ngayle.units.places import map_of

        places = map_of(catalogue)
    found = []
    for anniversary in catalogue.candidates(period.first, period.last, provincial=provincial):
        for occurrence in falls(anniversary, period.first, period.last, every_year=True):
            home = places is not None and _at_home(occurrence, selection, places)
            if _selected(occurrence, selection, home) and _unit_lives(occurrence, places):
                found.append(occurrence)
    return sorted(found, key=lambda o: o.order)


def falls(
    anniversary: Anniversary, first: date, last: date, *, every_year: bool = False
) -> Iterator[Occurrence]:
    """The occurrences of one anniversary that touch the days from ``first`` to ``last``."""
    rule = anniversary.rule
    for year in years(rule, first, last):
        days = rule.in_year(year)
        if days is None or days[1] < first or days[0] > last:
            continue
        # an offset may have crossed the New Year: the count belongs to the day itself
        its = year_of(rule, year, days)
        if not counting.is_kept(anniversary, its, every_year=every_year):
            continue
        count = counting.count(anniversary, its)
        yield Occurrence(
            anniversary,
            days[0],
            days[1] if days[1] > days[0] else None,
            its,
            count,
            counting.jubilee(count),
        )


def _at_home(occurrence: Occurrence, selection: Selection, places: Map) -> bool:
    """Whether, on that day, one of its provinces lies in what a province asked for lies in."""
    day = occurrence.date
    holders = {places.holder(asked, day) for asked in selection.provinces}
    return any(places.holder(slug, day) in holders for slug in occurrence.anniversary.provinces)


def _selected(occurrence: Occurrence, selection: Selection, home: bool) -> bool:
    anniversary = occurrence.anniversary
    if selection.jubilees and occurrence.jubilee is None:
        return False
    if selection.everything:
        return True
    if not anniversary.confirmed or (anniversary.layer == "province" and not home):
        return False
    if home:
        return True
    if not counting.is_kept(anniversary, occurrence.year):
        return False
    if anniversary.layer == "sector" and selection.sectors:
        return anniversary.sector in selection.sectors
    return anniversary.rank < 5


def _unit_lives(occurrence: Occurrence, places: Map | None) -> bool:
    """The founding day of a province ends with it, unless its successor keeps it."""
    anniversary = occurrence.anniversary
    if anniversary.unit_day != "ends" or places is None:
        return True
    return places.alive(anniversary.provinces[0], occurrence.date)


def next_occurrences(
    catalogue: Catalogue, anniversary: Anniversary, after: date, number: int = 5
) -> list[Occurrence]:
    """The next occurrences of one anniversary from ``after`` on, as far as the calendar reaches."""
    from ngayle.units.places import map_of

    places = map_of(catalogue)
    found = (
        o for o in falls(anniversary, after, date(LAST_YEAR, 12, 31)) if _unit_lives(o, places)
    )
    return list(islice(found, number))
