"""What is to be said of a unit that has by then gone into another; read when there is one."""

from __future__ import annotations

from datetime import date

from attr import frozen

from ngayle.units import Unit
from ngayle.values import Value
from ngayle.words import dates
from ngayle.words.phrases import say


@frozen(eq=False, repr=False)
class Remark(Value):
    """A unit asked for had by ``day`` gone into another, which holds it ``since`` a day."""

    unit: Unit
    holder: Unit
    since: date
    day: date

    def said(self, lang: str = "vi") -> str:
        """ "Hải Dương thuộc thành phố Hải Phòng từ ngày 01/7/2025"."""
        before = self.unit.ended(self.day)
        name = before.name if before else self.unit.name
        english = lang == "en" and before is not None and before.name_en
        now = self.holder.life(self.day) or self.holder.lives[-1]
        holder = now.full_name if lang == "vi" else now.name_en or now.name
        return say(
            lang,
            "unit.part_of",
            name=english or name,
            holder=holder,
            since=dates.full_date(self.since),
        )

    def __str__(self) -> str:
        return self.said()
