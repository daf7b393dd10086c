"""``ngayle lunar DATE``: from the sun to the moon (2024-02-10) or back (1/1/2024)."""

from __future__ import annotations

import re
from datetime import date

from ngayle import lunar
from ngayle.cli.options import Parser, add_lang
from ngayle.errors import RequestError
from ngayle.words import dates
from ngayle.words.phrases import say


def run(argv: list[str]) -> int:
    """Run the command."""
    parser = Parser(prog="ngayle lunar")
    parser.add_argument("date", metavar="DATE")
    parser.add_argument("--leap", action="store_true")
    add_lang(parser)
    arguments = parser.parse_args(argv)
    day = convert(arguments.date, leap=arguments.leap)
    solar = day.to_solar_date()
    lang = arguments.lang
    shown = str(day) if day.is_certain else say(lang, "moon.doubt", day=day)
    print(f"{dates.weekday(solar, lang)}, {dates.full_date(solar)} = {shown}")
    names = say(
        lang,
        "moon.can_chi",
        day=lunar.can_chi_of_day(solar),
        month=lunar.can_chi_of_month(day.year, day.month),
        year=lunar.can_chi_of_year(day.year),
    )
    print(names)
    return 0


def convert(text: str, *, leap: bool) -> lunar.LunarDate:
    """The lunar date that a text means. Raises RequestError with what would be valid."""
    parts = text.split("/")
    if len(parts) == 3 and all(p.isascii() and p.isdigit() and len(p) < 5 for p in parts):
        number, month, year = map(int, parts)
        try:
            return lunar.LunarDate(year, month, number, leap)
        except ValueError as error:
            raise _no_such(error, year, month, number, leap=leap) from None
    if leap:
        raise RequestError("lunar.leap", text=text)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise RequestError("lunar.date", text=text)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise RequestError("lunar.wrong", text=text) from None
    if not lunar.FIRST_DAY <= day <= lunar.LAST_DAY:
        raise RequestError("lunar.beyond", text=text, first=lunar.FIRST_DAY, last=lunar.LAST_DAY)
    return lunar.from_date(day)


def _no_such(error: ValueError, year: int, month: int, number: int, *, leap: bool) -> RequestError:
    """Why there is no such lunar day, so that it can be said in either language."""
    if not lunar.FIRST_YEAR <= year <= lunar.LAST_YEAR:
        return RequestError("lunar.year", year=year, first=lunar.FIRST_YEAR, last=lunar.LAST_YEAR)
    if not 1 <= month <= 12:
        return RequestError("lunar.month", month=month)
    if leap and lunar.LunarDate.leap_month_for_year(year) != month:
        has = lunar.LunarDate.leap_month_for_year(year)
        if not has:
            return RequestError("lunar.no_leap_at_all", year=year)
        return RequestError("lunar.no_leap", year=year, month=month, has=has)
    found = re.search(r"(\d+)$", str(error))
    return RequestError(
        "lunar.day", day=number, month=month, year=year, last=found[1] if found else 30
    )
