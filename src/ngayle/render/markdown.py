"""The listing as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ngayle import lunar
from ngayle.model import Occurrence
from ngayle.period import Period
from ngayle.words import dates
from ngayle.words.labels import MARKS, Labels


def markdown(
    occurrences: Sequence[Occurrence], period: Period, labels: Labels, *, ids: bool = False
) -> str:
    """A heading and a table: date, lunar day, count, name, layer; with ``ids`` the id."""
    out = [f"# {labels.period(period)}", ""]
    if not occurrences:
        return "\n".join([*out, f"{labels.word('empty')}.", ""])
    heads = [labels.word(k) for k in ("date", "lunar_day", "count", "name", "layer")]
    rule = "| --- | --- | ---: | --- | --- |"
    if ids:
        heads.append(labels.word("show.id"))
        rule += " --- |"
    out += [f"| {' | '.join(heads)} |", rule]
    for o in occurrences:
        date = dates.full_date(o.date) + (f" - {dates.full_date(o.end)}" if o.end else "")
        moon = lunar.known(o.date)
        cells = [
            date,
            dates.lunar_day(moon, labels.lang) if moon else "",
            f"{labels.years(o)} {MARKS[o.jubilee]}".strip(),
            escape(labels.name(o)),
            escape(", ".join([labels.layer(o), *labels.doubts(o)])),
            *([f"`{o.anniversary.id}`"] if ids else []),
        ]
        out.append(f"| {' | '.join(cells)} |")
    legend = labels.notes(occurrences)
    return "\n".join([*out, *(["", legend] if legend else []), ""])


def escape(text: str) -> str:
    """``text`` with nothing in it that Markdown or HTML would take as markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)
