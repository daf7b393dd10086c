"""The words around the data, in Vietnamese and English, used by every listing for people."""

from __future__ import annotations

from collections.abc import Sequence

from ngayle.catalogue import Catalogue
from ngayle.model import Occurrence
from ngayle.period import Period
from ngayle.rules import last_of_month
from ngayle.words import dates

WORDS = {
    "vi": {
        "national": "cả nước",
        "international": "quốc tế",
        "person": "nhân vật",
        "local": "riêng",
        "years": "năm",
        "empty": "Không có ngày kỷ niệm nào",
        "tron": "năm tròn",
        "le5": "năm lẻ 5",
        "unconfirmed": "chưa kiểm chứng",
        "date": "Ngày",
        "lunar": "Âm lịch",
        "count": "Số năm",
        "name": "Tên",
        "layer": "Lớp",
        "days": "ngày kỷ niệm",
    },
    "en": {
        "national": "national",
        "international": "international",
        "person": "person",
        "local": "own",
        "years": "years",
        "empty": "No anniversaries",
        "tron": "count ends in 0",
        "le5": "count ends in 5",
        "unconfirmed": "unconfirmed",
        "date": "Date",
        "lunar": "Lunar",
        "count": "Years",
        "name": "Name",
        "layer": "Layer",
        "days": "anniversaries",
    },
}
WEEKDAYS = {
    "vi": ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MARKS = {"tron": "●", "le5": "○", None: " "}


class Labels:
    """Words for one catalogue and one language, "vi" or "en"."""

    def __init__(self, catalogue: Catalogue, lang: str = "vi") -> None:
        self.catalogue = catalogue
        self.lang = lang
        self._sectors = {s["slug"]: s for s in catalogue.sectors}

    def word(self, key: str) -> str:
        """One of the words above."""
        return WORDS[self.lang][key]

    def name(self, occurrence: Occurrence) -> str:
        """The name in this language; the Vietnamese one where no English is known."""
        return occurrence.name.said_in(self.lang)

    def layer(self, occurrence: Occurrence) -> str:
        """The layer, a province or a sector by its own name on that day."""
        anniversary = occurrence.anniversary
        if anniversary.layer == "sector":
            from ngayle.units.sectors import name_on

            return name_on(self._sectors[str(anniversary.sector)], occurrence.date, self.lang)
        if anniversary.layer == "province":
            from ngayle.units.places import map_of

            place = map_of(self.catalogue).places[anniversary.provinces[0]]
            life = place.life(occurrence.date)
            return life.name if life else place.name
        return self.word(anniversary.layer)

    def month(self, year: int, number: int) -> str:
        """ "Tháng 7/2023", "July 2023"."""
        if self.lang == "en":
            return f"{MONTHS[number - 1]} {year}"
        return f"Tháng {dates.partial_date(year, number)}"

    def period(self, period: Period) -> str:
        """The period as a heading: a month, a year, a day, or its first and last day."""
        first, last = period.first, period.last
        if first.day == 1 and last == last_of_month(last.year, last.month):
            if (first.year, first.month) == (last.year, last.month):
                return self.month(first.year, first.month)
            if first.year == last.year and (first.month, last.month) == (1, 12):
                return f"{'Năm' if self.lang == 'vi' else 'Year'} {first.year}"
        if first == last:
            return dates.full_date(first)
        return f"{dates.full_date(first)} - {dates.full_date(last)}"

    def notes(self, occurrences: Sequence[Occurrence]) -> str:
        """The legend of the marks that occur."""
        used = {o.jubilee for o in occurrences} - {None}
        return "   ".join(f"{MARKS[j]} {self.word(j)}" for j in ("tron", "le5") if j in used)
