"""Which days of a month an office prints, and in which order.

What an office prints is a matter of rank (how many public documents print the day), made one better
in a round year and one better for the place and the trade that was asked for
(:func:`ngayle.occurrences.rank`). Offices differ: :data:`OFFICES` has what their documents show.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from ngayle.drafts.model import BREADTHS, Choices, Line
from ngayle.occurrences import Own, occurrences, rank
from ngayle.period import Period
from ngayle.rules import LAST_YEAR, Month, Weekdays
from ngayle.vietnamese import sort_key
from ngayle.words.lines import joined, line, pair, repeated, with_subject
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ngayle.catalogue import Catalogue
    from ngayle.model import Occurrence
    from ngayle.units.selection import Selection

OWN_TRADE = "tuyen-giao"
"""The trade of those who write orientations: every July announces its 01/8."""


@frozen
class Office:
    """What a kind of office prints: how far down, which themes, how far ahead."""

    breadth: str = "usual"
    themes: str = "usual"
    ahead_days: int = 10
    ahead_months: int = 3
    flags: bool = False

    def applied(self, choices: Choices) -> Choices:
        """Choices with this office's custom."""
        return evolve(
            choices,
            breadth=self.breadth,
            themes=self.themes,
            ahead_days=self.ahead_days,
            ahead_months=self.ahead_months,
            flags=self.flags,
        )


OFFICES = {
    "party": Office(),
    "state": Office(),
    "union": Office(themes="seasonal"),
    "youth": Office(themes="seasonal"),
    "health": Office(themes="seasonal", ahead_months=0),
    "radio": Office(ahead_months=0),
    "ward": Office("brief", themes="seasonal", ahead_months=0),
    "school": Office("brief", themes="none", ahead_days=0, ahead_months=0),
    "flag": Office("brief", themes="none", ahead_days=10, ahead_months=0, flags=True),
}
"""By kind of office, as ``--for`` and ``[office] kind`` name them."""


class Chooser:
    """Chooses for one catalogue, one selection and one set of choices."""

    def __init__(self, catalogue: Catalogue, selection: Selection, choices: Choices) -> None:
        self._catalogue = catalogue
        self._selection = selection
        self._choices = choices
        self._own = Own(catalogue, selection)
        self._limit = BREADTHS[choices.breadth]
        self._partners = {p["first"]: p for p in catalogue.pairs}

    def standing(self, occurrence: Occurrence) -> int:
        """How an occurrence stands here; days of the user's own files always come first."""
        if occurrence.anniversary.layer == "local":
            return 1
        return rank(occurrence, own=self._own(occurrence)) + self._absorbed(occurrence)

    def _absorbed(self, occurrence: Occurrence) -> bool:
        """Whether it is a day of a province that went into the one asked for.

        Such a province has one rank less here: the new one prints the round years of its days, and
        has the others at hand.
        """
        province = occurrence.anniversary.province
        if province is None or province in self._selection.provinces:
            return False
        return self._catalogue.units.provinces.holder(province, occurrence.date) != province

    def prints(self, occurrence: Occurrence) -> bool:
        """Whether the office prints it."""
        if self._choices.flags and occurrence.anniversary.layer != "local":
            return occurrence.anniversary.kind == "great"
        return self.standing(occurrence) <= self._limit

    def split(self, found: Iterable[Occurrence]) -> tuple[list[Occurrence], list[Occurrence]]:
        """What the office prints of some occurrences, and the others; a pair stays together."""
        found = list(found)
        chosen = {o.anniversary.id for o in found if self.prints(o)}
        if self._choices.pairs:
            chosen |= {p["second"] for id_, p in self._partners.items() if id_ in chosen}
        here = [o for o in found if o.anniversary.id in chosen]
        return here, [o for o in found if o.anniversary.id not in chosen]

    def ahead(self, period: Period) -> list[Occurrence]:
        """What a month announces, by date.

        The great days of the next month; of its first days what every office prints and what is the
        office's own, its campaigns that begin then among it; of the months ahead the năm tròn that
        most offices print, and the round years of the office's own days.
        """
        first = period.last + timedelta(1)
        month = first + relativedelta(day=31)
        days, months = self._choices.ahead_days, self._choices.ahead_months
        soon = first + timedelta(days - 1)
        end = period.first + relativedelta(months=months, day=31)
        last = min(max(month if days else soon, end), date(LAST_YEAR, 12, 31))
        if last < first:
            return []
        found = occurrences(self._catalogue, Period(first, last), self._selection)
        return [o for o in found if self.announces(o, period)]

    def announces(self, occurrence: Occurrence, period: Period) -> bool:
        """Whether a month announces an occurrence that is listed and falls after it."""
        first = period.last + timedelta(1)
        month = first + relativedelta(day=31)
        days = self._choices.ahead_days
        soon = first + timedelta(days - 1)
        end = period.first + relativedelta(months=self._choices.ahead_months, day=31)
        anniversary, begins = occurrence.anniversary, occurrence.date
        if begins < first or anniversary.kind == "period" or isinstance(anniversary.rule, Weekdays):
            return False
        if anniversary.reserved or anniversary.tone == "mourn":
            return False
        return (
            (begins <= month and days > 0 and anniversary.kind == "great")
            or (begins <= soon and self._announced(occurrence))
            or (begins <= end and self._awaited(occurrence))
        )

    def _announced(self, occurrence: Occurrence) -> bool:
        anniversary = occurrence.anniversary
        if anniversary.rank == 1 or anniversary.layer == "local":
            return True
        # what only round years bring into a draft, or has no day, stands in its own month alone
        if anniversary.rank > 3 or isinstance(anniversary.rule, Month):
            return False
        own = self._own(occurrence) or anniversary.sector == OWN_TRADE
        return own and self.standing(occurrence) <= 2

    def _awaited(self, occurrence: Occurrence) -> bool:
        anniversary = occurrence.anniversary
        if occurrence.jubilee is None or (
            anniversary.layer != "local" and anniversary.kind in ("birth", "death")
        ):
            return False
        if anniversary.kind == "document":
            return self.standing(occurrence) <= 2
        if anniversary.layer == "local" or self._own(occurrence):
            return self.standing(occurrence) <= 1
        # nobody prepares for the round years of the world's days
        world = anniversary.layer == "international" and anniversary.kind == "day"
        return occurrence.jubilee == "tron" and anniversary.rank <= 2 and not world

    def lines(
        self, found: Sequence[Occurrence], role: str = "day", *, with_year: bool = False
    ) -> list[Line]:
        """A line for each occurrence, in its order, one for the two of a pair.

        What is mourned stands last, under its own lead.
        """
        choices = self._choices
        by_id = {(o.anniversary.id, o.year): o for o in found}
        # by the day: some fall on several days a year
        lines, told = [], set[tuple[str, date]]()
        for occurrence in found:
            key = occurrence.anniversary.id, occurrence.date
            if key in told:
                continue
            told.add(key)
            both = self._with_partner(occurrence, by_id) if choices.pairs else (occurrence,)
            if isinstance(occurrence.anniversary.rule, Weekdays) and choices.style != "list":
                both = tuple(o for o in found if o.anniversary is occurrence.anniversary)
            told.update((o.anniversary.id, o.date) for o in both)
            if len(both) == 1:
                text = line(occurrence, choices.lang, style=choices.style, with_year=with_year)
                if occurrence.anniversary.kind == "document":
                    text = with_subject(text, occurrence, choices.lang)
            elif both[0].anniversary is both[1].anniversary:
                text = repeated(both, choices.lang)
            else:
                one = self._partners[both[0].anniversary.id].get("one_count", False)
                say_both = pair if one else joined
                first, second = both
                text = say_both(first, second, choices.style, choices.lang, with_year=with_year)
            mourned = occurrence.anniversary.tone == "mourn"
            lead = say(choices.lang, "mourned") if mourned else ""
            lines.append(Line(text, role, lead, mourned, occurrences=both))
        return sorted(lines, key=lambda line: line.mourned)

    def _with_partner(
        self, occurrence: Occurrence, by_id: dict[tuple[str, int], Occurrence]
    ) -> tuple[Occurrence, ...]:
        """The two days of a pair, whichever of them comes first in the listing."""
        for id_, table in self._partners.items():
            if occurrence.anniversary.id in (id_, table["second"]):
                first = by_id.get((id_, occurrence.year))
                second = by_id.get((table["second"], occurrence.year))
                if first and second and self.fit(first, second, table):
                    return first, second
        return (occurrence,)

    @staticmethod
    def fit(first: Occurrence, second: Occurrence, table: Mapping[str, object]) -> bool:
        """One count for both needs the same count; a mourned day is joined to none but its like."""
        same_tone = first.anniversary.tone == second.anniversary.tone
        return same_tone and (not table.get("one_count") or first.years == second.years)


def is_day(occurrence: Occurrence) -> bool:
    """Whether it belongs among the anniversaries, not into one of the other items."""
    return occurrence.anniversary.kind not in ("period", "document", "campaign")


def by_date(found: Iterable[Occurrence]) -> list[Occurrence]:
    """As documents print them: by date, the older origin first on one day, persons last."""

    def key(occurrence: Occurrence) -> tuple[object, ...]:
        anniversary = occurrence.anniversary
        origin = anniversary.counted_from
        return (
            occurrence.date,
            anniversary.layer == "person",
            origin.year if origin else LAST_YEAR,
            sort_key(occurrence.name.text),
        )

    return sorted(found, key=key)
