"""What the composer joins: every sentence of a month, ready, with who prints it.

A row is a plain dictionary with short keys, since there are many:

* ``k``: the id, of a pair both with "+", of a further day in one year with "@" and the date;
  ``d``: the date; ``q``: its place in the order of dates;
* ``s``: how it stands where nobody asked for its place or trade, missing where it is not listed;
  ``o``: how it stands for who did; ``w``: the places and trades ("nganh/y-te") that can ask;
* ``h``: of a day of a province that went into another, that province, how the day stands for who
  asks for the other, and as in ``e`` when it is announced there;
* ``t``: the sentence of the styles ``full`` and ``bullets``; ``r``: that of ``round`` and ``l``:
  that of ``list``, where they are others; ``b``: what ``list`` has before ``t``;
* ``c``: "l" of the office's own files, "p" of a province, missing for any other layer; ``g``: 1 for
  a great day; ``m``: 1 for what is mourned; ``v``: 1 where the English page has it in Vietnamese;
* ``f``: the first of the pair of which it is the second; ``j``: the rows that a pair joins;
* ``a``: of a day that is only announced, for which custom (a bit each) everybody does, ``e``: for
  which custom those do who asked; ``y``: 1 for a festival, announced under another lead.

The script compares ``s`` and ``o`` with how far an office goes, and joins. It computes no dates and
writes no sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from ngayle import lunar
from ngayle.drafts.choosing import OFFICES, Chooser
from ngayle.drafts.model import BREADTHS, Choices
from ngayle.drafts.orientation import is_festival, opening_of, whose_of
from ngayle.site.span import Span, is_public, standing
from ngayle.units.selection import Selection
from ngayle.words import dates
from ngayle.words.lines import joined, line, pair
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ngayle.model import Lang, Occurrence
    from ngayle.period import Period

Row = dict[str, Any]

CUSTOMS = sorted({(o.ahead_days, o.ahead_months) for o in OFFICES.values()}, reverse=True)
"""How far ahead kinds of office look: days of the next month, months. A bit for each."""

HERE = "\0"
SAID = ("full", "round", "list")
"""The styles that say a day in other words; ``bullets`` says it as ``full`` does."""


def offices() -> dict[str, Row]:
    """What the kinds of office print: ``n`` how far down, ``a`` the bit of their custom."""
    return {
        kind: {
            "n": BREADTHS[office.breadth],
            "a": 1 << CUSTOMS.index((office.ahead_days, office.ahead_months)),
            "g": int(office.flags),
        }
        for kind, office in OFFICES.items()
    }


class Composer:
    """Makes the rows of one site in one language."""

    def __init__(self, span: Span, lang: Lang) -> None:
        self._span = span
        self._lang = lang
        everybody, owners = Selection(), span.wide
        self._everybody = self._choosers(everybody)
        self._owners = self._choosers(owners)
        self._holders: dict[str, list[Chooser]] = {}
        self._pairs = list(span.catalogue.pairs)
        self._texts: dict[tuple[str, int], Row] = {}

    def _choosers(self, selection: Selection) -> list[Chooser]:
        """A chooser for each custom, in their order."""
        return [
            Chooser(
                self._span.catalogue, selection, evolve(Choices(), ahead_days=d, ahead_months=m)
            )
            for d, m in CUSTOMS
        ]

    def month(self, period: Period) -> tuple[Row, dict[str, Row], Row]:
        """The nation's month, what each province adds to it, and what is reserved."""
        rows = self._rows(period)
        nation = {
            **self._frame(period),
            "n": [row for row, _, who in rows if who == "nation"],
        }
        places = {
            unit.slug: {
                "w": whose_of(
                    self._span.catalogue,
                    period,
                    Selection(provinces=unit.slug),
                    ("province",),
                    self._lang,
                )[0],
                "n": [row for row, at, who in rows if who == "place" and unit.slug in at],
            }
            for unit in self._span.provinces_in(period)
        }
        return nation, places, {"n": [row for row, _, who in rows if who == "reserved"]}

    def _frame(self, period: Period) -> Row:
        """What stands around the sentences, and the days of the moon."""
        lang = self._lang
        head, tail = opening_of(period, [HERE], lang).split(HERE)
        return {
            "h": [head, tail],
            "c": say(lang, "country"),
            "x": say(lang, "own"),
            "i": say(lang, "only_ahead"),
            "u": [say(lang, "ahead"), say(lang, "ahead_plain"), say(lang, "mourned")],
            "p": say(lang, "orientation", month=dates.in_month(period.first, lang)),
            "z": _moons(period),
        }

    def _rows(self, period: Period) -> list[tuple[Row, list[str], str]]:
        """Each row, the provinces on offer that it belongs to, and who is given it."""
        now, coming = self._span.days(period), self._span.after(period)
        found: list[tuple[Row, list[str], str]] = []
        by_id: dict[tuple[str, int], tuple[Occurrence, Row]] = {}
        for number, occurrence in enumerate([*now, *coming]):
            row = self._row(occurrence, number, period)
            if number >= len(now) and not self._announced(row, occurrence, period):
                continue
            at = self._span.places(occurrence)
            if (occurrence.anniversary.id, occurrence.year) in by_id:
                # a day that is kept more than once a year
                row["k"] += f"@{row['d']}"
            by_id.setdefault((occurrence.anniversary.id, occurrence.year), (occurrence, row))
            found.append((row, at, _whose_row(occurrence, row)))
        for row, both in self._joined(by_id, len(now), period.first.year):
            at = sorted({p for o in both for p in self._span.places(o)})
            found.append((row, at, _whose_row(both[0], row)))
        return found

    def _row(self, occurrence: Occurrence, number: int, period: Period) -> Row:
        anniversary = occurrence.anniversary
        row: Row = {"k": anniversary.id, "d": occurrence.date.isoformat(), "q": number}
        if (its := standing(occurrence, own=False)) is not None:
            row["s"] = its
        owners = self._span.places(occurrence)
        if anniversary.sector:
            sectors = self._span.catalogue.units.sectors
            owners = [*owners, f"nganh/{sectors.holder(anniversary.sector, period.last)}"]
        if owners and standing(occurrence, own=True) is not None:
            row["o"], row["w"] = self._owners[0].standing(occurrence), owners
            self._held(row, occurrence, period)
        row.update(self._said(occurrence))
        if anniversary.layer in ("local", "province"):
            row["c"] = anniversary.layer[0]
        if anniversary.kind == "great":
            row["g"] = 1
        if anniversary.tone == "mourn":
            row["m"] = 1
        if self._lang == "en" and not occurrence.name.en:
            row["v"] = 1
        return row

    def _held(self, row: Row, occurrence: Occurrence, period: Period) -> None:
        """Add how a day stands, and is announced, for the province that holds its own."""
        province = occurrence.anniversary.province
        if province is None:
            return
        holder = self._span.catalogue.units.provinces.holder(province, occurrence.date)
        if holder == province:
            return
        if holder not in self._holders:
            self._holders[holder] = self._choosers(Selection(provinces=holder))
        there = self._holders[holder]
        row["h"] = [province, there[0].standing(occurrence), _customs(there, occurrence, period)]

    def _announced(self, row: Row, occurrence: Occurrence, period: Period) -> bool:
        """Add the customs under which it is announced; whether there is one."""
        row["a"] = _customs(self._everybody, occurrence, period) if "s" in row else 0
        if "o" in row:
            row["e"] = _customs(self._owners, occurrence, period)
        if is_festival(occurrence):
            row["y"] = 1
        return bool(row["a"] or row.get("e"))

    def _said(self, occurrence: Occurrence) -> Row:
        """The sentence in every style."""
        key = occurrence.anniversary.id, occurrence.year
        if key not in self._texts:
            said = {
                style: line(occurrence, self._lang, style=style)
                for style in ("full", "round", "list")
            }
            self._texts[key] = _styles(**said)
        return self._texts[key]

    def _joined(
        self, by_id: dict[tuple[str, int], tuple[Occurrence, Row]], now: int, year: int
    ) -> Iterable[tuple[Row, tuple[Occurrence, Occurrence]]]:
        """A row for the two of each pair; the second may be of a month that is announced."""
        for table, of_year in ((t, y) for t in self._pairs for y in (year, year + 1)):
            first, first_row = by_id.get((table["first"], of_year), (None, {}))
            second, second_row = by_id.get((table["second"], of_year), (None, {}))
            if not first or not second:
                continue
            if first_row["q"] >= now:
                if second_row["q"] < now:
                    continue
            elif second_row["q"] < now or of_year == year:
                second_row["f"] = first_row["k"]
            else:
                continue
            if not self._everybody[0].fit(first, second, table):
                continue
            both = first, second
            say_both = pair if table.get("one_count") else joined
            said = {style: say_both(*both, style, self._lang) for style in SAID}
            rows = first_row, second_row
            row: Row = {
                "k": f"{first_row['k']}+{second_row['k']}",
                "d": min(r["d"] for r in rows),
                "q": min(r["q"] for r in rows),
                "j": [r["k"] for r in rows],
                **_styles(**said),
            }
            row.update({k: v for r in reversed(rows) for k, v in r.items() if k in "cgmv"})
            if first_row["q"] >= now:
                row.update({k: v for k, v in first_row.items() if k in "aey"})
            for key in "so":
                if best := [r[key] for r in rows if key in r]:
                    row[key] = min(best)
            if owners := sorted({w for r in rows for w in r.get("w", ())}):
                row["w"] = owners
            yield row, both


def _customs(choosers: Sequence[Chooser], occurrence: Occurrence, period: Period) -> int:
    """The bits of the customs under which a month announces an occurrence."""
    return sum(1 << bit for bit, c in enumerate(choosers) if c.announces(occurrence, period))


def _whose_row(occurrence: Occurrence, row: Row) -> str:
    """In which file a row is: "nation", "place" or "reserved"."""
    if not is_public(occurrence):
        return "reserved"
    trade = any(w.startswith("nganh/") for w in row.get("w", ()))
    return "nation" if "s" in row or trade else "place"


def _styles(full: str, round: str, list: str) -> Row:  # the names of the styles
    row = {"t": full}
    if round != full:
        row["r"] = round
    if list.endswith(full):
        row["b"] = list.removesuffix(full)
    else:
        row["l"] = list
    return row


def _moons(period: Period) -> Sequence[str]:
    """Each day of a month in the calendar of the moon: "01/11"."""
    moons = [lunar.known(period.first.replace(day=d)) for d in range(1, period.last.day + 1)]
    return [dates.day_month(m.day, m.month) if m else "" for m in moons]
