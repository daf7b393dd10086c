"""From occurrences to the sentences that an orientation prints. Computes no dates.

:func:`line` is the sentence of a listing and of JSON. An orientation chooses among the ``STYLES``
that documents use:

* ``full``: every day with its count and both dates, where documents print a count;
* ``round``: count and dates for năm tròn and năm lẻ 5, the bare "Ngày … (21/6)" for the rest;
* ``list``: the day first, then the sentence: "27/7: 76 năm Ngày Thương binh - Liệt sĩ (…)";
* ``bullets``: the sentences of ``full``, each under a hyphen.

What a name cannot do, whoever wrote it: a sentence has no two blanks in a row, no semicolon of its
own and no parenthesis without its partner, so that sentences can be joined by semicolons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ngayle import lunar
from ngayle.model import WEIGHTS, Lang, Occurrence
from ngayle.rules import Month
from ngayle.words import dates
from ngayle.words.citing import LAWS, cite
from ngayle.words.dates import in_years
from ngayle.words.phrases import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

STYLES = ("full", "round", "list", "bullets")
ORDERS = ("great", "layer", "date")
TET = "tet-nguyen-dan"
_TWO_BRACKETS = re.compile(r"\) \((?![^()]* - [\d/]*\d{4}\))")


def line(
    occurrence: Occurrence, lang: Lang = "vi", *, style: str = "full", with_year: bool = False
) -> str:
    """The whole sentence: "76 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2023)".

    Without a count, or where documents print none outside round years: the bare name and day,
    "Ngày Gia đình Việt Nam (28/6)". ``lang``: "vi" or "en". ``style``: one of the ``STYLES``; in
    ``list`` the day comes first, with its year if ``with_year``, for listings of more than a year.
    Raises TypeError for what is no occurrence.
    """
    if not isinstance(occurrence, Occurrence):
        raise TypeError(f"an Occurrence is needed, not {occurrence!r}")
    if style == "list":
        said = f"{_when(occurrence, with_year=with_year)}: {_listed(occurrence, lang)}"
    elif occurrence.anniversary.id == TET:
        said = _new_year(occurrence, lang)
    elif is_counted(occurrence) and not (style == "round" and occurrence.jubilee is None):
        said = full_line(occurrence, lang)
    else:
        said = bare_line(occurrence, lang)
    return one_bracket(said)


def is_counted(occurrence: Occurrence) -> bool:
    """Whether documents print a count: one is known, and they print it outside round years too."""
    bare = occurrence.anniversary.bare and occurrence.jubilee is None
    return occurrence.years is not None and not bare


def full_line(occurrence: Occurrence, lang: str = "vi") -> str:
    """The sentence with the count wherever one is known, else :func:`bare_line`."""
    if occurrence.years is None:
        return bare_line(occurrence, lang)
    years, called = in_years(occurrence.years, lang), name(occurrence, lang)
    if occurrence.anniversary.kind == "document":
        return say(lang, "documents_of", years=years, name=called)
    if called.startswith("Thực hiện "):  # a verb, not a name: "57 năm thực hiện Di chúc"
        called = called[0].lower() + called[1:]
    return say(lang, "counted", years=years, name=called, days=_from_to(occurrence, lang))


def bare_line(occurrence: Occurrence, lang: str = "vi") -> str:
    """The sentence without a count: "Ngày Báo chí Cách mạng Việt Nam (21/6)"."""
    called = name(occurrence, lang)
    if isinstance(occurrence.anniversary.rule, Month):
        # "Tháng Thanh niên" says when; "Ngày chạy Olympic" does not
        told = occurrence.anniversary.kind == "period"
        return called if told else f"{called} ({dates.in_month(occurrence.date, lang)})"
    if occurrence.anniversary.kind == "document":
        return say(lang, "document", name=called)
    return f"{called} ({day(occurrence, lang)})"


def one_bracket(text: str) -> str:
    """ "Lễ hội Bà Thu Bồn (Quảng Nam, 12/02 âm lịch)": no two parentheses in a row.

    A pair of dates keeps its own: within another's it would read as somebody's years of life.
    """
    return _TWO_BRACKETS.sub(", ", text)


def _new_year(occurrence: Occurrence, lang: str) -> str:
    """ "Tết Nguyên đán Đinh Mùi 2027": called by its year, not by its day."""
    animal = lunar.can_chi_of_year(occurrence.year)
    return say(lang, "tet", name=name(occurrence, lang), canchi=animal, year=occurrence.date.year)


def pair(
    first: Occurrence,
    second: Occurrence,
    style: str = "full",
    lang: Lang = "vi",
    *,
    with_year: bool = False,
) -> str:
    """Two days in one sentence under one count: Quốc khánh after Cách mạng tháng Tám.

    "80 năm … (19/8/1945 - 19/8/2025) và Quốc khánh … (02/9/1945 - 02/9/2025)". Both must have been
    counted from the same year.
    """
    counted = is_counted(second) and not (style == "round" and second.jubilee is None)
    days = _from_to(second, lang) if counted else day(second, lang)
    beginning = line(first, lang, style=style, with_year=with_year)
    return one_bracket(f"{beginning} {say(lang, 'and')} {name(second, lang)} ({days})")


def with_subject(text: str, occurrence: Occurrence, lang: str) -> str:
    """A document's sentence with what the document is about, where the entry says it."""
    basis = next((basis for basis in occurrence.anniversary.legal if basis.about), None)
    if basis is None or basis.act in LAWS:
        # a law is called by what it is about: its name says it already
        return text
    about = tidy(basis.about or "")
    # entries begin with "về" or without it
    first, _, rest = about.partition(" ")
    word = say(lang, "about")
    return f"{text} {word} {rest if first.lower() == 'về' else about}"


def joined(
    first: Occurrence,
    second: Occurrence,
    style: str = "full",
    lang: Lang = "vi",
    *,
    with_year: bool = False,
) -> str:
    """Two days in one sentence, each under a count of its own: Quân đội and Quốc phòng toàn dân.

    In the style ``list`` two days of one date have it once before them.
    """
    beginning = line(first, lang, style=style, with_year=with_year)
    alike = style == "list" and first.date == second.date
    rest = _listed(second, lang) if alike else line(second, lang, style=style, with_year=with_year)
    return f"{beginning} {say(lang, 'and')} {rest}"


def repeated(occurrences: Sequence[Occurrence], lang: str = "vi") -> str:
    """One sentence for what falls on several days: "Ngày Chủ nhật xanh (06/12, 13/12, 20/12)"."""
    days = ", ".join(_when(o) for o in occurrences)
    return one_bracket(f"{name(occurrences[0], lang)} ({days})")


def day(occurrence: Occurrence, lang: str = "vi") -> str:
    """The day or days, without the year where one year holds them: "28/6", "10/3 âm lịch"."""
    first, last = occurrence.date, occurrence.end
    if occurrence.anniversary.kind == "campaign" and last:
        start = _solar(first, with_year=first.year != last.year)
        return say(lang, "from_to", first=start, last=dates.full_date(last))
    moons_known = lunar.FIRST_DAY <= first <= (last or first) <= lunar.LAST_DAY
    if not occurrence.anniversary.rule.lunar or not moons_known:
        return _when(occurrence)
    days = _lunar(first, lang)
    if last:
        days += f" - {_lunar(last, lang)}"
    return f"{days} {say(lang, 'lunar')}"


def name(occurrence: Occurrence, lang: str = "vi") -> str:
    """The name in force on the day, tidied; in Vietnamese where no English one is known."""
    return tidy(occurrence.name.said_in(lang))


def tidy(text: str) -> str:
    """``text`` fit to stand in a paragraph joined by semicolons.

    Single blanks, commas for semicolons, and only parentheses that have their partner.
    """
    if "  " not in text and ";" not in text and "(" not in text and ")" not in text:
        return text
    open_, dropped = [], set()
    for at, char in enumerate(text):
        if char == "(":
            open_.append(at)
        elif char == ")":
            if open_:
                open_.pop()
            else:
                dropped.add(at)
    dropped.update(open_)
    kept = "".join(
        " " if at in dropped else "," if char == ";" else char for at, char in enumerate(text)
    )
    return " ".join(kept.split()).replace(" ,", ",").strip(" ,") or "…"


def arrange(occurrences: Iterable[Occurrence], order: str = "great") -> list[Occurrence]:
    """In one of the ``ORDERS``.

    ``great``: great days, then the nation's, the province's, people's, the sectors', the world's
    and the office's own, each by date; ``layer``: the same, with great days among the nation's by
    date; ``date``: by date alone.
    """

    def key(occurrence: Occurrence) -> tuple[object, ...]:
        anniversary = occurrence.anniversary
        alike = order == "date" or (order == "great" and anniversary.kind == "great")
        return (0 if alike else WEIGHTS[anniversary.layer], *occurrence.order)

    return sorted(occurrences, key=key)


def paragraph(opening: str, parts: Iterable[tuple[str, str]]) -> str:
    """One paragraph: the opening, then sentences joined by semicolons, and a full stop.

    ``parts``: pairs of a lead and a sentence; the lead ("hướng tới kỷ niệm", or "") is printed
    where it changes. An empty paragraph is "".
    """
    printed_, before = [], ""
    for lead, text in parts:
        printed_.append(f"{lead} {text}" if lead and lead != before else text)
        before = lead
    if not printed_:
        return ""
    body = "; ".join(printed_)
    return f"{opening} {body}".strip() + ("" if body.endswith((".", "!", "?", "…")) else ".")


def _listed(occurrence: Occurrence, lang: Lang) -> str:
    """The sentence after its day: a bare solar day is not said twice."""
    anniversary = occurrence.anniversary
    if (
        is_counted(occurrence)
        or anniversary.rule.lunar
        or anniversary.kind in ("document", "campaign")
    ):
        return line(occurrence, lang)
    return name(occurrence, lang)


def _when(occurrence: Occurrence, *, with_year: bool = False) -> str:
    """The days of the Gregorian calendar: "28/6", "01/6 - 08/6", with their years if asked for.

    A span that falls once and goes over a New Year, or is longer than a year, has them always.
    """
    with_year = with_year or occurrence.needs_years
    start = _solar(occurrence.date, with_year=with_year)
    return f"{start} - {_solar(occurrence.end, with_year=with_year)}" if occurrence.end else start


def _solar(value: date, *, with_year: bool) -> str:
    return dates.full_date(value) if with_year else dates.day_month(value.day, value.month)


def _from_to(occurrence: Occurrence, lang: str) -> str:
    """ "27/7/1947 - 27/7/2023"; as much of the dates as the origin has.

    It closes with the anniversary's own day, also where the ceremony is held on another: "20 năm
    Ngày thành lập huyện Cao Phong (15/3/2002 - 15/3/2022)" was celebrated from 07 to 14/3/2022.
    """
    origin, closes = occurrence.anniversary.counted_from, occurrence.closes
    assert origin is not None
    assert closes is not None
    if not occurrence.anniversary.rule.lunar:
        return f"{dates.known(origin)} - {dates.known(closes)}"
    if closes.month is None or closes.day is None:
        own = day(occurrence, lang)
    else:
        own = f"{dates.day_month(closes.day, closes.month)} {say(lang, 'lunar')}"
    return f"{own}, {origin.year} - {closes.year}"


def _lunar(value: date, lang: str) -> str:
    """The day of the lunar calendar: "10/3", "15/02 nhuận"."""
    return dates.lunar_day(lunar.from_date(value), lang)


__all__ = [
    "ORDERS",
    "STYLES",
    "arrange",
    "bare_line",
    "cite",
    "day",
    "full_line",
    "in_years",
    "is_counted",
    "joined",
    "line",
    "name",
    "one_bracket",
    "pair",
    "paragraph",
    "repeated",
    "tidy",
    "with_subject",
]
