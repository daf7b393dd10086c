"""Reads a draft and names every wrong count and date: text → claims → entries → findings.

Each step is a pure function; the offsets of a finding are those of the text as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from ngayle.catalogue import Catalogue, given
from ngayle.checking.claims import read
from ngayle.checking.findings import Finding, Judge, Judged
from ngayle.checking.views import View
from ngayle.model import Lang, Occurrence, PartialDate

_PLACE_LINE = re.compile(
    r"(?:^|\n)[^\n]{0,80},\s?ngày\s{1,20}(?P<d>\d{0,2})\s{0,20}tháng\s{1,20}(?P<m>\d{0,2})"
    r"\s{0,20}năm\s{1,4}(?P<y>\d{4})(?=\s{0,20}(?:\n|\||$)|\slúc)",
    re.I,
)
_TITLE_MONTH = re.compile(r"\btháng\s{1,4}(?P<m>\d{1,2})\s?(?:/|-|năm\s)\s?(?P<y>20\d\d)\b", re.I)
_HEAD, _TITLE = 20_000, 600


def check(
    text: str,
    *,
    on: date | PartialDate | None = None,
    catalogue: Catalogue | None = None,
    lang: Lang = "vi",
) -> tuple[Finding, ...]:
    """The findings of a text, in its order.

    ``on``: the document's date; None: the date that the text itself gives, if it does. The clock
    is never read. ``catalogue``: what :func:`ngayle.load` gives, for overlays. ``lang``: of the
    messages, "vi" or "en". Raises TypeError for what is no text.
    """
    if not isinstance(text, str):
        raise TypeError(f"check reads a text, not {text!r}")
    if on is not None and not isinstance(on, date | PartialDate):
        raise TypeError(f"on is a date, not {on!r}")
    return judged(text, on=on, catalogue=catalogue, lang=lang).findings


def judged(
    text: str | View,
    *,
    on: date | PartialDate | None = None,
    catalogue: Catalogue | None = None,
    lang: Lang = "vi",
    expected: Iterable[Occurrence] = (),
) -> Judged:
    """The same, with how much of the text was understood.

    ``expected``: days that the text should name; each that it does not is a note.
    """
    judge = Judge(given(catalogue), lang)
    view = text if isinstance(text, View) else View(text)
    return judge.judge(read(view), on or document_date(view), expected)


def document_date(view: View) -> PartialDate | None:
    """The date of a letter ("Hà Nội, ngày 29 tháng 5 năm 2023"), else the month in its title."""
    m = _PLACE_LINE.search(view.plain, 0, _HEAD)
    if m:
        month = int(m["m"]) if m["m"] else None
        day = int(m["d"]) if m["d"] and month else None
        return PartialDate(int(m["y"]), month, day)
    m = _TITLE_MONTH.search(view.plain, 0, _TITLE)
    return PartialDate(int(m["y"]), int(m["m"])) if m else None


__all__ = ["Finding", "Judged", "check", "document_date", "judged"]
