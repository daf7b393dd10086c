"""Which entries can fall in a period, without looking at the others.

Every rule is filed under the days or months on which it can fall (``filed`` in
:mod:`ngayle.rules`, which has the form of the keys); a period asks for its own days and months.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ngayle import lunar
from ngayle.rules import Rule

LONG = 330
"""From so many days on, a period is taken to touch everything."""


def build(entries: Iterable[tuple[str, int | None, Rule]]) -> dict[str, list[int]]:
    """File the positions of entries, given as layer, rank and rule, under their keys.

    What most listings skip stands apart: the provinces' own days, under keys with a "p" before
    them, and of the others but the offices' own what is for reference, rank 5, with an "r".
    """
    index: dict[str, list[int]] = {}
    for position, (layer, rank, rule) in enumerate(entries):
        if layer.startswith("province"):
            apart = "p"
        else:
            apart = "r" if rank == 5 and layer != "local" else ""
        for key in dict.fromkeys(rule.filed()):
            index.setdefault(apart + key, []).append(position)
    return index


def candidates(
    index: Mapping[str, Sequence[int]],
    first: date,
    last: date,
    *,
    provincial: bool,
    reference: bool,
) -> Sequence[int]:
    """Positions, in order, of all entries that may fall in the period (and of few that do not)."""
    if (last - first).days >= LONG:
        wanted = {key.lstrip("pr") for key in index}
    else:
        wanted = _keys_of_days(first, last)
    found: set[int] = set()
    for apart in {"", "p" * provincial, "r" * reference}:
        for key in wanted:
            found.update(index.get(apart + key, ()))
    return sorted(found)


def _keys_of_days(first: date, last: date) -> set[str]:
    wanted = set()
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        wanted |= {f"s{day.month:02d}{day.day:02d}", f"m{day.month:02d}"}
        moon = lunar.known(day)
        if moon:
            wanted |= {f"l{moon.month:02d}{moon.day:02d}", f"n{moon.month:02d}"}
            if moon.day == 29:
                # the last day of a short month also stands for day 30
                wanted.add(f"l{moon.month:02d}30")
        else:
            # what is so many days before the first Tết of the table
            wanted |= {f"n{month:02d}" for month in range(1, 13)}
    return wanted
