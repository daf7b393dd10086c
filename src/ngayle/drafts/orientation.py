"""What goes into the orientation of a month, as values: numbered items, each line with its source.

Everything printed comes from the catalogue, an overlay or the themes, between the fixed phrases of
:mod:`ngayle.words`. Real orientations begin with the standing political work and end with the
anniversaries; what was not chosen follows as a list to choose from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from ngayle.drafts.choosing import Chooser, by_date, is_day
from ngayle.drafts.model import USUAL, Choices, Draft, Item, Line
from ngayle.errors import RequestError
from ngayle.occurrences import occurrences
from ngayle.rules import LunarDay, last_of_month
from ngayle.words import dates
from ngayle.words.citing import LAWS, cite
from ngayle.words.lines import arrange, day, full_line, line, name, tidy, with_subject
from ngayle.words.offices import own
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ngayle.catalogue import Catalogue
    from ngayle.model import Occurrence
    from ngayle.period import Period
    from ngayle.units.selection import Selection


_TET = LunarDay(1, 1)
SEASONAL = 9
"""How many of a month's themes a draft prints: those that the fewest other months have."""


def orientation(
    catalogue: Catalogue, period: Period, selection: Selection, choices: Choices = USUAL
) -> Draft:
    """The draft of one month: themes, documents, campaigns, periods, anniversaries, others.

    Raises RequestError if ``period`` is not one month of the calendar.
    """
    last = last_of_month(period.first.year, period.first.month)
    if period.first.day != 1 or period.last != last:
        raise RequestError("draft.month", text=period.text)
    found = occurrences(catalogue, period, selection)
    chooser = Chooser(catalogue, selection, choices)
    # an event is printed once, in the month of its printed date; what runs on is a period's
    days = [o for o in found if is_day(o) and o.date >= period.first]
    printed, others = chooser.split(only(days, choices.only))
    coming = only(chooser.ahead(period), choices.only)
    periods, more_periods = chooser.split(o for o in found if o.anniversary.kind == "period")
    items = (
        *_themes(catalogue, period, selection, choices),
        _item("documents", choices, _documents(found, coming, choices)),
        _item("campaigns", choices, _campaigns(found, coming, period, choices)),
        _periods(periods, choices),
        _anniversaries(catalogue, period, selection, choices, chooser, printed, coming),
        _others(chooser, [*others, *more_periods], choices),
    )
    title = say(choices.lang, "orientation", month=dates.in_month(period.first, choices.lang))
    return Draft(title, period, choices.lang, tuple(item for item in items if item.lines))


def only(found: Iterable[Occurrence], groups: frozenset[str]) -> list[Occurrence]:
    """The occurrences of some groups; of all if none is named."""
    return [
        o
        for o in found
        if not groups
        or o.anniversary.layer in groups
        or (o.anniversary.kind == "great" and "great" in groups)
    ]


def _anniversaries(
    catalogue: Catalogue,
    period: Period,
    selection: Selection,
    choices: Choices,
    chooser: Chooser,
    printed: Sequence[Occurrence],
    coming: Sequence[Occurrence],
) -> Item:
    now = arranged(printed, choices)
    soon = by_date(o for o in coming if is_day(o))
    if choices.pairs:
        # Quốc khánh follows its Cách mạng tháng Tám into the month before
        here = {o.anniversary.id for o in now}
        partners = {p["second"] for p in catalogue.pairs if p["first"] in here}
        follow = [o for o in soon if o.anniversary.id in partners and o.year == period.first.year]
        now += follow
        soon = [o for o in soon if o not in follow]
    lines = chooser.lines(now)
    alive = [line for line in lines if not line.mourned]
    lines = [
        *alive,
        *_with_leads(chooser.lines(soon, "ahead"), choices),
        *(line for line in lines if line.mourned),
    ]
    if alive:
        layers = {o.anniversary.layer for o in now}
        opening = opening_of(
            period, whose_of(catalogue, period, selection, layers, choices.lang), choices.lang
        )
    else:
        opening = say(choices.lang, "only_ahead")
    return Item("anniversaries", opening, tuple(lines), choices.in_lines, choices.marker)


def arranged(found: Iterable[Occurrence], choices: Choices) -> list[Occurrence]:
    """In the order of the choices."""
    return by_date(found) if choices.order == "date" else arrange(found, choices.order)


def _others(chooser: Chooser, found: Sequence[Occurrence], choices: Choices) -> Item:
    """The month's further days, each on its line, for those who choose."""
    lines = tuple(chooser.lines(by_date(found)))
    return Item("others", say(choices.lang, "others"), lines, separate=True, marker="- ")


def _item(kind: str, choices: Choices, lines: Iterable[Line]) -> Item:
    """Long lines of their own: a paragraph only where there is but one."""
    lines = tuple(lines)
    opening = say(choices.lang, "further_ahead" if lines and lines[0].lead else kind)
    return Item(kind, opening, lines, choices.in_lines or len(lines) > 1, "- ")


def _periods(found: Sequence[Occurrence], choices: Choices) -> Item:
    lines = tuple(
        Line(line(o, choices.lang, style=choices.style), "period", occurrences=(o,))
        for o in by_date(found)
    )
    return Item("periods", say(choices.lang, "periods"), lines, choices.in_lines, choices.marker)


def _with_leads(lines: Sequence[Line], choices: Choices) -> list[Line]:
    """One "kỷ niệm" a memory, but "hướng tới Tết Nguyên đán": festivals come last."""
    festive = [line for line in lines if is_festival(line.occurrences[0])]
    solemn = [line for line in lines if line not in festive]
    return [evolve(line, lead=say(choices.lang, "ahead")) for line in solemn] + [
        evolve(line, lead=say(choices.lang, "ahead_plain")) for line in festive
    ]


def is_festival(occurrence: Occurrence) -> bool:
    """Whether it is announced without "kỷ niệm": a day of the moon without a count."""
    return occurrence.years is None and occurrence.anniversary.rule.lunar


def opening_of(period: Period, whose: Iterable[str], lang: str = "vi") -> str:
    """What the item of anniversaries begins with."""
    month = dates.month_number(period.first.month)
    return say(
        lang,
        "anniversaries",
        whose=", ".join(whose),
        month=month if lang == "vi" else dates.in_month(period.first, lang),
    )


def whose_of(
    catalogue: Catalogue,
    period: Period,
    selection: Selection,
    layers: Collection[str],
    lang: str = "vi",
) -> list[str]:
    """ "của đất nước", "của tỉnh": the country, the kind of place asked for, the office itself.

    ``layers``: those of the days that are told of.
    """
    whose = [say(lang, "country")] if set(layers) - {"local", "province"} else []
    if selection.provinces:
        map_ = catalogue.units.provinces
        units = [
            map_[slug]
            for slug in sorted({map_.holder(slug, period.last) for slug in selection.provinces})
        ]
        lives = [unit.life(period.last) or unit for unit in units]
        if lang == "en":
            whose += sorted(life.name for life in lives)
        else:
            whose += [
                say(lang, "of", whose=kind)
                for kind in sorted({life.type for life in lives}, reverse=True)
            ]
    if "local" in layers:
        whose.append(own(catalogue.office, lang))
    # the board of a province has the province's days and its own: "của tỉnh" once
    return list(dict.fromkeys(whose))


def _documents(
    found: Sequence[Occurrence], coming: Sequence[Occurrence], choices: Choices
) -> Iterator[Line]:
    """The month's document days, then the round ones of the months ahead, by date."""
    lang = choices.lang
    now = arrange((o for o in found if o.anniversary.kind == "document"), "date")
    later = [o for o in coming if o.anniversary.kind == "document"]
    for role, lead, days in (
        ("document", "", now),
        ("ahead", say(lang, "ahead_plain"), later),
    ):
        for o in days:
            due = _due(o)
            text = with_subject(full_line(o, lang), o, lang)
            remarks = [say(lang, due)] if due else []
            if role == "ahead":
                remarks.append(dates.full_date(o.date))
            note = ", ".join(remarks)
            full = f"{text} ({note})" if note else text
            yield Line(full, role, lead, occurrences=(o,), due=due, note=note, bare=text)


def _due(occurrence: Occurrence) -> str | None:
    """What offices do: a review (sơ kết) at 5 years, a summing-up (tổng kết) at 10, 20, …

    That is custom, not a rule: no decree fixes it. Other counts, and laws, say nothing.
    """
    years, legal = occurrence.years, occurrence.anniversary.legal
    if not years or (legal and legal[0].act in LAWS):
        return None
    return "so-ket" if years == 5 else "tong-ket" if years % 10 == 0 else None


def _campaigns(
    found: Sequence[Occurrence], coming: Sequence[Occurrence], period: Period, choices: Choices
) -> Iterator[Line]:
    """ "Cuộc thi … theo Kế hoạch … (từ 19/5 đến 11/7/2023, còn 11 ngày tính từ 01/7)".

    Those of the month, then those that begin in the first days of the next.
    """
    lang = choices.lang
    for o in arrange((o for o in (*found, *coming) if o.anniversary.kind == "campaign"), "date"):
        ahead = o.date > period.last
        running = o.date < period.first
        since = max(o.date, period.first)
        left = (o.last - since).days + 1
        text = name(o, lang)
        if o.anniversary.legal:
            bases = ", ".join(tidy(cite(basis)) for basis in o.anniversary.legal)
            text += f" {say(lang, 'by')} {bases}"
        remark = (
            say(
                lang,
                "days_left",
                days=dates.count(left),
                since=dates.day_month(since.day, since.month),
            )
            if running
            else say(lang, "lasts", days=dates.count(left))
        )
        note = remark if o.end else ""
        full = f"{text} ({day(o, lang)}, {note})" if note else f"{text} ({day(o, lang)})"
        bare = f"{text} ({day(o, lang)})"
        yield Line(
            full,
            "ahead" if ahead else "campaign",
            say(lang, "ahead_plain") if ahead else "",
            occurrences=(o,),
            days_left=None if ahead else left,
            note=note,
            bare=bare,
        )


def _themes(
    catalogue: Catalogue, period: Period, selection: Selection, choices: Choices
) -> Iterator[Item]:
    """The standing political themes, then those of the month; those of the fewest months first.

    A theme of a climate is left out for a place with another.
    """
    climates = _climates(catalogue, period, selection)
    standing, months = [], []
    for theme in sorted(catalogue.themes, key=lambda t: len(set(t["months"]))):
        if period.first.month not in theme["months"]:
            continue
        if theme.get("before_tet", False) and _tet_is_past(period):
            continue
        if climates and not climates.issubset(theme.get("climates", climates)):
            continue
        line = Line(_theme(theme, choices.lang), "theme", theme=str(theme["id"]))
        if theme.get("standing", False):
            standing.append(line)
        elif choices.themes == "all" or len(set(theme["months"])) < 12:
            months.append(line)
    if choices.themes != "all":
        months = months[:SEASONAL]
    if choices.themes in ("usual", "all"):
        yield evolve(_item("themes", choices, standing), opening=say(choices.lang, "standing"))
    if choices.themes != "none":
        yield _item("themes", choices, months)


def _tet_is_past(period: Period) -> bool:
    """Whether Tết fell in an earlier month of the same year; December looks to the next one."""
    tet = _TET.in_year(period.first.year)
    return tet is not None and tet[0].month < period.first.month < 12


def _theme(theme: Mapping[str, Any], lang: str) -> str:
    text = theme.get("text_en" if lang == "en" else "text") or theme["text"]
    return " ".join(str(text).split())


def _climates(catalogue: Catalogue, period: Period, selection: Selection) -> set[str]:
    """The climates of the places asked for."""
    if not selection.provinces:
        return set()
    map_ = catalogue.units.provinces
    return {
        climate
        for slug in selection.provinces
        if (climate := map_[map_.holder(slug, period.last)].climate)
    }
