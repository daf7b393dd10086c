"""The words around the data of a listing, for one catalogue and one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from ngayle.words import dates
from ngayle.words.lines import is_counted
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ngayle.catalogue import Catalogue
    from ngayle.model import Lang, Occurrence
    from ngayle.period import Period

MARKS = {"tron": "●", "le5": "○", None: " "}


MAY_REST = {
    *("tet-duong-lich", "tet-nguyen-dan", "gio-to-hung-vuong", "giai-phong-mien-nam"),
    *("quoc-te-lao-dong", "quoc-khanh", "van-hoa-viet-nam"),
}
"""The entries on whose day work may rest; in which years it does, :mod:`ngayle.resting` knows."""


class Labels:
    """Words for one catalogue and one language, "vi" or "en"."""

    def __init__(self, catalogue: Catalogue, lang: str = "vi") -> None:
        self.catalogue = catalogue
        self.lang = cast("Lang", lang)

    def word(self, key: str, **values: object) -> str:
        """One of the phrases."""
        return say(self.lang, key, **values)

    def name(self, occurrence: Occurrence) -> str:
        """The name in this language; the Vietnamese one where no English is known."""
        return occurrence.name.said_in(self.lang)

    def layer(self, occurrence: Occurrence) -> str:
        """The layer, a province or a sector by its own name on that day."""
        anniversary, units = occurrence.anniversary, self.catalogue.units
        if anniversary.sector:
            return units.sectors[anniversary.sector].name_on(occurrence.date, self.lang)
        if anniversary.province:
            return units.provinces[anniversary.province].name_on(occurrence.date, self.lang)
        if anniversary.layer == "local" and anniversary.office:
            office = self.catalogue.offices.get(anniversary.office)
            if office and office.name:
                return office.name
        return self.word(f"layer.{anniversary.layer}")

    def doubts(self, occurrence: Occurrence) -> list[str]:
        """What a reader must know of it: unconfirmed, disputed, reserved."""
        anniversary = occurrence.anniversary
        marks = (
            ("unconfirmed", not anniversary.confirmed),
            ("disputed", anniversary.disputed),
            ("reserved", anniversary.reserved),
        )
        return [self.word(key) for key, there in marks if there]

    def years(self, occurrence: Occurrence) -> str:
        """The count as documents print it, "02 năm"; empty where they print none."""
        if occurrence.years is None or not is_counted(occurrence):
            return ""
        return dates.in_years(occurrence.years, self.lang)

    def month(self, year: int, number: int) -> str:
        """ "Tháng 7/2023", "July 2023"."""
        return dates.month(year, number, self.lang)

    def period(self, period: Period) -> str:
        """The period as a heading: a month, a year, a day, or its first and last day."""
        return dates.period(period, self.lang)

    def empty(self, period: Period) -> str:
        """The line that stands for a listing of nothing, without a full stop."""
        text = self.word("empty")
        return f"{self.period(period)}: {text[:1].lower()}{text[1:]}"

    def number(self, days: int) -> str:
        """ "30 ngày kỷ niệm", "1 anniversary"."""
        return self.word("day" if days == 1 else "days", number=days)

    def notes(self, occurrences: Sequence[Occurrence]) -> str:
        """The legend of the marks that occur."""
        used = {o.jubilee for o in occurrences} - {None}
        return "   ".join(f"{MARKS[j]} {self.word(j)}" for j in ("tron", "le5") if j in used)
