"""The listing as a Markdown table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ngayle.model import Occurrence
from ngayle.period import Period
from ngayle.render.text import lunar_day
from ngayle.words import dates
from ngayle.words.labels import MARKS, Labels


def markdown(occurrences: Sequence[Occurrence], period: Period, labels: Labels) -> str:
    """A heading and a table: date, lunar day, count, name, layer."""
    out = [f"# {labels.period(period)}", ""]
    if not occurrences:
        return "\n".join([*out, f"{labels.word('empty')}.", ""])
    heads = [labels.word(k) for k in ("date", "lunar", "count", "name", "layer")]
    out += [f"| {' | '.join(heads)} |", "| --- | --- | ---: | --- | --- |"]
    for o in occurrences:
        date = dates.full_date(o.date) + (f" - {dates.full_date(o.end)}" if o.end else "")
        count = f"{o.years} {MARKS[o.jubilee]}".strip() if o.years else ""
        cells = [date, lunar_day(o), count, escape(labels.name(o)), escape(labels.layer(o))]
        out.append(f"| {' | '.join(cells)} |")
    legend = labels.notes(occurrences)
    return "\n".join([*out, *(["", legend] if legend else []), ""])


def escape(text: str) -> str:
    """``text`` with nothing in it that Markdown or HTML would take as markup."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", text)
