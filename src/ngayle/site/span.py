"""What the site tells of: its years, and every day of them once, with who gets to see it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import define, frozen

from ngayle.drafts.choosing import by_date, is_day
from ngayle.errors import RequestError
from ngayle.occurrences import occurrences, rank
from ngayle.period import Period
from ngayle.rules import FIRST_YEAR, LAST_YEAR, last_of_month
from ngayle.units.selection import USUAL_RANK, Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ngayle.catalogue import Catalogue
    from ngayle.model import Occurrence
    from ngayle.units import Unit

SITE_FROM = 2023
"""The first year of a site unless told otherwise: addresses that were printed stay."""

SITE_AHEAD = 4
"""How many years after the present one a site has unless told otherwise."""

MOST_YEARS = 50
PRINTED = 2
"""The worst standing that most offices print (:data:`ngayle.drafts.model.BREADTHS`)."""


@frozen
class Options:
    """What a site is made for: nothing of it depends on anything else but the catalogue.

    ``first`` and ``last``: its years. ``year``: the one that it calls the present, around which the
    calendars lie. ``base_url``: the address at which it will stand, without a slash at its end;
    None where it is not known: then nothing can be subscribed to.
    """

    first: int
    last: int
    year: int
    base_url: str | None = None

    def __attrs_post_init__(self) -> None:
        """Raise RequestError for years that no site can have, or an address that is none."""
        years = {"first": self.first, "last": self.last}
        if not FIRST_YEAR <= self.first <= self.last <= LAST_YEAR:
            raise RequestError("site.years", least=FIRST_YEAR, most=LAST_YEAR, **years)
        if self.last - self.first >= MOST_YEARS:
            raise RequestError("site.too_many", most=MOST_YEARS, **years)
        url = self.base_url
        if url is not None and (
            not url.startswith(("https://", "http://"))
            or not url.partition("://")[2].strip("/")
            or any(c.isspace() or c in "?#\"'<>" for c in url)
        ):
            raise RequestError("site.url", text=url)

    @property
    def years(self) -> range:
        """The years."""
        return range(self.first, self.last + 1)

    def months(self) -> Iterator[Period]:
        """The months, each as a period."""
        for year in self.years:
            for month in range(1, 13):
                yield month_of(year, month)


def month_of(year: int, month: int) -> Period:
    """A month as a period: "2026-12"."""
    return Period(date(year, month, 1), last_of_month(year, month), f"{year:04d}-{month:02d}")


@define(eq=False)
class Span:
    """The days of a catalogue in the years of a site, found in one go for every place and trade."""

    catalogue: Catalogue
    options: Options

    @cached_property
    def wide(self) -> Selection:
        """Whatever somebody who asks for a place or a trade can get, and what is reserved."""
        units = self.catalogue.units
        return Selection(provinces=units.provinces, sectors=units.sectors, reserved=True)

    @cached_property
    def _by_month(self) -> dict[tuple[int, int], list[Occurrence]]:
        """By the month of the first day; three months more than the years, which are announced."""
        first = date(self.options.first, 1, 1)
        last = date(min(self.options.last + 1, LAST_YEAR), 12, 31)
        found = defaultdict(list)
        for occurrence in occurrences(self.catalogue, Period(first, last), self.wide):
            # what runs on from before the first month is listed in that month
            at = max(occurrence.date, first)
            found[at.year, at.month].append(occurrence)
        return found

    def begins_in(self, year: int, month: int) -> list[Occurrence]:
        """All that begin in a month, by date and rank."""
        return self._by_month.get((year, month), [])

    def touching(self, period: Period) -> list[Occurrence]:
        """All that touch a month: what begins in it, and what began before and goes on."""
        running = [o for o in self._running if o.date < period.first and o.last >= period.first]
        return sorted([*running, *self._in(period)], key=lambda o: o.order)

    def _in(self, period: Period) -> list[Occurrence]:
        found = self.begins_in(period.first.year, period.first.month)
        return [o for o in found if o.date >= period.first]

    @cached_property
    def _running(self) -> list[Occurrence]:
        """Those of more than a month's days, and those over the end of one."""
        return [
            o
            for found in self._by_month.values()
            for o in found
            if o.end and (o.end.year, o.end.month) != (o.date.year, o.date.month)
        ]

    def days(self, period: Period) -> list[Occurrence]:
        """The anniversaries of a month in the order of documents, reserved ones among them."""
        return by_date(o for o in self._in(period) if is_day(o))

    def after(self, period: Period, months: int = 3) -> list[Occurrence]:
        """The anniversaries of the next months in the order of documents."""
        year, month = period.first.year, period.first.month
        found: list[Occurrence] = []
        for _ in range(months):
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
            found += (o for o in self.begins_in(year, month) if is_day(o) and o.date > period.last)
        return by_date(found)

    def holders(self, occurrence: Occurrence) -> set[str]:
        """The provinces that on its day hold the ground it belongs to."""
        map_ = self.catalogue.units.provinces
        return {map_.holder(slug, occurrence.date) for slug in occurrence.anniversary.provinces}

    def places(self, occurrence: Occurrence) -> list[str]:
        """The provinces on offer to which it is home: whoever asks for one of them gets it."""
        if not occurrence.anniversary.provinces:
            return []
        held, map_ = self.holders(occurrence), self.catalogue.units.provinces
        return [
            u.slug for u in self.provinces_on_offer if map_.holder(u.slug, occurrence.date) in held
        ]

    @cached_property
    def provinces_on_offer(self) -> list[Unit]:
        """The provinces that existed in any of the years, or since ``SITE_FROM``, by slug.

        Who asks for one that has gone into another gets what holds it.
        """
        years = range(min(self.options.first, SITE_FROM), self.options.last + 1)
        days = [last_of_month(year, month) for year in years for month in range(1, 13)]
        map_ = self.catalogue.units.provinces
        return [map_[slug] for slug in sorted(map_) if any(map_.alive(slug, d) for d in days)]

    def provinces_in(self, period: Period) -> list[Unit]:
        """Those that exist at the end of a month."""
        map_ = self.catalogue.units.provinces
        return [u for u in self.provinces_on_offer if map_.alive(u.slug, period.last)]

    @cached_property
    def sectors_on_offer(self) -> list[Unit]:
        """The sectors that exist at the end of the site's present year, by slug."""
        register = self.catalogue.units.sectors
        today = date(self.options.year, 12, 31)
        return [register[slug] for slug in sorted(register) if register.alive(slug, today)]


def standing(occurrence: Occurrence, *, own: bool) -> int | None:
    """How it stands where it is listed (:func:`ngayle.occurrences.rank`), None where it is not.

    ``own``: the place or the trade that it belongs to was asked for.
    """
    anniversary = occurrence.anniversary
    if anniversary.layer == "local":
        return 1
    if anniversary.layer == "province" and not own:
        return None
    its = rank(occurrence, own=own)
    return its if its <= USUAL_RANK else None


def is_public(occurrence: Occurrence) -> bool:
    """Whether it is listed without being asked for by name: it is not reserved."""
    return not occurrence.anniversary.reserved


def nations(found: list[Occurrence]) -> list[Occurrence]:
    """Of some occurrences, what everybody's listing has."""
    return [o for o in found if is_public(o) and standing(o, own=False) is not None]
