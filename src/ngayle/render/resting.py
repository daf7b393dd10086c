"""Days off as a notice, as a Markdown table, and as records for programs (JSON, CSV)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from ngayle import lunar
from ngayle.period import Period
from ngayle.render.markdown import escape
from ngayle.resting import TET, DayOff, Rest
from ngayle.rules import last_of_month
from ngayle.words import dates
from ngayle.words.labels import MONTHS
from ngayle.words.resting import WEEKDAYS, say

KEYS = (
    *("date", "name", "name_en", "kind", "announced", "audience", "replaces"),
    *("legal_basis", "sources"),
)


def record(day: DayOff) -> dict[str, Any]:
    """A day as plain values, with the keys of the contract."""
    return {
        "date": day.date.isoformat(),
        "name": day.name,
        "name_en": day.name_en,
        "kind": day.kind,
        "announced": day.announced,
        "audience": day.audience,
        "replaces": day.replaces.isoformat() if day.replaces else None,
        "legal_basis": day.legal_basis,
        "sources": list(day.sources),
    }


def as_json(days: Sequence[DayOff], period: Period) -> str:
    """The JSON document of the contract."""
    document = {"schema": 2, "period": period.text, "days": [record(d) for d in days]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def rows(days: Sequence[DayOff]) -> list[list[str]]:
    """A row a day for spreadsheets, in the order of ``KEYS``; sources joined by " | "."""
    return [[_cell(value) for value in record(d).values()] for d in days]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return " | ".join(value) if isinstance(value, list) else str(value)


def as_csv(days: Sequence[DayOff]) -> str:
    """The same as RFC 4180 has it: a header, CRLF."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([KEYS, *rows(days)])
    return out.getvalue()


def markdown(days: Sequence[DayOff], period: Period, audience: str, lang: str = "vi") -> str:
    """A heading and a table: date, weekday, lunar day, name, kind, legal basis."""
    heading = say(lang, "heading", period=shown(period, lang), audience=say(lang, audience))
    out = [f"# {heading}", ""]
    waiting = _not_announced(days, lang)
    if waiting:
        out += [waiting, ""]
    heads = [say(lang, k) for k in ("date", "weekday", "lunar", "name", "kind", "basis")]
    out += [f"| {' | '.join(heads)} |", "| --- | --- | --- | --- | --- | --- |"]
    for day in days:
        moon = lunar.from_date(day.date)
        cells = [
            dates.full_date(day.date),
            WEEKDAYS[lang][day.date.weekday()],
            f"{moon.day}/{moon.month}{'n' if moon.is_leap_month else ''}",
            escape(_with_other(day, lang)),
            say(lang, day.kind),
            escape(day.legal_basis),
        ]
        out.append(f"| {' | '.join(cells)} |")
    return "\n".join([*out, ""])


def notice(
    found: Sequence[Rest],
    days: Sequence[DayOff],
    period: Period,
    audience: str,
    *,
    working: int | None,
    lang: str = "vi",
) -> str:
    """What an office would post: a line for each rest, the count of working days, what it rests on.

    ``found`` and ``days``: the rests and days off of the period; ``working``: its working days,
    None where a decision that is not out would change them.
    """
    when = shown(period, lang)
    if not days:
        return say(lang, "empty", period=when) + "\n"
    out = [say(lang, "heading", period=when, audience=say(lang, audience)), ""]
    waiting = _not_announced(days, lang)
    if waiting:
        out += [waiting, ""]
    out += [_line(rest, lang) for rest in found]
    told = {d.id for rest in found for d in rest.worked}
    out += [_worked(d, lang) for d in days if d.kind == "swap-work" and d.id not in told]
    off = len({d.date for d in days if d.kind != "swap-work" and d.date.weekday() < 5})
    count = say(lang, "count-pending")
    if working is not None:
        count = say(lang, "count", working=working, off=off)
    acts = dict.fromkeys(a for d in days for a in d.legal_basis.split("; "))
    out += ["", count, say(lang, "legal", legal="; ".join(acts))]
    if audience == "doanh-nghiep":
        out.append(say(lang, "employer"))
    return "\n".join(out) + "\n"


def verdict(
    day: date,
    days: Sequence[DayOff],
    *,
    works: bool,
    following: date | None,
    announced: bool,
    lang: str = "vi",
) -> str:
    """The answer for one day: worked or not, why, and the next working day.

    ``days``: what is known of the day; ``following``: None where it is not known.
    """
    own = [d for d in days if d.kind == "swap-work"] if works else list(days)
    names = ", ".join(_with_other(d, lang) for d in own)
    if works and own:
        said = say(
            lang, "works-swap", name=own[0].said_in(lang), other=_day(own[0].replaces or day)
        )
    elif works:
        said = say(lang, "works" if announced else "works-pending")
    else:
        said = say(lang, "rests", name=names) if own else say(lang, "rests-weekly")
    out = [say(lang, "day", day=_day(day), weekday=WEEKDAYS[lang][day.weekday()], verdict=said)]
    if following:
        weekday = WEEKDAYS[lang][following.weekday()]
        out.append(say(lang, "next", day=_day(following), weekday=weekday))
    if not announced:
        out.append(say(lang, "day-pending", years=day.year))
    return "\n".join(out) + "\n"


def shown(period: Period, lang: str) -> str:
    """The period as a heading: "Năm 2027", "Tháng 02/2027", "01/4/2027 - 30/4/2027"."""
    first, last = period.first, period.last
    if first.day == 1 and last == last_of_month(last.year, last.month) and first.year == last.year:
        if first.month == last.month:
            name = f"{MONTHS[first.month - 1]} {first.year}"
            month = dates.partial_date(first.year, first.month)
            return name if lang == "en" else f"Tháng {month}"
        if (first.month, last.month) == (1, 12):
            return f"Năm {first.year}" if lang == "vi" else str(first.year)
    return _day(first) if first == last else f"{_day(first)} - {_day(last)}"


def _day(day: date) -> str:
    return dates.full_date(day)


def _with_other(day: DayOff, lang: str) -> str:
    """The name, and the day that a substitute stands for."""
    if day.replaces is None:
        return day.said_in(lang)
    return say(lang, "other", name=day.said_in(lang), other=_day(day.replaces))


def _not_announced(days: Sequence[DayOff], lang: str) -> str:
    years = sorted({d.date.year for d in days if not d.announced})
    return say(lang, "not-announced", years=", ".join(map(str, years))) if years else ""


def _line(rest: Rest, lang: str) -> str:
    """ "Tết Nguyên đán Đinh Mùi: nghỉ 07 ngày, từ 04/02 đến 10/02/2027 (…), gồm …"."""
    names = say(lang, "and").join(_occasion(rest, i, lang) for i in range(len(rest.holidays)))
    weekday = WEEKDAYS[lang]
    if rest.pending:
        certain = [d.date for d in rest.days]
        listed = ", ".join(f"{_day(d)} ({weekday[d.weekday()]})" for d in dict.fromkeys(certain))
        count = _number(sum(n for _, n in rest.pending), lang)
        return say(lang, "pending", names=names, count=count, days=listed)
    worked = ""
    if rest.worked:
        listed = ", ".join(f"{weekday[d.date.weekday()]} {_day(d.date)}" for d in rest.worked)
        worked = say(lang, "worked", days=listed)
    if rest.count == 1:
        only = weekday[rest.first.weekday()]
        return say(
            lang, "rest-day", names=names, first=_day(rest.first), weekdays=only, worked=worked
        )
    span = say(
        lang, "weekdays", first=weekday[rest.first.weekday()], last=weekday[rest.last.weekday()]
    )
    if lang == "vi" and rest.holidays[0].id == TET:
        first, last = map(lunar.from_date, (rest.first, rest.last))
        span += say(lang, "lunar-span", first=first, last=last)
    return say(
        lang,
        "rest",
        names=names,
        count=_number(rest.count, lang),
        first=_first(rest, lang),
        last=_day(rest.last),
        weekdays=span,
        parts=_parts(rest, lang),
        worked=worked,
    )


def _occasion(rest: Rest, number: int, lang: str) -> str:
    holiday = rest.holidays[number]
    name = holiday.said_in(lang)
    if holiday.id != TET:
        return name
    year = next(d.date.year for d in rest.days if d.holiday.id == TET)
    animal = lunar.can_chi_of_year(year) if lang == "vi" else str(year)
    return say(lang, "tet-year", holiday=name, year=animal)


def _first(rest: Rest, lang: str) -> str:
    """Without its year where the last day has the same."""
    if rest.first.year != rest.last.year or lang == "en":
        return _day(rest.first)
    return dates.day_month(rest.first.day, rest.first.month)


def _parts(rest: Rest, lang: str) -> str:
    tet = len({d.date for d in rest.days if d.kind == "statutory" and d.holiday.id == TET})
    counts = {
        "tet": tet,
        "statutory": rest.number("statutory") - tet,
        "nghi-bu": rest.number("nghi-bu"),
        "swap-off": rest.number("swap-off"),
        "weekly": rest.weekly,
    }
    parts = [say(lang, f"part-{kind}", count=_number(n, lang)) for kind, n in counts.items() if n]
    return say(lang, "parts", parts=", ".join(parts)) if len(parts) > 1 else ""


def _worked(day: DayOff, lang: str) -> str:
    """A day worked for a day off that the period does not hold."""
    weekday = WEEKDAYS[lang][day.date.weekday()]
    off = _day(day.replaces or day.date)
    return say(lang, "work", name=day.said_in(lang), day=_day(day.date), weekday=weekday, off=off)


def _number(value: int, lang: str) -> str:
    return dates.count(value) if lang == "vi" else str(value)
