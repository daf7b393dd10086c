"""From the catalogue to the occurrences of a period. Knows no format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from ngayle import counting
from ngayle.catalogue import Catalogue
from ngayle.model import Anniversary, Occurrence
from ngayle.period import Period
from ngayle.places import Map, map_of
from ngayle.vietnamese import sort_key


@frozen
class Selection:
    """Which layers are asked for.

    The default: national, international and local days, all sectors, and people in the round years
    in which they are kept; nothing minor, nothing unconfirmed. ``provinces``: slugs whose days (under
    the map in force on each day) are added, their people's in every year. ``sectors``: only these.
    ``everything``: every layer, every year. ``jubilees``: năm tròn and năm lẻ 5 only.
    """

    provinces: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    everything: bool = False
    jubilees: bool = False


def occurrences(catalogue: Catalogue, period: Period, selection: Selection = Selection()) -> list[Occurrence]:
    """The occurrences that touch a period, by date, then weight, then name in Vietnamese order."""
    places = map_of(catalogue)
    found = [
        occurrence
        for anniversary in catalogue.candidates(period.first, period.last)
        for occurrence in falls(anniversary, period.first, period.last,
                                every_year=selection.everything or _at_home(anniversary, selection))
        if _selected(occurrence, selection, places)
    ]
    return in_order(found)


def in_order(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Date, then weight, then name in Vietnamese alphabetical order."""
    return sorted(found, key=lambda o: (o.date, o.anniversary.weight, sort_key(o.name.text), o.anniversary.id))


def falls(anniversary: Anniversary, first: date, last: date, *, every_year: bool = False) -> Iterator[Occurrence]:
    """The occurrences of one anniversary that touch the days from ``first`` to ``last``."""
    rule = anniversary.rule
    # the year before may reach in: spans over the New Year, the last months of a lunar year
    for year in range(max(first.year - 1, 1), last.year + 2):
        days = rule.in_year(year)
        if days is None or days[1] < first or days[0] > last:
            continue
        if not counting.is_kept(anniversary, year, every_year=every_year):
            continue
        years = counting.count(anniversary, year)
        yield Occurrence(anniversary, days[0], days[1] if days[1] > days[0] else None, year, years,
                         counting.jubilee(years))


def _at_home(anniversary: Anniversary, selection: Selection) -> bool:
    return anniversary.layer == "person" and not selection.provinces.isdisjoint(anniversary.provinces)


def _selected(occurrence: Occurrence, selection: Selection, places: Map) -> bool:
    anniversary = occurrence.anniversary
    if selection.jubilees and occurrence.jubilee is None:
        return False
    if anniversary.layer == "province":
        slug = anniversary.provinces[0]
        if anniversary.unit_day == "ends" and not places.alive(slug, occurrence.date):
            return False
        if not selection.everything:
            holder = places.holder(slug, occurrence.date)
            if all(places.holder(asked, occurrence.date) != holder for asked in selection.provinces):
                return False
            return anniversary.confirmed
    if selection.everything:
        return True
    if not anniversary.confirmed or anniversary.minor and not _at_home(anniversary, selection):
        return False
    return not (anniversary.layer == "sector" and selection.sectors and anniversary.sector not in selection.sectors)


def next_occurrences(catalogue: Catalogue, anniversary: Anniversary, after: date, number: int = 5) -> list[Occurrence]:
    """The next occurrences of one anniversary from ``after`` on, as far as the calendar reaches."""
    from itertools import islice

    from ngayle.rules import LAST_YEAR

    places = map_of(catalogue)
    found = (
        o for o in falls(anniversary, after, date(LAST_YEAR, 12, 31))
        if anniversary.unit_day != "ends" or places.alive(anniversary.provinces[0], o.date)
    )
    return list(islice(found, number))
