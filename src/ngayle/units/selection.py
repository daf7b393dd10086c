"""Which occurrences are asked for, and how the names that people type become that."""

from __future__ import annotations

from collections.abc import Iterable

from ngayle.catalogue import Catalogue
from ngayle.period import Period


class Selection:
    """Which layers are asked for.

    The default: national, international and local days, all sectors, and people in the round years
    in which they are kept; nothing minor, nothing unconfirmed. ``provinces``: slugs whose own days
    (under the map in force on each day) are added, and to whose ground other days are linked, in
    every year and also minor ones. ``sectors``: only these, with their minor days.
    ``everything``: every layer, every year. ``jubilees``: năm tròn and năm lẻ 5 only.
    """

    __slots__ = ("everything", "jubilees", "provinces", "sectors")

    def __init__(
        self,
        *,
        provinces: Iterable[str] = (),
        sectors: Iterable[str] = (),
        everything: bool = False,
        jubilees: bool = False,
    ) -> None:
        self.provinces = frozenset(provinces)
        self.sectors = frozenset(sectors)
        self.everything = everything
        self.jubilees = jubilees


def select(
    catalogue: Catalogue,
    period: Period,
    *,
    provinces: Iterable[str] = (),
    sectors: Iterable[str] = (),
    everything: bool = False,
    jubilees: bool = False,
) -> tuple[Selection, list[str]]:
    """The selection that names or slugs mean, and a remark on each that was merged by then.

    Raises RequestError for a name not understood, and for a province that did not exist at the end
    of the period and was not merged into one that did.
    """
    slugs: list[str] = []
    remarks: list[str] = []
    if asked := list(provinces):
        from ngayle.units.places import map_of

        places = map_of(catalogue)
        for text in asked:
            place = places.find(text)
            slugs.append(place.slug)
            if remark := places.remark(place, period.last):
                remarks.append(remark)
    kept: set[str] = set()
    if asked := list(sectors):
        from ngayle.units.sectors import find_sector, with_merged

        found = [find_sector(catalogue, text) for text in asked]
        kept, more = with_merged(catalogue, found, period.last)
        remarks += more
    return Selection(
        provinces=slugs, sectors=kept, everything=everything, jubilees=jubilees
    ), remarks
