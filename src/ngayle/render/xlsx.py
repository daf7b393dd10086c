"""Listings, plans and days off as workbooks, through openpyxl (the extra ``ngayle[xlsx]``).

A sheet has a heading, a frozen row of column heads with filters, real dates that sort, and the
print setup of A4 paper. A lunar day is text. Nothing in a cell is a formula. The same rows give the
same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ngayle import lunar
from ngayle.errors import RequestError
from ngayle.words import dates
from ngayle.words.citing import cite
from ngayle.words.labels import Labels
from ngayle.words.lines import is_counted, line
from ngayle.words.phrases import say
from ngayle.words.resting import say as say_rest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ngayle.drafts.model import Draft
    from ngayle.model import Lang, Occurrence
    from ngayle.period import Period
    from ngayle.resting import DayOff

FONT = "Times New Roman"
DATE_FORMAT = "dd/mm/yyyy"
HEAD_ROW = 3
"""Above it stand the heading and an empty row."""

LINE_POINTS = 16.5
"""How high a line of size 12 is."""

STAMP = (1980, 1, 1, 0, 0, 0)


@frozen
class Column:
    """A column: its head and its width in characters.

    ``centred``: its text stands in the middle; ``aside``: it is for the screen and is not printed.
    """

    head: str
    width: int
    centred: bool = False
    aside: bool = False


def listing(found: Sequence[Occurrence], period: Period, labels: Labels) -> bytes:
    """A row an occurrence. Raises RequestError if openpyxl is not installed."""
    return _book(
        labels.period(period), _columns(labels), [_row(o, labels) for o in found], labels.lang
    )


def draft(made: Draft, labels: Labels) -> bytes:
    """A row a day of a plan, the item that it stands in before it."""
    columns = [Column(labels.word("sheet.item"), 16), *_columns(labels)]
    rows = [
        [item.opening.rstrip(":"), *_row(o, labels)]
        for item in made.items
        for line_ in item.lines
        for o in line_.occurrences
    ]
    return _book(made.title, columns, rows, labels.lang)


def days_off(days: Sequence[DayOff], period: Period, audience: str, lang: Lang) -> bytes:
    """A row a day off."""
    heading = say_rest(
        lang, "heading", period=dates.period(period, lang), audience=say_rest(lang, audience)
    )
    heads = ("date", "weekday", "lunar", "name", "kind", "basis")
    widths = (12, 11, 12, 44, 18, 50)
    columns = [
        Column(say_rest(lang, head), width, width < 15)
        for head, width in zip(heads, widths, strict=True)
    ]
    rows = [
        [
            day.date,
            dates.weekday(day.date, lang),
            _moon(day.date, lang),
            day.said_in(lang),
            say_rest(lang, day.kind),
            day.legal_basis,
        ]
        for day in days
    ]
    return _book(heading, columns, rows, lang)


def _columns(labels: Labels) -> list[Column]:
    return [
        Column(labels.word("date"), 12, centred=True),
        Column(labels.word("sheet.weekday"), 10, centred=True),
        Column(labels.word("sheet.end"), 12, centred=True),
        Column(labels.word("lunar_day"), 12, centred=True),
        Column(labels.word("count"), 8, centred=True),
        Column(labels.word("sheet.jubilee"), 11, centred=True),
        Column(labels.word("name"), 50),
        Column(labels.word("layer"), 18),
        Column(labels.word("sheet.doubts"), 16),
        Column(labels.word("sheet.line"), 70, aside=True),
        Column(_capital(labels.word("show.legal")), 60, aside=True),
        Column(_capital(labels.word("show.source")), 60, aside=True),
        Column(_capital(labels.word("show.id")), 30, aside=True),
    ]


def _row(occurrence: Occurrence, labels: Labels) -> list[Any]:
    anniversary = occurrence.anniversary
    return [
        occurrence.date,
        dates.weekday(occurrence.date, labels.lang),
        occurrence.end,
        _moon(occurrence.date, labels.lang),
        occurrence.years if is_counted(occurrence) else None,
        labels.word(occurrence.jubilee) if occurrence.jubilee else None,
        labels.name(occurrence),
        labels.layer(occurrence),
        ", ".join(labels.doubts(occurrence)) or None,
        line(occurrence, labels.lang),
        "; ".join(map(cite, anniversary.legal)) or None,
        next(iter(anniversary.sources), None),
        anniversary.id,
    ]


def _moon(day: date, lang: str) -> str | None:
    """ "10/6 ÂL": text, so that no spreadsheet makes a Gregorian date of it."""
    moon = lunar.known(day)
    return f"{dates.lunar_day(moon, lang)} {say(lang, 'sheet.moon')}" if moon else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _book(
    heading: str, columns: Sequence[Column], rows: Iterable[Sequence[Any]], lang: str
) -> bytes:
    try:
        from openpyxl import Workbook
    except ImportError:
        raise RequestError("xlsx.missing") from None
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet: Any = book.active
    sheet.title = say(lang, "sheet.title")
    sheet["A1"] = heading
    sheet["A1"].font = Font(name=FONT, size=14, bold=True)
    edge = Side(style="thin", color="999999")
    border = Border(edge, edge, edge, edge)
    for at, column in enumerate(columns, 1):
        cell = sheet.cell(HEAD_ROW, at, column.head)
        cell.font = Font(name=FONT, size=12, bold=True)
        cell.fill = PatternFill("solid", fgColor="DDDDDD")
        cell.alignment = Alignment("center", "center", wrap_text=True)
        cell.border = border
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    number = HEAD_ROW
    for number, values in enumerate(rows, HEAD_ROW + 1):
        for at, (column, value) in enumerate(zip(columns, values, strict=True), 1):
            cell = sheet.cell(number, at, value)
            if isinstance(value, str):
                # a name that begins with "=" stays a name
                cell.data_type = "s"
            elif isinstance(value, date):
                cell.number_format = DATE_FORMAT
            cell.font = Font(name=FONT, size=12)
            cell.border = border
            side = "center" if column.centred else "left"
            cell.alignment = Alignment(side, "top", wrap_text=not column.aside)
        sheet.row_dimensions[number].height = LINE_POINTS * _lines(columns, values)
    printed = sum(not column.aside for column in columns)
    _print_setup(sheet, get_column_letter(printed), get_column_letter(len(columns)), number)
    return _same_bytes(book, heading)


def _lines(columns: Sequence[Column], values: Sequence[Any]) -> int:
    """How many lines the longest text of a row takes: programs differ in finding that out."""
    most = 1
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str) and not column.aside:
            most = max(most, -(-len(value) // (column.width + 1)))
    return most


def _print_setup(sheet: Any, last_printed: str, last_column: str, last_row: int) -> None:
    """A4 across, as wide as the page, the heads on each page, the page's number below."""
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last_column}{last_row}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_area = f"A1:{last_printed}{last_row}"
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.6, 0.75, 0.35
    sheet.oddFooter.center.text = "&P/&N"


def _same_bytes(book: Any, heading: str) -> bytes:
    """The file with fixed times: openpyxl would put the clock into it."""
    book.properties.creator = "ngayle"
    book.properties.title = heading
    book.properties.created = book.properties.modified = datetime(*STAMP)  # noqa: DTZ001
    saved, out = io.BytesIO(), io.BytesIO()
    book.save(saved)
    fixed = b"1980-01-01T00:00:00Z"
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = _with_time(content, fixed)
            entry = zipfile.ZipInfo(name, STAMP)
            entry.create_system, entry.external_attr = 0, 0
            archive.writestr(entry, content)
    return out.getvalue()


def _with_time(core: bytes, fixed: bytes) -> bytes:
    return re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", fixed, core)
