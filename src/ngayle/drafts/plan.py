"""What goes into the plan of a year or of a longer period: its jubilees, quarter by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.drafts.orientation import USUAL, Choices, Draft, Item, chosen, day_lines
from ngayle.occurrences import occurrences
from ngayle.units.selection import Selection
from ngayle.words import dates
from ngayle.words.lines import arrange
from ngayle.words.phrases import ROMAN, say

if TYPE_CHECKING:
    from datetime import date

    from ngayle.catalogue import Catalogue
    from ngayle.model import Occurrence
    from ngayle.period import Period


def plan(
    catalogue: Catalogue, period: Period, selection: Selection, choices: Choices = USUAL
) -> Draft:
    """The năm tròn and năm lẻ 5 of a period, in order, an item for each quarter that has any.

    ``selection`` should ask for jubilees only. What began before the period and runs into it stands
    in the first quarter. Of ``choices``, those on looking ahead mean nothing here.
    """
    found = chosen(occurrences(catalogue, period, selection), choices.only)
    quarters: dict[tuple[int, int], list[Occurrence]] = {}
    for occurrence in found:
        if occurrence.jubilee:
            quarters.setdefault(_quarter(max(occurrence.date, period.first)), []).append(occurrence)
    with_year = period.first.year != period.last.year
    items = []
    for (year, number), days in sorted(quarters.items()):
        opening = say(choices.lang, "quarter", roman=ROMAN[number], year=year) + ":"
        lines = tuple(day_lines(arrange(days, choices.order), choices, with_year=with_year))
        items.append(Item("quarter", opening, lines, choices.in_lines, choices.marker))
    return Draft(
        say(choices.lang, "plan", when=dates.during(period, choices.lang)),
        period,
        choices.lang,
        tuple(items),
    )


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3
