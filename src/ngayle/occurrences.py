"""From the catalogue to the occurrences of a period. Knows no format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, overload

from ngayle import counting
from ngayle.model import Anniversary, Occurrence
from ngayle.rules import LAST_YEAR, SolarDay, days_in, year_of, years
from ngayle.units.selection import Selection

if TYPE_CHECKING:
    from ngayle.catalogue import Catalogue
    from ngayle.period import Period
    from ngayle.units import Register
    from ngayle.units.localities import Within
    from ngayle.units.remarks import Remark


DEFAULT = Selection()

BIRTHS_FROM = 100
"""Births are kept from this anniversary on: Kết luận 88-KL/TW, on people who have died."""


class Listing(Sequence[Occurrence]):
    """The occurrences of a ``period`` in order, and the ``remarks`` on units asked for.

    It is a sequence that nobody can change, equal to a list of the same occurrences.
    """

    __slots__ = ("_found", "period", "remarks")

    def __init__(
        self, found: Sequence[Occurrence], period: Period, remarks: Sequence[Remark | Within] = ()
    ) -> None:
        self._found = tuple(found)
        self.period = period
        self.remarks = tuple(remarks)

    @overload
    def __getitem__(self, at: int) -> Occurrence: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Occurrence, ...]: ...
    def __getitem__(self, at: int | slice) -> Occurrence | tuple[Occurrence, ...]:
        return self._found[at]

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[Occurrence]:
        return iter(self._found)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Listing | list | tuple):
            return self._found == tuple(other)
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]  # as of a list

    def __repr__(self) -> str:
        return f"<Listing of {self.period.text}: {len(self)} occurrences>"


def occurrences(
    catalogue: Catalogue, period: Period, selection: Selection = DEFAULT
) -> list[Occurrence]:
    """The occurrences that touch a period: by date, then rank, then older origin, then name."""
    provincial = selection.everything or bool(selection.provinces)
    chosen = _Chosen(catalogue, selection, provincial=provincial)
    candidates = catalogue.candidates(
        period.first,
        period.last,
        provincial=provincial,
        reference=chosen.own_asked or selection.last_rank == 5,
    )
    found = [
        occurrence
        for anniversary in candidates
        if chosen.ever(anniversary)
        for occurrence in falls(
            anniversary, period.first, period.last, every_year=selection.everything
        )
        if chosen(occurrence)
    ]
    return sorted(found, key=lambda o: o.order)


def falls(
    anniversary: Anniversary, first: date, last: date, *, every_year: bool = False
) -> Iterator[Occurrence]:
    """The occurrences of one anniversary that touch the days from ``first`` to ``last``."""
    rule = anniversary.rule
    if type(rule) is SolarDay:
        # most are; they never reach into another year
        for year in range(first.year, last.year + 1):
            day = rule.day_of(year)
            if first <= day <= last:
                count = counting.count(anniversary, year)
                if counting.is_kept(anniversary, year, count, every_year=every_year):
                    yield _occurrence(anniversary, day, None, year, count)
        return
    for year in years(rule, first, last):
        for begins, ends in days_in(rule, year):
            if ends < first or begins > last:
                continue
            # an offset may have crossed the New Year
            its = year_of(rule, year, (begins, ends))
            counted = counting.year_counted(anniversary, its, year, ends)
            count = counting.count(anniversary, counted)
            if counting.is_kept(anniversary, its, count, every_year=every_year):
                yield _occurrence(anniversary, begins, ends if ends > begins else None, its, count)


def _occurrence(
    anniversary: Anniversary, day: date, end: date | None, year: int, count: int | None
) -> Occurrence:
    jubilee, closes = counting.jubilee(count), counting.closes(anniversary, count)
    return Occurrence(anniversary, day, end, year, count, jubilee, closes)


class _Chosen:
    """Whether an anniversary, and then each of its occurrences, is among those asked for."""

    def __init__(self, catalogue: Catalogue, selection: Selection, *, provincial: bool) -> None:
        self.catalogue = catalogue
        self.selection = selection
        self.map: Register | None = catalogue.units.provinces if provincial else None
        self.own_asked = bool(selection.provinces or selection.sectors or selection.only_sectors)
        self._own = Own(catalogue, selection)
        self._kin = self.map.kin(selection.provinces) if self.map else set()

    def ever(self, anniversary: Anniversary) -> bool:
        """Whether it is, in some years at least: what is the same in all of them, asked first."""
        selection = self.selection
        if selection.everything or anniversary.layer == "local":
            return True
        if not anniversary.confirmed or (anniversary.reserved and not selection.reserved):
            return False
        layer = anniversary.layer
        if layer == "sector" and selection.only_sectors:
            return anniversary.sector in selection.only_sectors
        if layer == "province" or anniversary.rank == 5 > selection.last_rank:
            # only for those who ask for its place or its trade
            sectors = selection.sectors
            return anniversary.sector in sectors or not self._kin.isdisjoint(anniversary.provinces)
        return True

    def __call__(self, occurrence: Occurrence) -> bool:
        """Whether an occurrence is, of an anniversary that ``ever`` is."""
        anniversary, selection = occurrence.anniversary, self.selection
        if selection.jubilees and occurrence.jubilee is None:
            return False
        if not _unit_lives(occurrence, self.map):
            return False
        own = self.own_asked and self._own(occurrence)
        if selection.everything:
            return selection.rank is None or rank(occurrence, own=own) <= selection.rank
        if anniversary.layer == "local":
            return True
        if anniversary.layer == "province" and not own:
            return False
        if rank(occurrence, own=own) > selection.last_rank:
            return False
        return anniversary.kind != "birth" or birth_is_kept(self.catalogue, occurrence)


class Own:
    """Whether an occurrence belongs to the trade or the place asked for.

    To the place if, on its day, it lies on ground that the place, or what holds it, holds.
    """

    def __init__(self, catalogue: Catalogue, selection: Selection) -> None:
        self._selection = selection
        self._map = catalogue.units.provinces if selection.provinces else None
        self._holders: dict[date, set[str]] = {}

    def __call__(self, occurrence: Occurrence) -> bool:
        anniversary, selection = occurrence.anniversary, self._selection
        if anniversary.sector and (
            anniversary.sector in selection.sectors or anniversary.sector in selection.only_sectors
        ):
            return True
        if self._map is None or not anniversary.provinces:
            return False
        day = occurrence.date
        holders = self._holders.get(day)
        if holders is None:
            holders = {self._map.holder(asked, day) for asked in selection.provinces}
            self._holders[day] = holders
        return any(self._map.holder(slug, day) in holders for slug in anniversary.provinces)


def rank(occurrence: Occurrence, *, own: bool) -> int:
    """The rank that counts in a listing: one better in a round year, and one for who asks for it.

    ``own``: the place or the trade that it belongs to was asked for. What is for reference, rank 5,
    is better only in round years of its own body.
    """
    its, round_ = occurrence.anniversary.rank, occurrence.jubilee is not None
    if its == 5 and not (round_ and own):
        return its
    return its - round_ - own


def birth_is_kept(catalogue: Catalogue, occurrence: Occurrence) -> bool:
    """Whether a birthday is commemorated: from the 100th on, after the year of the death.

    Kết luận 88-KL/TW of the Politburo. A great day (19/5) is kept in every year. The death is that
    of the entry itself, or of the entry that has the same id with "mat" for "sinh".
    """
    anniversary = occurrence.anniversary
    if anniversary.kind == "great":
        return True
    if occurrence.years is None or occurrence.years < BIRTHS_FROM:
        return False
    died = anniversary.died
    if died is None:
        stem, dash, end = anniversary.id.rpartition("-")
        death = catalogue.get(f"{stem}-mat") if dash and end == "sinh" else None
        died = death.counted_from if death else None
    return died is not None and occurrence.year > died.year


def _unit_lives(occurrence: Occurrence, map_: Register | None) -> bool:
    """The founding day of a province ends with it, unless its successor keeps it."""
    anniversary = occurrence.anniversary
    if anniversary.unit_day != "ends" or map_ is None or anniversary.province is None:
        return True
    return map_.alive(anniversary.province, occurrence.date)


def next_occurrences(
    catalogue: Catalogue, anniversary: Anniversary, after: date, number: int = 5
) -> list[Occurrence]:
    """The next occurrences of one anniversary from ``after`` on, as far as the calendar reaches.

    In the years in which it is kept, as listings have it.
    """
    births = anniversary.kind == "birth" and anniversary.layer != "local"
    map_ = catalogue.units.provinces if anniversary.unit_day else None
    found = (
        o
        for o in falls(anniversary, after, date(LAST_YEAR, 12, 31))
        if _unit_lives(o, map_) and (not births or birth_is_kept(catalogue, o))
    )
    return list(islice(found, number))


__all__ = [
    "Listing",
    "Own",
    "birth_is_kept",
    "falls",
    "next_occurrences",
    "occurrences",
    "rank",
]
