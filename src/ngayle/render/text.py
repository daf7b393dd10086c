"""The listing as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date

from ngayle import lunar
from ngayle.model import Occurrence
from ngayle.period import Period
from ngayle.vietnamese import pad, width
from ngayle.words import dates
from ngayle.words.labels import MARKS, MAY_REST, Labels

NAME_COLUMNS = 64
"""Names longer than this push their layer to the right rather than widening the column for all."""

_BOLD, _DIM, _RED, _END = "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[0m"


def text(
    occurrences: Sequence[Occurrence],
    period: Period,
    labels: Labels,
    *,
    colour: bool = False,
    ids: bool = False,
    rests: Container[date] = (),
) -> str:
    """A heading, then a row an occurrence: weekday, solar and lunar day, count, mark, name, layer.

    A listing of several months has a heading for each month in which days begin. ``ids``: with the
    id of each entry at the end of its row. ``rests``: the dates on which work rests by law; marked
    with the entries of :data:`ngayle.words.labels.MAY_REST`.
    """
    if not occurrences:
        return f"{labels.empty(period)}.\n"
    rows = [_cells(o, labels, rests) for o in occurrences]
    widths = [min(max(width(row[i]) for row in rows), NAME_COLUMNS) for i in range(len(rows[0]))]
    heading = f"{labels.period(period)}: {labels.number(len(rows))}"
    out = [_paint(heading, _BOLD, colour), ""]
    by_month = (period.first.year, period.first.month) != (period.last.year, period.last.month)
    month = None
    for occurrence, row in zip(occurrences, rows, strict=True):
        if by_month and (occurrence.date.year, occurrence.date.month) != month:
            if month is not None:
                out.append("")
            month = occurrence.date.year, occurrence.date.month
            out.append(_paint(labels.month(*month), _BOLD, colour))
        id_ = f"  [{occurrence.anniversary.id}]" if ids else ""
        out.append(_row(occurrence, row, widths, colour) + id_)
    legend = labels.notes(occurrences)
    if legend:
        out += ["", _paint(legend, _DIM, colour)]
    return "\n".join(out) + "\n"


def _cells(occurrence: Occurrence, labels: Labels, rests: Container[date]) -> tuple[str, ...]:
    first, last = occurrence.date, occurrence.end
    shown = dates.full_date if occurrence.needs_years else dates.short_date
    solar = f"{shown(first)} - {shown(last)}" if last else shown(first)
    moon = lunar.known(first)
    rests_on_it = occurrence.anniversary.id in MAY_REST and first in rests
    off = [labels.word("day_off")] if rests_on_it else []
    return (
        dates.weekday(first, labels.lang, short=True),
        solar,
        dates.lunar_day(moon, labels.lang) if moon else "",
        labels.years(occurrence),
        MARKS[occurrence.jubilee],
        labels.name(occurrence),
        ", ".join([labels.layer(occurrence), *off, *labels.doubts(occurrence)]),
    )


def _row(occurrence: Occurrence, cells: tuple[str, ...], widths: list[int], colour: bool) -> str:
    weekday, solar, moon, count, mark, name, layer = (
        pad(c, w) for c, w in zip(cells, widths, strict=True)
    )
    # counts are numbers: they stand to the right
    count = " " * (widths[3] - width(cells[3])) + cells[3]
    name = _paint(name, _BOLD, colour and occurrence.anniversary.kind == "great")
    mark = _paint(mark, _RED, colour)
    moon, layer = _paint(moon, _DIM, colour), _paint(layer.rstrip(), _DIM, colour)
    return f"{weekday}  {solar}  {moon}  {count} {mark} {name}  {layer}"


def _paint(text_: str, code: str, colour: bool) -> str:
    return f"{code}{text_}{_END}" if colour and text_ else text_
