"""Which occurrences are asked for, and how the names that people type become that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attr import field, frozen

from ngayle.errors import RequestError
from ngayle.values import Value

if TYPE_CHECKING:
    from ngayle.catalogue import Catalogue
    from ngayle.period import Period
    from ngayle.units import Unit
    from ngayle.units.localities import Within
    from ngayle.units.remarks import Remark

USUAL_RANK = 4
"""The last rank that a listing has unless told otherwise: 5 is for reference."""


def _slugs(value: Iterable[str]) -> frozenset[str]:
    return frozenset([value] if isinstance(value, str) else value)


@frozen(kw_only=True, eq=False, repr=False)
class Selection(Value):
    """Which days are asked for.

    The default: what ranks 1 to 4 of the nation, the world, people and all sectors, and the user's
    own days; nothing reserved, nothing unconfirmed, no province's own days.

    ``provinces``: slugs whose own days (under the map in force on each day) are added; ``sectors``:
    slugs whose days are added. Theirs, what is at home in the province, and what is in a round year
    count one rank better each; of rank 5 only if both hold. ``only_sectors``: of the sectors' days
    only those of these. ``rank``: nothing beyond it, 1 to 5; None: the usual. ``reserved``: also
    days that offices print only when told from above. ``everything``: every layer, every year.
    ``jubilees``: năm tròn and năm lẻ 5 only. :func:`select` makes one from names.
    """

    provinces: frozenset[str] = field(default=frozenset(), converter=_slugs)
    sectors: frozenset[str] = field(default=frozenset(), converter=_slugs)
    only_sectors: frozenset[str] = field(default=frozenset(), converter=_slugs)
    rank: int | None = None
    reserved: bool = False
    everything: bool = False
    jubilees: bool = False

    @property
    def last_rank(self) -> int:
        """The last rank that is listed."""
        return self.rank or (5 if self.everything else USUAL_RANK)


def select(
    catalogue: Catalogue,
    period: Period,
    *,
    provinces: str | Iterable[str] = (),
    sectors: str | Iterable[str] = (),
    only_sectors: str | Iterable[str] = (),
    rank: int | None = None,
    reserved: bool = False,
    everything: bool = False,
    jubilees: bool = False,
) -> tuple[Selection, list[Remark | Within]]:
    """The selection that names or slugs mean, and a remark on each unit that was merged by then.

    A former district or a ward stands for its province, which a remark says.

    Raises RequestError for a name not understood, for a province that did not exist at the end of
    the period and was not merged into one that did, and for a rank outside 1 to 5.
    """
    if rank is not None and (type(rank) is not int or not 1 <= rank <= 5):
        raise RequestError("rank", text=rank)
    remarks: list[Remark | Within] = []
    slugs: list[str] = []
    if provinces:
        for text in _listed(provinces):
            unit, within = catalogue.units.provinces.located(text)
            remarks += [within] if within else []
            slugs.append(unit.slug)
            remark = catalogue.units.provinces.remark(unit, period.last)
            remarks += [remark] if remark else []
    added = _with_merged(catalogue, sectors, period, remarks)
    only = _with_merged(catalogue, only_sectors, period, remarks)
    selection = Selection(
        provinces=slugs,
        sectors=added,
        only_sectors=only,
        rank=rank,
        reserved=reserved,
        everything=everything,
        jubilees=jubilees,
    )
    return selection, remarks


def _listed(names: str | Iterable[str]) -> list[str]:
    if isinstance(names, str):
        return [names]
    if isinstance(names, bytes) or not isinstance(names, Iterable):
        raise TypeError(f"a name is a text, not {names!r}")
    listed = list(names)
    for name in listed:
        if not isinstance(name, str):
            raise TypeError(f"a name is a text, not {name!r}")
    return listed


def _with_merged(
    catalogue: Catalogue, names: str | Iterable[str], period: Period, remarks: list[Remark | Within]
) -> set[str]:
    """The sectors that those asked for stand for: who asks for a merged body or for its heir gets
    the days of both."""
    wanted = set()
    if names:
        sectors = catalogue.units.sectors
        for text in _listed(names):
            unit: Unit = sectors.find(text)
            remark = sectors.remark(unit, period.last)
            remarks += [remark] if remark else []
            holder = sectors.holder(unit.slug, period.last)
            wanted |= {held.slug for held in sectors.held_by(holder, period.last)}
    return wanted
