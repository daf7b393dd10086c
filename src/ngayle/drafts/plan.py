"""What goes into the plan of a year or of a longer period: great days, then round years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ngayle.drafts.choosing import Chooser
from ngayle.drafts.model import USUAL, Choices, Draft, Item
from ngayle.drafts.orientation import arranged, only
from ngayle.occurrences import occurrences
from ngayle.words import dates
from ngayle.words.phrases import ROMAN, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ngayle.catalogue import Catalogue
    from ngayle.model import Occurrence
    from ngayle.period import Period
    from ngayle.units.selection import Selection


def plan(
    catalogue: Catalogue, period: Period, selection: Selection, choices: Choices = USUAL
) -> Draft:
    """The great days of a period, round or not, then its năm tròn and năm lẻ 5 by quarter.

    What began before the period and runs into it stands in the first quarter. Of ``choices``, those
    on looking ahead mean nothing here. A ``rank`` of the selection is that of the entries
    themselves here, in place of the breadth.
    """
    chooser = Chooser(catalogue, selection, choices)
    found = only(occurrences(catalogue, period, selection), choices.only)
    great = [o for o in found if o.anniversary.kind == "great"]
    # the great days open the plan, round or not, and are not said twice
    round_ = [o for o in found if o.jubilee and o.anniversary.kind != "great"]
    if selection.rank is None:
        printed, _ = chooser.split(round_)
    else:
        printed = [o for o in round_ if _is_within(o, selection.rank)]
    quarters: dict[tuple[int, int], list[Occurrence]] = {}
    for occurrence in printed:
        quarters.setdefault(_quarter(max(occurrence.date, period.first)), []).append(occurrence)
    with_year = period.first.year != period.last.year
    items = [_item("great", say(choices.lang, "great"), great, chooser, choices, with_year)]
    for (year, number), days in sorted(quarters.items()):
        opening = say(choices.lang, "quarter", roman=ROMAN[number], year=year) + ":"
        items.append(_item("quarter", opening, days, chooser, choices, with_year))
    return Draft(
        say(choices.lang, "plan", when=dates.during(period, choices.lang)),
        period,
        choices.lang,
        tuple(item for item in items if item.lines),
    )


def _item(
    kind: str,
    opening: str,
    found: Sequence[Occurrence],
    chooser: Chooser,
    choices: Choices,
    with_year: bool,
) -> Item:
    lines = chooser.lines(arranged(found, choices), with_year=with_year)
    return Item(kind, opening, tuple(lines), choices.in_lines, choices.marker)


def _is_within(occurrence: Occurrence, rank: int) -> bool:
    anniversary = occurrence.anniversary
    return anniversary.rank <= rank or anniversary.layer == "local"


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3
